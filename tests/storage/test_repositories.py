"""Lists cost the same number of statements however long they are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session
from tests.support.clock import FakeClock

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.events import Event, EventKind
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.my_skills import MySkill
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_facts import FactKind, PayFact
from jobtracker.domain.recording import Moment
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.domain.stages import Stage
from jobtracker.domain.target_roles import TargetRole
from jobtracker.services import application_steps as steps
from jobtracker.services import log_steps
from jobtracker.services.workspace import Workspace
from jobtracker.storage import my_skills, offers, pay_facts, target_roles
from jobtracker.storage.database import Database
from jobtracker.storage.first_screen import first_rows, listed_rows
from jobtracker.storage.indexing import indexer

STAGE = Stage.INTERVIEW


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent meanwhile, by any engine."""
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


def filled(file: Path, count: int) -> Workspace:
    clock = FakeClock()
    database = Database.open(file, clock=clock, write=True, indexer=indexer())
    opened = Workspace(database, clock)
    with database.write("fill") as tx:
        for number in range(count):
            fields = ApplicationFields(
                company=f"Company {number % 50}", role="Baker", notes="dough"
            )
            log = log_steps.opening(fields, clock.today())
            key = steps.insert_new(tx.session, fields, log, clock.now())
            if number % 2 == 0:
                at = Moment(clock.now(), clock.today())
                log_steps.move(tx.session, key, STAGE, None, at)
                _weigh(tx.session, key, clock)
    return opened


def _weigh(session: Session, application: int, clock: FakeClock) -> None:
    """An offer, a what-if, a pay fact, a target role and a skill."""
    said = Pay(100, 100, "USD", Period.YEAR)
    offer = Event(EventKind.OFFER, clock.today())
    at, today = clock.now(), clock.today()
    real = offers.insert_received(session, application, today, said, "", at)
    log_steps.append(session, application, [offer._replace(offer_id=real)], at)
    offers.insert(session, offers.load(session, real).record._replace(what_if=True), at)
    fact = PayFact(0, application, FactKind.STATED, today, said)
    pay_facts.insert(session, fact, at)
    target_roles.insert(session, TargetRole(title="Baker", floor=100), at)
    my_skills.insert(session, MySkill(f"Dough {application}"), at)


READS: dict[str, Callable[[Workspace], object]] = {
    "rows": lambda w: w.lists.rows(ListQuery(scope=ALL)),
    "rows found by words": lambda w: w.lists.rows(ListQuery(text="dough")),
    "views": lambda w: w.applications.views([r.id for r in w.lists.rows(ListQuery())]),
    "salary lines": lambda w: w.salaries.lines(),
    "letters": lambda w: w.letters.lines(),
    "check": lambda w: w.checking.check(),
    "offers": lambda w: w.offers.open(),
    "profiles": lambda w: w.profiles.summaries(),
    "roles by their names": lambda w: w.profiles.named(),
    "target roles": lambda w: w.targets.all(),
    "skills": lambda w: w.my_skills.all(),
}
MOST = {"views": 20, "check": 150, "salary lines": 9}
"""Statements at most, where eight are not enough; the check asks for the values of each column."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with filled(tmp_path_factory.mktemp("small") / "x.jobtracker", 10) as opened:
        yield opened


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with filled(tmp_path_factory.mktemp("large") / "x.jobtracker", 1000) as opened:
        yield opened


@pytest.mark.parametrize("read", READS)
def test_a_thousand_rows_cost_no_more_statements_than_ten(
    small: Workspace, large: Workspace, read: str
) -> None:
    with counted() as few:
        READS[read](small)
    with counted() as many:
        READS[read](large)

    assert len(many) <= len(few) + (4 if read == "check" else 0)
    assert len(few) <= MOST.get(read, 8)


def test_more_records_than_a_statement_takes_parameters_can_be_shown(large: Workspace) -> None:
    keys = [row.id for row in large.lists.rows(ListQuery())]

    assert len(large.applications.views(keys * 40)) == 40_000


def test_the_plain_driver_lists_what_the_repository_lists(large: Workspace) -> None:
    assert large.database.path is not None
    for query in (ListQuery(), ListQuery(standings=(STAGE,), limit=7), ListQuery(scope=ALL)):
        assert listed_rows(large.database.path, query) == large.lists.rows(query)
    assert first_rows(large.database.path, 3) == large.lists.rows(ListQuery(limit=3))


def test_every_part_of_a_profile_is_kept_in_its_order(small: Workspace, resources: Path) -> None:
    from dataclasses import replace

    from jobtracker.exchange.library import read_library
    from jobtracker.services.profile_sources import from_library

    for entry in read_library(resources).profiles:
        profile = replace(from_library(entry), origin="own", library_key=None, version=1)
        key = small.profiles.store(profile).value

        kept = small.profiles.load(key)

        assert replace(kept, id=0, uid="") == profile
        assert all(isinstance(salary, SalaryRange) for salary in kept.salaries)
