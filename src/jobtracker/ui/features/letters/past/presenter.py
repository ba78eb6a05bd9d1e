"""Stands between the past of a letter, its doubles, and the services."""

from typing import TYPE_CHECKING

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.gate import Finding
from jobtracker.domain.letters import fields_in, label_of
from jobtracker.ui.features.letters.contract import Compare, Duplicate, NameVersion, Restore
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.features.letters.past.compare_view import Shown
from jobtracker.ui.features.letters.past.version_words import listed
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from jobtracker.domain.letter_versions import Wording
    from jobtracker.services.letter_history import Against, Comparison
    from jobtracker.services.letter_sending import Duplicated, ToChange
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.letter_versions import Version
    from jobtracker.ui.features.letters.contract import Candidate

COMPARISON = "comparison"


class PastPresenter:
    """Hears who wants versions, comparisons and duplicates. `candidates` are the applications
    that a letter can be written for.
    """

    def __init__(
        self,
        page: LettersPage,
        commander: Commander,
        workspace: "Workspace",
        candidates: "Callable[[], list[Candidate]]",
    ) -> None:
        self._page = page
        self._commander = commander
        self._workspace = workspace
        self._candidates = candidates
        intents = page.intents
        intents.history_wanted.subscribe(self._read_versions, owner=page)
        intents.restored.subscribe(self._restore, owner=page)
        intents.version_named.subscribe(self._keep, owner=page)
        intents.compared.subscribe(self._compare, owner=page)
        intents.duplicating.subscribe(self._ask_whom, owner=page)
        intents.duplicated.subscribe(self._duplicate, owner=page)

    def _read_versions(self, letter_id: int) -> None:
        letters, clock, past = self._workspace.letters, self._workspace.clock, self._page.past

        def read() -> "tuple[list[Version], date, dict[int, Wording]]":
            found = letters.versions(letter_id)
            said = {one.number: letters.wording(letter_id, one.number) for one in listed(found)}
            return found, clock.today(), said

        self._commander.read(
            read,
            lambda found: past.show_versions(*found),
            owner=self._page,
        )

    def _restore(self, restore: Restore) -> None:
        letters, page = self._workspace.letters, self._page
        self._commander.change(
            lambda: letters.restore(restore.id, restore.version),
            lambda stored: page.following.follow(restore.id, stored),
            owner=page,
            toast=f"Version {restore.version} restored",
        )

    def _keep(self, keep: NameVersion) -> None:
        letters = self._workspace.letters
        self._commander.change(
            lambda: letters.keep_version(keep.id, keep.name),
            toast=lambda number: f"Version {number} kept as {keep.name}",
        )

    def _compare(self, compare: Compare) -> None:
        letters, past = self._workspace.letters, self._page.past

        def show(found: "Comparison") -> None:
            past.show_comparison(
                Shown(
                    compare.id, compare.against, found.before_name, found.after_name, found.changes
                )
            )

        def refuse(error: JobtrackerError) -> None:
            past.nothing_to_compare(compare, error)

        self._commander.read(
            lambda: letters.compare(compare.id, _against(compare.against)),
            show,
            question=COMPARISON,
            failed=refuse,
            owner=self._page,
        )

    def _ask_whom(self, letter_id: int) -> None:
        page = self._page
        self._commander.read(
            self._candidates, lambda found: page.deeds.choose_whom(letter_id, found), owner=page
        )

    def _duplicate(self, duplicate: Duplicate) -> None:
        letters, page = self._workspace.letters, self._page

        def show(made: "Duplicated") -> None:
            page.open_letter(made.id)
            page.following.expect_changes(made.id, _still_to_do(made.to_change))

        self._commander.change(
            lambda: letters.duplicate(duplicate.id, duplicate.application_id), show, owner=page
        )


def _against(against: str) -> "Against | int":
    from jobtracker.services.letter_history import Against

    return int(against) if against.isdecimal() else Against(against)


def _still_to_do(changes: "Sequence[ToChange]") -> tuple[Finding, ...]:
    """What has to change, each with its place: a value that was taken out has none, and where the
    letter needs another one that is a change of its own.
    """
    return tuple(_as_finding(one) for one in changes if one.end > one.start)


def _as_finding(change: "ToChange") -> Finding:
    """What has to change, as a line of the list over the letter."""
    place = change.text, change.start, change.end
    gap = next(iter(fields_in(change.text)), None)
    if gap is not None:
        return Finding("missing-field", True, gap, *place, f"{change.what}: {label_of(gap)}")
    return Finding("to-change", True, None, *place, f"{change.what}: “{change.text}”")
