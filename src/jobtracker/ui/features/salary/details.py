"""What a person stands on, in full: both periods, who says so, of when, on how many answers."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Period, convert
from jobtracker.domain.salary_lines import OFFICIAL
from jobtracker.domain.salary_ranges import trust_words
from jobtracker.ui.features.salary.contract import Leading, Way
from jobtracker.ui.features.salary.rows import counted_words, drawn_marks, mark_words, range_for
from jobtracker.ui.features.salary.words import in_both, title_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import ElidedLabel
from jobtracker.ui.widgets.range_words import source_words

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import PayMark, SalaryLine

OPEN = {
    Way.PROFILE: "Open profile",
    Way.APPLICATION: "Open application",
    Way.OFFER: "Open offer",
    Way.EXPLORE: "All places",
}


class RangeDetails(QWidget):
    """Two lines below the chart. `opened` carries what a person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: Channel[Leading] = Channel()
        self._leading: Leading | None = None
        self.title = ElidedLabel("", "strong")
        self.source = ElidedLabel("", "small")
        self.open = Button("Open profile", kind="link")
        self.open.clicked.connect(self._ask)
        texts = QVBoxLayout()
        texts.setSpacing(Space.HAIR)
        texts.addWidget(self.title)
        texts.addWidget(self.source)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PAGE, Space.SNUG, Space.PANE, Space.SNUG)
        row.setSpacing(Space.MEDIUM)
        row.addLayout(texts, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_spot(self, line: "SalaryLine", mark: int, period: Period, today: date) -> None:
        """A line, or the mark on it that is drawn at this place."""
        marks, told = drawn_marks(line, period), range_for(line, period)
        if 0 <= mark < len(marks):
            self.title.setText(mark_words(marks[mark][0], period))
            self.source.setText(f"In {title_of(line)}: {long_range(convert(told.pay, period))}")
        else:
            self.title.setText(f"{title_of(line)}: {in_both(line.range.pay, period)}")
            self.source.setText(_to_know(line, period, today))
        self._leading = leading_from(line, marks[mark][0] if 0 <= mark < len(marks) else None)
        self.open.setVisible(self._leading is not None)
        if self._leading is not None:
            self.open.setText(OPEN[self._leading.way])

    def _ask(self) -> None:
        if self._leading is not None:
            self.opened.put(self._leading)


def _to_know(line: "SalaryLine", period: Period, today: date) -> str:
    """What to know before leaning on a range, then who says so."""
    told = range_for(line, period)
    known = [*told.notes, *trust_words(told, today), counted_words(told.pay, period)]
    if line.left_out:
        known.append(f"{line.left_out} more figures stand on it than are shown")
    parts = (", ".join(filter(None, dict.fromkeys(known))), source_words(told))
    return ". ".join(part[:1].upper() + part[1:] for part in parts if part)


def leading_from(line: "SalaryLine", mark: "PayMark | None") -> Leading | None:
    """Where Enter leads: an offer, an application, else the profile or the occupation's places."""
    if mark is not None and mark.offer_id is not None:
        return Leading(Way.OFFER, mark.offer_id)
    if mark is not None and mark.application_id is not None:
        return Leading(Way.APPLICATION, mark.application_id)
    if line.kind == OFFICIAL:
        return Leading(Way.EXPLORE, code=line.range.code)
    return Leading(Way.PROFILE, line.profile_id) if line.profile_id else None
