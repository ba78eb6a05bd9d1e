"""Answers of real job boards and saved pages against what a reader of each file sees there.

The table was written from the files before the reader was fitted to them. A fact that a file
does not state has no entry: the reader may not find one either. The company of the lists of
Workday, BambooHR, iCIMS, Pinpoint and Rippling stands in none of their words (an address is no
name), so it is left to the person.
"""

import sys
from datetime import date
from pathlib import Path

import pytest
from tests.support.postings import Facts, facts, words_are_marked

from jobtracker.exchange.postings.reading import read_postings
from jobtracker.exchange.text_file import read_text_file

pytestmark = pytest.mark.shared

TODAY = date(2026, 11, 22)
_LINEAR = "https://jobs.ashbyhq.com/linear"
_GITLAB = "https://job-boards.greenhouse.io/gitlab/jobs"
_MATCH = "https://jobs.lever.co/matchgroup"
_WIPFLI = "https://careers-wipfli.icims.com/jobs"

SEEN: dict[str, list[Facts]] = {
    "api_ashby_a.json": [
        {
            "role": "Senior / Staff Fullstack Engineer",
            "company": "Linear",
            "location": "Europe",
            "work_mode": "remote",
            "employment_type": "full_time",
            "posted_on": "2021-04-27",
            "url": f"{_LINEAR}/d3bc1ced-3ce4-4086-a050-555055dbb1ff",
        },
        {
            "role": "Senior / Staff Fullstack Engineer",
            "company": "Linear",
            "location": "North America",
            "country": "US",
            "work_mode": "remote",
            "employment_type": "full_time",
            "posted_on": "2021-08-18",
            "url": f"{_LINEAR}/cd5ae036-0223-427a-b038-ba16ef9dcb32",
        },
    ],
    "api_greenhouse_a.json": [
        {
            "role": "Account Executive - Italy",
            "company": "GitLab",
            "location": "Italy",
            "country": "IT",
            "work_mode": "remote",
            "posted_on": "2026-04-17",
            "reference": "6263",
            "url": f"{_GITLAB}/8503792002",
        },
        {
            "role": "AI Engineer",
            "company": "GitLab",
            "location": "US",
            "country": "US",
            "work_mode": "remote",
            "pay": "USD 108400..129600 year (period assumed)",
            "posted_on": "2026-05-29",
            "reference": "6418",
            "url": f"{_GITLAB}/8565469002",
        },
    ],
    "api_lever_a.json": [
        {
            "role": "Android Engineer III",
            "company": "Hinge",
            "location": "New York, New York",
            "country": "US",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "USD 150000..180000 year",
            "posted_on": "2026-05-19",
            "url": f"{_MATCH}/3414ba28-35f7-45d3-8e13-35c883959635",
        },
        {
            "role": "Android Software Engineer (Azar)",
            "company": "Hyperconnect",
            "location": "Seoul, South Korea",
            "country": "KR",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "posted_on": "2026-01-05",
            "url": f"{_MATCH}/4004a95b-ed89-4193-ad1a-a2ed5d4703d5",
        },
    ],
    "api_recruitee.json": [
        {
            "role": "(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg Region, Germany",
            "company": "Acme",
            "location": "Berlin, Germany",
            "country": "DE",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "EUR 60000..75000 year",
            "posted_on": "2026-08-05",
            "url": "https://jobs.acme.com/o/"
            "senior-financial-accountant-fmd-berlinbrandenburg-region-germany",
        },
        {
            "role": "Partner Development Representative (f/m/d) - Berlin, Germany",
            "company": "Acme",
            "location": "Berlin, Germany",
            "country": "DE",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "EUR 75000..90000 year",
            "posted_on": "2026-07-31",
            "url": "https://jobs.acme.com/o/partner-development-representative-fmd-berlin-germany",
            "contact": "masked@example.com",
        },
    ],
    "api_smartrecruiters.json": [
        {
            "role": "CNA / LPN - Consistent Hours. Start Next Week.",
            "company": "Knight Gayles",
            "location": "St. Louis, MO, United States",
            "country": "US",
            "employment_type": "part_time",
            "posted_on": "2018-06-08",
            "reference": "REF30D",
        }
    ],
    "api_teamtailor.json": [
        {
            "role": "Account Executive - Italy (Madrid based)",
            "company": "Teamtailor",
            "location": "Madrid",
            "country": "ES",
            "posted_on": "2026-02-04",
            "reference": "7167985",
            "url": "https://career.teamtailor.com/jobs/"
            "7167985-account-executive-italy-madrid-based",
        },
        {
            "role": "Mid-Market Account Executive - Copenhagen",
            "company": "Teamtailor",
            "location": "Stockholm, Sweden; København",
            "posted_on": "2026-01-18",
            "reference": "7069633",
            "url": "https://career.teamtailor.com/jobs/"
            "7069633-mid-market-account-executive-copenhagen",
        },
    ],
    "api_workday.json": [
        {
            "role": "Solution Architect / Senior Solution Architect - PubSec - SLED/NGO",
            "posted_on": "2026-11-21",
            "reference": "JR354232",
        },
        {
            "role": "Customer Success Manager - Global Public Sector "
            "(State, Local Government and Education)",
            "posted_on": "2026-11-19",
            "reference": "JR332446",
        },
    ],
    "ats_bamboohr.json": [
        {
            "role": "Nurse Paralegal",
            "location": "Fort Lauderdale, Florida",
            "country": "US",
            "employment_type": "full_time",
        },
        {
            "role": "Marketing & Social Media Intern",
            "location": "Fort Lauderdale, Florida",
            "country": "US",
            "employment_type": "internship",
        },
    ],
    "ats_freehire_detail_workday.json": [
        {
            "role": "Salesforce Consultant",
            "company": "Example Corp",
            "location": "New York, New York",
            "country": "US",
            "work_mode": "hybrid",
            "employment_type": "full_time",
            "pay": "EUR 90000..120000 year",
            "posted_on": "2026-08-17",
            "reference": "R-771",
            "url": "https://example.wd5.myworkdayjobs.com/en-US/External/job/R-771",
        }
    ],
    "ats_icims.html": [
        {
            "role": "Payroll Tax Specialist",
            "location": "US",
            "country": "US",
            "reference": "2026-8214",
            "url": f"{_WIPFLI}/8214/payroll-tax-specialist/job?in_iframe=1",
        },
        {
            "role": "Payroll Support Specialist",
            "location": "US",
            "country": "US",
            "reference": "2026-8212",
            "url": f"{_WIPFLI}/8212/payroll-support-specialist/job?in_iframe=1",
        },
    ],
    "ats_paylocity.html": [
        {
            "role": "Engineer/Associate Engineer, Power Systems",
            "company": "North Carolina Advanced Energy Corporation",
            "location": "Raleigh, NC",
            "country": "US",
            "work_mode": "hybrid",
            "posted_on": "2026-08-08",
        },
        {
            "role": "Administrative Assistant (Hybrid)",
            "company": "North Carolina Advanced Energy Corporation",
            "location": "Raleigh, NC",
            "country": "US",
            "work_mode": "hybrid",
            "posted_on": "2026-08-07",
        },
    ],
    "ats_pinpoint.json": [
        {
            "role": "Enterprise Applications Architect",
            "location": "United States",
            "country": "US",
            "work_mode": "remote",
            "pay": "USD 135000..198000 year",
            "deadline": "2026-08-28",
            "reference": "REQ-001",
            "url": "https://acme.pinpointhq.com/en/postings/post-001",
        },
        {
            "role": "CRM Program Consultant",
            "location": "Atlanta, GA",
            "country": "US",
            "work_mode": "hybrid",
            "pay": "USD 70..90 hour",
        },
    ],
    "ats_rippling.json": [
        {
            "role": "Account Executive - Accountants Channel (East Coast)",
            "location": "New Jersey, US",
            "country": "US",
            "work_mode": "remote",
            "url": "https://ats.acme.com/acme/jobs/2f0674e6-f01f-4ecd-b459-e947241c211f",
        },
        {
            "role": "Account Executive - Accountants Channel (East Coast)",
            "location": "New York, NY",
            "country": "US",
            "url": "https://ats.acme.com/acme/jobs/2f0674e6-f01f-4ecd-b459-e947241c211f",
        },
    ],
    "ats_workable.json": [
        {
            "role": "Business Analyst - Spanish Speaking",
            "company": "Zaelab",
            "location": place,
            "country": country,
            "work_mode": "remote",
            "posted_on": "2026-08-05",
            "url": "https://apply.workable.com/j/DD136DD7E7",
        }
        for place, country in (("Spain", "ES"), ("Portugal", "PT"))
    ],
    "jobposting_minimal.html": [
        {
            "role": "Senior TypeScript Engineer",
            "company": "Acme Labs",
            "work_mode": "remote",
            "deadline": "2026-09-01",
        }
    ],
    "schemaorg_jobposting_examples.txt": [
        {
            "role": "Software Engineer",
            "company": "ABC Company Inc.",
            "location": "Kirkland, WA",
            "country": "US",
            "employment_type": "full_time",
            "pay": "USD 100000 year (period assumed)",
            "posted_on": "2011-10-31",
        }
    ],
}


