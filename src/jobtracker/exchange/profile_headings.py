"""The headings of role-profile pages, and a page cut into sections at them.

Names of sections vary from site to site and year to year; the patterns below are the words
that job-profile sites and the Occupational Outlook Handbook use.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from jobtracker.exchange.page_lines import Line, LineKind


class Part(Enum):
    """What a section of a page is about."""

    PREAMBLE = auto()
    SUMMARY = auto()
    GLANCE = auto()
    DUTIES = auto()
    OVERVIEW = auto()
    QUALIFICATIONS = auto()
    OUTLOOK = auto()
    SALARY = auto()
    LETTER = auto()
    QUESTIONS = auto()
    RELATED = auto()
    OTHER = auto()


class Section(NamedTuple):
    """A heading and the lines below it; `level` is 0 for a heading of plain text.

    `subject` is what the heading names besides the part: a category, a title, a group.
    """

    part: Part
    heading: str
    subject: str
    level: int
    lines: list[Line]


class _Heading(NamedTuple):
    part: Part
    subject: str
    weak: bool


_LONGEST = 120
_TOP_LEVELS = 2
_DUTY = r"(?:duties|responsibilities|tasks|activities|accountabilities)"
_PLAIN = r"(?:job |key |main |core |typical |primary |essential |daily |day-to-day |general )*"
_PATTERNS: tuple[tuple[Part, str], ...] = (
    (Part.GLANCE, r"quick facts(?:: (?P<subject>.+))?|(?:role |job |career )?at a glance"),
    (Part.GLANCE, r"(?:role|job) (?:snapshot|facts)|(?:key )?facts|fact ?file"),
    (Part.DUTIES, rf"{_PLAIN}{_DUTY}(?: (?:and|&) {_PLAIN}{_DUTY})?(?: of .+)?"),
    (Part.DUTIES, r"what you(?:'ll| will| would)? (?:do|be doing)|what the (?:job|role) involves"),
    (Part.OVERVIEW, r"(?:job description |job |role |career )?overview|(?:job|role) description"),
    (Part.OVERVIEW, r"about (?:the|this) (?:role|job|career)|(?:the )?work(?:ing)? environment"),
    (Part.OVERVIEW, r"what (?:do |does |is )?(?:an? |the )?(?P<subject>.{2,80}?)(?: do)?\?"),
    (Part.OVERVIEW, r"what (?:an? |the )?(?P<subject>.{2,80}?) do(?:es)?"),
    (Part.OVERVIEW, r"(?:a |the )?(?:typical )?day in the life(?: of .+)?"),
    (Part.QUALIFICATIONS, r"(?:skills(?: and|,|&)? )?qualifications(?: (?:and|&) .{3,40})?"),
    (Part.QUALIFICATIONS, r"(?:.{3,60} )?requirements(?: (?:and|&) .{3,40})?"),
    (Part.QUALIFICATIONS, r"how to become .{1,80}|what (?:you(?:'ll| will)? need|it takes)"),
    (Part.QUALIFICATIONS, r"(?P<subject>education|training|education (?:and|&) training)"),
    (Part.QUALIFICATIONS, r"(?P<subject>(?:required |key |technical |core |essential )*skills)"),
    (Part.QUALIFICATIONS, r"(?P<subject>(?:education|training|experience)(?:,| and| &) .{3,40})"),
    (Part.OUTLOOK, r"(?:career|job|employment|growth|industry|market) outlook"),
    (
        Part.OUTLOOK,
        r"outlook|job market|future outlook|career (?:path|prospects|progression).{0,40}",
    ),
    (Part.SALARY, r"(?:.{3,60} )?salar(?:y|ies)|pay|wages?|earnings|compensation"),
    (Part.SALARY, r"(?:(?:average|expected|typical|median) )?salary (?:.{3,60}|)"),
    (Part.SALARY, r"(?:.{3,60} )?(?:salary|pay) (?:ranges?|scales?|bands?)(?: .{3,40})?"),
    (Part.SALARY, r"compensation (?:and|&) benefits|pay (?:and|&) benefits|what it pays"),
    (Part.SALARY, r"how much (?:do|does|can) .{2,80} (?:earn|make)\??"),
    (Part.LETTER, r"(?:sample|example) (?:.{2,60} )?(?:cover|application) letters?"),
    (Part.LETTER, r"(?:.{2,60} )?(?:cover|application) letter(?: (?:sample|example|template)s?)?"),
    (Part.QUESTIONS, r"(?:.{2,60} )?(?:frequently asked questions|faqs?)(?: .{2,60})?"),
    (Part.QUESTIONS, r"(?:common )?questions(?: (?:and|&) answers)?|q ?& ?a"),
    (Part.RELATED, r"more in (?P<subject>.{2,80})"),
    (Part.RELATED, r"(?:related|similar) (?:job|role|career|occupation|title|position)s?.{0,60}"),
    (Part.SUMMARY, r"summary|introduction|in brief"),
    (Part.OTHER, r"(?:contacts for )?more info(?:rmation)?(?:,.{3,60})?|state (?:&|and) area data"),
    (Part.OTHER, r"sources?|references|about (?:us|the author)|further reading|share this .{2,30}"),
)
_COMPILED = tuple((part, re.compile(pattern, re.IGNORECASE)) for part, pattern in _PATTERNS)
_HINT = re.compile(
    r"glance|facts|snapshot|fact ?file|dut|responsib|task|activit|accountab|what |description"
    r"|overview|about |environment|day in|qualif|requirement|become|who you|educ|training|skill"
    r"|experience|outlook|market|career|pay|wage|earn|salar|compens|how much|it takes|letter"
    r"|question|faq|q ?& ?a|more in|related|similar|summary|introduction|brief|data|source"
    r"|reference|further|share",
    re.IGNORECASE,
)
# words that are also a label, a group or a line of their own inside another part
_WEAK = re.compile(
    r"pay|wages?|earnings|salary|salaries|compensation|education|training|skills|outlook|summary"
    r"|(?:job|career|growth) outlook|requirements|duties|tasks|activities|responsibilities"
    r"|introduction|sources?|references|work environment|overview|experience .*",
    re.IGNORECASE,
)
# parts whose headings are also labels of at-a-glance facts
_LABEL_PARTS = frozenset({Part.SALARY, Part.OUTLOOK, Part.QUALIFICATIONS})
_SUFFIX = re.compile(r"\s*(?:About this section|#|:)+$", re.IGNORECASE)
_EMPHASIS = "*_ "


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """The page cut at its headings; the first section is what stands before any heading."""
    sections = [Section(Part.PREAMBLE, "", "", 0, [])]
    titled = False
    for index, line in enumerate(lines):
        if not titled and _is_page_title(line, sections):
            titled = True
            sections = [Section(Part.PREAMBLE, "", "", 0, list(lines[: index + 1]))]
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        opened = None if line.aside else _opened_by(line, following, sections[-1])
        if opened:
            sections.append(opened)
        else:
            sections[-1].lines.append(line)
    return sections


def _is_page_title(line: Line, sections: Sequence[Section]) -> bool:
    """The page's own heading; menus above it may have headings of their own."""
    if line.level != 1 or line.aside or is_heading(line.text):
        return False
    return all(section.part in {Part.PREAMBLE, Part.OTHER} for section in sections)


