"""The sheet a target role is typed into."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jobtracker.domain.target_roles import TargetRole
from jobtracker.ui.features.profiles.targets.draft import Draft, applied, draft_of, understood
from jobtracker.ui.features.profiles.targets.words import MODES
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.long_text import LongField
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (640, 680)
LINE_HEIGHT, ROWS = 17, 3
LINES = (
    ("title", "Title", "Python Developer"),
    ("level", "Level", "senior"),
    ("places", "Places", "Austin, TX; Berlin"),
    ("floor", "Floor", "$130K a year"),
    ("target", "Target", "$150K a year"),
    ("stretch", "Stretch", "$165K a year"),
)


class TargetSheet(Sheet):
    """`saved` carries the role as typed; what is wrong stands under its field."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        role: TargetRole,
        profiles: Sequence[tuple[int, str]],
        count: int,
    ) -> None:
        """`profiles` as (id, title); `count` target roles there are, for the priority."""
        super().__init__(theme, opener, "Edit target role" if role.id else "Add target role", SIZE)
        keep_together(self, f"target/{role.id or 'new'}")
        self.saved: Channel[TargetRole] = Channel()
        self._role = role
        self.lines = {
            name: CommitLineEdit(label, placeholder=example) for name, label, example in LINES
        }
        self.mode = Choice[str](theme, "Work mode")
        self.mode.set_options([("", "Any"), *MODES.items()])
        self.priority = Choice[int](theme, "Priority")
        places = range(1, max(count + (0 if role.id else 1), role.priority) + 1)
        self.priority.set_options([(at, f"{at}, first" if at == 1 else str(at)) for at in places])
        self.profile = Choice[int](theme, "Profile")
        self.profile.set_options([(0, "None"), *profiles])
        self.search_words = LongField("Search words")
        self.notes = LongField("Notes")
        self.form = Form(theme)
        self.save = Button("Save" if role.id else "Add target role", kind="primary")
        self.default = self.save
        self._fill(draft_of(role), len(places))
        self._arrange(theme)
        self.save.clicked.connect(self._save)

    def _fill(self, draft: Draft, last: int) -> None:
        for name, line in self.lines.items():
            line.set_value(getattr(draft, name))
        self.mode.set_value(draft.work_mode)
        self.priority.set_value(draft.priority or last)
        self.profile.set_value(draft.profile_id or 0)
        self.search_words.set_value(draft.search_words)
        self.notes.set_value(draft.notes)

    def _draft(self) -> Draft:
        return Draft(
            **{name: line.value() for name, line in self.lines.items()},
            work_mode=self.mode.value() or "",
            priority=self.priority.value() or 0,
            search_words=self.search_words.value(),
            profile_id=self.profile.value() or None,
            notes=self.notes.value(),
        )

    def _save(self) -> None:
        result = applied(self._role, self._draft())
        self.form.show_errors(dict(result.errors))
        if result.role is not None:
            self.close()
            self.saved.put(result.role)

    def _arrange(self, theme: Theme) -> None:
        for long in (self.search_words, self.notes):
            theme.fit(long.setFixedHeight, LINE_HEIGHT * ROWS + 2 * Space.SMALL)
        lines, form = self.lines, self.form
        form.add("title", "Title", lines["title"])
        form.add_pair(("level", "Level", lines["level"]), ("priority", "Priority", self.priority))
        form.add_pair(("places", "Places", lines["places"]), ("mode", "Work mode", self.mode))
        for name, label, _ in LINES[3:]:
            field = form.add(name, label, lines[name])
            lines[name].textEdited.connect(lambda text, f=field: f.set_hint(understood(text)))
        form.add("profile", "Reference profile", self.profile)
        form.add(
            "search_words", "Search words", self.search_words, hint="One search a line, to copy"
        )
        form.add("notes", "Notes", self.notes)
        pane = ScrollPane(Space.TIGHT)
        pane.column.addWidget(form)
        self.body.addWidget(pane)
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.save)
