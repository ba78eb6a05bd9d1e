"""The hidden menu bar by keyboard: Alt shows it, Alt and a letter or F10 opens a menu."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

Kind = QEvent.Type
ENDS_LISTENING = (
    Kind.KeyPress,
    Kind.KeyRelease,
    Kind.ShortcutOverride,
    Kind.MouseButtonPress,
    Kind.WindowDeactivate,
)


class MenuKeys(QObject):
    """Qt's menu bar hears its keys only while it can be seen; this stands in while it cannot.

    A bar shown by a key goes when it has lost the keyboard, unless `stays` says otherwise.
    The keys work in the middle of the window, so never behind a sheet. Make it once the bar
    has its menus.
    """

    def __init__(self, window: QMainWindow, stays: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.menuBar()
        self._stays = stays
        menus = self._bar.actions()
        self._letters = [self._key(QKeySequence.mnemonic(one.text()), one) for one in menus]
        self._key(QKeySequence(Qt.Key.Key_F10), menus[0])
        self._bar.installEventFilter(self)

    def alt_pressed(self) -> None:
        """Wait for Alt to be let go without anything in between: that asks for the bar."""
        application = QCoreApplication.instance()
        if self._bar.isHidden() and application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar:
            self._follow_bar(event)
        if event.type() in ENDS_LISTENING:
            self._hear(event)
        return False

    def _hear(self, event: QEvent) -> None:
        is_alt = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        released = event.type() == Kind.KeyRelease
        application = QCoreApplication.instance()
        if application is not None and (released or not is_alt):
            application.removeEventFilter(self)
        if is_alt and released and self._bar.isHidden():
            QTimer.singleShot(0, self, self._enter_bar)

    def _follow_bar(self, event: QEvent) -> None:
        if event.type() in (Kind.Show, Kind.Hide):
            for key in self._letters:
                key.setEnabled(event.type() == Kind.Hide)
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not self._stays():
            print("OUT", event.reason(), QApplication.focusWidget())
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self._bar.hide()

    def _enter_bar(self) -> None:
        """Show the bar with its first menu chosen, by playing to it the Alt it did not hear."""
        self._bar.show()
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        focused = QApplication.focusWidget() or self._window
        for kind in (Kind.ShortcutOverride, Kind.KeyRelease):
            alt = QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
            QCoreApplication.sendEvent(focused, alt)

    def _open(self, menu: QAction) -> None:
        if not self._bar.hasFocus():
            self._enter_bar()
        self._bar.setActiveAction(menu)

    def _key(self, keys: QKeySequence, menu: QAction) -> QShortcut:
        made = QShortcut(keys, self._window.centralWidget())
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._open(menu))
        return made
