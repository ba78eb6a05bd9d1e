"""Whatever is wrong with what was typed or handed over: one line, code 3, nothing changed."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.terminal import PROJECT, Terminal, refused, run_here, start


@contextmanager
def nothing_changes(terminal: Terminal) -> Iterator[None]:
    before = terminal.stored()
    yield
    assert terminal.stored() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "99"], ["99", "List them"]),
        (["show", "x" * 5000], ["xxx", "List them"]),
        (["show", "9" * 5000], ["999"]),
        (["show", "00000000-0000-0000-0000-000000000000"], ["00000000"]),
        (["show", "1\x00"], []),
        (["edit", "99", "--role", "R"], ["99"]),
        (["move", "99", "offer"], ["99"]),
        (["move", "1", "hired"], ["hired", "saved", "offer"]),
        (["move", "1", "offer", "--on", "2026-02-30"], ["2026-02-30", "year-month-day"]),
        (["move", "1", "offer", "--on", "yesterday"], ["yesterday"]),
        (["close", "1", "lost"], ["lost", "no_reply"]),
        (["close", "1", "rejected", "--on", "30.11.2026"], ["30.11.2026"]),
        (["note", "99", "text"], ["99"]),
        (["note", "1", "  "], ["note"]),
        (["note", "1", "a\ud800b"], ["U+D800", "position 2"]),
        (["list", "--stage", "hired"], ["hired"]),
        (["list", "--outcome", "lost"], ["lost"]),
        (["add", "--company", "", "--role", "R"], ["company"]),
        (["add", "--company", "C", "--role", " "], ["role"]),
        (["add", "--company", "C\x00", "--role", "R"], ["U+0000"]),
        (["add", "--company", "C", "--role", "R", "--stage", "hired"], ["hired"]),
        (["add", "--company", "C", "--role", "R", "--applied", "2026-13-01"], ["2026-13-01"]),
        (["add", "--company", "C", "--role", "R", "--pay", "$165k-$140k"], ["backwards"]),
        (["add", "--company", "C", "--role", "R", "--pay", "-$50k"], ["below zero"]),
        (["add", "--company", "C", "--role", "R", "--profile", "Alchemist"], ["Alchemist"]),
        (["add", "--company", "C", "--role", "R", "--posting", "nowhere.txt"], ["nowhere.txt"]),
        (["edit", "1", "--pay", "165k-140k"], ["backwards"]),
        (["edit", "1", "--company", "\t"], ["company"]),
        (["edit", "1", "--location", "\udcff"], ["U+DCFF"]),
        (["profile", "show", "Alchemist"], ["Alchemist"]),
        (["salary", "show", "Alchemist"], ["Alchemist"]),
        (["salary", "compare", "99"], ["99"]),
        (["letter", "draft", "99"], ["99"]),
        (["letter", "draft", "1", "--template", "Ode"], ["Ode"]),
        (["letter", "show", "99"], ["99"]),
        (["letter", "set", "99", "a=b"], ["99"]),
        (["letter", "check", "99"], ["99"]),
        (["letter", "export", "99", "x.pdf"], ["99"]),
        (["profile", "import", "nowhere.txt"], ["nowhere.txt"]),
        (["restore", "nowhere.db"], ["nowhere.db"]),
        (["edit", "1", "--applied", "2027-03-01"], ["2027-03-01 is still to come"]),
        (["move", "1", "offer", "--on", "2027-03-01"], ["still to come"]),
        (["add", "--company", "C", "--role", "R", "--applied", "2099-01-01"], ["still to come"]),
        (["edit", "1", "--applied", "yesterday"], ["no date of applying"]),
        (["edit", "1", "--deadline", "2026-13-01"], ["no date for the deadline"]),
        (["edit", "1", "--waiting-on", "us"], ["There is no side “us”", "me, them"]),
        (["edit", "1", "--posting", "/nonexist"], ["“nonexist”", "nothing was changed"]),
        (["edit", "1", "--posting", "/"], ["“/” is a folder"]),
        (["redo"], ["redo"]),
    ],
    ids=lambda value: (
        " ".join(value)[:40].encode("unicode_escape").decode().replace("\\", "")
        if isinstance(value, list)
        else None
    ),
)
def test_one_line_says_what_to_do(acme: Terminal, arguments: list[str], words: list[str]) -> None:
    with nothing_changes(acme):
        refused(acme(*arguments), *words)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["add"],
        ["add", "--company", "C"],
        ["add", "--lines", "--company", "C"],
        ["edit", "1"],
        ["list", "--limit", "0"],
        ["list", "--limit", "many"],
        ["move", "1"],
        ["letter", "set", "1", "no equals sign"],
        ["read", "x", "--as", "poem"],
        ["profile"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2(acme: Terminal, arguments: list[str]) -> None:
    with nothing_changes(acme):
        answer = acme(*arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert "Usage" in answer.err


def test_a_field_over_the_limit_is_refused_and_one_at_the_limit_kept(acme: Terminal) -> None:
    with nothing_changes(acme):
        refused(acme("note", "1", "x" * 2_000_001), "2,000,001", "2,000,000 fit")

    acme.json("edit", "1", "--notes", "é" * 2_000_000)
    assert acme.json("show", "1")["notes"] == "é" * 2_000_000


def test_text_of_every_kind_is_kept_exactly(acme: Terminal) -> None:
    for text in (
        "ab cd\n" * 166_667,
        "👩🏽‍💻🏳️‍🌈",
        "מהנדס برمجيات",
        " a\r\nb\rc\u2028d\x0b\t ",
        "\ufeffx",
        "\x7f\x85",
    ):
        acme.json("edit", "1", "--notes", text)

        assert acme.json("show", "1")["notes"] == text
        assert acme("list", "--lines").lines[0]["notes"] == text


FILES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_text(" \n\t\n"),
    "not text": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "50 MB": lambda path: path.write_bytes(b"") or os.truncate(path, 50_000_000),
    "wrong encoding": lambda path: path.write_bytes(b"\xff\xfe" + b"odd"),
    "folder": lambda path: path.mkdir(),
    "dangling link": lambda path: path.symlink_to(path.parent / "gone"),
    "missing": lambda _: None,
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_a_file_that_holds_no_text_is_refused(
    acme: Terminal, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    page = tmp_path / "page.txt"
    make(page)
    good = tmp_path / "good.txt"
    good.write_text("Role Profile: Baker\n\nDuties\n- Bake bread\n")

    with nothing_changes(acme):
        for kind in ("profile", "pay", "letter"):
            refused(run_here("read", str(page), "--as", kind), "page.txt")
        refused(acme("profile", "import", str(good), str(page)), "page.txt")
        refused(acme("edit", "1", "--posting", str(page)), "page.txt")
        refused(acme("restore", str(page)))


def test_a_page_without_a_role_imports_nothing(acme: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Shopping\n1234\n5678\n")

    with nothing_changes(acme):
        refused(acme("profile", "import", str(page)), "page.txt", "No role profile")


PLACES: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: path.mkdir(),
    "a dangling link": lambda path: path.symlink_to(path.parent / "gone" / "x.jobtracker"),
    "a text file": lambda path: path.write_text("hello\n" * 2000),
    "an empty file": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(100_000)),
    "noise under a SQLite header": lambda path: path.write_bytes(
        b"SQLite format 3\0" + os.urandom(9000)
    ),
}
READING = (["list"], ["show", "1"], ["find", "x"], ["history"], ["check"], ["profile", "list"])
WRITING = (["add", "--company", "C", "--role", "R"], ["undo"], ["sample"], ["backup"])


@pytest.mark.parametrize("make", PLACES.values(), ids=PLACES)
def test_what_is_no_workspace_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    place = Terminal(tmp_path / "odd.jobtracker")
    make(place.file)
    before = place.file.read_bytes() if place.file.is_file() else None

    for arguments in (*READING, *WRITING):
        refused(place(*arguments), "odd.jobtracker")
    assert (place.file.read_bytes() if place.file.is_file() else None) == before
    assert not (tmp_path / "gone").exists()


def test_a_cut_workspace_is_refused_and_left_as_it_is(acme: Terminal) -> None:
    acme.file.write_bytes(acme.file.read_bytes()[: acme.file.stat().st_size // 2])
    before = acme.fingerprint()

    for arguments in (*READING, *WRITING):
        refused(acme(*arguments), "damaged")
    assert acme.fingerprint() == before


@pytest.mark.parametrize("arguments", [*READING, *WRITING], ids=" ".join)
def test_a_missing_folder_is_named(tmp_path: Path, arguments: list[str]) -> None:
    place = Terminal(tmp_path / "nowhere" / "search.jobtracker")

    if arguments[0] in ("check", "backup"):
        refused(place(*arguments), "no workspace")
    else:
        refused(place(*arguments), "no folder", "nowhere")
    assert not place.file.parent.exists()


def test_reading_a_missing_workspace_shows_nothing_and_makes_no_file(nowhere: Terminal) -> None:
    for arguments in (["list"], ["list", "--lines"], ["history"], ["find", "x"]):
        assert nowhere(*arguments)[:2] == (0, "")
    assert nowhere.json("list") == []
    refused(nowhere("show", "1"), "no application")
    refused(nowhere("check"), "no workspace")
    refused(nowhere("backup"), "no workspace")
    assert list(nowhere.file.parent.iterdir()) == []


def test_the_bundled_library_is_there_without_a_workspace(nowhere: Terminal) -> None:
    assert "Python Developer" in [known["title"] for known in nowhere.json("profile", "list")]
    assert nowhere.json("profile", "show", "python developer")["origin"] == "library"
    assert nowhere.json("salary", "show", "Registered Nurse")["salaries"]
    assert "Short" in [template["name"] for template in nowhere.json("letter", "templates")]
    assert list(nowhere.file.parent.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_workspace_that_may_only_be_read_is_shown_with_a_notice(acme: Terminal) -> None:
    acme.file.chmod(0o444)
    acme.file.parent.chmod(0o555)
    try:
        listed = acme("list", "--lines")
        added = acme("add", "--company", "C", "--role", "R")
    finally:
        acme.file.parent.chmod(0o755)

    assert (listed.code, len(listed.lines)) == (0, 1)
    assert listed.err.count("\n") == 1
    refused(added, "only be read")


def test_the_program_answers_the_same_as_a_process(acme: Terminal, tmp_path: Path) -> None:
    file = str(acme.file)
    before = acme.fingerprint()

    refused(start("--workspace", file, "show", "99"), "99")
    refused(start("--workspace", str(tmp_path), "list"), "folder")
    assert start("--workspace", file, "move", "1").code == 2
    assert acme.fingerprint() == before


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=" ".join,
)
def test_text_is_utf_8_whatever_the_locale(acme: Terminal, env: dict[str, str]) -> None:
    line = '{"company": "Zürich 日本 👩", "role": "Köchin"}\n'.encode()

    added = start("--workspace", str(acme.file), "add", "--lines", typed=line, env=env)
    listed = start("--workspace", str(acme.file), "list", "--json", env=env)
    table = start("--workspace", str(acme.file), "list", env=env)

    assert (added.code, added.out) == (0, "ACK 0\n")
    assert [shown["company"] for shown in listed.json if shown["id"] == 2] == ["Zürich 日本 👩"]
    assert "Köchin" in table.out


def test_a_reader_that_has_gone_is_no_error_to_talk_about(acme: Terminal) -> None:
    acme.json("edit", "1", "--notes", "x" * 1_000_000)
    command = [sys.executable, "-m", "jobtracker", "--workspace", str(acme.file), "list", "--lines"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (3, b"")
