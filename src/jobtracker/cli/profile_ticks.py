"""`profile tick`: the lines of a profile that one can show, and where."""

import click

from jobtracker.cli.common import answer, shared_options, workspace
from jobtracker.domain.profiles import line_meant, tick_of


@click.command("tick")
@click.argument("name", metavar="PROFILE")
@click.argument("words", metavar="TEXT")
@click.option("--where", metavar="NOTE", default="", help="Where you can show it.")
@click.option("--off", is_flag=True, help="Take the tick off again.")
@shared_options
def tick(name: str, words: str, where: str, *, off: bool) -> None:
    """Tick a duty, qualification or skill that you can show; TEXT is the line or a part of it."""
    with workspace(write=True, library=True) as opened:
        known = opened.profiles.show(name)
        section, text = line_meant(known, words)
        opened.profiles.tick(known.id, section, text, shown=not off, note=where)
        note = opened.profiles.ticks(known.id).get(tick_of(section, text))
    value = {
        "profile": known.id,
        "section": section,
        "text": text,
        "can_show": note is not None,
        "where": note or None,
    }
    said = "Can show" if note is not None else "Can no longer show"
    answer(value, f"{said} ({section}): {text}")
