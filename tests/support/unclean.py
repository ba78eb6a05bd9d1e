"""An unclean end: a program is killed while it has a workspace open."""

import os
import signal
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def killed_while_open(path: Path) -> None:
    """Another program writes to the file and is killed."""
    program = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from tests.support.workspaces import opened\n"
        "workspace = opened(Path(sys.argv[1]))\n"
        "workspace.applications.add({'company': 'Acme', 'role': 'Baker'})\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": f"src{os.pathsep}."},
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
