"""What a posting may cost to read, and the words that refuse what costs more."""

from time import monotonic

from jobtracker.domain.errors import UnreadableFileError

MAX_CHARACTERS = 4_000_000
MOST_POSTINGS = 2_000
MOST_JSON_VALUES = 300_000
"""Objects and lists of one JSON text: they take seconds to make before anything can be asked."""
DEEPEST = 1_000
"""How deep elements may lie in each other; pages that people read stay below a hundred."""
SECONDS = 1.5
MOST_LINES = 20_000
PROSE_A_SECOND = 4_000_000
"""Characters of plain text that are searched in a second, at worst."""

_ADVICE = "Copy the posting's own text instead."


def refused(what: str, advice: str = _ADVICE) -> UnreadableFileError:
    return UnreadableFileError(f"{what}; nothing was kept. {advice}")


class Budget:
    """How long one reading may still take."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds; never less than a tick, so that whoever is given them says why it stops."""
        return max(self._end - monotonic(), 0.001)

    def check(self, needed: float = 0) -> None:
        """Raises UnreadableFileError once the time is up, or when what comes needs more."""
        if monotonic() + needed > self._end:
            raise refused("The posting takes too long to read")
