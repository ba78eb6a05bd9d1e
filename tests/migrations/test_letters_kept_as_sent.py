"""Release 3 tells letters apart by kind, language and look; those of release 2 say the same."""

import gzip
import hashlib
import json
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from tests.migrations.freeze import frozen_path
from tests.support.database import ask
from tests.support.workspaces import opened

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_versions import VersionKind

TEXT = "Dear Dana,\n\nI bake at {{ company }}. {{ achievement }}\n\nBest regards,\nAda"
PDF = b"%PDF-1.7 as it was sent"
HASH = hashlib.sha256(PDF).hexdigest()
EMPTIED = (
    "event", "letter_version", "letter", "document", "letter_template", "application_profile",
    "application_contact", "application_tag", "custom_value", "interview", "offer", "posting",
    "application", "company_alias", "company", "contact", "blob", "setting",
)  # fmt: skip
COMMON = {"uid": "u", "name": "Plain", "text": TEXT, "created_at": "2026-11-01T09:00:00+00:00"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace of release 2 with a letter of two versions, the second of which was sent."""
    file = tmp_path / "search.jobtracker"
    file.write_bytes(gzip.decompress(frozen_path("0002").read_bytes()))
    with closing(driver.connect(str(file), isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        for table in EMPTIED:
            raw.execute(f"DELETE FROM {table}")
        raw.execute("DELETE FROM search_document")
        raw.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        put(raw, "company", id=1, uid="c", name="Acme", name_key="acme")
        put(raw, "application", id=1, uid="a", company_id=1, role="Baker", stage="saved")
        put(raw, "event", id=1, uid="e", application_id=1, kind="added", to_value="saved")
        put(raw, "letter_template", **COMMON, id=9, origin="own", version=1)
        said = json.dumps({"achievement": "I built ovens."})
        put(raw, "letter", **COMMON, id=4, application_id=1, template_id=9, field_values=said)
        put(raw, "blob", hash=HASH, bytes=PDF)
        put(raw, "document", id=2, uid="d", application_id=1, kind="letter", name="Acme.pdf",
            media_type="application/pdf", size=len(PDF), blob_hash=HASH,
            sent_on="2026-11-02")  # fmt: skip
        versions = (("Plain", None, TEXT), ("Acme.pdf", 2, TEXT))
        for number, (name, document, text) in enumerate(versions, start=1):
            put(raw, "letter_version", letter_id=4, number=number, name=name, text=text,
                field_values=said, document_id=document,
                override_reason="they asked" if document else "",
                saved_at="2026-11-02T10:00:00+00:00")  # fmt: skip
    return file


def put(raw: driver.Connection, table: str, **values: object) -> None:
    """A row whose other columns are empty."""
    for _, name, kind, required, *_ in raw.execute(f"PRAGMA table_info({table})"):
        if required and name != "id" and name not in values:
            day = name.endswith(("_on", "_since", "_date"))
            values[name] = "2026-11-01" if day else 0 if kind in ("INTEGER", "DOUBLE") else ""
    if table == "application":
        values["standing"] = values["stage"]
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


def test_a_letter_is_an_english_cover_letter_in_the_classic_style(path: Path) -> None:
    with opened(path) as workspace:
        view = workspace.letters.view(4)

        assert (view.kind, view.language) == (LetterKind.COVER_LETTER, Language.ENGLISH)
        assert (view.look, view.hidden, view.typed_frame) == (LetterLook(), frozenset(), {})
        assert view.sent_on is None, "nobody said so"
        assert "I bake at Acme. I built ovens." in view.composed().text
        (template,) = (one for one in workspace.letters.templates() if one.id == 9)
        assert (template.kind, template.language) == (LetterKind.COVER_LETTER, Language.ENGLISH)
        assert not template.form


def test_what_left_is_told_from_what_was_saved_and_names_its_bytes(path: Path) -> None:
    with opened(path) as workspace:
        sent, saved = workspace.letters.versions(4)

        assert (saved.kind, saved.name, saved.pdf_hash) == (VersionKind.SAVED, "Plain", "")
        assert (sent.kind, sent.name, sent.pdf_hash) == (VersionKind.EXPORTED, "Acme.pdf", HASH)
        assert sent.reason == "they asked"
        assert workspace.letters.wording(4, 2).values == {"achievement": "I built ovens."}
        (line,) = workspace.applications.view(1).letters
        assert str(line.sent_on) == "2026-11-02", "that is what its document says"
        (paper,) = workspace.phone.card(1).letters
        assert "I bake at Acme. I built ovens." in paper.text


def test_writing_goes_on_from_there(path: Path) -> None:
    with opened(path) as workspace:
        workspace.letters.save(4, TEXT.replace("bake", "sell"))

        assert [one.number for one in workspace.letters.versions(4)] == [3, 2, 1]
        assert workspace.letters.wording(4, 3).text == TEXT.replace("bake", "sell")
        workspace.history.undo()
        assert workspace.letters.view(4).text == TEXT


def test_numbers_are_not_given_twice(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("DELETE FROM letter WHERE id = 4")
        ((last,),) = raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'letter'").fetchall()
    with opened(path) as workspace:
        assert workspace.letters.draft(1, "Plain").value == last + 1
    assert ask(path, "SELECT count(*) FROM letter") == [(1,)]
