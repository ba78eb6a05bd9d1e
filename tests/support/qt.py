"""What a test that opened a window may not leave behind, and how to draw one for looking at."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def settle() -> None:
    """Deliver what is queued and delete what asked to be deleted."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


MANY = 50_000
"""Objects that may be looked through after a test before those that stay are set apart."""


def windows() -> set[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return set()
    return set(QApplication.topLevelWidgets())


def leftovers(windows_before: set[QWidget]) -> list[str]:
    """A line for each window still alive and each timer still running."""
    settle()
    if windows() - windows_before:
        gc.collect()
        settle()
    found = [f"window {window!r}" for window in windows() - windows_before]
    kinds = _kinds(QTimer)
    things = gc.get_objects()
    running = [one for one in things if type(one) in kinds and isValid(one) and one.isActive()]
    if len(things) > MANY and not running:
        _set_apart()
    return found + [f"running timer of {timer.parent()!r}" for timer in running]


def _set_apart() -> None:
    """What is alive between tests (modules, mostly) is neither collected nor listed any more:
    half a million objects would be looked through after each test, for longer than most take.
    """
    gc.collect()
    gc.freeze()


def _kinds(kind: type) -> set[type]:
    """The class and all that are made from it: asking each object by `isinstance` takes long."""
    return {kind}.union(*(_kinds(one) for one in kind.__subclasses__()))
