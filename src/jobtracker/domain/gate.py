"""The gate: what must not leave the app in a letter.

A missing value, a placeholder of any style, the name of another application's company, role or
contact, or this application's company left out would embarrass whoever sends it. Each finding
points at its place in the text; the blocking ones stop an export until they are gone or overridden
with a reason. The others are hints.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jobtracker.domain.gate_debris import debris
from jobtracker.domain.gate_empty import empty_values
from jobtracker.domain.gate_findings import Finding, GateContext
from jobtracker.domain.gate_manners import MAX_WORDS, manners
from jobtracker.domain.gate_names import others, own_company
from jobtracker.domain.letter_parts import ComposedLetter, Part, PlacedPart
from jobtracker.domain.letters import Filled, Run, label_of
from jobtracker.domain.names import Reading
from jobtracker.domain.placeholder_meanings import field_for
from jobtracker.domain.placeholders import find_placeholders

__all__ = ["MAX_WORDS", "Finding", "GateContext", "as_letter", "check", "is_open", "stops"]

_FOOTNOTE = re.compile(r"\[(?<![\w\])]\[)\d{1,3}\](?![(\w\[])")


def as_letter(filled: Filled) -> ComposedLetter:
    """Words on their own as a letter of nothing but a body."""
    body = PlacedPart(Part.BODY, 0, len(filled.text), filled, 0)
    return ComposedLetter(filled.text, (body,), filled.missing)


def check(letter: ComposedLetter, context: GateContext) -> tuple[Finding, ...]:
    """All findings of a letter, in the order of its text; linear in its length."""
    if not letter.text.strip():
        return (Finding("empty", True, None, "", 0, 0, "The letter is empty: write it first."),)
    reading = Reading(letter.text)
    findings = [*_blocking_rules(letter, reading, context), *_footnotes(letter.text)]
    strangers = [(one.start, one.end) for one in findings if one.rule == "other-contact"]
    hints = manners(letter, reading, context)
    findings += [
        hint for hint in hints if hint.rule != "salutation" or not _is_covered(hint, strangers)
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end)))


def stops(letter: ComposedLetter, context: GateContext) -> tuple[Finding, ...]:
    """Only the blocking ones of these, in any order and at less cost: for lists of letters."""
    if not letter.text.strip():
        return check(letter, context)
    findings = _blocking_rules(letter, Reading(letter.text), context)
    return tuple(one for one in findings if one.blocking)


def _blocking_rules(
    letter: ComposedLetter, reading: Reading, context: GateContext
) -> list[Finding]:
    """What the rules find that may block."""
    filled = _whole(letter)
    findings = [
        *_missing(filled),
        *_placeholders(filled, context),
        *debris(letter.text),
        *others(letter, filled, reading, context),
        *own_company(letter, reading, context),
    ]
    covered = [(one.start, one.end) for one in findings if one.blocking]
    findings += [one for one in empty_values(letter.text) if not _is_covered(one, covered)]
    return findings


def is_open(findings: Iterable[Finding]) -> bool:
    """Whether the letter may leave: nothing found blocks."""
    return not any(finding.blocking for finding in findings)


def _whole(letter: ComposedLetter) -> Filled:
    """The letter as one filled text, for the rules that ask where values stand."""
    runs: list[Run] = []
    for placed in letter.parts:
        shift = placed.start - placed.offset
        for run in placed.filled.runs:
            start = max(run.start + shift, placed.start)
            end = min(run.end + shift, placed.end)
            if start < end:
                runs.append(run._replace(start=start, end=end))
    return Filled(letter.text, tuple(runs))


def _missing(filled: Filled) -> Iterator[Finding]:
    for run in filled.spans:
        if run.missing and run.field:
            message = f"{label_of(run.field)} is missing: type it, or take the field out."
            text = filled.text[run.start : run.end]
            yield Finding("missing-field", True, run.field, text, run.start, run.end, message)


def _placeholders(filled: Filled, context: GateContext) -> Iterator[Finding]:
    """Leftovers of any style, but not those reported as missing nor part of a real name."""
    excused = [(run.start, run.end) for run in filled.spans if run.missing]
    for name in {context.company, context.role, *context.aliases, *context.contacts}:
        if _reads_as_placeholder(name):
            excused += [match.span() for match in re.finditer(re.escape(name), filled.text)]
    excused.sort()
    for found in find_placeholders(filled.text):
        before = bisect_left(excused, (found.end,)) - 1
        if before >= 0 and excused[before][1] > found.start:
            continue
        field = field_for(found.words) if found.words else None
        message = f"“{found.text}” is a leftover placeholder: replace it or take it out."
        if found.doubtful:
            message = f"“{found.text}” may be a leftover placeholder, or be meant as it stands."
        blocking = not found.doubtful
        yield Finding("placeholder", blocking, field, found.text, found.start, found.end, message)


@lru_cache(maxsize=256)
def _reads_as_placeholder(name: str) -> bool:
    """Whether a real name looks like one: the company "[solidcore]"."""
    return bool(find_placeholders(name))


def _is_covered(finding: Finding, covered: list[tuple[int, int]]) -> bool:
    """Whether something else was found at the same place."""
    return any(start < finding.end and finding.start < end for start, end in covered)


def _footnotes(text: str) -> Iterator[Finding]:
    for match in _FOOTNOTE.finditer(text):
        message = f"“{match[0]}” looks like a footnote: letters have none."
        yield Finding("footnote", False, None, match[0], *match.span(), message)
