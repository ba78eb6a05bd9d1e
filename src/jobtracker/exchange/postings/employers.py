"""Whose posting it is, where its structure does not say: what the board's address calls the
company, in the writing of the posting's own text.

An address alone is no name ("acmeinc"): without the text's writing the company stays empty.
"""

import re
from collections import Counter
from urllib.parse import unquote

_ADDRESSES = (
    r"jobs(?:\.eu)?\.lever\.co/(?P<a>[\w.-]+)",
    r"(?:job-)?boards(?:\.eu)?\.greenhouse\.io/(?P<b>[\w.-]+)",
    r"jobs\.ashbyhq\.com/(?P<c>[^/?#]+)",
    r"(?:jobs|careers)\.smartrecruiters\.com/(?P<d>[\w.-]+)",
    r"apply\.workable\.com/(?!j/)(?P<e>[\w.-]+)",
    r"ats\.rippling\.com/(?:[a-z]{2}-[A-Z]{2}/)?(?P<f>[\w.-]+)",
    r"jobs\.jobvite\.com/(?P<g>[\w.-]+)",
    r"(?:careers?-|jobs-)?(?P<h>[\w-]+)\.(?:(?:icims|bamboohr|recruitee|pinpointhq|workable)\.com/)",
    r"(?P<i>[\w-]+)\.(?:teamtailor\.com|breezy\.hr|jobs\.personio\.(?:de|com))/",
    r"(?P<j>[\w-]+)\.wd\d+\.myworkdayjobs\.com/",
)
_ADDRESS = re.compile(rf"https?://(?:{'|'.join(_ADDRESSES)})")
_ENDING = re.compile(r"(?:inc|llc|ltd|gmbh|ag|careers?|jobs|hq|group|\d+)$", re.IGNORECASE)
JOB_SITES = frozenset(
    {
        "linkedin",
        "indeed",
        "indeed.com",
        "glassdoor",
        "monster",
        "stepstone",
        "xing",
        "ziprecruiter",
    }
    | {"dice", "wellfound", "angellist", "welcome to the jungle", "apec", "hellowork", "jobup.ch"}
    | {"jobs.ch", "karriere.at", "reed.co.uk", "totaljobs", "adzuna", "jooble", "talent.com"}
    | {"france travail", "pôle emploi", "simplyhired", "careerbuilder", "usajobs", "builtin", ""}
)
"""Sites that show the postings of others: such a site's name is no company's."""
_SHORTEST = 3
_LONGEST = 60
_MOST_TEXT = 50_000
_GAP = r"[ .&'’-]?"


def company_of_address(url: str, text: str) -> str:
    """The company that a board's address names, as `text` writes it most often; else ""."""
    found = _ADDRESS.match(url)
    slug = unquote(next(filter(None, found.groups()), "")) if found else ""
    letters = "".join(re.findall(r"[^\W_]+", slug))
    for name in dict.fromkeys((letters, _ENDING.sub("", letters))):
        if _SHORTEST <= len(name) <= _LONGEST and (written := _as_written(name, text)):
            return written
    return ""


def company_of_brand(brand: str, text: str) -> str:
    """The part of a group that hires, where the text says so: "At Acme", "Acme is an equal
    opportunity employer", or a link to its own site.
    """
    if len(brand) < _SHORTEST or len(brand) > _LONGEST:
        return ""
    name, text = re.escape(brand), text[:_MOST_TEXT]
    host = re.escape("".join(re.findall(r"[^\W_]+", brand)).lower())
    says = rf"\b(?:At|at|Bei|Chez) {name}\b|\b{name} is an equal.opportunity|https?://(?:[\w-]+\.)?{host}\."
    return brand if re.search(says, text) else ""


def _as_written(letters: str, text: str) -> str:
    """The commonest writing that begins with a capital: "Kiln & Co" for "kilnandco"."""
    parts = letters.lower().split("and")
    pattern = f"{_GAP}(?:and|&){_GAP}".join(_GAP.join(map(re.escape, part)) for part in parts)
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", text[:_MOST_TEXT], re.IGNORECASE)
    written = Counter(each[0] for each in found if each[0][0].isupper())
    return written.most_common(1)[0][0] if written else ""
