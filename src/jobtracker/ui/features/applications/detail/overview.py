"""The overview of an application: salary, facts, notes, activity."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from jobtracker.ui.features.applications.contract import Shown
from jobtracker.ui.features.applications.detail import record_facts
from jobtracker.ui.features.applications.detail.activity import Activity
from jobtracker.ui.features.applications.detail.add_field import AddField
from jobtracker.ui.features.applications.detail.contract import DetailIntents
from jobtracker.ui.features.applications.detail.facts import Facts, Typed
from jobtracker.ui.features.applications.detail.growing import GrowingField
from jobtracker.ui.features.applications.detail.salary import SalarySection
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.hints import Readers
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.scroll import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jobtracker.domain.applications import ApplicationFields, ApplicationView
    from jobtracker.ui.features.applications.detail.pay_lines import PayStory
    from jobtracker.ui.features.applications.detail.pay_section import PaySection

OWN_FIELD = "A field of your own…"
OWN_NAMED = "A field of your own: "


class Overview(ScrollPane):
    """`edited` tells which field was changed to what; `noted` a line for the activity.

    `opened` carries a link to open, `letter_chosen` a letter's id, `own_field` asks for a new
    field of a person's own, with its name as far as it is known.
    """

    def __init__(self, theme: Theme, readers: Readers, intents: DetailIntents) -> None:
        super().__init__()
        self.edited: Channel[tuple[str, ApplicationFields]] = Channel()
        self.noted: Channel[str] = Channel()
        self.opened: Channel[str] = Channel()
        self.letter_chosen: Channel[int] = Channel()
        self.own_field: Channel[str] = Channel()
        self._theme = theme
        self._readers = readers
        self._intents = intents
        self._id = self._letter = 0
        self._expected = ""
        self.pay_texts: dict[int, str] = {}
        self.salary = SalarySection(theme)
        self.facts = Facts(theme, readers, record_facts.SPECS)
        self.sent = Button("", kind="link")
        self.sent.hide()
        self.add_fact = AddField(theme, "Add a fact", choices=self._addable, only=True)
        self.add_fact.editor.offer_last(self._offer_own)
        self.notes = GrowingField("Notes", placeholder="Anything worth keeping")
        self.notes.setProperty("field", "notes")
        self.activity = Activity(theme, readers)
        self._lay_out()
        self._listen()
        self.inside.hide()  # an empty field says "Not listed": not known before it is filled

    @cached_property
    def pay(self) -> "PaySection":
        """The pay timeline; made once the first one was read."""
        from jobtracker.ui.features.applications.detail.pay_section import PaySection

        made, intents = PaySection(self._theme, self._readers, self.pay_texts), self._intents
        made.typed.subscribe(intents.pay_typed.put, owner=self)
        made.drafted.subscribe(intents.pay_drafted.put, owner=self)
        made.saved.subscribe(intents.pay_saved.put, owner=self)
        made.moved.subscribe(self.show_soon, owner=self)
        made.timeline.removed.subscribe(intents.pay_removed.put, owner=self)
        made.timeline.offer_wanted.subscribe(intents.offer_wanted.put, owner=self)
        made.timeline.field_wanted.subscribe(self.facts.reveal, owner=self)
        self._pay_place.addWidget(made)
        made.follow(self.add_fact.editor)
        return made

    def show_story(self, story: "PayStory") -> None:
        """Show what was named as pay, where that application is still shown."""
        if story.record.id == self._id:
            self.pay.show_story(story)
            self.pay.show()

    def keep_pay(self, application_id: int, text: str) -> None:
        """Keep what was being typed of a figure until its application is shown."""
        self.pay_texts[application_id] = text
        if "pay" in self.__dict__:
            self.pay.show_kept(application_id)

    def prepare(self, view: "ApplicationView", today: date) -> "Iterator[None]":
        """Make what the first application needs, a little at a time."""
        self._add_custom(view)
        values = record_facts.values_of(view)
        yield from self.facts.prepare(name for name, value in values.items() if value.text)
        self.activity.show_activity(view, today, anew=True)
        yield

    def show_application(self, shown: Shown, today: date, *, anew: bool) -> None:
        """Show what is stored; `anew` for another application."""
        view = shown.view
        if view.record.id != self._id:
            self._id = view.record.id
            if "pay" in self.__dict__:
                self.pay.hide()
            self._intents.story_wanted.put(self._id)
        self.salary.show_application(shown)
        self._show_facts(shown)
        self._show_letter(view, today)
        if anew:
            self.notes.document().setModified(False)
            self.add_fact.clear()
            self.verticalScrollBar().setValue(0)
        self.notes.set_value(view.record.notes)
        self.activity.show_activity(view, today, anew=anew)
        self.inside.show()

    def expect_field(self, name: str) -> None:
        """A field that was just made takes the keyboard as soon as it is known here."""
        self._expected = f"{record_facts.CUSTOM}{name.strip()}"

    def commit_all(self) -> None:
        """Store what is being typed, before another application is shown."""
        self.facts.commit_all()
        self.notes.commit()
        self.activity.note.commit()

    def take_activity(self) -> None:
        """Have the activity below the rest again, after it stood elsewhere."""
        self._bottom.addWidget(self.activity)

    def _show_facts(self, shown: Shown) -> None:
        facts, view = self.facts, shown.view
        self._add_custom(view)
        facts.set_choices("profile", [role.title for role in shown.roles])
        facts.set_choices("level", shown.levels)
        facts.show_values(record_facts.values_of(view), view.record.id)
        if self._expected in facts:
            facts.reveal(self._expected)
            self._expected = ""

    def _add_custom(self, view: "ApplicationView") -> None:
        self.facts.add([record_facts.custom_spec(custom) for custom in view.custom])

    def _show_letter(self, view: "ApplicationView", today: date) -> None:
        """The letter that was sent last, as a line that opens it."""
        sent = [letter for letter in view.letters if letter.sent_on is not None]
        self.sent.setVisible(bool(sent))
        if sent:
            newest = max(sent, key=lambda letter: letter.sent_on or today)
            self._letter = newest.id
            self.sent.setText(f"Letter sent: {newest.name}")
            self.sent.setAccessibleName(self.sent.text())

    def _addable(self) -> list[str]:
        return [spec.label for spec in self.facts.hidden()]

    def _add_fact(self, label: str) -> None:
        typed = label.strip().lower()
        known = [self.facts.spec(name) for name in self.facts.shown()] + self.facts.hidden()
        for spec in known:
            if spec.label.lower() == typed:
                self.facts.reveal(spec.name)
                return
        if label == OWN_FIELD:
            self.own_field.put("")
        elif label.startswith(OWN_NAMED):
            self.own_field.put(label.removeprefix(OWN_NAMED))
        elif any(spec.label.lower().startswith(typed) for spec in self.facts.hidden()):
            self.add_fact.refuse(label, "More than one fact begins so. Choose one of the list.")
        else:
            self.own_field.put(label.strip())

    def _offer_own(self, typed: str) -> str:
        """The last thing offered for what is typed: a field of that name."""
        return OWN_NAMED + typed.strip() if typed.strip() else OWN_FIELD

    def _listen(self) -> None:
        self.facts.typed.subscribe(self._typed, owner=self)
        self.facts.acted.subscribe(lambda typed: self.opened.put(typed.text), owner=self)
        self.add_fact.added.subscribe(self._add_fact, owner=self)
        self.sent.clicked.connect(lambda: self.letter_chosen.put(self._letter))
        self.salary.linked.subscribe(
            lambda role: self.edited.put(("profile", {"profile": str(role)})), owner=self
        )
        self.notes.committed.subscribe(
            lambda text: self.edited.put(("notes", {"notes": text})), owner=self
        )
        self.activity.note.committed.subscribe(self._say, owner=self)

    def _typed(self, typed: Typed) -> None:
        spec = self.facts.spec(typed.field)
        fields = record_facts.fields_of(spec, typed.text, self._readers)
        self.edited.put((typed.field, fields))

    def _say(self, text: str) -> None:
        self.activity.note.set_value("")
        self.activity.note.restore()
        if text.strip():
            self.noted.put(text)

    def _lay_out(self) -> None:
        column = self.column
        column.addSpacing(Space.SMALL)
        column.addWidget(self.salary)
        column.addWidget(line())
        column.addWidget(self.facts)
        column.addWidget(self.sent, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.add_fact)
        self._pay_place = QVBoxLayout()
        column.addLayout(self._pay_place)
        column.addWidget(line())
        column.addWidget(PlainLabel("Notes", "strong"))
        column.addWidget(self.notes)
        column.addSpacing(Space.TIGHT)
        self._bottom = QVBoxLayout()
        column.addLayout(self._bottom)
        column.addStretch(1)
        self.take_activity()
