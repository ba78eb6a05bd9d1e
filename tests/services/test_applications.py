"""Adding and editing applications: what is understood, kept, or refused."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.workspaces import state

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import EventKind, effective
from jobtracker.domain.pay import Period
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace

TODAY = date(2026, 11, 22)


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Senior Python Developer", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def kinds(workspace: Workspace, key: int) -> list[EventKind]:
    return [event.kind for event in effective(workspace.applications.view(key).log)]


def test_two_fields_are_enough_and_propose_the_profile(workspace: Workspace) -> None:
    done = workspace.applications.add({"company": "Acme", "role": "Senior Python Developer"})

    view = workspace.applications.view(done.value)
    assert done.label == "add Senior Python Developer"
    assert done.changes.ids("application") == {done.value}
    assert (view.record.company, view.record.role) == ("Acme", "Senior Python Developer")
    assert (view.record.stage, view.record.since) == (Stage.SAVED, TODAY)
    assert view.profile is not None
    assert (view.profile.title, view.profile.level) == ("Python Developer", "")
    assert view.benchmark is not None
    assert view.benchmark.range.level == "senior"
    assert view.benchmark.range.pay[:4] == (140_000_00, 165_000_00, "USD", Period.YEAR)
    assert view.benchmark.range.source
    assert view.position[:2] == (None, "The pay is not known.")
    assert kinds(workspace, done.value) == [EventKind.ADDED]


@pytest.mark.parametrize("role", ["Chef de partie", "Data Entry Clerk"])
def test_a_role_that_no_profile_fits_is_linked_to_none(workspace: Workspace, role: str) -> None:
    key = add(workspace, role=role)

    view = workspace.applications.view(key)
    assert (view.profile, view.benchmark) == (None, None)


def test_a_persons_own_profile_is_proposed_before_the_librarys(workspace: Workspace) -> None:
    library = workspace.profiles.show("python-developer")
    own = workspace.profiles.store(library).value

    view = workspace.applications.view(add(workspace, role="Python Developer"))

    assert view.profile is not None
    assert view.profile.id == own != library.id


def test_proposals_name_the_level_of_the_title(workspace: Workspace) -> None:
    proposed = workspace.applications.propose_profiles("Sr. Python Developer (m/w/d)")

    assert (proposed[0].title, proposed[0].level) == ("Python Developer", "senior")
    assert workspace.applications.propose_profiles("Chef de partie") == []


def test_the_benchmark_of_a_proposal_can_be_seen_before_adding(workspace: Workspace) -> None:
    profile = workspace.profiles.show("python-developer").id

    senior = workspace.applications.benchmark_for(profile, "Senior Python Developer")
    chosen = workspace.applications.benchmark_for(profile, "Senior Python Developer", "mid")

    assert senior is not None
    assert chosen is not None
    assert (senior.range.level, chosen.range.level) == ("senior", "mid")


def test_the_benchmark_of_a_profile_that_is_gone_is_refused_in_words(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="There is no profile"):
        workspace.applications.benchmark_for(99_999, "Developer")


@pytest.mark.parametrize("profile", ["Python Web Developer", "python-web-developer"])
def test_a_named_profile_goes_before_the_proposed_one(workspace: Workspace, profile: str) -> None:
    view = workspace.applications.view(add(workspace, profile=profile, level=" Senior "))

    assert view.profile is not None
    assert (view.profile.title, view.profile.level) == ("Python Web Developer", "senior")


def test_no_profile_is_linked_where_none_is_wanted(workspace: Workspace) -> None:
    assert workspace.applications.view(add(workspace, profile="")).profile is None


def test_an_unknown_profile_is_refused_and_nothing_stored(workspace: Workspace) -> None:
    before = state(workspace)

    with pytest.raises(NotFoundError, match="There is no profile “Wizard”"):
        add(workspace, profile="Wizard")

    assert state(workspace) == before


@pytest.mark.parametrize(
    ("fields", "stage", "applied_on", "events"),
    [
        ({}, Stage.SAVED, None, ["added"]),
        ({"stage": Stage.APPLIED}, Stage.APPLIED, TODAY, ["added", "applied"]),
        ({"applied_on": date(2026, 11, 3)}, Stage.APPLIED, date(2026, 11, 3), ["added", "applied"]),
        ({"stage": Stage.INTERVIEW}, Stage.INTERVIEW, None, ["added"]),
        (
            {"stage": Stage.OFFER, "applied_on": date(2026, 10, 1)},
            Stage.OFFER, date(2026, 10, 1), ["added", "applied"],
        ),
    ],
)  # fmt: skip
def test_an_application_begins_where_it_stands(
    workspace: Workspace,
    fields: dict[str, object],
    stage: Stage,
    applied_on: date | None,
    events: list[str],
) -> None:
    key = add(workspace, **fields)

    record = workspace.applications.view(key).record
    assert (record.stage, record.applied_on) == (stage, applied_on)
    assert kinds(workspace, key) == events
    assert workspace.checking.check().problems == ()


@pytest.mark.parametrize(
    ("typed", "low", "high", "currency", "period", "assumed"),
    [
        ("$140,000 - $165,000 a year", 140_000_00, 165_000_00, "USD", "year", ("currency",)),
        ("USD 140,000-165,000 per year", 140_000_00, 165_000_00, "USD", "year", ()),
        ("$65/h", 65_00, 65_00, "USD", "hour", ("currency",)),
        ("140-165k", 140_000_00, 165_000_00, None, "year", ("period",)),
        ("up to €90k", None, 90_000_00, "EUR", "year", ("period",)),
        ("¥6,000,000 per year", 6_000_000, 6_000_000, "JPY", "year", ("currency",)),
    ],
)
def test_pay_is_understood_as_people_write_it_and_says_what_it_assumed(
    workspace: Workspace,
    typed: str,
    low: int | None,
    high: int | None,
    currency: str | None,
    period: str,
    assumed: tuple[str, ...],
) -> None:
    pay = workspace.applications.view(add(workspace, pay=typed)).record.pay

    assert pay == (low, high, currency, period, typed, assumed)


@pytest.mark.parametrize("words", ["competitive", "", "  ask them  ", "DOE 😀"])
def test_pay_without_a_figure_is_kept_as_text(workspace: Workspace, words: str) -> None:
    view = workspace.applications.view(add(workspace, pay=words))

    assert view.record.pay == (None, None, None, None, words, ())
    assert view.position.value is None


@pytest.mark.parametrize("typed", ["165k - 140k USD", "-$65/h", "$90,000 to $80,000"])
def test_pay_that_cannot_be_meant_is_refused_and_nothing_stored(
    workspace: Workspace, typed: str
) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError) as refused:
        add(workspace, pay=typed)

    assert refused.value.field == "pay"
    assert "\n" not in str(refused.value)
    assert state(workspace) == before


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("company", "  ", "The company is empty"),
        ("role", "", "The role is empty"),
        ("company", "Ac\0me", "The company holds a character that cannot be stored"),
        ("notes", "half \ud83d", "The notes holds a character"),
        ("url", "x" * 2_000_001, "The link is 2,000,001 characters long"),
        ("next_action", "\uffff", "The next action holds a character"),
        ("level", "\0", "The level holds a character"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_and_nothing_stored(
    workspace: Workspace, acme: int, field: str, value: str, words: str
) -> None:
    before = state(workspace)

    with pytest.raises(InvalidInputError, match=words):
        add(workspace, **{field: value})
    with pytest.raises(InvalidInputError, match=words):
        workspace.applications.edit(acme, {field: value})  # type: ignore[misc]

    assert state(workspace) == before


def test_a_million_characters_emoji_and_right_to_left_text_are_kept_exactly(
    workspace: Workspace,
) -> None:
    long = "né 👩🏽‍🚀 שלום\u202e\r\n\t " * 65_000
    key = add(workspace, notes=long, posting=long, company=" 👩🏽‍🚀 ", role="مهندس\u202e")

    record = workspace.applications.view(key).record
    assert (record.notes, record.posting) == (long, long)
    assert (record.company, record.role) == ("👩🏽‍🚀", "مهندس\u202e")


EVERYTHING: ApplicationFields = {
    "company": "Acme Robotics",
    "role": "Senior Python Developer",
    "stage": Stage.SCREENING,
    "applied_on": date(2026, 11, 2),
    "location": "Austin, TX",
    "url": "https://acme.example/jobs/1",
    "pay": "$150k",
    "profile": "Python Developer",
    "level": "mid",
    "posting": "We look for ...",
    "notes": "  spaces and all \n",
    "next_action": "Call Dana",
    "next_action_on": date(2026, 11, 25),
}


@pytest.mark.parametrize(
    "edit",
    [
        {"company": "Globex"},
        {"role": "Staff Python Developer"},
        {"stage": Stage.OFFER},
        {"applied_on": date(2026, 11, 5)},
        {"applied_on": None},
        {"location": ""},
        {"url": "ftp://elsewhere"},
        {"pay": "€40/h"},
        {"posting": ""},
        {"notes": "new"},
        {"next_action": ""},
        {"next_action_on": None},
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_editing_one_field_leaves_the_rest(workspace: Workspace, edit: ApplicationFields) -> None:
    key = workspace.applications.add(EVERYTHING).value
    before = workspace.applications.view(key)

    workspace.applications.edit(key, edit)

    after = workspace.applications.view(key)
    changed = {
        name
        for name, old, new in zip(
            before.record._fields, before.record, after.record, strict=True
        )
        if old != new
    }  # fmt: skip
    follows = {"since", "posting_captured_on", "contact_on"}
    assert changed - follows == set(edit)
    assert after.profile == before.profile
    assert workspace.checking.check().problems == ()


def test_a_level_is_set_in_any_case_and_the_profile_stays(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"level": " MID"})

    view = workspace.applications.view(acme)
    assert view.profile is not None
    assert view.benchmark is not None
    assert (view.profile.title, view.profile.level) == ("Python Developer", "mid")
    assert view.benchmark.range.level == "mid"


def test_a_profile_can_be_taken_off_and_put_back(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"profile": ""})
    assert workspace.applications.view(acme).profile is None

    workspace.applications.edit(acme, {"profile": "python-developer"})
    assert workspace.applications.view(acme).profile is not None


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"url": "x"}, "edit link"),
        ({"applied_on": TODAY}, "edit date of applying"),
        ({"notes": "x"}, "edit notes"),
        ({"notes": "x", "url": "x"}, "edit application"),
    ],
)
def test_an_edit_is_named_after_its_field(
    workspace: Workspace, acme: int, fields: ApplicationFields, label: str
) -> None:
    assert workspace.applications.edit(acme, fields).label == label


@pytest.mark.parametrize(
    "edit",
    [{}, {"notes": ""}, {"pay": "$140,000 - $165,000 a year"}, {"profile": "Python Developer"},
     {"stage": Stage.SAVED}, {"applied_on": None}, {"company": "ACME  robotics"}],
)  # fmt: skip
def test_an_edit_that_changes_nothing_makes_no_step(
    workspace: Workspace, acme: int, edit: ApplicationFields
) -> None:
    before = state(workspace)

    assert workspace.applications.edit(acme, edit).label == ""

    assert state(workspace) == before
    assert len(workspace.history.steps()) == 1


@pytest.mark.parametrize("bad", [{"profile": "Alchemist"}, {"pay": "$9k-$1k"}, {"role": " "}])
def test_a_refused_edit_changes_nothing_else_either(
    workspace: Workspace, acme: int, bad: ApplicationFields
) -> None:
    before = state(workspace)

    with pytest.raises((InvalidInputError, NotFoundError)):
        workspace.applications.edit(acme, {"location": "Graz", **bad})  # type: ignore[typeddict-item]

    assert state(workspace) == before


def test_a_company_is_shared_whatever_its_case_and_accents(workspace: Workspace) -> None:
    first = workspace.applications.add({"company": "Société Générale", "role": "Analyst"})
    second = workspace.applications.add({"company": "SOCIETE  GENERALE", "role": "Developer"})

    assert first.changes.touches("company")
    assert not second.changes.touches("company")
    assert workspace.applications.view(second.value).record.company == "Société Générale"


@pytest.mark.parametrize("reference", ["0", "-1", "999", "x", "", "9" * 30, "١", "1 OR 1=1"])
def test_an_unknown_reference_is_refused_in_words(
    workspace: Workspace, acme: int, reference: str
) -> None:
    with pytest.raises(NotFoundError, match="There is no application"):
        workspace.applications.id_of(reference)


def test_a_record_is_known_by_number_and_uid(workspace: Workspace, acme: int) -> None:
    uid = workspace.applications.view(acme).record.uid

    assert workspace.applications.id_of(f" {acme} ") == acme
    assert workspace.applications.id_of(uid.upper()) == acme


@pytest.mark.parametrize("name", ["edit", "place", "remove", "view"])
def test_nothing_can_be_done_with_an_application_that_is_gone(
    workspace: Workspace, name: str
) -> None:
    more = {"edit": ({"notes": "x"},), "place": (Stage.OFFER, None)}
    with pytest.raises(NotFoundError):
        getattr(workspace.applications, name)(404, *more.get(name, ()))
    assert workspace.history.steps() == []


LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"


@given(text=st.text(max_size=200))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was_typed_or_is_refused(
    workspace: Workspace, acme: int, text: str
) -> None:
    before = workspace.applications.view(acme).record
    try:
        workspace.applications.edit(acme, {"notes": text, "location": text})
    except InvalidInputError:
        assert workspace.applications.view(acme).record == before
    else:
        record = workspace.applications.view(acme).record
        line = text.replace("\r\n", " ").translate(dict.fromkeys(map(ord, LINE_ENDS), " "))
        assert (record.notes, record.location) == (text, line)


def test_what_is_one_line_stays_one_line(workspace: Workspace, acme: int) -> None:
    typed: ApplicationFields = {
        "role": "Python\r\nDeveloper",
        "company": "Acme\nRobotics",
        "level": "Senior\u2028II",
        "source": "a\nb",
        "reference": "c\rd",
        "next_action": "call\nDana",
        "pay": "to be\nagreed",
        "tags": ("on\nsite",),
        "notes": "two\nlines",
    }
    workspace.applications.edit(acme, typed)

    view = workspace.applications.view(acme)
    record = view.record
    assert (record.role, record.company) == ("Python Developer", "Acme Robotics")
    assert (record.level, record.source, record.reference) == ("senior ii", "a b", "c d")
    assert (record.next_action, record.pay.text) == ("call Dana", "to be agreed")
    assert view.tags == ("on site",)
    assert record.notes == "two\nlines"


def test_nobody_has_applied_on_a_day_to_come(workspace: Workspace, acme: int) -> None:
    before = state(workspace)

    for refused in (
        lambda: workspace.applications.edit(acme, {"applied_on": date(2027, 3, 1)}),
        lambda: add(workspace, applied_on=date(2027, 3, 1)),
    ):
        with pytest.raises(InvalidInputError, match="2027-03-01 is still to come") as told:
            refused()
        assert told.value.field == "applied_on"

    assert state(workspace) == before


def test_days_that_are_meant_to_come_are_kept(workspace: Workspace, acme: int) -> None:
    later = date(2027, 3, 1)
    workspace.applications.edit(
        acme, {"next_action_on": later, "deadline": later, "promised_on": later}
    )

    record = workspace.applications.view(acme).record
    assert {record.next_action_on, record.deadline, record.promised_on} == {later}


@pytest.mark.parametrize(
    "deadline", ["2026-12-01", "text", 20261201, datetime(2026, 12, 1, tzinfo=UTC)]
)
def test_a_deadline_that_is_no_day_is_refused(workspace: Workspace, deadline: object) -> None:
    key = add(workspace, deadline=TODAY)

    with pytest.raises(InvalidInputError, match="deadline has to be a day") as refused:
        workspace.applications.edit(key, {"deadline": deadline})  # type: ignore[typeddict-item]

    assert refused.value.field == "deadline"
    assert workspace.applications.view(key).record.deadline == TODAY
