"""The whole program, watched from outside: it speaks to nobody."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from shutil import which

import pytest
from tests.support.window import PROJECT, program_environment

TRACE = ("-f", "-qq", "--seccomp-bpf", "-e", "trace=network")
MINIMUM_OF_SCENES = 60


@pytest.fixture
def strace(tmp_path: Path) -> list[str]:
    """Writes the calls that concern the network to `trace`."""
    command = [which("strace") or "", *TRACE, "-o", str(tmp_path / "trace")]
    if not command[0] or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("system calls cannot be traced here")
    return command


@pytest.mark.timeout(600)
def test_a_tour_of_the_whole_window_opens_no_socket_to_a_network(
    strace: list[str], tmp_path: Path
) -> None:
    environment = program_environment(tmp_path)
    environment["PYTHONPATH"] += f":{PROJECT}"

    done = subprocess.run(
        [*strace, sys.executable, "-m", "tests.support.offline_tour", str(tmp_path)],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=580,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    shown = json.loads(done.stdout.splitlines()[-1])
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    sockets = Counter(re.findall(r"socket\((AF_\w+)", trace))
    print(f"{shown}; sockets: {dict(sockets)}")  # noqa: T201 - the figures are asked for
    assert shown["scenes"] >= MINIMUM_OF_SCENES
    assert re.findall(r"AF_INET\w*|AF_NETLINK", trace) == []
