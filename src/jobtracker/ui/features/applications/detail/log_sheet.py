"""The small form that logs an activity: what it was, on which day, and what was said."""

from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.facts import Channel as Way
from jobtracker.domain.facts import fact_name
from jobtracker.domain.stages import OUTCOMES, STAGES, outcome_name, stage_name
from jobtracker.ui.features.applications.detail.contract import Logged, LogKind
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Form
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.long_text import ExactText
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (560, 416)
TEXT_HEIGHT, TEXT_ALONE = 96, 164
NAMES = {
    LogKind.NOTE: "Note",
    LogKind.RECEIVED: "Message received",
    LogKind.SENT: "Message sent",
    LogKind.CALL: "Call",
    LogKind.OFFER: "Offer",
    LogKind.STAGE: "Stage reached in the past",
    LogKind.OUTCOME: "Ended in the past",
}
NEEDS_TEXT = frozenset({LogKind.NOTE, LogKind.RECEIVED, LogKind.SENT, LogKind.CALL})
WITH_CHANNEL = frozenset({LogKind.RECEIVED, LogKind.SENT})
VALUES = {
    LogKind.STAGE: [(one.value, stage_name(one)) for one in STAGES],
    LogKind.OUTCOME: [(one.value, outcome_name(one)) for one in OUTCOMES],
}


class LogSheet(Sheet):
    """`logged` tells the activity once it is whole; the sheet then closes by `close`."""

    def __init__(
        self, theme: Theme, opener: QWidget, readers: Readers, application_id: int, who: str
    ) -> None:
        super().__init__(theme, opener, "Log activity", SIZE)
        keep_together(self, f"activity/{application_id}")
        self.logged: Channel[Logged] = Channel()
        self._readers = readers
        self.application_id = application_id
        self.title.setText(f"Log activity with {who}")
        self.kind = Choice[LogKind](theme, "Kind")
        self.way = Choice[str](theme, "Channel")
        self.value = Choice[str](theme, "Which")
        self.amount = QLineEdit()
        self.day = QLineEdit("today")
        self.text = ExactText()
        self.form = Form(theme)
        self._fill()
        self._show_kind(LogKind.NOTE)

    def accept(self) -> None:
        """Tell what was logged, or say under its field what is missing."""
        kind = self.kind.value() or LogKind.NOTE
        errors = self._errors(kind)
        self.form.show_errors(errors)
        if errors:
            return
        value = self.amount.text() if kind is LogKind.OFFER else self.value.value() or ""
        way = (self.way.value() or "") if kind in WITH_CHANNEL else ""
        on = self._readers.day(self.day.text(), True)
        text = self.text.toPlainText()
        self.logged.put(Logged(self.application_id, kind, on, text, way, value))

    def show_error(self, field: str, message: str) -> None:
        """Say under a field why it could not be logged."""
        known = {"text": "text", "note": "text", "message": "text", "amount": "amount"}
        self.form.show_errors({known.get(field, "day"): message})

    def _errors(self, kind: LogKind) -> dict[str, str]:
        errors: dict[str, str] = {}
        said = self._readers.applied(self.day.text())
        if said.error:
            errors["day"] = said.error
        amount = self._readers.pay(self.amount.text())
        if kind is LogKind.OFFER and amount.error:
            errors["amount"] = amount.error
        if kind in NEEDS_TEXT and not self.text.toPlainText().strip():
            errors["text"] = "Type what was said or happened."
        return errors

    def _show_kind(self, kind: LogKind) -> None:
        """Show the fields this kind has."""
        self.form.field("way").setVisible(kind in WITH_CHANNEL)
        self.form.field("value").setVisible(kind in VALUES)
        self.form.field("amount").setVisible(kind is LogKind.OFFER)
        alone = kind is LogKind.NOTE or kind is LogKind.CALL
        self.text.setFixedHeight(self._theme.px(TEXT_ALONE if alone else TEXT_HEIGHT))
        if kind in VALUES:
            self.value.set_options(VALUES[kind])
            self.value.set_value(VALUES[kind][0][0])
            self.value.setAccessibleName(NAMES[kind])

    def _fill(self) -> None:
        self.kind.set_options(list(NAMES.items()))
        self.kind.set_value(LogKind.NOTE)
        self.way.set_options([("", "Not said"), *((way.value, fact_name(way)) for way in Way)])
        self.way.set_value("")
        self.text.setTabChangesFocus(True)
        self.day.setPlaceholderText("today, fri, 26 oct")
        self.amount.setPlaceholderText("128000, 65/h")
        form = self.form
        form.add_pair(("kind", "&Kind", self.kind), ("day", "&Day", self.day))
        for name, label, editor in (
            ("way", "C&hannel", self.way),
            ("value", "&Which", self.value),
            ("amount", "&Amount", self.amount),
            ("text", "&Text", self.text),
        ):
            form.add(name, label, editor)
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.default = Button("Log activity", kind="primary")
        self.default.clicked.connect(self.accept)
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.default)
        self.kind.chosen.subscribe(self._show_kind, owner=self)
        self.day.textChanged.connect(self._understand_day)
        self.amount.textChanged.connect(self._understand_amount)
        self._understand_day("today")

    def _understand_day(self, text: str) -> None:
        self.form.field("day").set_hint(self._readers.applied(text).words)

    def _understand_amount(self, text: str) -> None:
        self.form.field("amount").set_hint(self._readers.pay(text).words)
