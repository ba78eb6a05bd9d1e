"""The lists of applications: filtered, grouped, sorted, page by page; all agree."""

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pytest
from tests.support.clock import FakeClock

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import (
    ALL,
    ARCHIVED,
    CLOSED,
    GROUPS,
    SCOPES,
    SORTS,
    Condition,
    ListQuery,
    ListRow,
    group_key,
)
from jobtracker.domain.stages import STAGES, Outcome, Stage
from jobtracker.services.workspace import Workspace

TODAY = date(2026, 11, 22)
ROLES = ("Baker", "Développeur", "Cook")
PLACES = ("Graz", "", "Åbo")


def add(workspace: Workspace, **fields: Any) -> int:
    given = {"company": "Acme Robotics", "role": "Baker", "profile": ""} | fields
    return workspace.applications.add(given).value  # type: ignore[arg-type]


def listed(workspace: Workspace, *conditions: tuple[str, str], **query: Any) -> list[int]:
    narrowed = tuple(Condition(*condition) for condition in conditions)
    return [row.id for row in workspace.lists.rows(ListQuery(conditions=narrowed, **query))]


@pytest.fixture
def forty(workspace: Workspace) -> Workspace:
    """Forty applications of every kind: some closed, some archived, many with gaps."""
    for number in range(40):
        key = add(
            workspace,
            company=f"Company {number % 7}",
            role=ROLES[number % 3],
            location=PLACES[number % 3 if number % 2 else 1],
            stage=STAGES[number % 5],
            pay=f"{60 + number % 4}k $ a year" if number % 3 else "",
            source=("Referral", "", "agency")[number % 3],
            deadline=TODAY + timedelta(days=number) if number % 4 == 0 else None,
            next_action_on=TODAY + timedelta(days=number % 9 - 4) if number % 5 else None,
            excitement=number % 6 or None,
        )
        if number % 6 == 0:
            workspace.log.close(key, (Outcome.REJECTED, Outcome.NO_REPLY)[number % 4 // 2])
        if number % 11 == 0:
            workspace.applications.edit(key, {"archived": True})
    return workspace


def paged(workspace: Workspace, query: ListQuery, size: int) -> list[ListRow]:
    rows, after = [], None
    while True:
        page = workspace.lists.page(query._replace(limit=size), after)
        rows += page.rows
        after = page.after
        if after is None:
            return rows
        assert len(page.rows) == size


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("scope", SCOPES)
def test_pages_sizes_and_the_whole_list_agree_in_every_order(
    forty: Workspace, scope: str, group: str
) -> None:
    for sort in SORTS:
        for descending in (False, True):
            query = ListQuery(scope=scope, group=group, sort=sort, descending=descending)
            whole = forty.lists.rows(query)

            assert paged(forty, query, 7) == whole
            keys = [group_key(row, group) for row in whole]
            runs = [key for key, _ in groupby(keys)]
            assert len(runs) == len(set(runs)), "a group stands together"
            assert forty.lists.sizes(query) == Counter(keys)


def test_scopes_part_the_applications(forty: Workspace) -> None:
    counts = {scope: forty.lists.count(scope) for scope in SCOPES}

    assert counts.pop(ALL) == 40 == sum(counts.values())
    assert all(counts.values())
    assert {row.outcome for row in forty.lists.rows(ListQuery(scope=CLOSED))} == {
        "rejected",
        "no_reply",
    }
    assert all(row.archived for row in forty.lists.rows(ListQuery(scope=ARCHIVED)))


@pytest.mark.parametrize("sort", ["role", "company", "since", "last_on", "excitement", "pay"])
def test_what_has_no_value_comes_last_both_ways(forty: Workspace, sort: str) -> None:
    def value(row: ListRow) -> object:
        field = getattr(row, sort)
        return field.low if sort == "pay" else field

    up = [value(row) for row in forty.lists.rows(ListQuery(group="none", sort=sort))]
    down = [
        value(row) for row in forty.lists.rows(ListQuery(group="none", sort=sort, descending=True))
    ]

    known = [each for each in up if each is not None]
    assert up == known + [None] * up.count(None)
    assert down == known[::-1] + [None] * down.count(None)


def test_the_furthest_stage_comes_first_and_what_is_newest_first_among_the_undated(
    workspace: Workspace,
) -> None:
    first, second = add(workspace), add(workspace)
    offer = add(workspace, stage=Stage.OFFER)

    assert listed(workspace) == [offer, second, first]


def test_collapsed_groups_are_left_out_but_counted(forty: Workspace) -> None:
    for group, collapsed in (("stage", "offer"), ("role", "developpeur"), ("location", "")):
        query = ListQuery(group=group, collapsed=(collapsed,))

        shown = {group_key(row, group) for row in paged(forty, query, 5)}
        assert collapsed not in shown
        assert shown | {collapsed} == set(forty.lists.sizes(query))


def test_words_narrow_the_list_and_keep_its_order(forty: Workspace) -> None:
    query = ListQuery(text="developpeur", sort="company")

    found = forty.lists.rows(query)

    every = [row for row in forty.lists.rows(query._replace(text="")) if row.role == ROLES[1]]
    assert found == every == paged(forty, query, 3)
    assert forty.lists.sizes(query) == Counter(group_key(row, "stage") for row in found)


def test_a_column_of_the_board_lies_as_the_cards_were_put(workspace: Workspace) -> None:
    low, high = add(workspace), add(workspace)
    add(workspace, stage=Stage.OFFER)

    assert [row.id for row in workspace.lists.column("saved").rows] == [high, low]
    workspace.applications.place(high, Stage.SAVED, low)
    assert [row.id for row in workspace.lists.column("saved").rows] == [low, high]


def test_conditions_narrow_and_several_of_one_field_widen(workspace: Workspace) -> None:
    remote = add(workspace, work_mode="remote", source="LinkedIn", tags=("Dream",), level="senior")
    hybrid = add(workspace, work_mode="hybrid", location="Zürich", excitement=4, on_hold=True)
    other = add(workspace, company="Globex", stage=Stage.INTERVIEW, pay="90-110k $ a year")

    assert listed(workspace, ("work_mode", "Remote")) == [remote]
    assert set(listed(workspace, ("work_mode", "remote"), ("work_mode", "hybrid"))) == {
        remote,
        hybrid,
    }
    assert listed(workspace, ("work_mode", "remote"), ("company", "globex")) == []
    assert listed(workspace, ("source", "linkedin")) == [remote]
    assert listed(workspace, ("tag", "DREAM")) == [remote]
    assert listed(workspace, ("level", "Senior")) == [remote]
    assert listed(workspace, ("location", "zurich")) == [hybrid]
    assert listed(workspace, ("excitement", "4")) == [hybrid]
    assert listed(workspace, ("on_hold", "yes")) == [hybrid]
    assert listed(workspace, ("pay", "100000")) == [other]
    assert listed(workspace, ("pay", "100001")) == []
    assert listed(workspace, ("stage", "interview")) == [other]


def test_what_is_due_is_told_by_the_day(workspace: Workspace, clock: FakeClock) -> None:
    keys = {
        days: add(workspace, next_action_on=clock.today() + timedelta(days=days))
        for days in (-1, 0, 6, 7)
    }
    never = add(workspace, deadline=clock.today())

    assert listed(workspace, ("due", "late")) == [keys[-1]]
    assert listed(workspace, ("due", "today")) == [keys[0]]
    assert listed(workspace, ("due", "week")) == [keys[0], keys[6]]
    assert listed(workspace, ("due", "none")) == [never]
    assert listed(workspace, ("deadline", clock.today().isoformat())) == [never]


def test_the_quiet_ones_are_those_whose_silence_says_so(
    workspace: Workspace, clock: FakeClock
) -> None:
    saved, applied = add(workspace), add(workspace, stage=Stage.APPLIED)
    promised = add(workspace, stage=Stage.APPLIED, promised_on=clock.today() + timedelta(days=3))
    add(workspace, stage=Stage.APPLIED, on_hold=True)
    clock.set_today(clock.today() + timedelta(days=14))

    quiet = listed(workspace, ("quiet", "yes"))

    assert quiet == [applied]
    views = workspace.applications.views([saved, applied, promised])
    assert [bool(view.silence and view.silence.is_quiet) for view in views] == [False, True, False]
    workspace.preferences.set_waiting_days({"applied": 30})
    assert listed(workspace, ("quiet", "yes")) == []


@pytest.mark.parametrize(
    "condition", [("due", "sometime"), ("excitement", "much"), ("shoe size", "9")]
)
def test_a_condition_without_meaning_is_refused(
    workspace: Workspace, condition: tuple[str, str]
) -> None:
    with pytest.raises(InvalidInputError):
        listed(workspace, condition)


def test_the_values_of_a_field_are_told_with_their_counts(workspace: Workspace) -> None:
    add(workspace, location="Zürich", tags=("dream",))
    add(workspace, location="zurich", company="Globex")
    add(workspace, location="Graz", company="Globex")

    assert workspace.lists.values("location") == [("Zürich", 2), ("Graz", 1)]
    assert workspace.lists.values("company") == [("Globex", 2), ("Acme Robotics", 1)]
    assert workspace.lists.values("tag") == [("dream", 1)]
    with pytest.raises(InvalidInputError):
        workspace.lists.values("notes")


def test_a_row_tells_offer_tags_and_letters(workspace: Workspace) -> None:
    key = add(workspace, tags=("remote", "dream"), archived=False)
    workspace.log.offer(key, "$100k a year")
    workspace.log.offer(key, "$110k a year")
    workspace.letters.draft(key, "short")

    (row,) = workspace.lists.rows()

    assert row.tags == ("dream", "remote")
    assert row.letters == 1
    assert row.offer is not None
    assert row.offer.low == 11_000_000
