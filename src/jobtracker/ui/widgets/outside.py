"""The one door out of the program: links and copies of documents, handed to the system."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.file_names import opens_by_itself, shown_name
from jobtracker.domain.outside import Link, look_at
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (560, 300)
NOT_OPENED = "The link was not opened"
ASKED = "Open this link?"
RUNS = (
    "A file of this kind can run programs or lead elsewhere, so Jobtracker does not open it. "
    "It can show you a copy in its folder; what you do with it there is yours to decide."
)


def open_link(theme: Theme, opener: QWidget, text: str, shown: str = "") -> None:
    """Open a page of the web or write a mail; anything else is refused in words.

    Where something about it is doubtful, the whole link is shown first. `shown` is what stood on
    the screen where that was not the link itself.
    """
    try:
        link = look_at(text, shown)
        url = _url(link)
    except InvalidInputError as error:
        _ask(theme, opener, NOT_OPENED, [str(error)])
        return
    if link.doubts:
        lines = [*link.doubts, f"It leads to {link.host}:", link.url]
        _ask(theme, opener, ASKED, lines, "Open", lambda: QDesktopServices.openUrl(url))
    else:
        QDesktopServices.openUrl(url)


def open_copy(theme: Theme, opener: QWidget, copy: Path) -> None:
    """Hand a private copy of a document to the system's program for it. One that may run
    something is shown in its folder instead, where that is wanted.
    """
    if opens_by_itself(copy.name):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
        return
    _ask(
        theme,
        opener,
        "Show this file in its folder?",
        [shown_name(copy.name), RUNS],
        "Show in folder",
        lambda: show_folder(copy.parent),
    )


def show_folder(folder: Path) -> None:
    """Show a folder of the person's own in the system's window for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_window(workspace: Path) -> None:
    """Start Jobtracker on another workspace, in a window and a process of its own.

    Raises JobtrackerError where the system starts none.
    """
    arguments = ["--workspace", str(workspace)]
    if not getattr(sys, "frozen", False):
        arguments = ["-P", "-m", "jobtracker", *arguments]  # never code out of the current folder
    started, _number = QProcess.startDetached(sys.executable, arguments, str(workspace.parent))
    if not started:
        raise JobtrackerError(
            f"No window could be opened for {workspace.name}; nothing was changed; start "
            "Jobtracker with that file."
        )


def _url(link: Link) -> QUrl:
    """The link as Qt reads it, which must be what was looked at."""
    url = QUrl(link.url, QUrl.ParsingMode.StrictMode)
    read = (
        url.path()
        if url.scheme() == "mailto"
        else url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    )
    if not url.isValid() or read.lower().strip("[]") != link.host.lower():
        raise InvalidInputError("The link was not opened. Its site cannot be told.", field="url")
    return url


def _ask(
    theme: Theme,
    opener: QWidget,
    title: str,
    lines: Sequence[str],
    action: str = "",
    run: Callable[[], object] | None = None,
) -> Sheet:
    """A sheet that says these lines; with `action` a button for it stands beside Cancel."""
    sheet = Sheet(theme, opener, title, SIZE)
    sheet.body.setSpacing(Space.SMALL)
    for line in lines:
        sheet.body.addWidget(PlainLabel(line, wrap=True, selectable=True))
    sheet.body.addStretch(1)
    sheet.footer.addStretch(1)
    close = Button("Cancel" if action else "Close", kind="ghost" if action else "secondary")
    close.clicked.connect(sheet.close)
    sheet.footer.addWidget(close)
    sheet.default = close
    if run is not None:
        sheet.default = Button(action, kind="primary")
        sheet.default.clicked.connect(sheet.close)
        sheet.default.clicked.connect(run)
        sheet.footer.addWidget(sheet.default)
    sheet.open(close)
    return sheet
