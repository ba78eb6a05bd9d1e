"""The services of writing letters, but for the letters themselves."""

from functools import cached_property
from typing import TYPE_CHECKING

from jobtracker.services.routine import Routine

if TYPE_CHECKING:
    from jobtracker.services.blocks import Blocks
    from jobtracker.services.letter_exports import LetterExports
    from jobtracker.services.letter_results import LetterResults
    from jobtracker.services.letter_templates import LetterTemplates
    from jobtracker.services.me import Me


class Writing(Routine):
    """What letters are made of, and what became of them.

    Each is loaded when it is first asked for.
    """

    @cached_property
    def blocks(self) -> "Blocks":
        from jobtracker.services.blocks import Blocks

        return Blocks(self.database, self.clock)

    @cached_property
    def letter_exports(self) -> "LetterExports":
        from jobtracker.services.letter_exports import LetterExports

        return LetterExports(self.database, self.clock)

    @cached_property
    def letter_results(self) -> "LetterResults":
        from jobtracker.services.letter_results import LetterResults

        return LetterResults(self.database, self.clock)

    @cached_property
    def letter_templates(self) -> "LetterTemplates":
        from jobtracker.services.letter_templates import LetterTemplates

        return LetterTemplates(self.database, self.clock)

    @cached_property
    def me(self) -> "Me":
        from jobtracker.services.me import Me

        return Me(self.database, self.clock)
