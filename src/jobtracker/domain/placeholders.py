"""Placeholders of any style that people and sites leave in letters: `[Company]`, `{{NAME}}`, ...

One regular expression reads the text once, left to right. What merely looks like a placeholder
(code, addresses, links, quotations) is among its alternatives and dropped. Every repeat has a
bound, so that reading is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain.placeholder_meanings import is_known, words_of


class PlaceholderStyle(StrEnum):
    DOUBLE_BRACES = "double_braces"  # {{COMPANY_NAME}}, {{ company }}
    BRACES = "braces"  # {company}
    BRACKETS = "brackets"  # [Company], [[Company]]
    ANGLES = "angles"  # <Company>, <<Company>>
    GUILLEMETS = "guillemets"  # «Company», as a mail merge prints it
    UNDERSCORES = "underscores"  # __NAME__
    DOLLAR = "dollar"  # $COMPANY, ${company}
    PERCENT = "percent"  # %COMPANY%, %(company)s
    MARKS = "marks"  # *|FNAME|*, @@NAME@@, ##NAME##
    CODE = "code"  # {% if %}, <%= name %>
    PARENTHESES = "parentheses"  # (Your Name), (insert company)
    CROSSES = "crosses"  # XXXX, XX years, xxx-xxx-xxxx
    BLANK = "blank"  # Dear ______,
    LINE = "line"  # "Your Name" on a line of its own
    WORD = "word"  # TBD, TODO, Lorem ipsum
    STRAY = "stray"  # {{ or }} without its partner


class Placeholder(NamedTuple):
    """One found placeholder; `words` are its words in lower case, without its signs."""

    start: int
    end: int
    text: str
    style: PlaceholderStyle
    words: str


# Named after the style; those in capitals are no placeholders and only shield what they cover.
_PATTERN = re.compile(
    r"""
    (?=[-+`!\[{}<$%«*@\#_(XxTFLlhwYCERHS])  # no other sign begins one: most are passed over here
    (?:
    (?P<CODE_SPAN>`[^`\n]{1,500}`)
  | (?P<LINK>(?<!!)\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\) | !\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\))
  | (?P<REFERENCE>\[[^\[\]\n]{1,100}\]:[ \t]{1,8}(?:https?:|www\.|mailto:|[/\#<]))
  | (?P<ADDRESS>\b(?:https?://|www\.)[^\s<>\[\]{}«»]{1,500})
  | (?P<CHECKBOX>[-*+][ \t]{1,8}\[(?:[ x]|X(?!\]\+?[ ]years))\](?=[ \t]))
  | (?P<RULE>(?<![^\n])_{3,200}[ \t]{0,8}$)
  | (?P<double_braces>\{\{[^{}\n]{0,200}\}\})
  | (?P<code>\{[%#][^{}\n]{0,200}[%#]\} | <%[^<>\n]{0,200}%>)
  | (?P<stray>\{\{[{%#]* | \}\}+ | \{[%#] | [%#]\})
  | (?P<dollar>\$\{[^{}\n]{0,100}\} | (?<![\w$])\$[A-Za-z_]\w{1,60})
  | (?P<percent>%\([^()\n]{1,60}\)[sd] | (?<![\w%])%[A-Za-z_]\w{1,60}%)
  | (?P<braces>(?<![\w\\}])\{[ ]{0,4}(?:[^\W_][\w .'’/()&-]{0,100})?\})
  | (?P<brackets>\[\[(?:[^\[\]\n]|\n(?![ \t]{0,8}\n)){1,200}\]\]
      | (?<![\w!])\[(?:[^\[\]\n]|\n(?![ \t]{0,8}\n)){0,200}\](?!\w))
  | (?P<angles><<[^\W\d_][\w '’/&.,-]{0,80}>> | (?<!\w)<[^\W\d_][\w '’/&.,-]{0,80}>)
  | (?P<guillemets>«[^\W\d_][\w '’/-]{0,80}»)
  | (?P<marks>\*\|[\w :]{1,60}\|\* | @@\w{1,60}@@ | \#\#[A-Za-z]\w{1,60}\#\#)
  | (?P<underscores>(?<!\w)__[A-Za-z](?:\w(?!__)){0,60}\w?__(?!\w))
  | (?P<blank>(?<!\w)_{3,200}(?!\w))
  | (?P<parentheses>\((?:[Ii]nsert|[Ee]nter|[Aa]dd|Your|Company|Hiring|Job)\ [^()\n]{1,80}\))
  | (?P<crosses>(?<![A-Za-z0-9])(?:[Xx]{3,20}(?:[-/. ][Xx]{2,20}){0,6}
      | XX(?:[-/.]X{2,8}){1,3}
      | XX?(?=[+%]|[ ](?:\+[ ])?(?:years?|yrs|months?|percent|people)\b))[Kk]?(?![A-Za-z0-9]))
  | (?P<word>\b(?:TODO(?![ ](?:app|list|appl))|TBD|TBC|FIXME|TKTK)\b | \b[Ll]orem[ ]ipsum\b)
  | (?P<line>\b(?:Your|Company|Employer(?:['’]s)?|Recipient(?:['’]s)?|Hiring[ ]Manager['’]?s?
        |Street)
      (?:[ ](?:Full|First|Last|Email|Phone|Street|Company|Job|Name|Number|Address|Title
        |City|State|Location|LinkedIn|Here|here|Signature)){1,3}
      (?=[ \t*]{0,8}(?:$|[|·•,])))
    )
    """,
    re.MULTILINE | re.VERBOSE,
)

_TAGS = (
    "a abbr b big blockquote body br center code del div em font h1 h2 h3 h4 h5 h6 head hr html i"
    " img ins li ol p pre s script small span strong style sub sup table tbody td th thead tr u ul"
)
_NO_ANGLES = frozenset(_TAGS.split())
_NO_BRACKETS = re.compile(
    r"(?:sic|sic!|\^.*|[\d\s,;–-]*\d[\d\s,;–-]*|emphasis (?:added|mine))", re.IGNORECASE | re.DOTALL
)
_LINK_NAME = re.compile(
    r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]{1,8}(?:https?:|www\.|mailto:|[/#<])", re.MULTILINE
)
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,100})\]")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|_")


def find_placeholders(text: str) -> tuple[Placeholder, ...]:
    """Every placeholder in order, without overlap; positions count characters."""
    links = frozenset(name.casefold() for name in _LINK_NAME.findall(text))
    return tuple(_found(text, links))


def _found(text: str, links: frozenset[str]) -> Iterator[Placeholder]:
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        if kind.isupper():
            continue
        style = PlaceholderStyle(kind)
        if style is PlaceholderStyle.BRACKETS and _names_link(text, match, links):
            continue
        if style is PlaceholderStyle.LINE and not _begins_line(text, match.start()):
            continue
        if _stands(style, match[0]):
            yield Placeholder(*match.span(), match[0], style, words_of(match[0]))


def _names_link(text: str, match: re.Match[str], links: frozenset[str]) -> bool:
    """Whether brackets use a link defined elsewhere: `[name]`, `[shown][name]`."""
    if not links:
        return False
    follower = _BRACKETED.match(text, match.end())
    used = follower[1] if follower else match[0][1:-1]
    return used.casefold() in links


def _begins_line(text: str, start: int) -> bool:
    """Whether only blanks, stars or a separator stand before it on its line."""
    before = text[max(0, start - 8) : start].rstrip(" \t*")
    return not before or before[-1] in "\n,|·•:"


def _stands(style: PlaceholderStyle, written: str) -> bool:
    """Whether what has the shape of a placeholder also reads as one."""
    if style is PlaceholderStyle.BRACKETS:
        return not _NO_BRACKETS.fullmatch(written.strip("[]").strip())
    if style is PlaceholderStyle.ANGLES:
        return written.strip("<>").split()[0].lower() not in _NO_ANGLES
    if style is PlaceholderStyle.DOLLAR and written[1] != "{":
        return "_" in written or is_known(words_of(written))
    if style in _QUOTING:
        plain = written.strip("«»_%")
        return is_known(words_of(written)) or (
            " " not in plain and (plain.isupper() or bool(_INNER_CAPITAL.search(plain)))
        )
    return True


# Signs that also stand for something else: a quotation, bold text, a share.
_QUOTING = (PlaceholderStyle.GUILLEMETS, PlaceholderStyle.UNDERSCORES, PlaceholderStyle.PERCENT)
