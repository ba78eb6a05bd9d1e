"""Finding an occupation by the title that people use for it.

Titles are compared as bags of plain words: singular, American spelling, abbreviations written
out, levels and noise ("Senior ... (remote)") left out. A rare word counts more than a common
one, and the last word of a title, which says what somebody is, more than those before it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.text import folded, words_of

OFFICIAL, ALSO, PROFILE, PART = "official", "also", "profile", "part"
_WORTH = {OFFICIAL: 1.0, ALSO: 1.0, PROFILE: 0.98, PART: 0.9}
"""What a whole match of the phrase is worth, by who calls the occupation so."""
_PART_WORTH = 0.93
"""What a match of the first part of the text is worth; that of each next one a little less."""
_ENOUGH = 0.25
"""A match weaker than this is no answer."""
_LOOKED_AT = 200
"""So many titles that share words with the text are weighed: those that share most, the short."""
_HEAD = 1.4
"""How much more the last word of a title counts."""
_SAME_WORDS, _NOT_ALL = 0.97, 0.93
"""What all words of a title are worth in another order, and at most some of them."""
_GUESSED = 0.9
"""What a word is worth that was taken for another one."""

_LEVELS = words_of(
    "junior jr senior sr entry mid midlevel experienced intermediate graduate trainee intern "
    "internship apprentice 1 2 3 4 i ii iii iv v lead staff principal associate chief head "
    "journeyman journeyperson certified licensed registered level"
)
_TERMS = words_of(
    "full part time hybrid onsite remote permanent temporary temp seasonal prn per diem contract "
    "contractor freelance fulltime parttime shift night day weekend job position role travel urgent"
)
_NOISE = words_of(
    "a an and at by for in of on or the to with w m f d x needed wanted hiring except all other "
    "including related etc"
)
_SPELLINGS = {
    "accountant": "acct", "accounting": "acctg", "actor": "actress",
    "administrator": "admin administrative", "advisor": "adviser", "airplane": "aeroplane",
    "aluminum": "aluminium", "analyzer": "analyser", "anesthesiologist": "anaesthesiologist",
    "anesthetist": "anaesthetic anaesthetist", "archeologist": "archaeologist",
    "assistant": "asst", "bartender": "barmaid barman", "behavior": "behaviour",
    "catalog": "catalogue", "center": "centre", "chair": "chairman", "color": "colour",
    "coordinator": "coord", "counseling": "counselling", "counselor": "counsellor",
    "defense": "defence", "developer": "dev", "director": "dir",
    "drafter": "draftsman draftsperson draughtsman draughtsperson", "engineer": "eng engr",
    "executive": "exec", "fiber": "fibre", "firefighter": "fireman", "gray": "grey",
    "gynecologist": "gynaecologist", "host": "hostess", "jail": "gaol", "jeweler": "jeweller",
    "jewelry": "jewellery", "labeling": "labelling", "labor": "labour", "license": "licence",
    "lineworker": "lineman lineperson linesman", "mailcarrier": "mailman postman",
    "manager": "mgr mngr", "maneuver": "manoeuvre", "mechanic": "mech", "modeling": "modelling",
    "mold": "mould", "molder": "moulder", "operations": "ops", "organizer": "organiser",
    "orthopedic": "orthopaedic", "pediatric": "paediatric", "pediatrician": "paediatrician",
    "plow": "plough", "police": "policeman policewoman", "professor": "prof",
    "program": "programme", "repairer": "repairman", "representative": "rep",
    "salesperson": "salesman saleswoman", "sewer": "seamstress", "specialist": "spec",
    "specialized": "specialised", "steward": "stewardess", "sulfur": "sulphur",
    "supervisor": "foreman foreperson forewoman supv", "teacher": "tchr",
    "technician": "tech technologist", "theater": "theatre", "tire": "tyre",
    "traveling": "travelling", "truck": "lorry", "waiter": "waitress", "wastewater": "ww",
}  # fmt: skip
"""Other spellings and short forms of a word."""
_SAME = {other: word for word, others in _SPELLINGS.items() for other in words_of(others)}
_PAIRS = {
    ("front", "end"): "frontend", ("back", "end"): "backend", ("full", "stack"): "fullstack",
    ("health", "care"): "healthcare", ("child", "care"): "childcare", ("day", "care"): "daycare",
    ("e", "commerce"): "ecommerce", ("dev", "op"): "devops", ("fork", "lift"): "forklift",
    ("web", "site"): "website", ("data", "base"): "database", ("line", "worker"): "lineworker",
    ("fire", "fighter"): "firefighter", ("bar", "tender"): "bartender",
    ("baby", "sitter"): "babysitter", ("house", "keeper"): "housekeeper",
    ("book", "keeper"): "bookkeeper", ("pre", "school"): "preschool",
    ("para", "legal"): "paralegal", ("para", "medic"): "paramedic",
    ("brick", "layer"): "bricklayer", ("mail", "carrier"): "mailcarrier",
    ("para", "educator"): "paraeducator", ("dry", "wall"): "drywall",
    ("care", "giver"): "caregiver", ("x", "ray"): "xray", ("sub", "contractor"): "subcontractor",
    ("hair", "dresser"): "hairdresser", ("hair", "stylist"): "hairstylist",
    ("ultra", "sound"): "ultrasound", ("copy", "writer"): "copywriter",
    ("video", "grapher"): "videographer", ("cyber", "security"): "cybersecurity",
}  # fmt: skip
"""Two words that are also written as one."""
_FIRST_HALVES = frozenset(first for first, _second in _PAIRS)
_WORD = re.compile(r"[a-z0-9]+(?:\.[a-z]+)?[+#]*")
_KEPT_ENDINGS = ("ss", "us", "is", "ics", "ous", "news", "sales", "operations", "aws", "ios", "gis")
_NO_PLURALS = 3
"""Words this short keep their "s": "ops", "gas"."""


class Phrase(NamedTuple):
    """One way to call an occupation (its code); `kind` says who calls it so."""

    code: str
    text: str
    kind: str


class TitleMatch(NamedTuple):
    """`score` is from 0 to 1; `phrase` is the title that led to the occupation."""

    code: str
    phrase: Phrase
    score: float


def official_phrases(code: str, title: str) -> list[Phrase]:
    """An official title without what it excepts, and each of the names that it lists."""
    said = title.partition(", Except ")[0]
    parts = [part for part in re.split(r", and |, | and ", said) if part != "All Other"]
    listed = [Phrase(code, part, PART) for part in parts] if len(parts) > 1 else []
    return [Phrase(code, said, OFFICIAL), *listed]


Guess = Callable[[str, Iterable[str]], str | None]
"""The known word that a misspelt or unfinished one is taken for, or None."""


class Titles:
    """Phrases to find occupations by. `jobs` orders those that fit alike: the larger first."""

    def __init__(self, phrases: Iterable[Phrase], jobs: dict[str, int], guess: Guess) -> None:
        self._jobs, self._guess = jobs, guess
        self._phrases = list(phrases)
        self._words = list(all_plain_words([phrase.text for phrase in self._phrases]))
        self._weights: dict[int, float] = {}
        self._guessed: dict[str, str | None] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in words if len(words) == 1 else set(words):
                self._by_word[word].append(place)
        total = sum(map(len, self._by_word.values())) or 1
        self._rarity = {
            word: math.log(1 + total / (10 * len(places))) for word, places in self._by_word.items()
        }
        """How much a word tells: the logarithm of how rarely titles have it."""

    def find(self, text: str, limit: int = 10) -> list[TitleMatch]:
        """The occupations that `text` may mean, the likeliest first."""
        best: dict[str, TitleMatch] = {}
        self._guessed.clear()
        for words, worth in self._readings(text):
            for place, score in self._scored(words):
                phrase = self._phrases[place]
                worthy = score * worth * _WORTH[phrase.kind]
                code = phrase.code
                if worthy >= _ENOUGH and (code not in best or best[code].score < worthy):
                    best[code] = TitleMatch(code, phrase, worthy)
        ordered = sorted(best.values(), key=self._order)
        return ordered[:limit]

    def _order(self, match: TitleMatch) -> tuple[float, int, str]:
        return -round(match.score, 2), -self._jobs.get(match.code, 0), match.code

    def _readings(self, text: str) -> list[tuple[tuple[str, ...], float]]:
        """What the text may say, with what an answer to it is worth: as written, without the
        terms of the job, without its level, then each of its parts ("Nurse / Caregiver").
        """
        whole = plain_words(text)
        lasting = _without(_TERMS, whole)
        readings = [(whole, 1.0), (lasting, 0.99), (_without(_LEVELS, lasting), 0.98)]
        parts = [part for part in re.split(r"[/|,(]| - | – ", text) if part.strip()]
        if len(parts) > 1:
            readings += [
                (_without(_LEVELS, _without(_TERMS, plain_words(part))), _PART_WORTH - n / 20)
                for n, part in enumerate(parts[:3])
            ]
        seen: dict[tuple[str, ...], float] = {}
        for words, worth in readings:
            if words:
                seen.setdefault(words, worth)
        return list(seen.items())

    def _scored(self, words: tuple[str, ...]) -> Iterable[tuple[int, float]]:
        meant = self._meant(words)
        shared: Counter[int] = Counter()
        for word in meant:
            for place in self._by_word[word]:
                shared[place] += 1
        wanted = self._weight(words)
        likely = sorted(shared, key=lambda place: (-shared[place], len(self._words[place])))
        for place in likely[:_LOOKED_AT]:
            known = self._words[place]
            if known == words:
                yield place, 1.0
                continue
            if place not in self._weights:
                self._weights[place] = self._weight(known)
            both = wanted + self._weights[place]
            yield place, self._likeness(meant, words, both, known)

    def _meant(self, words: tuple[str, ...]) -> dict[str, float]:
        """The known words that these are, with how sure that is."""
        meant: dict[str, float] = {}
        for word in words:
            if word in self._by_word:
                meant[word] = 1.0
            else:
                if word not in self._guessed:
                    self._guessed[word] = self._guess(word, self._by_word)
                guessed = self._guessed[word]
                if guessed is not None:
                    meant.setdefault(guessed, _GUESSED)
        return meant

    def _likeness(
        self,
        meant: dict[str, float],
        words: tuple[str, ...],
        both: float,
        known: tuple[str, ...],
    ) -> float:
        """The share of what both say (Dice), by rarity, of which `both` is that of all words;
        at most a little under a whole match.
        """
        if len(meant) == len(set(words)) and set(known) == meant.keys():
            return _SAME_WORDS * min(meant.values())
        common = 0.0
        for word in set(known):
            if word in meant:
                head = word == known[-1] and word in (words[-1], *list(meant)[-1:])
                common += self._rarity.get(word, 1.0) * meant[word] * (_HEAD if head else 1.0)
        return min(_NOT_ALL, 2 * common / both)

    def _weight(self, words: tuple[str, ...]) -> float:
        total = sum(self._rarity.get(word, _UNKNOWN) for word in set(words))
        return total + (_HEAD - 1) * self._rarity.get(words[-1], _UNKNOWN) if words else 0.0


_UNKNOWN = 2.5
"""The rarity of a word that no title has: it speaks a little against every answer."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a title that tell, in their order and plainest form, levels included."""
    return next(iter(all_plain_words([text])))


def all_plain_words(texts: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The same for each of many titles: one pass over them all takes a third of the time."""
    whole = "\n".join([text.replace("\n", " ") for text in texts])
    plain = whole.lower() if whole.isascii() else folded(whole)
    for line in plain.replace("'", "").split("\n"):
        words = list(map(_plain, _WORD.findall(line)))
        if not _FIRST_HALVES.isdisjoint(words):
            words = _joined(words)
        if not _NOISE.isdisjoint(words):
            words = [word for word in words if word not in _NOISE]
        yield tuple(words)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    known = _singular(_SAME.get(word, word))
    return _SAME.get(known, known)


def _without(left_out: Collection[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words without those; all of them where nothing else is left."""
    return tuple(word for word in words if word not in left_out) or words


def _joined(words: list[str]) -> list[str]:
    """Two words that are also written as one are one."""
    joined: list[str] = []
    for word in words:
        pair = _PAIRS.get((joined[-1], word)) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(word)
    return joined


def _singular(word: str) -> str:
    if len(word) <= _NO_PLURALS or not word.endswith("s") or word.endswith(_KEPT_ENDINGS):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]
