"""The only place that opens the system's or Qt's own dialogs; none of them blocks."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


def open_file(
    parent: QWidget, title: str, patterns: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for an existing file, `patterns` like "Text (*.txt *.md)"; `then` gets its path."""
    dialog = QFileDialog(parent, title)
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
    dialog = QFileDialog(parent, title, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested.name)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    return _ask(dialog, patterns, then)


def open_folder(
    parent: QWidget, title: str, start: Path, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a folder that is there; `then` gets its path."""
    dialog = QFileDialog(parent, title, str(start))
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


def _ask(
    dialog: QFileDialog, patterns: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if patterns:
        dialog.setNameFilters(list(patterns))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog
