"""What a file of roles or a resume would bring, said before it does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.domain.profiles import OWN
from jobtracker.domain.text import shortened
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.preview_sheet import PreviewSheet

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary
    from jobtracker.exchange.role_files import RoleFile
    from jobtracker.services.resume_import import BroughtIn

MOST_LINES = 200
"""What is listed of a file; the rest is counted."""
MOST_NAMED = 3
BACKED_UP = "A backup is made first, and one undo takes it all out again."
NEW, UPDATED = "new", "brings yours up to date"
NOTHING_NEW = "There is nothing in it that is not here already."
TITLES = {"name": "Name", "email": "Email", "phone": "Phone", "city": "City", "links": "Links"}


class Told(NamedTuple):
    """What stands on the sheet: a sentence, a line for each thing in the file with what becomes
    of it, what was not read, and the words of the button; "" where there is nothing to do.
    """

    said: str
    lines: Sequence[tuple[str, str]]
    notices: Sequence[str]
    button: str


class FilePreview(PreviewSheet):
    """A file of roles, or a resume."""

    def __init__(self, theme: Theme, opener: QWidget, name: str, told: Told) -> None:
        super().__init__(theme, opener, f"Import {name}", told.said, told.notices, BACKED_UP)
        self.go.setText(told.button or "Import")
        self.go.setEnabled(bool(told.button))
        self.inside.column.addLayout(_table(told.lines[:MOST_LINES]))
        if (more := len(told.lines) - MOST_LINES) > 0:
            self.inside.column.addWidget(PlainLabel(f"And {more:,} more.", "small"))
        self.inside.column.addStretch(1)


def roles_told(found: "RoleFile", held: "Sequence[ProfileSummary]") -> Told:
    """The profiles of a file, beside those that are here."""
    own = {one.title.casefold() for one in held if one.origin == OWN}
    titles = [one.title for one in found.profiles]
    lines = [(title, UPDATED if title.casefold() in own else NEW) for title in titles]
    count = counted(len(lines), "role profile")
    known = sum(said == UPDATED for _, said in lines)
    here = f"; {known:,} of them you have already" if known else ""
    refused = [f"Row {one.row}: {one.reason}" for one in found.refused]
    said = f"{count} in it{here}."
    return Told(said, lines, not_read(refused, "row"), f"Import {counted(len(lines), 'profile')}")


def resume_told(found: "BroughtIn") -> Told:
    """The skills of a resume, and the empty parts of my profile that it fills."""
    filled = [(TITLES[name], _as_line(getattr(found.profile, name))) for name in found.filled]
    skills = [(one.name, shortened(one.evidence)) for one in found.skills]
    refused = [f"{one.place}: {one.reason}" for one in found.refused]
    if not filled and not skills:
        return Told(NOTHING_NEW, (), not_read(refused, "part"), "")
    new = f", {found.new_skills:,} of them new" if skills else ""
    said = f"{counted(len(skills), 'skill')} in it{new}. What your profile says already stays."
    return Told(said, [*filled, *skills], not_read(refused, "part"), "Import the resume")


def not_read(refused: Sequence[str], what: str) -> list[str]:
    """What was refused, the first of it with its reasons; nothing where all was read."""
    if not refused:
        return []
    more = len(refused) - MOST_NAMED
    named = [*refused[:MOST_NAMED], *([f"{more:,} more"] if more > 0 else [])]
    verb = "was" if len(refused) == 1 else "were"
    return [f"{counted(len(refused), what)} {verb} not read. {'. '.join(named)}"]


def counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _as_line(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _table(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.PAGE)
    grid.setVerticalSpacing(Space.TIGHT)
    for column, share in enumerate((2, 3)):
        grid.setColumnStretch(column, share)
    for row, (name, said) in enumerate(lines):
        title = PlainLabel(name, "body", wrap=True)
        title.setAccessibleName(f"{name}, {said}" if said else name)
        grid.addWidget(title, 2 * row, 0)
        grid.addWidget(PlainLabel(said, "small", wrap=True), 2 * row, 1)
        grid.addWidget(line(), 2 * row + 1, 0, 1, 2)
    return grid
