"""What may be a company's name, and which of several names has the most speaking for it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Piece
from jobtracker.exchange.postings.text_name_words import (
    AGENCY,
    BOARDS,
    COMMON,
    DEPARTMENTS,
    NOT_IN_NAMES,
    SMALL_WORDS,
    UNIT,
    UNNAMED,
)

ENOUGH = 3
"""A name with less evidence than this is left out."""
LONGEST_NAME = 70
_MOST_WORDS = 8
_MOST_COMPARED = 40
_LONGEST_COMPARED = 60_000

_WORD = (
    r"(?:[A-Z0-9ÄÖÜÉÈÀÎÅØ][\w&+'-]{0,40}(?:\.(?=[a-z&]|[A-Z]\.)[\w&]{1,30}){0,4}(?:(?:(?<=\b\w)"
    r"|(?<=\b\w\w)"
    r"|(?<=\b\w\w\w))\.(?= [A-Z&]))?|&|\+)"
)
_SMALL = r"(?:of|and|und|et|the|for|für|und|de|du|des|la|le|les|von|der|am|d'\w+)"
NAME = rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,6}}"
"""Words with a capital each, and small ones between them."""
FORM = re.compile(
    r",?\s+(?:g?GmbH(?: & Co\.? ?KGa?A?)?|AG(?: & Co\.? ?KGa?A?)?|SE(?: & Co\.? ?KGa?A?)?|KGaA|KG"
    r"|OHG|UG|mbH|e\.? ?V\.?|eG|e\.K\.|eK|Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|LTD|plc|PLC"
    r"|LLP|Corp\.?|Pte\.? Ltd\.?|Pty\.? Ltd\.?|"
    r"Corporation|Co\.(?! [A-Z][a-z]+(?:[,.;)]|$))|S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|S\.A\.|SA|SCOP"
    r"|SNC|EURL|B\.V\.|BV|N\.V\.|AB"
    r"|ApS|Oy|Sàrl|Partnerschaft(?: mbB)?|GbR|AöR|CIC)(?![\w-])"
)
"""A legal form behind a name."""


_NO_NAME = re.compile(
    r"[^\w&]*\d[\d\s.,:/%–-]*(?:(?:h|hrs?|std|hours|stunden|heures)\b.{0,20})?", re.IGNORECASE
)
"""Hours and bare numbers: "35h", "39-42"."""
_GOES_ON = re.compile(r"\s+(?!(?:trading|und|and|sur|der|des|von|für|for)\b)[a-zäöüé]{3,}\b")
"""A sentence behind a legal form: "Müller GmbH sucht Verstärkung"."""


class Company(NamedTuple):
    """A name with how much speaks for it, and whether it is a line or part of one by itself."""

    piece: Piece
    weight: int
    stands_alone: bool = False


def is_company_name(text: str) -> bool:
    """Whether words that stand alone may be a company's name."""
    if not 1 < len(text) <= LONGEST_NAME or len(text.split()) > _MOST_WORDS:
        return False
    if _NO_NAME.fullmatch(text):
        return False
    form = FORM.search(text)
    if form and not NOT_IN_NAMES.search(text):
        return (text[0].isupper() or text[0].isdigit()) and not _GOES_ON.match(text, form.end())
    if text.endswith((".", ",")) or NOT_IN_NAMES.search(text) or DEPARTMENTS.fullmatch(text):
        return False
    has_capital = any(letter.isupper() for letter in text)
    return (has_capital or text.isalnum()) and not is_common(text)


def is_common(name: str) -> bool:
    """Whether a name is a common word or a job board."""
    key = folded(name).strip(" .,'")
    return key in COMMON or key in BOARDS or key.isdigit()


def is_small_word(word: str) -> bool:
    """Whether a word that stands first shows that no name follows: "We", "Für"."""
    return folded(word).strip(" .,'") in SMALL_WORDS


