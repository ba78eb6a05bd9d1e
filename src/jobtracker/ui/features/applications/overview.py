"""The overview of an application: salary, facts, notes, activity."""

from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain import money
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.contract import Readers, Shown
from jobtracker.ui.features.applications.facts import Facts
from jobtracker.ui.features.applications.salary import SalarySection
from jobtracker.ui.features.applications.timeline import Timeline, lines_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields, ApplicationView

NOTES_HEIGHT = 96
BY_TITLE = "By its title"
NO_ROLE = "None"


class Overview(ScrollPane):
    """`edited` tells which field was changed to what; `noted` a line for the activity."""

    def __init__(self, theme: Theme, readers: Readers) -> None:
        super().__init__()
        self.edited: Channel[tuple[str, ApplicationFields]] = Channel()
        self.noted: Channel[str] = Channel()
        self._theme = theme
        self._readers = readers
        self.salary = SalarySection(theme)
        self.facts = Facts(theme)
        self.role = Choice[str](theme, "Reference role")
        self.level = Choice[str](theme, "Level")
        self.notes = LongField("Notes", placeholder="Anything worth keeping")
        self.note = CommitLineEdit("Add a note", placeholder="Add a note to the activity")
        self.timeline = Timeline(theme)
        self._add_facts()
        self._lay_out()
        self._listen()

    def show_application(self, shown: Shown, today: date, *, anew: bool) -> None:
        """Show what is stored; `anew` for another application."""
        view = shown.view
        self.salary.show_application(shown)
        self._show_facts(view, anew=anew)
        self._show_role(shown)
        if anew:
            self.notes.document().setModified(False)
            self.note.restore()
            self.verticalScrollBar().setValue(0)
        self.notes.set_value(view.record.notes)
        self.timeline.show_lines(lines_of(view.events, today))

    def commit_all(self) -> None:
        """Store what is being typed, before another application is shown."""
        self.facts.commit_all()
        self.notes.commit()
        self.note.commit()

    def _show_facts(self, view: "ApplicationView", *, anew: bool) -> None:
        record = view.record
        applied = words.full_day(record.applied_on) if record.applied_on else ""
        for name, text, painted in (
            ("pay", record.pay.text, money.long_range(record.pay) if _has_amount(view) else ""),
            ("applied_on", applied, ""),
            ("company", record.company, ""),
            ("location", record.location, ""),
            ("url", record.url, ""),
        ):
            self.facts.set_value(name, text, painted, anew=anew)

    def _show_role(self, shown: Shown) -> None:
        profile = shown.view.profile
        options = [("", NO_ROLE), *((str(role.id), role.title) for role in shown.roles)]
        self.role.set_options(options)
        self.role.set_value(str(profile.id) if profile else "")
        levels = [
            ("", _by_title(shown.view)),
            *((level, level.capitalize()) for level in shown.levels),
        ]
        self.level.set_options(levels)
        self.level.set_value(profile.level if profile else "")
        for widget in (self.level, self._level_label):
            widget.setVisible(bool(shown.levels))

    def _listen(self) -> None:
        self.facts.typed.subscribe(lambda typed: self._typed(typed.field, typed.text), owner=self)
        self.role.chosen.subscribe(
            lambda role: self.edited.put(("profile", {"profile": role, "level": ""})), owner=self
        )
        self.level.chosen.subscribe(
            lambda level: self.edited.put(("level", {"level": level})), owner=self
        )
        self.salary.linked.subscribe(
            lambda role: self.edited.put(("profile", {"profile": str(role)})), owner=self
        )
        self.notes.committed.subscribe(
            lambda text: self.edited.put(("notes", {"notes": text})), owner=self
        )
        self.note.committed.subscribe(self._say, owner=self)

    def _typed(self, field: str, text: str) -> None:
        fields: ApplicationFields
        match field:
            case "applied_on":
                fields = {"applied_on": self._readers.day(text, True)}
            case "pay":
                fields = {"pay": text}
            case "company":
                fields = {"company": text}
            case "location":
                fields = {"location": text}
            case _:
                fields = {"url": text}
        self.edited.put((field, fields))

    def _say(self, text: str) -> None:
        self.note.set_value("")
        if text.strip():
            self.noted.put(text)

    def _add_facts(self) -> None:
        facts, readers = self.facts, self._readers
        facts.add_text("pay", "Posted range", "Not listed", "140-165k, $65/h", readers.pay)
        facts.add_widget("Reference role", self.role)
        self._level_label = facts.add_widget("Level", self.level)
        facts.add_text("applied_on", "Applied", "Not yet", "today, 26 oct", readers.applied)
        facts.add_text("company", "Company", "None")
        facts.add_text("location", "Location", "Not known")
        facts.add_text("url", "Link", "None", "Where the posting was found")

    def _lay_out(self) -> None:
        self.notes.setFixedHeight(self._theme.px(NOTES_HEIGHT))
        column = self.column
        column.addSpacing(Space.MEDIUM)
        for part in (self.salary, 10, line(), 4, self.facts, 4, line(), 4):
            column.addSpacing(part) if isinstance(part, int) else column.addWidget(part)
        column.addWidget(PlainLabel("Notes", "strong"))
        column.addWidget(self.notes)
        column.addSpacing(Space.SMALL)
        column.addWidget(PlainLabel("Activity", "strong"))
        column.addWidget(self.note)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.timeline)
        column.addStretch(1)


def _by_title(view: "ApplicationView") -> str:
    """What no chosen level comes to: the level that the title's words name."""
    if view.benchmark is None or (view.profile and view.profile.level):
        return BY_TITLE
    return f"{BY_TITLE}: {view.benchmark.range.level or 'whole role'}"


def _has_amount(view: "ApplicationView") -> bool:
    return view.record.pay.low is not None or view.record.pay.high is not None
