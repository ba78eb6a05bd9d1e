"""Salary figures in sentences and tables: which level, which experience, which statistic."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_text import PayMention, find_pay, read_pay
from jobtracker.exchange.page_dates import date_in
from jobtracker.exchange.page_lines import Line
from jobtracker.exchange.profile_records import SalaryFigure

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“'(]?[A-Z\d])")
_WAGE_WORD = re.compile(
    r"\b(?:earn|salar|paid\b|pay(?:s|ing)?\b|wage|compensation|make(?:s)?\b|income)", re.IGNORECASE
)
_LEVEL_WORDS = (
    r"\b(?:intern(?:ship)?s?|trainees?|(?:recent |new )?graduates?|juniors?|jr|associate"
    r"|starters?|entry[- ]level|early[- ]career|mid(?:dle)?(?:[- ]?(?:level|career))?|medior"
    r"|intermediate|seniors?|sr|experienced|leads?|staff|principals?)\b"
)
_LEVEL = re.compile(_LEVEL_WORDS, re.IGNORECASE)
_LEVEL_AFTER = re.compile(
    rf"\s*(?:\([^()]{{0,40}}\)\s*)?(?:(?:for|at|as)\b.{{0,40}}?)?{_LEVEL_WORDS}", re.IGNORECASE
)
# what these words are called where levels are compared
_LEVEL_WORD = {
    "early": "junior",
    "entry": "junior",
    "graduate": "junior",
    "recent": "junior",
    "new": "junior",
    "starter": "junior",
    "medior": "mid",
    "middle": "mid",
}
_EXPERIENCE = re.compile(
    r"(?:(?:less than|under|over|more than|at least) )?\d{1,2}\+?(?:\s?(?:–|-|—|to)\s?\d{1,2}\+?)?"
    r"[\s-]?(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"(?P<p10>(?:lowest|bottom) (?:10|ten) ?(?:percent|%)|10th percentile)"
    r"|(?P<p90>(?:highest|top) (?:10|ten) ?(?:percent|%)|90th percentile)"
    r"|(?P<p25>(?:lowest|bottom) (?:25|quarter)|25th percentile)"
    r"|(?P<p75>(?:highest|top) (?:25|quarter)|75th percentile)"
    r"|(?P<median>\bmedian\b)|(?P<mean>\b(?:mean|average)\b)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:(?P<year>annual(?:ly)?|yearly|(?:per|a|each) year)"
    r"|(?P<hour>hourly|(?:per|an|each) hour)|(?P<month>monthly|(?:per|a|each) month))\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[$€£¥₹]|\b[A-Z]{3}\b|\bK[cč]\b|zł")
_LONGEST_LABEL = 100


class _Context(NamedTuple):
    level: str = ""
    experience: str = ""
    statistic: str = ""


def speaks_of_pay(words: str) -> bool:
    """Whether a label or a column's name is about earning."""
    return _WAGE_WORD.search(words) is not None


def figures_in_text(text: str, *, about_pay: bool) -> list[SalaryFigure]:
    """The figures that a paragraph states.

    Where it is not a section about pay, only sentences that speak of earning count: other
    money in a profile is a budget or a market.
    """
    if not any(char.isdigit() for char in text):
        return []
    return [
        figure
        for sentence in _SENTENCE_END.split(text)
        if about_pay or _WAGE_WORD.search(sentence)
        for figure in _figures_in_sentence(sentence)
    ]


def figures_in_fact(label: str, value: str) -> list[SalaryFigure]:
    """The figures of an at-a-glance fact whose label speaks of pay."""
    if not _WAGE_WORD.search(label):
        return []
    return _figures_in_sentence(f"{label}: {value}")


def figure_in_row(cells: Sequence[str], head: Sequence[str], money: str) -> SalaryFigure | None:
    """The figure of a table row: its last cell that is pay, named by the cells before it.

    `head` is the table's first row; a currency stated there or by the rows before (`money`)
    holds for a bare number.
    """
    for index in range(len(cells) - 1, 0, -1):
        pay = pay_of_cell(cells[index], head[index] if index < len(head) else "", money)
        if pay:
            text = ": ".join((" · ".join(cells[:index]), " · ".join(cells[index:])))
            context = _context(" ".join(cells[:index]))
            return _figure(pay, context, text, " ".join(head))
    return None


