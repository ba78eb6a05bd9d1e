"""How long a company has been quiet. Computed when asked for; never stored, never set."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

WAITING_DAYS: Mapping[str, int] = {"applied": 14, "screening": 10, "interview": 7, "offer": 7}
"""After so many days without a word an open application counts as quiet, by its stage; a saved
one waits for nobody. A person may set their own."""


class Silence(NamedTuple):
    """`since` is the last contact, or the day an answer was promised for; `days` are those
    passed since; `is_quiet` once they reach the stage's waiting time.
    """

    since: date
    days: int
    is_quiet: bool


def silence(
    stage: str,
    contact_on: date,
    today: date,
    *,
    promised_on: date | None = None,
    waiting_days: Mapping[str, int] = WAITING_DAYS,
) -> Silence | None:
    """The silence of an open application; None in a stage that waits for nobody.

    A promised day that lies after the last contact is what silence counts from.
    """
    if stage not in waiting_days:
        return None
    since = max(contact_on, promised_on) if promised_on else contact_on
    days = max((today - since).days, 0)
    return Silence(since, days, days >= waiting_days[stage])


def quiet_before(stage: str, today: date, waiting_days: Mapping[str, int] = WAITING_DAYS) -> date:
    """The newest day of last contact that makes an application of this stage quiet today."""
    return today - timedelta(days=waiting_days[stage])
