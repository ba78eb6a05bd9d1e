"""What a letter of somebody's is for and its language, guessed from its words; a person may
change both.
"""

import re
from collections import Counter
from collections.abc import Mapping

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import closing_words, greeting_words, language_of

# The first that is found decides; what says most stands first.
_WORDS: Mapping[LetterKind, tuple[str, ...]] = {
    LetterKind.COUNTER_OFFER: (
        r"counter[- ]?offer",
        r"\b(?:salary|offer|package)\b.{0,80}\b(?:negotiat|reconsider|revisit)",
        r"gegenangebot|contre-proposition|contraoferta",
    ),
    LetterKind.WITHDRAWAL: (
        r"\bwithdraw(?:ing)?\b.{0,60}\b(?:application|candida(?:cy|ture)|consideration)",
        r"ziehe\b.{0,60}\bbewerbung\b.{0,20}\bzurück|bewerbung zurück",
        r"retirer? ma candidature|retirar mi candidatura",
    ),
    LetterKind.DECLINE: (
        r"\b(?:declin(?:e|ing)|turn down|(?:not|unable to) accept)\b.{0,60}\b(?:offer|role)",
        r"angebot.{0,60}\b(?:ablehn|absag|nicht annehmen)",
        r"décliner votre offre|(?:rechazar|declinar).{0,40}oferta",
    ),
    LetterKind.ACCEPTANCE: (
        r"\b(?:accept(?:ing)?|acceptance of)\b.{0,60}\b(?:offer|position|role)",
        r"angebot.{0,60}\b(?:nehme|annehm)|nehme\b.{0,60}angebot",
        r"accepter?\b.{0,40}\b(?:offre|poste)|acept(?:o|ar)\b.{0,40}\b(?:oferta|puesto)",
    ),
    LetterKind.FOLLOW_UP: (
        r"\bfollow(?:ing)?[- ]?up\b|\bchecking in\b|\bstatus of my application\b",
        r"stand meiner bewerbung|suite à ma candidature|état de ma candidature",
        r"estado de mi candidatura",
    ),
    LetterKind.THANK_YOU: (
        r"\bthank you\b.{0,60}\b(?:interview|(?:our|the) conversation|meeting (?:with )?me)",
        r"\bthank you\b.{0,60}\b(?:speak|talk|meet)(?:ing)? (?:with|to) me",
        r"(?:interview|meeting|conversation)\b.{0,60}\bthank you\b",
        r"\bdanke?\b.{0,60}\b(?:vorstellungs)?gespräch",
        r"merci\b.{0,60}\b(?:entretien|rencontr)|gracias\b.{0,60}\b(?:entrevista|conversación)",
    ),
}
_SAYS = {kind: re.compile("|".join(words), re.IGNORECASE) for kind, words in _WORDS.items()}
_OPENING = 1_200
"""Signs from the beginning that say what a letter is for: its end thanks in any case."""
_FIRST_WORDS = 300
_APPLIES = re.compile(
    r"\b(?:apply(?:ing)?|application|applicant) for\b|\bcover letter\b|\bbewerb(?:e|ung)\b"
    r"|\bpostul|\bcandidature\b|\bcandidatura\b|\binterest in (?:the|your)\b",
    re.IGNORECASE,
)


def kind_of(text: str, name: str = "") -> LetterKind:
    """The kind of a letter by its words, and by the name of its file where they say nothing."""
    opening = " ".join(text[:_OPENING].split())
    by_words = _said(opening)
    by_name = _named(name)
    thanks = by_words is LetterKind.THANK_YOU and by_name is None
    if thanks and _APPLIES.search(opening[:_FIRST_WORDS]):
        return LetterKind.COVER_LETTER
    return by_words or by_name or LetterKind.COVER_LETTER


def _said(text: str) -> LetterKind | None:
    return next((kind for kind, words in _SAYS.items() if words.search(text)), None)


def _named(name: str) -> LetterKind | None:
    words = re.sub(r"[\W_]+", "-", name.casefold())
    return next((kind for kind in _SAYS if kind.value in words), None)


_PLACEHOLDER = re.compile(r"\{\{[^{}\n]{0,80}\}\}|[\[{<«][^\[\]{}<>«»\n]{1,80}[\]}>»]")
_NAMING: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in (
        (Language.ENGLISH, "your|name|company|employer|role|position|title|date|years?|number|job"),
        (
            Language.GERMAN,
            "ihre?|firma|firmenname|unternehmen|stelle|arbeitgeber|vorname|nachname|datum|ort|jahre",
        ),
        (
            Language.FRENCH,
            "votre|nom|prénom|entreprise|société|poste|années?|adresse|ville|du|le|la|destinataire",
        ),
        (
            Language.SPANISH,
            "su|tu|nombre|apellidos?|empresa|puesto|cargo|años?|fecha|dirección|ciudad|del|el",
        ),
    )
}
_LINE_SAYS = 4
"""A line that greets or closes says as much as so many words."""
_LONGEST_LINE = 80


def language_in(text: str) -> Language:
    """The language of a letter full of placeholders: by the prose between them, else by its
    greeting, closing and the words of the placeholders; English where nothing says anything.
    """
    prose = _PLACEHOLDER.sub(" ", text)
    sure = language_of(prose)
    if sure:
        return sure
    said: Counter[Language] = Counter()
    lines = [line.strip(" \t*#").casefold() for line in text.split("\n")]
    short = tuple(line for line in lines if 0 < len(line) <= _LONGEST_LINE)
    named = " ".join(_PLACEHOLDER.findall(text)).replace("_", " ")
    for language, words in _NAMING.items():
        sayings = (*greeting_words(language), *closing_words(language))
        begins = re.compile(rf"(?:{'|'.join(map(re.escape, sayings))})(?!\w)")
        said[language] = _LINE_SAYS * sum(begins.match(line) is not None for line in short)
        said[language] += len(words.findall(named))
    (best, most), (_, second), *_rest = said.most_common()
    if most > second:
        return best
    return language_of(text) or Language.ENGLISH
