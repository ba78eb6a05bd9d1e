"""A resume in the JSON Resume schema (jsonresume.org, 1.x), read part by part.

What is not as the schema says is refused with its place and the reason; the rest is read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted
from jobtracker.exchange.checked_json import looks_like_json, read_json
from jobtracker.exchange.resume_records import Job, Refusal, Resume, ResumeSkill
from jobtracker.exchange.resume_sections import SECTIONS, checked_entry
from jobtracker.exchange.resume_skills import MOST_SKILLS, skills_in
from jobtracker.exchange.text_file import read_text_file

__all__ = ["Job", "Refusal", "Resume", "ResumeSkill", "read_resume", "resume_of"]

FILE_BYTES = 5_000_000
MOST_ENTRIES = 2_000

_JOB = frozenset(("responsibilities", "qualifications"))


def read_resume(path: Path) -> Resume:
    """The resume in a file. Raises UnreadableFileError for anything that is none."""
    text = read_text_file(path, FILE_BYTES)
    if not looks_like_json(text):
        raise _refused(path.name, "is no JSON Resume", "Export your resume as JSON Resume.")
    value = read_json(text, path.name)
    if isinstance(value, Mapping) and "title" in value and _JOB & set(value):
        raise _refused(path.name, "describes a job, not a person", "Import it as a role profile.")
    if not isinstance(value, Mapping) or not set(SECTIONS) & set(value):
        raise _refused(path.name, "is JSON, but no resume", "It needs basics, work or skills.")
    return resume_of(value)


def resume_of(value: Mapping[str, Any]) -> Resume:
    """The resume that parsed JSON holds, with what was refused of it."""
    refused: list[Refusal] = []
    sections: dict[str, list[dict[str, Any]]] = {}
    for name in SECTIONS:
        if name in value:
            sections[name] = _entries(name, value[name], refused)
    basics = next(iter(sections.get("basics", [])), {})
    skills = tuple(skills_in(sections))
    if len(skills) == MOST_SKILLS:
        refused.append(Refusal("skills", f"Only the first {MOST_SKILLS:,} were read."))
    return Resume(
        name=basics.get("name", ""),
        email=basics.get("email", ""),
        phone=basics.get("phone", ""),
        city=basics.get("location", {}).get("city", ""),
        links=_links(basics),
        label=basics.get("label", ""),
        summary=basics.get("summary", ""),
        skills=skills,
        work=tuple(_job(entry) for entry in sections.get("work", [])),
        entries=sum(map(len, sections.values())),
        refused=tuple(refused),
    )


def _entries(name: str, value: object, refused: list[Refusal]) -> list[dict[str, Any]]:
    """The entries of a section, without the parts that are not as they should be."""
    if name == "basics":
        listed = [value]
    elif isinstance(value, list):
        listed = value[:MOST_ENTRIES]
        if len(value) > MOST_ENTRIES:
            refused.append(Refusal(name, f"It has more than {MOST_ENTRIES:,} entries."))
    else:
        refused.append(Refusal(name, "It is no list."))
        return []
    entries = []
    for number, one in enumerate(listed):
        place = name if name == "basics" else f"{name}.{number + 1}"
        entry = checked_entry(name, place, one, refused)
        if entry is not None:
            entries.append(entry)
    return entries


def _links(basics: Mapping[str, Any]) -> tuple[str, ...]:
    addresses = [basics.get("url", ""), *(one.get("url", "") for one in basics.get("profiles", []))]
    return tuple(dict.fromkeys(filter(None, addresses)))


def _job(entry: Mapping[str, Any]) -> Job:
    return Job(
        entry.get("name") or entry.get("company", ""),
        entry.get("position", ""),
        entry.get("startDate", ""),
        entry.get("endDate", ""),
        tuple(entry.get("highlights", ())),
    )


def _refused(name: str, what: str, advice: str) -> UnreadableFileError:
    return UnreadableFileError(f"{quoted(name)} {what}; nothing was imported. {advice}")
