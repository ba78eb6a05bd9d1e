"""How far it got and how it ended: names as people type and read them."""

import pytest

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.stages import (
    OUTCOMES,
    STAGES,
    Outcome,
    Stage,
    order,
    outcome_from,
    outcome_name,
    stage_from,
    stage_name,
)


def test_stages_run_from_saved_to_offer() -> None:
    assert [stage_name(stage) for stage in STAGES] == [
        "Saved", "Applied", "Screening", "Interview", "Offer",
    ]  # fmt: skip
    assert [order(stage) for stage in STAGES] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("typed", ["interview", "Interview", " INTERVIEW\n"])
def test_a_stage_is_known_in_any_case(typed: str) -> None:
    assert stage_from(typed) is Stage.INTERVIEW


@pytest.mark.parametrize("typed", ["no reply", "No-Reply", "no_reply"])
def test_an_outcome_is_known_however_its_words_are_joined(typed: str) -> None:
    assert outcome_from(typed) is Outcome.NO_REPLY


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_found_by_the_name_it_is_shown_with(stage: Stage) -> None:
    assert stage_from(stage_name(stage)) is stage


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_found_by_the_name_it_is_shown_with(outcome: Outcome) -> None:
    assert outcome_from(outcome_name(outcome)) is outcome


@pytest.mark.parametrize("typed", ["", "hired", "offer accepted", "saved\0", "x" * 10_000])
def test_an_unknown_stage_names_the_known_ones(typed: str) -> None:
    with pytest.raises(NotFoundError, match="Use one of: saved, applied, screening") as refused:
        stage_from(typed)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


def test_an_unknown_outcome_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="There is no outcome “ghosted”") as refused:
        outcome_from("ghosted")
    assert all(outcome in str(refused.value) for outcome in OUTCOMES)
