"""The right side of the add sheet: its fields, the rarer ones only where they say something."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.facts import EmploymentType, WorkMode, fact_name
from jobtracker.domain.matching import Match, Role
from jobtracker.domain.stages import STAGES, Stage, stage_name
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.adding.fields import LABELS, MORE, TEXTS
from jobtracker.ui.features.adding.line_edit import LineEdit
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Field, Form

NO_ROLE = ("", "No reference role")
UNSAID = ("", "Not stated")
EXAMPLES = {
    "pay": "140-165k, $65/h",
    "due": "fri, +3, 30 nov",
    "deadline": "30 nov",
    "posted_on": "yesterday, 12 nov",
}
FOUND, MISSING = "Found in the text", "Not found in the text"
COLUMNS = 2


class AddForm(QWidget):
    """`typed` tells each change of a text or a choice by the field's name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.typed: Channel[str] = Channel()
        self.texts = {name: LineEdit() for name in TEXTS}
        self.stage = Choice[Stage](theme, "Stage")
        self.profile = Choice[str](theme, "Reference role")
        self.facts = {
            "work_mode": Choice[str](theme, "Work mode"),
            "employment_type": Choice[str](theme, "Employment type"),
        }
        self.same_company = Banner(theme)
        self.chosen: str | None = None
        self.why = ""
        self._country = self._contact_title = ""
        self._form = Form(theme)
        self._more = MoreFields(theme, self._editor)
        self._fill(theme)
        self._listen()

    def field(self, name: str) -> Field:
        return self._more.fields[name] if name in MORE else self._form.field(name)

    def draft(self, posting: str) -> Draft:
        texts = {name: editor.text() for name, editor in self.texts.items()}
        facts = {name: choice.value() or "" for name, choice in self.facts.items()}
        return Draft(
            **texts,
            **facts,
            country=self._country,
            contact_title=self._contact_title,
            profile=self.chosen,
            stage=self.stage.value() or Stage.SAVED,
            posting=posting,
        )

    def show_draft(self, draft: Draft) -> None:
        """Fill every field; only those that differ are touched, so that Undo in them stays."""
        self.chosen = draft.profile
        self._country, self._contact_title = draft.country, draft.contact_title
        for name, editor in self.texts.items():
            if editor.text() != draft.value(name):
                editor.setText(draft.value(name))
                editor.setCursorPosition(0)
        for name, choice in self.facts.items():
            choice.set_value(draft.value(name))
        self.stage.set_value(draft.stage)
        self.show_more({name for name in MORE if draft.value(name)})

    def show_more(self, names: set[str] | None = None) -> None:
        """Show these of the rarer fields beside those that are shown, None for all."""
        self._more.show_fields(set(MORE) if names is None else names)

    def use(self, name: str, words: str) -> None:
        """Put words of the text into a field, as a step of typing that Ctrl+Z takes back."""
        self.show_more({name} & set(MORE))
        editor = self.texts[name]
        editor.selectAll()
        editor.insert(words)
        self.go_to(name)

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field."""
        if name in MORE:
            self.show_more()
        editor = self._editor(name)
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def name_of(self, editor: QWidget | None) -> str:
        """The field of an editor; "" for any other widget."""
        return next((name for name in LABELS if self._editor(name) is editor), "")

    def tell(self, name: str, words: str, found: bool | None = None) -> None:
        """What is known of a field: what was understood, and whether it was found in the text;
        None where none was read.
        """
        field = self.field(name)
        field.set_hint(words)
        if name in self.texts:
            quiet = "Not found" if found is False and not words else ""
            usual = EXAMPLES.get(name, "") if found is None else quiet
            self.texts[name].setPlaceholderText(usual)
        if found is not None:
            said = (FOUND if found else MISSING, words)
            field.editor.setAccessibleDescription(". ".join(filter(None, said)))

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Ways to read a date, each as the text for the field and its words; none takes them
        away.
        """
        self.show_more({name} if choices else set())
        self._more.offer(name, choices, lambda text: self.use(name, text))

    def propose(self, match: Match | None) -> None:
        """The reference role that fits, while the person has chosen none."""
        self.profile.set_value(str(match.profile_id) if match else "")
        self.why = match.why if match else ""

    def show_roles(self, roles: Sequence[Role]) -> None:
        """The reference roles to choose from."""
        self.profile.set_options([NO_ROLE, *((str(role.id), role.title) for role in roles)])
        self.profile.set_value(self.chosen or "")

    def show_companies(self, names: Sequence[str]) -> None:
        """The companies known so far, offered while one types."""
        completer = QCompleter(list(names), self.texts["company"])
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.texts["company"].setCompleter(completer)

    def show_errors(self, errors: Mapping[str, str]) -> str:
        """Say under each field what is wrong; the first wrong one gets the keyboard and is
        answered.
        """
        self.show_more({name for name in MORE if name in errors})
        for name in LABELS:
            if name in errors or self.field(name).error:
                self.field(name).set_error(errors.get(name, ""))
        first = next((name for name in LABELS if name in errors), "")
        if first:
            self._editor(first).setFocus(Qt.FocusReason.OtherFocusReason)
        return first

    def _editor(self, name: str) -> QWidget:
        if name in self.texts:
            return self.texts[name]
        if name in self.facts:
            return self.facts[name]
        return self.stage if name == "stage" else self.profile

    def _fill(self, theme: Theme) -> None:
        form = self._form
        pairs = (("company", "location"), ("pay", "stage"), ("next_action", "due"))

        def parts(name: str) -> tuple[str, str, QWidget]:
            return name, LABELS[name], self._editor(name)

        form.add(*parts("role"))
        form.add_pair(*map(parts, pairs[0]))
        form.add_pair(*map(parts, pairs[1]))
        form.add(*parts("profile"))
        form.add_pair(*map(parts, pairs[2]))
        stages = [(stage, stage_name(stage)) for stage in STAGES]
        self.stage.set_options(stages, [theme.glyph_icon(stage.value) for stage in STAGES])
        self.stage.set_value(Stage.SAVED)
        for name, kind in (("work_mode", WorkMode), ("employment_type", EmploymentType)):
            values = [(str(one), fact_name(one)) for one in kind]
            self.facts[name].set_options([UNSAID, *values])
            self.facts[name].set_value("")
        for name, words in EXAMPLES.items():
            self.texts[name].setPlaceholderText(words)
        self.show_roles(())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        for widget in (form, self._more):
            column.addWidget(widget)

    def _listen(self) -> None:
        for name, editor in self.texts.items():
            editor.textChanged.connect(lambda _text, name=name: self.typed.put(name))
        for name, choice in self.facts.items():
            choice.chosen.subscribe(partial(self._choose_fact, name), owner=self)
        self.stage.chosen.subscribe(lambda _stage: self.typed.put("stage"), owner=self)
        self.profile.chosen.subscribe(self._choose_profile, owner=self)

    def _choose_fact(self, name: str, _value: str) -> None:
        self.typed.put(name)

    def _choose_profile(self, profile: str) -> None:
        self.chosen, self.why = profile, ""
        self.typed.put("profile")


