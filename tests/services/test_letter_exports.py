"""Letters as files of every format, on the clipboard, on paper, and many at once."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from docx import Document
from tests.support.workspaces import state

from jobtracker.domain.errors import BlockedByGateError, InvalidInputError, WorkspaceError
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import VersionKind
from jobtracker.services.letter_exports import check_pages
from jobtracker.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("qapp")

READY = "Dear Dana,\n\nI would **like** to join {{ company }} as {{ role }}.\n\nAlex Morgan"
BLOCKED = "Dear Dana,\n\nI like {{ achievement }} at {{ company }}."

Write = Callable[..., int]


@pytest.fixture
def write(workspace: Workspace) -> Write:
    """Stores an application and its letter; the letter's id."""

    def store(letter: str = READY, company: str = "Acme", role: str = "Developer") -> int:
        application = workspace.applications.add({"company": company, "role": role}).value
        key = workspace.letters.draft(application).value
        workspace.letters.set_text(key, letter)
        return key

    return store


def words_of(path: Path) -> str:
    """All that a file says, whatever its format."""
    if path.suffix == ".pdf":
        pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    if path.suffix == ".docx":
        lines = [one.text for one in Document(str(path)).paragraphs]
        return " ".join(" ".join(lines).split())
    return " ".join(path.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt", "md", "PDF"])
def test_every_format_says_the_letter_and_is_kept(
    workspace: Workspace, write: Write, tmp_path: Path, ending: str
) -> None:
    file, letter = tmp_path / f"letter.{ending}", write()

    done = workspace.letter_exports.export(letter, file)

    said = words_of(file.with_suffix(f".{ending.lower()}") if ending != "PDF" else _lower(file))
    bold = "**like**" if ending == "md" else "like"
    assert f"I would {bold} to join Acme as Developer." in said
    assert said.endswith("Alex Morgan")
    kept = workspace.letters.versions(letter)[0]
    assert (kept.number, kept.kind, kept.name) == (
        done.value.version,
        VersionKind.EXPORTED,
        file.name,
    )


def _lower(path: Path) -> Path:
    return path.rename(path.with_suffix(".pdf"))


def test_title_and_author_are_in_the_file(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter = write("Dear Dana,\n\nI like {{ company }}.\n\n{{ your_name }}")
    workspace.letters.set_values(letter, {"your_name": "Alex Morgan"})

    workspace.letter_exports.export(letter, tmp_path / "a.pdf")
    workspace.letter_exports.export(letter, tmp_path / "a.docx")

    about = pypdf.PdfReader(BytesIO((tmp_path / "a.pdf").read_bytes())).metadata
    assert about is not None
    assert (about.title, about.author) == ("Developer, Acme", "Alex Morgan")
    word = Document(str(tmp_path / "a.docx")).core_properties
    assert (word.title, word.author) == ("Developer, Acme", "Alex Morgan")


def test_another_look_is_for_this_file_only(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    letter, file = write(), tmp_path / "us.pdf"

    workspace.letter_exports.export(letter, file, look=LetterLook(PageStyle.MODERN, Paper.LETTER))

    page = pypdf.PdfReader(BytesIO(file.read_bytes())).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)
    assert workspace.letters.view(letter).look == LetterLook()


def test_an_ending_that_is_no_format_is_refused(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError, match=r"end the name in one of \.pdf, \.docx"):
        workspace.letter_exports.export(write(), tmp_path / "letter.odt")

    assert list(tmp_path.glob("letter*")) == []


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt", "md"])
def test_a_file_of_another_kind_is_never_overwritten(
    workspace: Workspace, write: Write, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"taken.{ending}"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00 a picture")
    letter = write()
    before = state(workspace)

    with pytest.raises(WorkspaceError, match="was left as it is"):
        workspace.letter_exports.export(letter, file)

    assert file.read_bytes().startswith(b"\x89PNG")
    assert state(workspace) == before


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt", "md"])
def test_an_earlier_export_is_replaced(
    workspace: Workspace, write: Write, tmp_path: Path, ending: str
) -> None:
    file, letter = tmp_path / f"letter.{ending}", write()
    workspace.letter_exports.export(letter, file)
    workspace.letters.set_text(letter, "Dear Dana,\n\nIt says “{{ company }}” again.")

    workspace.letter_exports.export(letter, file)

    assert "It says “Acme” again." in words_of(file)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == file.suffix] == [file.name]


def test_a_letter_is_copied_with_and_without_its_form(workspace: Workspace, write: Write) -> None:
    done = workspace.letter_exports.clip(write())

    assert "I would like to join Acme as Developer." in done.value.plain
    assert "<b>like</b>" in done.value.html or "<strong>like</strong>" in done.value.html
    assert (done.changes.rows, done.label) == ({}, "")


def test_a_letter_is_printed_as_it_would_be_exported(workspace: Workspace, write: Write) -> None:
    letter = write()
    workspace.letters.set_look(letter, LetterLook(PageStyle.COMPACT, Paper.LETTER))

    job = workspace.letter_exports.printable(letter).value

    assert "join Acme" in job.content.plain_text
    assert job.look == LetterLook(PageStyle.COMPACT, Paper.LETTER)
    assert job.title == "Developer, Acme"


@pytest.mark.parametrize("way", ["clip", "printable"])
def test_what_is_copied_or_printed_passes_the_gate_too(
    workspace: Workspace, write: Write, way: str
) -> None:
    letter = write(BLOCKED)
    leave = getattr(workspace.letter_exports, way)

    with pytest.raises(BlockedByGateError):
        leave(letter)
    leave(letter, "to talk about it")

    kept = workspace.letters.versions(letter)[0]
    assert (kept.kind, kept.reason) == (VersionKind.EXPORTED, "to talk about it")
    assert kept.name == {"clip": "Copied", "printable": "Printed"}[way]


def test_many_letters_get_names_of_their_own_and_the_blocked_stay(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "acme - developer.pdf").write_bytes(b"mine")
    ids = [write(), write(), write(BLOCKED, company="Globex"), write(company="Initech")]
    heard: list[tuple[int, int]] = []

    done = workspace.letter_exports.export_many(
        ids, folder, ".pdf", lambda at, of: heard.append((at, of))
    )

    assert sorted(path.name for path in folder.iterdir()) == [
        "Acme - Developer (2).pdf",
        "Acme - Developer (3).pdf",
        "Initech - Developer.pdf",
        "acme - developer.pdf",
    ]
    assert (folder / "acme - developer.pdf").read_bytes() == b"mine"
    assert [one.path.name for one in done.value.exported] == [
        "Acme - Developer (2).pdf",
        "Acme - Developer (3).pdf",
        "Initech - Developer.pdf",
    ]
    (stayed,) = done.value.stayed
    assert (stayed.letter_id, stayed.name) == (ids[2], "Developer, Globex")
    assert "Achievement is missing" in stayed.why
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert not done.value.cancelled


def test_many_letters_are_one_step_of_undo(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    ids = [write(company=f"Company {number}") for number in range(4)]
    before = state(workspace)

    done = workspace.letter_exports.export_many(ids, tmp_path, ".txt")

    assert done.label == "export 4 letters"
    assert done.changes.touches("letter_version")
    workspace.history.undo()
    assert state(workspace) == before


def test_an_export_of_many_stops_between_two_letters(
    workspace: Workspace, write: Write, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    ids = [write(company=f"Company {number}") for number in range(5)]
    written: list[int] = []

    done = workspace.letter_exports.export_many(
        ids, folder, ".docx", lambda at, _of: written.append(at), lambda: len(written) == 2
    )

    assert done.value.cancelled
    assert len(done.value.exported) == len(list(folder.iterdir())) == 2
    assert all(words_of(path).endswith("Alex Morgan") for path in folder.iterdir())
    assert workspace.letters.versions(ids[2])[0].kind is VersionKind.SAVED


def test_many_letters_need_a_folder(workspace: Workspace, write: Write, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="There is no folder"):
        workspace.letter_exports.export_many([write()], tmp_path / "nowhere", ".pdf")


def test_a_letter_over_one_page_is_hinted_at_where_the_second_begins(
    workspace: Workspace, write: Write
) -> None:
    many = "\n\n".join(f"Paragraph {n} says something about {{{{ company }}}}." for n in range(45))
    view = workspace.letters.view(write(f"Dear Dana,\n\n{many}\n\nAlex Morgan"))

    (found,) = check_pages(view)

    assert (found.rule, found.blocking) == ("pages", False)
    assert found.text.startswith("Paragraph ")
    assert view.composed().text[found.start : found.end] == found.text
    assert "takes 2 pages" in found.message
    assert found.message.endswith("or let it be fitted to one page.")


def test_the_place_of_the_second_page_is_found_among_signs_of_markup(
    workspace: Workspace, write: Write
) -> None:
    many = "\n\n".join(f"Paragraph *{n}* says **so**." for n in range(45))
    view = workspace.letters.view(write(f"Dear Dana at Acme,\n\n{many}\n\nAlex Morgan"))

    (found,) = check_pages(view)

    assert found.text == "Paragraph"
    assert view.composed().text[found.start :].count("Paragraph") in range(5, 30)


def test_a_letter_of_one_page_in_known_scripts_has_no_hint(
    workspace: Workspace, write: Write
) -> None:
    assert check_pages(workspace.letters.view(write())) == ()


def test_a_script_without_a_font_is_named_at_its_place(workspace: Workspace, write: Write) -> None:
    view = workspace.letters.view(write("Dear Dana,\n\nI like \U0010f123 at {{ company }}."))

    (found,) = check_pages(view)

    assert (found.rule, found.blocking, found.text) == ("script", False, "\U0010f123")
    assert view.composed().text[found.start : found.end] == "\U0010f123"
    assert "No font of this computer has special signs" in found.message


def test_a_hidden_part_is_in_no_file(workspace: Workspace, write: Write, tmp_path: Path) -> None:
    letter = write()
    workspace.letters.hide(letter, Part.DATE, True)

    workspace.letter_exports.export(letter, tmp_path / "a.txt")

    assert "2026" not in (tmp_path / "a.txt").read_text(encoding="utf-8")
