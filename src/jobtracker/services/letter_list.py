"""The list of letters as a person reads it: whose it is, and how far it is from leaving."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.gate import stops
from jobtracker.domain.letter_addressing import addressees
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import compose
from jobtracker.services.letter_gate import Everybody, everybody
from jobtracker.services.letter_values import KnownFor, known_for
from jobtracker.services.letter_views import frame_of, values_of
from jobtracker.storage import letter_shelf

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.storage.letter_shelf import Shelved


class ListedLetter(NamedTuple):
    """A letter in the list. `missing` counts fields without a value, `leftovers` other
    placeholders, `doubts` whatever else the gate stops it for: with none of them it may leave.
    `sent_on` is the day it was sent; `exported_on` is set where it left the app otherwise and
    was not changed since.
    """

    id: int
    application_id: int
    company: str
    role: str
    template: str
    missing: int
    leftovers: int
    doubts: int
    exported_on: date | None
    kind: LetterKind = LetterKind.COVER_LETTER
    language: Language = Language.ENGLISH
    sent_on: date | None = None


class Gaps(NamedTuple):
    """What keeps a letter here, see `ListedLetter`."""

    missing: int
    leftovers: int
    doubts: int


_NONE = Gaps(0, 0, 0)


class Judged:
    """What was found in each letter, for as long as it says the same among the same names: a
    list is read again after every change, and each change is of one letter.
    """

    def __init__(self) -> None:
        self._among: object = None
        self._found: dict[int, tuple[object, Gaps]] = {}

    def gaps(self, letters: "list[Shelved]", known: KnownFor, others: Everybody) -> dict[int, Gaps]:
        """For these letters, by their ids."""
        among = (known.about_me, known.today, others)
        before = self._found if among == self._among else {}
        self._among, self._found = among, {}
        for letter in letters:
            said = (letter, known.facts.get(letter.application_id))
            earlier = before.get(letter.id)
            same = earlier is not None and earlier[0] == said
            gaps = earlier[1] if earlier and same else _gaps(letter, known, others)
            self._found[letter.id] = (said, gaps)
        return {key: gaps for key, (_, gaps) in self._found.items()}


def rows(session: "Session", today: date, judged: Judged) -> list[ListedLetter]:
    """All letters, the one changed last first."""
    shelf = letter_shelf.shelf(session)
    here = [letter for letter in shelf if not _has_left(letter)]
    known = known_for(session, sorted({letter.application_id for letter in here}), today)
    gaps = judged.gaps(here, known, everybody(session))
    return [_row(letter, gaps.get(letter.id, _NONE)) for letter in shelf]


def _has_left(letter: "Shelved") -> bool:
    exported = letter.exported_at is not None and letter.exported_at >= letter.updated_at
    return exported or letter.sent_on is not None


def _row(letter: "Shelved", gaps: Gaps) -> ListedLetter:
    left = None
    if _has_left(letter) and letter.exported_at is not None:
        left = datetime.fromisoformat(letter.exported_at).astimezone().date()
    return ListedLetter(*letter[:5], *gaps, left, letter.kind, letter.language, letter.sent_on)


def _gaps(letter: "Shelved", known: KnownFor, others: Everybody) -> Gaps:
    about = known.of(letter.application_id, letter.language, letter.kind)
    composed = compose(
        letter.text,
        values_of(letter.values, about.values, letter.language, letter.kind),
        frame_of(letter.language, letter.kind, letter.frame),
        letter.hidden,
        letter.language,
    )
    context = others.around(
        letter.company,
        letter.role,
        letter.language,
        letter.kind,
        addressees=addressees(letter.values),
    )
    rules = [finding.rule for finding in stops(composed, context)]
    leftovers = rules.count("placeholder")
    doubts = len(rules) - rules.count("missing-field") - leftovers
    return Gaps(len(composed.missing), leftovers, doubts)
