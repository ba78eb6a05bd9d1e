"""`sample`: a made-up search to look around in."""

import click

from jobtracker.cli.common import answer, shared_options, workspace


@click.command()
@click.option("--remove", is_flag=True, help="Take exactly the sample away; what is yours stays.")
@shared_options
def sample(remove: bool) -> None:
    """Fill a workspace without applications with a made-up search, to look around in."""
    from jobtracker.system.resources import resource

    with workspace(write=True) as opened:
        if remove:
            gone = opened.sample.remove().value
            answer({"removed": gone}, f"Removed {gone} made-up applications; undo brings them back")
            return
        made = opened.sample.fill(resource("sample", "applications.toml")).value
    words = f"Added {made.applications} made-up applications and {made.letters} letters"
    answer(made._asdict(), words)


COMMANDS = {"sample": sample}
