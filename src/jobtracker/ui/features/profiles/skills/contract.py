"""What the side of one's own skills asks for and is given."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.ui.runtime.channel import Channel

if TYPE_CHECKING:
    from pathlib import Path

    from jobtracker.domain.my_skills import MySkill


class SkillRow(NamedTuple):
    """A skill of one's own, with the titles of the profiles that ask for it."""

    skill: "MySkill"
    profiles: tuple[tuple[int, str], ...] = ()


class SkillIntents:
    """`saved` carries a skill as typed, `resumes` a file to read skills from, `offered` one to be
    shown first.
    """

    def __init__(self) -> None:
        self.saved: Channel[MySkill] = Channel()
        self.removed: Channel[MySkill] = Channel()
        self.resumes: Channel[Path] = Channel()
        self.offered: Channel[Path] = Channel()
