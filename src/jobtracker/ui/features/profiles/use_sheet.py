"""Choosing what a profile is used for, or held against: an application, another profile."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.domain.text import shortened
from jobtracker.ui.features.profiles.contract import OpenApplication, Pair, Use
from jobtracker.ui.features.profiles.model import range_text
from jobtracker.ui.features.profiles.pick_sheet import PickSheet
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary

LONGEST = 32


class UseSheet(PickSheet[OpenApplication]):
    """Over the open applications; `used` carries the one that was chosen."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        profile: tuple[int, str],
        rows: Sequence[OpenApplication],
    ) -> None:
        key, title = profile
        super().__init__(
            theme,
            opener,
            f"Use {shortened(title, LONGEST)} for an application",
            ("Company or role", "Open applications"),
            rows,
            lambda row: (row.role, _words(row)),
            lambda row: f"Use for {shortened(row.company, LONGEST)}",
        )
        self.used: Channel[Use] = Channel()
        self.picked.subscribe(lambda row: self.used.put(Use(key, title, row)), owner=self)


class LetterSheet(PickSheet[OpenApplication]):
    """Over the open applications, for a letter that begins with a profile's sample."""

    def __init__(self, theme: Theme, opener: QWidget, rows: Sequence[OpenApplication]) -> None:
        super().__init__(
            theme,
            opener,
            "Write a letter from the sample",
            ("Company or role", "Open applications"),
            rows,
            lambda row: (row.role, row.company),
            lambda row: f"Write to {shortened(row.company, LONGEST)}",
        )


class CompareSheet(PickSheet["ProfileSummary"]):
    """Over the other profiles; `chosen` carries both."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        profile: tuple[int, str],
        rows: "Sequence[ProfileSummary]",
    ) -> None:
        key, title = profile
        super().__init__(
            theme,
            opener,
            f"Compare {shortened(title, LONGEST)} with",
            ("Role or category", "Other profiles"),
            rows,
            lambda row: (row.title, ", ".join(filter(None, (range_text(row), row.category)))),
            lambda row: f"Compare with {shortened(row.title, LONGEST)}",
        )
        self.chosen: Channel[Pair] = Channel()
        self.picked.subscribe(lambda row: self.chosen.put(Pair(key, row.id)), owner=self)


def _words(row: OpenApplication) -> str:
    now = f"compared with {row.profile}" if row.profile else "no reference role yet"
    return f"{row.company}, {now}"
