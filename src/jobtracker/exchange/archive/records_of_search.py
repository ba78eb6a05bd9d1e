"""What a record of the search itself holds: companies, people, applications and their log.

A field that names another record holds its uid (a tag's name, a hash, "library:" and a key).
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from jobtracker.domain.custom_fields import FieldKind
from jobtracker.domain.events import EventKind
from jobtracker.domain.pay import Period
from jobtracker.domain.pay_facts import FactKind
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.exchange.archive.values import (
    Amount,
    Appointment,
    Currency,
    Day,
    DaysOnSite,
    Ending,
    Excitement,
    JsonList,
    JsonObject,
    Library,
    Line,
    Moment,
    NameLine,
    Number,
    Place,
    Round,
    TagName,
    Text,
    Uid,
    Zone,
    one_of,
)


class Record(BaseModel):
    """Each field is there, of exactly its kind; what else a record holds is left out."""

    model_config = ConfigDict(strict=True, extra="ignore")


def _rises(high: int | None, info: ValidationInfo) -> int | None:
    """The upper end of a range, whose lower end stands before it."""
    low = info.data.get(str(info.field_name).replace("high", "low"))
    if high is not None and low is not None and high < low:
        raise ValueError("lies below the lower end")
    return high


PayPeriod = Annotated[str, one_of(Period)]


class Paid(Record):
    """An amount as typed, and what was understood of it, in minor units of its currency."""

    pay_text: Text
    pay_low: Amount | None
    pay_high: Amount | None
    pay_currency: Currency | None
    pay_period: PayPeriod | None
    pay_assumed: Text

    _pay_rises = field_validator("pay_high")(_rises)


class Company(Record):
    uid: Uid
    name: NameLine
    address: Text
    notes: Text
    avoid: bool
    avoid_reason: Line
    created_at: Moment


class CompanyAlias(Record):
    company: Uid
    name: NameLine


class Contact(Record):
    uid: Uid
    company: Uid | None
    name: Line
    title: Line
    email: Line
    phone: Line
    url: Line
    notes: Text
    created_at: Moment


class TargetRole(Record):
    uid: Uid
    title: Line
    level: Line
    places: JsonList
    work_mode: Text
    pay_floor: Amount | None
    pay_target: Amount | None
    pay_stretch: Amount | None
    pay_currency: Currency | None
    pay_period: PayPeriod | None
    priority: Number
    search_words: Text
    notes: Text
    profile: Library | None
    archived: bool
    created_at: Moment


class Tag(Record):
    name: TagName


class CustomField(Record):
    uid: Uid
    name: NameLine
    kind: Annotated[str, one_of(FieldKind)]
    ordinal: Number


class Application(Paid):
    uid: Uid
    company: Uid
    target_role: Uid | None
    role: NameLine
    location: Line
    country: Line
    work_mode: Text
    days_on_site: DaysOnSite | None
    employment_type: Text
    level: Line
    url: Line
    apply_url: Line
    reference: Line
    source: Line
    channel: Text
    posted_on: Day | None
    deadline: Day | None
    excitement: Excitement | None
    notes: Text
    stage: Annotated[str, one_of(Stage)]
    stage_since: Day
    applied_on: Day | None
    outcome: Annotated[str, one_of(Outcome)] | None
    closed_on: Day | None
    last_on: Day
    contact_on: Day
    archived: bool
    on_hold: bool
    board_place: Place
    ask_text: Text
    ask_low: Amount | None
    ask_high: Amount | None
    ask_currency: Currency | None
    ask_period: PayPeriod | None
    ask_assumed: Text
    next_action: Line
    next_action_on: Day | None
    waiting_on: Text
    promised_on: Day | None
    created_at: Moment
    updated_at: Moment

    _ask_rises = field_validator("ask_high")(_rises)


class Posting(Record):
    application: Uid
    text: Text
    captured_on: Day | None


class ApplicationProfile(Record):
    application: Uid
    profile: Library
    ordinal: Number


class ApplicationContact(Record):
    application: Uid
    contact: Uid
    part: Text


class ApplicationTag(Record):
    application: Uid
    tag: TagName


class CustomValue(Record):
    application: Uid
    field: Uid
    value: Text


class Interview(Record):
    uid: Uid
    application: Uid
    round: Round | None
    kind: Text
    starts: Appointment
    ends: Ending
    time_zone: Zone
    place: Line
    people: Line
    preparation: Text
    notes: Text
    result: Text
    thanked_on: Day | None
    created_at: Moment


class Offer(Paid):
    uid: Uid
    application: Uid | None
    label: Line
    round: Round | None
    received_on: Day
    deadline: Day | None
    what_if: bool
    package: JsonObject | None
    notes: Text
    created_at: Moment


class Event(Record):
    uid: Uid
    application: Uid
    kind: Annotated[str, one_of(EventKind)]
    on_date: Day
    from_value: Text
    to_value: Text
    text: Text
    target: Uid | None
    interview: Uid | None
    offer: Uid | None
    recorded_at: Moment


class PayFact(Paid):
    uid: Uid
    application: Uid
    kind: Annotated[str, one_of(FactKind)]
    on_date: Day
    who: Text
    how: Text
    note: Text
    created_at: Moment
