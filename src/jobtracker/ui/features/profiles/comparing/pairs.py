"""Two profiles side by side: the same parts aligned, what differs said by sign and words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.money import short_range
from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.domain.salary_ranges import whole_range
from jobtracker.domain.text import folded
from jobtracker.ui.features.profiles.words import level_words, range_words

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.domain.salary_ranges import SalaryRange

BOTH, LEFT, RIGHT, OTHER = "both", "left", "right", "other"
SIGNS = {BOTH: "=", LEFT: "\N{MINUS SIGN}", RIGHT: "+", OTHER: "≠"}
"""How a row is marked: the same, only at the left, only at the right, different words."""
WORDS = {BOTH: "in both", LEFT: "only in the first", RIGHT: "only in the second", OTHER: "differs"}


class PairRow(NamedTuple):
    """A row: what each side says, how they differ, and by how much in words. A heading has
    neither side and no mark.
    """

    label: str
    left: str = ""
    right: str = ""
    mark: str = ""
    difference: str = ""

    @property
    def is_heading(self) -> bool:
        return not self.mark


def compared(left: "RoleProfile", right: "RoleProfile") -> list[PairRow]:
    """All rows under their headings, in the order of a profile's page."""
    parts = (
        ("At a glance", _facts(left, right)),
        ("Salary", _ranges(left.salaries, right.salaries)),
        ("Duties", _lines(left.duties, right.duties)),
        ("Qualifications", _lines(_items(left), _items(right))),
        ("Skills", _lines(left.skills, right.skills)),
        ("Career outlook", _lines(left.outlook, right.outlook)),
        ("Related roles", _lines(_related(left), _related(right))),
        ("Other titles", _lines(left.alternates, right.alternates)),
    )
    found = []
    for title, rows in parts:
        told = list(rows)
        if told:
            found += [PairRow(title, difference=_summary(told)), *told]
    return found


def spoken(row: PairRow) -> str:
    """A row as it is read aloud."""
    if row.is_heading:
        return ", ".join(filter(None, (row.label, row.difference)))
    sides = {BOTH: [row.left], LEFT: [row.left], RIGHT: [row.right]}
    told = sides.get(row.mark, [row.left or "nothing", row.right or "nothing"])
    if row.mark == BOTH and row.left != row.right:
        told = [row.left, row.right]
    words = " against ".join(told)
    return ", ".join(filter(None, (row.label, words, row.difference or WORDS[row.mark])))


def _summary(rows: Sequence[PairRow]) -> str:
    """As in "3 in both, 5 only in the first"."""
    counts = {mark: sum(row.mark == mark for row in rows) for mark in (BOTH, LEFT, RIGHT, OTHER)}
    names = {**WORDS, OTHER: "differ"}
    return ", ".join(f"{count} {names[mark]}" for mark, count in counts.items() if count)


def _lines(left: Sequence[str], right: Sequence[str]) -> Iterator[PairRow]:
    """What both have first, then what is only in one; case and accents apart."""
    first, second = ({folded(line): line for line in side} for side in (left, right))
    for key, line in first.items():
        if key in second:
            yield PairRow("", line, second[key], BOTH)
    yield from (PairRow("", line, "", LEFT) for key, line in first.items() if key not in second)
    yield from (PairRow("", "", line, RIGHT) for key, line in second.items() if key not in first)


def _facts(left: "RoleProfile", right: "RoleProfile") -> Iterator[PairRow]:
    first, second = ({fact.label: fact.value for fact in one.glance} for one in (left, right))
    for label in dict.fromkeys((*first, *second)):
        yield _pair(label, first.get(label, ""), second.get(label, ""))


def _ranges(left: Sequence["SalaryRange"], right: Sequence["SalaryRange"]) -> Iterator[PairRow]:
    """The whole roles, then level by level; two of one level are aligned in their order."""
    first, second = _by_level(left), _by_level(right)
    whole = whole_range(tuple(left)), whole_range(tuple(right))
    if whole[0] and whole[1]:
        told = (whole[0].pay, whole[1].pay)
        row = _pair("Whole role", *map(range_words, told))
        yield row._replace(difference=difference_words(*told))
        for side in (first, second):
            side.pop(("", 0), None)
    for key in dict.fromkeys((*first, *second)):
        one, other = first.get(key), second.get(key)
        level = level_words(one or other) if (one or other) else ""  # type: ignore[arg-type]  # one of them is there
        words = [range_words(side.pay) if side else "" for side in (one, other)]
        row = _pair(level, *words)
        yield row._replace(difference=difference_words(one.pay, other.pay) if one and other else "")


def _by_level(ranges: Sequence["SalaryRange"]) -> dict[tuple[str, int], "SalaryRange"]:
    found: dict[tuple[str, int], SalaryRange] = {}
    for one in ranges:
        number = sum(level == one.level for level, _ in found)
        found[one.level, number] = one
    return found


def difference_words(one: Pay, other: Pay) -> str:
    """How the second range differs from the first: "+ $12K at the top, same at the bottom"."""
    if one.currency != other.currency or one.period is None or other.period is None:
        return "not comparable: other currency or period"
    if None in (one.low, one.high, other.low, other.high):
        return ""
    first, second = convert(one, Period.YEAR), convert(other, Period.YEAR)
    parts = []
    for name, before, after in (
        ("bottom", first.low, second.low),
        ("top", first.high, second.high),
    ):
        assert before is not None
        assert after is not None
        parts.append((name, after - before))
    if not any(step for _, step in parts):
        return "the same"
    return ", ".join(_step(name, step, one) for name, step in parts)


def _step(name: str, step: int, pay: Pay) -> str:
    if not step:
        return f"same at the {name}"
    amount = short_range(Pay(abs(step), abs(step), pay.currency, Period.YEAR))
    sign = "+" if step > 0 else "\N{MINUS SIGN}"
    return f"{sign} {amount} at the {name}"


def _pair(label: str, left: str, right: str) -> PairRow:
    if folded(left) == folded(right):
        return PairRow(label, left, right, BOTH)
    mark = OTHER if left and right else LEFT if left else RIGHT
    return PairRow(label, left, right, mark)


def _items(profile: "RoleProfile") -> list[str]:
    return [item for group in profile.qualifications for item in group.items]


def _related(profile: "RoleProfile") -> list[str]:
    return [role.title for role in profile.related]
