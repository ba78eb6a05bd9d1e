"""How much a posting asks for each skill it names, and for how many years."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobtracker.domain.posting_sections import Part, Section, sections
from jobtracker.domain.skills import Found, Skill

REQUIRED = "required"
NICE = "nice to have"
MENTIONED = "mentioned"
NOT_NEEDED = "not needed"


class Asked(NamedTuple):
    """A skill at [start:end] of a posting, and how much it is asked for there.

    `years` is where its words about how long stand, with the skill's own: "5+ years of Python".
    """

    skill: Skill
    start: int
    end: int
    weight: str
    years: tuple[int, int] | None = None


class _Cue(NamedTuple):
    """Words that weigh what stands before them (`back`) or after them (`ahead`)."""

    start: int
    end: int
    weight: str
    ahead: bool
    back: bool
    close: bool


_PREFIX_NICE = (
    r"nice[- ]to[- ]haves?|good to have|bonus(?: points\b|:| for\b| if\b)|ideally|preferably|"
    r"we(?:'d| would) love|even better|desirable:|preferred:|extra points|"
    r"(?:plus|bonus|advantage|asset|preferred|desirable|welcome), (?:as|so) (?:is|are|would be)\b|"
    r"(?:an? )?(?:plus|bonus|advantage|asset):|von vorteil:?|wünschenswert:?"
)
_POSTFIX_NICE = (
    r"(?:a|an|as|big|huge|strong|definite|real) (?:plus|bonus|advantage|asset|benefit)\b|"
    r"\bpreferred\b|\bdesirable\b|\bdesired\b|\badvantageous\b|\bbeneficial\b|\bhelpful\b|"
    r"\bhelps?\b(?=[.,;)]|$|,? though)|\buseful\b|\bwelcome\b|\boptional\b|\bideally\b|"
    r"\b(?:is|are|be) nice\b|\b(?:is|are|be) (?:a )?plus\b|\bnice to have\b|\ban? advantage\b"
)
_PREFIX_REQUIRED = (
    r"\bmusts?\b(?! be of)|\brequires?\b|\b(?:you|we|will) need\b|\bneeds?(?= to\b|:)|\bat least\b|"
    r"\bminimum\b|\b\d+\s*\+?(?:\s*[-–]\s*\d+)?\s*\+?\s*years?\b|\bmandatory:|"
    r"(?<!not )\brequired:|^need\b|\byou (?:already )?(?:hold|have|bring|possess)\b|"
    r"\b(?:candidate|applicant|holder) (?:will |should )?(?:has|have|holds?|brings?|possess)|"
    r"\bwhat matters:|\berforderlich:|\bvoraussetzung"
)
_POSTFIX_REQUIRED = (
    r"\brequired\b(?!:)|\bmandatory\b(?!:)|\bessential\b(?!:)|\b(?:a|are|is) musts?\b|"
    r"\bnecessary\b|\bcompulsory\b|\b(?:is|are) (?:expected|needed)\b"
)
_NEGATION = (
    r"\bno\b(?! (?:less|later|matter|more|one|longer|problem|idea|doubt|two|means))|\bneed no\b|"
    r"\b(?:don['’]?t|do not|won['’]?t|will not|needn['’]?t|doesn['’]?t|does not)"
    r" (?:have to|need(?: to)?(?: know)?|require|expect|use|know|ask for)|\bnot (?:need|require)\b|"
    r"\bnot (?:strictly )?(?:needed|required|necessary|essential|expected)(?=\s*:|\t|\s[-–—]\s)|"
    r"\bno need (?:for|of|to)\b|\bnicht (?:erforderlich|nötig|notwendig)(?=\s*:|\t)|"
    r"\b(?:nobody|no one)\b.{0,20}\b(?:expects?|needs?|asks?|wants?)\b|"
    r"\bwithout (?:any )?(?:knowledge|experience)"
)
_NEGATED_BACK = (
    r"\b(?:is|are|but|by no means)?\s*(?:not|n['’]t|by no means|never)\s*"
    r"(?:strictly |absolutely |an? )?(?:required|needed|necessary|essential|mandatory|expected|"
    r"must|requirement)\b(?!\s*:|\t)|\bunnecessary\b|"
    r"\bnicht (?:erforderlich|nötig|notwendig)\b(?!\s*:|\t)"
)
_CUES = (
    (re.compile(_NEGATED_BACK, re.IGNORECASE), NOT_NEEDED, False, True),
    (re.compile(_NEGATION, re.IGNORECASE), NOT_NEEDED, True, False),
    (re.compile(_PREFIX_NICE, re.IGNORECASE), NICE, True, False),
    (re.compile(_POSTFIX_NICE, re.IGNORECASE), NICE, False, True),
    (re.compile(_PREFIX_REQUIRED, re.IGNORECASE), REQUIRED, True, False),
    (re.compile(_POSTFIX_REQUIRED, re.IGNORECASE), REQUIRED, False, True),
)
_SENTENCE_END = re.compile(r"[.!?](?=[\s)])(?<!e\.g\.)(?<!i\.e\.)|;|\s[–—]\s")
_TURN = re.compile(
    r",? (?:but|however|although|though|while|because|since)\b|"
    r", (?=(?:and |so )?(?:we|you|our|it|they|i|there)\b)",
    re.IGNORECASE,
)
_NOTHING_ASKED = re.compile(
    r"equal[- ](?:employment )?opportunit|regardless of|without regard|discriminat|"
    r"reasonable accommodation|\bveterans?\b.*\bdisabilit|criminal histor|affirmative action|"
    r"^\s*(?:[•*-]\s*)?we (?:offer|provide|pay)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:\d{1,2}\s*\+?(?:\s*(?:-|–|to)\s*\d{1,2})?\s*\+?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|several)\s*(?:years?|yrs?\b)(?:['’])?(?: or more)?",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters of a sentence that are weighed together."""
