"""From what was pasted or dropped to filled fields: readings, of which the newest wins."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.postings import Posting
from jobtracker.ui.features.adding.contract import LONGEST, Pasted
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.adding.filling import count_words, refilled, values_of
from jobtracker.ui.features.adding.reader import PostingReader
from jobtracker.ui.features.adding.sayings import NO_ROLE_FOUND, readings_of
from jobtracker.ui.features.adding.storing import NEEDED
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.turns import PAUSE_MS

if TYPE_CHECKING:
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.adding.add_sheet import AddSheet

LINK = re.compile(r"(?:https?://|www\.)[^\s<>]+\.[^\s<>]+")
PROPOSED = ("next_action", "due")
"""Filled from the deadline: the text itself does not say them."""
NEVER_FETCHED = (
    "The link is kept",
    "Jobtracker never fetches a link. Copy the text of the posting and paste it here, too.",
)
TOO_LONG = UnreadableFileError(
    f"The text has more than {LONGEST:,} characters; nothing was kept. "
    "Copy the posting alone, without what stands around it."
)
NOTHING_COPIED = ("There is no text on the clipboard", "Copy a posting first, then paste.")


class Intake:
    """Belongs to one sheet at a time. `values` is what the last reading put into the fields,
    `under_way` whether one is awaited; `read_in` tells that it came, or failed. `room_wanted`
    tells the text of a `fresh` posting before it takes the place of what the sheet holds.
    """

    def __init__(self, reader: PostingReader, clock: "Clock") -> None:
        self.read_in: Channel[None] = Channel()
        self.room_wanted: Channel[str] = Channel()
        self.values: Mapping[str, str] = {}
        self.under_way = False
        self._reader = reader
        self._clock = clock
        self._sheet: AddSheet | None = None
        self._postings: Sequence[Posting] = ()
        self._at = 0
        self._said = False
        self._waiting: Callable[[], object] | None = None

    def follow(self, sheet: "AddSheet", draft: Draft) -> None:
        """Serve a sheet that shows a draft, and mark in it what was read."""
        if self._sheet is not sheet:
            self._sheet, self._said = sheet, False
            edit = sheet.side.edit
            edit.pasted.subscribe(self.take, owner=sheet)
            edit.dropped.subscribe(self.take_file, owner=sheet)
            sheet.side.which.chosen.subscribe(self._choose, owner=sheet)
        if self._posting is not None and self._posting.text == draft.posting:
            self._show()
        elif draft.posting.strip():
            self.forget()
            self._read(Pasted(draft.posting), self._recall)

    def leave(self) -> None:
        """The sheet is closed."""
        self._sheet = self._waiting = None
        self.under_way = False

    def forget(self) -> None:
        """What was read belongs to a draft that is gone."""
        self._postings, self._at, self.values = (), 0, {}
        if self._sheet is not None:
            self._sheet.show_no_posting()

    def take(self, pasted: Pasted, *, fresh: bool = False) -> None:
        """Read what was pasted and fill the fields with it."""
        self._waiting = None
        sheet = self._sheet
        if sheet is None:
            return
        text = pasted.text.strip()
        if not text and not pasted.html:
            self._say("info", *NOTHING_COPIED)
        elif LINK.fullmatch(text):
            if fresh and sheet.draft().url not in ("", text):
                self._ask_room(text)
            self._keep_link(text)
        elif text.startswith(("<", "{", "[")):
            self._read(pasted, partial(self._fill, fresh=fresh))
        elif len(text) > LONGEST:
            self._not_read(TOO_LONG)
        else:
            if fresh:
                self._ask_room(pasted.text)
            sheet.side.edit.show_text(pasted.text)
            self._read(pasted, self._fill)

    def take_soon(self, pasted: Pasted, *, fresh: bool = False) -> None:
        """The same for a sheet that was just opened, once it has been painted: to lay out a long
        text takes as long again.
        """
        if pasted.text.strip():
            self._soon(partial(self.take, pasted, fresh=fresh))
        else:
            self.take(pasted)

    def take_file(self, path: Path, *, fresh: bool = False) -> None:
        """The same with the text of a file."""
        sheet, self._waiting = self._sheet, None
        if sheet is not None:
            self._begin()
            take = partial(self.take, fresh=fresh)
            self._reader.read_file(path, take, self._not_read, sheet)

    def origin(self, name: str, draft: Draft) -> bool | None:
        """Whether a field was found in the text; None where none was read, or a person typed."""
        if self._posting is None or name in PROPOSED or name not in self.values:
            return None
        value = draft.value(name)
        if not value:
            return False
        return True if value == self.values[name] else None

    def question(self, name: str, draft: Draft) -> str:
        """What there is to ask about a field that a reading left empty."""
        if self._posting is None or draft.value(name):
            return ""
        if name == "role":
            return NO_ROLE_FOUND
        asked = readings_of(self._posting).get(name)
        return asked[0] if asked else ""

    def clear(self, draft: Draft) -> Draft:
        """The text is gone, and with it what was only read; what was typed stays."""
        left = refilled(draft, self.values, dict.fromkeys(self.values, ""))
        self.forget()
        if self._sheet is not None:
            self._sheet.fill(left)
        return left

    def unanswered(self, draft: Draft) -> dict[str, str]:
        """By field, the dates that can be read two ways and were not chosen."""
        asked = readings_of(self._posting) if self._posting is not None else {}
        return {
            name: f"{question} Choose one, or add again without it."
            for name, (question, _choices) in asked.items()
            if not draft.value(name)
        }

    def _ask_room(self, text: str) -> None:
        """What is said of the draft that makes room stays in sight."""
        self._said = False
        self.room_wanted.put(text)

    @property
    def _posting(self) -> Posting | None:
        return self._postings[self._at] if self._postings else None

    def _keep_link(self, link: str) -> None:
        """A link alone is the application's link."""
        sheet = self._sheet
        assert sheet is not None
        draft = sheet.draft()
        kept = "" if draft.posting.strip() == link else draft.posting
        url = link if "://" in link else f"https://{link}"
        sheet.show_draft(draft._replace(url=url, posting=kept))
        self._say("info", *NEVER_FETCHED)
        self._end()

    def _begin(self) -> None:
        self.under_way = True
        if self._sheet is not None:
            if self._said:
                self._sheet.side.banner.hide()
            self._said = False
            self._sheet.side.show_reading(True)

    def _end(self) -> None:
        self.under_way = False
        if self._sheet is not None:
            self._sheet.side.show_reading(False)
        self.read_in.put(None)

    def _read(self, pasted: Pasted, then: Callable[[Sequence[Posting]], object]) -> None:
        """Not before the text is painted: what reads takes the interpreter from the window."""
        sheet, today = self._sheet, self._clock.today()
        assert sheet is not None
        self._soon(partial(self._reader.read, pasted, today, then, self._not_read, sheet))

    def _soon(self, work: Callable[[], object]) -> None:
        """Do this part of taking something in after the next paint, unless a newer one comes."""

        def go_on() -> None:
            if self._waiting is work:
                self._waiting = None
                work()

        if self._sheet is not None:
            self._begin()
            self._waiting = work
            QTimer.singleShot(PAUSE_MS, self._sheet, go_on)

    def _not_read(self, error: JobtrackerError) -> None:
        happened, _, rest = str(error).partition(". ")
        self._say("danger", f"{happened}." if rest else happened, rest)
        self._end()

    def _say(self, tone: str, title: str, detail: str) -> None:
        """A word above the text about what was pasted last; the next paste takes it away."""
        if self._sheet is not None:
            self._sheet.side.say(tone, title, detail)
            self._said = True

    def _recall(self, postings: Sequence[Posting]) -> None:
        """What was read of a draft that is shown again; its fields stay as they are."""
        self._postings, self._at = postings[:1], 0
        self.values = values_of(postings[0], self._clock.today())
        self._show()
        self._end()

    def _fill(self, postings: Sequence[Posting], *, fresh: bool = False) -> None:
        if len(postings[0].text) > LONGEST:
            self._not_read(TOO_LONG)
            return
        if fresh:
            self._ask_room(postings[0].text)
        self._postings = postings
        self._choose(0)
        self._end()

    def _choose(self, at: int) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        before, self._at = self.values, at
        posting = self._postings[at]
        self.values = values_of(posting, self._clock.today())
        draft = sheet.draft()._replace(posting=posting.text)
        filled = refilled(draft, before, self.values)
        sheet.fill(filled)
        self._show()
        missing = next((name for name in NEEDED if not filled.value(name)), "")
        if missing:
            sheet.form.go_to(missing)

    def _show(self) -> None:
        """Marks, count, and what is to be asked."""
        sheet, posting = self._sheet, self._posting
        if sheet is None or posting is None:
            return
        sheet.side.show_reading(False)
        names = [one.role or one.text[:40] for one in self._postings]
        sheet.side.show_choice(names, self._at)
        sheet.show_posting(posting, self.values, count_words(self.values))
        draft = sheet.draft()
        for name, (_question, choices) in readings_of(posting).items():
            sheet.form.offer(name, () if draft.value(name) else choices)
        sheet.typed.put(draft)
