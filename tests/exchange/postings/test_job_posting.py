"""schema.org's JobPosting in the forms that sites write it."""

import json
from datetime import date
from html import escape
from typing import Any

import pytest
from tests.support.postings import facts

from jobtracker.domain.postings import Posting
from jobtracker.exchange.postings.page_titles import names_in_title
from jobtracker.exchange.postings.reading import read_postings

TODAY = date(2026, 11, 22)


def page(*blocks: str, body: str = "<h1>Careers</h1>") -> str:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return f"<!doctype html><html><head>{scripts}</head><body>{body}</body></html>"


def read(**values: Any) -> Posting:
    node = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Potter", **values}
    (posting,) = read_postings(page(json.dumps(node).replace("</", "<\\/")), TODAY)
    return posting


@pytest.mark.parametrize(
    ("salary", "pay"),
    [
        (50000, "50000 year (period assumed)"),
        ("52000", "52000 year (period assumed)"),
        ("€45,000 per year", "EUR 45000 year"),
        ("$20 - $25 an hour", "USD 20..25 hour (currency assumed)"),
        ({"currency": "USD", "value": 90000}, "USD 90000 year (period assumed)"),
        ({"currency": "EUR", "value": "70.000"}, "EUR 70000 year (period assumed)"),
        ({"currency": "USD", "value": {"value": 31.25, "unitText": "HOUR"}}, "USD 31.25 hour"),
        (
            {"currency": "USD", "value": [{"minValue": 8e4, "maxValue": 9e4, "unitText": "YEAR"}]},
            "USD 80000..90000 year",
        ),
        ({"currency": "GBP", "value": {"minValue": "400", "unitText": "DAY"}}, "GBP 400.. day"),
        ({"currency": "CHF", "value": {"maxValue": 9000, "unitText": "MONTH"}}, "CHF ..9000 month"),
        ({"currency": "JPY", "minValue": 300000, "maxValue": 400000, "unitText": "MONTH"},
         "JPY 300000..400000 month"),
        (
            {"currency": "USD", "value": {"minValue": 610, "maxValue": 610, "unitText": "WEEK"}},
            "USD 610 week",
        ),
        ({"priceCurrency": "SEK", "price": 42000, "unitText": "MONTH"}, "SEK 42000 month"),
        ([{"currency": "USD", "value": {"value": 0}}, {"currency": "USD", "value": 88000}],
         "USD 88000 year (period assumed)"),
        ({"currency": "USD", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}, ""),
        ({"currency": "USD", "value": {"minValue": 9, "maxValue": 3, "unitText": "HOUR"}}, ""),
        ({"currency": "XXQ", "value": 90000}, ""),
        ({"currency": "USD", "value": {"value": 2000, "unitText": "BIWEEKLY"}}, ""),
        ({"currency": "USD", "value": "negotiable"}, ""),
        ("competitive", ""),
        ({"value": {"value": {"value": []}}}, ""),
        (True, ""),
    ],
)  # fmt: skip
def test_a_salary_is_read_to_exactly_its_amounts_or_not_at_all(salary: Any, pay: str) -> None:
    assert facts(read(baseSalary=salary)).get("pay", "") == pay


@pytest.mark.parametrize(
    ("place", "location", "country"),
    [
        ("Vienna, Austria", "Vienna, Austria", "AT"),
        ({"address": "Remote"}, "", ""),
        ({"address": {"addressLocality": "Bergen", "addressCountry": "Norway"}}, "Bergen", "NO"),
        ({"address": {"addressCountry": {"name": "PL"}}}, "PL", "PL"),
        (
            [
                {"address": {"addressLocality": "Vienna", "addressCountry": "AT"}},
                {"address": {"addressLocality": "Zurich", "addressCountry": "CH"}},
            ],
            "Vienna; Zurich",
            "",
        ),
        ([], "", ""),
        (7, "7", ""),
        (
            {"address": {"addressLocality": ["Porto", "Braga"], "addressRegion": "n/a"}},
            "Porto",
            "PT",
        ),
    ],
)
def test_places_are_read_in_any_form(place: Any, location: str, country: str) -> None:
    # Act
    posting = read(jobLocation=place)

    # Assert
    assert (posting.location, posting.country) == (location, country)


