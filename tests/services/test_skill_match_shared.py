"""Postings of real boards: no skill whose words do not stand there."""

from datetime import date
from pathlib import Path

import pytest
from tests.support.skill_texts import bundled

from jobtracker.domain.skill_match import POSTING, Source, match
from jobtracker.exchange.postings.reading import read_postings

TODAY = date(2026, 11, 22)


@pytest.mark.shared
def test_no_skill_of_a_real_posting_is_invented(shared_data: Path) -> None:
    files = sorted((shared_data / "job_postings").iterdir())
    read = 0
    for file in files:
        if file.suffix == ".md":
            continue
        for posting in read_postings(file.read_text("utf-8"), TODAY):
            source = Source(POSTING, POSTING, "Posting", posting.text)
            found = match(bundled(), [source], posting.company)
            read += 1
            for row in found.rows:
                names = {row.skill, *bundled().skills[row.skill].aliases}
                for words in row.posting:
                    assert posting.text[words.start : words.end] == words.text
                    assert any(_alike(words.text, name) for name in names), (words, names)
    assert read >= 15


def _alike(said: str, name: str) -> bool:
    """Whether two names are one but for case, hyphens, spelling and a plural."""

    def bare(text: str) -> str:
        text = text.casefold().replace("’", "'").replace("&", "and").replace("'s", "")
        text = text.replace("licence", "license").replace("isation", "ization")
        return "".join(c for c in text.replace("programme", "program") if c.isalnum() or c in "+#")

    spoken = bare(said)
    return bare(name) in (spoken, spoken.removesuffix("s"), f"{spoken.removesuffix('ies')}y")
