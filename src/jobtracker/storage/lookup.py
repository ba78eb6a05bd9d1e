"""Finding a record by what a person types: its number or its uid."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.text import quoted

UID_LENGTH = 36
LARGEST_ID = (1 << 63) - 1


def id_of(
    session: Session,
    key: InstrumentedAttribute[int],
    uid: InstrumentedAttribute[str],
    reference: str,
    noun: str,
) -> int:
    """The integer key of the row named by number or uid; NotFoundError names the noun."""
    text = reference.strip()
    found: int | None = None
    if text.isascii() and text.isdigit() and int(text[:20]) <= LARGEST_ID:
        found = session.scalar(select(key).where(key == int(text)))
    elif len(text) == UID_LENGTH:
        found = session.scalar(select(key).where(uid == text.lower()))
    if found is None:
        raise NotFoundError(
            f"There is no {noun} {quoted(reference)}. List them to see their numbers and names."
        )
    return found


def only_one(found: Sequence[int], reference: str, noun: str) -> int:
    """The one key that has the name typed; raises InvalidInputError that lists them if several."""
    if len(found) > 1:
        numbers = ", ".join(map(str, sorted(found)))
        raise InvalidInputError(
            f"{len(found)} {noun}s are called {quoted(reference.strip())}; nothing was changed. "
            f"Use a number instead: {numbers}."
        )
    return found[0]
