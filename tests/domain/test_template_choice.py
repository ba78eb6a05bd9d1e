"""The template that a new letter is proposed to begin with."""

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.stages import Stage
from jobtracker.domain.template_choice import Occasion, Offered, best_template, kind_for

ENGLISH, GERMAN = Language.ENGLISH, Language.GERMAN
COVER = LetterKind.COVER_LETTER
OTHER = Offered(1, COVER, ENGLISH)
STANDARD = Offered(2, COVER, ENGLISH, is_standard=True)
GERMAN_ONE = Offered(3, COVER, GERMAN)
SAMPLE = Offered(4, COVER, ENGLISH, profile_id=7)
OTHER_SAMPLE = Offered(5, COVER, ENGLISH, profile_id=8)
THANKS = Offered(6, LetterKind.THANK_YOU, ENGLISH)
ALL = [OTHER, STANDARD, GERMAN_ONE, SAMPLE, OTHER_SAMPLE, THANKS]
APPLYING = Occasion(Stage.SAVED)


def test_the_stage_asks_for_a_kind() -> None:
    assert kind_for(APPLYING) is COVER
    assert kind_for(Occasion(Stage.APPLIED, quiet=True)) is LetterKind.FOLLOW_UP
    assert kind_for(Occasion(Stage.INTERVIEW, interviewed=True, quiet=True)) is (
        LetterKind.THANK_YOU
    )
    assert kind_for(Occasion(Stage.OFFER, interviewed=True)) is LetterKind.ACCEPTANCE


def test_a_template_of_that_kind_goes_before_the_sample_of_the_profile() -> None:
    assert best_template(ALL, Occasion(Stage.INTERVIEW, 7, interviewed=True)) == THANKS.id


def test_a_first_letter_begins_with_the_sample_of_the_applications_own_profile() -> None:
    assert best_template(ALL, Occasion(Stage.SAVED, 7, ENGLISH)) == SAMPLE.id


def test_the_postings_language_goes_before_the_sample() -> None:
    assert best_template(ALL, Occasion(Stage.SAVED, 7, GERMAN)) == GERMAN_ONE.id


def test_what_was_used_last_for_a_like_role_goes_before_the_standard_one() -> None:
    used = OTHER._replace(last_used="2026-10-01")

    assert best_template(ALL, APPLYING) == STANDARD.id
    assert best_template([STANDARD, used], APPLYING) == used.id


def test_the_persons_own_goes_before_the_bundled_one_and_samples_of_others_come_last() -> None:
    own = OTHER._replace(is_own=True)

    assert best_template([STANDARD, own], APPLYING) == own.id
    assert best_template([OTHER_SAMPLE, OTHER], APPLYING) == OTHER.id


def test_without_templates_there_is_none() -> None:
    assert best_template([], APPLYING) is None
