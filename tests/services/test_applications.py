from datetime import date

import pytest

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.listing import ListQuery
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.applications import comparison
from jobtracker.services.workspace import Workspace

ACME = ApplicationFields(company="Acme Robotics", role="Senior Python Developer")


def test_the_profile_that_fits_the_title_is_linked(workspace: Workspace) -> None:
    key = workspace.applications.add(ACME).value

    view = workspace.applications.view(key)
    assert view.profile is not None
    assert view.profile.title == "Python Developer"
    assert view.benchmark is not None
    assert view.benchmark.range.level == "senior"


def test_a_weak_match_links_nothing_and_a_person_may_want_none(workspace: Workspace) -> None:
    weak = workspace.applications.add(ApplicationFields(company="A", role="Data Entry Clerk"))
    none = workspace.applications.add(ApplicationFields(**ACME, profile=""))

    assert workspace.applications.view(weak.value).profile is None
    assert workspace.applications.view(none.value).profile is None
    proposed = workspace.applications.propose_profiles("Senior Python Developer")
    assert (proposed[0].title, proposed[0].level) == ("Python Developer", "senior")


def test_one_company_is_one_record_whatever_its_spelling(workspace: Workspace) -> None:
    first = workspace.applications.add(ApplicationFields(company="Café Zürich", role="Cook"))
    second = workspace.applications.add(ApplicationFields(company="CAFE  zurich", role="Waiter"))

    assert "company" in first.changes.rows
    assert "company" not in second.changes.rows
    assert workspace.applications.view(second.value).record.company == "Café Zürich"


def test_applied_says_so_in_every_way(workspace: Workspace) -> None:
    day = date(2026, 11, 2)
    by_date = workspace.applications.add(ApplicationFields(**ACME, applied_on=day)).value
    by_stage = workspace.applications.add(ApplicationFields(**ACME, stage=Stage.APPLIED)).value
    later = workspace.applications.add(ACME).value
    workspace.applications.move(later, Stage.APPLIED, day)

    for key, expected in ((by_date, day), (by_stage, date(2026, 11, 22)), (later, day)):
        record = workspace.applications.view(key).record
        assert (record.stage, record.applied_on, record.since) == (
            Stage.APPLIED,
            expected,
            expected,
        )


def test_what_changes_nothing_makes_no_step(workspace: Workspace) -> None:
    key = workspace.applications.add(ApplicationFields(**ACME, location="Austin")).value
    steps = workspace.history.steps()

    for done in (
        workspace.applications.edit(key, ApplicationFields(location="Austin", **ACME)),
        workspace.applications.move(key, Stage.SAVED),
        workspace.applications.reopen(key),
        workspace.applications.edit(key, ApplicationFields(profile="Python Developer")),
    ):
        assert done.label == ""
        assert not done.changes.rows
    assert workspace.history.steps() == steps


def test_a_refused_edit_changes_nothing(workspace: Workspace) -> None:
    key = workspace.applications.add(ACME).value
    before = workspace.applications.view(key)

    with pytest.raises(NotFoundError):
        workspace.applications.edit(key, ApplicationFields(location="X", profile="Alchemist"))
    with pytest.raises(InvalidInputError):
        workspace.applications.edit(key, ApplicationFields(location="X", pay="$9k-$1k"))

    assert workspace.applications.view(key) == before


def test_removing_takes_all_that_hangs_on_it_and_undo_brings_it_back(workspace: Workspace) -> None:
    key = workspace.applications.add(ACME).value
    workspace.applications.note(key, "call")
    workspace.letters.draft(key, "short")
    before = workspace.applications.view(key)

    workspace.applications.remove(key)
    with pytest.raises(NotFoundError):
        workspace.applications.view(key)
    assert workspace.letters.lines() == []

    workspace.history.undo()
    assert workspace.applications.view(key) == before


def test_undo_and_redo_are_named_for_the_menu(workspace: Workspace) -> None:
    key = workspace.applications.add(ACME).value
    assert workspace.history.next().undo == "add Senior Python Developer"

    workspace.applications.close(key, Outcome.NO_REPLY)
    workspace.history.undo()

    assert workspace.history.next() == ("add Senior Python Developer", "close as No reply")


def test_the_comparison_is_a_sentence_for_every_case(workspace: Workspace) -> None:
    def words(**fields: str) -> str:
        key = workspace.applications.add(ApplicationFields(**ACME, **fields)).value  # type: ignore[typeddict-item]
        return comparison(workspace.applications.view(key))

    assert "No reference role is linked" in words(profile="")
    assert "Pay is not listed" in words(pay="competitive")
    assert "The pay is in EUR" in words(pay="€90k a year")
    assert "below the low end" in words(pay="$20k a year")
    assert "above the high end" in words(pay="$900k a year")
    assert "% up the range" in words(pay="$150k a year")


def test_rows_agree_with_views(workspace: Workspace) -> None:
    for role in ("Senior Python Developer", "Baker", "Data Scientist"):
        fields = ApplicationFields(company="Acme", role=role, pay="$100-120k a year")
        workspace.applications.add(fields)

    for row in workspace.applications.rows(ListQuery()):
        view = workspace.applications.view(row.id)
        assert (row.company, row.role, row.pay) == (
            view.record.company,
            view.record.role,
            view.record.pay,
        )
        assert row.profile == (view.profile.title if view.profile else "")
        known = view.benchmark.range.pay if view.benchmark else None
        assert (row.benchmark and row.benchmark[:4]) == (known and known[:4])
