"""The language a posting is written in, by its small words."""

import re
from collections import Counter

from jobtracker.exchange.postings.text_words import words_in

_SMALL_WORDS = {
    "en": words_in(
        """
        a and are as be for in is of on or our the this to we will with you your
        """
    ),
    "de": words_in(
        """
        auf bei das dein deine den der die du ein eine einen für ihre im ist mit sie und
        von wir zum zur
        """
    ),
    "fr": words_in(
        """
        au aux avec dans de des du en est et la le les notre nous pour sur un une votre
        vous
        """
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12_000
_HEAD = 2_000
"""Characters that tell the language."""
_MARKS = {
    "de": re.compile(r"\(m\s?/\s?w\s?/\s?d\)|\(w\s?/\s?m\s?/\s?d\)|\bGmbH\b", re.IGNORECASE),
    "fr": re.compile(r"\b[HF]\s?/\s?[HF]\b|\bCD[ID]\b"),
}


def language_of(view: str) -> str:
    """One of "en", "de", "fr"; English where nothing says otherwise."""
    said = Counter(_WORD.findall(view[:_ENOUGH].lower()))
    counts = {
        language: sum(said[word] for word in words) for language, words in _SMALL_WORDS.items()
    }
    for language, mark in _MARKS.items():
        counts[language] += 3 * bool(mark.search(view[:_HEAD]))
    return max(counts, key=lambda language: counts[language])
