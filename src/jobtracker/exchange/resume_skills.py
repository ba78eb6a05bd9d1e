"""The skills that a resume names, each with its words: none is made up from anything else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from jobtracker.domain.text import folded
from jobtracker.exchange.resume_records import ResumeSkill

_Sections = Mapping[str, Sequence[Mapping[str, Any]]]
MOST_SKILLS = 1_000
_MOST_HIGHLIGHTS = 1_000
_LONGEST_NAME = 80
_MOST_SENTENCES = 2
_LONGEST_SENTENCE = 300
_SHORTEST = 2
"""A single letter ("R", "C") is a word of many sentences that do not mean it."""


def skills_in(sections: _Sections) -> Iterator[ResumeSkill]:
    """Names and keywords of skills, keywords of work and projects, languages, certificates.

    The evidence is where each is named, then the highlights of work and projects that have its
    word.
    """
    told: dict[str, tuple[str, list[str]]] = {}
    for name, where in _named(sections):
        is_told = folded(name) in told
        if name and len(name) <= _LONGEST_NAME and (is_told or len(told) < MOST_SKILLS):
            told.setdefault(folded(name), (name, []))[1].append(where)
    shown = list(islice(_highlights(sections), _MOST_HIGHLIGHTS))
    for name, places in told.values():
        said = (*places, *_sentences_with(name, shown))
        yield ResumeSkill(name, "; ".join(dict.fromkeys(filter(None, said))))


def _named(sections: _Sections) -> Iterator[tuple[str, str]]:
    for skill in sections.get("skills", ()):
        name, level = skill.get("name", ""), skill.get("level", "")
        yield name, f"Skills: {name}, {level}" if level else f"Skills: {name}"
        group = f"{name}, {level}" if name and level else name or level
        yield from ((word, f"Skills: {group}".rstrip(": ")) for word in skill.get("keywords", ()))
    for section, label in (("work", "Work"), ("volunteer", "Work"), ("projects", "Project")):
        for entry in sections.get(section, ()):
            where = f"{label}: {_place(entry)}"
            yield from ((word, where) for word in entry.get("keywords", ()))
    for language in sections.get("languages", ()):
        fluency = language.get("fluency", "")
        yield language.get("language", ""), f"Languages: {fluency}" if fluency else "Languages"
    for certificate in sections.get("certificates", ()):
        by = ", ".join(filter(None, (certificate.get("issuer"), certificate.get("date"))))
        yield certificate.get("name", ""), f"Certificate: {by}" if by else "Certificate"


def _place(entry: Mapping[str, Any]) -> str:
    names = (entry.get(name, "") for name in ("name", "company", "organization"))
    return next(filter(None, names), "")


def _highlights(sections: _Sections) -> Iterator[tuple[str, str]]:
    """What was done, as (the sentence folded, place and sentence)."""
    for section in ("work", "volunteer", "projects"):
        for entry in sections.get(section, ()):
            for sentence in entry.get("highlights", ()):
                if len(sentence) <= _LONGEST_SENTENCE:
                    where = _place(entry)
                    yield folded(sentence), f"{where}: {sentence}" if where else sentence


def _sentences_with(name: str, shown: Sequence[tuple[str, str]]) -> list[str]:
    if len(name) < _SHORTEST:
        return []
    bare_name = folded(name)
    word = re.compile(rf"(?<![\w.+#]){re.escape(bare_name)}(?![\w+#])")
    found = (said for bare, said in shown if bare_name in bare and word.search(bare))
    return [sentence for sentence, _ in zip(found, range(_MOST_SENTENCES), strict=False)]
