"""Contacts, interviews, companies, files and fields of one's own, from the terminal."""

from pathlib import Path

import pytest
from tests.cli.terminal import Terminal, refused


def test_every_field_is_set_shown_and_taken_away(acme: Terminal) -> None:
    acme.json("field", "add", "Visa", "--kind", "yes_no")
    typed = {
        "country": "Austria",
        "work_mode": "hybrid",
        "days_on_site": "2",
        "employment_type": "full time",
        "level": "senior",
        "apply_url": "https://acme.example",
        "reference": "R-17",
        "source": "A friend",
        "channel": "referral",
        "excitement": "4",
        "waiting_on": "them",
        "deadline": "2026-12-01",
        "posted": "2026-10-20",
        "promised": "2026-11-30",
        "on_hold": "yes",
        "tags": "remote, dream job",
        "ask": "$170k",
    }
    options = [f"--{name.replace('_', '-')}={value}" for name, value in typed.items()]

    shown = acme.json("edit", "1", *options, "--custom", "Visa=Yes")

    kept = typed | {
        "days_on_site": 2,
        "excitement": 4,
        "on_hold": True,
        "employment_type": "full_time",
        "tags": ["dream job", "remote"],
    }
    for name in ("posted", "promised"):
        kept[f"{name}_on"] = kept.pop(name)
    del kept["ask"]
    assert {name: shown[name] for name in kept} == kept
    assert (shown["ask"]["min"], shown["custom"]) == (170_000, {"Visa": "yes"})
    for words in ("Hybrid, 2 days", "Full time", "Austria", "R-17", "dream job, remote", "Visa"):
        assert words in acme("show", "1").out

    nothing = [f"--{name.replace('_', '-')}=" for name in typed if name != "on_hold"]
    shown = acme.json("edit", "1", *nothing, "--on-hold", "no", "--custom", "Visa=")
    assert (shown["excitement"], shown["deadline"], shown["work_mode"]) == (None, None, "")
    assert (shown["tags"], shown["custom"], shown["on_hold"]) == ([], {"Visa": ""}, False)


def test_lines_take_every_field_too(acme: Terminal) -> None:
    acme.json("field", "add", "Visa")
    line = (
        '{"company": "Globex", "role": "Clerk", "tags": "a, b", "excitement": "3", '
        '"custom": {"Visa": "H-1B"}, "archived": "yes", "ask": null}'
    )

    assert acme("add", "--lines", typed=line).out == "ACK 0\n"

    (shown,) = acme.json("list", "--scope", "archived")
    assert (shown["tags"], shown["excitement"]) == (["a", "b"], 3)
    assert shown["custom"] == {"Visa": "H-1B"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"company": "A", "role": "R", "custom": "x"}', "custom"),
        ('{"company": "A", "role": "R", "custom": {"Visa": 1}}', "custom"),
        ('{"company": "A", "role": "R", "custom": {"Visa": "1"}}', "Visa"),
        ('{"company": "A", "role": "R", "tags": ["a"]}', "tags"),
        ('{"company": "A", "role": "R", "excitement": "many"}', "many"),
    ],
)
def test_a_line_with_a_bad_field_is_refused(acme: Terminal, line: str, words: str) -> None:
    answer = acme("add", "--lines", typed=line)

    refused(answer, "Line 1", words)


def test_the_list_is_narrowed_and_sorted_by_the_new_fields(acme: Terminal) -> None:
    acme.add(
        "Zeta", "Clerk", "--tags", "remote", "--source", "Fair", "--next-action-on", "2020-01-01"
    )
    acme.add("Beta", "Cook", "--tags", "Remote,x", "--archived", "yes")

    def ids(*options: str) -> list[int]:
        return [shown["id"] for shown in acme.json("list", *options)]

    assert ids("--tag", "REMOTE") == [2]
    assert ids("--tag", "remote", "--all", "--sort", "added") == [2, 3]
    assert ids("--source", "fair") == [2]
    assert ids("--company", "acme robotics", "--company", "zeta", "--sort", "company") == [1, 2]
    assert ids("--sort", "company", "--descending") == [2, 1]
    assert ids("--due", "late") == [2]
    assert ids("--scope", "archived") == [3]
    assert ids("--closed") == []


