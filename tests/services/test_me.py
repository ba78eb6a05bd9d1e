"""My profile is kept once, undone like the rest, and fills the letters."""

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.my_profile import MyProfile, OwnField
from jobtracker.services.letter_values import known_values
from jobtracker.services.workspace import Workspace
from jobtracker.storage import settings

WEBER = MyProfile(
    name="Anna Weber",
    email="anna@weber.example",
    phone="+49 30 555 0147",
    address=("Lindenweg 5", "10115 Berlin"),
    city="Berlin",
    links=("weber.example", "git.example/anna"),
    years_of_experience="seven years",
    current_role="Python developer",
    past_employers=("Cobalt Printworks", "Harbor & Finch"),
    own_fields=(OwnField("Driving licence", "class B"),),
)


def known(workspace: Workspace, application_id: int) -> dict[str, str]:
    with workspace.database.read() as session:
        today = workspace.clock.today()
        return dict(known_values(session, application_id, Language.ENGLISH, today).values)


def test_it_is_kept_whole(workspace: Workspace) -> None:
    workspace.me.save(WEBER)

    assert workspace.me.profile() == WEBER


def test_nobody_is_known_at_first(workspace: Workspace) -> None:
    assert workspace.me.profile() == MyProfile()


def test_saving_it_can_be_undone(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda opened: opened.me.save(WEBER))


def test_saving_the_same_again_is_no_step(workspace: Workspace) -> None:
    workspace.me.save(WEBER)

    assert workspace.me.save(WEBER).label == ""


def test_an_emptied_part_is_forgotten(workspace: Workspace) -> None:
    workspace.me.save(WEBER)

    workspace.me.save(MyProfile(name="Anna Weber"))

    assert workspace.me.profile() == MyProfile(name="Anna Weber")


def test_it_fills_the_fields_of_letters(workspace: Workspace, acme: int) -> None:
    workspace.me.save(WEBER)

    values = known(workspace, acme)

    assert values["your_address"] == "Lindenweg 5\n10115 Berlin"
    assert values["your_links"] == "weber.example · git.example/anna"
    assert values["previous_company"] == "Cobalt Printworks"
    assert values["driving_licence"] == "class B"


def test_the_city_stands_where_there_is_no_address(workspace: Workspace, acme: int) -> None:
    workspace.me.save(MyProfile(city="Berlin"))

    assert known(workspace, acme)["your_address"] == "Berlin"


def test_what_earlier_versions_remembered_is_found(workspace: Workspace) -> None:
    with workspace.database.write("letter") as tx:
        settings.set_setting(tx.session, "person.your_name", "Alex Morgan")
        settings.set_setting(tx.session, "person.location", "Austin, TX")
        settings.set_setting(tx.session, "person.previous_company", "Cobalt Printworks")

    profile = workspace.me.profile()

    assert (profile.name, profile.city) == ("Alex Morgan", "Austin, TX")
    assert profile.past_employers == ("Cobalt Printworks",)


def test_words_typed_in_a_letter_serve_letters_in_the_same_language_alone(
    workspace: Workspace, acme: int
) -> None:
    typed = {"current_role": "Redakteurin", "years_of_experience": "7", "your_phone": "555"}
    asked = "{{ current_role }} {{ years_of_experience }} {{ your_phone }}"
    german = workspace.letters.draft(acme, "short-de").value
    workspace.letters.save(german, text=asked)
    workspace.letters.set_values(german, typed)

    def said(template: str) -> str:
        letter = workspace.letters.draft(acme, template).value
        workspace.letters.save(letter, text=asked)
        return workspace.letters.view(letter).filled().text

    assert said("short-de") == "Redakteurin 7 Jahre 555"
    assert said("short-es") == "{{ current_role }} 7 años 555"
    assert said("short") == "{{ current_role }} 7 years 555"


def test_what_my_profile_says_itself_replaces_what_letters_said(
    workspace: Workspace, acme: int
) -> None:
    letter = workspace.letters.draft(acme, "short").value
    workspace.letters.set_values(letter, {"current_role": "an editor"})
    profile = workspace.me.profile()
    assert profile.current_role == "an editor"

    workspace.me.save(profile._replace(city="Berlin"))
    assert known(workspace, acme)["current_role"] == "an editor"
    workspace.me.save(profile._replace(current_role="a writer"))
    assert known(workspace, acme)["current_role"] == "a writer"
    workspace.me.save(profile._replace(current_role=""))
    assert "current_role" not in known(workspace, acme)


def test_an_own_field_cannot_take_the_name_of_another(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError, match="There is a field “Company” already"):
        workspace.me.save(MyProfile(own_fields=(OwnField("Company", "Acme"),)))


def test_two_own_fields_cannot_share_a_name(workspace: Workspace) -> None:
    twice = (OwnField("Notice period", "a month"), OwnField("notice-period", "two"))

    with pytest.raises(InvalidInputError, match="nothing was changed"):
        workspace.me.save(MyProfile(own_fields=twice))
