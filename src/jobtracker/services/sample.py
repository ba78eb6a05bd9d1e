"""A made-up search to look around in. It lives apart: its records are marked, and one step takes
exactly those away again.
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import WorkspaceError
from jobtracker.services.base import Service, done
from jobtracker.storage import applications
from jobtracker.storage import sample as marks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from jobtracker.exchange.sample_search import SampleBlock, SampleSearch


class Filled(NamedTuple):
    """How much was made up."""

    applications: int
    letters: int


class Standing(NamedTuple):
    """`is_empty` without any application, `has_sample` where some are the sample's."""

    is_empty: bool
    has_sample: bool


class Sample(Service):
    def offered(self, file: Path) -> Filled:
        """How much a bundled file would bring."""
        return _size(_read(file))

    def standing(self) -> Standing:
        """What a start page and the headers of pages ask."""
        with self._db.read() as session:
            if not applications.any_there(session):
                return Standing(is_empty=True, has_sample=False)
            marked = marks.mark(session)
            there = marked is not None and bool(marks.still_there(session, marked))
            return Standing(is_empty=False, has_sample=there)

    def is_there(self) -> bool:
        """Whether applications of the sample are in the workspace."""
        return self.standing().has_sample

    def fill(self, file: Path) -> Done[Filled]:
        """Fill a workspace without applications from a bundled file.

        What the person said about themselves stays as they said it. Raises WorkspaceError where
        the workspace holds an application: among own ones the made-up would mislead.
        """
        from jobtracker.services.sample_writer import SampleWriter

        search = _read(file)
        now, today = self._clock.now(), self._clock.today()
        with self._db.write("add sample data") as tx:
            _refuse_among_own(tx.session)
            leftover = marks.mark(tx.session)
            if leftover is not None:
                marks.take_away(tx.session, leftover)
            before = marks.held(tx.session)
            said = _introduce(tx.session, search.person)
            name = search.person["your_name"]
            writer = SampleWriter(tx.session, now, today, name=name, cv=search.cv)
            for entry in search.applications:
                writer.write(entry)
            _keep_blocks(tx.session, search.blocks, now)
            marks.set_mark(tx.session, marks.Mark(_added(before, marks.held(tx.session)), said))
        return done(_size(search), tx)

    def remove(self) -> Done[int]:
        """Take away what the sample brought and nothing else, in one step; how many applications.

        What was typed into the sample's own records goes with them, undo brings it back; what
        the person added stays, with the companies and contacts it needs. Raises WorkspaceError
        where there is no sample.
        """
        from jobtracker.services import backups

        backups.before(self._db, backups.BEFORE_DELETING)
        with self._db.write("remove sample data") as tx:
            marked = marks.mark(tx.session)
            if marked is None:
                raise WorkspaceError(
                    "There is no sample data in this workspace; nothing was removed."
                )
            count = len(marks.still_there(tx.session, marked))
            marks.take_away(tx.session, marked)
        return done(count, tx)


def _read(file: Path) -> "SampleSearch":
    from jobtracker.exchange.sample_search import read_sample_search

    return read_sample_search(file)


def _size(search: "SampleSearch") -> Filled:
    written = sum(len(entry.letters) for entry in search.applications)
    return Filled(len(search.applications), written)


def _refuse_among_own(session: "Session") -> None:
    if applications.any_there(session):
        raise WorkspaceError(
            "Sample data goes into a workspace without applications only, and this one holds "
            "some; nothing was added; name a new file with --workspace."
        )


def _introduce(session: "Session", about: dict[str, str]) -> dict[str, str]:
    """Say about the person what they have not said themselves; the settings this made."""
    from jobtracker.services import me

    before = me.known(session)
    return me.remember(session, {n: text for n, text in about.items() if n not in before})


def _keep_blocks(session: "Session", told: "Iterable[SampleBlock]", now: "datetime") -> None:
    """The paragraphs that letters are written with, variants after what they say in other words."""
    from jobtracker.domain.blocks import Block
    from jobtracker.domain.letter_kinds import Language
    from jobtracker.storage import blocks

    known: dict[str, int] = {}
    for one in told:
        tags = one.skills, one.roles, one.tones
        family = known.get(one.variant_of)
        block = Block(
            0, "", one.name, one.text.strip(), one.purpose, Language.ENGLISH, *tags, family
        )
        known[one.name] = blocks.insert(session, block, now)


def _added(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    return {table: sorted(set(uids).difference(before[table])) for table, uids in after.items()}
