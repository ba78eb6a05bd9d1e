"""Workspaces with something in them, and the ways in which files get damaged."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.workspaces import opened

from jobtracker.domain.stages import Stage

if TYPE_CHECKING:
    from jobtracker.services.salvaging import Salvaged

PAGE = 4096


def search(path: Path, number: int = 40) -> Path:
    """A workspace at rest: `number` applications with notes, a move and a note each."""
    with opened(path) as workspace:
        for count in range(number):
            key = workspace.applications.add(
                {
                    "company": f"Company {count}",
                    "role": f"Baker {count}",
                    "notes": f"notes of {count} " * 30,
                }
            ).value
            workspace.log.move(key, Stage.APPLIED)
            workspace.log.note(key, f"a word on {count}")
        workspace.documents.add(1, ("cv.pdf", b"%PDF-1.7 " + bytes(range(256)) * 40))
    return path


def cut(content: bytes, percent: float) -> bytes:
    return content[: int(len(content) * percent / 100)]


def blanked(content: bytes, page: int) -> bytes:
    """With one page of zeros; the first page is number 1."""
    start = (page - 1) * PAGE
    return content[:start] + b"\0" * PAGE + content[start + PAGE :]


def flipped(content: bytes, seed: int, bits: int = 1) -> bytes:
    """With some bits turned over, the same for the same seed."""
    chance, changed = random.Random(seed), bytearray(content)
    for _ in range(bits):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def overwritten(content: bytes, seed: int, length: int) -> bytes:
    """With a stretch of random bytes somewhere."""
    chance = random.Random(seed)
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(length) + content[start + length :]


def standing_in(done: "Salvaged") -> list[int]:
    """The numbers of the applications that stand for lost ones."""
    told = [one for one in done.missing if "application" in one and "stand-ins" in one]
    words = " ".join(told).partition("numbers ")[2].rstrip(".")
    numbers = [part.split("-") for part in words.split(", ") if part]
    return [key for part in numbers for key in range(int(part[0]), int(part[-1]) + 1)]
