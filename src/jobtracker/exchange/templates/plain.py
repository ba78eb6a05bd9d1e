"""A letter in a text or Markdown file: lines that were only broken to fit are joined again."""

import re

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n){0,60}?---[ \t]*\n")
_WRAPPED = range(50, 101)
"""Signs of a line that an editor or a mail program has broken."""
_OWN_LINE = re.compile(r"[ \t]*(?:[-*+•·][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|>|\|)")


def markdown_of(text: str) -> str:
    """The letter's text, without a Markdown file's front matter."""
    body = _FRONT_MATTER.sub("", text, count=1)
    blocks = re.split(r"\n(?:[ \t]*\n)+", body.strip("\n"))
    return "\n\n".join(_joined(block.split("\n")) for block in blocks).strip()


def _joined(lines: list[str]) -> str:
    if not _is_wrapped(lines):
        return "\n".join(line.rstrip() for line in lines)
    joined = lines[0].strip()
    for line in lines[1:]:
        joined += ("\n" if _OWN_LINE.match(line) else " ") + line.strip()
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    """Whether all lines but the last are full, and none much longer than the others."""
    lengths = [len(line.rstrip()) for line in lines]
    return len(lines) > 1 and all(length in _WRAPPED for length in lengths[:-1])
