"""A job title taken apart, so that two ways of writing one can be held against each other."""

import re
from functools import lru_cache
from typing import NamedTuple

from jobtracker.domain.matching import level_in
from jobtracker.domain.names import fold

_SPELT_OUT = {
    "acct": "account",
    "admin": "administrator",
    "administrative": "administrator",
    "asst": "assistant",
    "backend": "back end",
    "coord": "coordinator",
    "dev": "developer",
    "dir": "director",
    "eng": "developer",
    "engineer": "developer",
    "engineering": "developer",
    "engr": "developer",
    "exec": "executive",
    "frontend": "front end",
    "fullstack": "full stack",
    "hr": "human resources",
    "ingenieur": "developer",
    "mgr": "manager",
    "ml": "machine learning",
    "mngr": "manager",
    "ops": "operations",
    "programmer": "developer",
    "qa": "quality assurance",
    "rep": "representative",
    "rn": "registered nurse",
    "swe": "software developer",
    "svp": "senior vice president",
    "ux": "user experience",
    "vp": "vice president",
}
_GRADES = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5",
    "1": "1", "2": "2", "3": "3", "4": "4", "5": "5",
}  # fmt: skip
_USUAL_LEVELS = frozenset(("", "mid"))
_SAID_OF_MANY = (
    "a all an and at au aux cdd cdi contract contractor d da das de den der des die div du e en "
    "et f festanstellung for freelance fuer full fulltime fur g gender genders gn h homeoffice "
    "hybrid hybride im in job l la le les level m n of on onsite or ou part parttime permanent "
    "position pour remote role site sur teilzeit teletravail temps the time to unbefristet und "
    "vollzeit w with x"
)
_UNSAID = frozenset(_SAID_OF_MANY.split())
_SEPARATOR = re.compile(r"\s[-\u2013\u2014|\u00b7]\s|[(,|\[;:]|\s@\s")
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_FEMININE = (("euse", "eur"), ("trice", "teur"), ("erin", "er"))


class Title(NamedTuple):
    """`head` are the words before the first comma, dash or bracket, `rest` those behind it, each
    spelt out and without what is said of every job. `level` is as `matching.level_in` names it
    ("" also for the middle one), `grade` a number ("2" of "Technician II").
    """

    head: tuple[str, ...]
    rest: tuple[str, ...]
    level: str
    grade: str

    @property
    def words(self) -> tuple[str, ...]:
        return self.head + self.rest


@lru_cache(maxsize=4096)
def read_title(text: str) -> Title:
    """The parts of a title as it was typed or copied: "Sr. Data Engineer II (m/w/d), Berlin"."""
    level = level_in(text)
    begin, rest = _halves(text)
    head = [fold(word) for word in _WORD.findall(begin)]
    grade = _GRADES.get(head[-1], "") if len(head) > 1 else ""
    if grade:
        del head[-1]
    return Title(
        _content(head),
        _content([fold(word) for word in _WORD.findall(rest)]),
        "" if level in _USUAL_LEVELS else level,
        grade,
    )


def _halves(text: str) -> tuple[str, str]:
    """The title proper and what is said of it: "(m/w/d) Data Engineer, Berlin" at the comma."""
    for separator in _SEPARATOR.finditer(text):
        if _content([fold(word) for word in _WORD.findall(text[: separator.start()])]):
            return text[: separator.start()], text[separator.start() :]
    return text, ""


def _content(words: list[str]) -> tuple[str, ...]:
    spelt = " ".join(_SPELT_OUT.get(word, word) for word in words).split()
    return tuple(_masculine(word) for word in spelt if not _says_nothing(word))


def _says_nothing(word: str) -> bool:
    return word in _UNSAID or bool(level_in(word))


def _masculine(word: str) -> str:
    """French and German titles come in two forms: "développeuse", "développeur"."""
    for feminine, masculine in _FEMININE:
        if word.endswith(feminine) and len(word) > len(feminine) + 2:
            return word.removesuffix(feminine) + masculine
    return word
