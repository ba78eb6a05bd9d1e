"""`letter blocks`: a person's own paragraphs for letters."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, given, listed, shared_options, table, text_of, workspace
from jobtracker.domain.blocks import Block, BlockPurpose, purpose_name
from jobtracker.domain.letter_kinds import Language, language_name

if TYPE_CHECKING:
    from jobtracker.services.blocks import Blocks

_PURPOSES = click.Choice([one.value for one in BlockPurpose])
_LANGUAGES = click.Choice([one.value for one in Language])
_OPTIONS = (
    (
        "purpose",
        click.Choice([one.value for one in BlockPurpose]),
        None,
        "What it does in a letter.",
    ),
    (
        "language",
        click.Choice([one.value for one in Language]),
        None,
        "The language it is written in.",
    ),
    ("skills", None, "NAMES", "The skills it shows, with commas between."),
    ("roles", None, "NAMES", "The roles it fits, with commas between."),
    ("tones", None, "NAMES", "How it sounds, with commas between."),
    ("variant-of", None, "BLOCK", "The block it says in other words; “” for none."),
)


@click.group()
@shared_options
def blocks() -> None:
    """Your own paragraphs for letters."""


def _block_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, kind, metavar, words in reversed(_OPTIONS):
        command = click.option(f"--{name}", type=kind, metavar=metavar, help=words)(command)
    return command


@blocks.command("list")
@shared_options
def list_() -> None:
    """All blocks by name, each followed by its variants."""
    with workspace(write=False) as opened:
        known = opened.blocks.all()
    rows = (
        (one.id, one.name, purpose_name(one.purpose), language_name(one.language), _tags(one))
        for one in known
    )
    answer(
        [shape(one) for one in known],
        lambda: table(rows, ("ID", "NAME", "PURPOSE", "LANGUAGE", "TAGS")),
        nothing="There are no blocks yet. Add one with “letter blocks add”.",
    )


@blocks.command("show")
@click.argument("reference", metavar="BLOCK")
@shared_options
def show(reference: str) -> None:
    """One block with its text."""
    with workspace(write=False) as opened:
        block = opened.blocks.get(reference)
    answer(shape(block), lambda: _page(block))


@blocks.command("suggest")
@click.argument("reference", metavar="LETTER")
@shared_options
def suggest(reference: str) -> None:
    """The blocks that fit a letter, the best first, and why."""
    with workspace(write=False) as opened:
        found = opened.blocks.suggested(opened.letters.id_of(reference))
    answer(
        [{**shape(one.block), "why": one.why} for one in found],
        lambda: table(((one.block.id, one.block.name, one.why) for one in found),
                      ("ID", "NAME", "WHY")),
        nothing="No block fits. Give your blocks skills that the posting names.",
    )  # fmt: skip


@blocks.command("add")
@click.argument("name")
@click.argument("file")
@_block_options
@shared_options
def add(name: str, file: str, **options: str | None) -> None:
    """Keep the text of a file, or of standard input for “-”, as a block."""
    with workspace(write=True) as opened:
        block = _changed(opened.blocks, Block(0, "", name, text_of(file).strip()), **options)
        kept = opened.blocks.get(str(opened.blocks.add(block).value))
    answer(shape(kept), lambda: _page(kept))


@blocks.command("edit")
@click.argument("reference", metavar="BLOCK")
@click.option("--name", metavar="TEXT", help="Another name.")
@click.option("--text", metavar="FILE", help="Another text, from a file or “-”.")
@_block_options
@shared_options
def edit(reference: str, name: str | None, text: str | None, **options: str | None) -> None:
    """Change what is given of a block."""
    words = None if text is None else text_of(text).strip()
    with workspace(write=True) as opened:
        block = opened.blocks.get(reference)._replace(**given(name=name, text=words))
        opened.blocks.save(_changed(opened.blocks, block, **options))
        kept = opened.blocks.get(str(block.id))
    answer(shape(kept), lambda: _page(kept))


@blocks.command("remove")
@click.argument("reference", metavar="BLOCK")
@shared_options
def remove(reference: str) -> None:
    """Take a block away; letters keep their words."""
    with workspace(write=True) as opened:
        block = opened.blocks.get(reference)
        opened.blocks.remove(block.id)
    answer(shape(block), f"Removed block {block.id}: {block.name}")


def shape(block: Block) -> dict[str, Any]:
    """A block as its public JSON."""
    return {
        "id": block.id,
        "uid": block.uid,
        "name": block.name,
        "text": block.text,
        "purpose": block.purpose.value,
        "language": block.language.value,
        "skills": list(block.skills),
        "roles": list(block.roles),
        "tones": list(block.tones),
        "variant_of": block.variant_of,
    }


def _changed(known: "Blocks", block: Block, **options: str | None) -> Block:
    """The block with what was given of its options."""
    values: dict[str, Any] = given(**options)
    for name in ("skills", "roles", "tones"):
        if name in values:
            values[name] = listed(values[name])
    if "purpose" in values:
        values["purpose"] = BlockPurpose(values["purpose"])
    if "language" in values:
        values["language"] = Language(values["language"])
    if "variant_of" in values:
        family = values["variant_of"].strip()
        values["variant_of"] = known.get(family).id if family else None
    return block._replace(**values)


def _tags(block: Block) -> str:
    return ", ".join(block.tags)


def _page(block: Block) -> str:
    about = [purpose_name(block.purpose), language_name(block.language), *block.tags]
    return "\n".join([f"Block {block.id}: {block.name}", ", ".join(about), "", block.text])
