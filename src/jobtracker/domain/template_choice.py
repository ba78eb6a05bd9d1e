"""Which template a new letter for an application begins with."""

from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.stages import Stage


class Offered(NamedTuple):
    """A template to choose from. `last_used` is when it was used last for a like role, "" for
    never; `is_own` marks one of the person's own, `is_standard` the bundled one to begin with.
    """

    id: int
    kind: LetterKind
    language: Language
    profile_id: int | None = None
    last_used: str = ""
    is_own: bool = False
    is_standard: bool = False


class Occasion(NamedTuple):
    """What a letter is to be written for.

    `interviewed` where an interview was held and nobody was thanked since, `quiet` where an
    answer is overdue; `language` is that of the posting, None where it is not known.
    """

    stage: Stage
    profile_id: int | None = None
    language: Language | None = None
    interviewed: bool = False
    quiet: bool = False


def kind_for(occasion: Occasion) -> LetterKind:
    """The kind of letter that comes next."""
    if occasion.stage is Stage.OFFER:
        return LetterKind.ACCEPTANCE
    if occasion.interviewed:
        return LetterKind.THANK_YOU
    if occasion.quiet:
        return LetterKind.FOLLOW_UP
    return LetterKind.COVER_LETTER


def best_template(templates: Sequence[Offered], occasion: Occasion) -> int | None:
    """The template that fits best, None where there is none at all.

    The kind that the occasion asks for goes before all else, then the posting's language, the
    sample of the application's own profile, what was used last for a like role, one of the
    person's own, the standard one and the order given; samples of other profiles come last.
    """
    kind = kind_for(occasion)

    def fit(one: Offered) -> tuple[bool, bool, bool, bool, str, bool, bool]:
        return (
            one.kind is kind,
            occasion.language is None or one.language is occasion.language,
            one.profile_id is not None and one.profile_id == occasion.profile_id,
            one.profile_id in (None, occasion.profile_id),
            one.last_used,
            one.is_own,
            one.is_standard,
        )

    best = max(templates, key=fit, default=None)
    return best.id if best else None
