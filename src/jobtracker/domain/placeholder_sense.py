"""Whether what has the shape of a placeholder also reads as one where it stands."""

import re
from typing import NamedTuple

from jobtracker.domain.placeholder_meanings import is_known, macro_meaning, words_between
from jobtracker.domain.placeholder_shapes import PlaceholderStyle
from jobtracker.domain.text import words_of

_TAGS = (
    "a abbr article aside audio b big blockquote body br button canvas center cite code del div em"
    " font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li"
    " link main mark meta nav ol option p pre q s samp script section select small span strong"
    " style sub summary sup svg table tbody td textarea tfoot th thead tr tt u ul var video"
)
_KEYS = (
    "alt backspace cmd cr ctrl del delete down end enter esc escape f1 f2 f5 f12 home insert left"
    " option return right shift space tab up win"
)
_NO_ANGLES = frozenset((*_TAGS.split(), *_KEYS.split()))
_QUOTED_ON_PURPOSE = re.compile(
    r"sic!?|[\d\s,;–-]*\d[\d\s,;–-]*|emphasis (?:added|mine)|!\w+|[mwfdx](?:/[mwfdx]){1,3}"
    r"|[a-z0-9](?:\s?,\s?[a-z0-9]){1,20}|redacted|laughs|applause|ed\.|translated"
    r"|[a-c][12]|(?:rfc|iso|en|din|ieee)[ -]?\d[\d.:-]*|.*[<>=≤≥].*|[a-z0-9]-[a-z0-9]"
    r"|(?:eigene )?Hervorhebung(?: hinzugefügt)?|pdf|video|slides|beta",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"[A-ZÄÖÜ][\w-]+(?:(?:,? (?:and|und|et|&)|,)? [A-Z][\w-]+| et al\.?)?,? (?:18|19|20)\d\d[a-z]?"
)
_PROSE_START = re.compile(
    r"(?:now|then|formerly|previously|later|since|until|see|in|under|from|through|via|aka|also"
    r"|not|and|which|who|as|i\.?e\.?|e\.?g\.?|ca\.?|cf\.?|about|meaning|that is|jetzt|heute|früher"
    r"|a little|a bit|almost|still|un peu|presque|un poco|casi|ein wenig|etwas|beinahe"
    r"|seit|siehe|vgl\.?|auf|aujourd['’]hui|depuis|voir|ahora|antes|desde|véase)\b(?=\s|$)",
    re.IGNORECASE,
)
_TEMPLATE_NOUN = re.compile(
    r"\b(?:your|names?|company|companies|employers?|organi[sz]ation|titles?|role|position|job|skills?"
    r"|adjectives?|verb|noun|department|tools?|technolog(?:y|ies)|reasons?|values?|results?|project"
    r"|achievements?|accomplishments?|amount|figure|duration|language|task|service|programm?e?"
    r"|abteilung|fähigkeit|grund|projekt|erfolg|zahl|datum|compétence|raison|projet|chiffre|nom|ville"
    r"|nombre|habilidad|proyecto|motivo|logro|fecha|ciudad"
    r"|métier|secteur|domaine|beruf|branche|bereich|oficio|profesión|profession|sector|subject"
    r"|hobby|interest|area|topic|quality|strength|feature|percentage|currency|month|year"
    r"|degree|field|industry|date|number|x+|school|university|city|address|team|product|insert|field"
    r"|firma|unternehmen|stelle|ihr[e]?|entreprise|poste|votre|empresa|puesto|su)\b",
    re.IGNORECASE,
)
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|_")
_ASKING = re.compile(
    r"(?:YOUR|INSERT|ENTER|ADD|TYPE|FILL IN|INSÉRER|INSERTAR)\b|.*\b(?:NAME|NOM|NOMBRE|TITLE)\b"
    r"|.* (?:EINFÜGEN|EINSETZEN|EINTRAGEN)$"
)
_NAME_OF = re.compile(
    r"(?:name|nom|nombre|titre|titel|título) (?:of|de|del|des|der)\b", re.IGNORECASE
)
_MONEY = words_of("USD CAD AUD NZD SGD HKD MXN US CA AU NZ MM BN")
_LONGEST_TICKER = 5
_LOWER_WORD = re.compile(r"[a-zà-ÿ]{2,20}")
_ELLIPSIS = re.compile(r"[.…\s]+")
_ROMAN_PLACE = re.compile(
    r"\b(?:chapter|part|section|volume|vol\.|book|act|bowl|kapitel|teil|band|louis|pope|olympiad)\s$",
    re.IGNORECASE,
)
_BEFORE_QUOTE = 300
# What single words in parentheses may stand for a name: "Dear (Name)," but not "we (Ada) met".
_LONE_NAMES = words_of("name company firma unternehmen empresa entreprise nombre nom")
_UNDONE = words_of("TODO TBD TBC TBA tbd tba FIXME TKTK")
# Signs that also stand for something else: a quotation, bold text, a share, a word with a dash.
_QUOTING = frozenset(
    (PlaceholderStyle.GUILLEMETS, PlaceholderStyle.UNDERSCORES, PlaceholderStyle.PERCENT)
)


