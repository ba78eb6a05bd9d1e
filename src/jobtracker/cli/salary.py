"""`salary`: official wage figures, the ranges of profiles, and where a pay stands in them."""

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from jobtracker.cli import pay, salary_tables, shapes
from jobtracker.cli.common import answer, shared_options, table, wants_json, workspace
from jobtracker.domain import money
from jobtracker.domain.benchmarks import NATION, TOP_WORDS, Figure
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.pay import Pay, Period, figure_of
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.text import quoted
from jobtracker.services.application_views import comparison

if TYPE_CHECKING:
    from jobtracker.domain.benchmarks import Area, Occupation
    from jobtracker.domain.exchange_rates import Rate
    from jobtracker.services.benchmarks import Benchmarks
    from jobtracker.services.workspace import Workspace

_PERIODS = {"hour": Period.HOUR, "year": Period.YEAR}
_ORDINALS = {"p10": "10th", "p25": "25th", "p50": "median", "p75": "75th", "p90": "90th"}
_MOST_ROLES = 10


class _Answer(NamedTuple):
    """What is known of a role: its profile, its official figure, or both."""

    role: str
    profile: RoleProfile | None
    figure: Figure | None
    period: Period
    others: "tuple[Occupation, ...]" = ()


@click.group()
@shared_options
def salary() -> None:
    """Salary ranges, official wage figures, and where a pay stands in them."""


@salary.command("show")
@click.argument("role")
@click.option("--area", metavar="AREA", default="", help="A state, a town or a code; else the US.")
@click.option("--period", type=click.Choice(list(_PERIODS)), help="By the hour or by the year.")
@shared_options
def show(role: str, area: str, period: str | None) -> None:
    """What a role pays: official figures, and the ranges of its profile where it has one.

    ROLE is a title as people say it, a profile's number, or a code such as 15-1252.
    """
    with workspace(write=False, library=True) as opened:
        found = _about(opened, role, area, _PERIODS.get(period or ""))
        footnotes = opened.benchmarks.footnotes() if found.figure else {}
    answer(_value(found, footnotes), lambda: "\n".join(_lines(found)))


@salary.command("areas")
@click.argument("text", default="")
@shared_options
def areas(text: str) -> None:
    """The areas that have figures: the nation, states, metropolitan areas and the rest."""
    with workspace(write=False) as opened:
        found = opened.benchmarks.areas(text)
        meant = opened.benchmarks.area_for(text) if text else None
    if meant is not None and meant not in found:
        found = [meant, *found]
    value = [area._asdict() for area in found]
    rows = ((area.code, area.name, area.kind) for area in found)
    answer(
        value,
        lambda: table(rows, ("CODE", "AREA", "KIND")),
        nothing=f"No area in the United States is found by {quoted(text)}. Try a state or a town.",
    )


@salary.command("roles")
@click.argument("query")
@shared_options
def roles(query: str) -> None:
    """The occupations that a title may mean, the likeliest first."""
    with workspace(write=False, library=True) as opened:
        found = opened.benchmarks.find(query, _MOST_ROLES)
    value = [
        {"code": one.occupation.code, "title": one.occupation.title, "why": one.why,
         "score": one.score}
        for one in found
    ]  # fmt: skip
    rows = ((one.occupation.code, one.occupation.title, one.why) for one in found)
    answer(
        value,
        lambda: table(rows, ("CODE", "OCCUPATION", "WHY")),
        nothing=f"No occupation was found for {quoted(query)}. Try another word for it.",
    )


@salary.command("place", cls=pay.AmountCommand)
@click.argument("amount")
@click.argument("role")
@click.option("--area", metavar="AREA", default="", help="A state, a town or a code; else the US.")
@click.option("--rate", metavar="TEXT", help="“1 EUR = 1.08 USD on 2026-11-01”; it is kept.")
@shared_options
def place(amount: str, role: str, area: str, rate: str | None) -> None:
    """Where an amount stands among what a role pays officially."""
    from jobtracker.domain.position import stand, standing_words

    told = _understood(amount)
    with workspace(write=False, library=True) as opened:
        found = _about(opened, role, area, None)
    figure = _published(found)
    benchmark = figure.as_range(found.period)
    used = _rate(told, rate, benchmark.pay.currency)
    position = stand(told, benchmark, rate=used)
    reason = " ".join(filter(None, (position.reason, figure.lacking_words(told.period))))
    value = {
        "position": position.value,
        "percentile": position.percentile,
        "method": position.method or None,
        "clamped": position.clamped or None,
        "reason": reason or None,
        "role": figure.occupation.title,
        "code": figure.occupation.code,
        "area": figure.area.name,
    }
    earned = f"what {figure.occupation.title} earn in {_named(figure.area)}"
    where = standing_words(position, earned) or f"cannot be placed among {earned}"
    answer(value, f"{money.long_range(told)} {where}. {reason}".rstrip())


