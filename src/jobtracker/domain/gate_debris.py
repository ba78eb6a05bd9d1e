"""What programs leave in a letter: "Dear undefined,", and a language model's words about itself.

English, German, French and Spanish are read alike. Each part of the text is searched only where
one of a few telling words stands in it at all.
"""

import re
from collections.abc import Iterator

from jobtracker.domain.gate_findings import Finding

_VOID = r"(?:undefined|null|None|NaN|nan|nil)"
_VOIDS = ("undefined", "null", "None", "NaN", "nan", "nil")
_DEBRIS = re.compile(
    rf"""
    (?<![\w`.“"'’-])(?:
        {_VOID}(?:[ ](?:and[ ])?{_VOID}){{1,3}}
      | (?:(?<=Dear[ ])|(?<=Hello[ ])|(?<=Hi[ ])|(?<=Hallo[ ])|(?<=Herr[ ])|(?<=Frau[ ])
         |(?<=Mr[ ])|(?<=Ms[ ])|(?<=Bonjour[ ])|(?<=Estimado[ ])|(?<=Estimada[ ])|(?<=Hola[ ])
         |(?<=Chère[ ])|(?<=Cher[ ]))(?:{_VOID})
      | (?:(?<=\bat[ ])|(?<=\bjoin[ ])|(?<=\bchez[ ])|(?<=\bbei[ ])|(?<=\bals[ ])|(?<=\bas[ ]))
        {_VOID}(?=[ \t]{{0,4}}(?:[.,;!?:]|$))
      | NaN
    )(?![\w`’”"'-])
    """,
    re.VERBOSE | re.MULTILINE,
)
_UNSURE = re.compile(
    r"(?<![\w`.“\"'’-])undefined(?![\w`’”\"'-])"
    r"(?!\s(?:behaviou?r|values?|variables?|references?|symbols?|terms?|states?|roles?|scope))"
    r"(?=[ \t]{0,4}(?:[.,;:]|$))(?<!\w\w\w was undefined)(?<!\w\w is undefined)",
    re.MULTILINE,
)
_TELLING = (
    "language model", "AI ", "cover letter", "draft", "KI-", "Sprachmodell", "Anschreiben",
    "modèle de langage", "lettre de motivation", "modelo de lenguaje", "carta de presentación",
)  # fmt: skip
_MODEL = re.compile(
    r"\b(?:As|as)\s+an?\s+(?:AI|artificial\s+intelligence|large)\s+(?:language\s+model|assistant|chatbot)\b"
    r"|\b[Aa]s\s+an?\s+AI,"
    r"|\b(?:Certainly|Sure|Of\s+course|Absolutely)(?:\s+thing)?[!,.]\s+(?:Here(?:\s+is|['’]s|\s+are)|Below\s+is)"
    r"[^\n.:!]{0,60}"
    r"|\b[Hh]ere(?:\s+is|['’]s)\s+(?:a|an|your|the)\s+(?:\w+\s+){0,3}(?:cover\s+letter|draft)"
    r"(?=\s*(?:for\b|you\b|tailored\b|based\b|:))[^\n.:!]{0,60}"
    r"|\b[Aa]ls\s+(?:ein\s+)?(?:KI[ -]?(?:Sprachmodell|Modell|Assistent)"
    r"|(?:großes\s+)?Sprachmodell)\b"
    r"|\b(?:Natürlich|Gerne?|Selbstverständlich|Klar)[!,.]\s+Hier\s+(?:ist|finden)[^\n.:!]{0,60}"
    r"|\b[Ee]n\s+tant\s+qu(?:e\s+|['’](?:une?\s+)?)(?:grand\s+)?"
    r"(?:modèle\s+de\s+langage|IA\b|assistant\s+IA)"
    r"|\b(?:Bien\s+sûr|Certainement|Voilà)\s?[!,.]\s+Voici[^\n.:!]{0,60}"
    r"|\b[Cc]omo\s+(?:un\s+)?(?:gran\s+)?modelo\s+de\s+lenguaje\b"
    r"|(?:\bPor\s+supuesto|\bClaro|\bDesde\s+luego)\s?[!,.]\s+Aquí\s+(?:tienes?|está)[^\n.:!]{0,60}"
)


def debris(text: str) -> Iterator[Finding]:
    """Each of these places; "undefined" at the end of a clause may be meant: a hint."""
    if any(word in text for word in _VOIDS):
        yield from _voids(text)
    if any(word in text for word in _TELLING):
        for match in _MODEL.finditer(text):
            shown = " ".join(match[0].split())
            message = f"“{shown}” are a language model’s words, not yours: take them out."
            yield Finding("placeholder", True, None, match[0], *match.span(), message)


def _voids(text: str) -> Iterator[Finding]:
    sure = set()
    for match in _DEBRIS.finditer(text):
        sure.add(match.start())
        message = f"“{match[0]}” stands where a program found no value: type it or take it out."
        yield Finding("placeholder", True, None, match[0], *match.span(), message)
    for match in _UNSURE.finditer(text):
        if match.start() not in sure:
            message = f"“{match[0]}” may stand for a value that a program did not find."
            yield Finding("placeholder", False, None, match[0], *match.span(), message)
