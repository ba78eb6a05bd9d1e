"""`letter`: drafting, filling and checking letters. Their past and their leaving: see
`letter_versions`, `letter_leaving`; what they are made of: `letter_templates`, `letter_blocks`.
"""

from typing import TYPE_CHECKING

import click

from jobtracker.cli import (
    letter_blocks,
    letter_leaving,
    letter_templates,
    letter_versions,
    shapes,
)
from jobtracker.cli.common import answer, shared_options, text_of, workspace
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import FRAME, Part

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView


@click.group()
@shared_options
def letter() -> None:
    """Letters from templates."""


@letter.command("draft")
@click.argument("reference", metavar="ID")
@click.option("--template", default="", metavar="NAME", help="Otherwise the profile's sample.")
@click.option(
    "--language",
    type=click.Choice([one.value for one in Language]),
    help="Otherwise the template's.",
)
@shared_options
def draft(reference: str, template: str, language: str | None) -> None:
    """Start a letter for an application."""
    with workspace(write=True) as opened:
        chosen = Language(language) if language else None
        application = opened.applications.id_of(reference)
        key = opened.letters.draft(application, template, language=chosen).value
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: page(view))


@letter.command("show")
@click.argument("reference", metavar="LETTER")
@shared_options
def show(reference: str) -> None:
    """A letter with its values, and its fields."""
    with workspace(write=False) as opened:
        view = opened.letters.view(opened.letters.id_of(reference))
    answer(shapes.letter(view), lambda: page(view))


@letter.command("set")
@click.argument("reference", metavar="LETTER")
@click.argument("pairs", metavar="FIELD=VALUE...", nargs=-1, required=True)
@shared_options
def set_(reference: str, pairs: tuple[str, ...]) -> None:
    """Give fields their values; an empty value takes one back."""
    values = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise click.UsageError(f"“{pair}” is not FIELD=VALUE.")
        values[name.strip().lower().replace(" ", "_")] = value
    with workspace(write=True) as opened:
        key = opened.letters.set_values(opened.letters.id_of(reference), values).value
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: page(view))


@letter.command("text")
@click.argument("reference", metavar="LETTER")
@click.argument("file", metavar="FILE|-")
@shared_options
def text(reference: str, file: str) -> None:
    """Replace the letter's own text by that of a file; fields stand in double braces."""
    said = text_of(file)
    with workspace(write=True) as opened:
        key = opened.letters.set_text(opened.letters.id_of(reference), said).value
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: page(view))


@letter.command("part")
@click.argument("reference", metavar="LETTER")
@click.argument("part", type=click.Choice([one.value for one in Part]))
@click.argument("words", metavar="[TEXT]", required=False)
@click.option("--hide", "hidden", flag_value="hide", help="Leave the part out.")
@click.option("--show", "hidden", flag_value="show", help="Let it stand again.")
@click.option("--reset", is_flag=True, help="The text that the language proposes.")
@shared_options
def part_(reference: str, part: str, words: str | None, hidden: str | None, reset: bool) -> None:
    """Change, hide or show a part of a letter. Only a part around the text has a text of its
    own: sender, recipient, date, subject, enclosures.
    """
    chosen = Part(part)
    if words is None and hidden is None and not reset:
        raise click.UsageError("Say what to do with the part: TEXT, --reset, --hide or --show.")
    if (words is not None or reset) and chosen not in FRAME:
        raise click.UsageError(f"The {part} stands in the letter's text; change it there.")
    with workspace(write=True) as opened:
        key = opened.letters.id_of(reference)
        if words is not None or reset:
            key = opened.letters.save(key, frame={chosen: None if reset else words}).value
        if hidden is not None:
            key = opened.letters.hide(key, chosen, hidden == "hide").value
        view = opened.letters.view(key)
    answer(shapes.letter(view), lambda: page(view))


@letter.command("check")
@click.argument("reference", metavar="LETTER")
@shared_options
def check(reference: str) -> int:
    """What would embarrass; exit code 1 while something blocks an export."""
    from jobtracker.domain.gate import is_open

    with workspace(write=False) as opened:
        findings = opened.letters.check(opened.letters.id_of(reference))
    ok = is_open(findings)
    value = {"ok": ok, "findings": [shapes.finding(found) for found in findings]}
    words = "\n".join(found.message for found in findings) or "Nothing found. Ready to send."
    answer(value, words)
    return 0 if ok else 1


def page(view: "LetterView") -> str:
    """The letter as a person reads it in a terminal."""
    missing = ", ".join(field.label for field in view.fields if not field.value)
    sent = f", sent on {view.sent_on}" if view.sent_on else ""
    lines = [f"Letter {view.id}: {view.name}, {view.company}{sent}", "", view.composed().text]
    return "\n".join([*lines, "", f"Missing: {missing}"] if missing else lines)


for command in (
    letter_templates.templates,
    letter_templates.render,
    letter_versions.versions,
    letter_versions.keep,
    letter_versions.restore,
    letter_versions.diff,
    letter_leaving.duplicate,
    letter_leaving.export,
    letter_leaving.sent,
    letter_blocks.blocks,
):
    letter.add_command(command)

COMMANDS = {"letter": letter}