def is_unit(text: str) -> bool:
    """Whether words name a department, a level or a button and no company."""
    return bool(DEPARTMENTS.fullmatch(text) or UNIT.match(text) or NOT_IN_NAMES.search(text))


def own_name(piece: Piece) -> Piece:
    """The name without the town behind it: "Acme GmbH, Bremen"."""
    form = FORM.search(piece.text)
    if form and piece.text[form.end() :].lstrip().startswith((",", "(", "–", "-", "|")):
        return piece.part(0, form.end())
    return piece


def best_company(found: Iterable[Company], view: str) -> Piece | None:
    """The name with the most evidence, where that is enough; the form of its strongest words."""
    groups = _by_core(found)
    weights = _weights(groups, view[:_LONGEST_COMPARED])
    enough = [core for core in weights if weights[core] >= ENOUGH]
    best = max(enough, key=lambda core: weights[core] - _doubt(core), default="")
    best = min((core for core in enough if core.startswith(f"{best} ")), key=len, default=best)
    if not best or (_is_agency(best) and UNNAMED.search(view)):
        return None
    return max(groups[best], key=lambda each: (each.weight, not each.piece.text.isupper())).piece


def _by_core(found: Iterable[Company]) -> dict[str, list[Company]]:
    """The evidence by name, of so many names as are compared, the strongest first."""
    groups: dict[str, list[Company]] = {}
    for company in found:
        groups.setdefault(core_of(company.piece.text), []).append(company)
    groups.pop("", None)
    strongest = sorted(groups, key=lambda core: -max(each.weight for each in groups[core]))
    return {core: groups[core] for core in strongest[:_MOST_COMPARED]}


def _weights(groups: dict[str, list[Company]], view: str) -> dict[str, int]:
    """How much speaks for each name; a short form ("Acme") speaks for the long one as well."""
    text, domains = folded(view), _domains(view)
    weights = {core: _weight(core, each, text, domains) for core, each in groups.items()}
    for core, each in groups.items():
        if any(company.stands_alone or company.weight >= ENOUGH for company in each):
            shorter = [weights[other] for other in weights if core.startswith(f"{other} ")]
            weights[core] += max([0, *shorter])
    return weights


def _weight(core: str, found: list[Company], text: str, domains: str) -> int:
    name = found[0].piece.text
    weight = max(each.weight for each in found)
    said = re.findall(rf"(?<!\w){re.escape(core)}(?!\w)", text)
    weight += min(4, len(said) - 1)
    weight += max(_in_domains(core, domains), _in_domains(core_of(_spelt(name)), domains))
    return weight


def _doubt(core: str) -> int:
    """How much less an agency or a department counts where another name is found."""
    return 5 * _is_agency(core) + 3 * (UNIT.match(core) is not None)


def _in_domains(core: str, domains: str) -> int:
    joined = re.sub(r"[^a-z0-9]", "", core)
    if len(joined) >= _LEAST_JOINED and joined in domains:
        return 3
    return 2 if any(len(word) > _LEAST_JOINED and word in domains for word in core.split()) else 0


def _spelt(name: str) -> str:
    """Umlauts as addresses spell them."""
    return name.lower().translate(_UMLAUTS)


_LEAST_JOINED = 4
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _is_agency(core: str) -> bool:
    return AGENCY.search(core) is not None


def _domains(view: str) -> str:
    """The hosts of the links and addresses, their letters only."""
    hosts = re.findall(r"(?:@|://)([\w.-]{3,80})", view.lower())
    return " ".join(re.sub(r"[^a-z0-9 ]", "", host) for host in hosts[:40])


def core_of(name: str) -> str:
    """A name for comparing: without legal form, article and hyphens."""
    key = folded(FORM.sub("", name)).strip(" .,'\"")
    key = key.removesuffix("'s").removesuffix("s'")
    for article in ("the ", "die ", "das ", "der ", "le ", "la ", "les "):
        key = key.removeprefix(article)
    return key.replace("-", " ")
