"""A saved page of a posting: its JSON-LD, Microdata, RDFa, its board's own form, else its text."""

import re

from jobtracker.domain.postings import Posting
from jobtracker.exchange.html_text import read_html
from jobtracker.exchange.postings.boards import stated_in
from jobtracker.exchange.postings.composing import Composer
from jobtracker.exchange.postings.descriptions import lines_as_text
from jobtracker.exchange.postings.icims import stated_cards
from jobtracker.exchange.postings.job_posting import merged, stated_of
from jobtracker.exchange.postings.limits import Budget, refused
from jobtracker.exchange.postings.linked_data import job_postings, parsed
from jobtracker.exchange.postings.marked_up import Marked, read_marks
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.values import line, link

_PAGE_DATA = re.compile(r"\bwindow\.pageData\s*=\s*(?=\{)")


def read_page(source: str, composer: Composer, budget: Budget) -> tuple[Posting, ...]:
    """The postings of an HTML page; raises UnreadableFileError for one without any text."""
    marks = read_marks(source, budget)
    stated = _structured(source, marks, budget)
    if not stated:
        text = _visible(source, budget)
        # a browser saves a board's JSON as a page that shows it
        stated = stated_in(parsed(text), budget) if text.startswith(("{", "[")) else []
    if not stated:
        return (_of_text(text, marks, composer),)
    if len(stated) == 1 and not stated[0].url:
        stated = [stated[0]._replace(url=_address(marks))]
    return tuple(map(composer.posting, stated))


def _structured(source: str, marks: Marked, budget: Budget) -> list[Stated]:
    """The postings of the first kind of structure that has any, completed by the others."""
    linked = [
        stated_of(node) for block in marks.linked for node in job_postings(parsed(block), budget)
    ]
    kinds = [
        _different(each)
        for each in (
            linked,
            [stated_of(node) for node in marks.microdata],
            [stated_of(node) for node in marks.rdfa],
        )
    ]
    first = next((kind for kind in kinds if kind), [])
    for kind in kinds:
        if kind is not first:
            first = [_completed(each, kind) for each in first]
    return first or _of_script(marks, budget) or stated_cards(source, budget)


def _different(postings: list[Stated]) -> list[Stated]:
    """Those with a title, each once: pages repeat a posting's data."""
    return list(dict.fromkeys(each for each in postings if each.role))


def _completed(posting: Stated, others: list[Stated]) -> Stated:
    same = next((each for each in others if each.role == posting.role), None)
    return merged(posting, same) if same else posting


def _of_script(marks: Marked, budget: Budget) -> list[Stated]:
    for script in marks.scripts:
        if start := _PAGE_DATA.search(script):
            return stated_in(parsed(script[start.end() :]), budget)
    return []


def _address(marks: Marked) -> str:
    """The page's own address, as it states it."""
    return link(marks.facts.get("canonical")) or link(marks.facts.get("og:url"))


def _visible(source: str, budget: Budget) -> str:
    """What can be read on a page."""
    text = lines_as_text(read_html(source, budget.left).lines)
    if not text:
        raise refused("The page has no text to read")
    return text


def _of_text(text: str, marks: Marked, composer: Composer) -> Posting:
    """The posting of a page without a structure, with what the page calls itself."""
    title, site = (line(marks.facts.get(key)) for key in ("title", "og:site_name"))
    return composer.plain(text, title=title, url=_address(marks), site=site)
