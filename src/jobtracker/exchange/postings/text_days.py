"""The day a posting was put up and the last day to apply, by the words before a date."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.exchange.postings.text_dates import Dates, Day
from jobtracker.exchange.postings.text_labels import Labelled
from jobtracker.exchange.postings.text_lines import Line, Piece

_POSTED = (
    r"(?:re-?)?posted|published|listed|advertised|first seen|date added|date posted|veröffentlicht"
    r"|erschienen|online seit|eingestellt|aktualisiert am|"
    r"publiée?|postée?|ajoutée?|diffusée?|parue?|mise? en ligne|en ligne depuis|ausgeschrieben"
    r"|inserat vom|anzeige vom|offre du|annonce du"
)
_DEADLINE = (
    r"clos(?:es|ing|e)\b|deadline|open until|offen bis|ouverte? jusqu'au|appl(?:y|ications?"
    r"|icants?|ying)\b[^.;\n]{0,50}?\b(?:by|before|until|no later than|to)|applications? (?:due"
    r"|close)|expires|valid (?:until|through)|"
    r"(?:received|submitted|submit|send|sent|write|respond|reply|cv|résumé|resume|us"
    r"|interest(?:ed)?)\b[^.;\n]{0,40}?\b(?:by|before|until|no later than)|accept(?:ing"
    r"|ed)? (?:applications )?(?:until|through)|"
    r"bewerb\w*|frist|bewerbungsschluss|einsendeschluss|unterlagen|spätestens|lebenslauf|melde\w*|"
    r"date limite|candidat\w+|postul\w+|clôture|avant le|jusqu'au|au plus tard|dossiers?|cv\b"
    r"|répon\w+|envoy\w+|adress\w+"
)
_OTHER = (
    r"start(?:s|ing|date)?\b|begin\w*|commenc\w*|interviews?|assessment|from\b|since|founded"
    r"|gegründet|seit (?!20\d\d)|beginn\w*|ab (?:dem|sofort)|zum nächst|eintritt\w*|besetzen"
    r"|vorstellungsgespräch\w*|"
    r"befristet|fixed[- ]term|contract (?:to|until|ends)|ends? on|(?:prise de (?:poste|fonction)"
    r"|début|démarrage|à compter|entretiens?|à partir|à pourvoir|dès le|créée)|until the end"
    r"|duration|einsatz|laufzeit|ausbildungsbeginn|shortlist\w*"
)
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<posted>{_POSTED})|(?P<deadline>{_DEADLINE})|(?P<other>{_OTHER}))",
    re.IGNORECASE,
)
_REACH = 130
"""Characters before a date that say what it is of."""
_LEAD_OF_VALUE = 45
_LONGEST_FACT = 200
_UNTIL = re.compile(
    r"(?:by|before|until|till|bis|zum|avant|jusqu'au|limite|tard|spätestens|through|than|due"
    r"|closes?|closing|deadline|frist|schluss|clôture|on|is|:|date|applications|ist|end(?:et"
    r"|s))\W*(?:\w+,?\s+|the |le |zum |den |einschließlich |midnight |noon |mi[dn]\w+ "
    r"|\d\d?[:.h]\d\d (?:uhr |on )?|(?:5|11|12|23) ?(?:pm|am|p\.m\.)? ?(?:on )?){0,4}$",
    re.IGNORECASE,
)


_BY = re.compile(
    r"\b(?:by|before|until|no later than|bis(?: zum| spätestens)?|spätestens(?: bis)?(?: zum| am)?"
    r"|avant le|jusqu'au|au plus tard le|d'ici le)\s*(?:\w+,?\s+)?$",
    re.IGNORECASE,
)
_TO_APPLY = re.compile(
    r"@|https?:|appl(?:y|ication)|\bcv\b|résumé|resume|letter|write|send|bewerb|unterlagen"
    r"|schreiben|lebenslauf|candidat|postul|dossier|lettre|envoy|adress|hear from|\bring\b"
    r"|\bcall\b|\bdm\b|\bmail|ruf\w* |melde|appel|contact|respond|répond|anschreiben|reach|receive",
    re.IGNORECASE,
)


_RANGE_WORDS = frozenset({"to", "-", "–", "—", "bis", "au", "until", "through"})


class Days(NamedTuple):
    """The two days, each with its words; None where the text does not say."""

    posted_on: Day | None
    deadline: Day | None


def read_days(lines: Sequence[Line], named: Sequence[Labelled], dates: Dates) -> Days:
    """The days of labels, else of the words before them on their line."""
    days: dict[str, Day] = {}
    for each in named:
        if each.field in ("posted_on", "deadline") and each.field not in days:
            day = _first(each.value, dates, relative=each.field == "posted_on")
            if day and day.span.start - each.value.start <= _LEAD_OF_VALUE:
                days[each.field] = day
    for index, line in enumerate(lines):
        if len(days) == len(Days._fields):
            break
        for field, day in _of_line(line, index, dates):
            days.setdefault(field, day)
    return Days(days.get("posted_on"), days.get("deadline"))


def _first(piece: Piece, dates: Dates, *, relative: bool) -> Day | None:
    days = list(dates.within(piece))
    if len(days) > 1 and not relative:
        first, second = days[:2]
        between = piece.text[
            first.span.start + len(first.span.text) - piece.start : second.span.start - piece.start
        ]
        return second if between.strip() in _RANGE_WORDS else first
    day = next(iter(days), None)
    return day or (dates.relative(piece) if relative else next(dates.coming(piece), None))


def _of_line(line: Line, index: int, dates: Dates) -> list[tuple[str, Day]]:
    found: list[tuple[str, Day]] = []
    if any(map(str.isdigit, line.text)):
        after = 0
        for day in dates.within(line.piece):
            at = day.span.start - line.start
            field = _meaning(
                line.text[max(after, at - _REACH) : at], line.text[at + len(day.span.text) :][:80]
            )
            after = at + len(day.span.text)
            if field:
                found.append((field, day))
        found = found or _coming(line, dates)
    if not any(field == "posted_on" for field, _ in found):
        relative = _posted_ago(line, index, dates)
        found += [("posted_on", relative)] if relative else []
    return found


def _coming(line: Line, dates: Dates) -> list[tuple[str, Day]]:
    """The deadline in figures without a year: "Closing 05/04"."""
    for day in dates.coming(line.piece):
        at = day.span.start - line.start
        if _meaning(line.text[max(0, at - _REACH) : at], "") == "deadline":
            return [("deadline", day)]
    return []


def _meaning(before: str, after: str) -> str:
    """The field that the nearest words before a date speak of."""
    words = list(_WORDS.finditer(before))
    last = words[-1].lastgroup if words else ""
    if last == "posted":
        return "posted_on"
    if last == "deadline" and _UNTIL.search(before):
        return "deadline"
    if last != "other" and _BY.search(before) and _TO_APPLY.search(before + " " + after):
        return "deadline"
    return ""


_AGO_ALONE = re.compile(
    r"(?:re-?posted|posted|neu|new|nouveau|publiée?|veröffentlicht|online|actualisée?|active)?\W*",
    re.IGNORECASE,
)
_HEAD = 30


def _posted_ago(line: Line, index: int, dates: Dates) -> Day | None:
    """The day of "Posted 3 days ago"; in the head also of "3 days ago" between other facts."""
    text = line.text
    if len(text) > _LONGEST_FACT:
        return None
    day = dates.relative(line.piece)
    if day is None:
        return None
    at = day.span.start - line.start
    before = text[max(0, at - _REACH) : at]
    if re.search(rf"(?:{_POSTED})[^.;|·]{{0,20}}$", before, re.IGNORECASE):
        return day
    is_counted = any(map(str.isdigit, day.span.text)) or len(day.span.text.split()) > 1
    part = re.split(r"[|·•,()]|\s[-–—]\s", before)[-1]
    after = re.split(r"[|·•,()]|\s[-–—]\s", text[at + len(day.span.text) :])[0]
    alone = _AGO_ALONE.fullmatch(part) is not None and not after.strip(" .")
    return (
        day
        if alone and index < _HEAD and (is_counted or part.strip() or text == day.span.text)
        else None
    )
