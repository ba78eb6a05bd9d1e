"""The hidden menu bar by keyboard: Alt shows it, Alt and a letter or F10 opens a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

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

    A bar shown by a key goes with its menu, unless `stays` says otherwise. The keys work in
    the middle of the window, so never behind a sheet. Make it once the bar has its menus.
    """

    def __init__(
        self, window: QMainWindow, menus: Sequence[QMenu], stays: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.menuBar()
        self._stays = stays
        self._first = menus[0].menuAction()
        self._letters: list[QShortcut] = []
        for menu in menus:
            entry = menu.menuAction()
            self._letters.append(self._key(QKeySequence.mnemonic(menu.title()), entry))
            menu.aboutToHide.connect(self._leave_later)
        self._key(QKeySequence(Qt.Key.Key_F10), self._first)
        self._bar.installEventFilter(self)

    def alt_pressed(self) -> None:
        """Wait for Alt to be let go without anything in between: that asks for the menus."""
        application = QCoreApplication.instance()
        if self._bar.isHidden() and application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in (Kind.Show, Kind.Hide):
            for key in self._letters:
                key.setEnabled(event.type() == Kind.Hide)
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
            self._open(self._first)

    def _open(self, entry: QAction) -> None:
        """Show the bar; once it has its place, the menu opens below its name."""
        self._bar.show()
        QTimer.singleShot(0, self, lambda: self._bar.setActiveAction(entry))

    def _leave_later(self) -> None:
        """A menu that closes may make way for the one beside it: that is known afterwards."""
        QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        if QApplication.activePopupWidget() is None and not self._stays():
            self._bar.hide()

    def _key(self, keys: QKeySequence, entry: QAction) -> QShortcut:
        middle = self._window.centralWidget()
        assert middle is not None
        made = QShortcut(keys, middle)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._open(entry))
        return made
