"""The facts of an application in its pane: out of the way until used, and never lost."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from tests.ui.applications.detail import Detail

from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.detail.record_facts import SPECS

Add = Callable[..., int]

# What the offscreen platform says when a menu pops up.
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("undressed"),
]


def test_an_application_with_two_fields_shows_hardly_more(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))

    assert detail.the.parts.overview.facts.shown() == ["pay", "profile", "applied_on"]


@pytest.mark.parametrize(
    ("label", "typed", "field", "stored"),
    [
        ("My ask", "150k", "ask", "150k"),
        ("Location", "Austin, TX", "location", "Austin, TX"),
        ("Country", "US", "country", "US"),
        ("Work mode", "hyb", "work_mode", "hybrid"),
        ("Days on site", "2", "days_on_site", 2),
        ("Employment", "full time", "employment_type", "full_time"),
        ("Posting link", "https://acme.example/1", "url", "https://acme.example/1"),
        ("Apply link", "https://acme.example/a", "apply_url", "https://acme.example/a"),
        ("Reference no.", "R-17", "reference", "R-17"),
        ("Posted on", "26 oct", "posted_on", date(2026, 10, 26)),
        ("Deadline", "30 nov", "deadline", date(2026, 11, 30)),
        ("Source", "A friend", "source", "A friend"),
        ("Channel", "ref", "channel", "referral"),
        ("Excitement", "4", "excitement", 4),
        ("Whose turn", "i wait", "waiting_on", "them"),
        ("Answer promised", "fri", "promised_on", date(2026, 11, 27)),
    ],
)
def test_every_fact_is_added_by_its_name_and_stored(
    detail: Detail, add: Add, label: str, typed: str, field: str, stored: object
) -> None:
    detail.select(add("Acme", "Gardener"))

    detail.enter(detail.the.parts.overview.add_fact.editor, label)
    detail.enter(detail.editor(label), typed)

    kept = getattr(detail.view().record, field)
    assert (kept.text if field == "ask" else kept) == stored
    assert field in detail.the.parts.overview.facts.shown()


def test_tags_are_typed_with_commas(detail: Detail, add: Add) -> None:
    detail.select(add("Acme", "Gardener"))

    detail.enter(detail.the.parts.overview.add_fact.editor, "Tags")
    detail.enter(detail.editor("Tags"), "roses, remote")

    assert set(detail.view().tags) == {"roses", "remote"}


def test_tab_visits_the_facts_in_their_order_also_those_added_later(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", source="A friend"))
    detail.enter(detail.the.parts.overview.add_fact.editor, "deadline")
    detail.enter(detail.editor("Deadline"), "30 nov")

    detail.the.parts.tabs.setFocus()
    visited = []
    while not visited or visited[-1] != "Notes":
        detail.key(Qt.Key.Key_Tab)
        here = detail.focusWidget()
        assert here is not None
        visited.append(here.accessibleName())

    assert visited == [
        "Posted range",
        "Reference role",
        "Applied",
        "Deadline",
        "Source",
        "Add a fact",
        "Add a figure",
        "Notes",
    ]


def test_each_fact_of_the_record_has_a_name_of_its_own() -> None:
    assert len({spec.label for spec in SPECS}) == len(SPECS)


def test_a_choice_that_is_none_is_refused_in_place_and_escape_restores(
    detail: Detail, add: Add
) -> None:
    detail.select(add("Acme", "Gardener", work_mode="remote"))
    facts, field = detail.the.parts.overview.facts, detail.editor("Work mode")

    detail.enter(field, "underwater")
    assert "Remote, Hybrid, On site" in facts.error("work_mode")
    detail.key(Qt.Key.Key_Escape, on=field)

    assert facts.error("work_mode") == ""
    assert field.property("text") == "Remote"
    assert detail.view().record.work_mode == "remote"


@pytest.mark.parametrize(
    ("label", "name", "typed"),
    [("Posted range", "pay", "$170,000 - $145,000"), ("Applied", "applied_on", "someday")],
)
def test_what_was_typed_wrongly_is_still_there_with_its_reason_after_looking_elsewhere(
    detail: Detail, add: Add, label: str, name: str, typed: str
) -> None:
    acme, bolt = add("Acme", "Gardener", Stage.APPLIED), add("Bolt", "Gardener", Stage.APPLIED)
    facts = detail.the.parts.overview.facts
    detail.select(acme)
    detail.type_into(detail.editor(label), typed)

    detail.select(bolt)
    assert facts.error(name) == ""
    assert detail.editor(label).property("text") != typed
    detail.select(acme)

    assert detail.editor(label).property("text") == typed
    assert facts.error(name) != ""


def test_a_wrong_date_of_the_next_action_stays_with_its_application(
    detail: Detail, add: Add
) -> None:
    acme, bolt = add("Acme", "Gardener"), add("Bolt", "Gardener")
    banner = detail.the.head.next_action
    detail.select(acme)
    detail.type_into(banner.day, "someday")

    detail.select(bolt)
    assert (banner.day.text(), banner.note.text()) == ("", "")
    detail.select(acme)

    assert banner.day.text() == "someday"
    assert "not a date" in banner.note.text()


def test_a_field_of_ones_own_is_made_named_and_filled(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    detail.select(add("Acme", "Gardener"))
    other = add("Bolt", "Gardener")

    detail.enter(detail.the.parts.overview.add_fact.editor, "a field")
    sheet = detail.the.sheets.field
    assert sheet is not None
    sheet.name.setText("Visa")
    detail.key(Qt.Key.Key_Return, on=sheet.name)
    detail.enter(detail.editor("Visa"), "Needed")

    assert [(one.name, one.value) for one in detail.view().custom] == [("Visa", "Needed")]
    assert [one.value for one in workspace.applications.view(other).custom] == [""]


def test_who_waits_and_what_was_promised_stand_in_the_banner(detail: Detail, add: Add) -> None:
    detail.select(
        add(
            "Acme", "Gardener", waiting_on="them", promised_on=date(2026, 11, 27), next_action="Ask"
        )
    )

    waiting = detail.the.head.next_action.waiting
    assert waiting.text() == "I wait for them, answer promised for Fri 27 Nov"
