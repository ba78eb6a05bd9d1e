"""What could not be read, gathered while a damaged file is read and told in sentences."""

from collections import defaultdict
from collections.abc import Iterable

from jobtracker.storage.salvage.row_reading import Lost

KINDS = {
    "application": ("application", "applications"),
    "company": ("company", "companies"),
    "company_alias": ("name of a company", "names of companies"),
    "contact": ("contact", "contacts"),
    "application_contact": ("contact's part", "contacts' parts"),
    "application_profile": ("profile of an application", "profiles of applications"),
    "application_tag": ("tag of an application", "tags of applications"),
    "target_role": ("target role", "target roles"),
    "posting": ("posting", "postings"),
    "tag": ("tag", "tags"),
    "custom_field": ("own field", "own fields"),
    "custom_value": ("value of an own field", "values of own fields"),
    "event": ("step of a history", "steps of histories"),
    "interview": ("interview", "interviews"),
    "offer": ("offer", "offers"),
    "pay_fact": ("figure of pay", "figures of pay"),
    "exchange_rate": ("exchange rate", "exchange rates"),
    "salary_table": ("salary table", "salary tables"),
    "salary_row": ("line of a salary table", "lines of salary tables"),
    "profile": ("role profile", "role profiles"),
    "profile_item": ("line of a profile", "lines of profiles"),
    "profile_mark": ("note on a profile", "notes on profiles"),
    "can_show": ("tick of a profile", "ticks of profiles"),
    "my_skill": ("skill", "skills"),
    "salary_range": ("salary range", "salary ranges"),
    "related_role": ("related role", "related roles"),
    "letter_template": ("letter template", "letter templates"),
    "letter": ("letter", "letters"),
    "letter_version": ("version of a letter", "versions of letters"),
    "letter_block": ("letter block", "letter blocks"),
    "letter_block_use": ("use of a block", "uses of blocks"),
    "document": ("document", "documents"),
    "blob": ("file's content", "files' contents"),
    "saved_view": ("saved view", "saved views"),
    "setting": ("setting", "settings"),
    "state": ("draft", "drafts"),
    "journal_step": ("step of undo", "steps of undo"),
    "journal_change": ("change in the history of undo", "changes in the history of undo"),
}
"""Every table of a workspace, as a person calls its rows: one, several."""

_MOST_RANGES = 12


class Losses:
    """Rows by table: lost, kept in part, kept with a blank, and children of lost parents."""

    def __init__(self) -> None:
        self.lost: defaultdict[str, set[int]] = defaultdict(set)
        self._unsure: set[str] = set()
        self._partly: defaultdict[str, set[int]] = defaultdict(set)
        self._blank: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._cut_off: defaultdict[str, int] = defaultdict(int)
        self._stand_ins: defaultdict[str, set[int]] = defaultdict(set)
        self._documents: list[str] = []
        self.altered_hashes: set[str] = set()
        self.rows: dict[str, int] = {}

    def unread(self, table: str, lost: Lost, gaps: Iterable[tuple[int, int]]) -> None:
        """These rows were met by their numbers only; `gaps` were given up."""
        self.lost[table] |= set(lost.known)
        if not lost.exact or (any(gaps) and not lost.known):
            self._unsure.add(table)

    def refused(self, table: str, key: int) -> None:
        """A row was read, but can't have been written so."""
        self.lost[table].add(key)

    def partly(self, table: str, key: int) -> None:
        """A lost row was put together of what else tells of it."""
        self.lost[table].discard(key)
        self._partly[table].add(key)

    def blank(self, table: str, key: int, column: str) -> None:
        """A row was kept with a value that is mended or left out."""
        self._blank[table, column].add(key)

    def altered(self, _key: int, digest: str) -> None:
        """Bytes of a document were read, but are not those that were stored."""
        self.altered_hashes.add(digest)

    def document(self, sentence: str) -> None:
        self._documents.append(sentence)

    def cut_off(self, table: str) -> None:
        """A row was left out because what it belongs to could not be read."""
        self._cut_off[table] += 1

    def stand_in(self, table: str, key: int) -> None:
        """Something was put where a lost row was, for others to hang on."""
        self._stand_ins[table].add(key)
        self.lost[table].discard(key)

    def sentences(self) -> tuple[str, ...]:
        """What is missing, by kind and count; nothing where all could be read."""
        return (
            *(self._lost_of(table) for table in KINDS if self.lost[table]),
            *(_partly_of(table, keys) for table, keys in self._partly.items() if keys),
            *(_stands_for(table, keys) for table, keys in self._stand_ins.items()),
            *(_blanks(*place, keys) for place, keys in self._blank.items()),
            *(_left_out(table, count) for table, count in self._cut_off.items()),
            *self._documents,
            *self._untold(),
        )

    def _untold(self) -> tuple[str, ...]:
        """Tables of which nothing tells how many rows they had."""
        kinds = [KINDS[table][1] for table in KINDS if table in self._unsure - self._told()]
        if not kinds:
            return ()
        return (f"Whether there were more of these cannot be told: {', '.join(kinds)}.",)

    def _told(self) -> set[str]:
        return {table for table, keys in self.lost.items() if keys}

    def _lost_of(self, table: str) -> str:
        keys = self.lost[table]
        _, several = KINDS[table]
        total = self.rows.get(table, 0) + len(keys)
        at_least = "At least " if table in self._unsure else ""
        numbered = f": numbers {numbers(keys)}" if table not in _UNNUMBERED else ""
        return f"{at_least}{len(keys)} of {total} {several} could not be read{numbered}."


_UNNUMBERED = ("blob", "setting", "state", "journal_step", "journal_change", "profile_item")


def numbers(keys: Iterable[int]) -> str:
    """`1, 5-7, 9`; a long list ends with how many more there are."""
    ranges: list[list[int]] = []
    for key in sorted(keys):
        if ranges and key == ranges[-1][1] + 1:
            ranges[-1][1] = key
        else:
            ranges.append([key, key])
    told = [f"{a}" if a == b else f"{a}-{b}" for a, b in ranges[:_MOST_RANGES]]
    more = sum(b - a + 1 for a, b in ranges[_MOST_RANGES:])
    return ", ".join(told) + (f" and {more} more" if more else "")


def counted(table: str, count: int) -> str:
    """`1 company`, `2 companies`."""
    one, several = KINDS[table]
    return f"{count} {one if count == 1 else several}"


def _partly_of(table: str, keys: set[int]) -> str:
    return f"{counted(table, len(keys))} could be read in part only: numbers {numbers(keys)}."


def _stands_for(table: str, keys: set[int]) -> str:
    return (
        f"{counted(table, len(keys))} could not be read, but what belongs there could, and has "
        f"stand-ins now: numbers {numbers(keys)}."
    )


def _blanks(table: str, column: str, keys: set[int]) -> str:
    words = column.replace("_", " ")
    return f"{counted(table, len(keys))} had an unreadable “{words}”: numbers {numbers(keys)}."


def _left_out(table: str, count: int) -> str:
    return f"{counted(table, count)} belonged to something that could not be read."
