"""Text on the screen. What came from outside is shown as plain text, never as markup."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from jobtracker.ui.theme.tokens import Size


class PlainLabel(QLabel):
    """A label that never reads its text as HTML. `role` is a label role of the style sheet."""

    def __init__(
        self, text: str = "", role: str = "body", *, wrap: bool = False, selectable: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("r", role)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_role(self, role: str) -> None:
        if self.property("r") != role:
            self.setProperty("r", role)
            restyle(self)


class ElidedLabel(PlainLabel):
    """One line that gives way: it may be narrower than its text, which the tooltip keeps."""

    def setText(self, text: str) -> None:
        self._full = text
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def _fit(self) -> None:
        text = " ".join(self._full.split())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setAccessibleName(text)


def plain_tip(text: str) -> str:
    """Text for a tooltip, where Qt would take what looks like HTML for HTML; it shows as typed."""
    if "<" not in text:
        return text
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{plain}</span>"


def line(*, vertical: bool = False) -> QFrame:
    """A 1 px line between panels."""
    made = QFrame()
    made.setProperty("s", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def spacer(*, vertical: bool = False) -> QWidget:
    """An invisible widget that takes the room left over."""
    made = QWidget()
    policy = QSizePolicy.Policy
    if vertical:
        made.setSizePolicy(policy.Minimum, policy.Expanding)
    else:
        made.setSizePolicy(policy.Expanding, policy.Minimum)
    return made


def restyle(widget: QWidget) -> None:
    """Have the style sheet look again after a dynamic property changed; at a widget that was not
    shown yet it looks anyway.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


ICON_SIZE = QSize(Size.ICON, Size.ICON)
ICON_BESIDE_TEXT = QSize(Size.ICON + 4, Size.ICON)
