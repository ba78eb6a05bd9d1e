"""The answers of Recruitee, Teamtailor, Workable, Rippling, Pinpoint, BambooHR and others.

Every reader takes one posting's object and the whole answer it stands in. The shapes are those
of the boards' public interfaces.
"""

from typing import Any

from jobtracker.exchange.postings.job_posting import merged
from jobtracker.exchange.postings.job_posting import stated_of as stated_of_schema
from jobtracker.exchange.postings.linked_data import Node
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.stated_pay import pay_of_text, stated_pay
from jobtracker.exchange.postings.values import (
    at,
    body,
    dicts,
    first,
    joined,
    line,
    link,
    many,
    part,
)


def recruitee(row: Node, _answer: Any) -> Stated:
    pay = part(row, "salary")
    modes = {"hybrid": "Hybrid", "remote": "Remote", "on_site": "On site"}
    stated = [words for key, words in modes.items() if row.get(key) is True]
    place = first(row, "location")
    return Stated(
        role=first(row, "title", "position"),
        company=first(row, "company_name"),
        location=joined(*(part.strip() for part in place.split(","))),
        country=first(row, "country_code", "country"),
        work_mode=stated[0] if len(stated) == 1 else "",
        employment_type=first(row, "employment_type_code"),
        pay=stated_pay(at(pay, "min"), at(pay, "max"), at(pay, "currency"), at(pay, "period")),
        posted_on=first(row, "published_at"),
        deadline=first(row, "close_at"),
        url=link(row.get("careers_url")),
        description=_sections(row, "description", "requirements"),
    )


def teamtailor(row: Node, answer: Any) -> Stated:
    """An entry of the JSON feed of a career site, which is titled with its company."""
    schema = stated_of_schema(part(row, "_jobposting"))
    return merged(
        schema,
        Stated(
            role=first(row, "title"),
            company=first(answer, "title") if isinstance(answer, dict) else "",
            posted_on=first(row, "date_published"),
            url=link(row.get("url")),
            description=body(row.get("content_html")) or body(row.get("content_text")),
        ),
    )


def workable(row: Node, answer: Any) -> Stated:
    """A job of an account's list, whose company is named once, on top."""
    places = [
        joined(first(place, "city"), first(place, "region", "state"), first(place, "country"))
        for place in dicts(row.get("locations"))
        if place.get("hidden") is not True
    ]
    own = joined(first(row, "city"), first(row, "state"), first(row, "country"))
    mode = first(row, "workplace", "workplace_type")
    return Stated(
        role=first(row, "title"),
        company=first(answer, "name", "account") if isinstance(answer, dict) else "",
        location=joined(*places, by="; ") or own,
        country="" if places[1:] else first(row, "country"),
        work_mode=mode or ("Remote" if row.get("telecommuting") is True else ""),
        employment_type=first(row, "employment_type"),
        posted_on=first(row, "published_on", "published"),
        reference=first(row, "code"),
        url=link(row.get("url")) or link(row.get("shortlink")),
        description=_sections(row, "description", "requirements", "benefits"),
    )


def rippling(row: Node, _answer: Any) -> Stated:
    places = many(row.get("workLocations")) or many(row.get("workLocation"))
    pay = next(dicts(row.get("payRangeDetails")), {})
    said = at(row, "description")
    return Stated(
        role=first(row, "name"),
        company=first(row, "companyName"),
        location=joined(*(line(at(place, "label")) or line(place) for place in places), by="; "),
        employment_type=line(at(row, "employmentType", "label")),
        pay=stated_pay(
            pay.get("rangeStart"), pay.get("rangeEnd"), pay.get("currency"), pay.get("frequency")
        ),
        posted_on=first(row, "createdOn"),
        url=link(row.get("url")),
        description=_sections(said, "role", "company") if isinstance(said, dict) else body(said),
    )


def pinpoint(row: Node, _answer: Any) -> Stated:
    ends = row.get("compensation_minimum"), row.get("compensation_maximum")
    units = row.get("compensation_currency"), row.get("compensation_frequency")
    return Stated(
        role=first(row, "title"),
        location=line(at(row, "location", "name")),
        work_mode=first(row, "workplace_type"),
        employment_type=first(row, "employment_type_text", "employment_type"),
        pay=""
        if row.get("compensation_visible") is False
        else stated_pay(*ends, *units) or pay_of_text(row.get("compensation")),
        deadline=first(row, "deadline_at"),
        reference=line(at(row, "job", "requisition_id")),
        url=link(row.get("url")),
        description=_headed(
            row, "description", "key_responsibilities", "skills_knowledge_expertise", "benefits"
        ),
    )


def bamboohr(row: Node, _answer: Any) -> Stated:
    place = part(row, "location")
    other = part(row, "atsLocation")
    town = joined(first(place, "city"), first(place, "state"))
    return Stated(
        role=first(row, "jobOpeningName"),
        location=town or joined(first(other, "city"), first(other, "state", "province")),
        country=first(place, "addressCountry", "country") or first(other, "country"),
        work_mode={"1": "Remote", "2": "Hybrid"}.get(first(row, "locationType"), ""),
        employment_type=first(row, "employmentStatusLabel"),
        pay=pay_of_text(row.get("compensation")),
        posted_on=first(row, "datePosted"),
        url=link(row.get("jobOpeningShareUrl")),
        description=body(row.get("description")),
    )


def collected(row: Node, _answer: Any) -> Stated:
    """A posting as a collector of postings stores it, with what was worked out of it."""
    known = part(row, "enrichment")
    countries = many(row.get("countries"))
    return Stated(
        role=first(row, "title"),
        company=first(row, "company"),
        location=first(row, "location") or joined(*map(line, many(row.get("cities"))), by="; "),
        country=line(countries[0]) if len(countries) == 1 else "",
        work_mode=first(row, "work_mode"),
        employment_type=line(at(known, "employment_type")),
        pay=stated_pay(
            at(known, "salary_min"),
            at(known, "salary_max"),
            at(known, "salary_currency"),
            at(known, "salary_period"),
        ),
        posted_on=first(row, "posted_at"),
        reference=first(row, "external_id"),
        url=link(row.get("url")),
        description=body(row.get("description")),
    )


def paylocity(row: Node, answer: Any) -> Stated:
    """A job of the list that a page of Paylocity's carries in a script."""
    place = part(row, "JobLocation")
    named = first(row, "LocationName")
    return Stated(
        role=first(row, "JobTitle"),
        company=first(answer, "ModuleTitle") if isinstance(answer, dict) else "",
        location=joined(first(place, "City"), first(place, "State")) or named,
        country=first(place, "Country"),
        work_mode="Remote" if row.get("IsRemote") is True else named,
        posted_on=first(row, "PublishedDate"),
        description=body(row.get("Description")),
    )


def _sections(row: Node, *keys: str) -> str:
    parts = [part for key in keys if (part := body(row.get(key)))]
    return "".join(f"<div>{part}</div>" for part in parts) if len(parts) > 1 else "".join(parts)


def _headed(row: Node, *keys: str) -> str:
    """Sections, each under the heading that stands beside it."""
    return "".join(
        f"<h3>{first(row, f'{key}_header')}</h3><div>{part}</div>"
        for key in keys
        if (part := body(row.get(key)))
    )