@salary.command("compare")
@click.argument("reference", metavar="ID")
@shared_options
def compare(reference: str) -> None:
    """An application's posted pay against its benchmark."""
    with workspace(write=False) as opened:
        view = opened.applications.view(opened.applications.id_of(reference))
    shown = shapes.application(view)
    value = {key: shown[key] for key in ("id", "company", "role", "pay", "profile", "benchmark")}
    answer(value, lambda: comparison(view))


def _named(area: "Area") -> str:
    """An area within a sentence."""
    return f"the {area.name}" if area.code == NATION else area.name


def _rate(told: Pay, typed: str | None, currency: str | None) -> "Rate | None":
    """The rate that brings an amount into the currency of the figures, None where it is in it."""
    if typed is None and told.currency is None:
        return None
    return pay.rate_for(told, typed, currency)


def _understood(amount: str) -> Pay:
    """The pay that was typed; without a currency it is in dollars, and without a period it is
    a year's where it is large enough for one.
    """
    from jobtracker.domain.typed_pay import understood_pay

    told = understood_pay(amount, "amount")
    if figure_of(told) is None:
        raise InvalidInputError(
            f"{quoted(amount)} is no amount. Type one like “$135,000” or “$65 an hour”.",
            field="amount",
        )
    if told.period is None:
        raise InvalidInputError(
            f"{quoted(amount)} does not say for how long. Say it, like “$65 an hour”.",
            field="amount",
        )
    return told


def _published(found: _Answer) -> Figure:
    if found.figure is None:
        raise NotFoundError(
            f"No official figures are known for {quoted(found.role)}. "
            "`jobtracker salary roles TEXT` finds occupations."
        )
    return found.figure


def _about(opened: "Workspace", role: str, area: str, period: Period | None) -> _Answer:
    """What is known of a role; NotFoundError where that is nothing."""
    profile = _profile(opened, role)
    place = _area(opened.benchmarks, area)
    occupations = _occupations(opened.benchmarks, role, profile)
    if not occupations:
        if profile is None:
            raise NotFoundError(
                f"No occupation or profile is called {quoted(role)}. "
                "`jobtracker salary roles TEXT` finds occupations by other words."
            )
        return _Answer(profile.title, profile, None, period or Period.YEAR)
    first, *others = occupations
    figure = opened.benchmarks.figure(first.code, place.code)
    if figure is None and profile is None:
        raise NotFoundError(
            f"Nothing is published for {first.title} in {place.name}. "
            "Choose a larger area, or leave --area out for the whole nation."
        )
    usual = figure.usual_period() if figure else Period.YEAR
    title = profile.title if profile else role
    return _Answer(title, profile, figure, period or usual, tuple(others))


def _profile(opened: "Workspace", role: str) -> RoleProfile | None:
    try:
        return opened.profiles.show(role)
    except NotFoundError:
        return None


def _occupations(
    benchmarks: "Benchmarks", role: str, profile: RoleProfile | None
) -> "list[Occupation]":
    """The occupation that is meant, and up to three that it may be instead."""
    code = profile.code if profile else ""
    known = benchmarks.occupation(code) if code else None
    if known is not None:
        return [known]
    found = benchmarks.find(profile.title if profile else role, 4)
    near = found[0].score * 0.8 if found else 0.0
    return [one.occupation for one in found if one.score >= near]


def _area(benchmarks: "Benchmarks", text: str) -> "Area":
    found = benchmarks.place(text or NATION)
    if found is None:
        raise NotFoundError(
            f"No area with wage figures is called {quoted(text)}. "
            "`jobtracker salary areas TEXT` finds one; they are all in the United States."
        )
    if found.others and not wants_json():
        also = "; ".join(other.name for other in found.others)
        click.echo(
            f"{quoted(text)} is taken for {found.area.name}, the largest. Also: {also}.", err=True
        )
    return found.area


