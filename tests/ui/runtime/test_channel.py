from PySide6.QtCore import QObject
from shiboken6 import delete

from jobtracker.ui.runtime.channel import Channel


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, value: int) -> None:
        self.heard.append(value)


def test_a_value_arrives_as_the_very_object_that_was_put() -> None:
    channel: Channel[object] = Channel()
    heard: list[object] = []
    channel.subscribe(heard.append)

    channel.put(2**31)
    channel.put(channel)

    assert heard == [2**31, channel]


def test_whoever_stops_listening_hears_no_more() -> None:
    channel: Channel[int] = Channel()
    heard: list[int] = []
    stop = channel.subscribe(heard.append)
    channel.put(1)

    stop()
    stop()
    channel.put(2)

    assert heard == [1]


def test_a_method_is_forgotten_with_the_object_it_belongs_to() -> None:
    channel: Channel[int] = Channel()
    listener = Listener()
    channel.subscribe(listener.hear)
    channel.put(1)

    delete(listener)
    channel.put(2)

    assert listener.heard == [1]


def test_an_owner_deleted_by_an_earlier_receiver_is_not_called() -> None:
    channel: Channel[int] = Channel()
    owner = QObject()
    heard: list[int] = []
    channel.subscribe(lambda _value: delete(owner))
    channel.subscribe(heard.append, owner=owner)

    channel.put(1)

    assert heard == []
