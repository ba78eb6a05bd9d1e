"""What was typed is found as it was typed; what is odd finds nothing and breaks nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session
from tests.support.clock import FakeClock
from tests.support.database import add_company, index_companies, open_workspace

from jobtracker.storage.database import Database
from jobtracker.storage.search import find, matches
from jobtracker.storage.search_index import Document, Held, Indexer
from jobtracker.storage.search_query import parse

AS_TYPED = [
    "C++", "C#", ".NET", "node.js", "multi-agent", "don't", "AT&T", "R&D", "100%", "50k-60k",
    "$120,000", "a/b", "TCP/IP", "jane@acme.example", "https://acme.example/j?id=1&x=2", "AND",
    "OR", "NOT", "NEAR", "title:x", "body : y", "Zürich", "résumé", "日本語", "Ğ", "naïve",
    "O'Brien", '"quoted"', "(Berlin)", "[remote]", "{x}", "senior*", "^start", "a+b", "back\\slash",
    "semi;colon", "--comment", "/* c */", "x' OR '1'='1", "😀", "१२३", "50_60", "ไทย",
]  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("search") / "search.jobtracker"
    with open_workspace(path) as database:
        with database.write("fill") as step:
            for number, word in enumerate(AS_TYPED):
                add_company(step, f"job {number}", f"text about {word} and more")
            add_company(step, "lost 😁 50x60", "a decoy that none of the words may find")
        yield database


def names(database: Database, words: str, limit: int = 50) -> list[str]:
    with database.read() as session:
        return [found.title for found in find(session, words, limit=limit)]


@pytest.mark.parametrize("word", AS_TYPED)
def test_a_word_is_found_as_it_was_typed(workspace: Database, word: str) -> None:
    found = names(workspace, word)

    assert f"job {AS_TYPED.index(word)}" in found
    assert "lost 😁 50x60" not in found


@pytest.mark.parametrize(
    ("typed", "word"),
    [("zurich", "Zürich"), ("RESUME", "résumé"), ("rem", "[remote]"), ("日本", "日本語"),
     ("本語", "日本語"), ("berl mor", "(Berlin)"), ("text 😀", "😀"), ("c+", "C++")],
)  # fmt: skip
def test_beginnings_other_case_and_parts_are_found(
    workspace: Database, typed: str, word: str
) -> None:
    assert f"job {AS_TYPED.index(word)}" in names(workspace, typed)


@pytest.mark.parametrize("typed", ["b", "ž", "multi-a", "AT&T t", "zuric z", "(B"])
def test_single_letters_are_beginnings_too(workspace: Database, typed: str) -> None:
    assert names(workspace, typed)


def test_a_sign_behind_a_word_changes_nothing(workspace: Database) -> None:
    assert set(names(workspace, "Berlin).")) == set(names(workspace, "berlin"))


def test_beginnings_are_found_where_whole_words_are_too_few(workspace: Database) -> None:
    found = names(workspace, "remot")

    assert found == names(workspace, "remote") == [f"job {AS_TYPED.index('[remote]')}"]


def test_all_words_must_be_there(workspace: Database) -> None:
    assert names(workspace, "berlin zurich") == []


@pytest.mark.parametrize("nothing", ["", " ", "*", '"', "- - -", '""', "\0", "?!", "\ud800"])
def test_words_without_meaning_find_nothing(workspace: Database, nothing: str) -> None:
    assert names(workspace, nothing) == []


@pytest.mark.parametrize("much", ["(" * 3000, "a " * 5000, "NEAR(" * 500, "x" * 50_000])
def test_a_great_deal_of_text_is_answered(workspace: Database, much: str) -> None:
    names(workspace, much)


@given(
    st.text(
        st.sampled_from("\"'*()^:-+{}, ANDORNEAR(aé😀%_\\;.\t\n\u202e\ufffd\x01日"), max_size=20
    )
)
def test_nothing_typed_is_syntax(workspace: Database, typed: str) -> None:
    names(workspace, typed)


@given(st.text(max_size=30))
def test_no_text_makes_a_query_fail(workspace: Database, typed: str) -> None:
    names(workspace, typed)


def test_wildcards_are_letters_like_any_other() -> None:
    assert parse("50_😀%").contained == ()
    assert parse("😀 %_").contained == ("%😀%",)
    assert parse("日_本").contained == ("%日\\_本%",)


def test_a_title_counts_more_than_a_body(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "a.jobtracker") as database:
        with database.write("fill") as step:
            add_company(step, "first", "mentions acme somewhere")
            add_company(step, "Acme")
            add_company(step, "third", "mentions acme somewhere")

        with database.read() as session:
            assert matches(session, "acme", "company") == [3, 2, 1], "the newest first"
            assert [found.ref for found in find(session, "acme")] == [2, 3, 1]
            assert find(session, "acme", topics=["letter"]) == []
            assert find(session, "acme")[1].snippet == "mentions acme somewhere"


def test_only_changed_text_is_written_anew(tmp_path: Path) -> None:
    written: list[list[int]] = []

    def index(session: Session, ids: Sequence[int]) -> Iterator[Document]:
        written.append(list(ids))
        return index_companies(session, ids)

    indexer = Indexer({"company": index}, [Held("company", "company", ("name", "notes"))])
    path = tmp_path / "a.jobtracker"
    with Database.open(path, clock=FakeClock(), write=True, indexer=indexer) as database:
        with database.write("fill") as step:
            add_company(step, "Acme")
            add_company(step, "Other")
        for change in ("avoid = 1", "notes = ''", "avoid = 0, notes = 'zebra' WHERE id = 2"):
            with database.write("change") as step:
                step.session.execute(text(f"UPDATE company SET {change}"))
        database.undo()
        database.undo()

        assert written == [[1, 2], [2], [2]]
        assert names(database, "zebra") == []


def test_thousands_of_documents_leave_the_index_sound(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "a.jobtracker") as database:
        with database.write("fill") as step:
            for number in range(1_500):
                add_company(step, f"firm {number}", "zebra")
        with database.write("change") as step:
            step.session.execute(text("UPDATE company SET notes = 'quokka'"))
        database.undo()

        assert names(database, "quokka") == []
        assert names(database, "firm 1499") == ["firm 1499"]
        with database.write("look", journalled=False) as step:
            check = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
            step.session.execute(text(check))


def test_the_index_can_be_made_anew(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "a.jobtracker") as database:
        with database.write("fill") as step:
            add_company(step, "Acme")
        with database.write("lose", journalled=False) as step:
            step.session.execute(text("DELETE FROM search_document"))
        assert names(database, "acme") == []

        with database.write("rebuild", journalled=False) as step:
            Indexer({"company": index_companies}).rebuild(step.session)
        assert names(database, "acme") == ["Acme"]
