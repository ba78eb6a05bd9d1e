"""When cyclic garbage is collected: by the interface's thread, in its pauses."""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class GarbageCollector(QObject):
    """Takes over from Python's own collector as long as it lives.

    That one runs on whichever thread happens to allocate. A window that the database lane finds
    unreachable would be destroyed on the lane, and the program would crash or hang with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._collect)

    def _collect(self) -> None:
        collect_what_is_due()


def collect_what_is_due() -> None:
    """What Python's own collector would do by now, on this thread.

    Its rule: the oldest generation whose count is over its threshold, and all younger ones.
    """
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [age for age in range(len(counts)) if counts[age] > thresholds[age]]
    if due:
        gc.collect(due[-1])
