r"""What a LaTeX letter says about itself outside its text: sender, recipient, date, subject.

The classes `letter`, `scrlttr2` and `moderncv` take these as settings, mostly before the document
begins, and set them where they belong. Here they are put there as text, still in LaTeX.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_BODY = re.compile(r"\\begin\{document\}(.*?)(?:\\end\{document\}|\Z)", re.DOTALL)
_SENDER = re.compile(
    r"\\(setkomavar\*?[ \t]*\{[A-Za-z]{1,40}\}|name|address|phone|mobile|email|homepage|signature"
    r")[ \t]*(?:\[[^\[\]\n]{0,200}\][ \t]*)?(?=\{)"
)
_TITLE = re.compile(
    r"\\(?:recipient|date|subject|opening|closing|encl|enclosure)[ \t]*"
    r"(?:\[[^\[\]\n]{0,200}\][ \t]*)?(?=\{)"
)
_MORE = re.compile(r"[ \t\n%]*(?=\{)")
_OPENING = re.compile(r"\\opening(?![A-Za-z])")
_ORDER = (
    *("fromname", "name", "fromaddress", "address", "fromphone", "phone", "mobile"),
    *("fromemail", "email", "fromurl", "homepage"),
)
_LINE_BREAK = "\\\\\n"


class LatexLetter(NamedTuple):
    """The text of a letter with its head, and what it is signed with; both are LaTeX."""

    text: str
    signature: str


def group_at(text: str, start: int) -> tuple[str, int]:
    """What stands in the braces that open at `start`, and the place behind them.

    Without braces it is the next sign; a brace that is never closed reaches to the end.
    """
    if start >= len(text) or text[start] != "{":
        return text[start : start + 1], start + 1
    depth = 0
    for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, start):
        depth += (found[0] == "{") - (found[0] == "}")
        if not depth:
            return text[start + 1 : found.start()], found.end()
    return text[start + 1 :], len(text)


def with_head(source: str) -> LatexLetter:
    """The letter of a LaTeX file (its comments gone) with its settings where they are shown."""
    said, rest = _settings(source)
    found = _BODY.search(rest)
    if not found:
        return LatexLetter(_joined(_sender(said), rest), _signature(said))
    text = found[1]
    titles = _titles(rest[: found.start()])
    own = [f"\\{name}{{{said[name]}}}" for name in ("date", "subject") if said.get(name)]
    opening = _OPENING.search(text)
    place = opening.start() if opening else 0
    text = _joined(text[:place], *own, text[place:])
    return LatexLetter(_joined(_sender(said), *titles, text), _signature(said))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _settings(source: str) -> tuple[Mapping[str, str], str]:
    """The sender's settings by name, and the source without them."""
    said: dict[str, str] = {}
    rest: list[str] = []
    position = 0
    for found in _SENDER.finditer(source):
        if found.start() < position:
            continue
        rest.append(source[position : found.start()])
        name = found[1].partition("{")[2].rstrip("}") or found[1]
        values, position = _arguments(source, found.end(), 1 if "{" in found[1] else 3)
        said[name] = (" " if name == "name" else _LINE_BREAK).join(filter(str.strip, values))
    return said, "".join((*rest, source[position:]))


def _arguments(source: str, position: int, most: int) -> tuple[list[str], int]:
    values: list[str] = []
    while len(values) < most and (more := _MORE.match(source, position)):
        value, position = group_at(source, more.end())
        values.append(value)
    return values, position


def _sender(said: Mapping[str, str]) -> str:
    return _LINE_BREAK.join(said[name] for name in _ORDER if said.get(name))


def _signature(said: Mapping[str, str]) -> str:
    return next((said[one] for one in ("signature", "fromname", "name") if said.get(one)), "")


def _titles(preamble: str) -> list[str]:
    """The settings of a letter's head and end that stand before the document, as they are."""
    return [
        preamble[found.start() : _arguments(preamble, found.end(), 3)[1]]
        for found in _TITLE.finditer(preamble)
    ]
