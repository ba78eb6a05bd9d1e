"""Text that looks like HTML is shown everywhere, and nothing it names is opened."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from tests.support.window import PROJECT, program_environment

PROGRAM = """
import os, sys
from tests.support import shown
getattr(shown, sys.argv[1])(sys.argv[2])
os._exit(0)
"""
PAYLOAD = (
    'Acme <img src="file://{canary}"> <img src="{canary}"> <img src="//uncserver/uncpix.png"> '
    '<img src="http://127.0.0.1:9/t.png"> <table background="file://{canary}"><tr><td>x</table> '
    '<p style="background-image:url(file://{canary})">x</p> ![x](file://{canary})'
)
CALLS = "trace=open,openat,stat,statx,newfstatat,access,connect"


@pytest.fixture
def strace(tmp_path: Path) -> list[str]:
    command = [which("strace") or "", "-f", "-qq", "--seccomp-bpf", "-e", CALLS]
    command += ["-o", str(tmp_path / "trace")]
    if not command[0] or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("system calls cannot be traced here")
    return command


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "group", ["parts", "pages", "over_pages", "sheets", "safeguards", "letters"]
)
def test_nothing_that_stored_text_names_is_opened(
    group: str, strace: list[str], tmp_path: Path
) -> None:
    canary = tmp_path / "canarypix.png"
    canary.write_bytes(b"\x89PNG\r\n\x1a\n")
    environment = program_environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONPATH": f"{PROJECT / 'src'}:{PROJECT}", "TMPDIR": str(tmp_path)}

    done = subprocess.run(
        [*strace, sys.executable, "-c", PROGRAM, group, PAYLOAD.format(canary=canary)],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=290,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    assert len(trace) > 10_000, "it was watched"
    assert re.findall(r".*(?:canarypix|uncpix)\.png.*", trace) == []
    assert re.findall(r"AF_INET\w*", trace) == []
