"""`interview add`, `list`, `show`, `edit` and `remove`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, day, given, shared_options, whole_number, workspace
from jobtracker.cli.pages import facts, interview_line

if TYPE_CHECKING:
    from jobtracker.domain.interviews import Interview, InterviewFields

_OPTIONS = (
    ("ends", "TIME", "When it ends."),
    ("zone", "NAME", "The time zone of both: Europe/Vienna. Your own otherwise."),
    ("round", "N", "Which round it is."),
    ("kind", "KIND", "phone, video, on_site, technical, take_home, panel or other."),
    ("place", "TEXT", "Where, or the link; kept, never opened."),
    ("people", "TEXT", "With whom."),
    ("preparation", "TEXT", "What to prepare."),
    ("notes", "TEXT", "How it went, in your words."),
    ("result", "RESULT", "passed, failed, cancelled or no_show."),
    ("thanked", "DATE", "The day the thank-you note was sent."),
)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, metavar, words in reversed(_OPTIONS):
        command = click.option(f"--{name}", metavar=metavar, help=words)(command)
    return command


def _fields(**options: str | None) -> "InterviewFields":
    fields = given(**options)
    if "zone" in fields:
        fields["time_zone"] = fields.pop("zone")
    if "round" in fields:
        fields["round"] = whole_number(fields["round"], "round")
    if "thanked" in fields:
        fields["thanked_on"] = day(fields.pop("thanked"), "thanked")
    return cast("InterviewFields", fields)


@click.group()
def interview() -> None:
    """Interviews: when, with whom, what for, and how they went."""


@interview.command("add")
@click.argument("application", metavar="ID")
@click.argument("starts", metavar="TIME")
@_options
@shared_options
def add(application: str, starts: str, **options: str | None) -> None:
    """Add an interview of an application: TIME is like “2026-11-24 14:00”, or a day alone."""
    fields = _fields(starts=starts, **options)
    with workspace(write=True) as opened:
        key = opened.interviews.add(opened.applications.id_of(application), fields).value
        known = opened.interviews.get(key)
    answer(shapes.interview(known), lambda: f"Added interview {key}: {_when(known)}")


@interview.command("list")
@click.argument("application", metavar="[ID]", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@shared_options
def list_(application: str | None, limit: int) -> None:
    """List the interviews of an application, or those to come."""
    with workspace(write=False) as opened:
        if application is None:
            known = opened.interviews.coming(opened.clock.today(), limit)
        else:
            known = list(opened.interviews.of(opened.applications.id_of(application)))[:limit]
    answer(
        [shapes.interview(one) for one in known],
        lambda: "\n".join(map(interview_line, known)),
        nothing="There is no interview." if application else "No interview is coming up.",
    )


@interview.command("show")
@click.argument("reference", metavar="INTERVIEW")
@shared_options
def show(reference: str) -> None:
    """Show one interview, by its number or uid."""
    with workspace(write=False) as opened:
        known = opened.interviews.get(opened.interviews.id_of(reference))
    answer(shapes.interview(known), lambda: _page(known))


def _page(known: "Interview") -> str:
    named: dict[str, object] = {
        "Application": known.application_id,
        "Starts": _when(known),
        "Ends": known.ends.replace("T", " "),
        "Thanked": known.thanked_on,
        "Prepare": known.preparation,
    }
    notes = ["", known.notes] if known.notes else []
    return "\n".join([interview_line(known).strip(), "", *facts(named), *notes])


def _when(known: "Interview") -> str:
    return f"{known.starts.replace('T', ' ')} {known.time_zone}".rstrip()


@interview.command("edit")
@click.argument("reference", metavar="INTERVIEW")
@click.option("--starts", metavar="TIME", help="When it starts.")
@_options
@shared_options
def edit(reference: str, **options: str | None) -> None:
    """Change what is given; the rest stays as it is."""
    fields = _fields(**options)
    if not fields:
        raise click.UsageError("Name at least one field to change.")
    with workspace(write=True) as opened:
        key = opened.interviews.id_of(reference)
        opened.interviews.edit(key, fields)
        known = opened.interviews.get(key)
    answer(shapes.interview(known), lambda: f"Changed interview {key}: {_when(known)}")


@interview.command("remove")
@click.argument("reference", metavar="INTERVIEW")
@shared_options
def remove(reference: str) -> None:
    """Take an interview away, out of the history too."""
    with workspace(write=True) as opened:
        known = opened.interviews.get(opened.interviews.id_of(reference))
        opened.interviews.remove(known.id)
    answer(shapes.interview(known), lambda: f"Removed interview {known.id}: {_when(known)}")


COMMANDS = {"interview": interview}
