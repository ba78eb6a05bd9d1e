"""Starts Qt, dresses it and runs the one event loop."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from jobtracker.ui.runtime.after_paint import AfterPaint
from jobtracker.ui.runtime.window_state import WindowState
from jobtracker.ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT, Look, Theme, ThemeChoice

STYLE = ("-style", "fusion")  # named here because asking for it later loads all of QStyle

MORE_OR_LESS = {"more": True, "less": False}


def look_of(state: WindowState) -> Look:
    """What the window's state says about its look; what it cannot mean follows the system."""
    themes: set[str] = set(ThemeChoice)
    motion = MORE_OR_LESS.get(state.motion)
    return Look(
        ThemeChoice(state.theme) if state.theme in themes else ThemeChoice.SYSTEM,
        MORE_OR_LESS.get(state.contrast),
        max(SMALLEST_TEXT, min(LARGEST_TEXT, state.text_size)),
        None if motion is None else not motion,
        state.large_targets,
    )


def prepare(
    resources: Path, look: Look | None = None, *, styled: bool = True
) -> tuple[QApplication, Theme]:
    """The application and its look, made once a process; see `Theme.apply` for `styled`."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else _made()
    app.setApplicationName("jobtracker")
    app.setApplicationDisplayName("Jobtracker")
    app.setDesktopFileName("io.github.jobtracker.jobtracker")
    theme = Theme(resources, look)
    theme.apply(app, styled=styled)
    return app, theme


def _made() -> QApplication:
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    return QApplication([*sys.argv[:1], *STYLE])


def run(
    build_window: Callable[[Theme], QWidget],
    resources: Path,
    look: Look | None = None,
    after_paint: Callable[[QWidget], object] | None = None,
) -> int:
    """Show the window and stay until it is closed; the exit status of Qt.

    `after_paint` gets the window once it stands on the screen: the place for whatever
    must not delay it.
    """
    app, theme = prepare(resources, look, styled=False)
    window = build_window(theme)
    theme.style()
    if after_paint is not None:
        AfterPaint(window, lambda: after_paint(window))
    window.show()
    return app.exec()


def hold_input(begin: Callable[[Callable[[], None]], object]) -> None:
    """Run `begin(done)` and the event loop until it calls `done`: the window is painted and works
    go on, while what a person types or clicks waits and then comes in its order.
    """
    loop = QEventLoop()
    QTimer.singleShot(0, loop, lambda: begin(loop.quit))
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
