"""Pay as a letter says it, in the letter's language."""

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Pay, Period

_NARROW = "\u202f"  # between the thousands of a French number
_NO_BREAK = "\u00a0"
_SIGNS = {"EUR": "€", "USD": "US-$", "GBP": "£"}
_THOUSANDS = {Language.GERMAN: ".", Language.FRENCH: _NARROW, Language.SPANISH: "."}
_PERIODS = {
    Language.GERMAN: {
        Period.HOUR: "pro Stunde",
        Period.DAY: "pro Tag",
        Period.WEEK: "pro Woche",
        Period.MONTH: "im Monat",
        Period.YEAR: "im Jahr",
    },
    Language.FRENCH: {
        Period.HOUR: "de l’heure",
        Period.DAY: "par jour",
        Period.WEEK: "par semaine",
        Period.MONTH: "par mois",
        Period.YEAR: "par an",
    },
    Language.SPANISH: {
        Period.HOUR: "por hora",
        Period.DAY: "al día",
        Period.WEEK: "a la semana",
        Period.MONTH: "al mes",
        Period.YEAR: "al año",
    },
}
_UP_TO = {Language.GERMAN: "bis zu", Language.FRENCH: "jusqu’à", Language.SPANISH: "hasta"}
_FROM = {Language.GERMAN: "ab", Language.FRENCH: "à partir de", Language.SPANISH: "desde"}


def pay_words(pay: Pay, language: Language) -> str:
    """The pay in words: "$120,000 a year", "60.000 – 72.000 € im Jahr"; "" without an amount."""
    if pay.low is None and pay.high is None:
        return ""
    if language is Language.ENGLISH:
        return long_range(pay)
    sign = _SIGNS.get(pay.currency or "", pay.currency or "")
    amounts = f"{_amounts(pay, language)}{_NO_BREAK}{sign}".rstrip(_NO_BREAK)
    period = f" {_PERIODS[language][pay.period]}" if pay.period else ""
    return amounts + period


def _amounts(pay: Pay, language: Language) -> str:
    low, high = (None if end is None else _number(end, pay, language) for end in pay[:2])
    if low is None:
        return f"{_UP_TO[language]} {high}"
    if high is None:
        return f"{_FROM[language]} {low}"
    return low if low == high else f"{low} – {high}"


def _number(minor: int, pay: Pay, language: Language) -> str:
    digits = MINOR_DIGITS.get(pay.currency or "", USUAL_MINOR_DIGITS)
    whole, rest = divmod(abs(minor), 10**digits)
    shown = f"{whole:,}".replace(",", _THOUSANDS[language])
    return f"{shown},{rest:0{digits}}" if rest else shown
