"""Letters as people write them, made by chance from a seed: clean ones, and ones with one fault.

A workspace of forty applications is drawn for each letter; the letter is to one of them. A fault
is what happens in life: a name from another letter was left in one place, a value was taken out
and nothing put in, a placeholder was overlooked.
"""

import random
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.domain.contacts import Contact
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import closing, frame, long_day, salutation
from jobtracker.domain.letter_parts import ComposedLetter, Part, compose
from jobtracker.domain.letter_roles import after_de

PROSE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "letters" / "prose.toml").read_text("utf-8")
)
TODAY = date(2026, 11, 22)
LEFTOVERS = (
    "[Company]", "[Your Name]", "{{Company_Name}}", "{role}", "<Company>", "«Company»", "XXXX",
    "______",
    "[insert a figure]", "TBD", "%COMPANY%", "[Firma]", "{{Ansprechpartner}}",
    "[Nombre de la empresa]",
    "[Nom de l’entreprise]", "........", "$COMPANY", "*|FNAME|*", "[he/she]", "XX%", "(Your Name)",
)  # fmt: skip


class Application(NamedTuple):
    company: str
    role: str
    contact: str


class World(NamedTuple):
    """One person's search: the application of the letter, and all others."""

    own: Application
    others: tuple[Application, ...]
    person: str
    past: tuple[str, ...]


class Made(NamedTuple):
    world: World
    language: Language
    letter: ComposedLetter
    fault: str = ""
    planted: str = ""


FAULTS = (
    "leftover",
    "other company",
    "other role",
    "other contact",
    "empty value",
    "missing company",
)


def made(seed: int, fault: str = "") -> Made:
    """The letter of a seed; with a fault, the same letter with that one planted."""
    rng = random.Random(seed)
    language = rng.choice(list(Language))
    words = PROSE[language.value]
    world = _world(rng, words["roles"])
    planted = ""
    if fault == "other company":
        planted = rng.choice([one.company for one in world.others])
    elif fault == "other role":
        planted = rng.choice([one.role for one in world.others if one.role != world.own.role])
    elif fault == "other contact":
        planted = rng.choice([one.contact for one in world.others])
    elif fault == "leftover":
        planted = rng.choice(LEFTOVERS)
    sentences = _sentences(rng, words, world, fault, planted)
    greeted = planted if fault == "other contact" else world.own.contact
    named = rng.random() < 0.7 or fault == "other contact"
    greeting = salutation(language, _contact(greeted) if named else None)
    if fault == "empty value" and rng.random() < 0.4:
        planted = greeting = _EMPTY_GREETINGS[language]
        sentences = _sentences(rng, words, world, "", "")
    elif (
        fault == "other contact" and greeted not in greeting and greeted.split()[-1] not in greeting
    ):
        sentences[-1] += " " + _TALKED[language].format(name=planted)
    signed = closing(language, LetterKind.COVER_LETTER)
    text = "\n\n".join([greeting, *sentences, f"{signed}\n{world.person}"])
    letter = _composed(text, world, language, fault, rng)
    return Made(world, language, letter, fault, planted)


_EMPTY_GREETINGS = {
    Language.ENGLISH: "Dear ,",
    Language.GERMAN: "Sehr geehrte Frau ,",
    Language.FRENCH: "Chère ,",
    Language.SPANISH: "Estimado Sr. :",
}
_TALKED = {
    Language.ENGLISH: "I enjoyed talking with {name} at the fair.",
    Language.GERMAN: "Das Gespräch mit {name} auf der Messe hat mich bestärkt.",
    Language.FRENCH: "L’entretien avec {name} au salon m’a convaincu.",
    Language.SPANISH: "La conversación con {name} en la feria me convenció.",
}


def _contact(name: str) -> Contact:
    return Contact(1, "1", name)


def _world(rng: random.Random, roles: list[str]) -> World:
    companies = rng.sample(PROSE["companies"], 40)
    contacts = rng.sample(PROSE["contacts"], 20)
    every = [
        Application(company, rng.choice(roles), contacts[n % len(contacts)])
        for n, company in enumerate(companies)
    ]
    own = every[0]
    others = tuple(one for one in every[1:] if one.contact != own.contact)
    return World(own, others, rng.choice(PROSE["people"]), tuple(rng.sample(PROSE["past"], 4)))


def _sentences(
    rng: random.Random, words: dict[str, list[str]], world: World, fault: str, planted: str
) -> list[str]:
    """The paragraphs of the body. A fault stands where the name would stand."""
    company, role = world.own.company, world.own.role
    opening = rng.choice(words["opening"])
    about = rng.choice(words["about"])
    deeds = rng.sample(words["deeds"], 3)
    plain = rng.sample(words["plain"], 2)
    said = {
        "company": company,
        "role": role,
        "past": rng.choice(world.past),
        "city": rng.choice(PROSE["cities"]),
        "n": str(rng.randint(2, 40)),
        "other_role": rng.choice([one.role for one in world.others]),
    }
    wrong = dict(said)
    place = rng.choice(("opening", "about"))
    if fault == "other company":
        wrong["company"] = planted
    elif fault == "other role":
        wrong["role"], place = planted, "opening"
    elif fault == "leftover":
        wrong["company"] = planted
    elif fault == "empty value":
        wrong["company"], wrong["role"] = rng.choice((("", role), ("", "")))
    paragraphs = {
        "opening": opening.format(**(wrong if place == "opening" else said)),
        "deeds": " ".join(deed.format(**said) for deed in deeds),
        "about": about.format(**(wrong if place == "about" else said)),
        "plain": " ".join(sentence.format(**said) for sentence in plain),
    }
    if fault == "missing company":
        neutral = rng.choice(words["plain"]).format(**said)
        paragraphs |= {"opening": neutral, "about": ""}
    return [paragraph for paragraph in paragraphs.values() if paragraph]


def _composed(
    text: str, world: World, language: Language, fault: str, rng: random.Random
) -> ComposedLetter:
    """With its frame, or without, as a letter written into a form of a web site."""
    values = {
        "your_name": world.person,
        "your_email": "person@example.org",
        "company": world.own.company,
        "role": world.own.role,
        "de_role": after_de(world.own.role),
        "date": long_day(TODAY, language),
    }
    bare = fault == "missing company" or rng.random() < 0.4
    parts = {} if bare else frame(language, LetterKind.COVER_LETTER)
    return compose(text, values, parts, frozenset({Part.ENCLOSURES}), language)
