"""The only place that opens the system's or Qt's own dialogs; none of them blocks."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFileInfo, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileIconProvider,
    QMessageBox,
    QStyle,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


class _NamesOnly(QFileIconProvider):
    """Icons and kinds by what a name says. Qt's own provider looks into files whose ending it does
    not know, the open workspace among them, and closing a file drops the locks that SQLite holds
    on it in this process: a terminal could then delete the log that this window writes to.

    Asked on a thread of Qt's own, so that the icons are made beforehand.
    """

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        is_folder = of.isDir() if isinstance(of, QFileInfo) else of is not self.IconType.File
        return self._folder if is_folder else self._file

    def type(self, of: QFileInfo) -> str:
        return "Folder" if of.isDir() else of.suffix().upper()


def open_file(
    parent: QWidget, title: str, patterns: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for an existing file, `patterns` like "Text (*.txt *.md)"; `then` gets its path."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog, patterns, then)


def save_file(
    parent: QWidget,
    title: str,
    suggested: Path,
    patterns: Sequence[str],
    then: Callable[[Path], object],
) -> QFileDialog:
    """Ask where to save; the system asks before an existing file is replaced."""
    dialog = _dialog(parent, title, suggested.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested.name)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    return _ask(dialog, patterns, then)


def open_folder(
    parent: QWidget, title: str, start: Path, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a folder that is there; `then` gets its path."""
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog, (), then)


def ask_printer(
    parent: QWidget,
    title: str,
    prepare: "Callable[[QPrinter], object]",
    then: "Callable[[QPrinter], object]",
) -> "QPrintDialog":
    """Ask for a printer, which `prepare` sets up first; `then` paints on the one chosen."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: loads the system's printing

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    prepare(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: then(printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def message(parent: QWidget | None, title: str, text: str, detail: str = "") -> QMessageBox:
    """Tell something that cannot stand in its place on a page."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box


def _dialog(parent: QWidget, title: str, folder: Path | None = None) -> QFileDialog:
    """A dialog that lists a folder only once it no longer looks into the files there."""
    dialog = QFileDialog(parent, title, QDir.rootPath())
    provider = _NamesOnly()
    dialog.setIconProvider(provider)
    dialog.destroyed.connect(lambda: provider)  # Qt does not own it
    dialog.setDirectory(str(folder or Path.home()))
    return dialog


def _ask(
    dialog: QFileDialog, patterns: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if patterns:
        dialog.setNameFilters(list(patterns))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
