"""The start page of a workspace without applications: the ways to begin, as large buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space, Tokens
from jobtracker.ui.widgets.buttons import ENTER, Button, as_cap, native
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

TITLE = "Start your job search"
PROMISE = "Everything stays on this computer. You can change your mind later."
PASTE_KEY, ADD_KEY = "Ctrl+V", "Ctrl+N"
WIDEST = 660
LOGO, ICON = 44, 24
EDGE = 22
STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class StartCard(QAbstractButton):
    """A large button: an icon, a title over a sentence, and the key that does the same."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, key: str = "") -> None:
        super().__init__()
        self.pasted: Channel[None] = Channel()
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self._text = PlainLabel("", "lead", wrap=True)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addWidget(PlainLabel(title, "section", wrap=True))
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, Space.LARGE, EDGE - Space.HAIR, Space.LARGE)
        row.setSpacing(EDGE - Space.HAIR)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        if key:
            row.addWidget(PlainLabel(as_cap(key), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(text)
        theme.changed.subscribe(self._recolour, owner=self)
        self._recolour(theme.tokens)

    def say(self, text: str) -> None:
        """Another sentence below the title."""
        self._text.setText(text)
        self.setAccessibleDescription(text)

    def paste(self) -> None:
        """What Paste in the Edit menu asks of whatever has the keyboard."""
        self.pasted.put(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; the arrows belong to the page."""
        if event.key() in ENTER:
            self.click()
        elif event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown()
        ground = colours.pressed if pressed else colours.raised
        painter.setBrush(colours.hover if self.underMouse() and not pressed else ground)
        ring = self._theme.ring if self.hasFocus() else 1
        painter.setPen(QPen(colours.focus if self.hasFocus() else colours.border_button, ring))
        half = ring / 2
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, Size.RADIUS_CARD, Size.RADIUS_CARD)
        painter.end()

    def _recolour(self, _tokens: Tokens) -> None:
        size = self._theme.px(ICON)
        scale = self.devicePixelRatio()
        icon = self._theme.pixmap(self._icon_name, "accent_text", size, scale)
        self._icon.setPixmap(icon)


class StartPanel(ScrollPane):
    """`paste_wanted`, `sample_wanted` and `add_wanted` tell which way a person begins."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=Space.PAGE)
        self.paste_wanted: Channel[None] = Channel()
        self.sample_wanted: Channel[None] = Channel()
        self.add_wanted: Channel[None] = Channel()
        self._theme = theme
        self.setAccessibleName("Start")
        self.paste_card = StartCard(
            theme,
            "clipboard-paste",
            "Paste a posting",
            f"Copy a job advert and press {as_cap(PASTE_KEY)} here. "
            "Role, company and pay are read for you.",
            PASTE_KEY,
        )
        self.sample_card = StartCard(
            theme,
            "sparkles",
            "Look around with sample data",
            "A made-up search, kept apart from yours. Remove it with one click.",
        )
        self.add_button = Button("", kind="link")
        self.add_button.setProperty("quiet", True)
        self.name_add_key(ADD_KEY)
        self._stops: tuple[QAbstractButton, ...] = (
            self.paste_card,
            self.sample_card,
            self.add_button,
        )
        self._lay_out()
        self._listen()

    def say_sample(self, applications: int, letters: int) -> None:
        """Name what the sample brings, once it is known."""
        self.sample_card.say(
            f"{applications} made-up applications and {letters} letters. "
            "Remove them with one click."
        )

    def name_add_key(self, key: str) -> None:
        """The key that adds by hand, which may have been changed; "" where it has none."""
        press = f"press {as_cap(native(key))}" if key else "choose Add application"
        self.add_button.setText(f"Or start with an empty list and {press} to add by hand.")

    def take_focus(self) -> None:
        self.paste_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard that is given to the page goes to the first way."""
        super().focusInEvent(event)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk from one way to the next, round and round; Ctrl+V pastes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.put(None)
            return
        step = STEPS.get(event.key(), 0)
        places = [at for at, stop in enumerate(self._stops) if stop.hasFocus()]
        if not step or not places:
            super().keyPressEvent(event)
            return
        goal = self._stops[(places[0] + step) % len(self._stops)]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        self.show_whole(goal)

    def _listen(self) -> None:
        self.paste_card.clicked.connect(lambda: self.paste_wanted.put(None))
        self.sample_card.clicked.connect(lambda: self.sample_wanted.put(None))
        self.add_button.clicked.connect(lambda: self.add_wanted.put(None))
        for card in (self.paste_card, self.sample_card):
            card.pasted.subscribe(self.paste_wanted.put, owner=self)

    def _lay_out(self) -> None:
        logo = QLabel()
        logo.setPixmap(self._theme.pixmap("app", "text", LOGO, self.devicePixelRatio()))
        ways = QWidget()
        self._theme.fit(ways.setMaximumWidth, WIDEST)
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, Space.PAGE, 0, Space.PAGE)
        column.setSpacing(0)
        column.addWidget(logo)
        column.addSpacing(Space.LARGE)
        column.addWidget(PlainLabel(TITLE, "display", wrap=True))
        column.addSpacing(Space.SNUG)
        column.addWidget(PlainLabel(PROMISE, "lead", wrap=True))
        column.addSpacing(Space.HUGE - Space.HAIR)
        column.addWidget(self.paste_card)
        column.addSpacing(Space.SMALL + Space.HAIR)
        column.addWidget(self.sample_card)
        column.addSpacing(Space.MEDIUM)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(ways, 1000)
        across.addStretch(1)
        self.column.addStretch(2)
        self.column.addLayout(across)
        self.column.addStretch(3)
