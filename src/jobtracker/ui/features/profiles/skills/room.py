"""One's own skills: their list, and beside it what shows the one that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.domain.my_skills import OWN, MySkill
from jobtracker.ui.features.profiles.lines.parts import Line
from jobtracker.ui.features.profiles.lines.view import LineList
from jobtracker.ui.features.profiles.panel import Panel, PanelDelegate
from jobtracker.ui.features.profiles.section import EDGE, Section
from jobtracker.ui.features.profiles.skills.contract import SkillIntents, SkillRow
from jobtracker.ui.features.profiles.skills.sheet import SkillSheet
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_each
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.dialogs import open_file
from jobtracker.ui.widgets.empty_state import EmptyState
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane

EMPTY = (
    "No skill yet",
    "What you can do, and where you did it. Postings and profiles are held against it.",
    "Add a skill",
)
PATTERNS = ("JSON Resume (*.json)", "All files (*)")
EVIDENCE_HEIGHT = 88


class SkillPanel(Panel[SkillRow]):
    """Del takes the selected one away, F2 or Enter goes to what shows it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "My skills", lambda row: row.skill.id, _spoken, EmptyState(*EMPTY))
        self.acted: Channel[str] = Channel()
        self.list.setItemDelegate(PanelDelegate(theme, self.list, 2, _card))
        self.list.opened.subscribe(lambda _row: self.acted.put("edit"), owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = {Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete"}.get(Qt.Key(event.key()))
        if name and self.list.selected() is not None:
            self.acted.put(name)
        else:
            super().keyPressEvent(event)


class SkillView(QWidget):
    """A skill with its evidence, which stores itself. `evident` carries the skill with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.evident: Channel[MySkill] = Channel()
        self.shown: SkillRow | None = None
        self._heading = Heading(theme, "title", Space.PAGE + EDGE)
        self.delete = Button("Delete", kind="ghost")
        self.evidence = LongField("Where you used it", placeholder="Add where you used it")
        theme.fit(self.evidence.setFixedHeight, EVIDENCE_HEIGHT)
        self.asked = LineList(theme, "Profiles that ask for it")
        self.asked.fixed = True
        self._asked = Section("Profiles that ask for it", self.asked)
        self.pane = ScrollPane(Space.PAGE)
        where = Section("Where you used it", self.evidence)
        where.show_line(shown=False)
        self.pane.column.addWidget(where)
        self.pane.column.addWidget(self._asked)
        self.pane.column.addStretch(1)
        self._heading.add(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(Space.SMALL)
        column.addWidget(self.pane, 1)
        self.evidence.committed.subscribe(self._tell, owner=self)
        self.show_skill(None)

    def show_skill(self, row: SkillRow | None) -> None:
        if self.shown is None or row is None or row.skill.id != self.shown.skill.id:
            self.evidence.commit()
        self.shown = row
        self.delete.setVisible(row is not None)
        self.pane.setVisible(row is not None)
        if row is None:
            self._heading.say("My skills", "What you can do, and where you did it")
            return
        keep_each(self.evidence, f"skill/{row.skill.id}")
        origin = "Your own" if row.skill.origin == OWN else "From a resume"
        self._heading.say(row.skill.name, origin)
        self.evidence.set_value(row.skill.evidence)
        self.asked.show_lines([Line(title, (at, 0)) for at, (_, title) in enumerate(row.profiles)])
        self._asked.setVisible(bool(row.profiles))

    def _tell(self, text: str) -> None:
        if self.shown is not None:
            self.evident.put(self.shown.skill._replace(evidence=text, origin=OWN))


class SkillRoom(QObject):
    """`panel` is its list for the narrow column, `view` what stands beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.intents = SkillIntents()
        self.panel = SkillPanel(theme)
        self.view = SkillView(theme)
        self._theme = theme
        self._wanted = 0
        self.panel.list.current.subscribe(self.view.show_skill, owner=self)
        self.panel.empty.button.clicked.connect(self.add)
        self.panel.acted.subscribe(self._act, owner=self)
        self.view.delete.clicked.connect(lambda: self._act("delete"))
        self.view.evident.subscribe(self.intents.saved.put, owner=self)

    def show_rows(self, rows: Sequence[SkillRow]) -> None:
        self.panel.show_rows(rows)
        if self._wanted and self.panel.list.select(self._wanted):
            self._wanted = 0
        self.view.show_skill(self.panel.list.selected())

    def show_saved(self, skill_id: int) -> None:
        """Select this one as soon as the rows are here."""
        self._wanted = skill_id

    def add(self) -> None:
        """Ask for a skill and what shows it."""
        sheet = SkillSheet(self._theme, self.panel)
        sheet.saved.subscribe(self.intents.saved.put, owner=self)
        sheet.open(sheet.name)

    def choose_resume(self) -> None:
        """Ask for a resume to read skills from."""
        open_file(self.panel, "Import a resume", PATTERNS, self.intents.resumes.put)

    def arrive(self) -> None:
        self.panel.arrive()

    def regions(self) -> list[QWidget]:
        if not self.panel.model.rows:
            return [self.panel.empty.button]
        return [self.panel.list, self.view.evidence]

    def _act(self, name: str) -> None:
        row = self.panel.list.selected()
        if row is None:
            return
        if name == "delete":
            self.intents.removed.put(row.skill)
        else:
            self.view.evidence.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(row: SkillRow) -> tuple[Sequence[str], str]:
    words = " ".join(row.skill.evidence.split()) or "No evidence yet"
    return (row.skill.name, words), ""


def _spoken(row: SkillRow) -> str:
    return ", ".join(filter(None, (row.skill.name, " ".join(row.skill.evidence.split()))))
