"""Names of employers and agencies in a posting whose company is not known: "Tidepool Robotics".

A name is a run of capitalised words that ends with what the firm does. It is taken for one only
where the text treats it so: something is done by it or at it, or it heads the posting.
"""

import re
from collections.abc import Iterator
from itertools import islice

from jobtracker.domain.text import words_of

_TRADES = """Recruitment Recruiting Recruiters Staffing Robotics Analytics Logistics Software
Accounting Catering Plumbing Roofing Welding Electric Electrical Landscaping Carpentry Masonry
Dental Pharmacy Finance Insurance Marketing Design Photography Translations Translation Education
Training Security Cleaning Farming Baking Travel Media Payments Payroll Engineering Fabrication
Automation Mechanics Refrigeration Heating Cybersecurity Networks Consulting Construction
Animation Games Gaming Biologics Genomics Cardiology Pediatrics Oncology Veterinary Freight
Shipping Tutoring Interiors Glazing Tiling Painting Machining Statistics Publishing
Physiotherapy Optometry Counseling"""
_ANY_TRADE = "|".join(_TRADES.split())
_NAME = re.compile(rf"(?<![\w&-])(?:[A-Z][\w'’-]{{0,30}} (?:& )?){{1,3}}(?:{_ANY_TRADE})(?![\w-])")
_NOT_NAMES = words_of(
    "head vp director manager senior junior lead chief intern internship teacher professor officer"
    " specialist trainee apprentice student principal staff assistant associate the a an our your"
    " experience knowledge skills strong good advanced basic proven certified industrial digital"
    " social mobile cloud data machine deep computer general graduate working must nice required"
    " product graphic commercial residential corporate public network information process test"
    " personal special physical native full online retail international software mechanical"
    " electrical civil structural chemical business content brand email event cost tax financial"
    " management forensic veterinary medical mental health early childhood real mig tig stick"
)
"""Words that a trade's own name or a title begins with: "Industrial Robotics", "VP Marketing"."""
_DOES = re.compile(
    r"['’]s\b|,? (?:Inc|LLC|Ltd|GmbH|AG|Group|Partners)\b|"
    r", (?:an?|the|one of)\b(?! (?:(?:big|huge|strong|real) )?(?:plus|bonus|must|asset|adv))|"
    r" (?:is|are) (?:partnering|hiring|looking|seeking|recruiting|growing|working|currently|proud|"
    r"committed|expanding|an? (?!(?:big |huge )?(?:plus|bonus|must|asset|adv|requirement)))|"
    r" (?:hires?|seeks?|welcomes?|offers?|makes?|builds?|gives?|was|has|have|believes?|provides?|"
    r"employs|serves?|runs?|wants?|invites|values|pays)\b"
)
_AT = re.compile(
    r"(?:\b(?<!good )(?<!great )(?<!skilled )at|\bjoin|\bjoining|\babout|\bbehalf of|\bclient,?|"
    r"\bposted by|\bpartner(?:s|ing)? with|\b(?:company|employer|agency|client):)\s+$",
    re.IGNORECASE,
)
_REACH = 24
"""Characters before a name that are looked at."""
_HEAD = 5
"""Lines of a posting of which one may be nothing but the employer's name."""


def employer_names(text: str) -> Iterator[str]:
    """The names that a posting uses as those of firms, each once; in linear time."""
    seen: set[str] = set()
    head_end = _end_of_head(text)
    for found in _NAME.finditer(text):
        name = found[0]
        if name in seen or name.split()[0].casefold() in _NOT_NAMES:
            continue
        if _is_firm(text, found, head_end):
            seen.add(name)
            yield name


def _is_firm(text: str, found: re.Match[str], head_end: int) -> bool:
    start, end = found.span()
    if _DOES.match(text, end) or _AT.search(text[max(0, start - _REACH) : start]):
        return True
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return alone and end <= head_end


def _end_of_head(text: str) -> int:
    """Where the first lines end that say anything."""
    lines = islice(re.finditer(r"[^\n]*\S[^\n]*", text), _HEAD)
    return max((line.end() for line in lines), default=0)
