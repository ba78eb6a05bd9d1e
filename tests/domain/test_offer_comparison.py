"""Offers side by side: differences by sign and words, own weights, and no guessed rate."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.exchange_rates import rate_from
from jobtracker.domain.offer_comparison import Cell, Comparison, compare
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.offers import OfferLine, OfferRecord
from jobtracker.domain.packages import Commute, Equity, Mark, Package, SignOn
from jobtracker.domain.pay import Pay, Period

TODAY = date(2026, 11, 22)
RATE = rate_from("1 EUR = 1.10 USD on 2026-11-01", TODAY)


def line(number: int, base: int, currency: str | None = "USD", **parts: object) -> OfferLine:
    package = Package(Pay(base * 100, base * 100, currency, Period.YEAR))._replace(**parts)  # type: ignore[arg-type] # parts by name
    record = OfferRecord(number, "", number, "", None, TODAY, None, what_if=False, package=package)
    return OfferLine(record, f"Company {number}", "Baker", totals(package))


def row(found: Comparison, name: str) -> tuple[Cell, ...]:
    return next(one.cells for one in found.rows if one.name == name)


def test_each_difference_has_a_sign_and_a_word() -> None:
    here = line(1, 100_000, leave_days=Decimal(30), health_cost=100_00)
    there = line(2, 120_000, leave_days=Decimal("25.5"), health_cost=150_00)
    same = line(3, 100_000)

    found = compare([here, there, same])

    assert row(found, "Base a year") == (
        Cell("$100,000"),
        Cell("$120,000", "+$20,000 (20 % more)"),
        Cell("$100,000", "the same"),
    )
    assert row(found, "Health cost")[1:] == (Cell("-$1,800", "-$600 (costs more)"), Cell(""))
    assert row(found, "Paid leave")[1] == Cell("25.5 days", "-4.5 days (less)")
    assert "Bonus" not in {one.name for one in found.rows}
    assert not found.scores


def test_offers_in_two_currencies_stay_apart_and_it_says_why() -> None:
    found = compare([line(1, 100_000), line(2, 90_000, "EUR"), line(3, 95_000, "EUR")])

    assert [one.group for one in found.columns] == [0, 1, 1]
    assert [cell.difference for cell in row(found, "Base a year")] == [
        "",
        "",
        "+€5,000 (5.6 % more)",
    ]
    assert "Company 2: In EUR, and there is no rate to USD." in found.notes


def test_a_typed_rate_brings_them_together_and_is_shown() -> None:
    found = compare([line(1, 100_000), line(2, 100_000, "EUR")], rates=[RATE])

    assert [one.group for one in found.columns] == [0, 0]
    assert row(found, "Base a year")[1] == Cell("€100,000 ($110,000)", "+$10,000 (10 % more)")
    assert "Company 2: Compared at 1 EUR = 1.1 USD on 2026-11-01." in found.notes


def test_an_offer_without_a_known_base_has_no_totals_and_says_so() -> None:
    unknown = line(2, 0)._replace(totals=totals(Package(Pay(text="to be agreed"))))
    unknown = unknown._replace(
        record=unknown.record._replace(package=Package(Pay(text="to be agreed")))
    )

    found = compare([line(1, 100_000), unknown], {"pay": 5})

    assert row(found, "First year")[1] == Cell("")
    assert "Company 2: The base pay is not known." in found.notes
    assert not found.scores
    assert any(note.startswith("Pay is left out of the scores") for note in found.notes)


def test_weights_are_the_persons_and_marks_of_their_own_count_too() -> None:
    near = line(1, 90_000, commute=Commute(20), marks=(Mark("Team", 5),))
    far = line(2, 100_000, commute=Commute(80), marks=(Mark("team", 2),))

    found = compare([near, far], {"pay": 3, "commute": 2, "TEAM": 1, "equity": 0})

    one, other = found.scores
    assert [part.criterion for part in one.parts] == ["pay", "commute", "team"]
    assert [part.share for part in one.parts] == [Fraction(9, 10), 1, 1]
    assert [part.share for part in other.parts] == [1, Fraction(1, 4), Fraction(2, 5)]
    assert one.points == Fraction(100, 6) * (3 * Fraction(9, 10) + 2 + 1)


def test_what_not_every_offer_says_is_left_out_of_the_scores() -> None:
    found = compare([line(1, 1, leave_days=Decimal(1)), line(2, 2)], {"pay": 1, "leave": 5})

    assert [part.criterion for part in found.scores[0].parts] == ["pay"]
    assert "Leave is left out of the scores: not every offer says it." in found.notes


@pytest.mark.parametrize("weights", [{"luck": 1}, {"pay": 6}, {"pay": -1}])
def test_weights_of_nothing_are_refused(weights: dict[str, int]) -> None:
    with pytest.raises(InvalidInputError, match="nothing was compared"):
        compare([line(1, 1), line(2, 2)], weights)


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=5),
    st.integers(0, 5),
    st.integers(0, 5),
)
def test_a_score_is_the_sum_of_its_parts_and_from_nought_to_a_hundred(
    offers: list[tuple[int, int]], pay: int, equity: int
) -> None:
    lines = [
        line(number, base, equity=Equity(value=grant), sign_on=SignOn(5))
        for number, (base, grant) in enumerate(offers)
    ]

    found = compare(lines, {"pay": pay, "equity": equity})

    for score in found.scores:
        assert sum(part.points for part in score.parts) == score.points
        assert 0 <= score.points <= 100
    best = max((score.points for score in found.scores), default=Fraction(0))
    assert bool(found.scores) == bool(pay or equity)
    assert best >= 0


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    assert compare([]) == Comparison((), ())
