"""What the name of a place tells: the record, the field, and the way back."""

from datetime import UTC, date, datetime

import pytest

from jobtracker.domain.pay import Pay, Period
from jobtracker.ui.features.offers.contract import Start, Wish
from jobtracker.ui.features.unsaved.places import belongs
from jobtracker.ui.features.unsaved.texts import Known, kept_texts, records_of, summary
from jobtracker.ui.widgets.sheet_drafts import Unsaved

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ACME = "Acme Robotics, Clerk"


@pytest.mark.parametrize(
    ("place", "record", "title", "way"),
    [
        ("application/12/notes", ("application", 12), "Notes", ("applications", 12, "")),
        (
            "application/12/next_action",
            ("application", 12),
            "Next action",
            ("applications", 12, ""),
        ),
        (
            "application/12/interviews/5/notes",
            ("application", 12),
            "Interview: notes",
            ("applications", 12, ""),
        ),
        ("activity/12", ("application", 12), "Activity", ("applications", 12, "application log")),
        ("offer/edit/7", ("offer", 7), "Offer", ("salary", None, "")),
        ("offer/copy/7", ("offer", 7), "What-if offer", ("salary", None, "")),
        ("offer/offer/0/", ("", None), "Offer", ("salary", None, "")),
        (
            "offer/offer/12/",
            ("application", 12),
            "Offer",
            ("salary", None, ""),
        ),
        ("profile/3/notes", ("profile", 3), "Role profile: notes", ("profiles", 3, "")),
        (
            "letters/4/VersionNameSheet/Keep version",
            ("letter", 4),
            "Letters",
            ("letters", 4, "keep version"),
        ),
        ("add", ("", None), "New application", ("applications", None, "add application")),
        ("target/new", ("", None), "Target", ("applications", None, "add target role")),
    ],
)
def test_a_place_tells_where_its_text_belongs(
    place: str, record: tuple[str, int | None], title: str, way: tuple[str, int | None, str]
) -> None:
    found = belongs(place)

    assert (found.table, found.id) == record
    assert found.title == title
    assert (found.page, found.item, found.command) == way


def test_texts_come_with_the_names_of_their_records_and_the_newest_first() -> None:
    sheet = Unsaved("2026-11-20T09:00:00+00:00", "Log activity", "", None, {"Text": "called them"})
    kept = {"activity/1": sheet.as_text(), "application/1/notes": "ask about the on-call week"}
    known = Known({"application/1/notes": AT}, {("application", 1): ACME})

    texts = kept_texts(kept, known)

    assert records_of(kept) == {("application", 1)}
    assert [one.name for one in texts] == [f"Notes, {ACME}", f"Log activity, {ACME}"]
    assert texts[0].about(TODAY).endswith(", 5 words")
    assert texts[1].text == "called them"


def test_a_draft_in_parts_is_read_by_the_names_of_its_parts() -> None:
    (text,) = kept_texts({"add": '{"role": "Clerk", "company": "", "stage": "saved"}'})

    assert text.text == "Role: Clerk"


def test_a_line_of_a_profile_is_what_was_typed_of_it() -> None:
    (text,) = kept_texts({"profile/3/line": '["duties", "text", 1, 2, "", "old", "new words"]'})

    assert text.text == "new words"


def test_what_waits_is_summed_up_by_name() -> None:
    one = kept_texts({"application/1/notes": "on call"})
    two = kept_texts({"application/1/notes": "on call", "add/aside": "[]", "phone/2": "asked"})

    assert summary(one) == (
        "A text you were typing was not saved",
        "Notes. It is kept until you decide.",
    )
    assert summary(two)[0] == "2 texts you were typing were not saved"


def test_what_was_typed_about_something_deleted_is_marked() -> None:
    (text,) = kept_texts({"application/9/notes": "on call"}, Known({}, {}))

    assert text.is_gone
    assert text.about(TODAY) == "2 words"


def test_a_new_offer_is_known_by_the_application_chosen_in_it_and_only_what_was_typed_counts() -> (
    None
):
    draft = '[12, false, {"base": "128000", "received_on": "today"}]'
    kept = {"offer/offer/0/": draft}

    (text,) = kept_texts(kept, Known({}, {("application", 12): ACME}))

    assert records_of(kept) == {("application", 12)}
    assert text.name == f"Offer, {ACME}"
    assert not text.is_gone
    assert text.text == "Base: 128000"
    assert text.about(TODAY) == "1 word"
    assert kept_texts({"offer/offer/0/": '[-1, false, {"base": "1"}]'}, Known({}, {}))[0].of == ""


@pytest.mark.parametrize(
    "wish",
    [
        Wish(),
        Wish(application_id=12),
        Wish(what_if=True, application_id=12, pay=Pay(12800000, None, "USD", Period.YEAR)),
        Wish(Start.EDIT, offer_id=7),
        Wish(Start.COPY, offer_id=7),
    ],
)
def test_the_place_of_an_offer_tells_the_wish_that_opens_its_sheet(wish: Wish) -> None:
    assert Wish.at(wish.place) == wish
    assert Wish.at("target/new") is None
