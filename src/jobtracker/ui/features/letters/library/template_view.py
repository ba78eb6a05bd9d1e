"""A template: the person's own to write, any other to read, and all to start letters from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.letter_kinds import Language, LetterKind, kind_name, language_name
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.ui.features.letters.contract import Intents, Wish
from jobtracker.ui.features.letters.desk.preview import Preview
from jobtracker.ui.features.letters.library.contract import LibraryIntents, OwnTemplate
from jobtracker.ui.features.letters.library.text_desk import LibraryDesk
from jobtracker.ui.features.letters.library.words import about_template, is_own, worked
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import line

if TYPE_CHECKING:
    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.letter_results import Result
    from jobtracker.storage.letter_templates import Template

READ_ONLY = "Comes with Jobtracker; make your own copy to change it."
SAMPLE = "Belongs to a role profile; make your own copy to change it."
KEEPS_LAYOUT = "Word letters from this template keep its layout."

TypesetText = Callable[[OwnTemplate], "LetterContent"]
"""A template as it stands on paper, its fields marked."""


class TemplateView(LibraryDesk[OwnTemplate]):
    """`use` asks whom a letter is for; the preview shows the page with its fields marked."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        wants = LibraryIntents()
        super().__init__(theme, "template", wants.template_saved.put)
        self.wants = wants
        self._typeset: TypesetText | None = None
        self._narrow = False
        self._look = LetterLook()
        self.kind: Choice[LetterKind] = Choice(theme, "Kind")
        self.language: Choice[Language] = Choice(theme, "Language")
        self.kind.set_options([(one, kind_name(one)) for one in LetterKind])
        self.language.set_options([(one, language_name(one)) for one in Language])
        for choice in (self.kind, self.language):
            choice.chosen.subscribe(lambda _value: self._chose(), owner=self)
            self.facts.addWidget(Field(theme, choice.accessibleName(), choice))
        self.facts.addStretch(1)
        self.use = Button("Use for…", kind="primary")
        self.use.clicked.connect(lambda: intents.wished.put(Wish(template_id=self.shown_id)))
        self.copy = Button("Make my own copy", icon=theme.icon("copy"))
        self.copy.clicked.connect(lambda: self._with_id(wants.template_copied.put))
        self.buttons.addWidget(self.copy)
        self.buttons.addWidget(self.use)
        self._duplicate = self.add_action(
            "Make a copy", "copy", lambda: self._with_id(wants.template_copied.put)
        )
        self._delete = self.add_action(
            "Delete template", "trash-2", lambda: self._with_id(wants.template_removed.put)
        )
        self._between = line(vertical=True)
        self.preview = Preview(theme)
        self.preview.setMinimumWidth(1)  # where there is no room for it, it goes
        self.pair.addWidget(self._between)
        self.pair.addWidget(self.preview, 1)
        self.preview.bar.dressed.subscribe(self._dress, owner=self)
        self.editor.edited.subscribe(lambda _none: self._show_page(), owner=self)

    @property
    def template_id(self) -> int | None:
        return self.shown_id

    def attach(self, typeset: TypesetText) -> None:
        self._typeset = typeset
        self._show_page()

    def fit(self, *, narrow: bool) -> None:
        """Without room for it there is no preview."""
        self._narrow = narrow
        self._between.setVisible(not narrow)
        self.preview.setVisible(not narrow)

    def show_template(self, template: "Template", result: "Result | None" = None) -> None:
        own = is_own(template)
        self.set_read_only(not own)
        for widget in (self.kind, self.language):
            widget.setEnabled(own)
        self.copy.setVisible(not own)
        self.more.setVisible(own)
        why = (SAMPLE if template.profile_id is not None else READ_ONLY) if not own else ""
        form = KEEPS_LAYOUT if template.form else ""
        said = (about_template(template), worked(result), why or form)
        self.note.setText(" · ".join(filter(None, said)))
        self.show_value(
            OwnTemplate(template.id, template.name, template.text, template.kind, template.language)
        )

    def _typed(self, shown: OwnTemplate) -> OwnTemplate:
        return shown._replace(
            name=self.name.value().strip() or shown.name,
            text=self.editor.source(),
            kind=self.kind.value() or shown.kind,
            language=self.language.value() or shown.language,
        )

    def _load(self, value: OwnTemplate) -> None:
        self.kind.set_value(value.kind)
        self.language.set_value(value.language)
        self.tools.set_language(value.language)
        self._count()
        self._show_page()

    def _dress(self, look: LetterLook) -> None:
        """Look at it in another style; which one a letter has is chosen there."""
        self._look = look
        self._show_page()

    def _chose(self) -> None:
        self.tools.set_language(self.language.value() or Language.ENGLISH)
        self.flush()
        self._show_page()

    def _show_page(self) -> None:
        held = self._held()
        if self._typeset is None or held is None or self._narrow:
            return
        try:
            self.preview.show_letter(self._typeset(held), self._look)
        except InvalidInputError as error:
            self.banner.say("warn", "The template is too long to be shown.", str(error))

    def _with_id(self, put: Callable[[int], None]) -> None:
        self.flush()
        if self.shown_id is not None:
            put(self.shown_id)
