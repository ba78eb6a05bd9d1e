"""The advertised pay: of all the amounts of a posting, the one that is the pay of the job."""

import re
from collections.abc import Sequence

from jobtracker.domain.pay_text import PayMention, PayReading, find_pay, read_pay
from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_lines import Piece

_NAMED = re.compile(
    r"salary|salaire|gehalt|pay\b|compensation|remuneration|rémunération|vergütung|wage|lohn"
    r"|entgelt|base|fixe|rate\b|verdien|tjm|gratification|dotier|brut|stipend",
    re.IGNORECASE,
)
_NOT_BASE = re.compile(
    r"\bote\b|on[- ]target|bonus|signing|sign-on|equity|stock|401|budget|matériel|équipement"
    r"|equipment|hardware|allowance|zulage|prämie|prime|variable|commission|provision|zuschuss|"
    r"relocation|referral|pension|stipend for|reimburs|up to .{0,20}(?:learning|training)"
    r"|weiterbildung|tickets?|mutuelle|intéressement|participation|deposit|fee\b|insurance|savings"
    r"|raised|revenue|umsatz|chiffre d'affaires|funding|"
    r"previous|formerly|minimum (?:wage|salary)|worth|turnover|grant|prize|preis\b|\bprix\b|value"
    r"|average order|minimum wage|mindestlohn|smic\b|over-?time|überstunden"
    r"|mehrarbeit|zuschl[aä]g\w*"
    r"|heures? sup\w*|majoration\w*|indemnité\w*|supplements?\b|uplift|sleep-?ins?\b|call-?outs?\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:gesch(?:ä|ae)tzt\w*|estimated?\b(?! (?:start|hours))|estimations?|estimée?s?|est\.)"
    r"|gehaltsprognose|gehaltsschätzung",
    re.IGNORECASE,
)
"""A figure that a board worked out, which gives way to one that the employer states."""
_SHARE = re.compile(
    r"\W{0,3}(?:FTE|actual|pro[- ]rata|full[- ]time equivalent|DOE|d\.o\.e|dep\w* on exp"
    r"|je nach (?:erfahrung|qualifikation)|selon (?:profil|expérience|exp\b))",
    re.IGNORECASE,
)
"""What stands behind nothing but pay."""
_DOTTED = re.compile(r"\bp\.\s?[amwh]\.$", re.IGNORECASE)
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
"""Whose dollar a bare "$" is, by the country of the job."""
_DOLLAR_BEFORE = re.compile(r"\$\s?(?=\d)")
_SPACED = re.compile(r"(?<=\s)p\.\s([amwh])\.", re.IGNORECASE)
_ENOUGH = 2
_LONGEST_VALUE = 80
_REACH = 60
_HEAD = 1_500


def pay_of(view: str, end: int, named: Sequence[Labelled]) -> Piece | None:
    """The words of the advertised base pay, or None where the posting states no amount."""
    view = _SPACED.sub(r" p.\1.", view)
    spans = [(each.value.start, each.value.span.end) for each in named if each.field == "pay"]
    others = [(each.value.start, each.value.span.end) for each in named if each.field == "other"]
    mentions = [each for each in find_pay(view[:end]) if not _within(each, others)]
    scored = [(_score(view, each, spans), -each.start, each) for each in mentions]
    enough = [each for each in scored if each[0] >= _ENOUGH]
    stated = [each for each in enough if not _is_estimate(view, each[2])]
    if stated or enough:
        return _whole(view, max(stated or enough, key=lambda each: each[:2])[2])
    return _labelled_only(named)


def in_dollars_of(country: str, pay: str) -> str:
    """The words of a pay with the currency that a bare "$" stands for in that country.

    "$45 - $52 an hour" of a job in Australia is "AUD 45 - 52 an hour".
    """
    read = read_pay(pay).pay
    code = _DOLLARS.get(country)
    if code is None or read.currency != "USD" or "currency" not in read.assumed:
        return pay
    named = _DOLLAR_BEFORE.sub("", _DOLLAR_BEFORE.sub(f"{code} ", pay, count=1))
    named = re.sub(r"\s?\$", f" {code}", named)
    same = read_pay(named).pay
    is_same = (same.low, same.high, same.period) == (read.low, read.high, read.period)
    return named if is_same and same.currency == code else pay


