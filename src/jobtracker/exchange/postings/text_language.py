"""The language a posting is written in, by its small words."""

import re

_SMALL_WORDS = {
    "en": frozenset(
        "the and of to with for you our we are will is your this in a on be as or".split()
    ),
    "de": frozenset(
        "der die das und mit für sie wir ihre eine einen im zur zum von den ist auf bei du dein deine ein".split()
    ),
    "fr": frozenset(
        "le la les et des de du vous nous pour une un votre dans avec est sur au aux notre en".split()
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3_000
_MARKS = {
    "de": re.compile(r"\(m\s?/\s?w\s?/\s?d\)|\(w\s?/\s?m\s?/\s?d\)|\bGmbH\b", re.IGNORECASE),
    "fr": re.compile(r"\b[HF]\s?/\s?[HF]\b|\bCD[ID]\b"),
}


def language_of(view: str) -> str:
    """ "en", "de" or "fr"; English where nothing says otherwise."""
    counts = dict.fromkeys(_SMALL_WORDS, 0)
    for number, word in enumerate(_WORD.finditer(view)):
        if number > _ENOUGH:
            break
        for language, words in _SMALL_WORDS.items():
            counts[language] += word[0].lower() in words
    for language, mark in _MARKS.items():
        counts[language] += 3 * bool(mark.search(view[:2_000]))
    return max(counts, key=lambda language: counts[language])
