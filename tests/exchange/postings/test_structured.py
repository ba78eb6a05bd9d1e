"""Small postings of our own in every markup and in the JSON of every board, read whole."""

from datetime import date

import pytest
from tests.support.postings import STRUCTURED, Facts, facts, words_are_marked

from jobtracker.exchange.postings.reading import read_postings
from jobtracker.exchange.text_file import read_text_file

TODAY = date(2026, 11, 22)

SEEN: dict[str, list[Facts]] = {
    "ashby.json": [
        {
            "role": "Compiler Engineer",
            "company": "Quill Labs",
            "location": "Berlin; Lisbon",
            "country": "DE",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "EUR 85000..110000 year",
            "posted_on": "2026-11-01",
            "url": "https://jobs.ashbyhq.com/Quill%20Labs/1",
        }
    ],
    "bamboohr.json": [
        {
            "role": "Parish Archivist",
            "location": "Galway",
            "country": "IE",
            "work_mode": "hybrid",
            "employment_type": "part_time",
        }
    ],
    "collected.json": [
        {
            "role": "Lens Grinder",
            "company": "Lumen Optics",
            "location": "Jena",
            "country": "DE",
            "work_mode": "on_site",
            "employment_type": "full_time",
            "pay": "EUR 41000.. year",
            "posted_on": "2026-10-10",
            "reference": "W-5",
            "url": "https://lumen.wd5.myworkdayjobs.com/x/job/W-5",
        }
    ],
    "greenhouse.json": [
        {
            "role": "Tide & Weather Analyst",
            "company": "Bright Harbor",
            "location": "Canada",
            "country": "CA",
            "work_mode": "remote",
            "employment_type": "full_time",
            "pay": "CAD 82000..96500 year",
            "posted_on": "2026-10-02",
            "deadline": "2026-12-15",
            "reference": "BH-311",
            "url": "https://boards.greenhouse.io/brightharbor/jobs/4100200",
        },
        {
            "role": "Dock Planner",
            "company": "Bright Harbor Ltd",
            "location": "Halifax, Nova Scotia",
            "country": "CA",
            "pay": "CAD 24.50..31 hour",
            "posted_on": "2026-10-05",
            "reference": "BH-312",
            "url": "https://boards.greenhouse.io/brightharbor/jobs/4100201",
        },
    ],
    "icims.html": [
        {
            "role": role,
            "location": place,
            "country": "US",
            "reference": f"2026-{number}",
            "url": f"https://careers-gulfmarine.icims.com/jobs/{number}/{role.lower()}/job",
        }
        for role, place, number in (
            ("Rigger", "Tampa, Florida", 51),
            ("Welder", "Mobile, Alabama", 52),
        )
    ],
    "json_ld.html": [
        {
            "role": "Bridge Inspector",
            "company": "Spanworks",
            "location": "Pittsburgh, PA; Cleveland, OH",
            "country": "US",
            "employment_type": "contract",
            "pay": "USD 41.50..58 hour",
            "posted_on": "2026-09-14",
            "deadline": "2026-12-01",
            "reference": "BI-77",
            "url": "https://spanworks.example/careers/bridge-inspector",
        }
    ],
    "lever.json": [
        {
            "role": "Glaze Technician",
            "company": "Kiln & Co",
            "location": "Leeds, United Kingdom",
            "country": "GB",
            "work_mode": "on_site",
            "employment_type": "part_time",
            "pay": "GBP 15.50..18 hour",
            "posted_on": "2026-09-21",
            "url": "https://jobs.lever.co/kilnandco/11aa22bb",
        },
        {
            "role": "Museum Guide",
            "company": "Lantern House",
            "location": "Utrecht",
            "country": "NL",
            "employment_type": "contract",
            "url": "https://jobs.lever.co/heritagegroup/33cc44dd",
        },
    ],
    "microdata.html": [
        {
            "role": "Violin Restorer",
            "company": "Atelier Corde",
            "location": "Lyon",
            "country": "FR",
            "employment_type": "full_time",
            "pay": "EUR 2450 month",
            "posted_on": "2026-10-18",
            "url": "https://corde.example/emplois/3",
        }
    ],
    "paylocity.html": [
        {
            "role": "Greenkeeper",
            "company": "Fairway Grounds LLC",
            "location": "Boise, ID",
            "country": "US",
            "work_mode": "on_site",
            "posted_on": "2026-10-21",
        }
    ],
    "pinpoint.json": [
        {
            "role": "Ferry Purser",
            "location": "Stromness, Scotland",
            "country": "GB",
            "work_mode": "on_site",
            "pay": "GBP 31000 year",
            "deadline": "2027-01-08",
            "reference": "SK-2",
            "url": "https://skerries.pinpointhq.com/en/postings/p1",
        },
        {"role": "Deckhand", "location": "Kirkwall", "work_mode": "on_site"},
    ],
    "rdfa.html": [
        {
            "role": "Lighthouse Keeper",
            "company": "Northern Lights Trust",
            "location": "Stornoway",
            "country": "GB",
            "employment_type": "part_time",
            "pay": "GBP 24500 year (period assumed)",
            "posted_on": "2026-11-11",
            "deadline": "2026-12-11",
        }
    ],
    "recruitee.json": [
        {
            "role": "Choreograaf (m/v/x)",
            "company": "Stichting Zwaai",
            "location": "Antwerpen, Belgium",
            "country": "BE",
            "work_mode": "remote",
            "employment_type": "temporary",
            "pay": "EUR 2800.50..3400 month",
            "posted_on": "2026-11-03",
            "deadline": "2026-12-31",
            "url": "https://zwaai.recruitee.com/o/choreograaf",
        }
    ],
    "rippling.json": [
        {
            "role": "Claims Adjuster",
            "company": "Umbra Mutual",
            "location": "Denver, CO",
            "country": "US",
            "employment_type": "full_time",
            "pay": "USD 61000..74500 year",
            "posted_on": "2026-06-06",
            "url": "https://ats.rippling.com/umbra/jobs/u1",
        }
    ],
    "schema.json": [
        {
            "role": "Cider Maker",
            "company": "Orchard & Vine",
            "country": "FR",
            "work_mode": "remote",
            "employment_type": "full_time",
            "pay": "EUR 38000..44000 year",
            "posted_on": "2026-10-30",
            "deadline": "2026-12-01",
            "reference": "OV-7",
            "url": "https://orchard.example/jobs/7",
            "contact": "Inès Moreau, HR, ines@orchard.example, +33 1 22 33 44 55",
        }
    ],
    "smartrecruiters.json": [
        {
            "role": "Night Baker",
            "company": "Crumb & Sons",
            "location": "Porto, Portugal",
            "country": "PT",
            "employment_type": "full_time",
            "posted_on": "2026-09-09",
            "reference": "REF9X",
            "url": "https://jobs.smartrecruiters.com/Crumb/7-night-baker",
        }
    ],
    "teamtailor.json": [
        {
            "role": "Lysmester",
            "company": "Fjordlys",
            "location": "Bergen",
            "country": "NO",
            "employment_type": "full_time",
            "pay": "NOK 540000..620000 year",
            "posted_on": "2026-08-20",
            "reference": "55",
            "url": "https://fjordlys.teamtailor.com/jobs/55-lysmester",
        }
    ],
    "unknown.json": [
        {
            "role": "Tram Driver",
            "company": "Stadtwerke Nord",
            "location": "Kiel",
            "country": "DE",
            "employment_type": "full_time",
            "pay": "EUR 2900..3300 month",
            "posted_on": "2026-10-20",
            "url": "https://jobs.example/tram",
        }
    ],
    "visible.html": [
        {
            "role": "Seed Librarian",
            "company": "Meadow Trust",
            "location": "Bristol, United Kingdom",
            "country": "GB",
            "work_mode": "hybrid",
            "pay": "GBP 29500..33000 year",
            "deadline": "2026-12-14",
            "url": "https://meadow.example/jobs/seed-librarian",
        }
    ],
    "workable.json": [
        {
            "role": "Mould Maker",
            "company": "Sable Foundry",
            "location": "Turin, Piedmont, Italy",
            "country": "IT",
            "work_mode": "on_site",
            "employment_type": "full_time",
            "posted_on": "2026-07-01",
            "reference": "MM-4",
            "url": "https://apply.workable.com/sable/j/AB12",
        }
    ],
    "workday_detail.json": [
        {
            "role": "Hydrology Lead",
            "company": "Alpwasser AG",
            "location": "Graz; Linz",
            "country": "AT",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "EUR 7200 month",
            "posted_on": "2026-11-10",
            "reference": "R-900",
            "url": "https://alpwasser.wd3.myworkdayjobs.com/Jobs/job/Graz/Hydrology-Lead_R-900",
        }
    ],
    "workday_list.json": [
        {
            "role": "Grid Engineer",
            "location": "Oslo, Norway",
            "country": "NO",
            "employment_type": "full_time",
            "posted_on": "2026-11-22",
            "reference": "R-1",
        },
        {"role": "Line Worker", "reference": "R-2"},
    ],
}


