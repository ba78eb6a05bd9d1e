"""Markup of our own on the screen."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser


class SafeTextBrowser(QTextBrowser):
    """Shows markup we made ourselves; opens no file and no address, whatever it holds.

    Qt opens a path named in HTML even where `loadResource` answers nothing, so every
    request is answered with an empty picture.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        return QImage(1, 1, QImage.Format.Format_ARGB32)
