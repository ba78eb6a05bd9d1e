"""The columns of rows out of an archive that are not in it: folded names, and what lists go by."""

from collections.abc import Mapping
from typing import Any, Final

from jobtracker.domain.listing import standing_of
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import OWN, tick_of
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.text import folded
from jobtracker.services.application_facts import pay_rank
from jobtracker.storage.archive.writing import Derive

Record = Mapping[str, Any]


def _named(record: Record) -> Record:
    return {"name_key": folded(record["name"])}


def _application(record: Record) -> Record:
    period, outcome = record["pay_period"], record["outcome"]
    pay = Pay(
        record["pay_low"],
        record["pay_high"],
        record["pay_currency"],
        Period(period) if period else None,
    )
    return {
        "role_key": folded(record["role"]),
        "location_key": folded(record["location"]),
        "pay_rank": pay_rank(pay),
        "standing": standing_of(
            Stage(record["stage"]),
            Outcome(outcome) if outcome else None,
            archived=record["archived"],
        ),
    }


def _salary_row(record: Record) -> Record:
    return {"role_key": folded(record["role"]), "place_key": folded(record["place"])}


def _ticked(record: Record) -> Record:
    return {"text_key": tick_of(record["section"], record["text"]).text_key}


def _own(_record: Record) -> Record:
    return {"origin": OWN}


DERIVED: Final[Mapping[str, Derive]] = {
    "company": _named,
    "company_alias": _named,
    "tag": _named,
    "custom_field": _named,
    "my_skill": _named,
    "application": _application,
    "salary_row": _salary_row,
    "can_show": _ticked,
    "profile": _own,
    "letter_template": _own,
}
"""From a record to its row's other columns, by table."""