def test_a_contact_is_added_shown_changed_and_removed(acme: Terminal) -> None:
    added = acme.json(
        "contact", "add", "Ana Ruiz", "--application", "1", "--part", "Recruiter", "--phone", "12"
    )
    assert (added["name"], added["company"]) == ("Ana Ruiz", "Acme Robotics")
    assert acme.json("show", "1")["contacts"] == [added | {"part": "Recruiter"}]

    changed = acme.json("contact", "edit", "ana ruiz", "--name", "Ana R.", "--company", "")
    assert (changed["name"], changed["company"], changed["phone"]) == ("Ana R.", "", "12")
    assert acme.json("contact", "list") == [changed]
    assert acme.json("contact", "list", "--application", "1") == [changed]

    again = acme("contact", "add", "ana r.", "--company", "", "--application", "1").out
    assert again == "Linked contact 1: Ana R., whom you know already\n"

    acme.json("contact", "unlink", "1", "1")
    refused(acme("contact", "unlink", "1", "1"), "“Ana R.” is not on application 1")
    assert acme.json("contact", "show", "1") == changed | {"applications": []}
    acme.json("contact", "link", "Ana R.", "1", "--part", "Referrer")
    assert "Ana R." in acme("contact", "show", "1").out
    acme.json("contact", "remove", "1")
    assert acme.json("contact", "list") == []


def test_an_interview_is_added_moved_and_removed(acme: Terminal) -> None:
    added = acme.json(
        "interview", "add", "1", "2030-11-24 14:00",
        "--zone", "America/Chicago", "--kind", "On site", "--round", "2", "--people", "Dana",
    )  # fmt: skip
    assert (added["starts"], added["time_zone"]) == ("2030-11-24T14:00", "America/Chicago")
    assert (added["kind"], added["round"], added["application"]) == ("on_site", 2, 1)
    assert acme.json("interview", "list") == acme.json("interview", "list", "1") == [added]

    moved = acme.json("interview", "edit", "1", "--starts", "2030-11-25", "--result", "passed")
    assert (moved["starts"], moved["people"], moved["result"]) == ("2030-11-25", "Dana", "passed")
    days = [e["on"] for e in acme.json("show", "1")["events"] if e["kind"] == "interview"]
    assert days == ["2030-11-25"]
    assert "Round 2, on site" in acme("interview", "show", "1").out
    assert acme.json("interview", "edit", "1", "--thanked", "2030-11-26")["thanked_on"]

    acme.json("interview", "remove", "1")
    assert acme.json("interview", "list", "1") == []
    assert [e["kind"] for e in acme.json("show", "1")["events"]] == ["applied", "added"]


def test_a_company_is_known_by_its_names_and_remembers(acme: Terminal) -> None:
    changed = acme.json(
        "company", "edit", "acme robotics", "--aliases", "ACME Inc, AR", "--avoid", "yes",
        "--avoid-reason", "never answers",
    )  # fmt: skip
    assert changed["aliases"] == ["ACME Inc", "AR"]
    key = acme.add("acme inc", "Clerk")

    shown = acme.json("company", "show", "AR")
    assert (shown["name"], shown["applications"]) == ("Acme Robotics", [key, 1])
    assert (shown["applied"], shown["first_reply_days"]) == (1, [])
    assert "Applied once, no reply yet." in acme("company", "show", "1").out
    assert "avoid: never answers" in acme("show", "1").out

    lines = ("--address", "Lindenstr. 1", "--address", "10115 Berlin")
    assert acme.json("company", "edit", "1", *lines)["address"] == ["Lindenstr. 1", "10115 Berlin"]
    assert "Lindenstr. 1, 10115 Berlin" in acme("company", "show", "1").out
    assert acme.json("company", "edit", "1", "--address", "")["address"] == []

    acme.json("company", "edit", "1", "--name", "Globex", "--avoid", "no")
    assert acme.json("show", "1")["company"] == "Globex"
    assert acme.json("company", "list")[0]["avoid"] is False


