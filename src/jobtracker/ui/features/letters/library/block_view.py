"""A block: the person's own paragraph, what it is for, and its variants."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.blocks import Block, BlockPurpose, parsed_tags, purpose_name
from jobtracker.domain.letter_kinds import Language, language_name
from jobtracker.ui.features.letters.library.contract import LibraryIntents
from jobtracker.ui.features.letters.library.text_desk import LibraryDesk
from jobtracker.ui.features.letters.library.words import worked
from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, MenuButton
from jobtracker.ui.widgets.fields import Choice, CommitLineEdit
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from jobtracker.domain.letter_results import Result

VARIANT = "another wording"
HINT = "What you did, and the number that shows it."


class BlockView(LibraryDesk[Block]):
    """`chosen` tells the id of a variant that is to be shown."""

    def __init__(self, theme: Theme, wants: LibraryIntents) -> None:
        super().__init__(theme, "block", wants.block_saved.put)
        self.chosen: Channel[int] = Channel()
        self._wants = wants
        self.purpose: Choice[BlockPurpose] = Choice(theme, "Purpose")
        self.language: Choice[Language] = Choice(theme, "Language")
        self.purpose.set_options([(one, purpose_name(one)) for one in BlockPurpose])
        self.language.set_options([(one, language_name(one)) for one in Language])
        self.skills = CommitLineEdit("Skills", placeholder="Python, Kubernetes")
        self.roles = CommitLineEdit("Roles", placeholder="Backend, Platform")
        self.tones = CommitLineEdit("Tones", placeholder="warm, short")
        self.editor.setPlaceholderText(HINT)
        self._add_facts(theme)
        self.variant = Button("Add variant", icon=theme.icon("plus", "text"))
        self.variant.clicked.connect(lambda _checked: self._add_variant())
        self._family = Menu(self)
        self.variants = MenuButton(theme, "Variants")
        self.variants.clicked.connect(lambda: self._family.open_below(self.variants))
        self.buttons.addWidget(self.variants)
        self.buttons.addWidget(self.variant)
        self.add_action("Delete block", "trash-2", self._remove)

    def show_block(
        self, block: Block, known: Sequence[Block], result: "Result | None" = None
    ) -> None:
        """Show a block; `known` are all there are, its variants among them."""
        family = [one for one in known if one.family == block.family]
        self.variants.setVisible(len(family) > 1)
        self.variants.setText(counted(len(family), "wording", "wordings"))
        self._family.clear()
        for one in family:
            action = self._family.addAction(one.name)
            action.setCheckable(True)
            action.setChecked(one.id == block.id)
            action.triggered.connect(lambda _on, key=one.id: self.chosen.put(key))
        first = next((one.name for one in family if one.variant_of is None), "")
        said = f"Another wording of “{first}”" if block.variant_of is not None else ""
        self.note.setText(" · ".join(filter(None, (said, worked(result)))) or "Your own paragraph")
        self.show_value(block)

    def _typed(self, shown: Block) -> Block:
        return shown._replace(
            name=self.name.value().strip() or shown.name,
            text=self.editor.source(),
            purpose=self.purpose.value() or shown.purpose,
            language=self.language.value() or shown.language,
            skills=parsed_tags(self.skills.value()),
            roles=parsed_tags(self.roles.value()),
            tones=parsed_tags(self.tones.value()),
        )

    def _load(self, value: Block) -> None:
        self.purpose.set_value(value.purpose)
        self.language.set_value(value.language)
        self.tools.set_language(value.language)
        self.skills.set_value(", ".join(value.skills))
        self.roles.set_value(", ".join(value.roles))
        self.tones.set_value(", ".join(value.tones))
        for tags in (self.skills, self.roles, self.tones):
            if not tags.hasFocus():
                tags.setCursorPosition(0)
        self._count()

    def _add_variant(self) -> None:
        """Begin with the words there are: a variant says the same."""
        self.flush()
        held = self._held()
        if held is not None:
            named = held._replace(name=f"{held.name}, {VARIANT}", variant_of=held.family)
            self._wants.block_made.put(named)

    def _remove(self) -> None:
        if self.shown_id is not None:
            self.flush()
            self._wants.block_removed.put(self.shown_id)

    def _add_facts(self, theme: Theme) -> None:
        for choice in (self.purpose, self.language):
            choice.chosen.subscribe(lambda _value: self.flush(), owner=self)
            self.facts.addWidget(Field(theme, choice.accessibleName(), choice), 2)
        for tags, share in ((self.skills, 4), (self.roles, 3), (self.tones, 2)):
            tags.committed.subscribe(lambda _text: self.flush(), owner=self)
            self.facts.addWidget(Field(theme, tags.accessibleName(), tags), share)
        self.facts.setSpacing(Space.SMALL)
