"""The program is killed while somebody types a letter without a pause."""

import os
import random
import signal
from pathlib import Path

import pytest
from tests.support.killing import MOST_LOST, kill_while_typing, prepare

KILLS = int(os.environ.get("JOBTRACKER_KILLS", "3"))
SECONDS = (0.2, 4.0)
"""Of typing, before the kill."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so on this system")
def test_a_killed_program_loses_at_most_two_seconds_of_typing(tmp_path: Path) -> None:
    file = tmp_path / "search.jobtracker"
    prepare(file)
    chance = random.Random()

    kills = [kill_while_typing(file, chance.uniform(*SECONDS)) for _ in range(KILLS)]

    assert max(kill.lost for kill in kills) <= MOST_LOST
    assert all(kill.keys for kill in kills)
