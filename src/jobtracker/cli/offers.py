"""`offer add`, `list`, `compare`, `edit`, `remove` and `sheet`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli import offer_shapes
from jobtracker.cli.common import (
    answer,
    day,
    pay_words,
    shared_options,
    table,
    whole_number,
    workspace,
    yes_no,
)
from jobtracker.cli.pay import AmountCommand
from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.offer_scores import CRITERIA
from jobtracker.domain.offer_totals import hour_lines
from jobtracker.domain.offers import deadline_words
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import in_currency
from jobtracker.domain.text import one_line, quoted
from jobtracker.domain.typed_packages import PARTS, with_typed
from jobtracker.domain.typed_pay import understood_base

if TYPE_CHECKING:
    from jobtracker.domain.negotiation import NegotiationSheet
    from jobtracker.domain.offer_comparison import Column, Comparison
    from jobtracker.domain.offers import OfferLine, Total

NO_APPLICATION = "-"
_FACTS = (
    ("label", "TEXT", "What tells it apart from others: second round."),
    ("round", "N", "Which round of offers it is of."),
    ("on", "DATE", "The day it came; today otherwise."),
    ("deadline", "DATE", "The day by which to answer."),
    ("notes", "TEXT", "Notes, kept exactly as typed."),
)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option(
        "--mark",
        "marks",
        multiple=True,
        metavar="NAME=N",
        help="What you think of it by a criterion of your own, 1 to 5; may be repeated.",
    )(command)
    for name, words in reversed(PARTS.items()):
        command = click.option(f"--{name}", metavar="TEXT", help=words)(command)
    for name, metavar, words in reversed(_FACTS):
        command = click.option(f"--{name}", metavar=metavar, help=words)(command)
    return command


@click.group()
def offer() -> None:
    """Offers with all their parts, and what-ifs: what they come to, side by side."""


@offer.command("add", cls=AmountCommand)
@click.argument("reference", metavar="ID")
@click.argument("amount")
@click.option("--what-if", "what_if", is_flag=True, help="Nobody made it: it is reckoned with.")
@_options
@shared_options
def add(reference: str, amount: str, *, what_if: bool, **options: Any) -> None:
    """Add an offer of an application with its base pay.

    Where no figure was named AMOUNT is words, like “competitive”. ID “-” is a what-if of no
    application.
    """
    with workspace(write=True) as opened:
        key = None if reference == NO_APPLICATION else opened.applications.id_of(reference)
        base = understood_base(one_line(amount, "amount"), "amount")._replace(text=amount)
        if key is not None and base.currency is None:
            base = opened.offers.in_currency_of(key, base)
        made = opened.offers.add(
            key, _package(Package(base), options), what_if=what_if, **_fields(options)
        )
        line, today = opened.offers.load(made.value), opened.clock.today()
    answer(offer_shapes.offer_line(line, today), lambda: _page(line, today))


@offer.command("list")
@click.argument("reference", metavar="[ID]", required=False)
@click.option("--all", "every", is_flag=True, help="Those of closed applications too.")
@shared_options
def list_(reference: str | None, *, every: bool) -> None:
    """List the offers of an application, or of all open ones, with what they come to."""
    with workspace(write=False) as opened:
        today = opened.clock.today()
        lines = opened.offers.every() if every or reference else opened.offers.open()
        if reference is not None:
            key = opened.applications.id_of(reference)
            lines = [line for line in lines if line.record.application_id == key]
    answer(
        [offer_shapes.offer_line(line, today) for line in lines],
        lambda: _list(lines, today),
        nothing="There is no offer.",
    )


@offer.command("show")
@click.argument("number", metavar="OFFER")
@shared_options
def show(number: str) -> None:
    """Show an offer with every part and what it comes to."""
    with workspace(write=False) as opened:
        line, today = opened.offers.load(_key(number)), opened.clock.today()
    answer(offer_shapes.offer_line(line, today), lambda: _page(line, today))


@offer.command("compare")
@click.argument("numbers", metavar="OFFER OFFER...", nargs=-1, required=True)
@click.option(
    "--weight",
    "weights",
    multiple=True,
    metavar="NAME=N",
    help=f"How much it counts, 0 to 5: {', '.join(CRITERIA)}, or a mark; may be repeated.",
)
@shared_options
def compare(numbers: tuple[str, ...], weights: tuple[str, ...]) -> None:
    """Hold offers side by side; the others differ from the first."""
    keys = list(dict.fromkeys(map(_key, numbers)))
    if len(keys) == 1:
        raise InvalidInputError(
            f"Offer {keys[0]} alone has nothing to be held against; nothing was changed. "
            "Name two different offers, or add a what-if.",
            field="offer",
        )
    counted = {
        name: whole_number(text, "weight") or 0 for name, text in _pairs(weights, "weight").items()
    }
    with workspace(write=False) as opened:
        found = opened.offers.compare(keys, counted)
    answer(offer_shapes.comparison(found), lambda: "\n".join(_comparison(found)))


@offer.command("edit")
@click.argument("number", metavar="OFFER")
@click.option("--base", metavar="AMOUNT", help="The base pay.")
@click.option("--what-if", "what_if", metavar="YES/NO", help="“no” where it was made after all.")
@click.option("--application", metavar="ID", help="The application of a what-if.")
@_options
@shared_options
def edit(number: str, **options: Any) -> None:
    """Change the parts given; the others stay. An empty text takes a part away."""
    with workspace(write=True) as opened:
        known = opened.offers.load(_key(number))
        changes = _fields(options)
        if options["what_if"] is not None:
            changes["what_if"] = yes_no(options["what_if"], "what-if")
        if options["application"] is not None:
            changes["application_id"] = opened.applications.id_of(options["application"])
        package = known.record.package
        if options["base"] is not None:
            base = understood_base(one_line(options["base"], "base"), "base")
            base = in_currency(base, package.base.currency)
            package = package._replace(base=base._replace(text=options["base"]))
        opened.offers.edit(known.record.id, package=_package(package, options), **changes)
        line, today = opened.offers.load(known.record.id), opened.clock.today()
    answer(offer_shapes.offer_line(line, today), lambda: _page(line, today))


@offer.command("remove")
@click.argument("number", metavar="OFFER")
@shared_options
def remove(number: str) -> None:
    """Take an offer away, and its event back; undo brings both again."""
    with workspace(write=True) as opened:
        line, today = opened.offers.load(_key(number)), opened.clock.today()
        opened.offers.remove(line.record.id)
    answer(
        offer_shapes.offer_line(line, today),
        lambda: f"Removed offer {line.record.id}: {_title(line)}",
    )


@offer.command("sheet")
@click.argument("reference", metavar="ID")
@shared_options
def sheet(reference: str) -> None:
    """The negotiation sheet of an application, on one page."""
    with workspace(write=False) as opened:
        made = opened.negotiation.sheet(opened.applications.id_of(reference))
    answer(offer_shapes.negotiation_sheet(made), lambda: "\n".join(_sheet(made)))


def _fields(options: Mapping[str, Any]) -> dict[str, Any]:
    """What was said of an offer beside its parts."""
    fields = {name: options[name] for name in ("label", "notes") if options.get(name) is not None}
    if options.get("round") is not None:
        fields["round"] = whole_number(options["round"], "round")
    if options.get("on"):
        fields["received_on"] = day(options["on"], "on")
    if options.get("deadline") is not None:
        fields["deadline"] = day(options["deadline"], "deadline")
    return fields


def _package(package: Package, options: Mapping[str, Any]) -> Package:
    typed = {
        name: options[name.replace("-", "_")]
        for name in PARTS
        if options[name.replace("-", "_")] is not None
    }
    return with_typed(package, typed, _pairs(options["marks"], "mark"))


def _pairs(texts: Iterable[str], what: str) -> dict[str, str]:
    """“NAME=N” options as names and texts."""
    pairs = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InvalidInputError(
                f"{quoted(text)} is no {what}; nothing was changed. Type it as in “team=4”.",
                field=what,
            )
        pairs[name.strip()] = value.strip()
    return pairs


def _key(number: str) -> int:
    if not number.isdecimal():
        raise NotFoundError(
            f"There is no offer {quoted(number)}; nothing was changed. "
            "List the offers to see their numbers."
        )
    return int(number)


def _title(line: "OfferLine") -> str:
    about = ", ".join(filter(None, (line.role, line.company, line.record.label)))
    numbered = f"{'What-if' if line.record.what_if else 'Offer'} {line.record.id}"
    return f"{numbered}: {about}" if about else numbered


def _list(lines: Iterable["OfferLine"], today: date) -> str:
    rows = []
    for line in lines:
        record = line.record
        sums = (line.totals.first_year, line.totals.steady_year, line.totals.guaranteed)
        shown = (_total_words(line, one) for one in sums)
        rows.append(
            (
                record.id,
                line.name + (f", round {record.round}" if record.round else ""),
                line.role,
                pay_words(record.package.base, money.long_range),
                *shown,
                deadline_words(record.deadline, today),
                "what-if" if record.what_if else record.received_on,
            )
        )
    headings = ("OFFER", "NAME", "ROLE", "BASE", "FIRST YEAR", "STEADY YEAR", "GUARANTEED")
    return table(rows, (*headings, "ANSWER", "RECEIVED"))


def _total_words(line: "OfferLine", total: "Total") -> str:
    """A total where it can be held against others, else a dash."""
    currency = line.record.package.base.currency
    return money.known_amount(None if line.totals.missing else total.amount, currency)


def _page(line: "OfferLine", today: date) -> str:
    record, totals = line.record, line.totals
    currency = record.package.base.currency
    lines = [_title(line), f"Received {record.received_on}" if not record.what_if else ""]
    if record.deadline:
        lines.append(f"Answer by {record.deadline}, {deadline_words(record.deadline, today)}")
    if totals.missing:
        lines.append(totals.missing)
    for name, total in (
        ("First year", totals.first_year),
        ("Steady year", totals.steady_year),
        ("Guaranteed", totals.guaranteed),
    ):
        lines += [
            "",
            f"{name}: {money.known_amount(total.amount, currency)}",
            *_parts(total, currency),
        ]
    lines += ["", *_hours(line)] if totals.an_hour is not None else []
    lines += ["", record.notes] if record.notes else []
    return "\n".join(line for number, line in enumerate(lines) if line or number > 1)


def _parts(total: "Total", currency: str | None) -> Iterator[str]:
    amounts = [money.known_amount(part.amount, currency) for part in total.parts]
    widest = max(map(len, amounts), default=0)
    for part, amount in zip(total.parts, amounts, strict=True):
        yield f"  {part.name:<17} {amount:>{widest}}  {part.words}".rstrip()


def _hours(line: "OfferLine") -> Iterator[str]:
    totals, currency = line.totals, line.record.package.base.currency
    for each in hour_lines(totals):
        yield f"{each.name}: {money.amount(each.amount, currency, cents=True)}"


def _comparison(found: "Comparison") -> Iterator[str]:
    rows = []
    for row in found.rows:
        rows.append((row.name, *(cell.text for cell in row.cells)))
        if any(cell.difference for cell in row.cells):
            rows.append(("", *(cell.difference for cell in row.cells)))
    yield table(rows, ("", *map(_heading, found.columns)))
    for score in found.scores:
        parts = ", ".join(
            f"{part.criterion} {float(part.points):.1f} (weight {part.weight})"
            for part in score.parts
        )
        yield f"Offer {score.offer_id}: {float(score.points):.1f} of 100: {parts}"
    yield from found.notes


def _heading(column: "Column") -> str:
    number, name = column.offer_id, column.name
    said = name if name == f"Offer {number}" else f"{number}: {name}"
    return f"{said} (what-if)" if column.what_if else said


def _sheet(made: "NegotiationSheet") -> Iterator[str]:
    yield f"{made.role}, {made.company}: negotiation, {made.made_on}"
    yield ""
    for line in made.lines:
        yield f"{line.name:<17} {line.value}" + (f"  ({line.words})" if line.words else "")
    for heading, found in (("Reasons", made.reasons), ("Notes", made.notes)):
        if found:
            yield from ("", heading, *(f"- {one}" for one in found))


COMMANDS = {"offer": offer}
