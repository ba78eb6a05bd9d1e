"""The list of profiles: its rows, the filter over them and the one scale of their bars."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.profiles import OWN
from jobtracker.domain.text import folded
from jobtracker.ui.charts.scale import Scale, scale_for
from jobtracker.ui.features.profiles.words import main_currency, range_words, row_words, span_of
from jobtracker.ui.widgets.row_model import Column, RowModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jobtracker.domain.profiles import ProfileSummary


class Filter(NamedTuple):
    """Which profiles are shown: those whose title, category or one of whose other titles has
    every word of `text`.
    """

    text: str = ""
    category: str = ""
    own: bool = False
    archived: bool = False


class ProfileModel(RowModel["ProfileSummary"]):
    """Shows the profiles that fit the filter. `scale` and `currency` are those of all."""

    def __init__(self) -> None:
        columns = [Column("Role", lambda row: row.title, spoken=self._spoken)]
        super().__init__(columns, key=lambda row: row.id)
        self.all: list[ProfileSummary] = []
        self.scale: Scale = scale_for(())
        self.currency: str | None = None
        self._chosen = Filter()
        self._others: Mapping[int, Sequence[tuple[str, str]]] = {}

    def show_all(
        self,
        rows: "Sequence[ProfileSummary]",
        other_titles: "Mapping[int, Sequence[str]] | None" = None,
    ) -> None:
        """Take over what was read, the roles most applied for first; the filter stays.
        `other_titles` are those that the roles go by too, by the profile's id.
        """
        self._others = {
            key: [(folded(title), title) for title in titles]
            for key, titles in (other_titles or {}).items()
        }
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
        return self._is_named(row, words) or bool(self._other_title(row, words))

    def called(self, row: "ProfileSummary") -> str:
        """The other title that a row is shown for, where its own title does not fit the filter."""
        words = folded(self._chosen.text).split()
        return "" if self._is_named(row, words) else self._other_title(row, words)

    def _is_named(self, row: "ProfileSummary", words: list[str]) -> bool:
        text = folded(f"{row.title} {row.category}") if words else ""
        return all(word in text for word in words)

    def _other_title(self, row: "ProfileSummary", words: list[str]) -> str:
        fitting = (
            title
            for text, title in self._others.get(row.id, ())
            if all(word in text for word in words)
        )
        return next(fitting, "")

    def _spoken(self, row: "ProfileSummary") -> str:
        called = self.called(row)
        return f"{row_words(row)}, also called {called}" if called else row_words(row)

    def second_line(self, row: "ProfileSummary") -> str:
        """What stands under a row's title: its range, or the other title it was found by."""
        called = self.called(row)
        return f"Also {called}" if called else range_text(row)


def range_text(row: "ProfileSummary") -> str:
    """The second line of a row."""
    return range_words(row.range.pay) if row.range else "No salary range"
