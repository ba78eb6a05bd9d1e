"""Dates as pages print them: whole ones for a day, parts of one for a source's month."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ISO = re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b")
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\s+{_YEAR}\b", re.IGNORECASE)
_DATED_YEAR = re.compile(rf"(?:\b(?:in|as of|for|since)\s+|^){_YEAR}\b", re.IGNORECASE)


def day_in(text: str) -> date | None:
    """The first day `text` names whole: ISO, "August 28, 2025" or "28 August 2025".

    Figures such as 3/4/2025 are a different day in another country, so they name none.
    """
    for pattern in (_ISO, _MONTH_DAY, _DAY_MONTH):
        if found := pattern.search(text):
            try:
                return date(int(found["year"]), _month(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def date_in(text: str) -> str:
    """The day, month or year `text` dates itself by, in ISO ("2024-05"); else empty."""
    if day := day_in(text):
        return day.isoformat()
    if found := _MONTH_YEAR.search(text):
        return f"{found['year']}-{_month(found['month']):02}"
    dated = _DATED_YEAR.search(text)
    return dated["year"] if dated else ""


def _month(text: str) -> int:
    """1 to 12, of a figure or of a name's first three letters."""
    if text.isdigit():
        return int(text)
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(text[:3].lower()))
