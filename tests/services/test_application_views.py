"""Where an application's pay stands, and what the list says of it."""

from datetime import timedelta

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.application_views import comparison
from jobtracker.services.workspace import Workspace


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Senior Python Developer", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pay", "value", "reason"),
    [
        ("USD 140,000 a year", 0.0, ""),
        ("USD 165,000 a year", 1.0, ""),
        ("USD 152,500 a year", 0.5, ""),
        ("USD 140,000 - 165,000 a year", 0.5, ""),
        ("USD 190,000 a year", 2.0, ""),
        ("USD 115,000 a year", -1.0, ""),
        ("USD 75/hour", 0.64, "An hour counted as 40 a week, 52 weeks a year."),
        ("USD 12,000 a month", 0.16, "A month counted as 12 a year."),
        ("up to USD 165,000 a year", 1.0, ""),
        ("140-165k", 0.5, "No currency was given; counted in USD."),
        ("€90,000 a year", None, "The pay is in EUR, the benchmark in USD."),
        ("USD 900", None, "The period of the pay is not known."),
        ("competitive", None, "The pay is not known."),
    ],
)
def test_pay_has_a_place_in_its_benchmark_or_a_reason_for_none(
    workspace: Workspace, pay: str, value: float | None, reason: str
) -> None:
    position = workspace.applications.view(add(workspace, pay=pay)).position

    assert position[:2] == (value if value is None else pytest.approx(value), reason)


@pytest.mark.parametrize(
    ("pay", "sentence"),
    [
        ("USD 152,500 a year", "This pay sits 50% up the benchmark for "),
        ("USD 100,000 a year", "This pay is below the low end of the benchmark for "),
        ("USD 200,000 a year", "This pay is above the high end of the benchmark for "),
        ("competitive", "Pay is not listed. The benchmark for "),
        ("€90,000 a year", "The pay is in EUR, the benchmark in USD. The benchmark for "),
    ],
)
def test_the_comparison_reads_as_a_sentence(workspace: Workspace, pay: str, sentence: str) -> None:
    said = comparison(workspace.applications.view(add(workspace, pay=pay)))

    assert said.startswith(f"{sentence}Python Developer, senior: ")


def test_without_a_reference_role_the_sentence_says_what_to_do(workspace: Workspace) -> None:
    said = comparison(workspace.applications.view(add(workspace, profile="")))

    assert said == "No reference role is linked. Link one to compare pay."


@pytest.mark.parametrize("role", ["Senior Python Developer", "Data Scientist", "Baker"])
def test_the_list_and_the_view_tell_the_same(workspace: Workspace, role: str) -> None:
    key = add(workspace, role=role, pay="$100-120k a year", location="Graz")

    (row,) = workspace.lists.rows()
    view = workspace.applications.view(key)

    assert (row.id, row.company, row.role, row.stage, row.location, row.pay) == (
        key, "Acme Robotics", role, "saved", "Graz", view.record.pay,
    )  # fmt: skip
    assert row.profile == (view.profile.title if view.profile else "")
    known = view.benchmark.range.pay if view.benchmark else None
    assert (row.benchmark and row.benchmark[:4]) == (known and known[:4])


def test_the_list_can_be_narrowed(workspace: Workspace) -> None:
    saved = add(workspace, company="Acme", notes="a zebra crossing")
    interview = add(workspace, company="Globex", stage=Stage.INTERVIEW)
    closed = add(workspace, company="Initech")
    workspace.log.close(closed, Outcome.REJECTED)

    def listed(query: ListQuery) -> list[int]:
        return [row.id for row in workspace.lists.rows(query)]

    assert listed(ListQuery()) == [interview, saved]
    assert listed(ListQuery(standings=(Stage.SAVED,))) == [saved]
    assert listed(ListQuery(scope=ALL, standings=(Outcome.REJECTED,))) == [closed]
    assert listed(ListQuery(scope=ALL)) == [interview, saved, closed]
    assert listed(ListQuery(scope=ALL, limit=2)) == [interview, saved]
    assert listed(ListQuery(text="zebra")) == [saved]
    assert listed(ListQuery(text="zebra globex")) == []


def test_what_is_due_first_stands_first_within_a_stage(
    workspace: Workspace, clock: FakeClock
) -> None:
    later = add(workspace, next_action_on=clock.today() + timedelta(days=9))
    never = add(workspace)
    soon = add(workspace, next_action_on=clock.today())

    assert [row.id for row in workspace.lists.rows()] == [soon, later, never]