def test_a_file_is_kept_and_written_out_again(acme: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(b"%PDF exactly this")
    kept = acme.json("document", "add", "1", str(file), "--kind", "cv", "--sent", "2026-11-02")
    assert (kept["name"], kept["kind"], kept["sent_on"]) == ("cv.pdf", "cv", "2026-11-02")

    refused(acme("document", "save", "1", str(tmp_path)), "cv.pdf", "left as it is")
    refused(acme("document", "save", "1", str(tmp_path / "none" / "x")), "no folder “none”")
    file.unlink()
    assert acme.json("document", "save", "1", str(tmp_path)) == {"path": str(file)}
    assert file.read_bytes() == b"%PDF exactly this"

    changed = acme.json("document", "edit", "1", "--name", "résumé.pdf", "--sent", "")
    assert (changed["name"], changed["sent_on"]) == ("résumé.pdf", None)
    assert acme.json("document", "list", "1") == [changed]
    acme.json("document", "remove", "1")
    assert acme.json("document", "list", "1") == []


def test_a_field_of_ones_own_is_renamed_and_removed(acme: Terminal) -> None:
    acme.json("field", "add", "Visa")
    acme.json("edit", "1", "--custom", "visa=H-1B")

    assert acme.json("field", "rename", "Visa", "Permit")["name"] == "Permit"
    assert acme.json("show", "1")["custom"] == {"Permit": "H-1B"}
    acme.json("field", "remove", "permit")
    assert acme.json("field", "list") == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["edit", "1", "--work-mode", "submarine"], ["submarine", "remote"]),
        (["edit", "1", "--excitement", "6"], ["6", "1 to 5"]),
        (["edit", "1", "--excitement", "very"], ["very", "whole number"]),
        (["edit", "1", "--days-on-site", "9" * 5000], []),
        (["edit", "1", "--on-hold", "maybe"], ["maybe", "yes or no"]),
        (["edit", "1", "--deadline", "Friday"], ["Friday", "year-month-day"]),
        (["edit", "1", "--custom", "Visa=x"], ["Visa"]),
        (["edit", "1", "--ask", "$9k-$1k"], ["backwards"]),
        (["contact", "add", " "], ["name is empty"]),
        (["contact", "add", "A", "--application", "99"], ["99"]),
        (["contact", "show", "Nobody"], ["Nobody"]),
        (["contact", "edit", "7", "--phone", "1"], ["7"]),
        (["contact", "remove", "7"], ["7"]),
        (["contact", "link", "7", "1"], ["7"]),
        (["interview", "add", "1", "tomorrow"], ["tomorrow", "2026-11-24 14:00"]),
        (["interview", "add", "99", "2026-11-24"], ["99"]),
        (["interview", "add", "1", "2026-11-24", "--zone", "Mars"], ["Mars"]),
        (["interview", "add", "1", "2026-11-24", "--ends", "2026-11-23"], ["before it starts"]),
        (["interview", "add", "1", "2026-11-24", "--round", "x"], ["round"]),
        (["interview", "show", "9"], ["9"]),
        (["interview", "remove", "9"], ["9"]),
        (["company", "show", "Nobody"], ["Nobody"]),
        (["company", "edit", "1", "--name", " "], ["name is empty"]),
        (["company", "edit", "1", "--avoid", "perhaps"], ["perhaps"]),
        (["document", "add", "1", "nowhere.pdf"], ["nowhere.pdf"]),
        (["document", "save", "9", "."], ["9"]),
        (["document", "edit", "9", "--kind", "cv"], ["9"]),
        (["field", "add", "Visa", "--kind", "colour"], ["colour"]),
        (["field", "rename", "Visa", "x"], ["Visa"]),
    ],
    ids=lambda value: " ".join(value)[:50],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_changes(
    acme: Terminal, typed: list[str], words: list[str]
) -> None:
    before = acme.stored()

    refused(acme(*typed), *words)

    assert acme.stored() == before


@pytest.mark.parametrize(
    "typed",
    [
        ["contact"],
        ["contact", "add"],
        ["contact", "add", "A", "--part", "Recruiter"],
        ["contact", "edit", "1"],
        ["interview", "add", "1"],
        ["interview", "edit", "1"],
        ["company", "edit", "1"],
        ["document", "edit", "1"],
        ["edit", "1", "--custom", "no equals sign"],
        ["list", "--scope", "some"],
        ["list", "--sort", "mood"],
        ["event", "1"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2(acme: Terminal, typed: list[str]) -> None:
    answer = acme(*typed)

    assert (answer.code, answer.out) == (2, "")
    assert "Usage" in answer.err
