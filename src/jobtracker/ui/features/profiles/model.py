"""The list of profiles: its rows, the filter over them and the one scale of their bars."""

from typing import TYPE_CHECKING

from jobtracker.domain.text import folded
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.features.profiles.words import main_currency, range_words, row_words, span_of
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.profiles import ProfileSummary


class ProfileModel(RowModel["ProfileSummary"]):
    """Shows the profiles that fit the filter. `scale` and `currency` are those of all."""

    def __init__(self) -> None:
        columns = [Column("Role", lambda row: row.title, spoken=row_words)]
        super().__init__(columns, key=lambda row: row.id)
        self.all: list[ProfileSummary] = []
        self.scale: Scale = scale_for(())
        self.currency: str | None = None
        self._words: list[str] = []
        self._category = ""

    def show_all(self, rows: "Sequence[ProfileSummary]") -> None:
        """Take over what was read, the roles most applied for first; the filter stays."""
        self.all = sorted(rows, key=lambda row: -row.applications)
        pays = [row.range.pay for row in rows if row.range]
        self.currency = main_currency(pays)
        spans = [span_of(pay, self.currency) for pay in pays]
        self.scale = scale_for(end for span in spans if span for end in span)
        self._filter()

    def filter(self, text: str, category: str) -> None:
        """Keep the rows whose title or category has every word, in one category or in all."""
        self._words = folded(text).split()
        self._category = category
        self._filter()

    def categories(self) -> list[str]:
        return sorted({row.category for row in self.all if row.category}, key=str.casefold)

    def find(self, profile_id: int) -> "ProfileSummary | None":
        return next((row for row in self.all if row.id == profile_id), None)

    def titled(self, title: str) -> "ProfileSummary | None":
        """The profile of this title, a person's own before the library's."""
        wanted = folded(title)
        found = [row for row in self.all if folded(row.title) == wanted]
        return max(found, key=lambda row: row.origin == "own", default=None)

    def _filter(self) -> None:
        self.show_rows([row for row in self.all if self._fits(row)])

    def _fits(self, row: "ProfileSummary") -> bool:
        if self._category and row.category != self._category:
            return False
        words = folded(f"{row.title} {row.category}")
        return all(word in words for word in self._words)


def range_text(row: "ProfileSummary") -> str:
    """The second line of a row."""
    return range_words(row.range.pay) if row.range else "No salary range"
