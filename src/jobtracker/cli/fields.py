"""The fields of an application as options of `add` and `edit`, and as keys of a JSON line."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import click

from jobtracker.cli.common import day, listed, text_of, whole_number, yes_no
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.stages import stage_from
from jobtracker.domain.text import quoted

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields

Values = Mapping[str, Any]
"""What was typed, by the names of the options with `_` for `-`."""

_OPTIONS = (
    ("company", "NAME", "The company, by its name or an alias."),
    ("role", "TITLE", "The role as the posting calls it."),
    ("stage", "STAGE", "saved, applied, screening, interview or offer."),
    ("applied", "DATE", "The day of applying (year-month-day)."),
    ("location", "TEXT", "The place."),
    ("country", "TEXT", "The country."),
    ("work-mode", "MODE", "remote, hybrid or on_site."),
    ("days-on-site", "N", "Days a week on site, 0 to 7."),
    ("employment-type", "TYPE", "full_time, part_time, contract, ..."),
    ("level", "LEVEL", "The level, also of the profile to compare with: senior."),
    ("pay", "TEXT", "Posted pay as written: “140-165k”, “$65/h”."),
    ("ask", "TEXT", "The pay you ask for, written the same way."),
    ("excitement", "N", "How much you want it, 1 to 5."),
    ("url", "LINK", "The posting's link; kept, never opened."),
    ("apply-url", "LINK", "The link to apply; kept, never opened."),
    ("reference", "TEXT", "The posting's reference number."),
    ("source", "TEXT", "Where you found it."),
    ("channel", "CHANNEL", "portal, mail, referral, agency, in_person or phone."),
    ("posting", "FILE", "The posting's text, from a file or “-”."),
    ("posted", "DATE", "The day it was posted."),
    ("deadline", "DATE", "The last day to apply."),
    ("next-action", "TEXT", "What to do next."),
    ("next-action-on", "DATE", "When."),
    ("waiting-on", "WHO", "Whose turn it is: me or them."),
    ("promised", "DATE", "The day an answer was promised for."),
    ("profile", "NAME", "The reference profile; “” for none."),
    ("tags", "NAMES", "All its tags, with commas between."),
    ("on-hold", "YES|NO", "Whether it rests."),
    ("archived", "YES|NO", "Whether it is put away."),
    ("notes", "TEXT", "Notes, kept exactly as typed."),
)
KEYS = frozenset({*(name.replace("-", "_") for name, _, _ in _OPTIONS), "custom"})

_KEPT_AS = {"applied": "applied_on", "posted": "posted_on", "promised": "promised_on"}
"""Where an option's name is not its field's."""

_READ: Mapping[str, Callable[[str, str], object]] = {
    "stage": lambda text, _: stage_from(text),
    "tags": lambda text, _: listed(text),
    **dict.fromkeys(("days_on_site", "excitement"), whole_number),
    **dict.fromkeys(("on_hold", "archived"), yes_no),
    **dict.fromkeys(("applied", "posted", "deadline", "next_action_on", "promised"), day),
}
"""How what is not plain text is read, with the option's name for a message."""


def field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `add` and `edit`, handed over as one mapping of what was given."""

    @wraps(command)
    def collected(*args: Any, **kwargs: Any) -> Any:
        given = {name: kwargs.pop(name) for name in KEYS}
        values = {name: value for name, value in given.items() if value not in (None, ())}
        if "posting" in values:
            values["posting"] = text_of(values["posting"])
        if "custom" in values:
            values["custom"] = dict(map(_named_value, values["custom"]))
        return command(*args, values=values, **kwargs)

    decorated: Callable[..., Any] = click.option(
        "--custom",
        metavar="NAME=VALUE",
        multiple=True,
        help="A field of your own; may be repeated.",
    )(collected)
    for name, metavar, words in reversed(_OPTIONS):
        decorated = click.option(f"--{name}", metavar=metavar, help=words)(decorated)
    return decorated


def _named_value(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"--custom takes NAME=VALUE, not {quoted(text)}.")
    return name, value


def fields_from(values: Values) -> "ApplicationFields":
    """The fields of a record from what was typed, or read from a JSON line."""
    fields = {
        _KEPT_AS.get(name, name): _READ[name](value, name) if name in _READ else value
        for name, value in values.items()
    }
    return cast("ApplicationFields", fields)


def checked_line(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one JSON object: text each, `custom` an object of texts; null is the same
    as leaving a field out. Raises InvalidInputError.
    """
    unknown = sorted(record.keys() - KEYS)
    if unknown:
        raise InvalidInputError(f"“{unknown[0]}” is no field; known are {', '.join(sorted(KEYS))}")
    given = {name: value for name, value in record.items() if value is not None}
    for name, value in given.items():
        texts = value.values() if name == "custom" and isinstance(value, dict) else (value,)
        if not all(isinstance(text, str) for text in texts):
            raise InvalidInputError(f"{quoted(name)} must be text in quotes")
        if name == "custom" and not isinstance(value, dict):
            raise InvalidInputError("“custom” must be an object of names and values")
    return given
