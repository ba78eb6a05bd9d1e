"""`letter versions`, `keep`, `restore` and `diff`: the past of a letter."""

from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, shared_options, table, whole_number, workspace

if TYPE_CHECKING:
    from jobtracker.domain.word_diff import Change
    from jobtracker.services.letter_history import At, Comparison
    from jobtracker.services.workspace import Workspace
    from jobtracker.storage.letter_versions import Version

_AGAINST = ("previous", "template", "last-to-company")


@click.command("versions")
@click.argument("reference", metavar="LETTER")
@shared_options
def versions(reference: str) -> None:
    """What was saved of a letter, the newest first."""
    with workspace(write=False) as opened:
        known = opened.letters.versions(opened.letters.id_of(reference))
    rows = ((v.number, v.kind, v.saved_at[:16], v.name, v.reason) for v in known)
    answer(
        [_version(one) for one in known],
        lambda: table(rows, ("VERSION", "KIND", "SAVED", "NAME", "REASON")),
    )


@click.command("keep")
@click.argument("reference", metavar="LETTER")
@click.argument("name")
@shared_options
def keep(reference: str, name: str) -> None:
    """Keep a letter as it is under a name."""
    with workspace(write=True) as opened:
        key = opened.letters.id_of(reference)
        number = opened.letters.keep_version(key, name).value
    answer({"id": key, "version": number}, f"Kept as version {number}")


@click.command("restore")
@click.argument("reference", metavar="LETTER")
@click.argument("version", metavar="VERSION", type=int)
@shared_options
def restore(reference: str, version: int) -> None:
    """Let a letter say what a version of it said; of a sent letter a new draft does."""
    with workspace(write=True) as opened:
        key = opened.letters.restore(opened.letters.id_of(reference), version).value
        number = opened.letters.view(key).version
    answer({"id": key, "version": number}, f"Letter {key} says what version {version} said")


@click.command("diff")
@click.argument("before", metavar="LETTER[@VERSION]")
@click.argument("after", metavar="[LETTER[@VERSION]]", required=False)
@click.option("--against", type=click.Choice(_AGAINST), help="Instead of a second letter.")
@shared_options
def diff(before: str, after: str | None, against: str | None) -> None:
    """Two letters, or versions of them, word by word; one alone beside its previous version."""
    from jobtracker.services.letter_history import Against

    if after is not None and against is not None:
        raise click.UsageError("Name a second letter or --against, not both.")
    with workspace(write=False) as opened:
        place = _place(opened, before)
        if after is not None:
            compared = opened.letters.compare_two(place, _place(opened, after))
        else:
            wanted = Against(against or "previous") if place.version is None else place.version
            compared = opened.letters.compare(place.letter_id, wanted)
    answer(_comparison(compared), lambda: "".join(map(_marked, compared.changes)))


def _place(opened: "Workspace", reference: str) -> "At":
    from jobtracker.services.letter_history import At

    letter, at, version = reference.partition("@")
    number = whole_number(version, "version") if at else None
    return At(opened.letters.id_of(letter), number)


def _marked(change: "Change") -> str:
    """A change as in wdiff: [-taken out-] and {+put in+}."""
    form = {"removed": "[-{}-]", "added": "{{+{}+}}"}.get(change.kind, "{}")
    return form.format(change.text)


def _comparison(compared: "Comparison") -> dict[str, Any]:
    return {
        "before": compared.before_name,
        "after": compared.after_name,
        "changes": [change._asdict() for change in compared.changes],
    }


def _version(one: "Version") -> dict[str, Any]:
    return {
        "number": one.number,
        "kind": one.kind.value,
        "name": one.name or None,
        "reason": one.reason or None,
        "saved_at": one.saved_at,
        "document": one.document_id,
        "sha256": one.pdf_hash or None,
    }
