"""The program is killed while somebody types, a letter without a pause or in any field."""

import os
import random
import signal
from pathlib import Path

import pytest
from tests.support.killing import (
    MOST_LOST,
    kill_in_field,
    kill_while_typing,
    prepare,
    prepare_search,
)
from tests.support.typing_places import PLACES

KILLS = int(os.environ.get("JOBTRACKER_KILLS", "3"))
SECONDS = (0.2, 4.0)
"""Of typing, before the kill."""
FIELD_KILLS = int(os.environ.get("JOBTRACKER_FIELD_KILLS", "2"))
IN_A_FIELD = (1.3, 3.0)
"""Long enough that something of it must be there again."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so on this system")
@pytest.mark.long
def test_a_killed_program_loses_at_most_two_seconds_of_typing(tmp_path: Path) -> None:
    file = tmp_path / "search.jobtracker"
    prepare(file)
    chance = random.Random(random.getrandbits(32))  # drawn again with the seed that is printed

    kills = [kill_while_typing(file, chance.uniform(*SECONDS)) for _ in range(KILLS)]

    assert max(kill.lost for kill in kills) <= MOST_LOST
    assert all(kill.keys for kill in kills)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so on this system")
def test_what_was_typed_in_a_field_is_offered_there_by_the_next_start(tmp_path: Path) -> None:
    chance = random.Random(random.getrandbits(32))  # drawn again with the seed that is printed
    kills = []
    for number, place in enumerate(chance.sample(sorted(PLACES), FIELD_KILLS)):
        file = tmp_path / str(number) / "search.jobtracker"
        file.parent.mkdir()
        prepare_search(file)
        kills.append(kill_in_field(file, place, chance.uniform(*IN_A_FIELD)))

    assert [kill for kill in kills if kill.lost > MOST_LOST or not kill.offered] == []
    assert all("kept" in kill.said for kill in kills)
