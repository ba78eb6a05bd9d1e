"""The figures that were named are corrected as they are recorded."""

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.pay_facts import FactKind
from jobtracker.services.workspace import Workspace


@pytest.fixture
def acme(workspace: Workspace) -> int:
    return workspace.applications.add({"company": "Acme", "role": "Welder"}).value


def test_a_fact_is_corrected_in_one_step_of_undo(workspace: Workspace, acme: int) -> None:
    key = workspace.pay_facts.add(acme, "verbal", "$120k a year", who="Dana").value

    undone_and_redone(
        workspace,
        lambda w: w.pay_facts.edit(key, "written", "$125k a year", who="Dana", how="mail"),
    )

    (fact,) = workspace.pay_facts.of(acme)
    assert (fact.kind, fact.pay.low, fact.how) == (FactKind.WRITTEN, 125_000_00, "mail")


def test_a_correction_is_refused_like_a_new_fact(workspace: Workspace, acme: int) -> None:
    key = workspace.pay_facts.add(acme, "stated", "$120k a year").value

    with pytest.raises(InvalidInputError, match="No amount"):
        workspace.pay_facts.edit(key, "stated", "lots")
    with pytest.raises(NotFoundError):
        workspace.pay_facts.edit(key + 1, "stated", "$120k a year")


def test_a_figure_that_is_corrected_is_not_held_against_itself(
    workspace: Workspace, acme: int
) -> None:
    today = FakeClock().today()
    key = workspace.pay_facts.add(acme, "stated", "$120k a year", who="Dana", how="phone").value

    said = workspace.pay_facts.would_warn(acme, "stated", "$130k a year", today)
    assert "(Dana, phone)" in said
    assert workspace.pay_facts.would_warn(acme, "stated", "$130k a year", today, key) == ""