def _whole(view: str, mention: PayMention) -> Piece:
    """The fewest words around the amount that read as the same pay by themselves."""
    piece = Piece(view[mention.start : mention.end], mention.start)
    line_start = view.rfind("\n", 0, mention.start) + 1
    line_end = view.find("\n", mention.end)
    after = view[mention.end : line_end if line_end >= 0 else len(view)][:_REACH]
    before = list(
        re.finditer(r"\S+", view[max(line_start, mention.start - _REACH) : mention.start])
    )
    starts = [mention.start] + [
        max(line_start, mention.start - _REACH) + word.start() for word in reversed(before[-8:])
    ]
    behind = list(re.finditer(r"\S+", after))[:4]
    ends = [mention.end] + [mention.end + word.end() for word in behind]
    for end in ends:
        for start in starts:
            if _means(read_pay(_tidy(view[start:end])), mention):
                return Piece(_tidy(view[start:end]), start)
    return piece


def _tidy(words: str) -> str:
    """Without the marks that end a sentence, but with the dot of "p.a."."""
    return words.rstrip(",;") if _DOTTED.search(words) else words.rstrip(".,;")


def _means(reading: PayReading, mention: PayMention) -> bool:
    return reading.is_pay and reading.pay[:4] == mention.pay[:4]


def _score(view: str, mention: PayMention, spans: Sequence[tuple[int, int]]) -> int:
    before = view[max(0, mention.start - _REACH) : mention.start].rsplit("\n", 1)[-1]
    sentence = re.split(
        r"(?<!\bc)(?<!\bca)(?<!\bapprox)(?<!\bmin)(?<!\bmax)[.!?;]\s|\+|\bplus\b|\bzzgl\b", before
    )[-1]
    after = re.split(
        r"[.;\n+,(]|\b(?:plus|with|mit|zzgl|zuzüglich|sowie|und|and|et|avec)\b",
        view[mention.end : mention.end + 25],
    )[0]
    ends = (mention.pay.low, mention.pay.high)
    is_labelled = _within(mention, spans)
    has_period = mention.pay.period is not None and "period" not in mention.pay.assumed
    score = 0
    score += 2 if has_period or is_labelled else 0
    score += 6 if is_labelled else 0
    score += 2 if _stands_alone(view, mention) else 0
    score += 3 if _NAMED.search(sentence) else 0
    score += 2 if _SHARE.match(view, mention.end) else 0
    score += 1 if mention.start < _HEAD else 0
    score += 1 if None not in ends and ends[0] != ends[1] else 0
    score -= 3 if mention.pay.currency is None else 0
    score -= 6 if _NOT_BASE.search(sentence) or _NOT_BASE.search(after) else 0
    return score


def _stands_alone(view: str, mention: PayMention) -> bool:
    """Whether an amount is a line of the head by itself, as a card shows the pay."""
    start = view.rfind("\n", 0, mention.start) + 1
    end = view.find("\n", mention.end)
    around = view[start : mention.start] + view[mention.end : end if end >= 0 else len(view)]
    return mention.start < _HEAD and not any(map(str.isalnum, around[:_REACH]))


def _is_estimate(view: str, mention: PayMention) -> bool:
    """Whether the words on its line, or the heading over it, call an amount an estimate."""
    start = view.rfind("\n", 0, mention.start) + 1
    end = view.find("\n", mention.end)
    behind = view[mention.end : end if end >= 0 else len(view)][:_REACH]
    return bool(_ESTIMATE.search(view[max(start, mention.start - _REACH) : mention.start] + behind))


def _within(mention: PayMention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in spans)


def _labelled_only(named: Sequence[Labelled]) -> Piece | None:
    """A pay that only its label tells to be one: "Salary: 42000 - 48000"."""
    for each in named:
        is_short = len(each.value.text) <= _LONGEST_VALUE
        if each.field == "pay" and is_short and read_pay(each.value.text).is_pay:
            return each.value
    return None
