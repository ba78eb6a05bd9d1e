"""Names that a letter mentions in passing: a product or a train that is used, somebody of one's
past. Whoever is named so is hardly who was applied to by mistake.
"""

import re

_BEFORE, _AFTER = 160, 120
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[\W\d]*[A-ZÄÖÜÀÉ])|\n\s*\n")
_HABIT = re.compile(
    r"\b(?:commut\w+|travell?ed\s+(?:by|on|with)|case\s+study|(?:as\s+an|for)\s+example\s+in\b"
    r"|(?:my|our|the|a)\s+(?:course|class|lecture|thesis|seminar|textbook)s?\b"
    r"|pendl?e\w*|gependelt|Vorlesung|Seminar|Abschlussarbeit|Bachelorarbeit|Masterarbeit|Fallstudie"
    r"|(?:im|meinem|meiner)\s+(?:Kurs|Unterricht|Studium)"
    r"|(?:en|mon|mes|notre)\s+(?:cours|mémoire|thèse)|étude\s+de\s+cas|trajets?"
    r"|(?:mi|mis|nuestro|un)\s+(?:curso|clase|tesis)|caso\s+de\s+estudio|trayectos?)\b"
    r"|\b(?:App|Play)\s+Store\b",
    re.IGNORECASE,
)
_WRITTEN_TO = re.compile(
    r"\b(?:you|your|appl(?:y|ying|ied|ication)|position|role|join\w*|opening|vacancy|hir(?:e|ing)"
    r"|admire|drawn|excited|why|work(?:ing)?\s+(?:at|for)|contribute"
    r"|Ihn?en|Ihre?[nrms]?|Stelle|bewerb\w+|vous|votre|vos|poste|candidature|postul\w+|rejoindre"
    r"|usted(?:es)?|puesto|candidatura|incorporar\w*|vacante)\b"
)
_INTRODUCED = re.compile(
    r"\b(?:my|mein(?:e[rnm]?)?|mon|ma|mi)\s+"
    r"(?:(?:former|old|previous|past|late|then|first|last|ehemalige[nrm]?|frühere[nrm]?|damalige[nrm]?"
    r"|alte[nrm]?|erste[nrm]?|ancien(?:ne)?|antigu[oa]|anterior|primer[ao]?)\s+)?"
    r"(?:ex-?)?(?:boss|manager|line\s+manager|colleague|co-?worker|teacher|mentor|professor|supervisor"
    r"|team\s+lead(?:er)?|tutor|Chefin|Chef|Kolleg(?:in|en?)|Lehrer(?:in)?|Mentorin|Professorin"
    r"|Vorgesetzte[rn]?|Doktormutter|Doktorvater|responsable|collègue|professeure?|directeur|directrice"
    r"|chef(?:fe)?|jef[ea]|compañer[oa]|profesora?|supervisora?|mentora|directora?)"
    r",?\s+(?:(?:Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau|Madame|Monsieur|Mme|M|Sra?)\b\.?\s+){0,2}$",
    re.IGNORECASE,
)


def is_in_passing(text: str, start: int, end: int) -> bool:
    """Whether the sentence around the company at text[start:end] tells of using or studying it,
    and says nothing to the reader.
    """
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    sentence = f"{before}{text[start:end]}{after}"
    return bool(_HABIT.search(sentence)) and not _WRITTEN_TO.search(sentence)


def is_introduced(text: str, start: int) -> bool:
    """Whether who is named there is introduced as somebody of one's own past."""
    return _INTRODUCED.search(text[max(0, start - _BEFORE) : start]) is not None