def _value(found: _Answer, footnotes: dict[str, str]) -> dict[str, Any]:
    """The public JSON: the official figure, and beside it what the profile says."""
    profile = shapes.profile(found.profile) if found.profile else {}
    return {
        "role": found.figure.occupation.title if found.figure else found.role,
        **_figure_value(found.figure, found.period, footnotes),
        "id": profile.get("id"),
        "title": profile.get("title"),
        "salaries": profile.get("salaries", []),
        "related": profile.get("related", []),
        "others": [other._asdict() for other in found.others],
    }


def _figure_value(
    figure: Figure | None, period: Period, footnotes: dict[str, str]
) -> dict[str, Any]:
    if figure is None:
        return dict.fromkeys(_FIGURE_KEYS) | {"footnotes": []}
    passport, known = figure.passport, figure.percentiles(period)
    mean = figure.hourly_mean if period is Period.HOUR else figure.yearly_mean
    return {
        "code": figure.occupation.code,
        "area": figure.area.name,
        "area_code": figure.area.code,
        "currency": "USD",
        "period": period.value,
        **{name: shapes.number(end, "USD") for name, end in known._asdict().items()},
        "mean": shapes.number(mean, "USD"),
        "n": None,
        "employment": figure.employment,
        "rse": None if figure.rse is None else float(figure.rse),
        "source": passport.credit,
        "source_date": passport.source_date,
        "kind": passport.kind,
        "footnotes": [
            {"field": field, "code": code, "text": footnotes.get(code, "")}
            for field, codes in figure.notes.items()
            for code in sorted(codes)
        ],
    }


_FIGURE_KEYS = (
    "code", "area", "area_code", "currency", "period", "p10", "p25", "p50", "p75", "p90", "mean",
    "n", "employment", "rse", "source", "source_date", "kind",
)  # fmt: skip


def _lines(found: _Answer) -> list[str]:
    lines = _official(found.figure, found.period) if found.figure else []
    if found.others:
        also = "; ".join(f"{other.title} ({other.code})" for other in found.others)
        lines.append(f"Or did you mean: {also}")
    if found.profile:
        if lines:
            lines += ["", f"Profile {found.profile.title}"]
        lines += salary_lines(found.profile)
    return lines


def _official(figure: Figure, period: Period) -> list[str]:
    """A figure as lines; what is top-coded or not released is said in its place."""
    lines = [f"{figure.occupation.title} ({figure.occupation.code}), {figure.area.name}"]
    known, top = figure.percentiles(period), figure.top_coded(period)
    ends = known._asdict()
    if all(end is None for end in known) and not top:
        lines += [f"Not shown: {words}" for words in figure.words(period)]
    else:
        a_period = f"an {period}" if period is Period.HOUR else f"a {period}"
        for name, ordinal in _ORDINALS.items():
            end = TOP_WORDS if name in top else _worded(ends[name], period)
            lines.append(
                f"{ordinal:>8}  {end}"
                + ("" if name in top or ends[name] is None else f" {a_period}")
            )
    if figure.employment is None:
        lines.append("Employment: not released")
    else:
        error = "" if figure.rse is None else f", RSE {figure.rse} %"
        lines.append(f"Employment {figure.employment:,}{error}")
    passport = figure.passport
    lines.append(f"{passport.credit}, {passport.release} ({passport.licence})")
    return lines


def _worded(minor: int | None, period: Period) -> str:
    if minor is None:
        return "not released"
    return money.amount(minor, "USD", cents=period is Period.HOUR)


def salary_lines(known: RoleProfile) -> list[str]:
    """The ranges of a profile and of the roles related to it, a line each."""
    lines = []
    for item in known.salaries:
        name = ", ".join(filter(None, (item.level or "all levels", item.experience, item.place)))
        source = " ".join(filter(None, (item.source or "no source", item.source_date)))
        lines.append(f"{money.long_range(item.pay)}  {name}  ({source})")
    lines += [f"{money.short_range(role.pay)}  related: {role.title}" for role in known.related]
    return lines


for _command in (pay.salary_convert, salary_tables.import_table, salary_tables.tables):
    salary.add_command(_command)
COMMANDS = {"salary": salary}
