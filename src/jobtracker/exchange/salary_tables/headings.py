"""What one heading says: the meaning of its column, and the level, place, currency or period it
names on the way ("London max (£ per year)").
"""

import re
from functools import lru_cache

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import Column
from jobtracker.domain.text import words_of
from jobtracker.exchange.postings.countries import country_named
from jobtracker.exchange.salary_tables import heading_words as words

_WHOLE = (
    ("", words.NO_PAY),
    ("currency", words.CURRENCY),
    ("period", words.PERIOD),
    ("code", words.CODE),
    ("n", words.COUNT),
    ("employment", words.EMPLOYMENT),
    ("rse", words.RSE),
    ("year", words.YEAR),
    ("role", words.ROLE),
    ("level", words.LEVEL),
    ("place", words.CITY),
    ("place", words.STATE),
    ("place", words.COUNTRY),
    ("place", words.REGION),
    ("note", words.WHOSE),
    ("note", words.FAMILY),
)
"""Headings that are nothing but one of these."""
_PARTS = (
    ("rse", words.RSE),
    ("n", words.COUNT),
    ("employment", words.EMPLOYMENT),
)
_LOOSE = (
    ("currency", words.CURRENCY),
    ("role", words.ROLE),
    ("place", words.CITY),
    ("place", words.STATE),
    ("place", words.COUNTRY),
    ("level", words.LEVEL),
    ("code", words.CODE),
    ("year", words.YEAR),
    ("note", words.FAMILY),
    ("place", words.REGION),
)
_ENDS = (("low", words.LOW), ("high", words.HIGH), ("mean", words.MEAN))
_PERIODS = {
    Period.HOUR: re.compile(
        r"(?<!\w)(?:hours?|hourly|hr|hrly|std|\w*stunden?\w*|heures?|horaire|taux horaire|hora|ora"
        r"|uur\w*|ph)(?!\w)"
    ),
    Period.DAY: re.compile(r"(?<!\w)(?:daily|day|day rate|tages\w+|taglich|jour|journalier)(?!\w)"),
    Period.WEEK: re.compile(r"(?<!\w)(?:weekly|week|\w*wochen\w*|hebdomadaire|semanal)(?!\w)"),
    Period.MONTH: re.compile(
        r"(?<!\w)(?:monthly|month|\w*monat\w*|mensuel\w*|mensual|mensile|mois|mese|maand\w*|pm)(?!\w)"
    ),
    Period.YEAR: re.compile(
        r"(?<!\w)(?:yearly|annual|annually|annum|annuel\w*|annuale?|anual|\w*jahres\w+|jahrlich\w*"
        r"|pro jahr|per year|a year|yr|pa|p a|par an|jaar\w*|ral)(?!\w)"
    ),
}
_OF_PAY = re.compile(r"(?<!\w)(?:pay |salary )?(?:band|range|scale)(?!\w)")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_USUAL = words_of(
    "eur usd gbp chf cad aud nzd sek nok dkk pln czk inr jpy huf ron bgn sgd hkd mxn brl zar "
    "ils aed"
)
_NO_CODE_ALONE = frozenset({"ALL", "TOP", "TRY", "CUP", "MOP", "BAM", "SOS", "PEN", "CAD"})
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "$": "USD"}
_NAMED = {"euro": "EUR", "euros": "EUR", "dollars": "USD", "dollar": "USD", "teur": "EUR"}


@lru_cache(maxsize=2048)
def read_heading(index: int, heading: str) -> Column:
    """A column by its heading alone; `meaning` is "" where that says nothing."""
    text = words.plain(heading)
    column = Column(index, heading.strip(), currency=currency_in(heading), period=period_in(text))
    if not text:
        return column
    whole = next((meaning for meaning, known in _WHOLE if known.fullmatch(text)), None)
    if whole is not None:
        return Column(index, heading.strip(), whole)
    meaning = _beside_pay(text) or _figure(text)
    if meaning is not None:
        return _with_rest(column._replace(meaning=meaning), text)
    named = _named_pay(column, text)
    if named is not None:
        return named
    loose = next((meaning for meaning, known in _LOOSE if known.search(text)), "")
    return column._replace(meaning=loose, period=None)


def period_in(text: str) -> Period | None:
    """The period that plain words name, if it is only one."""
    named = [period for period, known in _PERIODS.items() if known.search(text)]
    return named[0] if len(named) == 1 else None


def currency_in(text: str) -> str | None:
    """The currency that a heading or a line names: by its code, its sign or its name."""
    codes = [code for code in _CODE.findall(text) if code in MINOR_DIGITS]
    sure = [code for code in codes if code not in _NO_CODE_ALONE or f"({code})" in text]
    plain = words.plain(text).split()
    sure += [word.upper() for word in plain if word in _USUAL]
    sure += [_NAMED[word] for word in plain if word in _NAMED]
    sure += [code for sign, code in _SIGNS.items() if sign in text]
    return sure[0] if sure else None


