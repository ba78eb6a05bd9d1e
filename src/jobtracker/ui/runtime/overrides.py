"""No exception leaves a method that Qt calls: the program would not always outlive it.

PySide6 keeps what an overridden method raises until the call from Python that led to it returns.
Meanwhile Qt goes on and calls further methods of ours, and the first use of Qt in one of those
raises the error that is kept, in the middle of what it does: with 6.11.3 that ends the process
(two failing methods below one `grab()` are enough). So each override of ours is given a guard as
its class is made: what it raises goes to `sys.excepthook`, as from a slot, and Qt gets an answer.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

ANSWERED_NO = frozenset(
    {"editorEvent", "event", "eventFilter", "focusNextPrevChild", "helpEvent", "viewportEvent"}
)
"""Asked whether something was done; a method that failed has done nothing."""
ANSWERED_BY_QT = frozenset(
    {
        "columnCount",
        "data",
        "flags",
        "hasHeightForWidth",
        "headerData",
        "heightForWidth",
        "intrinsicSize",
        "minimumSizeHint",
        "pixmap",
        "rowCount",
        "scaledPixmap",
        "sizeHint",
    }
)
"""Asked for a value: what the class that is overridden would say stands in for it."""
PAINTED = frozenset({"drawObject", "initStyleOption", "paint"})


def guard_overrides() -> None:
    """Guard the overrides of every class of Qt's kind that is made from now on."""
    base: Any = QObject.__mro__[1]  # what QObject and those that are none have in common
    if "__init_subclass__" in vars(base):
        return

    def made(kind: type[Any], /, **options: Any) -> None:
        """Python calls it for each new class."""
        super(base, kind).__init_subclass__(**options)
        _guard(kind)

    base.__init_subclass__ = classmethod(made)


def _guard(made: type[Any]) -> None:
    for name, one in tuple(vars(made).items()):
        if type(one) is FunctionType and (answer := _answer_for(name)) is not None:
            setattr(made, name, _guarded(made, one, answer))


Answer = Callable[[type, Any, str, tuple[Any, ...]], Any]


def _answer_for(name: str) -> Answer | None:
    """What Qt is told by a method of this name that failed; None for one that Qt never calls."""
    if name in ANSWERED_NO:
        return _no
    if name in ANSWERED_BY_QT:
        return _of_qt
    return _nothing if name.endswith("Event") or name in PAINTED else None


def _guarded(made: type, override: Callable[..., Any], answer: Answer) -> Callable[..., Any]:
    @wraps(override)
    def guarded_override(self: Any, *args: Any) -> Any:
        try:
            return override(self, *args)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told by the hook)
            sys.excepthook(type(error), error, error.__traceback__)
            return answer(made, self, override.__name__, args)

    return guarded_override


def _no(_made: type, _one: Any, _name: str, _args: tuple[Any, ...]) -> bool:
    return False


def _nothing(_made: type, _one: Any, _name: str, _args: tuple[Any, ...]) -> None:
    return None


def _of_qt(made: type, one: Any, name: str, args: tuple[Any, ...]) -> Any:
    try:
        return getattr(super(made, one), name)(*args)
    except NotImplementedError:  # Qt leaves it to us: no rows, nothing in them
        return 0 if name.endswith("Count") else None
