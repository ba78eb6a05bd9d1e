"""`match`: a posting's skills against the role profile and one's own."""

from typing import Any

import click

from jobtracker.cli.common import answer, shared_options, table, workspace
from jobtracker.domain.skill_match import HAVE, MISSING, SkillMatch, SkillRow
from jobtracker.domain.skills import Words

_SIGNS = {HAVE: "+", MISSING: "-"}


@click.command("match")
@click.argument("application", metavar="ID")
@shared_options
def match(application: str) -> None:
    """What a posting asks, what you have of it and what is missing, with the words that say so."""
    with workspace(write=False, library=True) as opened:
        found = opened.skill_match.match(opened.applications.id_of(application))
    answer(shape(found), lambda: _page(found))


def shape(found: SkillMatch) -> dict[str, Any]:
    """The JSON of a match; words carry their place in the text of their source."""
    return {
        "have": found.have,
        "asked": found.asked,
        "has_posting": found.has_posting,
        "skills": [
            {
                "skill": row.skill,
                "topic": row.topic,
                "state": row.state,
                "weight": row.weight or None,
                "implied_by": row.implied_by or None,
                "years": [words.text for words in row.years],
                "posting": _places(found, row.posting),
                "profile": _places(found, row.profile),
                "me": _places(found, row.me),
            }
            for row in found.rows
        ],
    }


def _places(found: SkillMatch, words: tuple[Words, ...]) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "source": found.sources[one.source].label,
        }
        for one in words
    ]


def _page(found: SkillMatch) -> str:
    if not found.rows:
        return "No skills are named: keep the posting's text, link a role or list your skills."
    asking = "The posting asks" if found.has_posting else "There is no posting text; the role asks"
    rows = (
        (
            _SIGNS.get(row.state, " "),
            row.skill,
            row.state,
            _asked(row),
            _said(row.profile),
            _mine(row),
        )
        for row in found.rows
    )
    head = f"{asking} for {found.asked} skills; you have {found.have} of them."
    return f"{head}\n" + table(rows, ("", "SKILL", "STATE", "POSTING", "ROLE", "YOU"))


def _asked(row: SkillRow) -> str:
    if not row.posting:
        return ""
    words = row.years[0].text if row.years else row.posting[0].text
    return f"{row.weight}: {words}"


def _said(words: tuple[Words, ...]) -> str:
    return words[0].text if words else ""


def _mine(row: SkillRow) -> str:
    return f"{_said(row.me)} (implied)" if row.implied_by else _said(row.me)


COMMANDS = {"match": match}
