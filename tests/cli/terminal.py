"""A terminal for tests: the real command line, in this process or as a program of its own."""

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).resolve().parents[2]


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]


class Terminal:
    """Calls `jobtracker` on one workspace file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Answer:
        """Run one command; `typed` is what stands on standard input."""
        return run_here("--workspace", str(self.file), *arguments, typed=typed)

    def json(self, *arguments: str, typed: str | bytes = "") -> Any:
        """The JSON that a command answers with; it has to work."""
        answer = self(*arguments, "--json", typed=typed)
        assert answer.code == 0, answer.err
        return answer.json

    def add(self, company: str = "Acme Robotics", role: str = "Tester", *more: str) -> int:
        """A new application's number."""
        number = self.json("add", "--company", company, "--role", role, *more)["id"]
        assert isinstance(number, int)
        return number

    def stored(self) -> list[Any]:
        """Everything the workspace says, for comparing before and after."""
        said = self("list", "--all", "--lines"), self("profile", "list", "--json")
        steps = self("history", "--json")
        assert [answer.code for answer in (*said, steps)] == [0, 0, 0]
        return [*(answer.out for answer in said), steps.out]

    def fingerprint(self) -> str:
        return hashlib.sha256(self.file.read_bytes()).hexdigest()


def run_here(*arguments: str, typed: str | bytes = "") -> Answer:
    """Run a command in this process, with standard streams of its own."""
    from jobtracker.cli import run

    data = typed.encode("utf-8") if isinstance(typed, str) else typed
    pipes = [io.BytesIO(data), io.BytesIO(), io.BytesIO()]
    streams = [io.TextIOWrapper(pipe, "ascii", write_through=True) for pipe in pipes]
    former, umask = (sys.stdin, sys.stdout, sys.stderr), os.umask(0o077)
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = run(list(arguments))
    finally:
        sys.stdin, sys.stdout, sys.stderr = former
        os.umask(umask)
    out, err = (pipe.getvalue().decode("utf-8") for pipe in pipes[1:])
    return Answer(code, out, err)


def start(*arguments: str, typed: bytes = b"", env: dict[str, str] | None = None) -> Answer:
    """Run a command as a program."""
    done = subprocess.run(
        [sys.executable, "-m", "jobtracker", *arguments],
        input=typed,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src"), **(env or {})},
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def refused(answer: Answer, *words: str) -> None:
    """The answer is a refusal: exit code 3, nothing on stdout, one line that has these words."""
    assert answer.code == 3, answer
    assert answer.out == ""
    assert answer.err.endswith("\n")
    assert answer.err.count("\n") == 1
    assert 0 < len(answer.err) <= 600
    for word in words:
        assert word in answer.err
