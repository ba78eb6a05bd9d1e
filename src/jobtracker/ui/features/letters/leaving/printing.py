"""A letter on the printer: the pages are those of the preview and the PDF."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.ui.widgets.printing import print_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog

    from jobtracker.services.letter_exports import PrintJob


def print_letter(parent: QWidget, job: "PrintJob") -> "QPrintDialog":
    """Ask for a printer and print on the one chosen."""
    return print_pages(parent, job.content, job.look, job.title)