@pytest.mark.parametrize(
    ("kinds", "employment_type"),
    [
        ("FULL_TIME", "full_time"),
        ("fullTime", "full_time"),
        (["CONTRACTOR"], "contract"),
        ("INTERN", "internship"),
        ("TEMPORARY", "temporary"),
        ("VOLUNTEER", "volunteer"),
        ("Vollzeit, unbefristet", "full_time"),
        ("Full-time internship", "internship"),
        ("Full-time or contract", ""),
        (["FULL_TIME", "PART_TIME"], ""),
        ("OTHER", ""),
        ("PER_DIEM", ""),
        ({"not": "text"}, ""),
    ],
)
def test_one_employment_type_is_read_and_two_are_left_to_the_person(
    kinds: Any, employment_type: str
) -> None:
    assert read(employmentType=kinds).employment_type == employment_type


@pytest.mark.parametrize(
    "values",
    [
        {"title": "R&amp;amp;D <b>Potter</b>"},
        {"title": ["R&D  Potter", "another"]},
        {"title": {"@value": "R&D Potter"}},
        {"title": "", "name": "R&D\u00a0Potter"},
    ],
)
def test_a_title_is_one_line_without_markup(values: dict[str, Any]) -> None:
    assert read(**values).role == "R&D Potter"


@pytest.mark.parametrize(
    ("organisation", "company"),
    [
        ("Clay Works", "Clay Works"),
        ({"name": "Clay Works"}, "Clay Works"),
        ([{"name": ""}, {"name": "Clay Works"}], "Clay Works"),
        ("confidential", ""),
        ({"@id": "#nowhere"}, ""),
        (None, ""),
    ],
)
def test_the_company_is_read_in_any_form(organisation: Any, company: str) -> None:
    assert read(hiringOrganization=organisation).company == company


def test_a_date_in_figures_is_asked_for_and_not_guessed() -> None:
    # Act
    posting = read(validThrough="03/04/2027", datePosted="2026-11-01T00:00:00+01:00")

    # Assert
    assert posting.deadline is None
    assert posting.unsure["deadline"] == (date(2027, 4, 3), date(2027, 3, 4))
    assert posting.posted_on == date(2026, 11, 1)


def test_what_the_structure_leaves_open_is_taken_from_the_description() -> None:
    # Act
    posting = read(
        description="<p>This is a hybrid role. Salary: $61,000 - $66,000 a year.</p>"
        "<p>Apply by December 9, 2026.</p>"
    )

    # Assert
    assert facts(posting) == {
        "role": "Potter",
        "work_mode": "hybrid",
        "pay": "USD 61000..66000 year (currency assumed)",
        "deadline": "2026-12-09",
    }
    assert posting.words("deadline") == "December 9, 2026"


def test_the_role_and_the_company_are_never_taken_from_the_prose_of_a_structure() -> None:
    # Act
    posting = read(description="<p>Acme GmbH is hiring a Senior Glazier.</p>")

    # Assert
    assert (posting.role, posting.company) == ("Potter", "")


@pytest.mark.parametrize(
    "block",
    [
        '<!--\n{"@type": "JobPosting", "title": "Potter"}\n-->',
        '//<![CDATA[\n{"@type": "JobPosting", "title": "Potter"}\n//]]>',
        '{"@type": "JobPosting", "title": "Potter",}',
        '{"@type": ["Thing", "schema:JobPosting"], "title": "Potter", "description": "a\nb"}',
        '[[{"@type": "http://schema.org/JobPosting", "title": "Potter"}]]',
        '{"@graph": [{"mainEntity": {"@type": "JobPosting", "title": "Potter"}}]}',
        "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Potter&quot;}",
        '{"@type": "JobPosting", "title": "Potter"};',
    ],
)
def test_json_ld_is_read_where_it_lies_deep_or_is_not_quite_json(block: str) -> None:
    # Act
    (posting,) = read_postings(page('{"@type": [', block, "nothing"), TODAY)

    # Assert
    assert posting.role == "Potter"


