"""The parts of an offer are typed as people write them; what is not typed stays."""

from decimal import Decimal

import pytest

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.packages import Bonus, Commute, Equity, EquityKind, Mark, Match, Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.typed_packages import PARTS, typed_amount, with_typed

BASE = Package(Pay(100_000_00, 100_000_00, "USD", Period.YEAR))


def typed(package: Package = BASE, /, **parts: str) -> Package:
    named = {name.replace("_", "-"): text for name, text in parts.items()}
    assert named.keys() <= PARTS.keys()
    return with_typed(package, named, {})


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("15000", 15_000_00),
        ("15,000.50", 15_000_50),
        ("15k", 15_000_00),
        ("$1.5m", 1_500_000_00),
        ("USD 12", 12_00),
        ("12 USD", 12_00),
        ("15k USD", 15_000_00),
        (" .5 ", 50),
    ],
)
def test_amounts_are_read_with_their_thousands_and_signs(text: str, minor: int) -> None:
    assert typed_amount(text, "USD", "bonus") == minor


@pytest.mark.parametrize(
    "text", ["", "abc", "-5", "1,5", "12 foo", "1..2", "9" * 40, "15k EUR", "€5"]
)
def test_what_is_no_amount_or_of_another_currency_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="nothing was changed") as refused:
        typed_amount(text, "USD", "bonus")

    assert refused.value.field == "bonus"


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [("$5000", "EUR", None), ("¥5000", "EUR", None), ("500 kr", "EUR", None),
     ("5000 dollars", "GBP", None), ("$5000", "CAD", 5_000_00), ("¥5000", "CNY", 5_000_00),
     ("500 kr", "SEK", 500_00), ("€5000", "EUR", 5_000_00), ("5000", "EUR", 5_000_00)],
)  # fmt: skip
def test_a_sign_that_cannot_be_the_currency_of_the_base_is_refused_with_what_to_do(
    text: str, currency: str, minor: int | None
) -> None:
    if minor is not None:
        assert typed_amount(text, currency, "bonus") == minor
        return
    with pytest.raises(InvalidInputError, match=f"Type it in {currency}"):
        typed_amount(text, currency, "bonus")


@pytest.mark.parametrize("part", ["bonus", "sign_on", "equity", "strike", "health", "commute_cost"])
def test_no_part_is_counted_in_another_currency(part: str) -> None:
    euros = Package(Pay(90_000_00, 90_000_00, "EUR", Period.YEAR))
    given_equity = typed(euros, equity="100 x €9", equity_kind="options")

    with pytest.raises(InvalidInputError, match="is not in EUR as the base pay is"):
        typed(given_equity, **{part: "100 x $9" if part == "equity" else "$5000"})


def test_every_part_can_be_typed_changed_alone_and_taken_away() -> None:
    options = typed(
        bonus="10 %", equity="5,000 x $12.50", equity_kind="options", strike="2.50",
        schedule="25/25/50", haircut="30%", match="50 % up to 6 %", commute="45", commute_cost="80",
    )  # fmt: skip

    assert options.bonus == Bonus(None, Decimal(10))
    assert options.equity == Equity(
        EquityKind.OPTIONS, None, Decimal(5000), 12_50, 2_50, Decimal(3), 0,
        (Decimal(25), Decimal(25), Decimal(50)), Decimal(30),
    )  # fmt: skip
    assert options.match == Match(Decimal(50), Decimal(6))
    assert options.commute == Commute(45, 80_00)
    cheaper = typed(options, haircut="50", guaranteed="yes", commute="")
    assert cheaper.equity == options.equity._replace(haircut=Decimal(50))
    assert cheaper.bonus == Bonus(None, Decimal(10), guaranteed=True)
    assert cheaper.commute == Commute(None, 80_00)
    assert typed(cheaper, bonus="", equity="", match="", commute_cost="") == BASE


@pytest.mark.parametrize(
    ("text", "currency", "worth"),
    [
        ("MX$200,000", "MXN", (200_000_00, None, None)),
        ("5,000 x MX$12.50", "MXN", (None, Decimal(5000), 12_50)),
        ("200000 XAF", "XAF", (200_000, None, None)),
        ("10 at $5", "USD", (None, Decimal(10), 5_00)),
        ("10x5", "USD", (None, Decimal(10), 5_00)),
    ],
)
def test_an_x_within_a_currency_multiplies_nothing(
    text: str, currency: str, worth: tuple[int | None, Decimal | None, int | None]
) -> None:
    base = Package(Pay(100_000, 100_000, currency, Period.YEAR))

    equity = typed(base, equity=text).equity

    assert equity is not None
    assert (equity.value, equity.units, equity.price) == worth


def test_the_order_in_which_parts_are_typed_does_not_matter() -> None:
    assert typed(cliff="12", equity="200k") == typed(equity="200k", cliff="12")


def test_what_says_something_of_a_part_that_is_not_there_is_refused() -> None:
    for name, of in (("cliff", "equity"), ("clawback", "sign-on"), ("guaranteed", "bonus")):
        with pytest.raises(InvalidInputError, match=f"of the {of}, and there is none"):
            typed(**{name: "yes" if name == "guaranteed" else "12"})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("equity-kind", "gold"),
        ("match", "half"),
        ("leave", "many"),
        ("cliff", "1.5"),
        ("vest", "x"),
    ],
)
def test_a_part_that_cannot_be_meant_is_refused_by_its_name(name: str, text: str) -> None:
    with pytest.raises(InvalidInputError, match="nothing was changed") as refused:
        with_typed(BASE, {"equity": "1000", name: text}, {})

    assert refused.value.field == name


def test_what_is_no_match_is_answered_with_how_one_is_typed() -> None:
    with pytest.raises(InvalidInputError, match="Type it like “50 % up to 6 %”"):
        typed(match="100 %")


def test_marks_of_ones_own_are_kept_by_name_whatever_its_case() -> None:
    first = with_typed(BASE, {}, {"Team": "4", "manager": "2"})
    then = with_typed(first, {}, {"team": "5", "Manager": ""})

    assert first.marks == (Mark("Team", 4), Mark("manager", 2))
    assert then.marks == (Mark("team", 5),)
