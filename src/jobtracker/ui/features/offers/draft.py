"""What has been typed into the offer sheet so far."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.packages import Package
from jobtracker.domain.spelled_packages import spelled, spelled_base, spelled_marks
from jobtracker.ui.features.offers.contract import NO_APPLICATION, Desk, Start

if TYPE_CHECKING:
    from jobtracker.domain.offers import OfferRecord

APPLICATION, BASE, MARKS = "application", "base", "marks"
LABEL, ROUND, RECEIVED, DEADLINE, NOTES = "label", "round", "received_on", "deadline", "notes"
NOTHING: Mapping[str, str] = MappingProxyType({})


class Draft(NamedTuple):
    """`texts` are as typed, by the names of fields; empty ones are left out. `application` is an
    id, or NO_APPLICATION or UNCHOSEN.
    """

    application: int = NO_APPLICATION
    what_if: bool = False
    texts: Mapping[str, str] = NOTHING

    def text(self, name: str) -> str:
        return self.texts.get(name, "")

    def as_text(self) -> str:
        """The draft as JSON, to be kept."""
        return json.dumps([self.application, self.what_if, dict(self.texts)], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Draft | None":
        """A draft that was kept; None for what is none."""
        try:
            application, what_if, texts = json.loads(text)
        except (ValueError, TypeError):
            return None
        if not isinstance(application, int) or not isinstance(texts, dict):
            return None
        kept = {str(name): one for name, one in texts.items() if isinstance(one, str)}
        return cls(application, bool(what_if), kept)


def first_draft(desk: Desk) -> Draft:
    """What the sheet shows before anything is typed."""
    wish, record = desk.wish, desk.record
    if record is not None:
        return _of_record(record, as_what_if=wish.start is Start.COPY)
    application = desk.likely_application()
    texts = {RECEIVED: "" if wish.what_if else "today"}
    if wish.pay is not None:
        texts[BASE] = spelled_base(Package(wish.pay))
    return Draft(application, wish.what_if, _said(texts))


def _of_record(record: "OfferRecord", *, as_what_if: bool) -> Draft:
    package = record.package
    texts = {
        LABEL: "What-if" if as_what_if else record.label,
        ROUND: "" if record.round is None or as_what_if else str(record.round),
        RECEIVED: "" if as_what_if else record.received_on.isoformat(),
        DEADLINE: "" if record.deadline is None or as_what_if else record.deadline.isoformat(),
        BASE: spelled_base(package),
        **spelled(package),
        MARKS: spelled_marks(package),
        NOTES: record.notes,
    }
    what_if = record.what_if or as_what_if
    return Draft(record.application_id or NO_APPLICATION, what_if, _said(texts))


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
