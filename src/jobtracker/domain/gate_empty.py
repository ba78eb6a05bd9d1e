"""Places in a letter where a value is missing without a sign of it: "Dear ,", "for the  position".

English, German, French and Spanish are read alike: what follows a word that needs another word
("at", "für", "chez", "de la") is a value, or there is none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jobtracker.domain.gate_findings import Finding
from jobtracker.domain.text import words_of

# Words that end no clause: prepositions, articles, possessives, conjunctions, forms of "to be".
_LEADING = words_of(
    "a an the at to for with of in as from by on join joining and or my your is am are called"
    " named about into than that because"
    " der die das dem den des ein eine einer eines einem einen bei für von zu zum zur als mit im"
    " und oder ist bin durch dass"
    " le la les un une de du des chez à au aux en pour avec et ou est suis par que"
    " el los las una del con para por y o es soy sobre al"
)
_TITLE = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herrn?|Frau|Sra?|Mme)\b\.?)"
_LABEL = (
    r"(?:Phone|Tel|Telephone|Telefon|Téléphone|Teléfono|E-?[Mm]ail|Correo|Ref|Reference|Referenz"
    r"|Réf|Référence|Referencia)\.?"
)
_LINE = re.compile(
    rf"""
    [ \t*_]{{0,4}}(?:
        (?:Dear|Sehr[ ]geehrte[rs]?|Liebe[rs]?|Ch[eè]re?|Estimad[oa]s?|Querid[oa]s?)
          (?:[ ]{{1,4}}{_TITLE}){{0,2}}[ \t]{{0,4}}(?:[,:!]|$)
      | (?:Hello|Hi|Hallo|Hola|Bonjour|Guten[ ]Tag)
          (?:[ \t]{{1,4}}|(?:[ ]{{1,4}}{_TITLE}){{1,2}}[ \t]{{0,4}})[,:]
      | {_LABEL}[ ]?:(?=[ \t]{{0,8}}$)
      | [ \t](?=[a-zß-öø-ÿ,.;]) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_GAP = re.compile(
    r"""
    (?P<stop>[ \t]{1,8}[.,;](?=\s|$)) | (?P<last>[ \t]{1,8}$)
  | (?P<genitive>[ ][’']s(?=[ ])) | (?P<between>[ ]{2,8}(?=[\w’'(“"„«]))
  | (?P<elided>(?:(?<=[^\w’'][dlDL])|(?<=\A[dlDL]))[’'](?=[ .,;]|$))
  | (?P<brackets>(?<![\w)\]`])\([ \t]{0,8}\)|“[ ]?”|„[ ]?“|«[ \u00a0]?»)
    """,
    re.MULTILINE | re.VERBOSE,
)
_GAP_BEGINS = re.compile(r"[ \t’'(“„«](?=[ \t.,;’'”“»)\u00a0\n]|\Z)")
"""Few places of a text do; at these it is looked for a gap."""
_WORD_BEFORE = re.compile(r"(?<![\w’'-])[^\W\d_]{1,10}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,20}")
_LONGEST_BEFORE = 12


class _Gap(NamedTuple):
    start: int
    end: int
    sure: bool


def empty_values(text: str) -> Iterator[Finding]:
    """Each place where a value seems to have been left out, line by line first.

    A doubled blank between two words that need no third may be a slip of the thumb: a hint.
    """
    for gap in _gaps(text):
        written = text[gap.start : gap.end]
        shown = " ".join(written.split()) or _words_around(text, gap.start, gap.end)
        message = f"Nothing stands where a value belongs: “{shown}”. Type it or mend the sentence."
        yield Finding("empty-value", gap.sure, None, written, gap.start, gap.end, message)


def _gaps(text: str) -> Iterator[_Gap]:
    for start in _line_starts(text):
        line = _LINE.match(text, start)
        if line:
            yield _Gap(*line.span(), sure=True)
    position = 0
    while begin := _GAP_BEGINS.search(text, position):
        match = _GAP.match(text, begin.start())
        position = match.end() if match else begin.start() + 1
        found = _gap(text, match) if match else None
        if found:
            yield found


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    while start >= 0:
        yield start
        end = text.find("\n", start)
        start = end + 1 if end >= 0 else -1


def _gap(text: str, match: re.Match[str]) -> _Gap | None:
    """The gap together with the word before it that asks for a value."""
    kind, (start, end) = match.lastgroup, match.span()
    if kind in ("elided", "brackets"):
        return _Gap(start - (kind == "elided"), end, sure=True)
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    leading = before is not None and before[0].lower() in _LEADING
    if kind == "genitive":
        return _Gap(start, end, sure=True) if text[start - 1 : start].isalnum() else None
    if leading and before:
        return _Gap(before.start(), end, sure=True)
    if kind != "between" or not (text[start - 1 : start].isalpha() or text[start - 1] in ",;"):
        return None
    after = _WORD_AFTER.match(text, end)
    return _Gap(start, end, after[0].lower() in _LEADING) if after else None


def _words_around(text: str, start: int, end: int) -> str:
    """A few words on each side, to say where a gap is."""
    before = text[max(0, start - 30) : start].split()[-2:]
    after = text[end : end + 30].split()[:2]
    return " ".join((*before, "…", *after))
