"""What worked: the reply rates of templates and blocks, see `domain.letter_results`."""

from typing import TYPE_CHECKING

from jobtracker.domain.blocks import still_stands
from jobtracker.domain.events import effective
from jobtracker.domain.letter_results import Result, SentLetter, replied, results
from jobtracker.services.base import Service
from jobtracker.storage import blocks, events, letter_results

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.storage.letter_results import Sent


class LetterResults(Service):
    def by_template(self) -> list[Result]:
        """Of the templates that are still there, the ones most often sent first."""
        with self._db.read() as session:
            names = letter_results.template_names(session)
            told = _answered(session)
        return results(
            SentLetter(letter.template_id, names[letter.template_id], answered)
            for letter, answered in told
            if letter.template_id is not None and letter.template_id in names
        )

    def by_block(self) -> list[Result]:
        """Of the blocks whose words still stand in the letters that were sent."""
        with self._db.read() as session:
            known = {block.id: block for block in blocks.every(session)}
            told = {letter.id: (letter, answered) for letter, answered in _answered(session)}
            uses = [use for use in blocks.uses(session) if use[0] in told]
        return results(
            SentLetter(block_id, known[block_id].name, told[letter_id][1])
            for letter_id, block_id in uses
            if still_stands(known[block_id].text, told[letter_id][0].text)
        )


def _answered(session: "Session") -> "list[tuple[Sent, bool]]":
    """Each letter that was sent, with whether the other side said anything since."""
    letters = letter_results.sent(session)
    logs = events.of(session, [*{letter.application_id for letter in letters}])
    facts = {key: effective(log) for key, log in logs.items()}
    return [
        (letter, replied(facts[letter.application_id], letter.on, letter.at)) for letter in letters
    ]
