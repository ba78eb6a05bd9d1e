"""The JSON of offers, comparisons and pay facts, described in docs/cli.md."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jobtracker.cli.shapes import amount, number
from jobtracker.domain.offers import deadline_words
from jobtracker.domain.packages import Equity, Package

if TYPE_CHECKING:
    from jobtracker.domain.negotiation import NegotiationSheet
    from jobtracker.domain.offer_comparison import Comparison
    from jobtracker.domain.offers import OfferLine, Total
    from jobtracker.domain.pay_facts import PayFact


def offer_line(line: "OfferLine", today: date) -> dict[str, Any]:
    record, totals = line.record, line.totals
    currency = record.package.base.currency
    return {
        "id": record.id,
        "uid": record.uid,
        "application": record.application_id,
        "company": line.company or None,
        "role": line.role or None,
        "label": record.label,
        "round": record.round,
        "received_on": record.received_on.isoformat(),
        "deadline": record.deadline.isoformat() if record.deadline else None,
        "deadline_words": deadline_words(record.deadline, today) or None,
        "what_if": record.what_if,
        "pay": amount(record.package.base),
        "package": package(record.package),
        "totals": {
            "currency": currency,
            "first_year": _total(totals.first_year, currency),
            "steady_year": _total(totals.steady_year, currency),
            "guaranteed": _total(totals.guaranteed, currency),
            "missing": totals.missing or None,
            "vesting": [number(year, currency) for year in totals.vesting],
            "an_hour": number(totals.an_hour, currency),
            "an_hour_worked": number(totals.an_hour_worked, currency),
            "an_effective_hour": number(totals.an_effective_hour, currency),
        },
        "notes": record.notes,
    }


def package(known: Package) -> dict[str, Any]:
    """The parts of an offer beside its base; those nobody named are null."""
    currency, bonus, sign_on = known.base.currency, known.bonus, known.sign_on
    match, commute = known.match, known.commute
    return {
        "bonus": bonus
        and {
            "amount": number(bonus.amount, currency),
            "percent": _plain(bonus.percent),
            "guaranteed": bonus.guaranteed,
        },
        "sign_on": sign_on
        and {
            "amount": number(sign_on.amount, currency),
            "clawback_months": sign_on.clawback_months,
        },
        "equity": _equity(known.equity, currency),
        "match": match and {"percent": _plain(match.percent), "limit": _plain(match.limit)},
        "health_cost": number(known.health_cost, currency),
        "leave_days": _plain(known.leave_days),
        "hours": _plain(known.hours),
        "weeks": _plain(known.weeks),
        "commute": commute
        and {
            "minutes": commute.minutes,
            "cost": number(commute.cost, currency),
            "days_a_week": _plain(commute.days_a_week),
        },
        "marks": {mark.name: mark.value for mark in known.marks},
    }


def _equity(equity: Equity | None, currency: str | None) -> dict[str, Any] | None:
    if equity is None:
        return None
    return {
        "kind": equity.kind.value,
        "value": number(equity.value, currency),
        "units": _plain(equity.units),
        "price": number(equity.price, currency),
        "strike": number(equity.strike, currency),
        "years": _plain(equity.years),
        "cliff_months": equity.cliff_months,
        "schedule": [_plain(percent) for percent in equity.schedule],
        "haircut": _plain(equity.haircut),
    }


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _total(total: "Total", currency: str | None) -> dict[str, Any]:
    return {
        "amount": number(total.amount, currency),
        "parts": [
            {"name": part.name, "amount": number(part.amount, currency), "words": part.words}
            for part in total.parts
        ],
    }


def comparison(found: "Comparison") -> dict[str, Any]:
    """Columns, rows and scores as they stand side by side; points are of 100."""
    return {
        "columns": [column._asdict() for column in found.columns],
        "rows": [
            {"name": row.name, "cells": [cell._asdict() for cell in row.cells]}
            for row in found.rows
        ],
        "scores": [
            {
                "offer": score.offer_id,
                "points": round(float(score.points), 1),
                "parts": [
                    {
                        "criterion": part.criterion,
                        "weight": part.weight,
                        "share": round(float(part.share), 3),
                        "points": round(float(part.points), 1),
                    }
                    for part in score.parts
                ],
            }
            for score in found.scores
        ],
        "notes": list(found.notes),
    }


def negotiation_sheet(made: "NegotiationSheet") -> dict[str, Any]:
    return {
        "company": made.company,
        "role": made.role,
        "made_on": made.made_on.isoformat(),
        "lines": [line._asdict() for line in made.lines],
        "reasons": list(made.reasons),
        "notes": list(made.notes),
    }


def pay_fact(fact: "PayFact") -> dict[str, Any]:
    return {
        "id": fact.id,
        "application": fact.application_id,
        "kind": fact.kind.value,
        "on": fact.on.isoformat(),
        "pay": amount(fact.pay),
        "who": fact.who,
        "how": fact.how,
        "note": fact.note,
    }
