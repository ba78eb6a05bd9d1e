"""Where the first of several postings in one text ends: at a rule line with a role below it."""

import re
from itertools import islice

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import lines_of
from jobtracker.exchange.postings.text_roles import bare_role, looks_like_role

_RULE = re.compile(r"^[ \t]*(?:[-–—=_~*#][ \t]?){3,}$", re.MULTILINE)
_AHEAD = 240
_MOST_RULES = 24
_LEAST_LINES = 2
_FIRST_LINES = 3


def first_posting(view: str) -> str:
    """The text up to the first rule line that another role stands below; whole without one."""
    roles = _roles_at_start(view[:_AHEAD])
    for rule in islice(_RULE.finditer(view), _MOST_RULES if roles else 0):
        below = lines_of(view[rule.end() : rule.end() + _AHEAD])
        if len(below) < _LEAST_LINES or below[0].is_bullet or not looks_like_role(below[0].text):
            continue
        if folded(bare_role(below[0].piece).text) not in roles:
            return view[: rule.start()]
    return view


def _roles_at_start(view: str) -> frozenset[str]:
    first = lines_of(view)[:_FIRST_LINES]
    roles = (bare_role(line.piece) for line in first if looks_like_role(line.text))
    return frozenset(folded(role.text) for role in roles)
