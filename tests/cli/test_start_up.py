"""What a command may load: the fewer modules, the sooner it answers."""

import json
import subprocess
import sys

import pytest
from tests.cli.terminal import PROJECT, Terminal, start

HEAVY = (
    "PySide6",
    "alembic",
    "charset_normalizer",
    "keyring",
    "lxml",
    "markdown_it",
    "platformdirs",
    "pydantic",
    "rapidfuzz",
    "sqlite3",
)
PROGRAM = """
import json, sys
from jobtracker.cli import run
code = run(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print("\\n" + json.dumps([code, loaded]))
"""


def loaded_by(terminal: Terminal, *arguments: str) -> list[str]:
    """The heavy modules that a command of its own process has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--workspace", str(terminal.file), *arguments],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(PROJECT / "src")},
        timeout=60,
        check=True,
    )
    code, loaded = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return [name for name in loaded if name in HEAVY]


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--lines"],
        ["list", "python"],
        ["show", "1"],
        ["add", "--company", "C", "--role", "R", "--pay", "$65/h"],
        ["edit", "1", "--notes", "x"],
        ["move", "1", "interview"],
        ["close", "1", "rejected"],
        ["event", "1", "message", "in", "--text", "hello"],
        ["quiet"],
        ["list", "--tag", "remote"],
        ["contact", "add", "Ana", "--application", "1"],
        ["interview", "add", "1", "2026-11-24 14:00", "--zone", "Europe/Vienna"],
        ["company", "show", "1"],
        ["undo"],
        ["find", "acme"],
        ["letter", "draft", "1"],
        ["salary", "compare", "1"],
    ],
    ids=" ".join,
)
def test_an_everyday_command_loads_nothing_heavy(acme: Terminal, arguments: list[str]) -> None:
    assert loaded_by(acme, *arguments) == []


def test_qt_is_loaded_for_a_letter_s_pdf_and_not_before(acme: Terminal) -> None:
    acme.json("letter", "draft", "1", "--template", "short")
    acme("letter", "text", "1", "-", typed="I like Acme Robotics.")
    pdf = str(acme.file.with_name("letter.pdf"))

    assert "PySide6" not in loaded_by(acme, "letter", "show", "1")
    assert "PySide6" not in loaded_by(acme, "letter", "check", "1")
    assert "PySide6" not in loaded_by(acme, "profile", "list")
    assert "PySide6" in loaded_by(acme, "letter", "export", "1", pdf, "--override", "a test")


def test_the_program_tells_its_version_and_its_commands() -> None:
    assert "0.1.0" in start("--version").out
    shown = start("--help").out
    for command in ("add", "letter", "self-check"):
        assert f"\n  {command} " in shown


def test_the_self_check_tries_every_part() -> None:
    answer = start("self-check", "--json", env={"QT_QPA_PLATFORM": "offscreen"})

    assert answer.code == 0, answer.out
    assert answer.json["ok"]
    steps = {step["name"]: step["ok"] for step in answer.json["steps"]}
    assert steps == dict.fromkeys(
        ("resources", "workspace", "window", "letter", "encryption", "keyring"), True
    )
