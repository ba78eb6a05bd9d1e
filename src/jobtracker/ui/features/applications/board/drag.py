"""Dragging cards: what travels, the list that takes them, and the board scrolling at its edges."""

import os
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QListView, QScrollBar

from jobtracker.ui.runtime.channel import Channel

MIME = "application/x-jobtracker-application"
TICK_MS = 20
EDGE = 48
"""So near to an edge, in px, a dragged card makes the board scroll."""
STRIDE = 12
OPACITY = 0.6
"""Of the card that travels with the pointer."""


class Drop(NamedTuple):
    """A card let go over a column, at the gap above the card of this row."""

    id: int
    row: int


def packed(application_id: int) -> QMimeData:
    """An application to drag. The process is named: ids mean nothing in another window's file."""
    mime = QMimeData()
    mime.setData(MIME, f"{os.getpid()} {application_id}".encode())
    return mime


def carried(mime: QMimeData) -> int | None:
    """The application that is dragged, or None for anything else."""
    packet = bytes(mime.data(MIME).data()).decode("ascii", "replace")
    process, _, application_id = packet.partition(" ")
    ours = process == str(os.getpid()) and application_id.isdecimal()
    return int(application_id) if ours else None


class DropList(QListView):
    """A list whose cards can be dragged, and that takes others in between its own.

    `gap` is the row at which the card over it would go in, -1 for none; `lifted` the row that is
    being dragged. `dropped` tells where one was let go, `hovering` where it is held, in the
    coordinates of the screen, and None once it is gone, `targeted` whether there is one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gap = -1
        self.lifted = -1
        self.is_target = False
        self.dropped: Channel[Drop] = Channel()
        self.hovering: Channel[QPoint | None] = Channel()
        self.targeted: Channel[bool] = Channel()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(EDGE)

    def step(self) -> int:
        """From the top of one row to that of the next, in px."""
        raise NotImplementedError

    def id_at(self, row: int) -> int | None:
        """Which card stands in a row."""
        raise NotImplementedError

    def startDrag(self, actions: Qt.DropAction) -> None:
        """The card hangs at the pointer, to the left, so that what is under it can be read; Esc
        cancels. Only once it is lifted the card itself fades.
        """
        picture = self._picture()
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(self.selectedIndexes()))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(picture.deviceIndependentSize().width()), 0))
        QTimer.singleShot(0, self, partial(self._lift, self.currentIndex().row()))
        drag.exec(actions, Qt.DropAction.MoveAction)
        self._lift(-1)
        self._over(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the upper and lower edge
        application_id, place = carried(event.mimeData()), event.position().toPoint()
        if application_id is None:
            event.ignore()
            return
        self._over(self._gap_at(place.y(), application_id), target=True)
        self.hovering.put(self.viewport().mapToGlobal(place))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._over(None)
        self.hovering.put(None)

    def dropEvent(self, event: QDropEvent) -> None:
        application_id = carried(event.mimeData())
        row = self.gap
        super().dropEvent(event)  # ends the scrolling; the model itself takes nothing
        self._over(None)
        self.hovering.put(None)
        if application_id is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if row >= 0:
            self.dropped.put(Drop(application_id, row))

    def _picture(self) -> QPixmap:
        """The current card as it travels: one sees through it."""
        card = self.viewport().grab(self.visualRect(self.currentIndex()))
        picture = QPixmap(card.size())
        picture.setDevicePixelRatio(card.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setOpacity(OPACITY)
        painter.drawPixmap(0, 0, card)
        painter.end()
        return picture

    def _lift(self, row: int) -> None:
        self.lifted = row
        self.viewport().update()

    def _gap_at(self, y: int, application_id: int) -> int:
        """The row nearest to this height; none where the card would stay where it is."""
        nearest = round((y + self.verticalOffset()) / self.step())
        row = max(0, min(nearest, self.model().rowCount()))
        home = application_id in (self.id_at(row), self.id_at(row - 1))
        return -1 if home else row

    def _over(self, row: int | None, *, target: bool = False) -> None:
        gap = -1 if row is None else row
        if target != self.is_target:
            self.is_target = target
            self.targeted.put(target)
        if gap != self.gap:
            self.gap = gap
            self.viewport().update()


class EdgeScroller(QObject):
    """Scrolls a bar for as long as a dragged card is held near one of its two ends."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._by = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._scroll)

    def held(self, at: int, length: int) -> None:
        """The card is `at` px of `length`; near an end the bar begins to move."""
        self._by = STRIDE if at > length - EDGE else -STRIDE if at < EDGE else 0
        if not self._by:
            self.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _scroll(self) -> None:
        """A bar that has come to its end needs no timer any more."""
        before = self._bar.value()
        self._bar.setValue(before + self._by)
        if self._bar.value() == before:
            self.stop()
