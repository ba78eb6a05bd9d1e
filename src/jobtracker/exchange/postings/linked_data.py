"""The JSON-LD of a page, and the JobPosting nodes in it however deep they lie.

JSON-LD as sites print it is often no JSON: line breaks inside texts, a comma too many, comment
or CDATA marks around it. What cannot be mended is left out.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from typing import Any

from jobtracker.exchange.postings.limits import Budget, refused

MOST_NODES = 200_000
_MARKS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,80}?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False, parse_float=Decimal)
Node = dict[str, Any]


def parsed(text: str) -> Any:
    """The value that a JSON text holds, None where it is none and cannot be mended.

    Raises UnreadableFileError for one that is nested too deep.
    """
    bare = _MARKS.sub("", text).strip()
    for attempt in (bare, _LAST_COMMA.sub("", bare), _LAST_COMMA.sub("", unescape(bare))):
        try:
            value, _ = _DECODER.raw_decode(attempt)
        except ValueError:
            continue
        except RecursionError:
            raise refused("The JSON is nested too deep") from None
        return value
    return None


def nodes(value: Any, budget: Budget) -> Iterator[Node]:
    """Every object in a JSON value, in the order it is written, outer ones first."""
    waiting = [value]
    seen = 0
    while waiting:
        seen += 1
        if seen > MOST_NODES:
            raise refused("The data of the page has too many parts")
        if not seen % 1_000:
            budget.check()
        current = waiting.pop()
        if isinstance(current, dict):
            yield current
            waiting.extend(reversed(current.values()))
        elif isinstance(current, list):
            waiting.extend(reversed(current))


def is_job_posting(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and re.split(r"[/#:]", kind)[-1].lower() == "jobposting"
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def job_postings(value: Any, budget: Budget) -> list[Node]:
    """The JobPosting nodes of a JSON-LD value, with what they name by @id put in its place."""
    found: list[Node] = []
    named: dict[str, Node] = {}
    for node in nodes(value, budget):
        key = node.get("@id")
        if isinstance(key, str) and len(node) > 1:
            named.setdefault(key, node)
        if is_job_posting(node):
            found.append(node)
    return [_with_named(node, named) for node in found]


def _with_named(node: Node, named: dict[str, Node]) -> Node:
    def whole(value: Any) -> Any:
        if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
            return named.get(value["@id"], value)
        if isinstance(value, list):
            return [whole(each) for each in value[:50] if not isinstance(each, list)]
        return value

    return {key: whole(value) for key, value in node.items()}
