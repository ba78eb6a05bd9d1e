"""A posting held against the linked role and the person's own skills."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.skill_texts import bundled

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.skill_match import (
    HAVE,
    ME,
    MISSING,
    NOT_ASKED,
    POSTING,
    PROFILE,
    SkillMatch,
    SkillRow,
    Source,
    match,
)
from jobtracker.services.workspace import Workspace

POSTING_TEXT = (
    "Requirements\n- 5+ years of Python\n- Docker and Kubernetes\n- PostgreSQL is a plus\n"
    "No Java required.\n"
)


def row(found: SkillMatch, skill: str) -> SkillRow:
    return next(one for one in found.rows if one.skill == skill)


def all_words_stand(found: SkillMatch) -> bool:
    return all(
        found.sources[words.source].text[words.start : words.end] == words.text
        for one in found.rows
        for words in (*one.posting, *one.profile, *one.me, *one.years)
    )


def test_what_the_posting_asks_is_had_or_missing_and_says_where(
    workspace: Workspace, acme: int
) -> None:
    workspace.applications.edit(acme, {"posting": POSTING_TEXT})
    workspace.my_skills.add("Python", "six years at a bakery")

    found = workspace.skill_match.match(acme)

    python = row(found, "Python")
    assert (python.state, python.weight) == (HAVE, "required")
    assert [words.text for words in python.years] == ["5+ years of Python"]
    assert found.sources[python.me[0].source].label == "My skills: six years at a bakery"
    assert row(found, "Kubernetes").state == MISSING
    assert row(found, "PostgreSQL").weight == "nice to have"
    assert (row(found, "Java").state, row(found, "Java").weight) == (NOT_ASKED, "not needed")
    assert (found.have, found.asked) == (1, 4)
    assert row(found, "Django").state == NOT_ASKED
    assert all_words_stand(found)


def test_a_skill_that_another_includes_is_had_and_shown_as_implied(
    workspace: Workspace, acme: int
) -> None:
    workspace.applications.edit(acme, {"posting": POSTING_TEXT})
    workspace.my_skills.add("Django")

    python = row(workspace.skill_match.match(acme), "Python")

    assert (python.state, python.implied_by) == (HAVE, "Django")
    assert [words.text for words in python.me] == ["Django"]


def test_a_line_of_the_role_that_i_can_show_is_mine(workspace: Workspace, acme: int) -> None:
    workspace.applications.edit(acme, {"posting": POSTING_TEXT})
    linked = workspace.applications.view(acme).profile
    assert linked is not None
    workspace.profiles.tick(linked.id, "skill", "Docker", note="the shop")

    found = workspace.skill_match.match(acme)

    docker = row(found, "Docker")
    assert docker.state == HAVE
    assert found.sources[docker.me[0].source].label == "Can show, Python Developer: the shop"


def test_without_a_posting_the_role_asks(workspace: Workspace, acme: int) -> None:
    workspace.my_skills.add("Python")

    found = workspace.skill_match.match(acme)

    assert not found.has_posting
    assert row(found, "Python").state == HAVE
    assert row(found, "Django").state == MISSING


def test_any_text_can_be_matched_and_what_it_does_not_name_is_not_invented(
    workspace: Workspace,
) -> None:
    workspace.my_skills.add("Beekeeping")

    found = workspace.skill_match.match_text("You keep bees: beekeeping and welding experience.")

    assert row(found, "Beekeeping").state == HAVE
    assert {one.skill for one in found.rows} == {"Beekeeping", "Welding"}


def test_an_application_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no application 999"):
        workspace.skill_match.match(999)


_TEXTS = st.lists(
    st.sampled_from(
        ["Python", "no ", "Go, ", "required", "a plus", "5 years of ", "\n", "Benefits:\n",
         "French", "fluent ", ". ", "İ", "ß", "🚀", "Excel", "you need ", "tide charts", "CDL", " "]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_TEXTS, _TEXTS, _TEXTS)
def test_every_word_of_a_match_stands_where_it_says(posting: str, role: str, mine: str) -> None:
    sources = [
        Source("p", POSTING, "Posting", posting),
        Source("r", PROFILE, "Skills", role, is_name=True),
        Source("m", ME, "My skills", mine, is_name=True),
    ]

    assert all_words_stand(match(bundled(), sources, "Go"))
