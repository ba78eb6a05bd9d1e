"""Everything a person typed is found, also after an edit, an undo and a restart."""

import pytest
from tests.support.workspaces import reopened

from jobtracker.domain.pay import Pay
from jobtracker.domain.profiles import RelatedRole, RoleProfile
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace


def topics(workspace: Workspace, words: str) -> set[str]:
    return {found.topic for found in workspace.search.find(words)}


@pytest.mark.parametrize(
    "field",
    [
        "company",
        "role",
        "location",
        "country",
        "url",
        "apply_url",
        "reference",
        "source",
        "pay",
        "ask",
        "posting",
        "notes",
        "next_action",
        "tags",
        "custom",
    ],
)
def test_every_field_of_an_application_is_found(workspace: Workspace, field: str) -> None:
    workspace.custom_fields.add("Visa")
    words = "about zebrafish research"
    typed = {"tags": (words,), "custom": {"Visa": words}}.get(field, words)
    key = workspace.applications.add(
        {"company": "Acme", "role": "Clerk", field: typed}  # type: ignore[misc]
    ).value

    found = {(one.topic, one.ref) for one in workspace.search.find("Zebrafish")}

    assert ("application", key) in found
    assert {topic for topic, _ in found} <= {"application", "company"}


def test_what_hangs_on_an_application_leads_to_it(workspace: Workspace, acme: int) -> None:
    workspace.interviews.add(acme, {"starts": "2026-11-30", "preparation": "read up on quokkas"})
    workspace.contacts.add_to(acme, {"name": "Zoë Wombat", "notes": "likes capybaras"})
    workspace.documents.add(acme, ("axolotl cv.pdf", b"..."))
    workspace.companies.edit(1, {"aliases": ("Numbat Ltd",), "notes": "sells dugongs"})

    assert topics(workspace, "quokkas") == {"application"}
    assert topics(workspace, "zoe wombat") == {"application", "contact"}
    assert topics(workspace, "capybaras") == {"contact"}
    assert topics(workspace, "axolotl") == {"document"}
    assert topics(workspace, "numbat") == topics(workspace, "dugongs") == {"company"}


def test_what_was_taken_away_is_found_no_more(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"tags": ("quokka",)})
    workspace.applications.edit(acme, {"tags": ()})
    interview = workspace.interviews.add(acme, {"starts": "2026-11-30", "place": "wombat"}).value
    workspace.interviews.remove(interview)
    person = workspace.contacts.add_to(acme, {"name": "Numbat"}).value
    workspace.contacts.remove(person)

    for word in ("quokka", "wombat", "numbat"):
        assert topics(workspace, word) == set(), word


def test_a_note_leads_to_its_application(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "Dana spoke about zebrafish")

    (found,) = workspace.search.find("zebrafish dana")

    assert (found.topic, found.ref) == ("application", acme)
    assert found.title == "Senior Python Developer, Acme Robotics"
    assert "zebrafish" in found.snippet


def test_words_taken_back_or_corrected_are_found_no_more(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "They breed zebrafish")
    workspace.log.message(acme, "We saw a quokka", incoming=True)
    note, message = workspace.applications.view(acme).events[-2:]

    workspace.log.reword(note.id, "They breed axolotls")
    workspace.log.retract(message.id)

    assert topics(workspace, "zebrafish") == topics(workspace, "quokka") == set()
    assert topics(workspace, "axolotls") == {"application"}
    workspace.history.undo()
    workspace.history.undo()
    assert topics(workspace, "zebrafish") == topics(workspace, "quokka") == {"application"}
    assert topics(workspace, "axolotls") == set()


def test_another_name_of_a_company_leads_to_its_applications(
    workspace: Workspace, acme: int
) -> None:
    workspace.companies.edit(1, {"name": "Wombat Works"})

    assert topics(workspace, "wombat") == {"application", "company"}
    assert topics(workspace, "robotics") == set()


