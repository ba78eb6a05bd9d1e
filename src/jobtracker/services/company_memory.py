"""What came of applying to companies, out of their applications' logs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.companies import Memory
from jobtracker.domain.company_memory import remembered
from jobtracker.storage import companies, events

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def of(session: "Session", ids: Sequence[int]) -> dict[int, Memory]:
    """The memory of each of these companies, in two statements."""
    whose = companies.applications_of(session, ids)
    logs = events.of(session, [key for keys in whose.values() for key in keys])
    return {company: remembered(logs[key] for key in keys) for company, keys in whose.items()}
