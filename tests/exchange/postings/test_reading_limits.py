"""What is no posting, too much of one, or made to do harm is refused in words, at once."""

import json
from datetime import date
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.domain.postings import Posting
from jobtracker.exchange.postings.reading import read_postings

TODAY = date(2026, 11, 22)
MILLION = 1_000_000
SECONDS = 2.0

ENTITY_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body><p>' + "&c;" * 1_000
)
LINKED = '<html><script type="application/ld+json">{}</script><h1>Potter</h1></html>'
GREENHOUSE = {"title": "Potter", "absolute_url": "https://boards.greenhouse.io/clay/jobs/1"}

REFUSED = {
    "a page of five megabytes": "<html><body>" + "x" * 5 * MILLION,
    "a hundred thousand elements in each other": "<html><body>" + "<div>" * 100_000 + "hi",
    "JSON lists a hundred thousand deep": "[" * 100_000 + "]" * 100_000,
    "JSON objects a hundred thousand deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "JSON-LD a hundred thousand deep": LINKED.replace("{}", "[" * 100_000),
    "a million tags": "<html><body><ul>" + "<li>" * 900_000,
    "millions of lines": "a\n" * 1_900_000,
    "more postings than anybody reads": json.dumps([GREENHOUSE] * 2_500),
    "a comment without an end": "<html><!--" + "-" * 3 * MILLION,
    "bytes": "\x7fELF\x00\x01\x02",
    "half a character": "Potter \ud800",
    "blanks": " \n\t ",
    "JSON without a posting": '{"a": [1, 2, {"title": "x"}]}',
    "a page without text": "<html><head><title></title></head><body></body></html>",
}
READ = {
    "an attribute of two megabytes": f'<html><body><p class="{"a" * 2 * MILLION}">Potter</p>',
    "a bomb of entities": ENTITY_BOMB,
    "one line of three megabytes": "word " * 600_000,
    "one word of three megabytes": "a" * 3 * MILLION,
    "nothing but money": "$100 " * 600_000,
    "a description of three megabytes": LINKED.replace(
        "{}", json.dumps({"@type": "JobPosting", "title": "A", "description": "word " * 600_000})
    ),
    "a number of three million digits": '{"title":' + "1" * 3 * MILLION + "}",
    "an amount without measure": '{"title": "Potter", "description": "'
    + "Clay. " * 20
    + '", "salaryMin": 1e999999999, "salaryCurrency": "EUR"}',
    "brackets that are no JSON": "[Remote] Senior Potter (m/w/d)\nClay Works GmbH\n",
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_words_within_two_seconds(case: str) -> None:
    # Act
    began = thread_time()
    with pytest.raises(UnreadableFileError) as refusal:
        read_postings(REFUSED[case], TODAY)

    # Assert
    assert thread_time() - began < SECONDS
    said = str(refusal.value)
    assert "\n" not in said
    assert "nothing was" in said
    assert said.rstrip(".").split(". ")[-1].startswith(("Copy", "Save"))


@pytest.mark.parametrize("case", READ)
def test_it_is_read_within_two_seconds(case: str) -> None:
    # Act
    began = thread_time()
    postings = read_postings(READ[case], TODAY)

    # Assert
    assert thread_time() - began < SECONDS
    assert len(postings) == 1


LONG = {
    "a board's whole list with long descriptions": json.dumps(
        [{**GREENHOUSE, "content": "<p>Clay works.</p>" * 95}] * 1_900
    ),
    "a page of half a million paragraphs": "<html><body>" + "<p>a</p>" * 480_000,
    "JSON of a million objects": "[" + "{}," * 1_200_000 + "1]",
    "a page of sixty thousand items": "<html><body>"
    + "<p itemscope itemtype=JobPosting><i itemprop=title>x</i></p>" * 60_000,
    "JSON-LD of commas": LINKED.replace("{}", '{"a":1' + ", " * 1_500_000),
    "a description of tags": LINKED.replace(
        "{}", json.dumps({"@type": "JobPosting", "title": "A", "description": "<p>a" * 800_000})
    ),
}


@pytest.mark.parametrize("case", LONG)
def test_what_takes_long_is_read_or_refused_within_two_seconds(case: str) -> None:
    # Act
    began = thread_time()
    _reads(LONG[case])

    # Assert
    assert thread_time() - began < SECONDS


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
_NAMES = """
@type @id title name text description descriptionHtml baseSalary value minValue unitText currency
jobLocation address addressCountry hiringOrganization absolute_url content location hostedUrl
categories salaryRange jobUrl compensation externalPath jobPostingInfo refNumber company salary
careers_url _jobposting shortcode locations jobOpeningName workplace_type compensation_minimum
uuid workLocation JobId JobTitle external_id enrichment identifier employmentType datePosted
validThrough lists createdAt pay_input_ranges company_name
"""
_KEYS = st.sampled_from(_NAMES.split())
_VALUES = st.recursive(
    _SCALARS
    | st.sampled_from(["JobPosting", "2026-11-01", "USD", "YEAR", "12/10/2026", "<p>a</p>"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=8),
    max_leaves=30,
)
_MARKUP = """
<p> | </p> | <div> | </div> | <ul><li> | <script> | </script> | <script type="application/ld+json">
| <div itemscope itemtype="https://schema.org/JobPosting"> | <b itemprop="title"> | </b>
| <div typeof="JobPosting"> | <i property="baseSalary"> | <meta itemprop="datePosted" content="x">
| <title> | </title> | <link rel="canonical" href="https://a.example/"> | <!-- | --> | <![CDATA[
| <li class="iCIMS_JobCardItem"> | <a href="x"> | window.pageData={"Jobs":[{"JobId":1,
"JobTitle":2}]} | {"@type":"JobPosting","title":"Potter"} | <table><tr><td> | </table>
| < | > | &amp; | &lt;
"""
_TAGS = st.sampled_from([each.strip() for each in _MARKUP.split("|")])


def _reads(source: str) -> None:
    """Reading gives postings or refuses in words: nothing else ever happens."""
    try:
        postings = read_postings(source, TODAY)
    except JobtrackerError:
        return
    assert postings
    for posting in postings:
        assert isinstance(posting, Posting)
        assert all(0 <= s.start <= s.end <= len(posting.text) for s in posting.found.values())


@given(_VALUES)
@settings(max_examples=300, deadline=None)
def test_any_json_is_read_or_refused(value: object) -> None:
    _reads(json.dumps(value))


@given(_VALUES)
@settings(max_examples=150, deadline=None)
def test_any_json_ld_is_read_or_refused(value: object) -> None:
    _reads(LINKED.replace("{}", json.dumps({"@type": "JobPosting", "title": "x", "d": value})))


@given(st.lists(_TAGS | st.text(max_size=12), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_html_is_read_or_refused(parts: list[str]) -> None:
    _reads("<!doctype html><html><body>" + "".join(parts))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    _reads(text)


def test_half_characters_and_nul_that_json_spells_out_are_left_out() -> None:
    contact = {"@type": "ContactPoint", "name": "Jane\ud800 Roe", "email": "j@\x00acme.example"}
    said = {"title": "Pot\ud83dter", "description": "<p>Clay\udc00 \x00\U0001f3fa</p>"}
    node = {"@type": "JobPosting", "applicationContact": contact, **said}

    for source in (json.dumps(node), LINKED.replace("{}", json.dumps(node))):
        (found,) = read_postings(source, TODAY)

        assert found.role == "Potter"
        assert "\U0001f3fa" in found.text
        assert "\x00" not in str(found)
        str(found).encode()
        "".join(found.contact).encode()
