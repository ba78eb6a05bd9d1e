"""Letters leaving the app: as files, to the clipboard, to a printer. The gate comes first."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.changes import NOTHING_CHANGED, Changes, Done
from jobtracker.domain.errors import BlockedByGateError, WorkspaceError
from jobtracker.domain.file_names import letter_file_name
from jobtracker.domain.gate import Finding, check, is_open
from jobtracker.domain.letter_addressing import addressees
from jobtracker.domain.letter_versions import Frozen, VersionKind
from jobtracker.domain.letters import MissingStyle
from jobtracker.domain.text import checked_text, quoted
from jobtracker.services.base import Service, done
from jobtracker.services.letter_formats import Format, Source, format_named, pages_of, put_file
from jobtracker.services.letter_gate import Everybody, everybody
from jobtracker.services.letter_pages import content_of, fonts_ready
from jobtracker.services.letter_steps import File, leave, refusal
from jobtracker.services.letter_views import LetterView, view_of
from jobtracker.storage import documents, letter_templates, letter_versions
from jobtracker.storage.plain_words import plain_errors

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.letter_looks import LetterLook

COPIED, PRINTED = "Copied", "Printed"
"""The names of versions that left by the clipboard or on paper although the gate was closed."""


class Exported(NamedTuple):
    """Where a letter went, and the version that was kept with it. `too_long` is the number of its
    pages where it was to fit one and does not even when set smaller, else 0.
    """

    path: Path
    version: int
    too_long: int = 0


class Clip(NamedTuple):
    """A letter for the clipboard, without and with its form."""

    plain: str
    html: str


class PrintJob(NamedTuple):
    """What `typesetting.pages.lay_out` makes the pages of a printer from; `title` names the job."""

    content: "LetterContent"
    look: "LetterLook"
    title: str


class Stayed(NamedTuple):
    """A letter that was not exported, and why, in a sentence."""

    letter_id: int
    name: str
    why: str


class Batch(NamedTuple):
    """What became of many letters; `cancelled` where some were not looked at any more."""

    exported: tuple[Exported, ...]
    stayed: tuple[Stayed, ...]
    cancelled: bool = False


class LetterExports(Service):
    """Raises BlockedByGateError while the gate finds something that blocks, unless `override`
    gives the reason; it is recorded with the version that leaves.
    """

    def export(
        self, letter_id: int, path: Path, *, override: str = "", look: "LetterLook | None" = None
    ) -> Done[Exported]:
        """Write the letter as the file its name's ending asks for, and keep exactly that file
        beside it. `look` dresses it otherwise for this once.
        """
        kind = format_named(path.suffix)
        with self._db.read() as session:
            source = self._source(session, letter_id, look)
            reason = _reason(source.view, everybody(session), override)
        content = kind.write(source)
        with self._db.write("export letter") as tx:
            version = self._keep(tx.session, source.view, path.name, kind, content, reason)
            tx.session.flush()
            _spare(tx.session, path, kind)
            put_file(path, content, kind)
        return done(Exported(path, version, _too_long(source, path)), tx)

    def clip(self, letter_id: int, override: str = "") -> Done[Clip]:
        """The letter to be pasted elsewhere; only an override is kept, as a version."""
        from jobtracker.exchange.letter_text import html_of, text_of

        view, changes, label = self._leave(letter_id, override, COPIED)
        content = content_of(view, MissingStyle.KEEP)
        return Done(Clip(text_of(content), html_of(content)), changes, label)

    def printable(self, letter_id: int, override: str = "") -> Done[PrintJob]:
        """The letter to be printed; only an override is kept, as a version."""
        fonts_ready()
        view, changes, label = self._leave(letter_id, override, PRINTED)
        content = content_of(view, MissingStyle.KEEP)
        return Done(PrintJob(content, view.look, Source(view).title), changes, label)

    def export_many(
        self,
        ids: Sequence[int],
        folder: Path,
        suffix: str,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Done[Batch]:
        """Write each letter that the gate lets pass into a folder, under a name of its own.

        `progress` hears after each letter how many of all are done; `cancelled` is asked before
        each. Every file is whole, and recorded as soon as it is written; all are one step of undo.
        """
        kind = format_named(suffix)
        names = _FreeNames(folder, suffix)
        with self._db.read() as session:
            everyone = everybody(session)
        exported: list[Exported] = []
        stayed: list[Stayed] = []
        touched: dict[str, set[int]] = {}
        run = f"export {self._clock.now().isoformat()}"
        for number, letter_id in enumerate(ids, 1):
            if cancelled():
                break
            with self._db.read() as session:
                source = self._source(session, letter_id)
            try:
                left = self._export_one(source, kind, names, everyone, run)
                exported.append(left.value)
                for topic, keys in left.changes.rows.items():
                    touched.setdefault(topic, set()).update(keys)
            except (BlockedByGateError, WorkspaceError) as error:
                stayed.append(Stayed(letter_id, source.title, str(error)))
            progress(number, len(ids))
        is_cancelled = len(exported) + len(stayed) < len(ids)
        label = f"export {len(exported)} letters" if exported else ""
        changes = Changes({topic: frozenset(keys) for topic, keys in touched.items()})
        return Done(Batch(tuple(exported), tuple(stayed), is_cancelled), changes, label)

    def _export_one(
        self, source: Source, kind: Format, names: "_FreeNames", everyone: Everybody, run: str
    ) -> Done[Exported]:
        _reason(source.view, everyone, "")
        path = names.for_letter(source.view)
        content = kind.write(source)
        with self._db.write("export letters", run=run) as tx:
            version = self._keep(tx.session, source.view, path.name, kind, content, "")
            tx.session.flush()
            put_file(path, content, kind)
        return done(Exported(path, version), tx)

    def _leave(self, letter_id: int, override: str, name: str) -> tuple[LetterView, Changes, str]:
        """The letter past the gate; where it was overridden, a version says why."""
        with self._db.read() as session:
            view = view_of(session, letter_id, self._clock.today())
            reason = _reason(view, everybody(session), override)
        if not reason:
            return view, NOTHING_CHANGED, ""
        with self._db.write(f"{name.lower()} letter") as tx:
            self._keep_version(tx.session, view, name, reason)
        return view, tx.changes, tx.label

    def _source(
        self, session: "Session", letter_id: int, look: "LetterLook | None" = None
    ) -> Source:
        view = view_of(session, letter_id, self._clock.today())
        form = letter_templates.form_of(session, view.template_id) if view.template_id else None
        return Source(view._replace(look=look) if look else view, form)

    def _keep(
        self,
        session: "Session",
        view: LetterView,
        name: str,
        kind: Format,
        content: bytes,
        reason: str,
    ) -> int:
        """Keep exactly what leaves, as a document and a version of the letter; its number. That
        it was sent is said, and logged, by whoever sends it: see `LetterSending.sent`.
        """
        file = File(name, kind.media_type, content)
        return leave(session, view, file, self._clock.now(), reason=reason)

    def _keep_version(
        self,
        session: "Session",
        view: LetterView,
        name: str,
        reason: str,
        document: int | None = None,
    ) -> int:
        frozen = Frozen(view.filling, view.frame)
        return letter_versions.keep(
            session,
            view.id,
            view.wording,
            self._clock.now(),
            kind=VersionKind.EXPORTED,
            name=name,
            leaving=letter_versions.Leaving(document, None, reason, frozen),
        )


def _too_long(source: Source, path: Path) -> int:
    """The pages of a file that was to fit one page; a form is never set smaller."""
    has_pages = path.suffix.lower() == ".pdf" or (
        path.suffix.lower() == ".docx" and source.form is None
    )
    if not (source.view.look.fit and has_pages):
        return 0
    pages = pages_of(source.view)
    return 0 if pages.fitted else pages.count


def _spare(session: "Session", path: Path, kind: Format) -> None:
    """Refuse to put a text file in the place of one that is not kept here: nothing in a text
    file tells whether it is a letter. Raises WorkspaceError.
    """
    if kind.media_type.startswith("text/") and path.is_file():
        with plain_errors(path):
            before = path.read_bytes()
        if not documents.holds(session, before):
            raise WorkspaceError(
                f"{quoted(path.name)} is there already and was not exported from here; it was "
                "left as it is; choose another name."
            )


class _FreeNames:
    """Names for letters in one folder: none that is there already, none twice."""

    def __init__(self, folder: Path, suffix: str) -> None:
        with plain_errors(folder):
            if not folder.is_dir():
                raise WorkspaceError(
                    f"There is no folder {quoted(folder.name)}; nothing was exported; choose "
                    "one that is there."
                )
            self._taken = {path.name.casefold() for path in folder.iterdir()}
        self._folder = folder
        self._ending = suffix.lstrip(".")

    def for_letter(self, view: LetterView) -> Path:
        """A path for it, with a number where another letter has the plain name."""
        name = view.filling.get("your_name", "")
        plain = self._folder / letter_file_name(name, view.company, view.role, self._ending)
        free = next(path for path in _numbered(plain) if path.name.casefold() not in self._taken)
        self._taken.add(free.name.casefold())
        return free


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def check_pages(view: LetterView) -> tuple[Finding, ...]:
    """What only the pages show: more of them than one, and a script that no font of this
    computer has. Hints, at their places in the composed letter. Loads Qt.
    """
    from jobtracker.typesetting.glyphs import unshown

    pages = pages_of(view)
    text = view.composed().text
    found = [
        Finding("script", False, None, text[start:end], start, end, _unshown_words(script))
        for start, end, script in unshown(text, view.look)
    ]
    if pages.count > 1:
        start, end = _second_page(pages.lines(0), pages.lines(1), text)
        words = f"The letter takes {pages.count} pages, and one is what people read. Shorten it"
        advice = "." if view.look.fit else ", or let it be fitted to one page."
        found.append(Finding("pages", False, None, text[start:end], start, end, words + advice))
    return tuple(found)


def _second_page(first: list[str], second: list[str], text: str) -> tuple[int, int]:
    """Where the second page begins in the text, which has signs of markup that pages have not:
    not before as many signs as the first page shows.
    """
    signs = sum(len("".join(line.split())) for line in first)
    seen = (at for at, sign in enumerate(text) if not sign.isspace())
    earliest = next(islice(seen, signs, None), 0)
    words = next(iter(second), "").split()
    for many in range(len(words), 0, -1):
        said = " ".join(words[:many])
        start = text.find(said, earliest)
        if start >= 0:
            return start, start + len(said)
    return len(text), len(text)


def _unshown_words(script: str) -> str:
    return (
        f"No font of this computer has {script}: the letter would show empty boxes. Install a "
        "font for it, or write it otherwise."
    )


def _reason(view: LetterView, everyone: Everybody, override: str) -> str:
    """Why the gate is overridden, "" where it is open. Raises BlockedByGateError."""
    context = everyone.around(
        view.company, view.role, view.language, view.kind, addressees=addressees(view.typed)
    )
    findings = check(view.composed(), context)
    reason = checked_text(override.strip(), "reason")
    if is_open(findings):
        return ""
    if not reason:
        raise refusal(findings)
    return reason
