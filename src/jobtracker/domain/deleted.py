"""What was deleted and can come back: the entries of the bin."""

from typing import NamedTuple

KEPT_DAYS = 90

KIND_WORDS = {
    "application": ("application", "applications"),
    "company": ("company", "companies"),
    "contact": ("contact", "contacts"),
    "custom_field": ("own field", "own fields"),
    "document": ("file", "files"),
    "exchange_rate": ("exchange rate", "exchange rates"),
    "interview": ("interview", "interviews"),
    "letter": ("letter", "letters"),
    "letter_block": ("block", "blocks"),
    "letter_template": ("template", "templates"),
    "my_skill": ("skill", "skills"),
    "offer": ("offer", "offers"),
    "pay_fact": ("pay fact", "pay facts"),
    "profile": ("profile", "profiles"),
    "salary_table": ("salary table", "salary tables"),
    "saved_view": ("saved view", "saved views"),
    "target_role": ("target role", "target roles"),
}
"""How one and several of each kind are called."""


class Deleted(NamedTuple):
    """A deleted record. `id` names it in the bin; `deleted_at` is ISO text in UTC, `step` the
    step that took it away ("delete application", "undo add Developer"). `holds` counts what
    comes back with it, by kind.
    """

    id: int
    kind: str
    name: str
    deleted_at: str
    step: str
    holds: tuple[tuple[str, int], ...] = ()


def counted(kind: str, count: int) -> str:
    """How many of a kind, in words: “2 letters”."""
    return f"{count:,} {KIND_WORDS[kind][count != 1]}"


def held(entry: Deleted) -> str:
    """What comes back with it: "2 letters, 1 file"."""
    return ", ".join(counted(kind, count) for kind, count in entry.holds)
