"""The words that lead to official figures: everyday titles and nicknames of places, as TOML."""

import json
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from jobtracker.domain.errors import PackError


class PlaceWords(NamedTuple):
    """`nicknames` maps names to codes of areas; `abroad` are towns that lie elsewhere."""

    nicknames: dict[str, str]
    abroad: tuple[str, ...]


def read_titles(path: Path) -> list[tuple[str, str]]:
    """(occupation code, title) for each everyday title in the file.

    It has one line an occupation, whose list is JSON as well as TOML: read so it takes a tenth
    of the time. Raises PackError.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
        pairs = [line.split(" = ", 1) for line in lines if line.startswith('"')]
        titles = {json.loads(code): json.loads(known) for code, known in pairs}
    except (OSError, ValueError) as error:
        raise _damaged(path) from error
    return [(code, title) for code, known in titles.items() for title in known]


def read_places(path: Path) -> PlaceWords:
    """The nicknames of areas and the towns abroad."""
    table = _table(path)
    nicknames = {name: code for code, names in table["areas"].items() for name in names}
    return PlaceWords(nicknames, tuple(table["abroad"]))


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> PackError:
    return PackError(
        f"{path.name}, which comes with Jobtracker, is missing or damaged; your own data is "
        "safe. Install Jobtracker again to bring it back."
    )
