#!/usr/bin/env python3
"""The one developer command: it sets up what is missing, then does what was asked.

Needs Python 3.11 or newer and nothing else: Qt's system libraries (Debian, Ubuntu), the virtual
environment and the locked packages are its own work. A set-up that was finished is remembered by
a stamp in the environment, so that a second start goes straight on.
"""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(f"Jobtracker needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.stamp"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = str(SCRIPTS / f"python{SUFFIX}")

# What Qt loads on Linux and the Debian package that holds it; read off the libraries' own headers.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

# What tests start beside Jobtracker and the Debian package that holds it: a real keyring.
TEST_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-run-session": "dbus"}


class SetUpError(Exception):
    """The machine lacks what only its owner can add; the message says what to run."""


class Command(NamedTuple):
    """A subcommand: its line of help and what it does with the remaining arguments."""

    help: str
    act: Callable[[list[str]], int]


def child_environment(*, headless: bool = False) -> dict[str, str]:
    """The environment of every program started from here.

    Byte code is always written: without it each start compiles every module anew and takes two to
    four times as long.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PIP_ROOT_USER_ACTION"] = "ignore"
    if headless:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    import subprocess

    return subprocess.call(list(command), cwd=ROOT, env=environment or child_environment())


def run_quietly(command: Sequence[str]) -> int:
    """Run `command`; what it printed is shown only when it failed."""
    import subprocess

    done = subprocess.run(
        list(command),
        cwd=ROOT,
        env=child_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        sys.stderr.buffer.write(done.stdout)
        sys.stderr.flush()
    return done.returncode


def become(
    command: Sequence[str], environment: Mapping[str, str], folder: Path | None = ROOT
) -> int:
    """Replace this process by `command`, so that signals and the exit code are its own.

    Windows has no such thing (its `exec` returns to the shell at once): there it is waited for.
    With `folder` None the person's current folder stays.
    """
    if os.name == "nt":
        import subprocess

        return subprocess.call(list(command), cwd=folder, env=environment)
    os.chdir(folder or ".")
    return os.execve(command[0], list(command), dict(environment))


def answer(command: Sequence[str]) -> str | None:
    """What `command` prints, without the ends' white space; None when it fails or is not there."""
    import subprocess

    try:
        done = subprocess.run(list(command), capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def loads(soname: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_module(name: str) -> bool:
    from importlib import invalidate_caches
    from importlib.util import find_spec

    invalidate_caches()
    return find_spec(name) is not None


def missing_packages(
    loads: Callable[[str], bool] = loads, has_module: Callable[[str], bool] = has_module
) -> list[str]:
    """Debian's names of what this machine lacks: Qt's libraries, and a way to fill a venv."""
    packages = [package for soname, package in QT_LIBRARIES.items() if not loads(soname)]
    if not has_module("venv") or not (has_module("ensurepip") or has_module("pip")):
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return packages


def install_line(packages: Iterable[str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages through apt-get, or raise SetUpError with the line to run."""
    from shutil import which

    if not packages:
        return
    if which("apt-get") is None:
        raise SetUpError(
            f"Jobtracker needs system libraries named on Debian: {' '.join(packages)}; "
            "install what holds them here, then run this again."
        )
    by_hand = "sudo sh -c 'apt-get update && " + " ".join(install_line(packages)) + "'"
    if os.geteuid() == 0:
        prefix = []
    elif which("sudo") and answer(["sudo", "-n", "true"]) is not None:
        prefix = ["sudo", "-n"]
    else:
        raise SetUpError(f"System packages are missing. Run this once, then again:\n{by_hand}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    for command in (["apt-get", "update"], install_line(packages)):
        if run_quietly([*quiet, *command]) != 0:
            raise SetUpError(f"apt-get failed (its words are above). Run this by hand:\n{by_hand}")


def fingerprint() -> str:
    """What a finished set-up depends on; another value means that it has to be done again."""
    parts = (
        ROOT.as_posix(),
        sys.base_prefix,
        repr(sys.version_info[:3]),  # not sys.version: a rebuilt package of Debian's is the same
        repr(sorted(QT_LIBRARIES.items())),
        (ROOT / "pyproject.toml").read_text("utf-8"),
        LOCK.read_text("utf-8"),
    )
    return sha256("\0".join(parts).encode()).hexdigest()


def make_environment() -> None:
    """Make `.venv` for this very Python, unless it is there already."""
    question = "import sys; print(sys.base_prefix, sys.version_info[:3])"
    if answer([PYTHON, "-c", question]) == f"{sys.base_prefix} {sys.version_info[:3]}":
        return
    command: list[str] = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if not has_module("ensurepip"):
        command.append("--without-pip")
    if run(command) != 0:
        raise SetUpError("The environment .venv could not be made (the reason is above).")


def pip() -> list[str]:
    """The pip that fills `.venv`: its own, or the system's where Debian has no ensurepip."""
    if answer([PYTHON, "-m", "pip", "--version"]) is not None:
        return [PYTHON, "-m", "pip"]
    if answer([sys.executable, "-m", "pip", "--version"]) is not None:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    raise SetUpError("The environment .venv has no pip: delete the folder and run this again.")


def install_packages() -> None:
    """Install the locked packages, each checked against its hash, and the project on top."""
    install = [*pip(), "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    locked = [*install, "--only-binary", ":all:", "--require-hashes", "--requirement", str(LOCK)]
    project = [*install, "--no-build-isolation", "--editable", str(ROOT)]
    if run_quietly(locked) != 0 or run_quietly(project) != 0:
        raise SetUpError("The packages could not be installed (pip's words are above).")


def set_up() -> None:
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    started = time.monotonic()
    install_system_packages(missing_packages())
    print("Setting up .venv from requirements.lock", flush=True)
    make_environment()
    STAMP.unlink(missing_ok=True)
    install_packages()
    STAMP.write_text(wanted, "utf-8")
    print(f"Set up in {time.monotonic() - started:.0f} s", flush=True)


def start(arguments: list[str]) -> int:
    # --workspace may be relative to the current folder; -P keeps that folder off sys.path.
    command = [PYTHON, "-P", "-m", "jobtracker", *arguments]
    return become(command, child_environment(), folder=None)


def missing_for_tests() -> list[str]:
    from shutil import which

    return [package for name, package in TEST_PROGRAMS.items() if which(name) is None]


def test(arguments: list[str]) -> int:
    if sys.platform == "linux":
        try:
            install_system_packages(missing_for_tests())
        except SetUpError as error:
            print(f"Tests with a real keyring are skipped. {error}", file=sys.stderr, flush=True)
    if os.environ.get("CI"):
        arguments = ["-m", "not long", *arguments]
    # xdist would otherwise replace a worker that crashed, and a crash at exit would pass unseen.
    command = [PYTHON, "-m", "pytest", "-n", "auto", "--max-worker-restart=0", *arguments]
    return become(command, child_environment(headless=True))


CHECKS: dict[str, list[str]] = {
    "ruff check": [PYTHON, "-m", "ruff", "check", "."],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy"],
    "import-linter": [str(SCRIPTS / f"lint-imports{SUFFIX}")],
    "architecture tests": [PYTHON, "-m", "pytest", "-q", "tests/architecture"],
}


def check(_arguments: list[str]) -> int:
    """Run every check, also after one has failed; 1 when any did."""
    results = []
    for name, command in CHECKS.items():
        started = time.monotonic()
        code = run(command, child_environment(headless=True))
        results.append((name, code, time.monotonic() - started))
    for name, code, seconds in results:
        print(f"{'ok    ' if code == 0 else 'FAILED'}  {seconds:5.1f} s  {name}")
    return int(any(code for _, code, _ in results))


def bundle(arguments: list[str]) -> int:
    return become([PYTHON, str(ROOT / "packaging" / "bundle.py"), *arguments], child_environment())


def bench(arguments: list[str]) -> int:
    """Run the benchmarks whose names hold one of the words given (all without a word)."""
    words = [word for word in arguments if not word.startswith("-")]
    options = [word for word in arguments if word.startswith("-")]
    environment = child_environment(headless=True) | {"PYTHONPATH": str(ROOT)}
    failed = False
    for script in sorted((ROOT / "benchmarks").glob("bench_*.py")):
        if not words or any(word in script.stem for word in words):
            print(f"== {script.stem.removeprefix('bench_')}", flush=True)
            failed |= run([PYTHON, str(script), *options], environment) != 0
    return int(failed)


def screenshots(arguments: list[str]) -> int:
    command = [PYTHON, "-m", "tests.support.screenshots", *arguments]
    return become(command, child_environment(headless=True))


COMMANDS = {
    "run": Command("open Jobtracker from this checkout", start),
    "test": Command("run the tests; arguments are pytest's", test),
    "check": Command("ruff, mypy, import-linter and the architecture tests", check),
    "bundle": Command("build the program with PyInstaller and try it (--compare: sizes)", bundle),
    "bench": Command("run the benchmarks, or those named (--large: at 100,000 too)", bench),
    "screenshots": Command("draw every page into docs/images", screenshots),
}


def usage() -> str:
    lines = [f"  {name:<12} {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND [ARGUMENTS]", "", *lines])


def split(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The command and what is passed on; one `--` between them is only a separator."""
    name, *rest = argv or ["--help"]
    return name, rest[1:] if rest[:1] == ["--"] else rest


def main(argv: Sequence[str]) -> int:
    name, arguments = split(argv)
    if name in ("-h", "--help"):
        print(usage())
        return 0
    if name not in COMMANDS:
        return refuse(f"There is no command {name!r}.\n{usage()}")
    try:
        set_up()
    except SetUpError as error:
        return refuse(str(error))
    return COMMANDS[name].act(arguments)


def refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
