"""A whole profile: its head with what can be done, and below it every part it has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.features.profiles.contract import Intents, Shown
from jobtracker.ui.features.profiles.figures import RelatedRows, SalaryRows
from jobtracker.ui.features.profiles.prose import Prose
from jobtracker.ui.features.profiles.section import EDGE, Section
from jobtracker.ui.features.profiles.words import (
    main_currency,
    origin_words,
    scale_note,
)
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.range_words import count_words
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile

OTHER_NOTE = "Lines of the page that fit no part"


class ProfileView(QWidget):
    """Shows one profile; `editing` asks for the editor, `wanted` for another profile."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__()
        self.editing: Channel[None] = Channel()
        self.wanted: Channel[int] = Channel()
        self.shown: Shown | None = None
        self._theme = theme
        self._intents = intents
        self._heading = Heading(theme, "title", Space.PAGE + EDGE)
        self.delete = Button("Delete", kind="ghost")
        self.edit = Button("Edit")
        self.use = Button("Use for application", kind="primary")
        self.pane = ScrollPane(Space.PAGE)
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pane.setAccessibleName("Profile")
        self.pane.column.setSpacing(Space.MEDIUM)
        self._salaries = SalaryRows(theme)
        self._related = RelatedRows(theme)
        self._proses: dict[str, Prose] = {}
        self._sections = self._make_sections()
        self._lay_out()
        self._listen()
        for widget in (self.pane, self.delete, self.edit, self.use):
            widget.hide()

    def show_profile(self, shown: Shown) -> None:
        """Fill every part; empty ones are left out. The same profile keeps its place."""
        same = self.shown is not None and self.shown.profile.id == shown.profile.id
        self.shown = shown
        profile = shown.profile
        used = f", used by {count_words(shown.applications)}" if shown.applications else ""
        self._heading.say(profile.title, origin_words(profile) + used)
        self.delete.setVisible(profile.origin == "own")
        for widget in (self.pane, self.edit, self.use):
            widget.show()
        self._fill(profile)
        self._salaries.show_ranges(profile.salaries)
        currency = main_currency(salary.pay for salary in profile.salaries)
        self._sections["salary"].say(scale_note(profile.salaries, currency))
        self._related.show_roles(shown.related)
        self._show_filled(profile)
        if not same:
            self.pane.verticalScrollBar().setValue(0)

    def text_of(self, part: str) -> str:
        """What a part of running text says, as it is shown."""
        return self._proses[part].toPlainText()

    def _fill(self, profile: "RoleProfile") -> None:
        proses = self._proses
        proses["summary"].show_paragraphs([profile.summary])
        proses["glance"].show_facts(profile.glance)
        proses["duties"].show_bullets(profile.duties)
        proses["overview"].show_paragraphs(profile.overview)
        proses["qualifications"].show_groups(profile.qualifications)
        proses["skills"].show_paragraphs([", ".join(profile.skills)])
        proses["outlook"].show_paragraphs(profile.outlook)
        proses["letter"].show_letter(profile.letter)
        proses["questions"].show_answers(profile.questions)
        proses["other"].show_paragraphs(profile.other)

    def _show_filled(self, profile: "RoleProfile") -> None:
        """Show the parts that hold something, each with a line above but the first."""
        first = True
        for name, section in self._sections.items():
            filled = bool(getattr(profile, _FIELDS.get(name, name)))
            section.setVisible(filled)
            section.show_line(shown=not first)
            first = first and not filled

    def _make_sections(self) -> dict[str, Section]:
        made = {}
        for name, title in _PARTS:
            content = {"salary": self._salaries, "related": self._related}.get(name)
            note = OTHER_NOTE if name == "other" else ""
            made[name] = Section(title, content or self._prose(name, title), note)
        return made

    def _prose(self, name: str, title: str) -> Prose:
        prose = self._proses[name] = Prose(self._theme, title)
        prose.caret.subscribe(self._follow(prose), owner=prose)
        return prose

    def _follow(self, prose: Prose) -> Callable[[QRect], None]:
        """Scroll to the text cursor while it is moved by keys."""

        def follow(rect: QRect) -> None:
            if prose.hasFocus():
                self.pane.reveal(prose, rect.adjusted(0, -rect.height(), 0, 2 * rect.height()))

        return follow

    def _listen(self) -> None:
        self.edit.clicked.connect(lambda: self.editing.put(None))
        self.use.clicked.connect(self._ask_to_use)
        self.delete.clicked.connect(self._ask_to_delete)
        self._related.chosen.subscribe(self.wanted.put, owner=self)

    def _ask_to_use(self) -> None:
        if self.shown is not None:
            self._intents.using.put(self.shown.profile.id)

    def _ask_to_delete(self) -> None:
        if self.shown is not None:
            self._intents.removed.put(self.shown.profile)

    def _lay_out(self) -> None:
        self._heading.add(self.delete, self.edit, self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(Space.SMALL)
        for section in self._sections.values():
            self.pane.column.addWidget(section)
        self.pane.column.addStretch(1)
        column.addWidget(self.pane, 1)


_PARTS = (
    ("summary", "In short"),
    ("glance", "At a glance"),
    ("salary", "Salary"),
    ("duties", "Duties"),
    ("overview", "Overview"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("outlook", "Career outlook"),
    ("related", "Related roles"),
    ("letter", "Sample letter"),
    ("questions", "Questions and answers"),
    ("other", "Other"),
)
_FIELDS = {"salary": "salaries"}
