"""Numbers as tables write them: "$12,780", "€ 52.000,50", "45k", "1 234,5", "12'000", "$90K–$110K".

Which mark is the decimal one is a matter of the whole table, not of one cell: "12.500" alone is
twelve and a half or twelve thousand and five hundred.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, SYMBOLS, WORDS, Sign
from jobtracker.domain.pay import Period, to_major
from jobtracker.domain.pay_text import read_pay

POINT, COMMA = ".", ","
ABSENT = frozenset(
    {"", "-", "–", "—", "--", "n/a", "na", "n.a.", "n. a.", "none", "null", "nan", ".", "..", "...",
     "k.a.", "k. a.", "nd", "n.d.", "s.o.", "x", "?", "tbd", "#n/a", "#n/v"}
)  # fmt: skip
"""How tables write that they have no figure."""

_LONGEST_ABSENT = max(map(len, ABSENT))
_BLANKS = "\u00a0\u202f\u2009\u2007 "
_LONGEST = 80
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,9})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?", re.ASCII)
_NUMBER = re.compile(rf"\d(?:[\d.,'’{_BLANKS}]*\d)?", re.ASCII)
_SHAPE = re.compile(
    rf"""(?P<minus>[-−(])?[{_BLANKS}]*
    (?P<before>[^\d\s.,'’()+\-−–—]{{0,8}})[{_BLANKS}]*
    (?P<number>\d(?:[\d.,'’{_BLANKS}]*\d)?)
    (?:[{_BLANKS}]?(?P<scale>[kK]|[mM]|mn|[lL]|lakhs?|tsd\.?)(?![^\W\d_]))?
    (?P<after>[^\d–—]{{0,40}})\)?""",
    re.VERBOSE,
)
_SCALES = {"k": 1_000, "tsd": 1_000, "m": 1_000_000, "mn": 1_000_000, "l": 100_000, "lakh": 100_000}
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_PERIODS = {
    Period.HOUR: "h hr hrs hour hourly std stunde stundlich heure horaire hora ora uur",
    Period.DAY: "day daily tag taglich jour journalier dia giorno dag diem",
    Period.WEEK: "week weekly wk woche wochentlich semaine semana settimana",
    Period.MONTH: "month monthly mo mon monat monatlich monatsentgelt mois mensuel mensual mes mese"
    " mensile maand pm",
    Period.YEAR: "year yearly yr annual annually annum pa jahr jahrlich jahresgehalt an annuel"
    " annuelle ano anual anno annuo annuale jaar jaarlijks",
}
PERIOD_WORDS = {word: period for period, words in _PERIODS.items() for word in words.split()}
_LETTERS = re.compile(r"[^\W\d_]+")


class Amount(NamedTuple):
    """A cell's money in major units; a single figure is low and high. `currency` is weak where
    its sign belongs to several (a bare "$").
    """

    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    period: Period | None = None
    weak: bool = False


def is_absent(text: str) -> bool:
    return len(text) <= _LONGEST_ABSENT and text.casefold() in ABSENT


def amount(cell: str | float, mark: str) -> Amount | None:
    """The money in a cell that is not absent; None where it is no number and no range."""
    if not isinstance(cell, str):
        value = _of_machine(cell)
        return None if value is None else Amount(value, value)
    return _of_text(cell, mark) if len(cell) <= _LONGEST else None


def count(cell: str | float, mark: str) -> int | None:
    """A whole number in a cell ("1,654,440"), else None."""
    value = number(cell, mark)
    return int(value) if value is not None and value == int(value) else None


def number(cell: str | float, mark: str) -> Decimal | None:
    """A bare number in a cell ("2,5", "0.6 %"), else None."""
    if not isinstance(cell, str):
        return _of_machine(cell)
    text = cell.removesuffix("%").strip(_BLANKS)
    plain = _quick(text, mark)
    if plain is not None:
        return plain
    sign = -1 if text[:1] in {"-", "−"} else 1
    text = text.lstrip("-−+")
    return sign * value if (value := _value(text, mark)) is not None else None


def decimal_mark(cells: Iterable[str], likely: str) -> str:
    """The decimal mark of a table by all of its numbers; `likely` where they leave it open."""
    votes = {POINT: 0, COMMA: 0}
    for cell in cells:
        for found in _NUMBER.findall(cell[:_LONGEST]):
            mark = _own_mark(found)
            if mark:
                votes[mark] += 1
    if votes[POINT] == votes[COMMA]:
        return likely
    return POINT if votes[POINT] > votes[COMMA] else COMMA


def _own_mark(number_text: str) -> str:
    """The decimal mark that this number alone proves, or ""."""
    points, commas = number_text.count(POINT), number_text.count(COMMA)
    if points and commas:
        return POINT if number_text.rfind(POINT) > number_text.rfind(COMMA) else COMMA
    if not points and not commas:
        return ""
    used, other = (POINT, COMMA) if points else (COMMA, POINT)
    if max(points, commas) > 1:
        return other
    whole, _, rest = number_text.partition(used)
    is_grouping = len(rest) == 3 and 0 < len(whole) <= 3 and not whole.startswith("0")  # noqa: PLR2004 - thousands
    return "" if is_grouping else used


def _quick(text: str, mark: str) -> Decimal | None:
    if mark != POINT:
        return Decimal(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None  # noqa: PLR2004
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def _of_machine(cell: float) -> Decimal | None:
    value = Decimal(repr(cell))
    return value if value.is_finite() else None


@lru_cache(maxsize=1 << 15)
def _of_text(text: str, mark: str) -> Amount | None:
    """Remembered, since round figures come again and again."""
    plain = _quick(text, mark)
    if plain is not None:
        return Amount(plain, plain)
    text = text.strip(_BLANKS)
    found = _SHAPE.fullmatch(text)
    single = found and _single(found, mark)
    return single or _range(text, mark)


def _single(found: re.Match[str], mark: str) -> Amount | None:
    value = _value(found["number"], mark)
    sign = _sign(found["before"], found["after"])
    if value is None or sign is None:
        return None
    value *= _SCALES.get((found["scale"] or "").casefold().rstrip("s."), 1)
    if found["minus"]:
        value = -value
    return Amount(value, value, sign.code, _period(found["after"]), sign.assumed or sign.weak)


def _sign(before: str, after: str) -> Sign | None:
    """The currency said before or behind a number; one without a code where none is; None where
    there are words that are neither a currency nor a period.
    """
    said = before.strip(_BLANKS)
    if said:
        return _known_sign(said)
    words = [w for w in re.split(rf"[{_BLANKS}/()*]+|(?<=\w)\.(?!\w)", after) if w]
    signs = [sign for word in words if (sign := _known_sign(word)) is not None]
    others = [w for w in words if _known_sign(w) is None and not _is_period_word(w)]
    if others or len(signs) > 1:
        return None
    return signs[0] if signs else Sign(None)


def _known_sign(word: str) -> Sign | None:
    upper = word.upper()
    if word == upper and word in MINOR_DIGITS:
        return Sign(word)
    return SYMBOLS.get(upper) or WORDS.get(word) or WORDS.get(word.lower()) or WORDS.get(upper)


def _is_period_word(word: str) -> bool:
    bare = word.casefold().strip(".").replace(".", "")
    return bare in {"per", "a", "an", "pro", "par", "por", "al", "p", "je", "brutto", "gross"} or (
        bare in PERIOD_WORDS
    )


def _period(after: str) -> Period | None:
    bare = after.casefold().replace(".", "")
    named = [PERIOD_WORDS[w] for w in _LETTERS.findall(bare) if w in PERIOD_WORDS]
    return named[-1] if named else None


def _value(text: str, mark: str) -> Decimal | None:
    """A number with its grouping checked; None where the marks fit no way of writing one."""
    if not _NUMBER.fullmatch(text):
        return None
    own = _own_mark(text)
    decimal = own if POINT in text and COMMA in text else mark
    whole, _, rest = text.partition(decimal)
    if rest and not rest.isdigit():
        return None
    groups = re.split(rf"[.,'’{_BLANKS}]", whole)
    if len(groups) > 1 and not _is_grouped(groups, whole):
        return None
    digits = "".join(groups)
    if not digits.isdigit() or len(digits) > 15:  # noqa: PLR2004 - more is no pay
        return None
    return Decimal(f"{digits}.{rest[:9]}" if rest else digits)


def _is_grouped(groups: list[str], whole: str) -> bool:
    marks = {char for char in whole if not char.isdigit()}
    alike = len(marks) == 1 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004
    return (alike and 0 < len(groups[0]) <= 3) or bool(_INDIAN.fullmatch(whole))  # noqa: PLR2004


def _range(text: str, mark: str) -> Amount | None:
    """Two ends in one cell, or words around an amount, as a careful reader takes them."""
    if mark == COMMA:
        text = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text)
    pay = read_pay(text).pay
    if pay.low is None and pay.high is None:
        return None
    low, high = (
        None if end is None else to_major(end, pay.currency) for end in (pay.low, pay.high)
    )
    period = None if "period" in pay.assumed else pay.period
    return Amount(low, high, pay.currency, period, "currency" in pay.assumed)
