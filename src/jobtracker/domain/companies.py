"""A company, its other names, and what one remembers of it."""

from datetime import date
from typing import NamedTuple, TypedDict


class CompanyFields(TypedDict, total=False):
    """What may be set of a company; a missing key is left as it is."""

    name: str
    aliases: tuple[str, ...]
    notes: str
    avoid: bool
    avoid_reason: str


class Company(NamedTuple):
    id: int
    uid: str
    name: str
    aliases: tuple[str, ...] = ()
    notes: str = ""
    avoid: bool = False
    avoid_reason: str = ""


class Memory(NamedTuple):
    """What came of applying to a company so far. `first_reply_days` are those from applying to
    the first answer of each application that got one, in the order applied.
    """

    applications: int
    applied: int
    first_reply_days: tuple[int, ...] = ()
    interviewed: int = 0
    offers: int = 0
    last_applied_on: date | None = None


class CompanyView(NamedTuple):
    """A company with its memory and its applications' ids, newest first."""

    company: Company
    memory: Memory
    applications: tuple[int, ...]


def memory_words(memory: Memory) -> str:
    """The memory in a sentence: "Applied 3 times, one reply after 41 days."; "" where nothing
    is remembered.
    """
    if not memory.applied:
        return ""
    times = {1: "once", 2: "twice"}.get(memory.applied, f"{memory.applied} times")
    replies = memory.first_reply_days
    if not replies:
        return f"Applied {times}, no reply yet."
    days = sorted(replies)[len(replies) // 2]
    after = f"after {days} day{'' if days == 1 else 's'}"
    count = "one reply" if len(replies) == 1 else f"{len(replies)} replies, in the middle"
    return f"Applied {times}, {count} {after}."
