"""Offers, pay facts and conversions, from the terminal."""

import re

import pytest
from tests.cli.terminal import Terminal, refused
from tests.cli.test_documentation import keys

FULL = (
    "--bonus=10 %", "--guaranteed=yes", "--sign-on=20k", "--clawback=12", "--equity=4000 x $50",
    "--cliff=12", "--haircut=25", "--match=50 % up to 6 %", "--health=250", "--leave=25",
    "--commute=60", "--commute-cost=120", "--commute-days=3", "--mark=Team=4", "--label=first",
    "--round=1", "--on=2026-11-20", "--deadline=2099-11-25", "--notes=By mail.",
)  # fmt: skip


def test_an_offer_with_all_its_parts_is_kept_and_answered_with(acme: Terminal) -> None:
    shown = acme.json("offer", "add", "1", "$150,000 a year", *FULL)

    assert set(shown) == keys("Offer")
    assert (shown["application"], shown["company"], shown["pay"]["min"]) == (
        1,
        "Acme Robotics",
        150_000,
    )
    assert shown["package"]["equity"] == {
        "kind": "rsu", "value": None, "units": 4000, "price": 50, "strike": None, "years": 4,
        "cliff_months": 12, "schedule": [], "haircut": 25,
    }  # fmt: skip
    assert (
        shown["totals"]["first_year"]["amount"]
        == 150_000 + 15_000 + 20_000 + 37_500 + 4_500 - 4_440
    )
    assert shown["totals"]["guaranteed"]["amount"] == 150_000 + 15_000 - 4_440
    assert acme.json("offer", "list", "1") == [shown] == acme.json("offer", "list")
    assert acme.json("show", "1")["stage"] == "offer"
    words = acme("offer", "show", "1").out
    assert "First year: $222,560" in words
    assert "Sign-on" in words


def test_a_part_is_changed_alone_and_an_empty_one_taken_away(acme: Terminal) -> None:
    acme.json("offer", "add", "1", "$150,000 a year", *FULL)

    shown = acme.json(
        "offer", "edit", "1", "--haircut=50", "--bonus=", "--base=155k", "--deadline="
    )

    assert shown["package"]["equity"]["haircut"] == 50
    assert shown["package"]["equity"]["units"] == 4000
    assert (shown["package"]["bonus"], shown["deadline"]) == (None, None)
    assert (shown["pay"]["min"], shown["pay"]["currency"]) == (155_000, "USD")
    (told,) = [one for one in acme.json("show", "1")["events"] if one["kind"] == "offer"]
    assert (told["on"], told["text"]) == ("2026-11-20", "155k")


def test_what_ifs_are_held_against_offers_and_come_true(acme: Terminal) -> None:
    acme.json("offer", "add", "1", "$150,000 a year", "--leave=25")
    acme.json("offer", "add", "-", "$160,000 a year", "--what-if", "--label=Berlin", "--leave=30")

    found = acme.json("offer", "compare", "1", "2", "--weight=pay=5", "--weight", "leave=1")

    assert set(found) == keys("Offer comparison")
    assert found["rows"][0]["cells"][1]["difference"] == "+$10,000 (6.7 % more)"
    assert [score["offer"] for score in found["scores"]] == [1, 2]
    assert "Offer 2: 100.0 of 100" in acme("offer", "compare", "1", "2", "--weight=pay=5").out
    assert [one["id"] for one in acme.json("show", "1")["offers"]] == [1]
    acme.json("offer", "edit", "2", "--what-if=no", "--application=1")
    assert [one["id"] for one in acme.json("show", "1")["offers"]] == [2, 1]
    acme.json("offer", "remove", "2")
    assert [one["id"] for one in acme.json("offer", "list", "--all")] == [1]


def test_a_negotiation_sheet_is_one_page(acme: Terminal) -> None:
    acme.json("target", "add", "Python Developer", "--floor=130k", "--target=160,000 USD a year")
    acme.json("offer", "add", "1", "$150,000 a year", "--deadline=2099-01-01")

    made = acme.json("offer", "sheet", "1")

    assert set(made) == keys("Negotiation sheet")
    named = {line["name"]: line["value"] for line in made["lines"]}
    assert (named["Their number"], named["Target"]) == ("$150,000 a year", "$160,000 a year")
    words = acme("offer", "sheet", "1").out
    assert "Gap to my target" in words
    assert "Reasons" in words


