"""The skills a person says they have, each with what shows it."""

from typing import NamedTuple

OWN = "own"
RESUME = "resume"


class MySkill(NamedTuple):
    """`origin` is "own" (typed) or "resume" (read out of one); `evidence` says where it was used,
    in the words of the person or of the resume.
    """

    name: str
    evidence: str = ""
    origin: str = OWN
    id: int = 0
    uid: str = ""
