"""The negotiation sheet has both sides' numbers, the reasons and the next deadline."""

from datetime import date
from decimal import Decimal

from jobtracker.domain.negotiation import Evidence, Situation, sheet
from jobtracker.domain.offer_totals import totals
from jobtracker.domain.offers import OfferLine, OfferRecord, deadline_words, is_pressing
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_facts import FactKind, PayFact
from jobtracker.domain.position import stand
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange
from jobtracker.domain.target_roles import TargetRole

TODAY = date(2026, 11, 22)
AIM = TargetRole(
    title="Head baker", floor=120_000_00, target=150_000_00, stretch=165_000_00,
    currency="USD", period=Period.YEAR,
)  # fmt: skip


def yearly(dollars: int) -> Pay:
    return Pay(dollars * 100, dollars * 100, "USD", Period.YEAR)


def offer(pay: Pay, on: date, deadline: date | None = None, *, what_if: bool = False) -> OfferLine:
    package = Package(pay)
    record = OfferRecord(
        1, "", 1, "", None, on, deadline, what_if=what_if, package=package, notes="Ask for leave."
    )
    return OfferLine(record, "Acme", "Baker", totals(package))


def lines(situation: Situation) -> dict[str, tuple[str, str]]:
    return {line.name: (line.value, line.words) for line in sheet(situation, TODAY).lines}


def test_both_numbers_the_gap_and_the_deadline_stand_on_it() -> None:
    facts = [
        PayFact(1, 1, FactKind.STATED, date(2026, 11, 1), yearly(150_000), "Maria", "phone"),
        PayFact(2, 1, FactKind.VERBAL, date(2026, 11, 5), yearly(130_000)),
    ]
    made = offer(yearly(138_000), date(2026, 11, 20), date(2026, 11, 25))

    found = lines(Situation("Acme", "Baker", AIM, [made], facts))

    assert found == {
        "Walk-away": ("$120,000 a year", "Head baker"),
        "Target": ("$150,000 a year", "Head baker"),
        "Stretch": ("$165,000 a year", "Head baker"),
        "I named": ("$150,000 a year", "1 Nov 2026, Maria, phone"),
        "Their number": ("$138,000 a year", "offer, 20 Nov 2026"),
        "Gap to my target": ("$12,000 a year", "below the target, 8 % of it"),
        "Answer by": ("25 Nov 2026", "in 3 days"),
    }


def test_what_is_not_known_is_said_not_left_blank() -> None:
    found = lines(Situation("Acme", "Baker"))

    assert found == {
        "Walk-away": ("not set", ""),
        "Target": ("not set", ""),
        "Stretch": ("not set", ""),
        "I named": ("nothing yet", ""),
        "Their number": ("not known", ""),
    }


def test_a_gap_is_counted_in_the_targets_period_and_never_across_currencies() -> None:
    hourly = offer(Pay(75_00, 75_00, "USD", Period.HOUR), TODAY)
    record = hourly.record._replace(package=hourly.record.package._replace(hours=Decimal("37.5")))
    shorter = hourly._replace(record=record)
    euros = offer(Pay(1, 1, "EUR", Period.YEAR), TODAY)
    untimed = offer(Pay(1, 1, "USD", None), TODAY)

    gaps = [
        lines(Situation("Acme", "Baker", AIM, [one]))["Gap to my target"]
        for one in (hourly, shorter, euros, untimed, offer(yearly(150_000), TODAY))
    ]

    assert gaps == [
        ("$6,000 a year", "above the target, 4 % of it, at 40 hours a week, 52 weeks a year"),
        ("$3,750 a year", "below the target, 3 % of it, at 37.5 hours a week, 52 weeks a year"),
        ("not comparable", "The target is in USD, their number in EUR."),
        ("not comparable", "One of the two has no period."),
        ("none", "Their number is the target."),
    ]


def test_a_what_if_is_not_their_number() -> None:
    imagined = offer(yearly(999_000), TODAY, what_if=True)

    assert lines(Situation("Acme", "Baker", AIM, [imagined]))["Their number"][0] == "not known"


def test_reasons_name_the_posting_and_each_source_with_its_age() -> None:
    survey = SalaryRange(
        "senior", Pay(130_000_00, 170_000_00, "USD", Period.YEAR), source="Bakers' survey",
        source_date="2024", n=5, percentiles=Percentiles(None, 130_000_00, 150_000_00, 170_000_00),
    )  # fmt: skip
    evidence = [Evidence("Baker", survey, stand(yearly(140_000), survey))]

    made = sheet(Situation("Acme", "Baker", evidence=evidence, advertised=yearly(145_000)), TODAY)

    assert made.reasons == (
        "The posting says $145,000 a year.",
        (
            "Baker, senior: $130,000 – $170,000 a year, median $150,000 a year "
            "(Bakers' survey 2024; from 2024; only 5 answers). "
            "The figure sits at the 38th percentile of it."
        ),
    )


def test_of_several_deadlines_the_next_one_counts() -> None:
    gone, near = date(2026, 11, 20), date(2026, 11, 23)
    offers = [offer(yearly(1), gone, gone), offer(yearly(1), gone, near)]

    assert lines(Situation("A", "B", None, offers))["Answer by"] == ("23 Nov 2026", "tomorrow")
    assert lines(Situation("A", "B", None, offers[:1]))["Answer by"][1] == "passed 2 days ago"


def test_a_deadline_counts_down_and_only_real_offers_press() -> None:
    days = [None, TODAY, date(2026, 11, 23), date(2026, 12, 2), date(2026, 11, 21)]

    assert [deadline_words(day, TODAY) for day in days] == [
        "", "today", "tomorrow", "in 10 days", "passed 1 day ago",
    ]  # fmt: skip
    pressing = [offer(yearly(1), TODAY, day).record for day in days]
    assert [is_pressing(one, TODAY) for one in pressing] == [False, True, True, False, False]
    assert not is_pressing(offer(yearly(1), TODAY, TODAY, what_if=True).record, TODAY)
