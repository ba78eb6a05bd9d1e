"""`letter export`, `sent` and `duplicate`: letters on their way."""

import click

from jobtracker.cli.common import answer, day, path_of, shared_options, workspace
from jobtracker.domain.letter_looks import PageStyle, Paper

_OVERRIDE = "Let it go although it is blocked."


@click.command("export")
@click.argument("reference", metavar="LETTER")
@click.argument("file", metavar="FILE")
@click.option(
    "--style", type=click.Choice([one.value for one in PageStyle]), help="Otherwise the letter's."
)
@click.option(
    "--paper", type=click.Choice([one.value for one in Paper]), help="Otherwise the letter's."
)
@click.option("--fit", is_flag=True, help="Set it smaller until it takes one page.")
@click.option("--override", default="", metavar="REASON", help=_OVERRIDE)
@shared_options
def export(
    reference: str, file: str, style: str | None, paper: str | None, fit: bool, override: str
) -> None:
    """Write a letter as .pdf, .docx, .txt or .md; refused while the check blocks."""
    with workspace(write=True) as opened:
        key = opened.letters.id_of(reference)
        look = opened.letters.view(key).look
        look = look._replace(
            style=PageStyle(style) if style else look.style,
            paper=Paper(paper) if paper else look.paper,
            fit=fit or look.fit,
        )
        done = opened.letter_exports.export(key, path_of(file), override=override, look=look).value
    value = {"path": str(done.path), "version": done.version}
    if done.too_long:
        click.echo(f"The letter takes {done.too_long} pages even set smaller.", err=True)
    answer(value, f"Exported {done.path.name}, version {done.version}")


@click.command("sent")
@click.argument("reference", metavar="LETTER")
@click.option("--on", "on", default=None, metavar="DATE", help="The day; otherwise today.")
@click.option("--override", default="", metavar="REASON", help=_OVERRIDE)
@shared_options
def sent(reference: str, on: str | None, override: str) -> None:
    """Log a letter as sent, and keep it as it is; editing it then begins a new draft."""
    with workspace(write=True) as opened:
        key = opened.letters.id_of(reference)
        version = opened.letters.sent(key, day(on, "sent"), override).value
        view = opened.letters.view(key)
    value = {"id": key, "version": version, "sent_on": str(view.sent_on)}
    answer(value, f"Letter {key} to {view.company} sent on {view.sent_on}, version {version}")


@click.command("duplicate")
@click.argument("reference", metavar="LETTER")
@click.argument("application", metavar="APPLICATION")
@shared_options
def duplicate(reference: str, application: str) -> None:
    """Begin a letter for another application with the words of this one."""
    with workspace(write=True) as opened:
        copied = opened.letters.duplicate(
            opened.letters.id_of(reference), opened.applications.id_of(application)
        ).value
    lines = [f"Letter {copied.id}"]
    lines += [f"{one.what}: {one.text}" if one.text else one.what for one in copied.to_change]
    value = {"id": copied.id, "to_change": [one._asdict() for one in copied.to_change]}
    answer(value, "\n".join(lines))
