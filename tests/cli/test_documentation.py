"""docs/cli.md is the public interface in words: it names what is there, and nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from tests.cli.terminal import PROJECT, Terminal, run_here

from jobtracker.cli import jobtracker as program
from jobtracker.domain.events import EventKind
from jobtracker.domain.stages import OUTCOMES, STAGES

DOCUMENT = (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8")
PAGE = PROJECT / "tests" / "data" / "profiles" / "orchard_manager_a.txt"
POSTING = PROJECT / "tests" / "data" / "postings" / "structured" / "json_ld.html"


def section(heading: str) -> str:
    start = DOCUMENT.index(f"\n### {heading}\n")
    end = re.search(r"\n##+ ", DOCUMENT[start + 4 :])
    return DOCUMENT[start : start + 4 + end.start() if end else None]


def keys(heading: str) -> set[str]:
    """The keys of a shape as its table lists them."""
    return set(re.findall(r"^\| `(\w+)` \|", section(heading), re.MULTILINE))


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(program)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        yield name, command


def test_every_command_and_no_other_is_described() -> None:
    described = re.findall(r"^### `([\w-]+)`$", DOCUMENT, re.MULTILINE)

    assert described == [name for name, _ in commands()]


def test_every_subcommand_and_option_is_described() -> None:
    for name, command in commands():
        words = section(f"`{name}`") + (section("`add`") if name == "edit" else "")
        parts = command.commands if isinstance(command, click.Group) else {"": command}
        for part, inner in parts.items():
            assert f"`{name} {part}".rstrip() in words, f"{name} {part}"
            for option in inner.params:
                if isinstance(option, click.Option) and option.name not in ("json", "workspace"):
                    assert option.opts[0] in words, f"{name} {part} {option.opts[0]}"


def test_every_kind_stage_and_outcome_is_described() -> None:
    for name in (*EventKind, *STAGES, *OUTCOMES):
        assert f"`{name}`" in DOCUMENT


def test_every_key_of_an_application_is_described(acme: Terminal) -> None:
    acme.json("letter", "draft", "1")
    shown = acme.json("show", "1")

    assert set(shown) == keys("Application")
    assert set(shown["pay"]) == keys("Pay")
    assert set(shown["profile"]) == keys("Linked profile")
    assert set(shown["benchmark"]) == keys("Benchmark")
    assert set(shown["events"][0]) == keys("Event")
    assert set(shown["letters"][0]) == {"id", "name", "sent_on"}
    assert set(acme.json("salary", "compare", "1")) == keys("Comparison")


def test_every_key_of_what_hangs_on_an_application_is_described(
    acme: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(b"cv")
    acme.json("contact", "add", "Ana Ruiz", "--application", "1", "--part", "Recruiter")
    acme.json("interview", "add", "1", "2026-11-24 14:00")
    acme.json("event", "1", "offer", "$150k")
    own = acme.json("field", "add", "Visa")
    document = acme.json("document", "add", "1", str(file))
    shown = acme.json("show", "1")

    assert set(shown["contacts"][0]) == keys("Contact") | {"part"}
    assert set(acme.json("contact", "show", "1")) == keys("Contact") | {"applications"}
    assert set(shown["interviews"][0]) == keys("Interview")
    assert set(shown["offers"][0]) == {"id", "received_on", "pay", "notes"}
    assert set(shown["documents"][0]) == set(document) == keys("Document")
    assert set(own) == keys("Own field")
    assert set(acme.json("company", "show", "1")) == keys("Company")
    assert set(acme.json("company", "list")[0]) == keys("Company line")


def test_every_key_of_a_quiet_line_is_described(acme: Terminal) -> None:
    acme.json("edit", "1", "--applied", "2020-01-01")

    assert set(acme.json("quiet")[0]) == keys("Quiet line")


def test_every_key_of_a_profile_is_described(jobtracker: Terminal) -> None:
    listed = jobtracker.json("profile", "list")
    shown = jobtracker.json("profile", "show", "Python Developer")

    assert set(listed[0]) == keys("Profile line")
    assert set(shown) == keys("Profile")
    assert set(shown["salaries"][0]) == keys("Salary range")
    assert set(shown["related"][0]) == keys("Related role")
    assert set(jobtracker.json("salary", "show", "Python Developer")) == keys("Salary table")


def test_every_key_of_what_one_looks_for_and_can_do_is_described(jobtracker: Terminal) -> None:
    ticked = jobtracker.json("profile", "tick", "Python Developer", "Python")

    assert set(ticked) == keys("Tick")
    assert set(jobtracker.json("target", "add", "Baker")) == keys("Target role")
    assert set(jobtracker.json("skill", "add", "Dough")) == keys("Skill")


def test_every_key_of_my_profile_is_described(jobtracker: Terminal) -> None:
    assert set(jobtracker.json("me", "show")) == keys("My profile")


@pytest.mark.usefixtures("qapp")
def test_every_key_of_a_letter_is_described(acme: Terminal, tmp_path: Path) -> None:
    letter = acme.json("letter", "draft", "1")
    checked = json.loads(acme("letter", "check", "1", "--json").out)
    sent = acme.json("letter", "export", "1", str(tmp_path / "x.pdf"), "--override", "a test")

    assert set(acme.json("letter", "templates")[0]) == keys("Template")
    assert set(letter) == keys("Letter")
    assert set(letter["fields"][0]) == keys("Field")
    assert set(acme.json("letter", "versions", "1")[0]) == keys("Letter version")
    assert set(acme.json("letter", "diff", "1@1")) == keys("Letter comparison")
    assert set(checked) == keys("Check of a letter")
    assert set(checked["findings"][0]) == keys("Finding")
    assert set(sent) == keys("Export")
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("Dear [insert the name of somebody nice],\n\nhello.")
    made = acme.json("letter", "templates", "import", str(theirs))
    assert set(made) == keys("Template") | {"questions"}
    assert all(set(one) == keys("Question") for one in made["questions"])


def test_every_key_of_a_block_is_described(acme: Terminal) -> None:
    block = acme.json("letter", "blocks", "add", "Reports", str(PAGE))

    assert set(block) == keys("Block")


@pytest.mark.parametrize(
    ("kind", "heading", "source"),
    [
        ("profile", "Page", str(PAGE)),
        ("pay", "Pay reading", str(PAGE)),
        ("letter", "Letter reading", str(PAGE)),
        ("posting", "Posting", str(POSTING)),
    ],
)
def test_every_key_of_a_reading_is_described(kind: str, heading: str, source: str) -> None:
    assert set(run_here("read", source, "--as", kind, "--json").json) == keys(heading)


def test_every_key_of_a_repeat_is_described(jobtracker: Terminal) -> None:
    jobtracker.json("add", "--posting", str(POSTING))

    (repeat,) = jobtracker.json("add", "--posting", str(POSTING))["repeats"]

    assert set(repeat) == keys("Repeat")


def test_every_key_of_the_other_answers_is_described(acme: Terminal, nowhere: Terminal) -> None:
    def one(*arguments: str) -> Any:
        answer = acme.json(*arguments)
        return answer[0] if isinstance(answer, list) else answer

    assert set(one("me", "show")) == keys("My profile")
    assert set(one("check")) == keys("File check")
    assert set(one("find", "acme")) == keys("Hit")
    assert set(one("history")) == keys("Step")
    assert set(one("undo")) == keys("Step taken")
    assert set(one("redo")) == keys("Step taken")
    made = one("backup")
    assert set(made) == keys("Backup made")
    assert set(one("backups")) == keys("Backup")
    assert set(one("restore", "1", "--dry-run")) == keys("Restore preview")
    assert set(nowhere.json("restore", made["path"])) == keys("Restore done")
    acme.json("undo")
    assert set(acme.json("sample")) == keys("Sample made")
    assert set(acme.json("sample", "--remove")) == keys("Sample removed")
