"""The role and the company that a page's title names, where its form leaves no doubt."""

import re

from jobtracker.exchange.postings.employers import JOB_SITES

_COUNT = re.compile(r"^\(\d+\+?\)\s*")
"""Unread messages: "(3) Senior Potter | Clay Works | LinkedIn"."""
_OF_A_BOARD = re.compile(r"(?P<company>.{2,80}?) hiring (?P<role>.{2,150}?) in .+")
_FORMS = (
    re.compile(r"Job Application for (?P<role>.{2,150}) at (?P<company>.{2,80})"),
    re.compile(r"(?P<role>.{2,150}?) (?:at|@|bei|chez) (?P<company>[^\W_a-z].{1,79})"),
)
_NO_ROLE = re.compile(
    r"\b(?:jobs?|careers?|work|working|life|positions?|openings?|vacanc(?:y|ies)|stellen\w*"
    r"|karriere|arbeiten|emplois?|carrières?|travailler)\b",
    re.IGNORECASE,
)
_ROLE_AND_COMPANY = 2


def names_in_title(title: str) -> tuple[str, str]:
    """The role and the company; both empty where the title can be read in another way."""
    parts = [part.strip() for part in _COUNT.sub("", title).split(" | ")]
    forms: tuple[re.Pattern[str], ...] = _FORMS
    if len(parts) > 1 and parts[-1].casefold() in JOB_SITES:
        parts.pop()
        if len(parts) == _ROLE_AND_COMPANY:
            return parts[0], parts[1]
        forms = (_OF_A_BOARD, *_FORMS)
    found = next((found for form in forms if (found := form.fullmatch(parts[0]))), None)
    if found is None or _NO_ROLE.search(found["role"]):
        return "", ""
    return found["role"], found["company"]
