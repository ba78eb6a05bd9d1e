import re
import tomllib
from importlib import metadata
from pathlib import Path

import dev
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

LOCK = dev.LOCK.read_text("utf-8")
PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
PINS = {
    canonicalize_name(name): Version(version)
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE)
}


def everything(_name: str) -> bool:
    return True


def nothing(_name: str) -> bool:
    return False


def named_requirements() -> list[Requirement]:
    groups = PROJECT["dependency-groups"].values()
    named = [*PROJECT["project"]["dependencies"], *(one for group in groups for one in group)]
    return [Requirement(text) for text in named]


def run_time_closure() -> set[str]:
    """Every package that the project's own dependencies lead to on this system."""
    waiting = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    closure: set[str] = set()
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name not in closure and (one.marker is None or one.marker.evaluate({"extra": ""})):
            closure.add(name)
            waiting += [Requirement(text) for text in metadata.requires(name) or ()]
    return closure


def test_a_machine_with_all_libraries_needs_no_package() -> None:
    assert dev.missing_packages(loads=everything, has_module=everything) == []


def test_only_the_packages_of_missing_libraries_are_asked_for() -> None:
    missing = dev.missing_packages(loads=lambda name: name != "libEGL.so.1", has_module=everything)

    assert missing == ["libegl1"]


def test_a_python_that_can_fill_no_environment_asks_for_its_venv_package() -> None:
    (missing,) = dev.missing_packages(loads=everything, has_module=nothing)

    assert re.fullmatch(r"python3\.\d+-venv", missing)


def test_only_the_tests_ask_for_a_keyring_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert dev.missing_for_tests() == ["gnome-keyring", "dbus"]
    assert not {"gnome-keyring", "dbus"} & set(dev.missing_packages(loads=nothing))


def test_the_systems_pip_is_enough_where_ensurepip_is_missing() -> None:
    modules = {"venv", "pip"}

    assert dev.missing_packages(loads=everything, has_module=modules.__contains__) == []


@pytest.mark.parametrize(
    ("typed", "command", "passed_on"),
    [
        (["run"], "run", []),
        (["run", "--", "--workspace", "x"], "run", ["--workspace", "x"]),
        (["test", "tests/domain", "-k", "pay"], "test", ["tests/domain", "-k", "pay"]),
        (["test", "-k", "a", "--", "b"], "test", ["-k", "a", "--", "b"]),
        ([], "--help", []),
    ],
)
def test_what_follows_the_command_is_passed_on(
    typed: list[str], command: str, passed_on: list[str]
) -> None:
    assert dev.split(typed) == (command, passed_on)


def test_an_unknown_command_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tests"]) == 2

    words = capsys.readouterr().err
    assert "'tests'" in words
    assert all(name in words for name in dev.COMMANDS)


def test_programs_started_from_here_write_byte_code_and_tests_need_no_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    assert "PYTHONDONTWRITEBYTECODE" not in dev.child_environment()
    assert "QT_QPA_PLATFORM" not in dev.child_environment()
    assert dev.child_environment(headless=True)["QT_QPA_PLATFORM"] == "offscreen"


def test_a_platform_that_was_chosen_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")

    assert dev.child_environment(headless=True)["QT_QPA_PLATFORM"] == "xcb"


def test_a_changed_lock_calls_for_a_new_set_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = dev.fingerprint()
    changed = tmp_path / "requirements.lock"
    changed.write_text(LOCK + "\nadded==1\n", "utf-8")
    monkeypatch.setattr(dev, "LOCK", changed)

    assert dev.fingerprint() != before


@pytest.mark.parametrize("requirement", named_requirements(), ids=lambda one: one.name)
def test_the_lock_holds_what_the_project_asks_for(requirement: Requirement) -> None:
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_locked_package_is_exact_and_hashed() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())

    assert len(entries) == len(PINS)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|@ |#", LOCK)


def test_qt_stays_below_the_release_that_aborts_python() -> None:
    assert PINS[canonicalize_name("PySide6-Essentials")] < Version("6.12")


def test_every_package_that_people_get_is_named_in_the_notices() -> None:
    notices = (dev.ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8").lower()
    # "backports.tarfile" and "backports-tarfile" are one name
    named = {canonicalize_name(word) for word in re.findall(r"[\w.-]*\w", notices)}

    assert run_time_closure() <= named
