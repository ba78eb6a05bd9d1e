"""The JSON that job boards serve: each board is told by keys that only its postings have."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jobtracker.exchange.postings import boards_large as large
from jobtracker.exchange.postings import boards_more as more
from jobtracker.exchange.postings.boards_unknown import is_like_a_posting, stated_of_unknown
from jobtracker.exchange.postings.job_posting import stated_of as stated_of_schema
from jobtracker.exchange.postings.limits import MOST_POSTINGS, Budget, refused
from jobtracker.exchange.postings.linked_data import MOST_NODES, Node, job_postings
from jobtracker.exchange.postings.stated import Stated

_DEEPEST = 6
"""Postings lie near the top of an answer; what lies deeper is a part of one."""
Reader = Callable[[Node, Any], Stated]


class _Board(NamedTuple):
    """A posting of the board has all of one of these sets of keys."""

    read: Reader
    keys: tuple[frozenset[str], ...]


def _board(read: Reader, *keys: str) -> _Board:
    return _Board(read, tuple(frozenset(each.split()) for each in keys))


_BOARDS = (
    _board(more.teamtailor, "title _jobposting"),
    _board(large.workday, "jobPostingInfo"),
    _board(large.workday_line, "title externalPath"),
    _board(large.greenhouse, "title absolute_url"),
    _board(large.lever, "text hostedUrl", "text categories lists"),
    _board(large.ashby, "title jobUrl", "title descriptionHtml publishedAt"),
    _board(
        large.smartrecruiters, "name refNumber company", "name releasedDate", "name company jobAd"
    ),
    _board(more.recruitee, "title careers_url", "title employment_type_code company_name"),
    _board(more.workable, "title shortcode"),
    _board(more.bamboohr, "jobOpeningName"),
    _board(more.pinpoint, "title workplace_type compensation_minimum", "title deadline_at path"),
    _board(more.rippling, "name uuid workLocation", "name uuid workLocations"),
    _board(more.paylocity, "JobId JobTitle"),
    _board(more.collected, "title company external_id description"),
)


def stated_in(answer: Any, budget: Budget) -> list[Stated]:
    """The postings of a board's answer, in their order; else what looks like one; else none."""
    known = [read(node, answer) for read, node in _rows(answer, budget, _reader_of)]
    known = known or list(map(stated_of_schema, job_postings(answer, budget)))
    if not known:
        known = [read(node, answer) for read, node in _rows(answer, budget, _unknown_reader)]
    return [stated for stated in known if stated.role]


def _rows(
    answer: Any, budget: Budget, reader_of: Callable[[Node], Reader | None]
) -> Iterator[tuple[Reader, Node]]:
    """The objects that have a reader, in the order they are written, the outermost alone."""
    waiting = [(answer, 0)]
    seen = found = 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if not seen % 1_000:
            budget.check()
        if isinstance(value, dict) and (reader := reader_of(value)):
            found += 1
            yield reader, value
        elif isinstance(value, dict | list) and depth < _DEEPEST:
            inner = value.values() if isinstance(value, dict) else value
            waiting.extend((each, depth + 1) for each in reversed(inner))
        if found > MOST_POSTINGS or seen > MOST_NODES:
            raise refused("The file lists too many postings", "Save the page of one posting.")


def _reader_of(node: Node) -> Reader | None:
    keys = node.keys()
    return next((board.read for board in _BOARDS if any(each <= keys for each in board.keys)), None)


def _unknown_reader(node: Node) -> Reader | None:
    return stated_of_unknown if is_like_a_posting(node) else None
