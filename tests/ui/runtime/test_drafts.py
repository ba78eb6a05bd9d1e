"""What is being typed is kept within a second, goes once it is stored, and outlives refusals."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.errors import JobtrackerError, WorkspaceError, WorkspaceLockedError
from jobtracker.ui.runtime import drafts
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import Drafts, NotKeptError, drafts_on, flush_all

STORED = Done(1, Changes({}), "edit notes")


class Shelf:
    """Keeps texts as a workspace does; `refusal` is what it raises instead."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.writes: list[Mapping[str, str]] = []
        self.refusal: JobtrackerError | None = None

    def all(self) -> dict[str, str]:
        return dict(self.texts)

    def keep(self, texts: Mapping[str, str]) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.writes.append(texts)
        self.texts.update(texts)
        self.texts = {place: text for place, text in self.texts.items() if text}


Settle = Callable[[], None]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def settle(commander: Commander, qtbot: QtBot) -> Settle:
    """Let the lane do what it was asked for, and what follows from that."""

    def wait() -> None:
        for _ in range(3):
            qtbot.wait(1)
            done: list[None] = []
            commander.read(lambda: None, done.append)
            qtbot.waitUntil(lambda: bool(done))  # noqa: B023 (called before the next round)

    return wait


def test_typing_without_a_rest_is_kept_all_the_same(
    commander: Commander, shelf: Shelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_MS", 150)
    typing = drafts_on(commander, shelf)

    for length in range(1, 21):
        typing.write("a field", "x" * length)
        qtbot.wait(30)

    assert len(shelf.writes) >= 2
    assert len(shelf.writes[-1]["a field"]) >= 12
    flush_all(commander)


def test_a_lane_has_one_keeper_that_knows_what_was_kept(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    shelf.texts = {"a field": "from last time"}
    told: list[str] = []
    typing = drafts_on(commander, shelf)
    typing.when_known(lambda: told.append(typing.text("a field")), commander)
    assert told == []

    settle()

    assert told == ["from last time"]
    assert drafts_on(commander, shelf) is typing


def test_a_text_goes_once_the_change_that_stores_it_is_done(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    typing = drafts_on(commander, shelf)
    typing.write("notes", "spoke to Ada")

    typing.settle("notes")
    commander.change(lambda: STORED)
    settle()
    flush_all(commander)
    settle()

    assert typing.text("notes") == ""
    assert shelf.texts == {}


def test_a_text_stays_where_the_change_that_stores_it_fails(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    typing = drafts_on(commander, shelf)
    stayed: list[str] = []
    typing.stayed.subscribe(stayed.append)
    typing.write("notes", "spoke to Ada")

    typing.settle("notes")
    commander.change(_refusing(WorkspaceError("The disk is full. Free some space.")))
    settle()
    flush_all(commander)
    settle()

    assert stayed == ["notes"]
    assert shelf.texts == {"notes": "spoke to Ada"}


def test_what_is_typed_on_while_it_is_stored_stays(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    typing = drafts_on(commander, shelf)
    typing.write("notes", "spoke")

    typing.settle("notes")
    typing.write("notes", "spoke to Ada")
    settle()

    assert typing.text("notes") == "spoke to Ada"
    flush_all(commander)


def test_somebody_whose_texts_cannot_be_kept_hears_of_it_once_and_loses_nothing(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    problems: list[JobtrackerError] = []
    commander.problems.subscribe(problems.append)
    typing = drafts_on(commander, shelf)
    settle()
    shelf.refusal = WorkspaceError("The disk is full. Free some space.")

    for text in ("s", "sp", "spo"):
        typing.write("notes", text)
        flush_all(commander)
        settle()
    shelf.refusal = None
    typing.write("role", "Engineer")
    flush_all(commander)
    settle()

    (problem,) = problems
    assert isinstance(problem, NotKeptError)
    assert "The disk is full" in str(problem)
    assert shelf.texts == {"notes": "spo", "role": "Engineer"}


def test_a_locked_workspace_is_no_news_and_the_text_is_kept_once_it_is_open(
    commander: Commander, shelf: Shelf, settle: Settle
) -> None:
    problems: list[JobtrackerError] = []
    commander.problems.subscribe(problems.append)
    typing = drafts_on(commander, shelf)
    settle()
    shelf.refusal = WorkspaceLockedError("The workspace is locked.")
    typing.write("notes", "spoke to Ada")
    flush_all(commander)
    settle()

    shelf.refusal = None
    flush_all(commander)
    settle()

    assert problems == []
    assert shelf.texts == {"notes": "spoke to Ada"}


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=3)), max_size=12))
def test_after_any_typing_just_the_last_texts_are_kept(
    commander: Commander, qtbot: QtBot, steps: list[tuple[str, str]]
) -> None:
    shelf = Shelf()
    typing = Drafts(commander, shelf)
    for place, text in steps:
        typing.write(place, text)
        if text == "":
            typing.flush()

    typing.flush()
    done: list[None] = []
    commander.read(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))

    assert shelf.texts == {place: text for place, text in dict(steps).items() if text}
    typing.deleteLater()


def _refusing(error: JobtrackerError) -> Callable[[], Done[int]]:
    def work() -> Done[int]:
        raise error

    return work
