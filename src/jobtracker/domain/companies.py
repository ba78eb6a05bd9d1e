"""A company, its other names, and what one remembers of it."""

from datetime import date
from typing import NamedTuple, TypedDict


class CompanyFields(TypedDict, total=False):
    """What may be set of a company; a missing key is left as it is."""

    name: str
    aliases: tuple[str, ...]
    address: str
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
    address: str = ""


class Memory(NamedTuple):
    """What came of applying to a company so far. `first_reply_days` are those from applying to
    the first answer of each application that got one, in the order applied; of
    `undated_replies` more nobody knows the day.
    """

    applications: int
    applied: int
    first_reply_days: tuple[int, ...] = ()
    interviewed: int = 0
    offers: int = 0
    last_applied_on: date | None = None
    undated_replies: int = 0

    @property
    def replies(self) -> int:
        """The applications that got an answer."""
        return len(self.first_reply_days) + self.undated_replies


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
    if not memory.replies:
        return f"Applied {times}, no reply yet."
    replies = "one reply" if memory.replies == 1 else f"{memory.replies} replies"
    return f"Applied {times}, {replies}{_after(memory)}."


def _after(memory: Memory) -> str:
    """How long the answers took; "" where no day of one is known."""
    known = memory.first_reply_days
    if not known:
        return ""
    days = sorted(known)[len(known) // 2]
    after = f" after {days} day{'' if days == 1 else 's'}"
    if memory.replies == 1:
        return after
    return f", one{after}" if len(known) == 1 else f", in the middle{after}"
