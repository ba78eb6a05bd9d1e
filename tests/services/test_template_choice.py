"""The template that a letter begins with where nobody names one, on a person's own records."""

from datetime import timedelta

from tests.support.clock import FakeClock

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.letter_templates import Template

GERMAN = (
    "Wir suchen zum nächsten Termin eine Person, die mit uns die Werkstatt leitet und sich um "
    "die Kunden kümmert. Sie haben Freude an der Arbeit mit Holz und sind gern im Team. Wir "
    "bieten Ihnen eine Stelle, die zu Ihnen passt, und freuen uns auf Ihre Bewerbung."
)


def best(workspace: Workspace, key: int) -> Template:
    found = workspace.letters.best_template(key)
    assert found is not None
    return found


def applied(workspace: Workspace, role: str = "Joiner", posting: str = "") -> int:
    return workspace.applications.add(
        {"company": "Acme", "role": role, "stage": Stage.APPLIED, "posting": posting}
    ).value


def test_a_first_letter_is_the_standard_one(workspace: Workspace) -> None:
    assert best(workspace, applied(workspace)).name == "Standard"


def test_a_german_posting_asks_for_a_german_letter(workspace: Workspace) -> None:
    chosen = best(workspace, applied(workspace, posting=GERMAN))

    assert (chosen.kind, chosen.language) == (LetterKind.COVER_LETTER, Language.GERMAN)


def test_after_weeks_without_a_word_a_follow_up_comes_next(
    workspace: Workspace, clock: FakeClock
) -> None:
    key = applied(workspace)

    clock.advance(timedelta(days=20))

    assert best(workspace, key).kind is LetterKind.FOLLOW_UP


def test_after_an_interview_thanks_come_next_until_they_were_sent(workspace: Workspace) -> None:
    key = applied(workspace)
    interview = workspace.interviews.add(key, {"starts": "2026-11-20"}).value

    assert best(workspace, key).kind is LetterKind.THANK_YOU
    workspace.interviews.edit(interview, {"thanked_on": workspace.clock.today()})
    assert best(workspace, key).kind is LetterKind.COVER_LETTER


def test_an_offer_asks_for_an_acceptance(workspace: Workspace) -> None:
    key = applied(workspace)
    workspace.log.move(key, Stage.OFFER)

    assert best(workspace, key).kind is LetterKind.ACCEPTANCE


def test_what_was_used_for_a_like_role_is_used_again(workspace: Workspace) -> None:
    workspace.letters.draft(applied(workspace, "Senior Joiner"), "Short")

    assert best(workspace, applied(workspace, "Joiner (m/f/d)")).name == "Short"
    assert best(workspace, applied(workspace, "Unicycle tester")).name == "Standard"
