"""What a record of reference holds: role profiles, marks on them, skills, salary tables, rates."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from jobtracker.exchange.archive.records_of_search import PayPeriod, Record
from jobtracker.exchange.archive.values import (
    Amount,
    Count,
    Currency,
    Day,
    Library,
    Moment,
    Name,
    Number,
    Text,
    Uid,
)

_DECIMAL = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?(?:E[+-]?[0-9]{1,3})?")


def _rate(text: str) -> str:
    if not _DECIMAL.fullmatch(text) or not text.strip("0.E+-"):
        raise ValueError("is no rate above zero")
    return text


class Profile(Record):
    uid: Uid
    library_key: Text | None
    version: Number
    title: Text
    category: Text
    summary: Text
    updated_on: Day | None
    source: Text
    code: Text
    credit: Text
    created_at: Moment


class ProfileItem(Record):
    profile: Uid
    section: Text
    ordinal: Number
    heading: Text
    body: Text


class Figures(Record):
    """What is known of a distribution, in minor units."""

    low: Amount | None
    high: Amount | None
    p10: Amount | None
    p25: Amount | None
    p50: Amount | None
    p75: Amount | None
    p90: Amount | None
    currency: Currency | None
    period: PayPeriod | None


class SalaryRange(Figures):
    uid: Uid
    profile: Uid
    ordinal: Number
    level: Text
    experience: Text
    place: Text
    kind: Text
    source: Text
    source_date: Text
    licence: Text
    text: Text
    assumed: Text
    n: Amount | None
    employment: Amount | None
    rse: Text
    notes: Text
    code: Text
    area: Text
    at_least: Text


class RelatedRole(Record):
    profile: Uid
    ordinal: Number
    title: Text
    low: Amount | None
    high: Amount | None
    currency: Currency | None
    period: PayPeriod | None
    text: Text
    description: Text


class ProfileMark(Record):
    profile: Library
    notes: Text
    archived: bool


class CanShow(Record):
    profile: Library
    section: Text
    text: Text
    note: Text


class MySkill(Record):
    uid: Uid
    name: Name
    origin: Annotated[str, Field(pattern="^(?:own|resume)$")]
    evidence: Text
    created_at: Moment


class ExchangeRate(Record):
    uid: Uid
    base: Currency
    quote: Currency
    rate: Annotated[str, AfterValidator(_rate)]
    on_date: Day
    source: Text
    created_at: Moment


class SalaryTable(Record):
    uid: Uid
    name: Text
    publisher: Text
    release: Text
    source_date: Text
    licence: Text
    kind: Text
    note: Text
    file: Text
    checksum: Text
    row_count: Count
    created_at: Moment


class SalaryRow(Figures):
    table: Uid
    ordinal: Number
    role: Text
    level: Text
    place: Text
    code: Text
    mean: Amount | None
    n: Amount | None
    employment: Amount | None
    rse: Text
    year: Text
    notes: Text
