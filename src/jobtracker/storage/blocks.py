"""Blocks, and which letters they were put into."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from jobtracker.domain.blocks import Block, BlockPurpose
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.text import folded, quoted
from jobtracker.storage import lookup, rows
from jobtracker.storage.schema import LetterBlockRow, LetterBlockUseRow
from jobtracker.storage.uids import new_uid

_EVERY = (
    "SELECT id, uid, name, text, role_in_letter, language, tags, variant_of FROM letter_block "
    "ORDER BY name COLLATE NOCASE, id"
)
_USES = "SELECT letter_id, block_id FROM letter_block_use ORDER BY letter_id, id"


def every(session: Session) -> list[Block]:
    """All blocks by name, each followed by its variants."""
    found = session.connection().exec_driver_sql(_EVERY)
    blocks = [_block(tuple(row)) for row in found]
    place = {block.id: number for number, block in enumerate(blocks)}
    return sorted(blocks, key=lambda one: (place[one.family], one.variant_of is not None))


def load(session: Session, block_id: int) -> Block:
    """Raises NotFoundError where it is gone."""
    return _found((one for one in every(session) if one.id == block_id), str(block_id))


def named(session: Session, reference: str) -> Block:
    """The block of this number, uid or name.

    Raises NotFoundError, and InvalidInputError where several have the name.
    """
    text = reference.strip()
    known = every(session)
    by_key = [one for one in known if text.lower() in (str(one.id), one.uid)]
    by_name = [one for one in known if folded(one.name) == folded(text)]
    if by_name and not by_key:
        lookup.only_one([one.id for one in by_name], reference, "block")
    return _found(by_key or by_name, reference)


def insert(session: Session, block: Block, now: datetime) -> int:
    """A new block (its `id` and `uid` are ignored); the new id."""
    stamp = now.isoformat()
    return rows.insert(
        session,
        LetterBlockRow,
        uid=new_uid(now),
        created_at=stamp,
        updated_at=stamp,
        **_columns(block),
    )


def change(session: Session, block: Block, now: datetime) -> None:
    rows.change(
        session, LetterBlockRow, [block.id], _columns(block), {"updated_at": now.isoformat()}
    )


def remove(session: Session, block_id: int) -> None:
    rows.remove(session, LetterBlockRow, [block_id])


def set_variant_of(session: Session, ids: Sequence[int], family: int | None) -> None:
    rows.change(session, LetterBlockRow, ids, {"variant_of": family})


def put_into(session: Session, letter_id: int, block_id: int) -> None:
    """Note that a letter holds a block; once is enough."""
    if (letter_id, block_id) not in uses(session):
        rows.insert(session, LetterBlockUseRow, letter_id=letter_id, block_id=block_id)


def uses(session: Session) -> list[tuple[int, int]]:
    """Each letter with each block that was put into it."""
    found = session.connection().exec_driver_sql(_USES)
    return [(letter_id, block_id) for letter_id, block_id in found]


def _found(blocks: Iterable[Block], reference: str) -> Block:
    block = next(iter(blocks), None)
    if block is None:
        raise NotFoundError(
            f"There is no block {quoted(reference)}. List the blocks to see their names."
        )
    return block


def _columns(block: Block) -> Mapping[str, Any]:
    tags = {"skill": block.skills, "role": block.roles, "tone": block.tones}
    return {
        "name": block.name,
        "text": block.text,
        "role_in_letter": block.purpose.value,
        "language": block.language.value,
        "tags": json.dumps(tags, ensure_ascii=False),
        "variant_of": block.variant_of,
    }


def _block(row: Sequence[Any]) -> Block:
    key, uid, name, text, purpose, language, tags, variant_of = row
    kept = json.loads(tags)
    skills, roles, tones = (tuple(kept.get(kind, ())) for kind in ("skill", "role", "tone"))
    return Block(
        key,
        uid,
        name,
        text,
        BlockPurpose(purpose),
        Language(language),
        skills,
        roles,
        tones,
        variant_of,
    )