@pytest.mark.parametrize("name", SEEN)
def test_a_file_is_read_as_a_person_sees_it(name: str, shared_data: Path) -> None:
    # Act
    postings = read_postings(read_text_file(shared_data / "job_postings" / name), TODAY)

    # Assert
    read = [facts(posting) for posting in postings]
    sys.stdout.write(_table(name, SEEN[name], read))
    assert read == SEEN[name]
    assert all(words_are_marked(posting) for posting in postings)
    assert not any("<" in posting.text and "</" in posting.text for posting in postings)


def test_every_file_is_in_the_table(shared_data: Path) -> None:
    files = {path.name for path in (shared_data / "job_postings").iterdir()}

    assert files == {*SEEN, "SOURCE.md"}


def _table(name: str, seen: list[Facts], read: list[Facts]) -> str:
    """A line a posting: which of the facts a reader sees were found; shown with -s."""
    lines = [f"\n{name}"]
    for wanted, got in zip(seen, read, strict=False):
        right = [field for field in wanted if got.get(field) == wanted[field]]
        wrong = [field for field in {**wanted, **got} if got.get(field) != wanted.get(field)]
        lines.append(f"  {len(right)}/{len(wanted)}  {' '.join(right)}")
        lines += [f"       WRONG {field}: {got.get(field, '')!r}" for field in wrong]
    return "\n".join(lines)
