"""What letters say about the person: typed here once, for every letter."""

from collections.abc import Mapping
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.my_profile import MyProfile, OwnField, checked_profile
from jobtracker.ui.features.settings.own_fields import OwnFields
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import CommitLineEdit
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import LongField

ABOUT = (
    "Letters are filled with this; what is typed about you in a letter comes here too. "
    "It stays in this workspace."
)
OWN = (
    "Fields of your own for anything else your letters say about you, such as a driving licence "
    "or a notice period."
)
HEAD = "Stands at the head of letters"
WIDE, LINES_HIGH = 320, 68


class Part(NamedTuple):
    """A part of the profile: the field of letters that it fills, and what to say of it."""

    name: str
    title: str
    field: str
    note: str
    example: str = ""
    lines: bool = False


PARTS = (
    Part("name", "Name", "your_name", f"{HEAD} and below them"),
    Part("email", "Email", "your_email", HEAD),
    Part("phone", "Phone", "your_phone", HEAD),
    Part("address", "Address", "your_address", HEAD, "Street\nPostcode and city", lines=True),
    Part("city", "City", "location", "Before the date: “Berlin, 22. November 2026”"),
    Part("links", "Links", "your_links", f"{HEAD}. One a line", lines=True),
    Part(
        "years_of_experience",
        "Years of experience",
        "years_of_experience",
        "“7” is “7 years” or “7 Jahre” in a letter",
        "7",
    ),
    Part(
        "current_role",
        "Current role",
        "current_role",
        "As it follows “I work as”",
        "a Python developer",
    ),
    Part(
        "past_employers",
        "Past employers",
        "previous_company",
        "The latest first, one a line",
        lines=True,
    ),
)


class AboutYouSection(SectionPane):
    """`edited` tells the whole profile as soon as a field of it is left changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "About you")
        self._theme = theme
        self.edited: Channel[MyProfile] = Channel()
        self._fields: dict[str, CommitLineEdit | LongField] = {}
        self._rows: dict[str, SettingRow] = {}
        self.add(_explained(ABOUT))
        for part in PARTS:
            self.add(self._row(part))
        self.add_heading("Own fields")
        self.add(_explained(OWN))
        self.own = OwnFields(theme)
        self.own.changed.subscribe(self._save_own, owner=self)
        self.add(self.own)

    def show_profile(self, profile: MyProfile) -> None:
        """What is stored now; what is being typed stays."""
        for part in PARTS:
            stored = getattr(profile, part.name)
            text = "\n".join(stored) if part.lines else stored
            self._fields[part.name].set_value(text)
        self.own.show_fields(profile.own_fields)

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """How many templates ask for each field."""
        for part in PARTS:
            self._rows[part.name].say(_noted(part, uses.get(part.field, 0)))
        self.own.show_uses(uses)

    def _row(self, part: Part) -> SettingRow:
        field: CommitLineEdit | LongField
        if part.lines:
            field = LongField(part.title, placeholder=part.example)
            self._theme.fit(field.setFixedHeight, LINES_HIGH)
        else:
            field = CommitLineEdit(part.title, placeholder=part.example)
        self._theme.fit(field.setFixedWidth, WIDE)
        field.committed.subscribe(lambda _text: self._save(part.name), owner=self)
        self._fields[part.name] = field
        made = self._rows[part.name] = SettingRow(part.title, part.note, field)
        return made

    def _save(self, name: str) -> None:
        profile = self._typed()
        try:
            checked_profile(profile._replace(own_fields=()))
        except InvalidInputError as error:
            self._rows[name].set_error(str(error))
            return
        self._rows[name].set_error("")
        self.edited.put(profile)

    def _save_own(self, _fields: tuple[OwnField, ...]) -> None:
        profile = self._typed()
        try:
            checked_profile(profile)
        except InvalidInputError as error:
            self.own.set_error(str(error))
            return
        self.own.set_error("")
        self.edited.put(profile)

    def _typed(self) -> MyProfile:
        """What stands in the fields."""
        said = {name: field.value() for name, field in self._fields.items()}
        lines = {part.name: tuple(said.pop(part.name).split("\n")) for part in PARTS if part.lines}
        return MyProfile(**said, **lines, own_fields=self.own.fields())  # type: ignore[arg-type]  # PARTS name its fields


def _noted(part: Part, count: int) -> str:
    """What to say of a part, and how many templates ask for it."""
    if count:
        return f"{part.note}. Used in {count} template{'' if count == 1 else 's'}"
    return part.note if part.note.startswith(HEAD) else f"{part.note}. No template uses it"


def _explained(words: str) -> PlainLabel:
    label = PlainLabel(words, "small", wrap=True)
    label.setContentsMargins(0, Space.SMALL, 0, 0)
    return label