_REACH = 60
"""Characters that may stand between years and the skill they are about."""
_DEFAULT = {
    Section.REQUIRED: REQUIRED,
    Section.NICE: NICE,
    Section.NOT_NEEDED: NOT_NEEDED,
}


def asked(text: str, found: Sequence[Found]) -> list[Asked]:
    """What a posting asks of the skills that were found in it, in their order.

    What it says of itself, its benefits and the law is left out.
    """
    starts = [one.start for one in found]
    wanted: list[Asked] = []
    for part in sections(text):
        if part.section is Section.ASIDE:
            continue
        for start, end in _sentences(text, part):
            inside = found[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
            if inside and not _NOTHING_ASKED.search(text[start:end]):
                wanted += _weighed(text, start, end, inside, part.section)
    return wanted


def _sentences(text: str, part: Part) -> Iterator[tuple[int, int]]:
    """The sentences of a part; an endless one in pieces, so that the work stays linear."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text, part.start, part.end)]
    start = part.start
    for end in (*ends, part.end):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
        start = end


def _weighed(
    text: str, start: int, end: int, inside: Sequence[Found], section: Section
) -> Iterator[Asked]:
    sentence = text[start:end]
    cues = list(_cues(sentence))
    turns = [turn.start() for turn in _TURN.finditer(sentence)]
    commas = [index for index, c in enumerate(sentence) if c == ","]
    years = [found.span() for found in _YEARS.finditer(sentence)]
    for one in inside:
        span = one.start - start, one.end - start
        weight = _weight(span, cues, turns, commas, section)
        near = _years(span, years, commas)
        yield Asked(
            one.skill,
            one.start,
            one.end,
            weight,
            (near[0] + start, near[1] + start) if near else None,
        )


def _cues(sentence: str) -> Iterator[_Cue]:
    """The words that weigh; those of a negation are not read as asking ("not required")."""
    taken: list[tuple[int, int]] = []
    for pattern, weight, ahead, back in _CUES:
        for found in pattern.finditer(sentence):
            if any(first < found.end() and found.start() < last for first, last in taken):
                continue
            if weight == NOT_NEEDED or (weight == NICE and back):
                taken.append(found.span())
            close = found[0].casefold() == "ideally"
            yield _Cue(found.start(), found.end(), weight, ahead, back, close)


def _weight(
    span: tuple[int, int],
    cues: Sequence[_Cue],
    turns: Sequence[int],
    commas: Sequence[int],
    section: Section,
) -> str:
    near = [
        (distance, cue)
        for cue in cues
        if (distance := _distance(span, cue, turns, commas)) is not None
    ]
    if not near:
        return _DEFAULT.get(section, MENTIONED)
    best = min(near)[1]
    if best.weight == NOT_NEEDED and best.back and any(cue.weight == NICE for _, cue in near):
        return NICE
    if best.weight == REQUIRED and section is Section.NICE and not best.back:
        return NICE
    return best.weight


_ORDER = {NOT_NEEDED: 0, NICE: 1, REQUIRED: 2}


def _distance(
    span: tuple[int, int], cue: _Cue, turns: Sequence[int], commas: Sequence[int]
) -> tuple[int, int, int, int] | None:
    """How far a cue is from a skill: turns of the sentence, commas, kind, characters.

    None where it does not reach: it looks the other way, or a negation stands beyond a turn.
    """
    if cue.ahead and cue.end <= span[0]:
        low, high = cue.end, span[0]
    elif cue.back and span[1] <= cue.start:
        low, high = span[1], cue.start
    else:
        return None
    between = _count(turns, low, high)
    if cue.weight == NOT_NEEDED and cue.ahead and between:
        return None
    if cue.back and cue.weight == NOT_NEEDED and between > 1:
        return None
    within = _count(commas, low, high)
    if cue.close and cue.back and within:
        return None
    return between, within, _ORDER[cue.weight], high - low


def _count(places: Sequence[int], low: int, high: int) -> int:
    """How many of the places, in their order, lie from `low` up to `high`."""
    return bisect_left(places, high) - bisect_left(places, low)


def _years(
    span: tuple[int, int], years: Sequence[tuple[int, int]], commas: Sequence[int]
) -> tuple[int, int] | None:
    """The stretch from the years to the skill, or from the skill to its years."""
    for first, last in years:
        low, high = (last, span[0]) if last <= span[0] else (span[1], first)
        if 0 <= high - low <= _REACH and not _count(commas, low, high):
            return min(first, span[0]), max(last, span[1])
    return None