def test_a_figure_other_than_the_last_named_is_kept_with_a_word(acme: Terminal) -> None:
    first = acme.json("pay", "1", "stated", "$150,000 a year", "--on=2026-11-02", "--who=Maria")

    answer = acme("pay", "1", "stated", "$140,000 a year", "--how=phone", "--note=late")

    assert answer.code == 0
    assert "You named $150,000 a year on 2 Nov 2026 (Maria); this is $140,000" in answer.err
    assert "which is lower" in answer.err
    assert set(first) == keys("Pay fact") | {"warning"}
    assert first["warning"] is None
    listed = acme.json("pay", "1")
    assert [fact["pay"]["min"] for fact in listed] == [150_000, 140_000]
    assert "(Maria)" in acme("pay", "1").out
    acme.json("pay", "1", "--remove=2")
    assert [fact["id"] for fact in acme.json("pay", "1")] == [1]


def test_pay_is_stated_for_another_period_and_at_a_typed_rate(acme: Terminal) -> None:
    rate = "--rate=1 EUR = 1.08 USD on 2026-11-01"

    year = acme.json("salary", "convert", "$65 an hour", "--to=year", "--hours=37.5", "--weeks=46")
    euros = acme.json("salary", "convert", "$108,000 a year", rate)
    again = acme.json("salary", "convert", "$108,000 a year", "--currency=EUR", "--to=month")

    assert set(year) == keys("Pay conversion")
    assert (year["min"], year["hours_a_week"]) == (112_125, 37.5)
    assert (euros["min"], euros["currency"]) == (100_000, "EUR")
    assert (again["min"], again["rate"]) == (8333.33, "1 EUR = 1.08 USD on 2026-11-01")
    words = acme("salary", "convert", "$65 an hour", "--to=year").out
    assert words == "$65.00 an hour is $135,200 a year (40 hours a week, 52 weeks a year)\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("offer", "add", "9", "$1k"), "no application"),
        (("offer", "add", "-", "$1k"), "belongs to an application"),
        (("offer", "add", "1", "$150k a year", "--cliff=12"), "there is none"),
        (("offer", "add", "1", "$150k a year", "--equity=1k EUR"), "in one currency"),
        (("offer", "add", "1", "€90k", "--sign-on=$5000"), "Type it in EUR"),
        (("offer", "add", "1", "0"), "say so in the notes"),
        (("offer", "add", "1", "$0.00 a year"), "say so in the notes"),
        (("offer", "add", "1", "€90k", "--commute-days=8"), "The days of the commute have to be"),
        (("offer", "add", "1", "1e9"), "“1e9” is no amount"),
        (("offer", "add", "1", "0x1F an hour"), "is no amount"),
        (("offer", "add", "1", "1.2.3"), "is no amount"),
        (("offer", "add", "1", ""), "An offer needs its base pay"),
        (("offer", "add", "1", "-5000"), "“-5000” is below zero"),
        (("offer", "add", "1", "-$5k"), "without a minus"),
        (("pay", "1", "stated", "-5"), "“-5” is below zero"),
        (("pay", "1", "stated", "1e9"), "No amount is found"),
        (("salary", "convert", "-65/h", "--to=year"), "“-65/h” is below zero"),
        (("salary", "convert", "1e9 an hour", "--to=year"), "No amount is found"),
        (("offer", "compare", "1"), "Name two different offers"),
        (("offer", "compare", "1", "1"), "Name two different offers"),
        (("salary", "convert", "$-50/h"), "below zero"),
        (("offer", "add", "1", "$150k a year", "--mark=Team"), "is no mark"),
        (("offer", "add", "1", "$150k a year", "--schedule=50/40", "--equity=9"), "100 percent"),
        (("offer", "show", "x"), "There is no offer"),
        (("offer", "compare", "1", "2"), "There is no offer 1"),
        (("pay", "1", "shouted", "$1k"), "There is no pay fact"),
        (("pay", "1", "stated", "much"), "No amount is found"),
        (("pay", "1", "--remove=7"), "no pay fact 7"),
        (("salary", "convert", "much", "--to=year"), "No amount is found"),
        (("salary", "convert", "$65 an hour", "--to=decade"), "no period"),
        (("salary", "convert", "$65 an hour", "--hours=x"), "no number of hours"),
        (("salary", "convert", "$65 an hour", "--hours=0"), "cannot be counted with"),
        (("salary", "convert", "$65 an hour", "--currency=EUR"), "There is no rate between"),
        (("salary", "convert", "$900", "--to=year"), "does not say for how long"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    acme: Terminal, arguments: tuple[str, ...], words: str
) -> None:
    refused(acme(*arguments), words)


