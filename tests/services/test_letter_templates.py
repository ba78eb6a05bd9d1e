"""Templates of the person's own: out of somebody's file, changed, copied, filled."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.support.word_files import own_form
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError, UnreadableFileError
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.services.workspace import Workspace
from jobtracker.storage.letter_templates import Template

TEXT = "Dear [Hiring Manager],\n\nI bring [two or three skills] to [Company].\n\n[Your Name]"


def template(workspace: Workspace, key: int) -> Template:
    (found,) = [one for one in workspace.letters.templates() if one.id == key]
    return found


def library_template(workspace: Workspace) -> Template:
    return next(one for one in workspace.letters.templates() if one.origin == "library")


def test_a_letter_of_somebodys_becomes_a_template_once_its_questions_are_answered(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "my best letter.txt"
    path.write_text(TEXT, encoding="utf-8")

    foreign = workspace.letter_templates.read(path)
    (asked,) = foreign.questions
    key = workspace.letter_templates.store(foreign, {0: "skills"}).value

    assert asked.written == "[two or three skills]"
    stored = template(workspace, key)
    assert (stored.name, stored.origin, stored.form) == ("My best letter", "own", False)
    assert stored.text == (
        "{{ salutation }}\n\nI bring {{ skills }} to {{ company }}.\n\n{{ your_name }}"
    )


def test_the_same_file_again_gets_a_number_and_a_name_that_two_have_is_asked_about(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    path = tmp_path / "own letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    templates = workspace.letter_templates

    first = templates.store(templates.read(path), {}).value
    second = templates.store(templates.read(path), {}).value
    third = templates.add("own letter", "Hi", LetterKind.MAIL, Language.ENGLISH).value

    assert template(workspace, second).name == "Own letter 2"
    with pytest.raises(InvalidInputError, match=f"Use a number instead: {first}, {third}"):
        workspace.letters.draft(acme, "Own Letter")
    assert workspace.letters.draft(acme, "own letter 2").value


def test_words_a_person_wants_to_keep_stay_as_they_are(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    key = workspace.letter_templates.store(workspace.letter_templates.read(path), {0: None}).value

    assert "[two or three skills]" in template(workspace, key).text


def test_importing_is_one_step_of_undo(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(own_form())
    foreign = workspace.letter_templates.read(path)

    undone_and_redone(workspace, lambda held: held.letter_templates.store(foreign, {}))


def test_a_file_that_is_no_letter_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    before = workspace.letters.templates()

    with pytest.raises(UnreadableFileError):
        workspace.letter_templates.read(path)

    assert workspace.letters.templates() == before


def test_a_template_of_the_library_is_changed_as_a_copy(workspace: Workspace) -> None:
    held = library_template(workspace)

    key = workspace.letter_templates.save(
        held.id, "Mine", "Dear {{ company }}", LetterKind.MAIL, Language.GERMAN
    ).value

    assert key != held.id
    assert template(workspace, held.id) == held
    mine = template(workspace, key)
    assert (mine.name, mine.text, mine.origin) == ("Mine", "Dear {{ company }}", "own")
    assert (mine.kind, mine.language) == (LetterKind.MAIL, Language.GERMAN)


def test_a_template_of_ones_own_is_changed_in_place_and_goes_when_deleted(
    workspace: Workspace,
) -> None:
    templates = workspace.letter_templates
    key = templates.add("New", "", LetterKind.COVER_LETTER, Language.ENGLISH).value

    same = templates.save(key, "Newer", "Hello", LetterKind.MAIL, Language.FRENCH).value
    saved = template(workspace, key)
    templates.remove(key)

    assert same == key
    assert (saved.name, saved.text) == ("Newer", "Hello")
    assert key not in {one.id for one in workspace.letters.templates()}


def test_the_library_cannot_be_deleted_and_what_is_gone_cannot_be_changed(
    workspace: Workspace,
) -> None:
    with pytest.raises(InvalidInputError, match="comes with Jobtracker"):
        workspace.letter_templates.remove(library_template(workspace).id)
    with pytest.raises(NotFoundError):
        workspace.letter_templates.copy(987_654)
    with pytest.raises(InvalidInputError, match="name is empty"):
        workspace.letter_templates.add(" ", "x", LetterKind.MAIL, Language.ENGLISH)


def test_a_letter_of_a_word_template_leaves_in_its_form(
    workspace: Workspace, acme: int, tmp_path: Path
) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(own_form())
    templates = workspace.letter_templates
    imported = templates.store(templates.read(path), {}).value
    copied = templates.copy(imported).value
    letter = workspace.letters.draft(acme, str(copied)).value
    workspace.letters.set_values(
        letter, {"hiring_manager": "Ms Hopper", "your_name": "Ada", "your_email": "a@example.com"}
    )

    out = tmp_path / "out.docx"
    workspace.letter_exports.export(letter, out)

    document = docx.Document(BytesIO(out.read_bytes()))
    words = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert template(workspace, copied).form
    assert words[0] == "Dear Ms Hopper,"
    assert "at Acme Robotics with joy." in words[1]
    assert document.sections[0].header.paragraphs[0].text == "Ada Lovelace · a@example.com"
