"""Files kept with applications, byte for byte as they were sent or received."""

import os
from datetime import date
from mimetypes import MimeTypes
from pathlib import Path
from types import EllipsisType

from jobtracker.domain.changes import Done
from jobtracker.domain.documents import LARGEST, Document, DocumentKind
from jobtracker.domain.errors import InvalidInputError, UnreadableFileError, WorkspaceError
from jobtracker.domain.facts import fact_from
from jobtracker.domain.file_names import document_name, is_workspace
from jobtracker.domain.text import quoted, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, documents
from jobtracker.storage.files import write_atomically
from jobtracker.storage.plain_words import plain_errors

_UNKNOWN_TYPE = "application/octet-stream"
_OFFICE_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What Python's own table has not, or only where the computer adds it."""
_READ_ITSELF = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""The very file that was chosen: a link put in its place meanwhile is not followed."""


class Documents(Service):
    def add(
        self,
        application_id: int,
        file: Path | tuple[str, bytes],
        kind: str = "",
        sent_on: date | None = None,
    ) -> Done[int]:
        """Keep a file, or bytes under a name, with an application; its id.

        `kind` is a `DocumentKind`, other where it is not said. Raises InvalidInputError for an
        unknown kind or one too large, UnreadableFileError for what is no readable file.
        """
        chosen = _kind(kind)
        typed, content = _read(file) if isinstance(file, Path) else file
        _refuse_large(len(content), typed)
        name = document_name(typed)
        with self._db.write(f"add file {shortened(name)}") as tx:
            applications.id_of(tx.session, str(application_id))
            documents.sweep(tx.session)
            key = documents.store(
                tx.session,
                application_id,
                name,
                chosen,
                _media_type(name),
                content,
                sent_on=sent_on,
                now=self._clock.now(),
            )
        return done(key, tx)

    def edit(
        self,
        document_id: int,
        *,
        name: str | None = None,
        kind: str | None = None,
        sent_on: date | EllipsisType | None = ...,
    ) -> Done[int]:
        """Change what is said of a file; its bytes never change. What is left out stays as it
        is; a day of None says that it was never sent.
        """
        values: dict[str, str | None] = {}
        if name is not None:
            cleaned = document_name(name)
            values |= {"name": cleaned, "media_type": _media_type(cleaned)}
        if kind is not None:
            values["kind"] = _kind(kind)
        if not isinstance(sent_on, EllipsisType):
            values["sent_on"] = sent_on.isoformat() if sent_on else None
        with self._db.write("edit file") as tx:
            document = documents.load(tx.session, document_id)
            tx.label = f"edit file {shortened(document.name)}"
            documents.change(tx.session, document_id, values)
        return done(document_id, tx)

    def remove(self, document_id: int) -> Done[int]:
        """Take a file away; undo brings it back."""
        with self._db.write("delete file") as tx:
            document = documents.load(tx.session, document_id)
            tx.label = f"delete file {shortened(document.name)}"
            documents.remove(tx.session, document_id)
        return done(document_id, tx)

    def get(self, document_id: int) -> Document:
        """Raises NotFoundError where it is gone."""
        with self._db.read() as session:
            return documents.load(session, document_id)

    def contents(self, document_id: int) -> bytes:
        with self._db.read() as session:
            return documents.contents(session, document_id)

    def of(self, application_id: int) -> tuple[Document, ...]:
        """The files of an application, oldest first."""
        with self._db.read() as session:
            applications.id_of(session, str(application_id))
            return documents.of(session, [application_id])[application_id]

    def save_to(self, document_id: int, path: Path, *, replace: bool = False) -> Path:
        """Write a file to disk, into a folder under its own name; where it was written.

        Raises WorkspaceError where a file is in the way, unless `replace` says so.
        """
        document = self.get(document_id)
        target = _inside(path, document.name) if path.is_dir() else path
        if target.exists() and not replace:
            raise WorkspaceError(
                f"There is a file {quoted(target.name)} already; it was left as it is. "
                "Choose another name or folder."
            )
        if not target.parent.is_dir():
            raise WorkspaceError(
                f"There is no folder {quoted(target.parent.name)}; nothing was written. "
                "Make the folder or choose another place."
            )
        with plain_errors(target):
            write_atomically(target, self.contents(document_id))
        return target

    def private_copy(self, document_id: int) -> Path:
        """A copy for the system's programs, which only this person may read and which goes when
        the program ends: what was sent stays as it was sent.
        """
        from jobtracker.system.opened_copies import COPIES

        name = document_name(self.get(document_id).name)
        contents = self.contents(document_id)
        with plain_errors(Path(name)):
            return COPIES.add(contents, name)

    def id_of(self, reference: str) -> int:
        """The id behind a number or a uid; NotFoundError where there is none."""
        with self._db.read() as session:
            return documents.id_of(session, reference)


def _media_type(name: str) -> str:
    """What the name's ending means, the same on every computer."""
    known = MimeTypes().guess_type(name)[0]
    return _OFFICE_TYPES.get(Path(name).suffix.lower()) or known or _UNKNOWN_TYPE


def _kind(typed: str) -> str:
    return fact_from(DocumentKind, typed, "kind") or DocumentKind.OTHER


def _read(file: Path) -> tuple[str, bytes]:
    """The name and the bytes of a file, which is not read where it is too large."""
    if file.is_symlink():
        raise UnreadableFileError(
            f"{quoted(file.name)} is a link to another file; nothing was added. "
            "Choose the file itself."
        )
    if not file.is_file():
        raise UnreadableFileError(
            f"{quoted(file.name)} is no file that can be read; nothing was added. Choose a file."
        )
    if is_workspace(file.name):
        raise UnreadableFileError(
            f"{quoted(file.name)} is a workspace of Jobtracker; nothing was added. "
            "Choose another file, or a backup of it under another name."
        )
    try:
        with os.fdopen(os.open(file, _READ_ITSELF), "rb") as source:
            _refuse_large(os.fstat(source.fileno()).st_size, file.name)
            return file.name, source.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(
            f"{quoted(file.name)} could not be read ({error.strerror}); nothing was added. "
            "Check that you may open it."
        ) from error


def _inside(folder: Path, name: str) -> Path:
    """Where a file of this name comes to lie in a folder: the name is data, and leads nowhere."""
    target = folder / document_name(name)
    if target.parent.resolve() != folder.resolve():
        raise WorkspaceError(
            f"{quoted(name)} would not lie in that folder; nothing was written. Rename the file."
        )
    return target


def _refuse_large(size: int, name: str) -> None:
    if size > LARGEST:
        raise InvalidInputError(
            f"{quoted(name)} is larger than {LARGEST // 1024**2} MB; nothing was added. "
            "Keep a smaller copy of it.",
            field="file",
        )