def test_letters_are_found_by_their_text_and_their_values(workspace: Workspace, acme: int) -> None:
    letter = workspace.letters.draft(acme, "short").value
    workspace.letters.save(letter, "I breed zebrafish. {{ achievement }}")
    workspace.letters.set_values(letter, {"achievement": "an axolotl"})

    for words in ("zebrafish", "axolotl"):
        (found,) = workspace.search.find(words)
        assert (found.topic, found.ref) == ("letter", letter)


@pytest.mark.parametrize("value", ["first line\nzebrafish", 'a "zebrafish"', "tab\tzebrafish"])
def test_a_value_is_found_whatever_stands_before_it(
    workspace: Workspace, acme: int, value: str
) -> None:
    letter = workspace.letters.draft(acme, "short").value
    workspace.letters.save(letter, "{{ achievement }}", {"achievement": value})

    assert topics(workspace, "zebrafish") == {"letter"}


def test_the_names_of_fields_are_not_what_a_person_typed(workspace: Workspace, acme: int) -> None:
    letter = workspace.letters.draft(acme, "short").value
    workspace.letters.save(letter, "nothing", {"zebra_count": "seven"})

    assert topics(workspace, "zebra") == set()


def test_profiles_are_found_by_every_part(workspace: Workspace) -> None:
    profile = RoleProfile(
        title="Zookeeper",
        summary="cares for capybaras",
        duties=("feeds quokkas",),
        related=(RelatedRole("Penguinist", Pay(), "walks with macaronis"),),
        letter="Dear {{ company }}, I like wombats",
    )
    key = workspace.profiles.store(profile).value

    for word in ("zookeeper", "capybaras", "quokkas", "penguinist", "macaronis"):
        assert ("profile", key) in {(f.topic, f.ref) for f in workspace.search.find(word)}, word
    assert topics(workspace, "wombats") == {"letter_template"}


def test_an_edit_moves_what_is_found(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"notes": "zebrafish"})
    assert topics(workspace, "zebrafish") == {"application"}

    workspace.applications.edit(acme, {"notes": "axolotl"})

    assert topics(workspace, "zebrafish") == set()
    assert topics(workspace, "axolotl") == {"application"}


def test_undo_and_redo_move_it_back_and_forth(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "zebrafish")
    workspace.history.undo()
    assert topics(workspace, "zebrafish") == set()

    workspace.history.redo()
    assert topics(workspace, "zebrafish") == {"application"}

    workspace.applications.remove(acme)
    assert topics(workspace, "zebrafish") == set()
    with reopened(workspace) as later:
        later.history.undo()
        assert topics(later, "zebrafish") == {"application"}


def test_a_company_renamed_for_one_application_is_found_there_only(workspace: Workspace) -> None:
    first = workspace.applications.add({"company": "Zebra GmbH", "role": "Clerk"}).value
    second = workspace.applications.add({"company": "Zebra GmbH", "role": "Baker"}).value

    workspace.applications.edit(first, {"company": "Axolotl AG"})

    def found(words: str) -> list[int]:
        return [one.ref for one in workspace.search.find(words) if one.topic == "application"]

    assert found("zebra gmbh") == [second]
    assert found("axolotl") == [first]


def test_closed_applications_are_found_too(workspace: Workspace, acme: int) -> None:
    workspace.log.close(acme, Outcome.REJECTED)

    found = {(one.topic, one.ref) for one in workspace.search.find("acme robotics")}
    assert ("application", acme) in found


def test_no_more_is_given_than_asked_for(workspace: Workspace) -> None:
    for number in range(5):
        workspace.applications.add({"company": f"Zebra {number}", "role": "Clerk"})

    assert len(workspace.search.find("zebra", limit=3)) == 3


@pytest.mark.parametrize("words", ["", "  ", '"', "*", "zzzz-not-there"])
def test_what_finds_nothing_is_answered_with_nothing(workspace: Workspace, words: str) -> None:
    assert workspace.search.find(words) == []
