"""Every save of a letter is kept, small on the disk and exact to read."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session
from tests.support.clock import FakeClock
from tests.support.database import add_application, add_company, ask, open_workspace

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_versions import VersionKind, Wording, patch_of, patched
from jobtracker.storage import letter_templates, letter_versions, letters
from jobtracker.storage.database import Database
from jobtracker.storage.letter_templates import Template

NOW = FakeClock().now()
NUMBERS = count()
SAID = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
LOOKS = st.builds(
    LetterLook, st.sampled_from(PageStyle), st.sampled_from(Paper), st.booleans(), SAID
)
WORDINGS = st.builds(
    Wording,
    SAID,
    st.dictionaries(st.sampled_from(["company", "achievement"]), SAID),
    st.dictionaries(st.sampled_from([Part.SUBJECT, Part.SENDER]), SAID),
    st.frozensets(st.sampled_from(Part)),
    LOOKS,
)
LETTER = "Dear Ms Holm,\n\n" + "I wrote a ledger for the kitchen and kept it simple, as ever. " * 64


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_workspace(tmp_path / "search.jobtracker") as opened:
        yield opened


def letter_in(database: Database) -> int:
    with database.write("letter") as step:
        company = add_company(step, f"Acme {next(NUMBERS)}")
        application = add_application(step, company, "Baker")
        template = Template(0, "Ours", "", "own", None, "")
        key = letter_templates.insert(step.session, template, NOW)
        return letters.insert(
            step.session, application, letter_templates.load(step.session, key), NOW
        )


def keep(
    database: Database, letter: int, said: Wording, kind: VersionKind = VersionKind.SAVED
) -> int:
    with database.write("save") as step:
        return letter_versions.keep(step.session, letter, said, NOW, kind=kind)


def read_all(session: Session, letter: int) -> list[Wording]:
    newest = letter_versions.newest(session, letter)
    numbers = range(1, newest + 1)
    return [letter_versions.wording_of(session, letter, number) for number in numbers]


@given(SAID, SAID)
def test_a_patch_makes_the_later_text_of_the_earlier_one(old: str, new: str) -> None:
    assert patched(old, patch_of(old, new)) == new


def test_a_patch_holds_no_more_than_what_was_typed() -> None:
    assert patch_of(LETTER, LETTER.replace("kitchen", "town", 1)).text == "tow"
    assert patch_of("aa", "aaa") == (2, 0, "a")


@given(saves=st.lists(st.tuples(WORDINGS, st.sampled_from(VersionKind)), min_size=1, max_size=50))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_was_saved_is_read_exactly(
    database: Database, saves: list[tuple[Wording, VersionKind]]
) -> None:
    letter = letter_in(database)
    for said, kind in saves:
        keep(database, letter, said, kind)

    with database.read() as session:
        assert read_all(session, letter) == [said for said, _ in saves]


def test_a_long_run_of_typing_is_read_exactly_and_told_briefly(database: Database) -> None:
    letter = letter_in(database)
    plain = Wording("", {"achievement": "a ledger"}, {}, frozenset(), LetterLook())
    said = [plain._replace(text=LETTER[:2000] + LETTER[:n] + LETTER[2000:]) for n in range(100)]
    for wording in said:
        keep(database, letter, wording)

    with database.read() as session:
        assert read_all(session, letter) == said
    assert database.path is not None
    kept = "coalesce(length(text), 0) + coalesce(length(field_values), 0) + length(kind)"
    ((whole, small),) = ask(
        database.path,
        f"SELECT sum(CASE WHEN kept_before IS NULL THEN 1 END), sum(CASE WHEN kept_before "
        f"IS NOT NULL THEN {kept} END) FROM letter_version",
    )
    assert whole == 5, "every twentieth is whole"
    assert isinstance(small, int)
    assert small / 95 < 10, "characters of a save"


def test_a_version_that_is_not_there_is_not_found(database: Database) -> None:
    letter = letter_in(database)
    keep(database, letter, Wording("a", {}, {}, frozenset(), LetterLook()))

    with database.read() as session:
        for number in (0, 2, -1):
            with pytest.raises(NotFoundError, match="no version"):
                letter_versions.wording_of(session, letter, number)


def test_where_a_version_was_lost_those_told_by_it_are_not_guessed_and_the_next_is_kept_whole(
    database: Database,
) -> None:
    letter = letter_in(database)
    plain = Wording(LETTER, {}, {}, frozenset(), LetterLook())
    first, second, third = (plain._replace(text=f"{LETTER} {n}") for n in ("one", "two", "three"))
    for said in (first, second, third):
        keep(database, letter, said)
    with database.write("lose one") as step:
        step.session.execute(text("DELETE FROM letter_version WHERE number = 2"))

    number = keep(database, letter, second)

    with database.read() as session:
        assert letter_versions.wording_of(session, letter, 1) == first
        assert letter_versions.wording_of(session, letter, number) == second
        with pytest.raises(NotFoundError, match="no version 3"):
            letter_versions.wording_of(session, letter, 3)
