"""Offers with all their parts: made ones stand in the history, what-ifs never do."""

from datetime import date
from decimal import Decimal

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import EventKind
from jobtracker.domain.packages import Bonus, Equity, Mark, Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace

BASE = Pay(150_000_00, 150_000_00, "USD", Period.YEAR, "150k")
PACKAGE = Package(
    BASE,
    Bonus(percent=Decimal(10)),
    equity=Equity(value=200_000_00, cliff_months=12, haircut=Decimal("12.5")),
    leave_days=Decimal("25.5"),
    marks=(Mark("Team", 4),),
)


def day(number: int) -> date:
    return date(2026, 11, number)


def told(workspace: Workspace, key: int) -> list[tuple[date, str]]:
    """The offers in an application's history: their days and amounts."""
    events = workspace.applications.view(key).events
    return [(event.on, event.text) for event in events if event.kind is EventKind.OFFER]


def test_an_offer_is_kept_with_every_part_and_moves_the_application(
    workspace: Workspace, acme: int
) -> None:
    key = workspace.offers.add(
        acme,
        PACKAGE,
        label="first",
        round=1,
        received_on=day(20),
        deadline=day(27),
        notes="By mail.",
    ).value

    line = workspace.offers.load(key)
    assert (line.record.package, line.record.label, line.record.round) == (PACKAGE, "first", 1)
    assert (line.record.received_on, line.record.deadline) == (day(20), day(27))
    assert (line.company, line.name) == ("Acme Robotics", "Acme Robotics, first")
    assert line.totals.steady_year.amount == 150_000_00 + 15_000_00 + 43_750_00
    assert workspace.applications.view(acme).record.stage is Stage.OFFER
    assert told(workspace, acme) == [(day(20), "150k")]
    assert workspace.offers.of(acme) == [line.record]


def test_every_change_is_one_step_of_undo(workspace: Workspace, acme: int) -> None:
    undone_and_redone(workspace, lambda w: w.offers.add(acme, PACKAGE))


def test_a_removed_offer_comes_back_with_its_event(workspace: Workspace, acme: int) -> None:
    key = workspace.offers.add(acme, PACKAGE).value

    undone_and_redone(workspace, lambda w: w.offers.remove(key))


def test_a_removed_offer_is_gone_from_the_history(workspace: Workspace, acme: int) -> None:
    key = workspace.offers.add(acme, PACKAGE).value

    workspace.offers.remove(key)

    assert told(workspace, acme) == []
    assert workspace.offers.of(acme) == []
    with pytest.raises(NotFoundError, match="There is no offer"):
        workspace.offers.load(key)


def test_a_what_if_is_reckoned_with_and_nowhere_told(workspace: Workspace, acme: int) -> None:
    free = workspace.offers.add(None, PACKAGE, what_if=True, label="Berlin").value
    beside = workspace.offers.add(acme, PACKAGE, what_if=True).value

    view = workspace.applications.view(acme)
    assert told(workspace, acme) == []
    assert (view.offers, view.record.stage) == ((), Stage.SAVED)
    assert [line.record.id for line in workspace.offers.open()] == [beside, free]
    assert workspace.offers.load(free).name == "Berlin"
    assert [record.id for record in workspace.offers.of(None)] == [free]
    assert workspace.checking.check().problems == ()


def test_a_what_if_that_comes_true_is_told_from_then_on(workspace: Workspace, acme: int) -> None:
    key = workspace.offers.add(None, PACKAGE, what_if=True).value

    workspace.offers.edit(key, what_if=False, application_id=acme, received_on=day(21))

    assert told(workspace, acme) == [(day(21), "150k")]
    assert workspace.applications.view(acme).record.stage is Stage.OFFER


def test_an_edited_offer_keeps_its_event_right(workspace: Workspace, acme: int) -> None:
    key = workspace.offers.add(acme, PACKAGE, received_on=day(20)).value
    better = PACKAGE._replace(base=BASE._replace(low=160_000_00, high=160_000_00, text="160k"))

    undone_and_redone(workspace, lambda w: w.offers.edit(key, package=better, received_on=day(21)))


def test_the_history_tells_the_day_and_amount_of_an_edited_offer(
    workspace: Workspace, acme: int
) -> None:
    key = workspace.offers.add(acme, PACKAGE, received_on=day(20)).value
    better = PACKAGE._replace(base=BASE._replace(low=160_000_00, high=160_000_00, text="160k"))

    workspace.offers.edit(key, package=better, received_on=day(21))
    workspace.offers.edit(key, notes="They called.", deadline=day(30))

    assert told(workspace, acme) == [(day(21), "160k")]
    (kept,) = workspace.applications.view(acme).offers
    assert (kept.pay, kept.received_on, kept.notes) == (better.base, day(21), "They called.")


