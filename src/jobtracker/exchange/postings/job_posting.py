"""A schema.org JobPosting, as JSON-LD has it or markup gave it, in its own words.

https://schema.org/JobPosting; the forms of its values are those that sites really write.
"""

from typing import Any

from jobtracker.domain.postings import PostingContact
from jobtracker.exchange.postings.countries import country_named
from jobtracker.exchange.postings.linked_data import Node
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.stated_pay import pay_of_text, stated_pay
from jobtracker.exchange.postings.values import body, dicts, first, joined, line, link, many

_MOST_PLACES = 5
_UNNAMED = frozenset({"confidential", "n/a", "na", "none", "null", "-"})
"""What stands where there is no name to tell."""
_NO_REGION = frozenset({"europe", "asia", "africa", "north america", "south america", "oceania"})
_SECTIONS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("educationRequirements", "Education"),
    ("experienceRequirements", "Experience"),
    ("skills", "Skills"),
    ("workHours", "Hours"),
    ("jobBenefits", "Benefits"),
    ("incentiveCompensation", "Incentives"),
)


def stated_of(node: Node) -> Stated:
    """What a JobPosting node says; a value in a form that is not known says nothing."""
    return Stated(
        role=line(_one(node.get("title"))) or line(_one(node.get("name"))),
        company=_named(node.get("hiringOrganization")),
        location=_places(node),
        country=_country(node),
        work_mode=_work_mode(node),
        employment_type=joined(*map(line, many(node.get("employmentType")))),
        pay=_pay(node),
        posted_on=line(_one(node.get("datePosted"))),
        deadline=line(_one(node.get("validThrough"))),
        reference=_reference(node.get("identifier")),
        url=link(_one(node.get("url"))),
        contact=_contact(node.get("applicationContact")),
        description=_description(node),
    )


def _one(value: Any) -> Any:
    """A value; of a list its first, of an object what it is named or worth."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return next((value[key] for key in ("@value", "name", "value") if key in value), None)
    return value


def _named(value: Any) -> str:
    """A name: plain, or that of an organisation, a country or a place."""
    names = (line(_one(each)) for each in many(value))
    return next((name for name in names if name and name.casefold() not in _UNNAMED), "")


def _addresses(node: Node) -> list[Any]:
    places = many(node.get("jobLocation"))[:_MOST_PLACES]
    return [
        address
        for place in places
        for address in many(place.get("address", place) if isinstance(place, dict) else place)[:1]
    ]


def _places(node: Node) -> str:
    return joined(*map(_place, _addresses(node)), by="; ")


def _place(address: Any) -> str:
    if not isinstance(address, dict):
        return line(address)
    town = _named(address.get("addressLocality"))
    region = _named(address.get("addressRegion"))
    place = joined(town, "" if region.lower() in _NO_REGION else region)
    return place or _named(address.get("addressCountry")) or first(address, "name", "streetAddress")


def _country(node: Node) -> str:
    """The one country of all its places; of a remote one that of its applicants."""
    places = [
        _named(address.get("addressCountry"))
        for address in _addresses(node)
        if isinstance(address, dict)
    ]
    for names in (places, list(map(_named, many(node.get("applicantLocationRequirements"))))):
        known = {country_named(name): name for name in names if name}
        if known:
            return next(iter(known.values())) if len(known) == 1 else ""
    return ""


def _work_mode(node: Node) -> str:
    kinds = [line(_one(kind)) for kind in many(node.get("jobLocationType"))]
    return "Remote" if "TELECOMMUTE" in [kind.upper() for kind in kinds] else joined(*kinds)


def _pay(node: Node) -> str:
    """The first of the salaries it states, in any of the forms of a MonetaryAmount."""
    currency = line(_one(node.get("salaryCurrency")))
    for key in ("baseSalary", "estimatedSalary"):
        for salary in many(node.get(key)):
            pay = _amount_in(salary, currency)
            if pay:
                return pay
    return ""


def _amount_in(salary: Any, currency: str) -> str:
    if not isinstance(salary, dict):
        return pay_of_text(salary, currency)
    currency = first(salary, "currency", "priceCurrency", "salaryCurrency") or currency
    period = _unit(salary)
    value = salary.get("value", salary.get("price"))
    for part in many(value)[:1]:
        if not isinstance(part, dict):
            return pay_of_text(part, currency, period)
        currency = first(part, "currency", "priceCurrency") or currency
        period = _unit(part) or period
        salary = part
    low, high = (_one(salary.get(key)) for key in ("minValue", "maxValue"))
    if low is None and high is None:
        low, high = (_one(salary.get(key)) for key in ("minPrice", "maxPrice"))
    if low is None and high is None:
        return pay_of_text(_one(salary.get("value", salary.get("price"))), currency, period)
    return stated_pay(low, high, currency, period)


def _unit(salary: Node) -> str:
    unit = first(salary, "unitText", "unitCode", "duration")
    return {"ANN": "year", "MON": "month", "WEE": "week", "HUR": "hour"}.get(unit, unit)


def _reference(identifier: Any) -> str:
    for each in many(identifier):
        known = first(each, "value", "@value") if isinstance(each, dict) else line(each)
        if known and not link(known):
            return known
    return ""


def _contact(contact: Any) -> PostingContact:
    for each in dicts(contact):
        return PostingContact(
            name=first(each, "name"),
            title=first(each, "jobTitle", "contactType"),
            email=first(each, "email").removeprefix("mailto:"),
            phone=first(each, "telephone").removeprefix("tel:"),
        )
    return PostingContact()


def _description(node: Node) -> str:
    """The description, and below it the sections that it does not repeat anyway."""
    description = body(_one(node.get("description"))) or body(node.get("text"))
    parts, told = [description], _flat(description)
    for key, heading in _SECTIONS:
        section = "\n".join(body(_one(each)) for each in many(node.get(key)))
        if section.strip() and _flat(section) not in told:
            parts.append(f"{heading}\n{section}")
    if any("<" in part for part in parts):
        return "".join(f"<div>{part}</div>" for part in parts)
    return "\n\n".join(parts)


def _flat(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


def merged(one: Stated, other: Stated) -> Stated:
    """What the first says, and the second where the first says nothing."""
    missing = {
        field: value
        for field, value in other._asdict().items()
        if getattr(one, field) in ("", PostingContact())
    }
    return one._replace(**missing)