def figure_of_label(label: Line, amount: Line) -> SalaryFigure | None:
    """The figure of a chart copied as text: a bar's label on one line, its amount below."""
    pay = whole_pay(amount.text)
    if pay is None or len(label.text) > _LONGEST_LABEL or whole_pay(label.text):
        return None
    return _figure(pay, _context(label.text), f"{label.text}: {amount.text}", label.text)


def whole_pay(text: str) -> Pay | None:
    """The pay that `text` is, with nothing else in it; None for any other text."""
    if len(text) > _LONGEST_LABEL or not any(map(str.isdigit, text)):
        return None
    mentions = find_pay(text)
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    return mention.pay if not text[: mention.start].strip() + text[mention.end :].strip() else None


def pay_of_cell(cell: str, head: str, money: str) -> Pay | None:
    """The pay in a table cell; a bare number takes the currency its column states."""
    if not any(char.isdigit() for char in cell) or len(cell) > _LONGEST_LABEL:
        return None
    if not _CURRENCY.search(cell):
        unit = _CURRENCY.search(head) if _WAGE_WORD.search(head) else None
        stated = unit[0] if unit else money
        if not stated or "%" in cell:
            return None
        cell = f"{stated}{cell}" if len(stated) == 1 else f"{cell} {stated}"
    reading = read_pay(cell)
    return reading.pay if reading.is_pay else None


def currency_sign(cell: str) -> str:
    """The currency a cell writes, for the bare numbers below it in the same table."""
    found = _CURRENCY.search(cell)
    return found[0] if found else ""


def _figures_in_sentence(sentence: str) -> list[SalaryFigure]:
    mentions = find_pay(sentence)
    return [
        _figure(mention.pay, context, sentence, sentence)
        for mention, context in zip(mentions, _contexts(sentence, mentions), strict=True)
    ]


def _contexts(sentence: str, mentions: Sequence[PayMention]) -> Iterator[_Context]:
    """What is said of each mention: the words before it, or after it where none are before.

    In "$60K at entry level to $150K for seniors" the words between belong to the first.
    """
    start = 0
    statistic = ""
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(sentence)
        before, after = sentence[start : mention.start], sentence[mention.end : following]
        context = _context(before)
        start = mention.end
        if not context.level and (later := _level_after(after)):
            context = _context(later)._replace(statistic=context.statistic)
            start = mention.end + after.index(later) + len(later)
        statistic = context.statistic or statistic
        yield context._replace(statistic=statistic)


def _level_after(text: str) -> str:
    """The words from an amount to the level that follows it, as in "for senior developers"."""
    found = _LEVEL_AFTER.match(text)
    return found[0] if found else ""


def _context(words: str) -> _Context:
    levels = _LEVEL.findall(words)
    experiences = _EXPERIENCE.findall(words)
    statistics = [match.lastgroup or "" for match in _STATISTIC.finditer(words)]
    level = _level_name(levels[-1]) if levels else ""
    return _Context(level, experiences[-1] if experiences else "", (statistics or [""])[-1])


def _level_name(words: str) -> str:
    first = re.split(r"[\s-]", words.lower())[0].rstrip("s")
    return _LEVEL_WORD.get(first) or level_in(first) or first


def _figure(pay: Pay, context: _Context, text: str, dated: str) -> SalaryFigure:
    return SalaryFigure(
        level=context.level,
        experience=context.experience,
        statistic=context.statistic,
        pay=_with_period(_as_point(pay, context.statistic), dated),
        text=text,
        source_date=date_in(dated),
    )


def _as_point(pay: Pay, statistic: str) -> Pay:
    """A percentile said as "earned less than $39,430" is that figure itself."""
    if not statistic.startswith("p"):
        return pay
    point = pay.low if pay.high is None else pay.high
    one_sided = (pay.low is None) != (pay.high is None)
    return pay._replace(low=point, high=point) if one_sided else pay


def _with_period(pay: Pay, words: str) -> Pay:
    """A period said elsewhere in the sentence ("median annual wage") is not assumed."""
    if pay.period is not None and "period" not in pay.assumed:
        return pay
    said = _PERIOD.search(words)
    if said is None or said.lastgroup is None:
        return pay
    assumed = tuple(part for part in pay.assumed if part != "period")
    return pay._replace(period=Period(said.lastgroup), assumed=assumed)
