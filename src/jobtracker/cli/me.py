"""`me show` and `set`: what letters say about you."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, path_of, shared_options, table, workspace
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.my_profile import MyProfile, OwnField, own_field_name
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.services.resume_import import BroughtIn

_LINES = ("address", "links", "past_employers")
_TITLES = {
    "name": "Name",
    "email": "Email",
    "phone": "Phone",
    "address": "Address",
    "city": "City",
    "links": "Links",
    "years_of_experience": "Years of experience",
    "current_role": "Current role",
    "past_employers": "Past employers",
}


@click.group()
def me() -> None:
    """What letters say about you, kept once for all of them."""


@me.command("show")
@shared_options
def show() -> None:
    """Show my profile."""
    with workspace(write=False) as opened:
        profile = opened.me.profile()
    answer(my_profile(profile), lambda: _words(profile))


@me.command("set")
@click.option("--name")
@click.option("--email")
@click.option("--phone")
@click.option("--address", multiple=True, metavar="LINE", help="A line of it; may be repeated.")
@click.option("--city", help="Stands before a letter's date.")
@click.option("--link", "links", multiple=True, help="May be repeated.")
@click.option("--years", "years_of_experience", help="Years of experience: 7.")
@click.option("--role", "current_role", help='As it follows "I work as".')
@click.option(
    "--employer", "past_employers", multiple=True, help="A past one, the latest first; repeated."
)
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=VALUE", help="A field of your own; repeated."
)
@shared_options
def set_(fields: tuple[str, ...], **given: Any) -> None:
    """Set parts of my profile; the others stay. An empty text takes a part back."""
    with workspace(write=True) as opened:
        profile = opened.me.profile()
        said = {name: value for name, value in given.items() if value not in (None, ())}
        own = _merged(profile.own_fields, fields)
        opened.me.save(profile._replace(**said, own_fields=own))
        kept = opened.me.profile()
    answer(my_profile(kept), lambda: _words(kept))


@me.command("import")
@click.argument("resume", metavar="RESUME")
@shared_options
def import_resume(resume: str) -> None:
    """Take over the skills of a RESUME (JSON Resume), and what it says of you where nothing is
    known yet: name, email, phone, city, links.
    """
    with workspace(write=True) as opened:
        found = opened.me.import_resume(path_of(resume)).value
    value = {
        "filled": {name: getattr(found.profile, name) for name in found.filled},
        "skills": [{"name": one.name, "evidence": one.evidence} for one in found.skills],
        "new_skills": found.new_skills,
        "refused": [one._asdict() for one in found.refused],
    }
    answer(value, lambda: "\n".join(_brought_in(found)))


def _brought_in(found: "BroughtIn") -> Iterator[str]:
    filled = ", ".join(_TITLES[name].lower() for name in found.filled)
    yield f"Filled in: {filled}" if filled else "Nothing of you was unknown."
    yield f"Skills: {len(found.skills)}, new {found.new_skills}"
    yield from (f"Not read: {one.place}. {one.reason}" for one in found.refused)


def my_profile(profile: MyProfile) -> dict[str, Any]:
    """My profile as JSON: null for what is not known; see docs/cli.md."""
    said = {name: getattr(profile, name) for name in _TITLES}
    return {
        **{name: list(value) if name in _LINES else value or None for name, value in said.items()},
        "own_fields": [
            {"field": own_field_name(own.name), **own._asdict()} for own in profile.own_fields
        ],
    }


def _merged(known: Iterable[OwnField], typed: Iterable[str]) -> tuple[OwnField, ...]:
    """The own fields with those typed as NAME=VALUE; an empty value takes one out."""
    merged = {own_field_name(own.name): own for own in known}
    for text in typed:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InvalidInputError(
                f"{quoted(text)} is no field with its value; nothing was changed. "
                "Write it like NAME=VALUE.",
                field="own_fields",
            )
        merged[own_field_name(name)] = OwnField(name.strip(), value)
    return tuple(own for own in merged.values() if own.value.strip())


def _words(profile: MyProfile) -> str:
    said = ((title, getattr(profile, name)) for name, title in _TITLES.items())
    rows = [(title, ", ".join(v) if isinstance(v, tuple) else v) for title, v in said if v]
    rows += [(own.name, own.value) for own in profile.own_fields]
    return table(rows, ("WHAT", "VALUE")) if rows else "Nothing is known about you yet. Use me set."


COMMANDS = {"me": me}
