"""The list of jobs on a page of iCIMS: cards of labelled values, without data for machines."""

from typing import Any, cast

from lxml import etree

from jobtracker.exchange.postings.limits import MOST_POSTINGS, Budget
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.values import line, link

_CARD = "iCIMS_JobCardItem"
_LABELS = {
    "job title": "role",
    "title": "role",
    "job locations": "location",
    "location": "location",
    "job id": "reference",
    "id": "reference",
    "posted date": "posted_on",
    "position type": "employment_type",
    "type": "employment_type",
    "company": "company",
}
_CHUNK = 1 << 16


def stated_cards(source: str, budget: Budget) -> list[Stated]:
    """The jobs of the page's cards, none where it has no such cards."""
    if _CARD not in source:
        return []
    reader = _Cards()
    parser = etree.HTMLParser(target=cast("Any", reader), no_network=True, huge_tree=True)
    for start in range(0, len(source), _CHUNK):
        parser.feed(source[start : start + _CHUNK])
        budget.check()
    parser.close()
    return [Stated(**card) for card in reader.cards[:MOST_POSTINGS] if card.get("role")]


class _Cards:
    """Takes the parser's events: a card begins, a link, a label, the value behind it."""

    def __init__(self) -> None:
        self.cards: list[dict[str, Any]] = []
        self._label = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if _CARD in attributes.get("class", ""):
            self.cards.append({})
            self._label = ""
        elif tag == "a" and self.cards:
            self.cards[-1].setdefault("url", link(attributes.get("href")))

    def end(self, _tag: str) -> None:
        """A card ends where the next begins."""

    def data(self, text: str) -> None:
        words = line(text)
        if not words or not self.cards:
            return
        label = _LABELS.get(words.rstrip(":").lower(), "")
        if label:
            self._label = label
        elif self._label:
            self.cards[-1].setdefault(self._label, words)
            self._label = ""

    def comment(self, _text: str) -> None:
        """Comments are for nobody."""

    def close(self) -> None:
        """All was gathered on the way."""