def is_thousands(heading: str) -> bool:
    return bool(words.THOUSANDS.search(words.plain(heading)))


def is_unit(heading: str) -> bool:
    """Whether a cell only says in what the figures below it are: "EUR / month"."""
    text = words.plain(heading)
    return bool(text) and (bool(currency_in(heading)) or period_in(text) is not None)


def _beside_pay(text: str) -> str | None:
    """The meaning of what stands beside pay in such tables, None where it may be pay."""
    text = words.LEFT_OUT.sub(" ", text)
    if words.NET.search(text) or words.ADDED_PAY.search(text):
        return "note"
    if words.RSE.search(text) and "mean" not in text:
        return "rse"
    if words.BESIDE.search(text) and not words.PERCENTILE.search(text):
        return "note"
    return next((meaning for meaning, known in _PARTS if known.search(text)), None)


def _figure(text: str) -> str | None:
    found = words.PERCENTILE.search(text)
    if found:
        return "p" + (found["behind"] or found["before"] or found["alone"])
    quantile = next((name for name, known in words.QUANTILES.items() if known.search(text)), None)
    if quantile:
        return quantile
    for meaning, known in _ENDS:
        if known.search(text) and not _is_about_else(known.sub(" ", text)):
            return meaning
    named = words.PAY if words.PAY.search(text) else words.TOTAL_PAY
    is_named = named.search(text) and (named is words.PAY or period_in(text))
    if is_named and not _is_about_else(named.sub(" ", text, count=1)):
        return "pay"
    return None


def _is_about_else(rest: str) -> bool:
    """Whether a heading is about experience, age, dates, ..., only with "minimum" before it."""
    bare = _OF_PAY.sub(" ", rest).strip()
    others = (words.ROLE, words.LEVEL, words.YEAR, words.CODE, words.NO_PAY, words.CURRENCY)
    return bool(bare) and any(known.fullmatch(bare) for known in others)


def _with_rest(column: Column, text: str) -> Column:
    """A figure's column with what else its heading says: a level, a place, a year, other words."""
    if column.meaning in {"note", "rse", "n", "employment"}:
        return column._replace(period=None)
    rest = _rest(text)
    level, year = words.LEVEL_NAME.search(rest), words.YEAR_NAME.search(rest)
    if level:
        return column._replace(level=_as_typed(column.heading, level[0]))
    if year:
        return column._replace(year=year["year"])
    if words.PLACE_NAME.search(rest) or _is_country(rest):
        return column._replace(place=_as_typed(column.heading, rest))
    return column._replace(about=_as_typed(column.heading, rest))


def _named_pay(column: Column, text: str) -> Column | None:
    """A column of one level, year or place, whose heading is nothing but that."""
    bare = _rest(text)
    if words.LEVEL_NAME.fullmatch(bare) or re.fullmatch(r"\d{1,2}", text):
        return column._replace(meaning="pay", level=column.heading)
    year = words.YEAR_NAME.fullmatch(text)
    if year:
        return column._replace(meaning="pay", year=year["year"])
    if words.PLACE_NAME.fullmatch(bare) or _is_country(column.heading):
        return column._replace(meaning="pay", place=column.heading)
    return None


def _rest(text: str) -> str:
    for known in (words.PERCENTILE, *words.QUANTILES.values(), words.THOUSANDS):
        text = known.sub(" ", text)
    kept = [word for word in _without_level(text) if word not in _USUAL and word not in _SIGNS]
    return " ".join(kept)


def _without_level(text: str) -> list[str]:
    """The words that are left when those of pay are gone; a level's are never taken apart."""
    level = words.LEVEL_NAME.search(text)
    before, named, after = (
        (text[: level.start()], level[0], text[level.end() :]) if level else (text, "", "")
    )
    bare = []
    for part in (before, after):
        for known in (words.LOW, words.HIGH, words.MEAN, words.PAY, *_PERIODS.values()):
            part = known.sub(" ", part)  # noqa: PLW2901 - what is left of it
        bare.append(words.FILLERS.sub(" ", part))
    return f"{bare[0]} {named} {bare[1]}".split()


def _as_typed(heading: str, part: str) -> str:
    """The words of a plain text as the heading writes them, where it has them together."""
    typed = re.search(r"[\W_]+".join(map(re.escape, part.split())), heading, re.IGNORECASE)
    return " ".join(typed[0].split()) if typed else part


def _is_country(text: str) -> bool:
    return len(text) > len("USA") and bool(country_named(text))
