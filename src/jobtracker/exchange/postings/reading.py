"""A job posting as people have it: a saved page, the JSON a board serves, or copied text.

Nothing that a page names is fetched, run or kept as HTML: what comes out is plain text.
"""

import re
from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.postings import Posting
from jobtracker.exchange.postings.limits import (
    MAX_CHARACTERS,
    MOST_JSON_VALUES,
    Budget,
    refused,
)

if TYPE_CHECKING:
    from jobtracker.exchange.postings.composing import Composer

_LINKED_DATA = "application/ld+json"
_HALF_CHARACTER = re.compile("[\x00\ud800-\udfff]")


def read_postings(source: str, today: date) -> tuple[Posting, ...]:
    """The postings in a text, told apart by its content: HTML, JSON or plain text; at least one.

    `today` is what "posted 3 days ago" counts from. Raises UnreadableFileError, which says
    what to do instead, for a text that is too long, nested too deep, takes too long or is
    none, and for JSON without a posting.
    """
    if len(source) > MAX_CHARACTERS:
        raise refused(f"The posting has more than {MAX_CHARACTERS:,} characters")
    if _HALF_CHARACTER.search(source):
        raise refused("This is not a text")
    if not source.strip():
        raise refused("There is no text to read", "Copy the posting first.")
    from jobtracker.exchange.html_text import is_html
    from jobtracker.exchange.postings.composing import Composer

    budget = Budget()
    composer = Composer(today, budget)
    start = source.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")) and (found := _of_json(start, composer, budget)):
        return found
    if is_html(source) or _LINKED_DATA in source:
        from jobtracker.exchange.postings.page import read_page

        return read_page(source, composer, budget)
    return (composer.plain(source),)


def _of_json(source: str, composer: "Composer", budget: Budget) -> tuple[Posting, ...]:
    """The postings of a JSON text; none where it is no JSON: "[Remote] Developer wanted"."""
    from jobtracker.exchange.postings.boards import stated_in
    from jobtracker.exchange.postings.linked_data import parsed

    if source.count("{") + source.count("[") > MOST_JSON_VALUES:
        raise refused("This JSON holds more than any list of postings does")
    answer = parsed(source)
    if not isinstance(answer, dict | list):
        return ()
    stated = stated_in(answer, budget)
    if not stated:
        raise refused("This JSON has no job posting that can be told")
    return tuple(map(composer.posting, stated))
