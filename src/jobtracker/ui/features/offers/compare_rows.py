"""The rows of the comparison as they are shown and copied."""

from typing import NamedTuple

from jobtracker.domain.offer_comparison import Cell, Comparison
from jobtracker.domain.text import folded
from jobtracker.ui.features.offers.bench import Bench
from jobtracker.ui.features.offers.draft import BASE

TOTALS = frozenset({"First year", "Steady year", "Guaranteed"})
PART_OF = {
    "Bonus": "bonus",
    "Sign-on": "sign-on",
    "Equity in the first year": "equity",
    "Equity in a steady year": "equity",
    "Retirement match": "match",
    "Health cost": "health",
    "Commute": "commute-cost",
    "Paid leave": "leave",
    "Hours a week": "hours",
    "On the way, a year": "commute",
}
"""What is changed where a row is entered; the base everywhere else."""
TRIED, WHAT_IF = "tried, not saved", "what-if"


class CompareRow(NamedTuple):
    """A row with a cell for each offer. `criterion` names one's own, whose marks can be typed;
    `part` what would be tried; `strong` are the totals.
    """

    name: str
    cells: tuple[Cell, ...]
    part: str = BASE
    criterion: str = ""
    strong: bool = False

    def spoken(self, place: int) -> str:
        cell = self.cells[place]
        return ", ".join(filter(None, (cell.text or "not said", cell.difference)))


def rows_of(bench: Bench, found: Comparison) -> list[CompareRow]:
    """Scores first, then the totals and the parts they are made of."""
    own = {key: name for key, name in bench.criteria().items() if key not in _FIXED}
    named = set(own.values())
    rows = [
        CompareRow(
            row.name,
            row.cells,
            PART_OF.get(row.name, BASE),
            row.name if row.name in named else "",
            row.name in TOTALS,
        )
        for row in found.rows
    ]
    there = {folded(row.name) for row in rows}
    empty = tuple(Cell("") for _ in found.columns)
    rows += [
        CompareRow(name, empty, criterion=name) for key, name in own.items() if key not in there
    ]
    return [*_scores(found), *rows]


_FIXED = frozenset({"pay", "equity", "leave", "hours", "commute"})


def titles_of(bench: Bench, found: Comparison) -> list[str]:
    """What stands above each column."""
    titles = []
    for column in found.columns:
        state = TRIED if column.offer_id in bench.tried else WHAT_IF if column.what_if else ""
        titles.append(f"{column.name} ({state})" if state else column.name)
    return titles


def as_text(titles: list[str], rows: list[CompareRow]) -> str:
    """The whole table for a spreadsheet: each difference in a column of its own."""
    heads = [""]
    for place, title in enumerate(titles):
        heads += [title] if not place else [title, f"{title}, difference"]
    lines = ["\t".join(heads)]
    for row in rows:
        cells = [row.name]
        for place, cell in enumerate(row.cells):
            cells += [cell.text] if not place else [cell.text, cell.difference]
        lines.append("\t".join(" ".join(one.split()) for one in cells))
    return "\n".join(lines)


def _scores(found: Comparison) -> list[CompareRow]:
    if not found.scores:
        return []
    first = found.scores[0].points
    cells = []
    for score in found.scores:
        apart = float(score.points - first)
        words = "" if score is found.scores[0] else _apart(apart)
        cells.append(Cell(f"{float(score.points):.1f} of 100", words))
    rows = [CompareRow("Score", tuple(cells), strong=True)]
    for place, part in enumerate(found.scores[0].parts):
        points = (score.parts[place].points for score in found.scores)
        made = tuple(Cell(f"{float(one):.1f} points") for one in points)
        rows.append(CompareRow(f"for {part.criterion}, weight {part.weight}", made))
    return rows


def _apart(points: float) -> str:
    if round(abs(points), 1) == 0:
        return "the same"
    sign, better = ("+", "better") if points > 0 else ("\N{MINUS SIGN}", "worse")
    return f"{sign}{abs(points):.1f} ({better})"
