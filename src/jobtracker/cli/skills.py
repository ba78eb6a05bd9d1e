"""`skill add`, `list` and `remove`: the skills you have."""

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, shared_options, table, workspace


@click.group()
def skill() -> None:
    """Skills you have, and what shows them."""


@skill.command("add")
@click.argument("name")
@click.option("--evidence", metavar="TEXT", default="", help="Where you used it.")
@shared_options
def add(name: str, evidence: str) -> None:
    """Keep a skill; one of that name gets the evidence typed now."""
    with workspace(write=True) as opened:
        key = opened.my_skills.add(name, evidence).value
        known = next(one for one in opened.my_skills.all() if one.id == key)
    answer(shapes.my_skill(known), f"Added skill {known.id}: {known.name}")


@skill.command("list")
@shared_options
def list_() -> None:
    """List your skills by name."""
    with workspace(write=False) as opened:
        known = opened.my_skills.all()
    rows = ((one.id, one.name, one.origin, one.evidence) for one in known)
    headings = ("ID", "NAME", "ORIGIN", "EVIDENCE")
    answer([shapes.my_skill(one) for one in known], lambda: table(rows, headings))


@skill.command("remove")
@click.argument("name")
@shared_options
def remove(name: str) -> None:
    """Take a skill away by its name; undo brings it back."""
    with workspace(write=True) as opened:
        key = opened.my_skills.remove(name).value
    answer({"id": key, "name": name}, f"Removed skill {key}: {name}")


COMMANDS = {"skill": skill}
