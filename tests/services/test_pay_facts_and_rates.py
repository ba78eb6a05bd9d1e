"""The pay timeline of an application, and the rates of exchange somebody typed."""

from datetime import date
from decimal import Decimal

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.exchange_rates import Rate
from jobtracker.services.workspace import Workspace


def day(number: int) -> date:
    return date(2026, 11, number)


def test_figures_are_kept_by_day_with_who_and_how(workspace: Workspace, acme: int) -> None:
    workspace.pay_facts.add(acme, "verbal", "$140k a year", day(12), who="Maria", how="phone")
    workspace.pay_facts.add(acme, "desired", "155,000", day(2), note="before the call")

    found = workspace.pay_facts.of(acme)

    assert [(one.on, one.kind.value, one.pay.low, one.pay.currency) for one in found] == [
        (day(2), "desired", 155_000_00, "USD"),
        (day(12), "verbal", 140_000_00, "USD"),
    ]
    assert (found[1].who, found[1].how, found[0].note) == ("Maria", "phone", "before the call")


def test_another_number_than_last_time_is_warned_about_and_kept_all_the_same(
    workspace: Workspace, acme: int
) -> None:
    workspace.pay_facts.add(acme, "stated", "$150,000 a year", day(2))

    warned = workspace.pay_facts.would_warn(acme, "stated", "$140,000 a year")
    workspace.pay_facts.add(acme, "stated", "$140,000 a year")

    assert warned == (
        "You named $150,000 a year on 2 Nov 2026; "
        "this is $140,000 a year on 22 Nov 2026, which is lower."
    )
    assert workspace.pay_facts.would_warn(acme, "desired", "140k a year") == ""
    assert workspace.pay_facts.would_warn(acme, "written", "$1 a year") == ""
    assert len(workspace.pay_facts.of(acme)) == 2


def test_a_fact_is_one_step_of_undo_and_goes_with_its_application(
    workspace: Workspace, acme: int
) -> None:
    workspace.pay_facts.add(acme, "stated", "$150,000 a year", day(2))

    undone_and_redone(workspace, lambda w: w.pay_facts.remove(w.pay_facts.of(acme)[0].id))


@pytest.mark.parametrize(
    ("kind", "text", "on", "field"),
    [
        ("shouted", "$1k", None, "kind"),
        ("stated", "a lot", None, "amount"),
        ("stated", "", None, "amount"),
        ("stated", "$150k", day(23), "on"),
    ],
)
def test_what_is_no_figure_of_a_day_is_refused(
    workspace: Workspace, acme: int, kind: str, text: str, on: date | None, field: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        workspace.pay_facts.add(acme, kind, text, on)

    assert refused.value.field == field
    with pytest.raises(NotFoundError):
        workspace.pay_facts.add(999, "stated", "$150k")
    with pytest.raises(NotFoundError):
        workspace.pay_facts.remove(1)


def test_the_newest_rate_between_two_currencies_counts_whichever_way_it_was_typed(
    workspace: Workspace,
) -> None:
    workspace.rates.set("EUR", "USD", Decimal("1.05"), day(1))
    workspace.rates.set("usd", "eur", Decimal("0.9"), day(3), "my bank")
    kept = workspace.rates.set("USD", "EUR", Decimal("0.92"), day(3)).value

    assert kept == Rate("USD", "EUR", Decimal("0.92"), day(3))
    assert workspace.rates.between("EUR", "USD") == kept
    assert [rate.on for rate in workspace.rates.all()] == [day(3), day(1)]
    assert workspace.rates.between("EUR", "GBP") is None


def test_a_rate_is_taken_away_and_one_to_come_refused(workspace: Workspace) -> None:
    kept = workspace.rates.set("EUR", "USD", Decimal("1.05")).value

    undone_and_redone(workspace, lambda w: w.rates.remove(kept))
    with pytest.raises(InvalidInputError, match="still to come"):
        workspace.rates.set("EUR", "USD", Decimal("1.05"), day(23))