def test_an_offer_without_a_figure_is_kept_and_comes_to_nothing_known(acme: Terminal) -> None:
    parts = ("--bonus=10 %", "--match=50 % up to 6 %", "--sign-on=5000", "--health=100")
    shown = acme.json("offer", "add", "1", "competitive", *parts)
    acme.json("offer", "add", "1", "$150,000 a year")

    assert (shown["pay"]["text"], shown["pay"]["min"]) == ("competitive", None)
    assert shown["totals"]["missing"] == "The base pay is not known."
    for name in ("first_year", "steady_year", "guaranteed"):
        assert shown["totals"][name]["amount"] is None
    told = {part["name"]: part["amount"] for part in shown["totals"]["first_year"]["parts"]}
    assert told == {
        "Base pay": None, "Bonus": None, "Sign-on": 5000, "Retirement match": None,
        "Health cost": -1200,
    }  # fmt: skip
    page, listed = acme("offer", "show", "1").out, acme("offer", "list").out
    assert "First year: –" in page
    assert "–  only “competitive” was said" in page
    assert re.search(r"competitive +– +– +–", listed)
    rows = {row["name"]: row["cells"] for row in acme.json("offer", "compare", "1", "2")["rows"]}
    assert (rows["First year"][0]["text"], rows["Base a year"][0]["text"]) == ("", "")


def test_the_base_pay_of_an_offer_is_not_taken_away(acme: Terminal) -> None:
    acme.json("offer", "add", "1", "$150,000 a year")

    refused(acme("offer", "edit", "1", "--base="), "An offer needs its base pay")
    refused(acme("offer", "edit", "1", "--base=12e3"), "“12e3” is no amount")


def test_what_has_no_company_and_no_label_is_called_by_its_number_once(acme: Terminal) -> None:
    acme.json("offer", "add", "-", "$150,000 a year", "--what-if")
    acme.json("offer", "add", "-", "$160,000 a year", "--what-if", "--label=Berlin")

    assert acme("offer", "show", "1").out.startswith("What-if 1\n")
    heading = acme("offer", "compare", "1", "2").out.splitlines()[0]
    assert heading.split() == ["Offer", "1", "(what-if)", "2:", "Berlin", "(what-if)"]


def test_a_conversion_says_only_what_it_was_made_by(acme: Terminal) -> None:
    rate = "1 EUR = 1.08 USD on 2026-11-01"

    told = acme("salary", "convert", "$108,000 a year", f"--rate={rate}").out

    assert told == f"$108,000 a year is €100,000 a year ({rate})\n"
    refused(acme("salary", "convert", "$65 an hour"), "no other period", "--to year")


def test_an_option_that_is_none_is_still_said_to_be_none(acme: Terminal) -> None:
    answer = acme("offer", "add", "1", "--5000")

    assert (answer.code, answer.out) == (2, "")
    assert "No such option" in answer.err


def test_the_label_of_an_hour_says_what_was_counted_in_it(acme: Terminal) -> None:
    acme.json("offer", "add", "1", "$150,000 a year")
    acme.json("offer", "add", "1", "$150,000 a year", "--commute=60", "--leave=20")

    assert "commute" not in acme("offer", "show", "1").out
    assert "Steady year an hour: $72.12" in acme("offer", "show", "1").out
    assert "Steady year an hour worked, commute counted: $" in acme("offer", "show", "2").out
    assert "Steady year an hour, commute counted where it is known" in (
        acme("offer", "compare", "1", "2").out
    )


def test_offers_of_one_company_are_told_apart(acme: Terminal) -> None:
    acme.add("Acme Robotics", "Tester")
    acme.json("offer", "add", "1", "$150,000 a year", "--round=1")
    acme.json("offer", "add", "1", "$155,000 a year", "--round=2")
    acme.json("offer", "add", "2", "$140,000 a year", "--label=by mail")
    acme.json("offer", "add", "2", "$145,000 a year")
    acme.json("offer", "add", "2", "$145,000 a year", "--what-if")

    found = acme.json("offer", "compare", "1", "2", "3", "4", "5")

    assert [column["name"] for column in found["columns"]] == [
        "Acme Robotics, Senior Python Developer, round 1",
        "Acme Robotics, Senior Python Developer, round 2",
        "Acme Robotics, by mail",
        "Acme Robotics, Tester",
        "Acme Robotics",
    ]
    assert "5: Acme Robotics (what-if)" in acme("offer", "compare", "1", "5").out
    assert "Acme Robotics, round 2" in acme("offer", "list").out


def test_pay_needs_an_amount_with_its_kind(acme: Terminal) -> None:
    assert acme("pay", "1", "stated").code == 2
