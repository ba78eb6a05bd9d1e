"""The accessibility contract for templates, blocks and the sheets around them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from tests.support.tour import cut, missed_by_tab, nameless, small
from tests.support.window import Person

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.blocks import Block, BlockPurpose
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice

LIGHT = Look(ThemeChoice.LIGHT, high_contrast=False)
WORDS = "I halved the time that a report takes, from nine minutes to four."
FOREIGN = "Dear [Hiring Manager],\n\nI like [Company] and [he/she] likes me from ____ on.\n\nAda"


@pytest.fixture
def librarian(sample: Path, tmp_path: Path, _dressed: Theme) -> Iterator[Person]:
    """Somebody with a block, its variant and a template of their own, on the page of letters."""
    file = Path(shutil.copy(sample, tmp_path))
    with open_workspace(file, write=True) as workspace:
        block = Block(0, "", "Faster reports", WORDS, BlockPurpose.ACHIEVEMENT, skills=("Python",))
        first = workspace.blocks.add(block).value
        workspace.blocks.add(block._replace(name="Faster reports, short", variant_of=first))
        workspace.letter_templates.add(
            "Backend letter", "I like {{ company }}.", LetterKind.COVER_LETTER, Language.ENGLISH
        )
    person = Person(file, _dressed)
    person.starts()
    person.presses("Ctrl+3")
    yield person
    person.leaves()
    _dressed.wear(LIGHT)


def scenes(person: Person, tmp_path: Path) -> Iterator[str]:
    """Each thing the library shows, in turn."""
    page = person.window.page
    assert isinstance(page, LettersPage)
    for which in ("templates", "blocks"):
        page.list.show_list(which)
        person.settle()
        yield which
    person.presses("Ctrl+Shift+L")
    yield "new letter"
    person.presses("Esc")
    file = tmp_path / "letter.txt"
    file.write_text(FOREIGN, encoding="utf-8")
    page.library.wants.file_chosen.put(file)
    person.settle()
    yield "import"
    person.presses("Esc")


@pytest.mark.parametrize(
    ("width", "height", "text"), [(1366, 768, 100), (1024, 640, 100), (1366, 768, 150)]
)
def test_everything_can_be_read_named_hit_and_reached_by_tab(
    librarian: Person, tmp_path: Path, width: int, height: int, text: int
) -> None:
    librarian.resizes(QSize(width, height))
    theme = librarian.window._theme
    theme.set_text_size(text)
    librarian.settle()
    found: dict[str, list[str]] = {}

    for scene in scenes(librarian, tmp_path):
        for check in (cut, nameless, small, missed_by_tab):
            wrong = check(librarian)
            if wrong:
                found[f"{scene}: {check.__name__}"] = wrong

    assert found == {}
