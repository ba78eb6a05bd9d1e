"""Reading a job posting of 20,000 characters, as copied text, a saved page and a board's JSON.

The floor is one look at every character of it. Acceptance: p95 of at most 150 ms for each.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from html import escape
from textwrap import dedent

from benchmarks.report import Line, repeated, show
from jobtracker.exchange.postings.reading import read_postings

CHARACTERS = 20_000
LIMIT = 150.0
TODAY = date(2026, 11, 22)
FACTS = dedent(
    """\
    Senior Tide Analyst
    Bright Harbor Ltd
    Halifax, Canada · Hybrid · Full-time
    Reference: BH-311

    About the role
    """
)
PARAGRAPHS = (
    "You forecast tides and swell for our harbours and explain to their teams what they mean.",
    "• Since 2019 we grew from 12 to 120 people; 4 of 5 work from home on 2 days a week.",
    "• You like to write, and you care for the people who read what you wrote at sea.",
    "• You have 5+ years with Python 3.11, models of 10,000 points and a budget of $25,000.",
    "Our teams are small, decide for themselves and meet at the water twice in every year.",
    "We look after each other: health cover, a pension, time for family and for learning.",
)
"""Every third line has figures in it; of the postings that job boards serve it is every sixth."""
END = (
    "\nPay: CAD 82,000 - 96,500 a year\nApply by 15 December 2026 to Ana Ruiz, ana@harbor.example\n"
)


def plain() -> str:
    """The posting as one copies it."""
    text, number = FACTS, 0
    while len(text) < CHARACTERS - len(END):
        text += PARAGRAPHS[number % len(PARAGRAPHS)] + "\n"
        number += 1
    return text[: CHARACTERS - len(END)] + END


def page(*, structured: bool) -> str:
    """The same as a page of so many characters, with JSON-LD or with its visible text alone."""
    lines = plain().splitlines()
    body = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    if not structured:
        return f"<!doctype html><html><body><h1>{lines[0]}</h1>{body}</body></html>"
    node = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": lines[0],
        "hiringOrganization": {"@type": "Organization", "name": lines[1]},
        "description": body,
    }
    linked = json.dumps(node).replace("</", "<\\/")
    head = f'<script type="application/ld+json">{linked}</script>'
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def board() -> str:
    """The same as a board's JSON, its HTML escaped once more."""
    content = "".join(f"<p>{escape(line)}</p>" for line in plain().splitlines())
    url = "https://boards.greenhouse.io/brightharbor/jobs/1"
    job = {"title": "Senior Tide Analyst", "absolute_url": url, "content": escape(content)}
    return json.dumps({"jobs": [job]})


def reading(source: str) -> Callable[[], object]:
    return lambda: read_postings(source, TODAY)


def main() -> None:
    text = plain()
    sources = {
        "copied text": text,
        "page with JSON-LD": page(structured=True),
        "page, visible text": page(structured=False),
        "JSON of a board": board(),
    }
    lines = [Line("floor: a look at every character", repeated(lambda: sum(map(ord, text))))]
    lines += [Line(what, repeated(reading(source)), LIMIT) for what, source in sources.items()]
    if not show(f"Reading a posting of {CHARACTERS:,} characters (ms)", lines):
        sys.exit(1)


if __name__ == "__main__":
    main()