class MoreFields(QWidget):
    """The rarer fields two in a row, those without a word left out, and the way to all of them."""

    def __init__(self, theme: Theme, editor: Callable[[str], QWidget]) -> None:
        super().__init__()
        self.fields = {name: Field(theme, LABELS[name], editor(name)) for name in MORE}
        self.all = Button("More fields", kind="link")
        self.all.setToolTip("Work mode, deadline, link, contact (Alt+9)")
        self.all.clicked.connect(self._show_all)
        self._shown: set[str] = set()
        self._offers: dict[str, QWidget] = {}
        self._filler = QWidget(self)  # keeps a field that stands alone as wide as the others
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setVerticalSpacing(Space.MEDIUM)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for field in self.fields.values():
            field.setParent(self)
            field.hide()
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(Space.MEDIUM)
        column_.addLayout(self._grid)
        column_.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fields(self, names: set[str]) -> None:
        """Show these beside those in sight; none goes away while the sheet is open."""
        if names <= self._shown:
            return
        self._shown |= names
        for field in (*self.fields.values(), self._filler):
            self._grid.removeWidget(field)
        shown: list[QWidget] = [self.fields[name] for name in MORE if name in self._shown]
        self._filler.hide()
        if len(shown) % COLUMNS:
            shown.append(self._filler)
        for at, field in enumerate(shown):
            self._grid.addWidget(field, *divmod(at, COLUMNS), Qt.AlignmentFlag.AlignTop)
            field.show()
        self.all.setVisible(len(self._shown) < len(self.fields))

    def offer(
        self, name: str, choices: Sequence[tuple[str, str]], use: Callable[[str], object]
    ) -> None:
        """Buttons under a field, each with the text it stands for and its words."""
        before = self._offers.pop(name, None)
        if before is not None:
            before.hide()
            before.deleteLater()
        if not choices:
            return
        row = self._offers[name] = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        for text, words in choices:
            button = Button(words, kind="chip")
            button.clicked.connect(lambda _checked, text=text: use(text))
            line.addWidget(button)
        line.addStretch(1)
        layout = self.fields[name].layout()
        assert layout is not None
        layout.addWidget(row)

    def _show_all(self) -> None:
        first = next((name for name in self.fields if name not in self._shown), "")
        self.show_fields(set(self.fields))
        if first:
            self.fields[first].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