@pytest.mark.parametrize("name", SEEN)
def test_each_fact_is_read_and_none_is_invented(name: str) -> None:
    # Act
    postings = read_postings(read_text_file(STRUCTURED / name), TODAY)

    # Assert
    assert [facts(posting) for posting in postings] == SEEN[name]
    assert all(words_are_marked(posting) for posting in postings)


def test_every_case_is_in_the_table() -> None:
    assert {path.name for path in STRUCTURED.iterdir()} == set(SEEN)


def test_the_text_that_is_kept_has_the_facts_on_top_and_the_description_without_markup() -> None:
    # Act
    (posting,) = read_postings(read_text_file(STRUCTURED / "json_ld.html"), TODAY)

    # Assert
    assert posting.text == (
        "Bridge Inspector\n"
        "Spanworks\n"
        "Location: Pittsburgh, PA; Cleveland, OH\n"
        "Country: US\n"
        "Employment type: Contractor\n"
        "Pay: USD 41.50 – 58 an hour\n"
        "Posted: 2026-09-14\n"
        "Reference: BI-77\n"
        "Link: https://spanworks.example/careers/bridge-inspector\n"
        "\n"
        "Look at bridges & write reports.\n"
        "\n"
        "• Climb\n"
        "• Measure\n"
        "\n"
        "Apply by 1 December 2026."
    )
    assert posting.words("role") == "Bridge Inspector"
    assert posting.words("deadline") == "1 December 2026"
    assert posting.words("pay") == "USD 41.50 – 58 an hour"


def test_the_text_of_marked_up_pages_is_what_a_reader_sees_of_the_posting() -> None:
    # Act
    (posting,) = read_postings(read_text_file(STRUCTURED / "microdata.html"), TODAY)

    # Assert
    _, _, seen = posting.text.partition("\n\n")
    assert seen.startswith("Violin Restorer\n")
    assert seen.endswith("Repair old violins.\n• Glue\n• Varnish\n\nApply")
    assert "Home" not in posting.text
    assert "2026-10-18" not in seen