def test_an_offer_logged_by_its_amount_alone_is_the_same_kind_of_offer(
    workspace: Workspace, acme: int
) -> None:
    key = workspace.log.offer(acme, "150k", day(20), "By phone").value

    workspace.offers.edit(key, deadline=day(24), package=workspace.offers.load(key).record.package)

    record = workspace.offers.load(key).record
    assert (record.notes, record.deadline, record.package.base.text) == (
        "By phone",
        day(24),
        "150k",
    )
    assert told(workspace, acme) == [(day(20), "150k")]


def test_a_base_without_a_currency_is_in_that_of_the_posting(
    workspace: Workspace, acme: int
) -> None:
    untold = Package(Pay(150_000_00, 150_000_00, None, Period.YEAR, "150,000 a year"))

    key = workspace.offers.add(acme, untold).value

    assert workspace.offers.load(key).record.package.base.currency == "USD"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"received_on": day(23)}, "received_on"),
        ({"received_on": day(20), "deadline": day(19)}, "deadline"),
        ({"round": 0}, "round"),
        ({"label": "a\x00b"}, "label"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_kept(
    workspace: Workspace, acme: int, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        workspace.offers.add(acme, PACKAGE, **fields)  # type: ignore[arg-type] # wrong on purpose

    assert refused.value.field == field
    assert workspace.offers.of(acme) == []


def test_a_real_offer_needs_its_application_and_stays_what_it_is(
    workspace: Workspace, acme: int
) -> None:
    key = workspace.offers.add(acme, PACKAGE).value

    with pytest.raises(InvalidInputError, match="belongs to an application"):
        workspace.offers.add(None, PACKAGE)
    with pytest.raises(InvalidInputError, match="was made and stands in"):
        workspace.offers.edit(key, what_if=True)
    with pytest.raises(NotFoundError):
        workspace.offers.add(999, PACKAGE)


def test_offers_of_closed_applications_are_no_longer_open(workspace: Workspace, acme: int) -> None:
    from jobtracker.domain.stages import Outcome

    key = workspace.offers.add(acme, PACKAGE).value
    workspace.log.close(acme, Outcome.DECLINED)

    assert workspace.offers.open() == []
    assert [line.record.id for line in workspace.offers.every()] == [key]


def test_offers_are_compared_at_the_newest_rate_that_was_typed(
    workspace: Workspace, acme: int
) -> None:
    first = workspace.offers.add(acme, Package(BASE)).value
    euros = Package(Pay(100_000_00, 100_000_00, "EUR", Period.YEAR, "€100k"))
    second = workspace.offers.add(None, euros, what_if=True, label="Berlin").value
    apart = workspace.offers.compare([first, second])

    workspace.rates.set("eur", "usd", Decimal("1.05"), day(1))
    workspace.rates.set("USD", "EUR", Decimal("0.8"), day(2))
    together = workspace.offers.compare([first, second], {"pay": 1})

    assert [column.group for column in apart.columns] == [0, 1]
    assert together.columns[1].words == "Compared at 1 USD = 0.8 EUR on 2026-11-02."
    assert together.rows[0].cells[1].text == "€100,000 ($125,000)"
    assert [score.offer_id for score in together.scores] == [first, second]
    with pytest.raises(NotFoundError, match="There is no offer 99"):
        workspace.offers.compare([first, 99])


def test_a_negotiation_sheet_has_the_offer_the_benchmark_and_what_was_said(
    workspace: Workspace, acme: int
) -> None:
    workspace.pay_facts.add(acme, "stated", "$160,000 a year", day(10))
    workspace.offers.add(acme, PACKAGE, deadline=day(25))
    workspace.offers.add(acme, PACKAGE, what_if=True)

    sheet = workspace.negotiation.sheet(acme)

    named = {line.name: line.value for line in sheet.lines}
    assert named["I named"] == "$160,000 a year"
    assert named["Their number"] == "$150,000 a year"
    assert named["Answer by"] == "25 Nov 2026"
    assert sheet.reasons[0] == "The posting says $140,000 – $165,000 a year."
    assert any(reason.startswith("Python Developer, senior") for reason in sheet.reasons)


def test_what_counts_is_kept_and_each_criterion_is_a_step_of_undo(workspace: Workspace) -> None:
    workspace.offers.weigh("Pay", 2)
    workspace.offers.weigh("Pay", 4)
    workspace.offers.weigh("Team", 3)
    assert workspace.offers.weights() == {"pay": 4, "team": 3}

    workspace.history.undo()
    assert workspace.offers.weights() == {"pay": 4}
    workspace.history.undo()
    assert workspace.offers.weights() == {}


@pytest.mark.parametrize(("criterion", "weight"), [("Pay", 6), ("Pay", -1), (" ", 3)])
def test_what_is_no_weight_is_refused(workspace: Workspace, criterion: str, weight: int) -> None:
    with pytest.raises(InvalidInputError):
        workspace.offers.weigh(criterion, weight)

    assert workspace.offers.weights() == {}
