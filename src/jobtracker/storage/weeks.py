"""What lies in a week."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from jobtracker.domain.listing import ALL
from jobtracker.domain.week import DAYS
from jobtracker.storage.listing_sql import IN_SCOPE
from jobtracker.storage.search_index import driver_of

_STANDINGS = ", ".join(f"'{standing}'" for standing in IN_SCOPE[ALL])
_SENT = (
    "SELECT count(*) FROM application "
    f"WHERE standing IN ({_STANDINGS}) AND applied_on BETWEEN ? AND ?"
)
"""Every standing is named so that the index on standing and day of applying serves."""


def sent_in(session: Session, monday: date) -> int:
    """How many applications were sent in the week that begins so, whatever came of them."""
    sunday = monday + timedelta(days=DAYS - 1)
    row = driver_of(session).execute(_SENT, (monday.isoformat(), sunday.isoformat())).fetchone()
    return int(row[0])
