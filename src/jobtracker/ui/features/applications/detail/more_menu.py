"""The rest of what can be done with an application, behind the three dots."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from jobtracker.domain import money
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.asking import Question, ask
from jobtracker.ui.features.applications.contract import Edit, Intents, Shown
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.outside import open_link

if TYPE_CHECKING:
    from jobtracker.domain.applications import Application, ApplicationFields, ApplicationView


class MoreMenu(Menu):
    """Filled anew for the application it opens on. `copy_wanted` asks for a summary."""

    def __init__(self, theme: Theme, opener: QWidget, intents: Intents) -> None:
        super().__init__(opener, "More")
        self.copy_wanted: Channel[None] = Channel()
        self._theme = theme
        self._opener = opener
        self._intents = intents

    def open_for(self, button: QWidget, shown: Shown | None) -> None:
        """Open under a button, for the application that is shown."""
        if shown is not None:
            self.fill(shown.view.record)
            corner = button.rect().bottomRight() - QPoint(self.sizeHint().width(), -Space.HAIR)
            self.popup(button.mapToGlobal(corner))

    def fill(self, record: "Application") -> None:
        self.clear()
        if record.url.strip():
            self.addAction(
                "Open the posting in the browser",
                lambda: open_link(self._theme, self._opener, record.url),
            )
        self.addAction("Copy a summary\tCtrl+Shift+C", lambda: self.copy_wanted.put(None))
        self.addAction("Change company…", lambda: self._ask_company(record))
        self.addSeparator()
        hold = self.addAction("On hold", lambda: self._flag(record, "on_hold"))
        hold.setCheckable(True)
        hold.setChecked(record.on_hold)
        archive = "Take out of the archive" if record.archived else "Archive"
        self.addAction(archive, lambda: self._flag(record, "archived"))
        self.addSeparator()
        self.addAction("Delete\tDel", lambda: self._intents.removed.put(record.id))

    def _flag(self, record: "Application", field: str) -> None:
        fields: ApplicationFields
        if field == "on_hold":
            fields = {"on_hold": not record.on_hold}
        else:
            fields = {"archived": not record.archived}
        self._intents.edited.put(Edit(record.id, field, fields))

    def _ask_company(self, record: "Application") -> None:
        question = Question("Change company", "Company", "Change company", text=record.company)

        def answered(text: str) -> None:
            self._intents.edited.put(Edit(record.id, "company", {"company": text}))

        ask(self._theme, self._opener, question, answered)


def summary_of(view: "ApplicationView") -> str:
    """An application in a few lines, to paste into a message."""
    record = view.record
    standing = words.standing_name((record.outcome or record.stage).value)
    since = days.full_day(record.closed_on or record.since)
    lines = [
        f"{record.role} at {record.company}",
        ", ".join(
            filter(None, (record.location, record.country, words.choice_words(record.work_mode)))
        ),
        f"{standing} since {since}",
        f"Applied on {days.full_day(record.applied_on)}" if record.applied_on else "",
        f"Pay: {money.long_range(record.pay)}" if record.pay.low or record.pay.high else "",
        _next_words(record),
        record.url,
    ]
    return "\n".join(line for line in lines if line)


def _next_words(record: "Application") -> str:
    if not (record.next_action or record.next_action_on):
        return ""
    day = days.full_day(record.next_action_on) if record.next_action_on else ""
    return f"Next: {', '.join(filter(None, (record.next_action, day)))}"
