"""What a person does with blocks: their own paragraphs, kept to be used in letters again."""

from typing import TYPE_CHECKING

from jobtracker.domain.blocks import Block, SuggestedBlock, named_by, suggest
from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import checked_text, one_line, quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, blocks, letters, profiles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


class Blocks(Service):
    def all(self) -> list[Block]:
        """By name, each followed by its variants."""
        with self._db.read() as session:
            return blocks.every(session)

    def get(self, reference: str) -> Block:
        """The block of this number, uid or name. Raises NotFoundError."""
        with self._db.read() as session:
            return blocks.named(session, reference)

    def suggested(self, letter_id: int) -> list[SuggestedBlock]:
        """The blocks that fit a letter's application, in its language, the best first."""
        with self._db.read() as session:
            letters.id_of(session, str(letter_id))
            letter = letters.load(session, letter_id)
            (application,) = applications.records(session, [letter.application_id])
            linked = applications.links(session, [application.id]).get(application.id)
            wanted = _wanted(session, linked.id) if linked else ()
            found = suggest(
                blocks.every(session), wanted, application.posting, application.role,
                letter.language,
            )  # fmt: skip
        return list(found)

    def add(self, block: Block) -> Done[int]:
        """Keep a new block (its `id` and `uid` are ignored); the new id."""
        block = _checked(block)._replace(id=0)
        with self._db.write(f"add block {shortened(block.name)}") as tx:
            key = blocks.insert(tx.session, _placed(tx.session, block), self._clock.now())
        return done(key, tx)

    def keep(self, letter_id: int, text: str) -> Done[Block]:
        """Keep a paragraph of a letter as a block, which the letter then counts as using.

        It is named by its first words. Raises InvalidInputError for a blank one.
        """
        paragraph = checked_text(text, "text").strip()
        if not paragraph:
            raise InvalidInputError(
                "There are no words here; nothing was kept. Put the cursor into a paragraph.",
                field="text",
            )
        with self._db.write("keep block") as tx:
            letters.id_of(tx.session, str(letter_id))
            language = letters.load(tx.session, letter_id).language
            block = _checked(Block(0, "", named_by(paragraph), paragraph, language=language))
            tx.label = f"keep block {shortened(block.name)}"
            key = blocks.insert(tx.session, block, self._clock.now())
            blocks.put_into(tx.session, letter_id, key)
        return done(block._replace(id=key), tx)

    def save(self, block: Block) -> Done[int]:
        """Store a block as it is now. Raises NotFoundError where it is gone."""
        block = _checked(block)
        with self._db.write(f"edit block {shortened(block.name)}") as tx:
            blocks.load(tx.session, block.id)
            blocks.change(tx.session, _placed(tx.session, block), self._clock.now())
        return done(block.id, tx)

    def remove(self, block_id: int) -> Done[int]:
        """Take a block away; letters keep their words.

        The first of its variants takes its place.
        """
        with self._db.write("delete block") as tx:
            block = blocks.load(tx.session, block_id)
            tx.label = f"delete block {shortened(block.name)}"
            variants = [one.id for one in blocks.every(tx.session) if one.variant_of == block_id]
            if variants:
                blocks.set_variant_of(tx.session, variants[:1], None)
                blocks.set_variant_of(tx.session, variants[1:], variants[0])
            blocks.remove(tx.session, block_id)
        return done(block_id, tx)

    def used(self, letter_id: int, block_id: int) -> Done[int]:
        """Note that a block was put into a letter, for telling what worked."""
        with self._db.write("use block") as tx:
            letters.id_of(tx.session, str(letter_id))
            blocks.load(tx.session, block_id)
            blocks.put_into(tx.session, letter_id, block_id)
        return done(letter_id, tx)


def _wanted(session: "Session", profile_id: int) -> "Iterable[str]":
    profile = profiles.load(session, profile_id)
    qualifications = (item for group in profile.qualifications for item in group.items)
    return (*profile.duties, *qualifications, *profile.skills)


def _checked(block: Block) -> Block:
    """The block as it can be stored. Raises InvalidInputError that names the field."""
    return block._replace(
        name=required_text(block.name, "name"),
        text=checked_text(block.text, "text"),
        skills=_tags(block.skills, "skills"),
        roles=_tags(block.roles, "roles"),
        tones=_tags(block.tones, "tones"),
    )


def _tags(typed: tuple[str, ...], field: str) -> tuple[str, ...]:
    lines = (one_line(tag, field).replace(",", " ").split() for tag in typed)
    return tuple(dict.fromkeys(" ".join(words) for words in lines if words))


def _placed(session: "Session", block: Block) -> Block:
    """The block in its family: a variant of a variant is one of the same block.

    Raises NotFoundError where that block is gone, InvalidInputError for one that has variants.
    """
    if block.variant_of is None:
        return block
    family = blocks.load(session, block.variant_of).family
    if family == block.id or any(one.variant_of == block.id for one in blocks.every(session)):
        raise InvalidInputError(
            f"{quoted(block.name)} has variants of its own, so it cannot be a variant; "
            "nothing was changed. Move them first.",
            field="variant_of",
        )
    return block._replace(variant_of=family)
