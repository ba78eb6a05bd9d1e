"""What a structure says of a posting, in its own words, and what those words mean."""

import re
from datetime import date
from typing import NamedTuple

from jobtracker.domain.facts import EmploymentType, WorkMode
from jobtracker.domain.postings import PostingContact

_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


class Stated(NamedTuple):
    """The facts of one posting in the words of its structure.

    `pay` is in words that mean exactly the amounts stated; `country` a name or a code;
    `posted_on` and `deadline` an ISO date, or a date as somebody wrote it; `brand` the part of
    a group that hires, which may be the company. `description` may be HTML.
    """

    role: str = ""
    company: str = ""
    location: str = ""
    country: str = ""
    work_mode: str = ""
    employment_type: str = ""
    pay: str = ""
    posted_on: str = ""
    deadline: str = ""
    reference: str = ""
    url: str = ""
    contact: PostingContact = PostingContact()
    brand: str = ""
    description: str = ""


def storable(stated: Stated) -> Stated:
    """The same without NUL and half characters, which JSON can spell and no file can hold."""
    contact = PostingContact(*map(_storable, stated.contact))
    texts = {name: _storable(text) for name, text in stated._asdict().items() if name != "contact"}
    return Stated(**texts, contact=contact)


def _storable(text: str) -> str:
    return _NOT_STORABLE.sub("", text)


_MODES = (
    (WorkMode.HYBRID, re.compile(r"\bhybrid", re.IGNORECASE)),
    (
        WorkMode.REMOTE,
        re.compile(r"\bremote|telecommut|work from home|home.?office|télétravail", re.IGNORECASE),
    ),
    (
        WorkMode.ON_SITE,
        re.compile(r"\bon.?site\b|\bin.?office\b|\bin.?person\b|vor ort|sur site", re.IGNORECASE),
    ),
)
_TYPES = (
    (EmploymentType.INTERNSHIP, re.compile(r"\bintern(?:ship)?\b|praktik|\bstage\b|trainee")),
    (EmploymentType.APPRENTICESHIP, re.compile(r"apprentice|ausbildung|alternance")),
    (EmploymentType.VOLUNTEER, re.compile(r"volunteer|ehrenamt|bénévol")),
    (EmploymentType.FREELANCE, re.compile(r"freelanc|freiberuf|indépendant")),
    (EmploymentType.TEMPORARY, re.compile(r"\btemp(?:orary)?\b|fixed term|befristet|\bcdd\b")),
    (EmploymentType.CONTRACT, re.compile(r"\bcontract(?:or)?\b|independent contractor")),
    (EmploymentType.PART_TIME, re.compile(r"part ?time|teilzeit|temps partiel")),
    (EmploymentType.FULL_TIME, re.compile(r"full ?time|vollzeit|temps plein")),
)
_EITHER = re.compile(r"[,;/|]|\bor\b|\boder\b|\bou\b")
_UNLIMITED = re.compile(r"unbefristet")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-]+")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def in_words(name: str) -> str:
    """A name of a structure as words: "FULL_TIME", "FullTime" and "full-time" as "Full time"."""
    return name if " " in name.strip() else _WORDS.sub(" ", name).strip().capitalize()


def work_mode_of(words: str) -> str:
    return next((mode.value for mode, pattern in _MODES if pattern.search(words)), "")


def employment_of(words: str) -> str:
    """The one type that the words name ("FullTime", "INTERN"), "" for none or several.

    Of a "full-time internship" it is the internship; "full-time, contract" may be either.
    """
    text = _UNLIMITED.sub(" ", _WORDS.sub(" ", words).casefold())
    found = [kind for kind, pattern in _TYPES if pattern.search(text)]
    hours = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
    kinds = [kind for kind in found if kind not in hours] if not _EITHER.search(text) else found
    known = kinds or found
    return known[0].value if len(known) == 1 else ""


def day_of(words: str) -> date | None:
    """The day an ISO date or time begins with; None where there is none."""
    found = _ISO_DAY.match(words)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
