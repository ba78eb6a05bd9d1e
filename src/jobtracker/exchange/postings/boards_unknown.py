"""A posting in JSON of a board we do not know: what its keys plainly say, and no more."""

from typing import Any

from jobtracker.exchange.postings.linked_data import Node
from jobtracker.exchange.postings.stated import Stated
from jobtracker.exchange.postings.stated_pay import pay_of_text, stated_pay
from jobtracker.exchange.postings.values import at, body, first, line, link

_KEYS = {
    "role": ("title", "jobtitle", "positiontitle", "position", "role", "jobname", "name"),
    "company": ("company", "companyname", "employer", "employername", "organization"),
    "location": ("location", "joblocation", "locationname", "place", "city"),
    "country": ("country", "countrycode"),
    "work_mode": ("workmode", "workplacetype", "workplace", "remotetype"),
    "employment_type": ("employmenttype", "jobtype", "contracttype", "commitment"),
    "posted_on": ("dateposted", "postedat", "postedon", "publishedat", "publicationdate"),
    "deadline": ("validthrough", "deadline", "applicationdeadline", "closingdate", "expiresat"),
    "reference": ("reference", "referencenumber", "refnumber", "requisitionid", "jobreference"),
}
_LINKS = ("url", "joburl", "link", "absoluteurl", "postingurl", "applyurl")
_DESCRIPTIONS = (
    "description", "jobdescription", "descriptionhtml", "content", "body", "descriptionplain",
)  # fmt: skip
_PAY = ("salary", "pay", "compensation", "salaryrange", "salarytext")
_LOW = ("salarymin", "minsalary", "salaryfrom", "min", "minvalue", "from")
_HIGH = ("salarymax", "maxsalary", "salaryto", "max", "maxvalue", "to")
_CURRENCY = ("salarycurrency", "currency", "currencycode")
_PERIOD = ("salaryperiod", "salaryinterval", "period", "interval", "unittext")
_LEAST_DESCRIPTION = 40


def is_like_a_posting(node: Node) -> bool:
    """Whether an object has a title and a description of a sentence's length."""
    plain = _plain(node)
    return bool(_said(plain, _KEYS["role"])) and len(_described(plain)) >= _LEAST_DESCRIPTION


def stated_of_unknown(node: Node, _answer: Any) -> Stated:
    plain = _plain(node)
    facts: dict[str, Any] = {field: _said(plain, keys) for field, keys in _KEYS.items()}
    return Stated(
        **facts,
        pay=_pay(plain),
        url=next((found for key in _LINKS if (found := link(plain.get(key)))), ""),
        description=_described(plain),
    )


def _plain(node: Node) -> Node:
    """The object with its keys as one writing: "job_title" and "jobTitle" are "jobtitle"."""
    return {key.replace("_", "").replace("-", "").lower(): value for key, value in node.items()}


def _said(plain: Node, keys: tuple[str, ...]) -> str:
    """A line, or the name of what is an object."""
    for key in keys:
        value = plain.get(key)
        if isinstance(value, str) and (found := line(value)):
            return found
        if found := line(at(value, "name")) or line(at(value, "label")):
            return found
    return ""


def _described(plain: Node) -> str:
    return next((found for key in _DESCRIPTIONS if (found := body(plain.get(key)))), "")


def _pay(plain: Node) -> str:
    for key in _PAY:
        value = plain.get(key)
        if isinstance(value, dict):
            inner = _plain(value)
            return _range(inner)
        if pay := pay_of_text(value, first(plain, *_CURRENCY), first(plain, *_PERIOD)):
            return pay
    return _range(
        {key: value for key, value in plain.items() if key.startswith(("sal", "min", "max"))}
        | {key: plain[key] for key in (*_CURRENCY, *_PERIOD) if key in plain}
    )


def _range(plain: Node) -> str:
    low, high = (
        next((plain[key] for key in keys if plain.get(key) is not None), None)
        for keys in (_LOW, _HIGH)
    )
    return stated_pay(low, high, first(plain, *_CURRENCY), first(plain, *_PERIOD))