def _opened_by(line: Line, following: Line | None, current: Section) -> Section | None:
    if line.kind in {LineKind.BULLET, LineKind.ROW}:
        return None
    heading = _heading(line.text)
    if heading and _stands(heading, line, following, current):
        return Section(heading.part, line.text, heading.subject, line.level, [])
    if heading is None and _ends_section(line, current):
        return Section(Part.OTHER, line.text, "", line.level, [])
    return None


def is_heading(text: str) -> bool:
    """Whether a line of this text would open a part of a profile."""
    return _heading(text) is not None


def _heading(text: str) -> _Heading | None:
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    name = " ".join(_SUFFIX.sub("", text.strip(_EMPHASIS).replace("’", "'")).split())
    for part, pattern in _COMPILED:
        if found := pattern.fullmatch(name):
            subject = found.groupdict().get("subject") or ""
            return _Heading(part, subject, _WEAK.fullmatch(name) is not None)
    return None


def _stands(heading: _Heading, line: Line, following: Line | None, current: Section) -> bool:
    """Whether what reads like a heading is one here, and no label, group or question."""
    marked = line.kind is LineKind.HEADING
    if line.text.endswith("?") and (current.part is Part.QUESTIONS or not marked):
        return current.part is not Part.QUESTIONS and heading.part is not Part.OVERVIEW
    if marked and line.level <= _TOP_LEVELS:
        return True
    if current.part is Part.QUALIFICATIONS and heading.part is Part.QUALIFICATIONS:
        return not heading.subject and not heading.weak
    if current.part is Part.LETTER:
        return marked or not heading.weak
    may_be_label = current.part is Part.GLANCE and (heading.weak or heading.part in _LABEL_PARTS)
    return marked or not may_be_label or _opens_prose(line, following)


def _opens_prose(line: Line, following: Line | None) -> bool:
    """A heading in the glance has a list, or a paragraph after an empty line, below it."""
    if following is None:
        return True
    if following.kind is not LineKind.TEXT:
        return not line.text.endswith(":")
    return len(following.text) > _LONGEST or (following.gap and following.text.endswith("."))


def _ends_section(line: Line, current: Section) -> bool:
    """A marked heading of a name we do not know, as high as the present section's own."""
    if line.kind is not LineKind.HEADING or line.text.endswith("?"):
        return False
    return current.part is Part.PREAMBLE or 0 < line.level <= current.level
