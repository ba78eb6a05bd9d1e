"""Made-up words for large workspaces: companies, people, places, and the text of postings.

Words fall off as those of a language do (Zipf's law), so that a search meets common words, rare
ones and a few that stand in a single posting. The same seed always says the same.
"""

from itertools import accumulate
from random import Random

_CONSONANTS = "b c d f g h k l m n p r s t v w z br ch dr fl gr pl sh st th tr"
_VOWELS = "a e i o u ai ea io ou"
_KNOWN = """
the and to of in for with a you we our is on as team work data experience will be software role
are your engineer python design build product years remote development support systems skills
customers cloud java sql kubernetes manager senior salary benefits interview berlin
"""
CONSONANTS, VOWELS, KNOWN = _CONSONANTS.split(), _VOWELS.split(), _KNOWN.split()
"""What words are made of, and real ones, the most common first."""

VOCABULARY = 20_000
PARAGRAPHS = 4_000
WORDS_A_PARAGRAPH = 75
PARAGRAPHS_A_POSTING = 6
RARE_WORDS = 3


class Words:
    """What `rng` says; `posting` gives about 3 KB."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        made = {self.name(rng.randint(2, 4)) for _ in range(2 * VOCABULARY)} - set(KNOWN)
        words = KNOWN + sorted(made)[:VOCABULARY]
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        self._paragraphs = [
            " ".join(rng.choices(words, cum_weights=weights, k=WORDS_A_PARAGRAPH)).capitalize()
            + "."
            for _ in range(PARAGRAPHS)
        ]

    def name(self, syllables: int = 3) -> str:
        """A word of so many syllables that nobody has used before, more or less."""
        pick = self._rng.choice
        return "".join(pick(CONSONANTS) + pick(VOWELS) for _ in range(syllables))

    def company(self) -> str:
        ending = self._rng.choice(("Labs", "Systems", "Group", "AG", "Works", "Software", "Bank"))
        return f"{self.name().capitalize()} {ending}"

    def person(self) -> str:
        return f"{self.name(2).capitalize()} {self.name(3).capitalize()}"

    def posting(self) -> str:
        """Paragraphs that others have too, and a line of words that hardly anyone has."""
        shared = self._rng.sample(self._paragraphs, PARAGRAPHS_A_POSTING)
        return "\n\n".join((*shared, " ".join(self.name(5) for _ in range(RARE_WORDS))))
