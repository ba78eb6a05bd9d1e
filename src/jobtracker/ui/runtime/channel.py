"""A typed wire between a sender and those who listen, without Qt's coercion of values.

PySide6 turns signal arguments into C++ values without a word (`Signal(int)` emits 2**31
as a negative number). A `Channel[T]` hands over the very object that was put.
"""

import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


class Channel(Generic[T]):
    """Calls every receiver, in the order they subscribed, with each value put.

    A receiver lives as long as its owner: the object named, or the QObject whose bound
    method it is. After the owner's C++ side is deleted it is called no more. As with Qt's own
    signals, a receiver that fails stops neither the others nor the sender.
    """

    __slots__ = ("_receivers",)

    def __init__(self) -> None:
        self._receivers: list[tuple[Callable[[T], object], QObject | None]] = []

    def subscribe(
        self, receiver: Callable[[T], object], *, owner: QObject | None = None
    ) -> Callable[[], None]:
        """Listen from now on; calling what is returned stops it."""
        entry = (receiver, owner or owner_of(receiver))
        self._receivers.append(entry)

        def stop() -> None:
            if entry in self._receivers:
                self._receivers.remove(entry)

        return stop

    def put(self, value: T) -> None:
        """Tell everyone who listens; those whose owner is gone are forgotten."""
        self._receivers = [entry for entry in self._receivers if is_alive(entry[1])]
        for receiver, owner in tuple(self._receivers):
            if is_alive(owner):
                guarded(receiver, value)


def guarded(receiver: Callable[[T], object], value: T) -> None:
    """Call it; what it raises goes where Qt sends what a slot raises, and the caller goes on."""
    try:
        receiver(value)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is told by the hook)
        sys.excepthook(type(error), error, error.__traceback__)


def owner_of(receiver: Callable[..., object] | None) -> QObject | None:
    """The QObject a bound method belongs to, or None for any other callable."""
    bound_to = getattr(receiver, "__self__", None)
    return bound_to if isinstance(bound_to, QObject) else None


def is_alive(owner: QObject | None) -> bool:
    """Whether an owner can still be called; nobody's receiver lives for ever."""
    return owner is None or isValid(owner)
