"""The wage files of the U.S. Bureau of Labor Statistics (OEWS), as it publishes them.

Layout and marks are those of the "Field Descriptions" sheet in its files: `*` a wage is not
available, `**` employment is not available, `#` a wage at or above the highest the Bureau states:
$115.00 an hour or $239,200 a year, $100.00 or $208,000 before 2022. ANNUAL and HOURLY mark
occupations for which only one of both is published. Each line gives a row by the year and one by
the hour; where only one is published there is one.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import Column

UNAVAILABLE = frozenset({"*", "**"})
TOP_CODED = "#"
PUBLISHER = "U.S. Bureau of Labor Statistics"
LICENCE = "public domain (work of the U.S. government)"
CURRENCY = "USD"

_WAGES = {"MEAN": "mean", "PCT10": "p10", "PCT25": "p25", "MEDIAN": "p50", "PCT75": "p75",
          "PCT90": "p90"}  # fmt: skip
_MEANINGS = {
    "AREA_TITLE": "place",
    "AREA_NAME": "place",
    "OCC_CODE": "code",
    "OCC_TITLE": "role",
    "TOT_EMP": "employment",
    "EMP_PRSE": "rse",
    "O_GROUP": "note",
    "OCC_GROUP": "note",
    "GROUP": "note",
    "I_GROUP": "note",
    "NAICS_TITLE": "note",
    "MEAN_PRSE": "note",
    "ANNUAL": "note",
    "HOURLY": "note",
}
_PERIODS = {"H": Period.HOUR, "A": Period.YEAR}
_NEEDED = frozenset({"OCC_CODE", "OCC_TITLE", "A_MEDIAN"})
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"oesm(\d\d)(?!\d)", re.IGNORECASE)
_RAISED_IN = 2022
_USUAL = frozenset({("O_GROUP", "detailed"), ("I_GROUP", "cross-industry"),
                    ("NAICS_TITLE", "cross-industry")})  # fmt: skip
_SAID = {
    "ANNUAL": "only pay by the year is published",
    "HOURLY": "only pay by the hour is published",
}


def is_bureau(headings: Sequence[str]) -> bool:
    return {heading.upper() for heading in headings} >= _NEEDED


def bureau_columns(headings: Sequence[str]) -> tuple[Column, ...]:
    return tuple(_column(index, heading) for index, heading in enumerate(headings))


def _column(index: int, heading: str) -> Column:
    name = heading.upper()
    letter, _, wage = name.partition("_")
    if letter in _PERIODS and wage in _WAGES:
        return Column(index, heading, _WAGES[wage], period=_PERIODS[letter], currency=CURRENCY)
    return Column(index, heading, _MEANINGS.get(name, ""))


def bureau_year(file: str, sheet: str) -> str:
    """The year of the estimates by the names the Bureau gives: the file "oesm25st.xlsx", else its
    sheet "state_M2025", else a year in the file's name; "" where there is none.
    """
    short = _SHORT_YEAR.search(file)
    if short:
        return f"20{short[1]}"
    return max(_YEAR.findall(sheet), default="") or max(_YEAR.findall(file), default="")


def top(period: Period, of_year: str) -> tuple[Decimal, str]:
    """The highest wage that the files of a year state, in dollars, and the words for it."""
    is_raised = not of_year or int(of_year) >= _RAISED_IN
    hour, year = ("115.00", "239200") if is_raised else ("100.00", "208000")
    wage = Decimal(hour if period is Period.HOUR else year)
    return wage, f"${hour} an hour or ${int(year):,} a year, or more"


def noted(heading: str, text: str) -> str:
    """What a note column says in words; "" for the usual."""
    name = heading.upper()
    if (name, text.casefold()) in _USUAL:
        return ""
    if name in _SAID:
        return _SAID[name] if text.casefold() == "true" else ""
    if name == "MEAN_PRSE":
        return f"mean wage's RSE {text} %"
    return f"{text} group" if name in {"O_GROUP", "OCC_GROUP", "GROUP"} else text
