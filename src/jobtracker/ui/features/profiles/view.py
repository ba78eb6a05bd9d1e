"""A whole profile: its head with what can be done, and below it every part it has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.profiles import LIBRARY, tick_of
from jobtracker.ui.features.profiles.contract import Edited, Intents, Noted, Shown, Ticked
from jobtracker.ui.features.profiles.figures import RelatedRows, SalaryRows
from jobtracker.ui.features.profiles.head import ProfileHead
from jobtracker.ui.features.profiles.lines.parts import (
    SECTIONS,
    Line,
    added,
    changed,
    lines_of,
    tick_words,
)
from jobtracker.ui.features.profiles.lines.typing import Typed
from jobtracker.ui.features.profiles.lines.view import LineList
from jobtracker.ui.features.profiles.sample_letter import SampleLetter
from jobtracker.ui.features.profiles.section import Section
from jobtracker.ui.features.profiles.words import (
    main_currency,
    origin_words,
    scale_note,
    source_facts,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile

FOLDED = 12
SPARED = 3
"""A list that has only so many more lines than it shows is shown whole."""
NOTES_HEIGHT = 88
OTHER_NOTE = "Lines of the page that fit no part"
NOTES_NOTE = "Your own; kept as you type"


class ProfileView(QWidget):
    """Shows one profile; `acted` tells what its head was asked for, `wanted` another profile,
    `filled` that one is shown, `typing` what stands in a line's field, and in which part; None
    when it is closed.
    """

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        keep_not(self)
        self.acted: Channel[str] = Channel()
        self.wanted: Channel[int] = Channel()
        self.filled: Channel[None] = Channel()
        self.typing: Channel[tuple[str, Typed] | None] = Channel()
        self.shown: Shown | None = None
        self._theme = theme
        self._intents = intents
        self.head = ProfileHead(theme)
        self.pane = ScrollPane(Space.PAGE)
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pane.setAccessibleName("Profile")
        self.pane.column.setSpacing(Space.MEDIUM)
        self.salaries = SalaryRows(theme)
        self.related = RelatedRows(theme)
        self.letter = SampleLetter(theme)
        self.notes = LongField("Notes on this profile", placeholder="Add a note")
        theme.fit(self.notes.setFixedHeight, NOTES_HEIGHT)
        self.lists: dict[str, LineList] = {}
        self._unfolded: set[str] = set()
        self._told: tuple[int, str] = (0, "")
        self.sections = self._make_sections()
        self._lay_out()
        self._listen()
        self.pane.hide()

    def show_profile(self, shown: Shown) -> None:
        """Fill every part; empty ones are left out. The same profile keeps its place, and so does
        the copy of a library's that one of its lines was changed in.
        """
        before, profile = self.shown, shown.profile
        same = before is not None and _is_same(before.profile, profile)
        if not same:
            self._unfolded.clear()
            for one in self.lists.values():
                one.leave()
        self.shown = shown
        if not before or before.profile.id != profile.id:
            self.notes.commit()
            self.notes.setProperty("profile", profile.id)
        self.head.show_profile(profile, origin_words(profile))
        self.pane.show()
        self._fill(shown)
        if not same:
            for one in self.lists.values():
                one.go_to(-1)
            self.pane.verticalScrollBar().setValue(0)
        self.filled.put(None)

    def text_of(self, part: str) -> str:
        """What a part says, as it is shown, whether folded or not."""
        if part == "letter":
            return self.letter.toPlainText()
        return "\n".join(self.lists[part].lines.texts())

    def put_back_notes(self, noted: Noted) -> None:
        """Notes that could not be stored are still being typed."""
        if self.notes.property("profile") == noted.profile_id:
            self.notes.put_back(noted.text)

    def refuse_line(self, profile_id: int, reason: str) -> bool:
        """A line that could not be stored is being typed again, with the reason under its field;
        False where the profile is no longer the one that is shown.
        """
        told, part = self._told
        here = self.shown is not None and self.shown.profile.id == profile_id == told
        return here and self.lists[part].refuse(reason)

    def put_back_line(self, part: str, typed: Typed) -> bool:
        """Open the field of a line that was being typed in when the program ended, unless one is
        open; False where there is no such line. The keyboard stays where it is.
        """
        if any(one.editor is not None for one in self.lists.values()):
            return True
        listed = self.lists.get(part)
        if listed is None or not listed.put_back(typed, keys=False):
            return False
        self.pane.reveal(listed, listed.visualRect(listed.currentIndex()))
        return True

    def enter(self) -> None:
        """Put the keyboard on the first line."""
        lists = self._walk()
        (lists[0] if lists else self.pane).setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, shown: Shown) -> None:
        profile = shown.profile
        for part in self.lists:
            if part != "source":
                self._show_lines(part, lines_of(profile, part, shown.ticks))
        self._show_lines("source", source_facts(profile))
        self.letter.show_letter(profile.letter)
        self.notes.set_value(profile.notes)
        self.salaries.show_ranges(profile.salaries, shown.official, shown.today)
        currency = main_currency(salary.pay for salary in profile.salaries)
        official = bool(shown.official) and not profile.salaries
        self.sections["salary"].say("" if official else scale_note(profile.salaries, currency))
        self.related.show_roles(shown.related)
        self._show_filled(shown)

    def _show_lines(self, part: str, lines: list[Line]) -> None:
        section, listed = self.sections[part], self.lists[part]
        folds = len(lines) > FOLDED + SPARED and part not in self._unfolded
        listed.show_lines(lines, FOLDED if folds else 0)
        section.offer_all(len(lines) if folds else 0)
        if part in SECTIONS:
            section.say(tick_words(lines))

    def _show_filled(self, shown: Shown) -> None:
        """Show the parts that hold something, each with a line above but the first."""
        profile = shown.profile
        filled = {part: bool(one.lines.total) for part, one in self.lists.items()}
        filled |= {
            "salary": bool(profile.salaries or shown.official),
            "related": bool(profile.related),
            "letter": bool(profile.letter),
            "notes": True,
        }
        first = True
        for name, section in self.sections.items():
            section.setVisible(filled[name])
            section.show_line(shown=not first)
            first = first and not filled[name]

    def _make_sections(self) -> dict[str, Section]:
        given: dict[str, QWidget] = {
            "salary": self.salaries,
            "related": self.related,
            "letter": self.letter,
            "notes": self.notes,
        }
        notes = {"other": OTHER_NOTE, "notes": NOTES_NOTE}
        made = {}
        for name, title in _PARTS:
            content = given.get(name) or self._list(name, title)
            made[name] = Section(title, content, notes.get(name, ""))
        return made

    def _list(self, part: str, title: str) -> LineList:
        made = self.lists[part] = LineList(self._theme, title, bullets=part == "alternates")
        made.fixed = part == "source"
        made.ticked.subscribe(lambda line: self._tick(part, line, not line.shown), owner=self)
        made.noted.subscribe(lambda typed: self._note(part, typed), owner=self)
        made.worded.subscribe(lambda typed: self._reword(part, typed), owner=self)
        made.added.subscribe(lambda typed: self._add(part, typed), owner=self)
        made.typing.subscribe(
            lambda typed: self.typing.put((part, typed) if typed is not None else None), owner=self
        )
        made.left.subscribe(lambda step: self._walk_on(made, step), owner=self)
        made.caret.subscribe(self._follow(made), owner=self)
        return made

    def _tick(self, part: str, line: Line, shown: bool, note: str = "") -> None:
        if self.shown is not None:
            ticked = Ticked(self.shown.profile.id, SECTIONS[part], line.text, shown, note)
            self._intents.ticked.put(ticked)

    def _note(self, part: str, typed: Typed) -> None:
        self._told = self.shown.profile.id if self.shown else 0, part
        self._tick(part, typed.line, shown=True, note=" ".join(typed.text.split()))

    def _reword(self, part: str, typed: Typed) -> None:
        if self.shown is None:
            return
        profile, line = self.shown.profile, typed.line
        self._told = profile.id, part
        moved = (tick_of(SECTIONS[part], line.text), typed.text.strip()) if line.shown else None
        after = changed(profile, part, line.place, typed.text)
        self._intents.reworded.put(Edited(profile.id, after, moved))

    def _add(self, part: str, typed: Typed) -> None:
        if self.shown is not None:
            profile = self.shown.profile
            self._told = profile.id, part
            after = added(profile, part, typed.line.place, typed.text)
            self._intents.reworded.put(Edited(profile.id, after))

    def _walk(self) -> list[LineList]:
        """The lists that are shown, in the order of the page."""
        shown = [self.sections[name] for name in self.sections if name in self.lists]
        visible = [one.content for one in shown if one.isVisibleTo(self)]
        return [one for one in visible if isinstance(one, LineList)]

    def _walk_on(self, before: LineList, step: int) -> None:
        lists = self._walk()
        at = lists.index(before) + step
        if 0 <= at < len(lists):
            lists[at].go_to(0 if step > 0 else lists[at].lines.rowCount() - 1)
            lists[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, widget: QWidget) -> Callable[[QRect], None]:
        """Scroll to where one is, while it is moved by keys."""

        def follow(rect: QRect) -> None:
            if widget.isAncestorOf(self.focusWidget() or self) or widget.hasFocus():
                self.pane.reveal(widget, rect.adjusted(0, -rect.height(), 0, rect.height()))

        return follow

    def _unfolding(self, part: str) -> Callable[[None], None]:
        return lambda _none: self._unfold(part)

    def _unfold(self, part: str) -> None:
        if self.shown is None:
            return
        self._unfolded.add(part)
        listed = self.lists[part]
        row = listed.lines.rowCount()
        self._show_lines(part, lines_of(self.shown.profile, part, self.shown.ticks))
        listed.go_to(row)
        listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        self.head.chosen.subscribe(self.acted.put, owner=self)
        self.related.chosen.subscribe(self.wanted.put, owner=self)
        self.letter.caret.subscribe(self._follow(self.letter), owner=self)
        self.notes.committed.subscribe(self._keep_notes, owner=self)
        for part in self.lists:
            self.sections[part].unfolded.subscribe(self._unfolding(part), owner=self)

    def _keep_notes(self, text: str) -> None:
        profile_id = self.notes.property("profile")
        if profile_id is not None:
            self._intents.noted.put(Noted(profile_id, text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(Space.SMALL)
        for section in self.sections.values():
            self.pane.column.addWidget(section)
        self.pane.column.addStretch(1)
        column.addWidget(self.pane, 1)


def _is_same(before: "RoleProfile", now: "RoleProfile") -> bool:
    """Whether this is the profile that was shown, or one is the copy that was made of the other
    (undone, the library's is back).
    """
    copied = before.title == now.title and (before.origin == LIBRARY) != (now.origin == LIBRARY)
    return before.id == now.id or copied


_PARTS = (
    ("summary", "In short"),
    ("glance", "At a glance"),
    ("salary", "Salary"),
    ("duties", "Duties"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("overview", "Overview"),
    ("outlook", "Career outlook"),
    ("related", "Related roles"),
    ("alternates", "Other titles"),
    ("questions", "Questions and answers"),
    ("letter", "Sample letter"),
    ("other", "Other"),
    ("notes", "Notes"),
    ("source", "Source"),
)
