"""Companies whose names are everyday words, and where such a word is meant as the name.

"Indeed, I met the target" names nobody; "at Target", "Target’s stores" and "Target has grown" do.
What decides is what stands beside the word; a word is everyday only in its own language.
"""

import re

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.names import fold

_WORDS = {
    Language.ENGLISH: (
        "affirm ally amplitude anchor apple atlas base beacon best block bolt boots box brave"
        " bright buffer bumble canvas carbon caterpillar champion chase chime circle citizen"
        " clear clover coach compass convoy core crisp current delta discover dove edge elastic"
        " epic express figure first flex ford fresh front fusion gap general ghost grab gusto"
        " harness harvest hinge hive home honey impact indeed insight intuit jasper jump key"
        " level lever lemonade liberty light linear loom lush mars match matter medium mercury"
        " merit mint mission mobility modal momentum monday monster nest next notable notion nova"
        " oak oath open oracle orange oscar palm peak pilot pioneer plaid prime principal"
        " progressive pulse pure quest ramp range relay remote render replicate ring rise root"
        " runway sage scale segment shell shift signal simple sky slack smart snap solid spark"
        " spring sprint square stripe subway sun swift target tempo temporal toast total trust"
        " twist unity vanguard virgin visa vision vital wave wise wish workday writer zone zoom"
    ),
    Language.GERMAN: (
        "bahn bild block box filter fokus funke kontakt merkur orange post segment signal sonne"
        " spiegel stern target total union vision wave welt zeit"
    ),
    Language.FRENCH: (
        "accor avenir block carrefour casino contact engie image libération lumière monde orange"
        " partage signal segment square total vision visa voyages"
    ),
    Language.SPANISH: (
        "acciona block caja casa contacto correos luz meta mundo naranja orange país segment signal"
        " sol total visa visión"
    ),
}
_EVERYDAY = {language: frozenset(words.split()) for language, words in _WORDS.items()}
ANYWHERE = frozenset().union(*_EVERYDAY.values())

_BEFORE, _AFTER = 40, 40
_TOWARDS = re.compile(
    r"(?:\b(?:at|join|joining|with|from|bei|von|zu|mit|chez|pour|con|para|why|like|admire|company"
    r"|(?:work|worked|working|interview\w*|appl\w+|role|position|job|opening) (?:for|to|of)"
    r"|firma|empresa|entreprise|sociét[ée])|(?:\bd|\bl)['’])\s*$",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:on|every|each|last|next|this|by|until|till|since|before|after|from|to|for|and|or|of|the"
    r"|a|one|am|start|monday|friday|through)[ \n]*$",
    re.IGNORECASE,
)
_THEN_TIME = re.compile(
    r"[ \n](?:mornings?|afternoons?|evenings?|nights?|to|through|and|or|was|is|at|meetings?|then)\b"
    r"|[’']s (?:meeting|call|talk|interview|stand|conversation|workshop)|\s?[–-]|,",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:d(?:as|er|ie|en|em|es)|im|am|zum|zur|beim|vom|ins|ans|aufs|\w+(?:e|en|er|es|em)"
    r"|viel|mehr|kein|mein|ein)\s+$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"[ \n](?:is|was|has|had|does|did|can|could|will|would|should|might|may|makes|made|builds|built"
    r"|offers|needs|works|stands|seems|grew|became|leads|gives|shows|understands|cares|hires)\b"
)


def is_everyday(words: tuple[str, ...], language: Language) -> bool:
    """Whether a name of these folded words is an everyday word of the language."""
    return len(words) == 1 and words[0] in _EVERYDAY[language]


def is_meant(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the everyday word at text[start:end] is meant as somebody's name."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if not text[start].isupper() or _is_alone(before, after):
        return text[start].isupper()
    bare = before.rstrip(" \t\"“‘'(*_-")
    begins = not bare or bare[-1] in ".!?\n:"
    if fold(text[start:end]) == "monday" and language is Language.ENGLISH:
        return _is_no_day(before, after, begins=begins)
    if _TOWARDS.search(before) or after.startswith(("'s ", "’s ", ".com")):
        return True
    return _is_subject(before, after, language, begins=begins)


def _is_subject(before: str, after: str, language: Language, *, begins: bool) -> bool:
    """Whether a capital letter says that somebody is meant. German nouns have one anyway, but
    most of them have an article too.
    """
    if language is Language.GERMAN:
        return not _DETERMINED.search(before)
    if begins and language is Language.ENGLISH:
        return bool(_DOES.match(after))
    return not begins or not after.startswith(",")


def _is_alone(before: str, after: str) -> bool:
    """Whether it is a line of its own, as in an address."""
    line_begins = not before.rpartition("\n")[2].strip()
    return line_begins and not after.partition("\n")[0].strip()


def _is_no_day(before: str, after: str, *, begins: bool) -> bool:
    if _TOWARDS.search(before) and not re.search(r"\bfrom\s*$", before, re.IGNORECASE):
        return True
    if _THEN_TIME.match(after):
        return False
    return begins or not _OF_TIME.search(before)
