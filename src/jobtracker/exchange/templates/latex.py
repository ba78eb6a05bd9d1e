r"""A LaTeX letter as Markdown text; macros that stand for words become fields.

`\newcommand{\company}{Acme}` names a field `company`: wherever `\company` is used, the template
asks for it. What only sets type (`\vspace`, `\hfill`) is left out; the words inside any other
command stay.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import islice

from jobtracker.domain.placeholder_meanings import field_for, is_known, words_between
from jobtracker.exchange.templates.foreign import with_numbers
from jobtracker.exchange.templates.latex_head import group_at, with_head

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*\n?[ \t]*")
_DEFINITION = re.compile(
    r"\\(?:(?:re|provide)?newcommand|providecommand|renewcommand|def)\*?[ ]?\{?\\([A-Za-z]+)\}?"
    r"[ ]?(\[\d\])?(#\d)?[ ]?(?=\{)"
)
_TOKEN = re.compile(
    r"\\([A-Za-z]+)\*?[ \t]*|\\(.)|([{}])|(\n[ \t]*\n\s*|\n)|(\$)|(---?|``|''|~|`)"
    r"|[^\\{}\n$`'~-]+|.",
    re.DOTALL,
)
_DEPTH = 12
_MACROS = 500
_DEEPEST = 3
_MEANING = 500
"""Signs of a macro that stands for words."""
_STARS = {"textbf": "**", "textit": "*", "emph": "*", "textsl": "*"}
_ACCENTS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303"}
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "aa": "å", "l": "ł"}
_WORDS = {"LaTeX": "LaTeX", "TeX": "TeX", "ldots": "…", "dots": "…", "today": "{{ date }}"}
_WORDS |= {"textbackslash": "\\", "textbar": "|", "euro": "€", "EUR": "€", "pounds": "£"}
_WORDS |= {"quad": " ", "qquad": " ", "enspace": " ", "item": "", "newline": "\n", "par": "\n\n"}
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "`": "‘"}
_PARAGRAPH = frozenset(["opening", "encl", "enclosure", "cc", "ps", "subject", "date", "recipient"])
_OF_LINES = frozenset(["recipient", "address"])
_ARGUMENTS_DROPPED = {
    **dict.fromkeys(("vspace", "hspace", "setlength", "addtolength", "pagestyle", "color"), 2),
    **dict.fromkeys(("documentclass", "usepackage", "thispagestyle", "includegraphics"), 2),
    **dict.fromkeys(("input", "include", "label", "fontsize", "definecolor", "selectlanguage"), 3),
    **dict.fromkeys(("makeletterclosing", "makelettertitle", "textcolor", "parbox", "raisebox"), 1),
    **dict.fromkeys(("KOMAoptions", "moderncvstyle", "moderncvcolor", "nopagebreak"), 1),
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand", "def"), 2),
}
_ENCLOSURES = frozenset(["encl", "enclosure"])
_BLANKS = frozenset(["hrulefill", "dotfill", "fillin", "rule"])
_UNDERLINES = frozenset(["underline", "uline", "underbar"])
_BLANK = "______"
_CLOSING_LATER = "\\makeletterclosing"
_INDENT = "\x00"
"""A level of a list, until the other blanks at the begin of lines are gone."""


def is_latex(text: str) -> bool:
    return (
        re.search(r"\\(?:documentclass|begin\{(?:document|letter)\}|opening\{)", text) is not None
    )


def markdown_of(text: str) -> str:
    """The letter in a LaTeX file."""
    source = _COMMENT.sub(r"\1", text)
    fields = _fields(source)
    whole = with_head(source)
    letter = _Reader(whole.text, fields, signature=whole.signature).text()
    return with_numbers(letter)


def _fields(source: str) -> Mapping[str, str]:
    """The macros that stand for words, with the tags of their fields."""
    fields: dict[str, str] = {}
    for found in islice(_DEFINITION.finditer(source), _MACROS):
        meaning = group_at(source[found.end() : found.end() + _MEANING], 0)[0]
        sets_type = found[2] or found[3] or re.search(r"\\[A-Za-z]", meaning)
        if not sets_type and meaning.strip():
            fields[found[1]] = f"{{{{ {field_for(words_between(found[1]))} }}}}"
    return fields


class _Reader:
    """Reads token by token; what a command holds in braces is read by a reader of its own."""

    def __init__(
        self, source: str, fields: Mapping[str, str], depth: int = 0, signature: str = ""
    ) -> None:
        self._source = source
        self._fields = fields
        self._depth = depth
        self._parts: list[str] = []
        self._lists: list[str] = []
        self._signature = signature
        self._closing = self._enclosures = ""
        self._closed = False
        position = 0
        while position < len(source):
            token = _TOKEN.match(source, position)
            assert token is not None
            position = self._read(token)

    def text(self) -> str:
        blanks = re.sub(r"[ \t]{2,}", " ", "".join(self._parts))
        lines = "\n".join(line.strip(" ") for line in blanks.split("\n"))
        return re.sub(r"\n{3,}", "\n\n", lines).strip().replace(_INDENT, "   ")

    def _read(self, token: re.Match[str]) -> int:
        command, sign, brace, line_end, dollar, quote = token.groups()
        if command:
            return self._command(command, token.end())
        if sign:
            return self._sign(sign, token.end())
        if line_end:
            self._parts.append("\n\n" if line_end.count("\n") > 1 else " ")
        elif quote:
            self._parts.append(_SIGNS.get(quote, quote))
        elif not brace and not dollar:
            self._parts.append(token[0])
        return token.end()

    def _sign(self, sign: str, end: int) -> int:
        is_accent = sign in _ACCENTS and self._source[end : end + 1].strip("}")
        if is_accent:
            letter, end = group_at(self._source, end)
            accented = letter.lstrip("\\")[:1] + _ACCENTS[sign]
            self._parts.append(unicodedata.normalize("NFC", accented))
        elif sign == "\\":
            end = self._past_options(end)
            self._parts.append("\n")
        elif sign in " \n,":
            self._parts.append(" ")
        elif sign not in "-/()[];:!":
            self._parts.append(sign)
        return end

    def _past_options(self, end: int) -> int:
        options = re.compile(r"\s{0,8}\[[^\[\]{}\n]{0,200}\]").match(self._source, end)
        return options.end() if options else end

    def _command(self, name: str, end: int) -> int:
        if name in self._fields:
            return self._field(name, end)
        if name in {"begin", "end"}:
            return self._environment(name, *group_at(self._source, end))
        if name == _CLOSING_LATER[1:]:
            self._parts += ("\n\n", self._closing, "\n\n", self._enclosures, "\n\n")
            self._closed = True
        if name in _WORDS or name in _LETTERS:
            return self._word(name, self._past_options(end) if name == "item" else end)
        return self._other_command(name, self._past_options(end))

    def _other_command(self, name: str, end: int) -> int:
        if name in _BLANKS:
            return self._blank(name, end)
        if name in _ARGUMENTS_DROPPED:
            self._parts.append(" " if name == "hspace" else "")
            return self._past_arguments(end, _ARGUMENTS_DROPPED[name])
        if self._source.startswith("{", end):
            return self._with_argument(name, end)
        if is_known(words_between(name)):
            self._parts.append(f"{{{{ {field_for(words_between(name))} }}}}")
        return end

    def _field(self, name: str, end: int) -> int:
        self._parts.append(self._fields[name])
        if self._source.startswith("{}", end):
            return end + 2
        self._parts.append(" " if self._source[end - 1 : end].isspace() else "")
        return end

    def _word(self, name: str, end: int) -> int:
        if name == "item":
            sign = self._lists[-1] if self._lists else "- "
            self._parts.append(f"\n{_INDENT * min(max(0, len(self._lists) - 1), _DEEPEST)}{sign}")
            return end
        self._parts.append(_LETTERS.get(name) or _WORDS[name])
        return end + 2 if self._source.startswith("{}", end) else end

    def _blank(self, name: str, end: int) -> int:
        """A line to write on; one as wide as the page only parts what stands above and below."""
        after = self._past_arguments(end, 2)
        parts_page = name == "rule" and re.search(
            r"\\(?:text|line|column)width", self._source[end:after]
        )
        blank_after = " " if self._source[end - 1 : end] == " " else ""
        self._parts.append("" if parts_page else _BLANK + blank_after)
        return after

    def _past_arguments(self, end: int, count: int) -> int:
        for _ in range(count):
            end = self._past_options(end)
            if not self._source.startswith("{", end):
                break
            _ignored, end = group_at(self._source, end)
        return end

    def _environment(self, name: str, kind: str, end: int) -> int:
        if kind in {"itemize", "enumerate"}:
            if name == "begin":
                self._lists.append("1. " if kind == "enumerate" else "- ")
            elif self._lists:
                self._lists.pop()
            self._parts.append("\n\n" if name == "end" and not self._lists else "\n")
            return self._past_options(end)
        self._parts.append("\n\n")
        if kind == "letter" and name == "begin":
            end = self._past_options(end)
            whom, end = group_at(self._source, end)
            self._parts += (self._inner(whom), "\n\n")
        return end

    def _with_argument(self, name: str, end: int) -> int:
        argument, end = group_at(self._source, end)
        if name == "href":
            shown, end = group_at(self._source, end)
            self._parts.append(f"[{self._inner(shown)}]({argument.replace(' ', '%20')})")
            return end
        words = argument if name == "url" else self._inner(argument)
        while name in _OF_LINES and self._source.startswith("{", end):
            argument, end = group_at(self._source, end)
            words = f"{words}\n{self._inner(argument)}".strip()
        if name == "closing":
            return self._close(words, end)
        if name in _UNDERLINES and not words.strip():
            self._parts.append(_BLANK)
            return end
        if name in _ENCLOSURES and _CLOSING_LATER in self._source and not self._closed:
            self._enclosures = words
            return end
        stars = _STARS.get(name, "") if words.strip() and "*" not in words else ""
        gap = "\n\n" if name in _PARAGRAPH else ""
        self._parts += (gap, stars, words, stars, gap or self._gap_before_more(end))
        return end

    def _gap_before_more(self, end: int) -> str:
        """A blank between what one command holds in several braces."""
        return " " if self._source.startswith("{", end) else ""

    def _close(self, words: str, end: int) -> int:
        """The closing words with the signature below, where the letter is to end."""
        closing = f"{words}\n{self._inner(self._signature)}".strip()
        if _CLOSING_LATER in self._source:
            self._closing = closing
        else:
            self._parts += ("\n\n", closing, "\n\n")
        return end

    def _inner(self, source: str) -> str:
        if self._depth >= _DEPTH:
            return source
        return _Reader(source, self._fields, self._depth + 1).text()
