"""What the target roles' side asks for and is given."""

from typing import NamedTuple

from jobtracker.domain.target_roles import TargetRole
from jobtracker.ui.runtime.channel import Channel


class TargetRow(NamedTuple):
    """A target role with the title of its profile and the open applications that it fits, each as
    (id, words).
    """

    role: TargetRole
    profile: str = ""
    applications: tuple[tuple[int, str], ...] = ()


class TargetIntents:
    """`saved` carries a target role as typed, one with id 0 is new."""

    def __init__(self) -> None:
        self.saved: Channel[TargetRole] = Channel()
        self.removed: Channel[TargetRole] = Channel()
