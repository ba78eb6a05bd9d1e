"""Offers, pay facts, rates and salary tables as they are kept."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.workspaces import opened

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.exchange_rates import Rate
from jobtracker.domain.offers import OfferRecord
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_facts import FactKind, PayFact
from jobtracker.domain.salary_ranges import Percentiles
from jobtracker.domain.salary_tables import TablePassport, TableRow
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace
from jobtracker.storage import offers, pay_facts, rates, salary_tables

DAY, LATER = date(2026, 11, 3), date(2026, 11, 9)
BASE = Pay(14_000_000, 14_000_000, "USD", Period.YEAR, "$140k", ("currency",))
WHAT_IF = OfferRecord(
    0, "", None, "If more", 2, DAY, LATER, True, Package(BASE, health_cost=5000), "why not"
)  # fmt: skip
ROW = TableRow(
    7, "Data Scientist", "senior", "Köln", "15-2051", "EUR", Period.YEAR, 1, 2,
    Percentiles(1, None, 3, None, 5), 3, 12, 100, "1.2", "2024-05", ("not released", "two"),
)  # fmt: skip
PASSPORT = TablePassport("DS levels", "Somebody", "May", "2024-05", "CC0", "reported", "n", "a.csv")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "search.jobtracker") as found:
        found.applications.add({"company": "Acme", "role": "Baker"})
        yield found


def kept(workspace: Workspace, offer: OfferRecord) -> OfferRecord:
    with workspace.database.write("offer") as tx:
        key = offers.insert(tx.session, offer, workspace.clock.now())
        return offers.load(tx.session, key).record


def test_an_offer_is_kept_with_every_part(workspace: Workspace) -> None:
    found = kept(workspace, WHAT_IF)

    assert found == WHAT_IF._replace(id=found.id, uid=found.uid)
    assert len(found.uid) == 36


def test_a_what_if_is_no_offer_of_its_application(workspace: Workspace) -> None:
    workspace.log.offer(1, "$120k", DAY)
    mine = kept(workspace, WHAT_IF._replace(application_id=1))
    loose = kept(workspace, WHAT_IF)

    view = workspace.applications.view(1)
    (row,) = workspace.lists.rows()
    with workspace.database.read() as session:
        real = offers.of(session, [1])[1]
        assert [one.id for one in offers.records(session, 1)] == [mine.id, real[0].id]
        assert offers.records(session, None) == [loose]
        placed = {one.record.id: (one.company, one.role) for one in offers.every(session)}

    assert [one.pay.text for one in view.offers] == ["$120k"]
    assert row.offer is not None
    assert row.offer.text == "$120k"
    assert [one.pay.text for one in workspace.phone.card(1).pay.offers] == ["$120k"]
    assert len([one for one in view.log if one.offer_id is not None]) == 1
    assert placed[mine.id] == ("Acme", "Baker")
    assert placed[loose.id] == ("", "")
    assert workspace.checking.check().problems == ()


def test_offers_of_what_is_closed_are_not_open(workspace: Workspace) -> None:
    workspace.log.offer(1, "$120k", DAY)
    loose = kept(workspace, WHAT_IF)
    workspace.log.close(1, Outcome.DECLINED)

    with workspace.database.read() as session:
        assert [one.record for one in offers.all_open(session)] == [loose]
        assert len(offers.load_all(session, [loose.id, 1])) == 2
        with pytest.raises(NotFoundError, match="no offer 99"):
            offers.load_all(session, [99])


def test_a_deleted_application_takes_its_offers_and_facts_along_but_no_loose_what_if(
    workspace: Workspace,
) -> None:
    kept(workspace, WHAT_IF._replace(application_id=1))
    loose = kept(workspace, WHAT_IF)
    with workspace.database.write("fact") as tx:
        fact = PayFact(0, 1, FactKind.STATED, DAY, BASE, "me", "phone", "said it fast")
        pay_facts.insert(tx.session, fact, workspace.clock.now())
        assert pay_facts.of(tx.session, [1])[1] == (fact._replace(id=1),)

    workspace.applications.remove(1)

    with workspace.database.read() as session:
        assert [one.record for one in offers.every(session)] == [loose]
        with pytest.raises(NotFoundError):
            pay_facts.load(session, 1)
    workspace.history.undo()
    assert workspace.search.find("fast")[0].ref == 1


def test_a_rate_is_one_of_its_pair_and_day(workspace: Workspace) -> None:
    first = Rate("EUR", "USD", Decimal("1.0800"), DAY, "a bank")
    with workspace.database.write("rates") as tx:
        for rate in (first, first._replace(rate=Decimal("1.09")), first._replace(on=LATER)):
            rates.put(tx.session, rate, workspace.clock.now())

    with workspace.database.read() as session:
        assert rates.every(session) == [
            first._replace(on=LATER), first._replace(rate=Decimal("1.09")),
        ]  # fmt: skip
        assert rates.newest(session, "USD", "EUR") == first._replace(on=LATER)
        assert rates.newest(session, "USD", "GBP") is None
    with workspace.database.write("no rate") as tx:
        rates.remove(tx.session, "EUR", "USD", LATER)
        with pytest.raises(NotFoundError):
            rates.remove(tx.session, "EUR", "USD", LATER)


def table(workspace: Workspace, rows: list[TableRow], name: str = "DS levels") -> int:
    with workspace.database.write("import") as tx:
        passport = PASSPORT._replace(name=name)
        return salary_tables.insert(tx.session, passport, rows, workspace.clock.now())


def test_a_table_is_kept_in_the_order_of_its_file(workspace: Workspace) -> None:
    rows = [ROW, ROW._replace(level="junior"), TableRow(9)]
    key = table(workspace, rows)

    with workspace.database.read() as session:
        assert salary_tables.rows(session, key) == rows
        (found,) = salary_tables.tables(session)
    assert (found.id, found.passport, found.row_count) == (key, PASSPORT, 3)


def test_a_role_is_found_by_title_or_code_in_every_table_and_never_mixed(
    workspace: Workspace,
) -> None:
    old = table(workspace, [ROW, ROW._replace(role="Statistician", place="")])
    new = table(workspace, [ROW._replace(code="", role="Baker"), ROW], "Newer")

    def found(titles: list[str], codes: list[str], place: str = "") -> list[tuple[int, str]]:
        with workspace.database.read() as session:
            matches = salary_tables.matching(session, titles, codes, place)
        return [(held.id, row.role) for held, row in matches]

    assert found(["DATA  scientist"], []) == [(new, ROW.role), (old, ROW.role)]
    assert found([], ["15-2051"], "koln") == [
        (new, ROW.role), (old, ROW.role), (old, "Statistician"),
    ]  # fmt: skip
    assert found(["statistician"], [""], "Bonn") == [(old, "Statistician")]
    assert found([], []) == []


def test_a_table_goes_with_its_rows_and_comes_again_with_them(workspace: Workspace) -> None:
    key = table(workspace, [ROW])
    with workspace.database.write("remove") as tx:
        salary_tables.remove(tx.session, key)
        with pytest.raises(NotFoundError, match="no salary table"):
            salary_tables.remove(tx.session, key)
    workspace.history.undo()

    with workspace.database.read() as session:
        assert salary_tables.rows(session, key) == [ROW]
    assert workspace.checking.check().problems == ()


def test_check_names_what_does_not_agree(workspace: Workspace) -> None:
    offer, held = kept(workspace, WHAT_IF).id, table(workspace, [ROW])
    workspace.my_skills.add("Dough")
    with workspace.database.write("by force") as tx:
        for statement in (
            "UPDATE offer SET package = 'x'",
            "UPDATE salary_table SET row_count = 2",
            "UPDATE my_skill SET name_key = 'x'",
        ):
            tx.session.connection().exec_driver_sql(statement)

    assert workspace.checking.check().problems == (
        f"Offer {offer}: its parts cannot be read.",
        f"Salary table {held}: it holds another number of rows than it says.",
        "Skills: one is not known by its own name.",
    )


def test_a_hundred_thousand_rows_are_one_step_and_few_statements(workspace: Workspace) -> None:
    key = table(workspace, [ROW._replace(row=number) for number in range(100_000)])

    with workspace.database.read() as session:
        plan = session.connection().exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM salary_row WHERE role_key IN ('a') OR code IN ('b')"
        )
        assert not any("SCAN salary_row" in row[-1] for row in plan)
        assert salary_tables.tables(session)[0].row_count == 100_000
    workspace.history.undo()
    with workspace.database.read() as session:
        assert salary_tables.rows(session, key) == []
