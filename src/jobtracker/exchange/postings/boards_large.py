"""The answers of Greenhouse, Lever, Ashby, Workday and SmartRecruiters, a reader each.

Every reader takes one posting's object and the whole answer it stands in. The shapes are those
of the boards' public interfaces.
"""

import re
from decimal import Decimal
from html import unescape
from typing import Any

from jobtracker.exchange.postings.linked_data import Node
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.stated_pay import pay_of_text, stated_pay
from jobtracker.exchange.postings.values import (
    at,
    body,
    day_of_timestamp,
    dicts,
    first,
    joined,
    line,
    link,
    many,
    part,
)

_COUNT_OF_PLACES = re.compile(r"\d+ locations?", re.IGNORECASE)
_PAID_BASE = re.compile(r"salary|base|hourly|wage", re.IGNORECASE)
_PAY_RANGE = re.compile(r'class="pay-range">(.{1,400}?)</div>', re.DOTALL)
_CENTS = 100


def greenhouse(row: Node, _answer: Any) -> Stated:
    return Stated(
        role=first(row, "title"),
        company=first(row, "company_name"),
        location=line(at(row, "location", "name")),
        pay=_greenhouse_pay(row),
        posted_on=first(row, "first_published"),
        deadline=first(row, "application_deadline"),
        reference=first(row, "requisition_id"),
        url=link(row.get("absolute_url")),
        description=body(row.get("content")),
    )


def _greenhouse_pay(row: Node) -> str:
    """The pay of its one range; several are for places between which a person chooses."""
    ranges = list(dicts(row.get("pay_input_ranges")))
    if not ranges:
        shown = _PAY_RANGE.findall(unescape(body(row.get("content"))))
        return pay_of_text(line(shown[0])) if len(shown) == 1 else ""
    if len(ranges) != 1:
        return ""
    low, high = (
        Decimal(cents) / _CENTS if isinstance(cents := ranges[0].get(key), int) else None
        for key in ("min_cents", "max_cents")
    )
    period = "hour" if "hour" in first(ranges[0], "title").lower() else ""
    return stated_pay(low, high, ranges[0].get("currency_type"), period)


def lever(row: Node, _answer: Any) -> Stated:
    categories = part(row, "categories")
    pay = part(row, "salaryRange")
    sections = [body(row.get("description")) or body(row.get("descriptionPlain"))]
    sections += [
        f"<h3>{line(each.get('text'))}</h3><ul>{body(each.get('content'))}</ul>"
        for each in dicts(row.get("lists"))
    ]
    sections.append(body(row.get("additional")) or body(row.get("additionalPlain")))
    return Stated(
        role=first(row, "text"),
        location=joined(*map(line, many(at(categories, "allLocations"))), by="; ")
        or line(at(categories, "location")),
        country=first(row, "country"),
        work_mode=first(row, "workplaceType"),
        employment_type=line(at(categories, "commitment")),
        pay=stated_pay(at(pay, "min"), at(pay, "max"), at(pay, "currency"), at(pay, "interval")),
        posted_on=day_of_timestamp(row.get("createdAt")),
        url=link(row.get("hostedUrl")),
        brand=line(at(categories, "department")),
        description="".join(f"<div>{part}</div>" for part in sections if part),
    )


def ashby(row: Node, _answer: Any) -> Stated:
    others = (line(at(place, "location")) for place in dicts(row.get("secondaryLocations")))
    address = at(row, "address", "postalAddress")
    return Stated(
        role=first(row, "title"),
        location=joined(first(row, "location"), *others, by="; "),
        country=line(at(address, "addressCountry")),
        work_mode=first(row, "workplaceType") or ("Remote" if row.get("isRemote") is True else ""),
        employment_type=first(row, "employmentType"),
        pay=_ashby_pay(row.get("compensation")),
        posted_on=first(row, "publishedAt", "publishedDate"),
        deadline=first(row, "applicationDeadline"),
        url=link(row.get("jobUrl")),
        description=body(row.get("descriptionHtml")) or body(row.get("descriptionPlain")),
    )


def _ashby_pay(compensation: Any) -> str:
    """The salary among what a posting pays; equity and a bonus are none."""
    components = list(dicts(at(compensation, "summaryComponents")))
    for tier in dicts(at(compensation, "compensationTiers")):
        components += dicts(tier.get("components"))
    for each in components:
        if _PAID_BASE.search(first(each, "compensationType")):
            ends = each.get("minValue"), each.get("maxValue")
            if pay := stated_pay(*ends, each.get("currencyCode"), each.get("interval")):
                return pay
    return pay_of_text(at(compensation, "scrapeableCompensationSalarySummary"))


def workday_line(row: Node, _answer: Any) -> Stated:
    """A line of Workday's list: it has no description, and a path without its host."""
    place = first(row, "locationsText")
    return Stated(
        role=first(row, "title"),
        location="" if _COUNT_OF_PLACES.fullmatch(place) else place,
        work_mode=first(row, "remoteType"),
        employment_type=first(row, "timeType"),
        posted_on=_workday_day(row),
        reference=next(map(line, many(row.get("bulletFields"))), ""),
        description=place if _COUNT_OF_PLACES.fullmatch(place) else "",
    )


def workday(row: Node, answer: Any) -> Stated:
    """The page of one posting; its employer stands beside it."""
    info = part(row, "jobPostingInfo")
    more = (line(place) for place in many(info.get("additionalLocations")))
    return Stated(
        role=first(info, "title"),
        company=line(at(answer, "hiringOrganization", "name")),
        location=joined(first(info, "location"), *more, by="; "),
        country=line(at(info, "country", "descriptor")),
        work_mode=first(info, "remoteType"),
        employment_type=first(info, "timeType"),
        posted_on=first(info, "startDate") or _workday_day(info),
        deadline=first(info, "endDate", "jobPostingEndDateAsText"),
        reference=first(info, "jobReqId", "jobRequisitionId"),
        url=link(info.get("externalUrl")),
        description=body(info.get("jobDescription")),
    )


def _workday_day(row: Node) -> str:
    """The words of "Posted 3 Days Ago"; of "30+ Days Ago" none: that is no day."""
    words = first(row, "postedOn").lower().removeprefix("posted ")
    return "" if "+" in words else words


def smartrecruiters(row: Node, _answer: Any) -> Stated:
    place = part(row, "location")
    sections = part(row, "jobAd", "sections")
    parts = (
        f"<h3>{line(each.get('title'))}</h3><div>{body(each.get('text'))}</div>"
        for each in dicts(list(sections.values()))
    )
    pay = part(row, "compensation")
    mode = next((mode for mode in ("remote", "hybrid") if at(place, mode) is True), "")
    return Stated(
        role=first(row, "name"),
        company=line(at(row, "company", "name")),
        location=first(place, "fullLocation")
        or joined(first(place, "city"), first(place, "region")),
        country=first(place, "country"),
        work_mode=mode,
        employment_type=line(at(row, "typeOfEmployment", "label")),
        pay=stated_pay(at(pay, "min"), at(pay, "max"), at(pay, "currency"), at(pay, "period")),
        posted_on=first(row, "releasedDate"),
        reference=first(row, "refNumber"),
        url=link(row.get("postingUrl")) or link(row.get("applyUrl")),
        description="".join(parts),
    )