def test_a_page_that_repeats_a_posting_has_it_once_and_one_with_two_has_both() -> None:
    # Arrange
    one = json.dumps({"@type": "JobPosting", "title": "Potter"})
    other = json.dumps({"@type": "JobPosting", "title": "Glazier"})

    # Act
    postings = read_postings(page(one, other, one), TODAY)

    # Assert
    assert [posting.role for posting in postings] == ["Potter", "Glazier"]


def test_markup_fills_what_the_json_ld_of_the_same_posting_leaves_out() -> None:
    # Arrange
    body = (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Potter</h1>'
        '<b itemprop="hiringOrganization">Clay Works</b></div>'
    )

    # Act
    (posting,) = read_postings(page('{"@type": "JobPosting", "title": "Potter"}', body=body), TODAY)

    # Assert
    assert posting.company == "Clay Works"


def test_the_json_of_a_board_that_a_browser_saved_as_a_page_is_read() -> None:
    # Arrange
    job = {
        "title": "Potter",
        "absolute_url": "https://a.example/1",
        "content": "&lt;p&gt;Clay.&lt;/p&gt;",
    }
    page = (
        f"<html><head></head><body><pre>{escape(json.dumps({'jobs': [job]}))}</pre></body></html>"
    )

    # Act
    (posting,) = read_postings(page, TODAY)

    # Assert
    assert facts(posting) == {"role": "Potter", "url": "https://a.example/1"}
    assert posting.text.endswith("\n\nClay.")


@pytest.mark.parametrize(
    ("title", "role", "company"),
    [
        ("(3) Kiln Whisperer | Clay Works | LinkedIn", "Kiln Whisperer", "Clay Works"),
        ("Clay Works hiring Kiln Whisperer in Leeds | LinkedIn", "Kiln Whisperer", "Clay Works"),
        ("Job Application for Kiln Whisperer at Clay Works", "Kiln Whisperer", "Clay Works"),
        ("Kiln Whisperer (m/w/d) bei Clay Works GmbH", "Kiln Whisperer (m/w/d)", "Clay Works GmbH"),
        ("Working at Clay Works", "", ""),
        ("Open positions at Clay Works", "", ""),
        ("Clay Works", "", ""),
    ],
)
def test_a_page_without_structure_is_named_by_its_title_where_that_is_plain(
    title: str, role: str, company: str
) -> None:
    assert names_in_title(title) == (role, company)


def test_the_title_of_a_page_names_what_its_text_does_not() -> None:
    # Arrange
    page = (
        "<html><head><title>Kiln Whisperer | Clay Works | LinkedIn</title></head>"
        "<body><p>You listen to kilns all day long and write down what they say.</p></body></html>"
    )

    # Act
    (posting,) = read_postings(page, TODAY)

    # Assert
    assert (posting.role, posting.company) == ("Kiln Whisperer", "Clay Works")
    assert (posting.words("role"), posting.words("company")) == ("Kiln Whisperer", "Clay Works")


def test_json_ld_that_was_copied_without_its_page_is_read() -> None:
    # Arrange
    script = (
        '<script type="application/ld+json">{"@type": "JobPosting", "title": "Potter"}</script>'
    )

    # Act
    (posting,) = read_postings(script, TODAY)

    # Assert
    assert posting.role == "Potter"


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_description_is_plain_text_however_often_its_html_was_escaped(times: int) -> None:
    # Arrange
    description = "<p>Throw &amp; turn.</p><ul><li>One</li><li>Two</li></ul><script>bad()</script>"
    for _ in range(times):
        description = escape(description)

    # Act
    posting = read(description=description)

    # Assert
    assert posting.text == "Potter\n\nThrow & turn.\n\n• One\n• Two"