class Place(NamedTuple):
    """What has the shape of a placeholder, and the text around it. `tags` are the names of the
    tags that the text closes: `</name>`.
    """

    style: PlaceholderStyle
    written: str
    text: str
    start: int
    end: int
    tags: frozenset[str]

    @property
    def words(self) -> str:
        return words_between(self.written)


def stands(place: Place) -> bool:
    """Whether it reads as a placeholder."""
    judge = _JUDGES.get(place.style)
    return judge is None or judge(place)


def is_doubtful(place: Place) -> bool:
    """Whether a bracket may be a remark that is meant to stand: "[now part of Globex]"."""
    if place.style is not PlaceholderStyle.BRACKETS:
        return False
    inner = place.written.strip("[]").strip()
    if _TEMPLATE_NOUN.search(inner) or is_known(place.words):
        return False
    return bool(_PROSE_START.match(inner) or (_LOWER_WORD.fullmatch(inner) and _in_sentence(place)))


def _in_sentence(place: Place) -> bool:
    """Whether a word stands before it on its line, or one follows it."""
    before = place.text[max(0, place.start - 2) : place.start]
    return before[:1].isalpha() and before[1:] == " "


def _brackets(place: Place) -> bool:
    inner = place.written.strip("[]").strip()
    if _QUOTED_ON_PURPOSE.fullmatch(inner):
        return False
    if _CITED.fullmatch(inner) and not _TEMPLATE_NOUN.search(inner):
        return False
    return not (_changes_quotation(inner) and _is_quoted(place))


def _changes_quotation(inner: str) -> bool:
    """Whether it reads like a change in somebody's words: an ellipsis, "the project"."""
    return bool(_ELLIPSIS.fullmatch(inner)) or (inner[:1].islower() and not is_known(inner))


def _is_quoted(place: Place) -> bool:
    """Whether a quotation is open before it in its paragraph."""
    before = place.text[max(0, place.start - _BEFORE_QUOTE) : place.start].rsplit("\n\n")[-1]
    opened = before.count("“") + before.count("„") + before.count("«")
    closed = before.count("”") + before.count("»")
    if "„" in before:
        opened, closed = before.count("„"), before.count("“") + before.count("”")
    return opened > closed or before.count('"') % 2 == 1


def _angles(place: Place) -> bool:
    name = place.written.strip("<>/ ").lower()
    return name not in _NO_ANGLES and name not in place.tags and len(name) > 1


def _braces(place: Place) -> bool:
    inner = place.written.strip("{} ")
    number_follows = place.text.startswith((" year", "+ year", "%"), place.end)
    return len(inner) != 1 or not inner.islower() or number_follows


def _dollar(place: Place) -> bool:
    written = place.written
    name = written.strip("$")
    if name[0] == "{" or "_" in written or len(name) == 1 or is_known(place.words):
        return True
    if not name.isupper() or not name.isalpha() or name in _MONEY:
        return False
    return len(name) > _LONGEST_TICKER or bool(_TEMPLATE_NOUN.search(name))


def _quoting(place: Place) -> bool:
    plain = place.written.strip("«»_% \u00a0\u202f")
    if place.written in ("%s", "%d"):
        return True
    if place.written[1:2].isspace():
        return is_known(place.words) and " " in plain and plain[0].isupper()
    if is_known(place.words):
        return place.style is not PlaceholderStyle.GUILLEMETS or plain[0].isupper()
    return " " not in plain and (plain.isupper() or bool(_INNER_CAPITAL.search(plain)))


def _parentheses(place: Place) -> bool:
    inner = place.written[1:-1]
    if re.match(r"[Ii]nsert|[Ee]nter|[Aa]dd", inner):
        return True
    if " " not in inner:
        return inner.lower() in _LONE_NAMES
    asks = inner.startswith("your ") and inner.endswith(" here")
    return asks or is_known(place.words) or _NAME_OF.match(inner) is not None


def _crosses(place: Place) -> bool:
    before = place.text[max(0, place.start - 12) : place.start]
    return not _ROMAN_PLACE.search(before)


def _marks(place: Place) -> bool:
    return place.written[:2] in ("*|", "@@", "##") or is_known(place.words)


def _macro(place: Place) -> bool:
    return macro_meaning(place.written.strip("\\")) is not None


def _word(place: Place) -> bool:
    written = place.written
    instructs = written.lower().startswith(("insert", "enter", "lorem"))
    if instructs or written in _UNDONE or is_known(place.words):
        return True
    asks = " " in written and (written.endswith(" HERE") or _ASKING.match(written))
    return bool(asks)


def _line(place: Place) -> bool:
    """Whether only blanks, stars or a separator stand before it on its line."""
    before = place.text[max(0, place.start - 8) : place.start].rstrip(" \t*")
    return not before or before[-1] in "\n,|·•:"


_JUDGES = {
    PlaceholderStyle.BRACKETS: _brackets,
    PlaceholderStyle.ANGLES: _angles,
    PlaceholderStyle.BRACES: _braces,
    PlaceholderStyle.DOLLAR: _dollar,
    PlaceholderStyle.PARENTHESES: _parentheses,
    PlaceholderStyle.CROSSES: _crosses,
    PlaceholderStyle.MARKS: _marks,
    PlaceholderStyle.MACRO: _macro,
    PlaceholderStyle.WORD: _word,
    PlaceholderStyle.LINE: _line,
    **dict.fromkeys(_QUOTING, _quoting),
}
