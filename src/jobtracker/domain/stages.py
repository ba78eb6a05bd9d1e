"""How far an application got, and how it ended: two things, never mixed."""

from enum import StrEnum

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.text import quoted


class Stage(StrEnum):
    """How far it got, in order. Closing never changes the stage reached."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"


class Outcome(StrEnum):
    """How it ended; an open application has none."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    NO_REPLY = "no_reply"
    WITHDRAWN = "withdrawn"
    POSITION_CLOSED = "position_closed"
    NOT_PURSUED = "not_pursued"


STAGES: tuple[Stage, ...] = tuple(Stage)
OUTCOMES: tuple[Outcome, ...] = tuple(Outcome)


def stage_name(stage: Stage) -> str:
    """The stage as a person reads it: "Interview"."""
    return stage.value.capitalize()


def outcome_name(outcome: Outcome) -> str:
    """The outcome as a person reads it: "No reply"."""
    return outcome.value.replace("_", " ").capitalize()


def order(stage: Stage) -> int:
    """0 for Saved up to 4 for Offer."""
    return STAGES.index(stage)


def stage_from(text: str) -> Stage:
    """The stage a person named, in any case. Raises NotFoundError with the known ones."""
    try:
        return Stage(_key(text))
    except ValueError:
        known = ", ".join(STAGES)
        raise NotFoundError(f"There is no stage {quoted(text)}. Use one of: {known}.") from None


def outcome_from(text: str) -> Outcome:
    """The outcome a person named: "no reply", "no-reply" or "no_reply"."""
    try:
        return Outcome(_key(text))
    except ValueError:
        known = ", ".join(OUTCOMES)
        raise NotFoundError(f"There is no outcome {quoted(text)}. Use one of: {known}.") from None


def _key(text: str) -> str:
    return text.strip().lower().replace(" ", "_").replace("-", "_")
