import sys

from PySide6.QtCore import QObject, Signal

MARGIN = 20


class Probe(QObject):
    flag = Signal(bool)


def counts() -> list[int]:
    return [sys.getrefcount(value) for value in (True, False, None)]


def test_emitting_a_bool_keeps_the_references_to_true_false_and_none() -> None:
    probe = Probe()
    probe.flag.connect(lambda _value: None)
    before = counts()

    for _ in range(100):
        probe.flag.emit(True)
        probe.flag.emit(False)

    assert all(now >= then - MARGIN for then, now in zip(before, counts(), strict=True))


def test_fifty_thousand_void_calls_keep_the_references_to_none() -> None:
    probe = Probe()
    before = sys.getrefcount(None)

    for _ in range(50_000):
        probe.setObjectName("x")

    assert sys.getrefcount(None) >= before - MARGIN
