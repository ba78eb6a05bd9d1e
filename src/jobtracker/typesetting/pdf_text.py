"""The text of a PDF, so that who copies or searches it meets the words that were typed.

Qt names a glyph by any character its font has it for: a space becomes a tab, a Greek mu the
micro sign, an Arabic letter its presentation form, and what no character has (a ligature, a
picture) becomes nothing. The tables that say so (ToUnicode, ISO 32000-1, 9.10.3) are written
anew at the end of the file, as an incremental update (7.5.6).
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from jobtracker.typesetting.lines import WordsInk
from jobtracker.typesetting.spoken import EmojiText, Shown, glyphs_drawn, plain_name

_FONT = re.compile(
    rb"/BaseFont /([^\s/]+)\n/Encoding /Identity-H\n/DescendantFonts \[\d+ 0 R\]\n"
    rb"/ToUnicode (\d+) 0 R"
)
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[([<\w> ]*)\])")
_CODE = re.compile(rb"<(\w{4})>")
_LIKE = {"\t": " ", "\u00a0": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u2215": "/"}
"""Signs that share a glyph with a more common one."""
_LAM_ALEF = {
    "\u0644\u0622": "\ufef5",
    "\u0644\u0623": "\ufef7",
    "\u0644\u0625": "\ufef9",
    "\u0644\u0627": "\ufefb",
}
"""Two Arabic letters in one glyph, as one sign: readers of PDF files turn two of them round."""
_AGREEMENT = 0.8
_PLAIN = re.compile(
    "[\t\n -\u02ff\u0370-\u058f\u1e00-\u2bff\u3000-\u9fff\uac00-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef]*"
)
"""Signs of the scripts that have a glyph a sign, so that their fonts tell all."""
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_A_TABLE = 100
"""Codes in one stretch of a table, the most that the format allows."""


class Table(NamedTuple):
    """A font's ToUnicode table, object `number` of the file: what each code stands for."""

    font: str
    number: int
    words: dict[int, str]


def with_words(pdf: bytes, inks: Sequence[WordsInk], emoji: EmojiText) -> bytes:
    """The PDF with the words of these lines as its text; they are in the order of drawing."""
    signs = set().union(*(layout.text() for layout in {ink.words.layout for ink in inks}))
    before = list(_tables(pdf))
    after = [table._replace(words=_usual(table.words, signs)) for table in before]
    if not _PLAIN.fullmatch("".join(signs)) or not all(map(_is_whole, after)):
        drawn = glyphs_drawn(inks)
        after = [_told(table, drawn) for table in after]
    if emoji.words:
        after = [_carrying(table, emoji) for table in after]
    return _updated(pdf, [new for new, old in zip(after, before, strict=True) if new != old])


def _tables(pdf: bytes) -> Iterator[Table]:
    for font in _FONT.finditer(pdf):
        begin = pdf.index(b"\n%s 0 obj" % font[2])
        ranges = pdf[begin : pdf.index(b"endcmap", begin)]
        words: dict[int, str] = {}
        for first, last, one, many in _RANGE.findall(ranges):
            start, stop = int(first, 16), int(last, 16)
            codes = [int(code, 16) for code in _CODE.findall(many)]
            codes = codes or [int(one, 16) + step for step in range(stop - start + 1)]
            words |= {start + step: chr(code) for step, code in enumerate(codes) if code}
        yield Table(plain_name(font[1].decode("ascii", "replace")), int(font[2]), words)


def _usual(words: Mapping[int, str], signs: Collection[str]) -> dict[int, str]:
    """What the codes stand for in signs that the letter has; others are left out."""
    usual: dict[int, str] = {}
    for code, sign in words.items():
        for meant in (sign, _LIKE.get(sign, ""), unicodedata.normalize("NFKC", sign)):
            if meant and all(one in signs for one in meant):
                usual[code] = _LAM_ALEF.get(meant, meant)
                break
    return usual


def _is_whole(table: Table) -> bool:
    return len(table.words) == max(table.words, default=0)


def _told(table: Table, drawn: Mapping[str, Mapping[int, Shown]]) -> Table:
    """The table with what its font leaves open, from the font that was drawn in the same order.

    A table that agrees with none stays as it is.
    """
    for font in sorted(drawn, key=lambda font: not table.font.startswith(font)):
        shown = dict(enumerate(drawn[font].items(), 1))
        if max(table.words, default=0) > len(shown):
            continue
        same = sum(_agree(words, shown[code][1].words) for code, words in table.words.items())
        if same >= _AGREEMENT * len(table.words):
            known = {shown[code][0]: words for code, words in table.words.items()}
            words = {
                code: known.get(glyph) or _left_over(glyph, part, known)
                for code, (glyph, part) in shown.items()
            }
            return table._replace(words={code: said for code, said in words.items() if said})
    return table


def _left_over(glyph: int, part: Shown, known: Mapping[int, str]) -> str:
    """What no other glyph of the cluster says; the last that is open says it all."""
    if glyph != next((one for one in reversed(part.glyphs) if one not in known), None):
        return ""
    rest = part.words
    for other in part.glyphs:
        for sign in known.get(other, ""):
            rest = rest.replace(sign, "", 1)
    return _LAM_ALEF.get(rest, rest)


def _agree(sign: str, words: str) -> bool:
    composed, known = unicodedata.normalize("NFKC", words), unicodedata.normalize("NFKC", sign)
    return known in composed or composed in known


def _carrying(table: Table, emoji: EmojiText) -> Table:
    """The table of the font that stands in for emoji."""
    if not table.font.startswith(emoji.font):
        return table
    return table._replace(words=dict(enumerate(emoji.words, 1)))


def _updated(pdf: bytes, tables: Sequence[Table]) -> bytes:
    """The file with these tables in place of its own."""
    if not tables:
        return pdf
    trailer = pdf.rindex(b"trailer")
    former = pdf[pdf.index(b"<<", trailer) + 2 : pdf.rindex(b">>")]
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    update = bytearray()
    places = ["0 1\n0000000000 65535 f \n"]
    for table in sorted(tables, key=lambda one: one.number):
        places.append(f"{table.number} 1\n{len(pdf) + len(update):010} 00000 n \n")
        stream = _stream(table.words)
        update += f"{table.number} 0 obj\n<< /Length {len(stream)} >>\nstream\n".encode()
        update += stream + b"\nendstream\nendobj\n"
    end = len(pdf) + len(update)
    update += f"xref\n{''.join(places)}trailer\n<<".encode()
    update += former + f"/Prev {start}\n>>\nstartxref\n{end}\n%%EOF\n".encode()
    return pdf + bytes(update)


def _stream(words: Mapping[int, str]) -> bytes:
    lines = [
        f"<{code:04X}> <{said.encode('utf-16-be').hex().upper()}>"
        for code, said in sorted(words.items())
        if said
    ]
    stretches = [lines[at : at + _A_TABLE] for at in range(0, len(lines), _A_TABLE)]
    tables = [f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar" for some in stretches]
    return (_HEAD + "\n".join(tables) + _TAIL).encode("ascii")
