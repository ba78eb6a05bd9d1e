"""Where a company sits: its address without its name, and the city that the last line names."""

import re

from jobtracker.domain.text import words_of

_LEGAL_FORM = re.compile(
    r",?\s*(?:gmbh(?: & co\.? kgaa| & co\.? kg)?|ag|se|kg|ug|ohg|e\.? ?v\.|inc\.?|llc|ltd\.?"
    r"|limited|corp\.?|corporation|company|co\.?|plc|s\.?a\.?s?\.?|s\.?a\.?r\.?l\.?|s\.?l\.?(?:u\.?)?"
    r"|b\.?v\.?|n\.?v\.?|s\.?p\.?a\.?|oy|ab|a/s)\s*,?",
    re.IGNORECASE,
)
_LONGEST = 120
_CITY = r"(?P<city>[^\W\d_][^\d,]{1,50}?)"
_SHAPES = tuple(
    re.compile(rf"(?:.*,\s*)?{shape}")
    for shape in (
        # 10115 Berlin, D-10115 Berlin, 110 00 Praha, 00-950 Warszawa, 1012 AB Amsterdam
        rf"(?:[A-Z]{{1,2}}-)?(?:\d{{4,5}}|\d{{3}} \d{{2}}|\d{{2}}-\d{{3}})(?: [A-Z]{{2}})? {_CITY}",
        # London SW1A 1AA
        rf"{_CITY},? [A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}",
        # Austin, TX 78701; Toronto, ON M5V 2T6
        rf"{_CITY},? [A-Z]{{2}} (?:\d{{5}}(?:-\d{{4}})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)",
    )
)
_STREETS = words_of(
    "street st avenue ave road rd drive dr lane ln boulevard blvd parkway pkwy way court ct square"
    " place plaza highway hwy floor suite"
)
"""A line that ends with one of these begins with the number of a house: "1600 Main Street"."""


def without_name(address: str, company: str) -> str:
    """The address without a first line that only says the company's name, with or without its
    legal form ("Acme GmbH"), and without the name before a comma.
    """
    first, _, rest = address.strip().partition("\n")
    named = company.strip().casefold()
    if not named or not first.strip().casefold().startswith(named):
        return address
    after = first.strip()[len(named) :]
    if after.startswith(",") and after.strip(", "):
        return "\n".join(filter(None, (after.strip(", "), rest)))
    only_name = not after or _LEGAL_FORM.fullmatch(after)
    return rest.strip() if only_name else address


def city_of(address: str) -> str:
    """The city in the last line of an address, where a postal code tells it: "10115 Berlin",
    "London SW1A 1AA", "Austin, TX 78701"; else empty.
    """
    last = address.strip().rpartition("\n")[2].strip()
    if len(last) > _LONGEST:
        return ""
    for shape in _SHAPES:
        found = shape.fullmatch(last)
        if found and found["city"].split()[-1].rstrip(".").casefold() not in _STREETS:
            return found["city"]
    return ""
