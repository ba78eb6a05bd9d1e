"""Companies: other names, warnings, and what came of applying there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.companies import CompanyFields, memory_words
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.listing import ListQuery
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


def apply(workspace: Workspace, on: date | None = None, company: str = "Acme") -> int:
    return workspace.applications.add({"company": company, "role": "Clerk", "applied_on": on}).value


def test_an_alias_typed_when_adding_finds_the_company(workspace: Workspace) -> None:
    first = apply(workspace, company="Alphabet")
    workspace.companies.edit(1, {"aliases": ("Google", "Waymo")})

    second = apply(workspace, company=" GOOGLE ")

    assert workspace.applications.view(second).record.company == "Alphabet"
    assert workspace.companies.id_of("waymo") == 1
    assert workspace.companies.view(1).applications == (second, first)
    assert len(workspace.companies.all()) == 1


def test_an_alias_typed_when_editing_finds_it_too(workspace: Workspace, acme: int) -> None:
    apply(workspace, company="Alphabet")
    workspace.companies.edit(2, {"aliases": ("Google",)})

    workspace.applications.edit(acme, {"company": "google"})

    assert workspace.applications.view(acme).record.company == "Alphabet"


def test_a_renamed_company_is_sorted_and_found_by_its_new_name(workspace: Workspace) -> None:
    last, first = apply(workspace, company="Acme"), apply(workspace, company="Beta")

    done = workspace.companies.edit(1, {"name": "Zeta"})

    assert done.label == "edit company Acme"
    by_company = ListQuery(group="none", sort="company")
    assert [row.id for row in workspace.lists.rows(by_company)] == [first, last]
    assert [found.ref for found in workspace.search.find("zeta clerk")] == [last]
    assert workspace.search.find("acme") == []


def test_a_name_in_another_case_is_shown_wherever_it_is_found(
    workspace: Workspace, clock: FakeClock
) -> None:
    apply(workspace, company="acme")
    clock.advance(timedelta(seconds=1))

    workspace.companies.edit(1, {"name": "ACME"})

    titles = {found.title for found in workspace.search.find("acme")}
    assert titles == {"ACME", "Clerk, ACME"}


def test_a_company_may_take_its_own_alias_for_a_name(workspace: Workspace) -> None:
    apply(workspace)
    workspace.companies.edit(1, {"aliases": ("Acme Inc", "AR")})

    workspace.companies.edit(1, {"name": "ACME Inc"})

    company = workspace.companies.view(1).company
    assert (company.name, company.aliases) == ("ACME Inc", ("AR",))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "GLOBEX"}, "name"),
        ({"name": "Globex Ltd"}, "name"),
        ({"aliases": ("ok", "globex")}, "aliases"),
        ({"name": " "}, "name"),
        ({"notes": "\0"}, "notes"),
        ({"aliases": ("\0",)}, "aliases"),
    ],
)
def test_what_another_company_is_called_is_refused_and_nothing_changed(
    workspace: Workspace, fields: CompanyFields, field: str
) -> None:
    apply(workspace)
    apply(workspace, company="Globex")
    workspace.companies.edit(2, {"aliases": ("Globex Ltd",)})
    before = state(workspace)

    with pytest.raises(InvalidInputError) as refused:
        workspace.companies.edit(1, fields)

    assert refused.value.field == field
    assert state(workspace) == before


def test_a_warning_is_kept_with_its_reason(workspace: Workspace) -> None:
    key = apply(workspace)
    workspace.companies.edit(1, {"avoid": True, "avoid_reason": "never answers", "notes": "x"})

    company = workspace.applications.view(key).company
    assert (company.avoid, company.avoid_reason, company.notes) == (True, "never answers", "x")


def test_an_address_is_kept_line_by_line_and_found(workspace: Workspace) -> None:
    key = apply(workspace)
    workspace.companies.edit(1, {"address": " Lindenstr. 1 \n\n10115 Berlin\n"})

    assert workspace.applications.view(key).company.address == "Lindenstr. 1\n10115 Berlin"
    assert [hit.topic for hit in workspace.search.find("lindenstr")] == ["company"]


def test_an_edit_that_changes_nothing_makes_no_step(workspace: Workspace) -> None:
    apply(workspace)
    workspace.companies.edit(1, {"aliases": ("A",), "notes": "x"})

    assert workspace.companies.edit(1, {"aliases": (" A ",), "notes": "x"}).label == ""
    assert len(workspace.history.steps()) == 2


@pytest.mark.parametrize("reference", ["Nobody", "9", ""])
def test_an_unknown_company_is_refused_in_words(workspace: Workspace, reference: str) -> None:
    apply(workspace)

    with pytest.raises(NotFoundError, match="There is no company"):
        workspace.companies.id_of(reference)
    with pytest.raises(NotFoundError, match="There is no company"):
        workspace.companies.view(9)


def test_the_memory_counts_what_came_of_applying(workspace: Workspace, clock: FakeClock) -> None:
    clock.set_today(date(2026, 1, 10))
    answered = apply(workspace, date(2026, 1, 1))
    refused = apply(workspace, date(2026, 1, 5))
    clock.set_today(date(2026, 3, 1))
    apply(workspace, date(2026, 2, 1))
    workspace.applications.add({"company": "acme", "role": "Clerk"})
    workspace.log.message(answered, "thanks", incoming=False, on=date(2026, 1, 3))
    workspace.log.message(answered, "come by", incoming=True, on=date(2026, 2, 11))
    workspace.log.close(refused, Outcome.NO_REPLY, on=date(2026, 3, 1))

    memory = workspace.companies.view(1).memory

    assert (memory.applications, memory.applied) == (4, 3)
    assert memory.first_reply_days == (41,)
    assert (memory.interviewed, memory.offers) == (0, 0)
    assert memory.last_applied_on == date(2026, 2, 1)
    assert memory_words(memory) == "Applied 3 times, one reply after 41 days."
    assert workspace.applications.view(answered).memory == memory


Act = Callable[[Workspace, int, date], object]
REPLIES: dict[str, Act] = {
    "a message": lambda w, key, on: w.log.message(key, "hello", incoming=True, on=on),
    "a stage": lambda w, key, on: w.log.move(key, Stage.SCREENING, on),
    "an interview": lambda w, key, on: w.interviews.add(key, {"starts": on.isoformat()}),
    "an offer": lambda w, key, on: w.log.offer(key, "$100k", on),
    "a rejection": lambda w, key, on: w.log.close(key, Outcome.REJECTED, on),
    "a closed position": lambda w, key, on: w.log.close(key, Outcome.POSITION_CLOSED, on),
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_an_answer_of_any_kind_is_a_reply(workspace: Workspace, reply: Act) -> None:
    applied = date(2026, 11, 1)
    key = apply(workspace, applied)

    reply(workspace, key, applied + timedelta(days=9))

    assert workspace.companies.view(1).memory.first_reply_days == (9,)


def test_what_was_taken_back_was_no_reply(workspace: Workspace) -> None:
    key = apply(workspace, date(2026, 11, 1))
    interview = workspace.interviews.add(key, {"starts": "2026-11-10"}).value
    assert workspace.companies.view(1).memory.interviewed == 1

    workspace.interviews.remove(interview)

    memory = workspace.companies.view(1).memory
    assert (memory.first_reply_days, memory.interviewed) == ((), 0)
    assert memory_words(memory) == "Applied once, no reply yet."


def test_nothing_is_remembered_where_nothing_was_sent(workspace: Workspace, acme: int) -> None:
    assert memory_words(workspace.applications.view(acme).memory) == ""


EDITS: dict[str, CompanyFields] = {
    "rename": {"name": "Zeta"},
    "aliases": {"aliases": ("B", "C")},
    "alias for a name": {"name": "A"},
    "address": {"address": "Street 1\n10115 Berlin"},
    "avoid": {"avoid": True, "avoid_reason": "x", "notes": "y"},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_undo_and_redo_restore_everything(workspace: Workspace, edit: CompanyFields) -> None:
    apply(workspace)
    workspace.companies.edit(1, {"aliases": ("A", "B")})

    undone_and_redone(workspace, lambda w: w.companies.edit(1, edit))
