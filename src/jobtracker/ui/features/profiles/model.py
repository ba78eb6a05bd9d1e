"""The list of profiles: its rows, the filter over them and the one scale of their bars."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.profiles import OWN
from jobtracker.domain.text import folded
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.features.profiles.words import main_currency, range_words, row_words, span_of
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.profiles import ProfileSummary


class Filter(NamedTuple):
    """Which profiles are shown: those whose title or category has every word of `text`."""

    text: str = ""
    category: str = ""
    own: bool = False
    archived: bool = False


class ProfileModel(RowModel["ProfileSummary"]):
    """Shows the profiles that fit the filter. `scale` and `currency` are those of all."""

    def __init__(self) -> None:
        columns = [Column("Role", lambda row: row.title, spoken=row_words)]
        super().__init__(columns, key=lambda row: row.id)
        self.all: list[ProfileSummary] = []
        self.scale: Scale = scale_for(())
        self.currency: str | None = None
        self._chosen = Filter()

    def show_all(self, rows: "Sequence[ProfileSummary]") -> None:
        """Take over what was read, the roles most applied for first; the filter stays."""
        self.all = sorted(rows, key=lambda row: -row.applications)
        pays = [row.range.pay for row in rows if row.range]
        self.currency = main_currency(pays)
        spans = [span_of(pay, self.currency) for pay in pays]
        self.scale = scale_for(end for span in spans if span for end in span)
        self._filter()

    def filter(self, chosen: Filter) -> None:
        """Keep the rows that fit."""
        self._chosen = chosen
        self._filter()

    def categories(self) -> list[str]:
        return sorted({row.category for row in self.all if row.category}, key=str.casefold)

    def find(self, profile_id: int) -> "ProfileSummary | None":
        return next((row for row in self.all if row.id == profile_id), None)

    def titled(self, title: str) -> "ProfileSummary | None":
        """The profile of this title, a person's own before the library's."""
        wanted = folded(title)
        found = [row for row in self.all if folded(row.title) == wanted]
        return max(found, key=lambda row: row.origin == OWN, default=None)

    def _filter(self) -> None:
        words = folded(self._chosen.text).split()
        self.show_rows([row for row in self.all if self._fits(row, words)])

    def _fits(self, row: "ProfileSummary", words: list[str]) -> bool:
        chosen = self._chosen
        if (row.archived and not chosen.archived) or (chosen.own and row.origin != OWN):
            return False
        if chosen.category and row.category != chosen.category:
            return False
        text = folded(f"{row.title} {row.category}") if words else ""
        return all(word in text for word in words)


def range_text(row: "ProfileSummary") -> str:
    """The second line of a row."""
    return range_words(row.range.pay) if row.range else "No salary range"
