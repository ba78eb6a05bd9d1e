"""Reads postings on a lane of its own: a large page keeps neither window nor database waiting."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.ui.features.adding.contract import Pasted
from jobtracker.ui.features.adding.filling import values_of
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.postings import Posting

WANTED = (
    "jobtracker.exchange.postings.reading",
    "jobtracker.exchange.postings.plain",
    "jobtracker.services.repeats",
    "jobtracker.ui.features.adding.add_sheet",
)
"""What reads copied text, what looks for repeats of it, and the sheet that shows both."""
QUESTION = "posting"
MARKED_UP = "JobPosting"
"""The name schema.org gives a posting in the page that shows it."""


class PostingReader:
    """`read` answers the newest question only. `close` ends its thread."""

    def __init__(self, commander: Commander) -> None:
        self._lane = Commander(name="posting reader")
        self._lane.problems.subscribe(commander.problems.put)

    def warm(self, then: Callable[[], object] = bool) -> None:
        """Load what reads, which takes longer than a reading: somebody may paste soon."""
        self._lane.read(lambda: [import_module(name) for name in WANTED], lambda _modules: then())

    def read(
        self,
        pasted: Pasted,
        today: date,
        then: "Callable[[Sequence[Posting]], object]",
        failed: Callable[[JobtrackerError], object],
        owner: QObject,
    ) -> None:
        """`then` gets the postings in what was pasted, at least one; `failed` why there is none."""
        self._lane.read(
            lambda: read_best(pasted, today), then, question=QUESTION, failed=failed, owner=owner
        )

    def read_file(
        self,
        path: Path,
        then: Callable[[Pasted], object],
        failed: Callable[[JobtrackerError], object],
        owner: QObject,
    ) -> None:
        """`then` gets the text of a file, to be read as if it had been pasted."""

        def work() -> Pasted:
            from jobtracker.exchange.posting_file import read_posting_file

            return Pasted(read_posting_file(path))

        self._lane.read(work, then, question=QUESTION, failed=failed, owner=owner)

    def close(self) -> None:
        self._lane.close()


def read_best(pasted: Pasted, today: date) -> "Sequence[Posting]":
    """The postings in a text, or in its page where that says more.

    Raises UnreadableFileError.
    """
    from jobtracker.exchange.postings.reading import read_postings

    def facts(postings: "Sequence[Posting]") -> int:
        return sum(map(bool, values_of(postings[0], today).values()))

    if MARKED_UP not in pasted.html:
        return read_postings(pasted.text, today)
    try:
        marked_up = read_postings(pasted.html, today)
    except UnreadableFileError:
        return read_postings(pasted.text, today)
    plain = read_postings(pasted.text, today) if pasted.text.strip() else marked_up
    return max(plain, marked_up, key=facts)
