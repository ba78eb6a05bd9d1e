"""Days as postings write them, in English, German and French.

The order of day and month in figures is never guessed: 03/04/2026 is read where the language
or another date of the text decides, and is told as two days otherwise.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Piece

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner jan janner janvier janv",
            "february feb februar febr fevrier fevr fev",
            "march mar marz maerz mrz mars",
            "april apr avril avr",
            "may mai",
            "june jun juni juin",
            "july jul juli juillet juil",
            "august aug aout",
            "september sept sep septembre",
            "october oct oktober okt octobre",
            "november nov novembre",
            "december dec dezember dez decembre",
        ),
        1,
    )
    for name in names.split()
}
_NAME = (
    r"(?P<{0}>(?i:jan(?:uary|uar|ner|vier|v)?|jän(?:ner)?|f[eé]b(?:ruary|ruar)?|f[eé]v(?:rier|r)?"
    r"|mar(?:ch|s)?|märz|maerz|mrz|apr(?:il)?|avr(?:il)?|may|mai|"
    r"june?|juni|juin|july?|juli|juil(?:let)?|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?"
    r"|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|d[eé][cz](?:ember|embre)?))\.?"
)
_YEAR = r"(?P<{0}>20\d\d)"
_ANY_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<iso>20\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of)?[ ]{{1,2}}{_NAME.format('m1')}"
    rf"(?:,?[ ]{{1,2}}{_YEAR.format('y1')})?(?!\w)"
    rf"|{_NAME.format('m2')}[ ]{{1,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?!\d)(?:,?[ ]{{1,2}}{_YEAR.format('y2')})?(?!\w)"
    rf"|(?P<d4>\d{{1,2}})-(?P<m4>[A-Z][a-z]{{2}})-(?P<y4>20\d\d)(?!\w)"
    r"|(?P<a>\d{1,2})(?P<sep>[/.-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y3>20\d\d|\d\d)(?![\d/-]|\.\d)"
    r"|(?P<ya>20\d\d)[/.](?P<ma>\d{1,2})[/.](?P<da>\d{1,2})(?!\d)"
    r")"
)
_NO_YEAR = re.compile(
    r"(?<![\w/.,-])(?P<a>\d{1,2})(?:(?P<sep>/)(?P<b>\d{1,2})(?![\d/.-])|\.\s?(?P<m>\d{1,2})\.?(?![\d/.,-]))"
    r"(?!\s?(?:%|[hkx€£$]|hours?|hrs?|stunden|jahre|years|ans)(?!\w))"
)
"""A day in figures without its year, which only beside the word of a deadline is one."""
_NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "einem": 1, "einer": 1, "un": 1, "une": 1, "two": 2, "zwei": 2,
    "deux": 2, "three": 3, "drei": 3, "trois": 3, "four": 4, "vier": 4, "quatre": 4,
}  # fmt: skip
_COUNT = (
    r"(?P<{0}>\d{{1,3}}|a|an|one|two|three|four|eine[mr]|zwei|drei|vier|une?|deux|trois|quatre)"
)
_UNIT = (
    r"(?P<{0}>minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w|minuten?|stunden?|tag(?:en?)?|"
    r"wochen?|heures?|jours?|j|semaines?)"
)
_RELATIVE = re.compile(
    rf"(?<!\w){_COUNT.format('n1')}[ ]?{_UNIT.format('u1')} ago\b"
    rf"|\bvor {_COUNT.format('n2')} {_UNIT.format('u2')}\b"
    rf"|\bil y a {_COUNT.format('n3')} {_UNIT.format('u3')}\b"
    r"|\b(?P<now>today|heute|aujourd'hui|just now|just posted|gerade eben|à l'instant|yesterday"
    r"|gestern|hier)\b",
    re.IGNORECASE,
)
_DAY_FIRST, _MONTH_FIRST = "day first", "month first"
_MONTHS_A_YEAR = 12
_NEARBY = timedelta(days=200)


class Day(NamedTuple):
    """A day in the text. `other` is its second reading where its order is not known."""

    span: Piece
    day: date
    other: date | None = None


class Dates(NamedTuple):
    """How the dates of one text are to be read."""

    today: date
    day_first: bool | None

    def within(self, piece: Piece) -> Iterator[Day]:
        """The days the words name, in the order of the text."""
        for found in _ANY_DATE.finditer(piece.text):
            day = self._read(found)
            if day is not None:
                first, second = day
                yield Day(piece.part(found.start(), found.end()), first, second)

    def coming(self, piece: Piece) -> Iterator[Day]:
        """The coming days that figures without a year name: "30/11", "15.12."."""
        for found in _NO_YEAR.finditer(piece.text):
            first, second = int(found["a"]), int(found["b"] or found["m"])
            by_day = self._next(second, first)
            by_month = self._next(first, second) if found["sep"] else None
            if by_day and by_month and self.day_first is not None:
                by_day, by_month = (by_day, None) if self.day_first else (by_month, None)
            day = by_day or by_month
            if day:
                other = by_month if day != by_month else None
                yield Day(piece.part(found.start(), found.end()), day, other)

    def relative(self, piece: Piece) -> Day | None:
        """A day that is counted from today: "3 days ago", "vor 2 Wochen", "aujourd'hui"."""
        found = _RELATIVE.search(piece.text)
        if found is None or piece.text[: found.start()].endswith("+"):
            return None
        days = _days_ago(found)
        when = self.today - timedelta(days=days)
        return Day(piece.part(found.start(), found.end()), when)

    def _read(self, found: re.Match[str]) -> tuple[date, date | None] | None:
        if found["iso"]:
            return _only(_date(*map(int, found["iso"].split("-"))))
        if found["ya"]:
            return _only(_date(int(found["ya"]), int(found["ma"]), int(found["da"])))
        if found["sep"]:
            return self._figures(found)
        name = found["m1"] or found["m2"] or found["m4"]
        month = _MONTHS.get(folded(name))
        if month is None:
            return None
        day = int(found["d1"] or found["d2"] or found["d4"])
        year = found["y1"] or found["y2"] or found["y4"]
        return _only(_date(int(year), month, day) if year else self._nearest(month, day))

    def _figures(self, found: re.Match[str]) -> tuple[date, date | None] | None:
        first, second = int(found["a"]), int(found["b"])
        year = int(found["y3"]) + (0 if len(found["y3"]) == len("2026") else 2000)
        by_day = _date(year, second, first)
        by_month = _date(year, first, second)
        if by_day is None or by_month is None or by_day == by_month:
            return _only(by_day or by_month)
        if self.day_first is not None or found["sep"] == ".":
            is_day_first = self.day_first is not False or found["sep"] == "."
            return by_day if is_day_first else by_month, None
        return by_day, by_month

    def _next(self, month: int, day: int) -> date | None:
        days = (_date(year, month, day) for year in (self.today.year, self.today.year + 1))
        return next((each for each in days if each and each >= self.today), None)

    def _nearest(self, month: int, day: int) -> date | None:
        """The day without a year that lies nearest to today; none where two are as near."""
        years = (self.today.year - 1, self.today.year, self.today.year + 1)
        days = [found for year in years if (found := _date(year, month, day))]
        nearest = min(days, key=lambda each: abs(each - self.today), default=None)
        if nearest is None or abs(nearest - self.today) > _NEARBY:
            return None
        return nearest


def dates_of(view: str, language: str, *, american: bool | None, today: date) -> Dates:
    """How a text's dates are read: by its language, a date that decides, or its country."""
    orders = set()
    for found in _ANY_DATE.finditer(view):
        if found["sep"] in ("/", "-"):
            first, second = int(found["a"]), int(found["b"])
            if first > _MONTHS_A_YEAR >= second:
                orders.add(True)
            elif second > _MONTHS_A_YEAR >= first:
                orders.add(False)
    if len(orders) == 1:
        return Dates(today, orders.pop())
    if language in ("de", "fr"):
        return Dates(today, True)
    return Dates(today, None if american is None else not american)


def _days_ago(found: re.Match[str]) -> int:
    if word := found["now"]:
        return 1 if word.lower() in ("yesterday", "gestern", "hier") else 0
    count = (found["n1"] or found["n2"] or found["n3"]).lower()
    unit = (found["u1"] or found["u2"] or found["u3"]).lower()
    number = int(count) if count.isdigit() else _NUMBER_WORDS[count]
    if unit[0] == "w" or unit.startswith("semaine"):
        return 7 * number
    return number if unit[0] in "dtj" else 0


def _only(day: date | None) -> tuple[date, None] | None:
    return (day, None) if day else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
