"""Whether a letter, or a sentence of it, is in another language than its date and salutation."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from jobtracker.domain.gate_findings import Finding
from jobtracker.domain.letter_kinds import Language, language_name
from jobtracker.domain.letter_languages import language_of
from jobtracker.domain.letter_parts import ComposedLetter, Part
from jobtracker.domain.letter_words import WORDS
from jobtracker.domain.names import Reading, fold, words_said

_SENTENCE = re.compile(r"[^.!?\n]{20,600}")
_FEWEST_WORDS, _FEWEST_FOREIGN = 6, 3
_LEAST_SHARE, _LEAST_LEAD = 0.3, 3
_MOST_SHOWN = 3


def languages(
    letter: ComposedLetter, reading: Reading, language: Language | None
) -> Iterator[Finding]:
    """One hint where all of it reads so, else one for each such sentence."""
    bodies = [part for part in letter.parts if part.part is Part.BODY]
    if language is None or not bodies:
        return
    said = "\n".join(letter.text[part.start : part.end] for part in bodies)
    read = language_of(said)
    if read is not None and read is not language:
        start = bodies[0].start
        message = (
            f"The letter reads as {language_name(read)}, while its date and salutation are "
            f"{language_name(language)}: change its language, or its words."
        )
        yield Finding("language", False, None, "", start, start, message)
        return
    others = [
        other
        for other, words in _foreign(language).items()
        if len(words & reading.vocabulary) >= _FEWEST_FOREIGN
    ]
    if others:
        found = (
            one
            for part in bodies
            for one in _sentences(letter, part.start, part.end, language, others)
        )
        yield from islice(found, _MOST_SHOWN)


def _sentences(
    letter: ComposedLetter, start: int, end: int, language: Language, others: list[Language]
) -> Iterator[Finding]:
    for match in _SENTENCE.finditer(letter.text, start, end):
        said = words_said(match[0])
        read = next((one for one in others if _reads_as(said, one, language)), None)
        if read is not None:
            message = (
                f"This sentence reads as {language_name(read)}, the letter is "
                f"{language_name(language)}."
            )
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Finding("language", False, None, match[0].strip(), begin, match.end(), message)


def _reads_as(said: list[str], other: Language, language: Language) -> bool:
    """Whether words are another language's, and hardly any the letter's own."""
    foreign = [word for word in said if word in _foreign(language)[other]]
    own = sum(word in _folded(language) for word in said)
    many = len(said) >= _FEWEST_WORDS and len(set(foreign)) >= _FEWEST_FOREIGN
    return many and len(foreign) >= max(_LEAST_SHARE * len(said), _LEAST_LEAD * own)


@lru_cache
def _foreign(language: Language) -> dict[Language, frozenset[str]]:
    """The function words of each other language that are none of this one."""
    return {other: _folded(other) - _folded(language) for other in WORDS if other is not language}


@lru_cache
def _folded(language: Language) -> frozenset[str]:
    return frozenset(map(fold, WORDS[language].function_words))
