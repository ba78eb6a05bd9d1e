"""The rows of the applications list. Loaded before the first paint, so it imports little."""

from typing import NamedTuple

from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Outcome, Stage


class ListQuery(NamedTuple):
    """Which applications to list; `text` is looked up in everything typed."""

    text: str = ""
    stage: Stage | None = None
    outcome: Outcome | None = None
    closed_too: bool = False
    limit: int | None = None


class ListRow(NamedTuple):
    """An application as a row of the table. Money is minor units, dates are ISO text.

    The benchmark's figures are those of its profile's fitting range.
    """

    id: int
    company: str
    role: str
    location: str
    stage: str
    outcome: str | None
    since: str
    pay: Pay
    next_action: str
    next_action_on: str | None
    profile: str
    benchmark: Pay | None
