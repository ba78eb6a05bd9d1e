"""`match`: what a posting asks, what one has of it, and the words that say so."""

from pathlib import Path

from tests.cli.terminal import Terminal, refused

POSTING = "Requirements\n- 5+ years of Python\n- Docker\nNo Java required.\n"


def test_match_says_what_is_asked_what_i_have_and_where(
    jobtracker: Terminal, tmp_path: Path
) -> None:
    kept = tmp_path / "posting.txt"
    kept.write_text(POSTING, "utf-8")
    jobtracker.add("Acme", "Gardener")
    jobtracker.json("edit", "1", "--posting", str(kept))
    jobtracker.json("skill", "add", "Django")

    found = jobtracker.json("match", "1")

    assert (found["have"], found["asked"], found["has_posting"]) == (1, 2, True)
    skills = {row["skill"]: row for row in found["skills"]}
    assert skills["Python"]["implied_by"] == "Django"
    assert skills["Python"]["years"] == ["5+ years of Python"]
    (docker,) = skills["Docker"]["posting"]
    assert POSTING[docker["start"] : docker["end"]] == "Docker"
    assert skills["Java"]["state"] == "not asked"
    assert "asks for 2 skills; you have 1 of them" in jobtracker("match", "1").out


def test_an_application_without_anything_to_compare_says_what_to_do(jobtracker: Terminal) -> None:
    jobtracker.add("Acme", "Gardener")

    assert "keep the posting's text" in jobtracker("match", "1").out
    refused(jobtracker("match", "99"), "There is no application")
