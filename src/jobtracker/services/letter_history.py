"""The past of letters: their versions, going back to one, and how two differ."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_versions import VersionKind, Wording
from jobtracker.domain.text import required_text, shortened
from jobtracker.domain.word_diff import Change, diff_words
from jobtracker.services.base import done
from jobtracker.services.letter_steps import LetterService
from jobtracker.services.letter_views import LetterView, view_of
from jobtracker.storage import letter_shelf, letter_templates, letter_versions, letters
from jobtracker.storage.letter_versions import Version

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Against(StrEnum):
    """What a letter can be compared with, where it isn't a version of its own."""

    PREVIOUS = "previous"
    """The last version that was named, exported or sent, else the one it began as."""
    TEMPLATE = "template"
    LAST_TO_COMPANY = "last-to-company"
    """The last other letter to the same company, those that were sent first."""


class Comparison(NamedTuple):
    """Two texts side by side: `changes` in order make `before` without what was added, and
    `after` without what was removed.
    """

    before_name: str
    after_name: str
    changes: tuple[Change, ...]


class At(NamedTuple):
    """A letter as it is, or as a version of it was."""

    letter_id: int
    version: int | None = None


class LetterHistory(LetterService):
    def versions(self, letter_id: int) -> list[Version]:
        """Newest first; each with the reason for which the gate was overridden, if it was."""
        with self._db.read() as session:
            return letter_versions.versions(session, letter_id)

    def wording(self, letter_id: int, number: int) -> Wording:
        """What a version said. Raises NotFoundError."""
        with self._db.read() as session:
            return letter_versions.wording_of(session, letter_id, number)

    def keep_version(self, letter_id: int, name: str) -> Done[int]:
        """Keep the letter as it is under a name; the number of that version."""
        name = required_text(name, "name")
        with self._db.write(f"keep version {shortened(name)}") as tx:
            letters.id_of(tx.session, str(letter_id))
            said = letters.load(tx.session, letter_id).wording
            number = letter_versions.keep(
                tx.session, letter_id, said, self._clock.now(), kind=VersionKind.KEPT, name=name
            )
        return done(number, tx)

    def restore(self, letter_id: int, number: int) -> Done[int]:
        """Make the letter say what a version of it said; that is its next version, or of a sent
        letter the first of a new draft. The id of the letter that says it.
        """
        said = self.wording(letter_id, number)
        return self._change(letter_id, f"restore version {number}", lambda _letter: said)

    def compare(self, letter_id: int, against: Against | int) -> Comparison:
        """The words of a letter beside another text: a version of its own by its number, or what
        `against` names. Values stand filled in, but beside a template, whose fields stay open.

        Raises NotFoundError where there is nothing of the kind.
        """
        with self._db.read() as session:
            view = view_of(session, letter_id, self._clock.today())
            if against is Against.TEMPLATE:
                return _beside_template(session, view)
            if against is Against.LAST_TO_COMPANY:
                return self._beside_last(session, view)
            number = _before(session, view) if against is Against.PREVIOUS else int(against)
            said = letter_versions.wording_of(session, letter_id, number)
        earlier = view.edited(*said)
        return Comparison(
            f"Version {number}", "This letter", diff_words(_text(earlier), _text(view))
        )

    def compare_two(self, before: At, after: At) -> Comparison:
        """The words of two letters, or of versions of them, side by side. Raises NotFoundError."""
        with self._db.read() as session:
            one, other = (self._at(session, place) for place in (before, after))
        return Comparison(one[0], other[0], diff_words(one[1], other[1]))

    def _at(self, session: "Session", place: At) -> tuple[str, str]:
        """Its name and what it says there."""
        view = view_of(session, place.letter_id, self._clock.today())
        if place.version is None:
            return _name(view), _text(view)
        said = letter_versions.wording_of(session, view.id, place.version)
        return f"{_name(view)}, version {place.version}", _text(view.edited(*said))

    def _beside_last(self, session: "Session", view: LetterView) -> Comparison:
        key = letter_shelf.to_same_company(session, view.id)
        if key is None:
            raise NotFoundError(f"There is no other letter to {view.company} to compare with.")
        other = view_of(session, key, self._clock.today())
        return Comparison(_name(other), "This letter", diff_words(_text(other), _text(view)))


def _beside_template(session: "Session", view: LetterView) -> Comparison:
    if view.template_id is None:
        raise NotFoundError("The template of this letter is gone; compare with a version.")
    template = letter_templates.load(session, view.template_id)
    return Comparison(template.name, "This letter", diff_words(template.text, view.text))


def _before(session: "Session", view: LetterView) -> int:
    """The version to look back to: the newest with a name that says something else."""
    listed = letter_versions.versions(session, view.id)
    for version in listed[1:]:
        named = version.kind is not VersionKind.SAVED or version.number == 1
        if named and letter_versions.wording_of(session, view.id, version.number) != view.wording:
            return version.number
    raise NotFoundError("There is no earlier version of this letter yet.")


def _text(view: LetterView) -> str:
    return view.composed().text


def _name(view: LetterView) -> str:
    return f"{view.name}, {view.company}"
