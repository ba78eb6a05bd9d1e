"""The benchmark pack in the box: a read-only SQLite file of its own, made by `packaging/`.

It is opened `immutable`: no lock, no journal, nothing beside it. A figure is one step down the
primary key, those of an area lie together, and those of an occupation are one step for each
area: that is quick enough to spare the pack an index.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from jobtracker.domain.benchmarks import Area, Cell, Figure, Occupation, Passport
from jobtracker.domain.errors import PackError

APPLICATION_ID, VERSION = 0x4A54424D, 1
_CACHE_KIB = 12_000
"""Room for the whole pack: the figures of one occupation lie all over it."""
_COLUMNS = ", ".join(f"w.{name}" for name in (*Cell._fields, "occupation", "area", "pattern"))
_ONE = f"SELECT {_COLUMNS} FROM wage w WHERE occupation = ? AND area = ?"
_OCCUPATIONS = f"SELECT {_COLUMNS} FROM wage w WHERE area = ? ORDER BY occupation"
_AREAS = (
    f"SELECT {_COLUMNS} FROM area a CROSS JOIN wage w"
    " ON w.area = a.id AND w.occupation = ? ORDER BY a.id"
)


class Pack:
    """An open pack, for one thread at a time. Its lists are read once.

    Raises PackError, on opening and on any reading, where the file is missing or damaged.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite.connect(
                f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False
            )
        except sqlite.Error as error:
            raise _unreadable() from error
        try:
            self._begin()
        except PackError:
            self.close()
            raise

    def close(self) -> None:
        self._connection.close()

    @cached_property
    def passport(self) -> Passport:
        return Passport(**dict(self._read("SELECT name, value FROM passport")))

    @cached_property
    def footnotes(self) -> dict[str, str]:
        """The publisher's own words by their code."""
        return dict(self._read("SELECT code, text FROM footnote ORDER BY code"))

    @property
    def occupations(self) -> Iterable[Occupation]:
        """All of them, in the order of their codes."""
        return self._occupations.values()

    @property
    def areas(self) -> Iterable[Area]:
        """All of them, in the order of their codes: the nation is the first."""
        return self._areas.values()

    def jobs_in(self, area: str) -> int:
        """How many people are employed in the area with this code."""
        return self._jobs[area]

    def occupation(self, code: str) -> Occupation | None:
        """The occupation with this code ("15-1252")."""
        key = self._occupation_keys.get(code)
        return None if key is None else self._occupations[key]

    def figure(self, code: str, area: str) -> Figure | None:
        """What the occupation pays in the area; None where nothing is published."""
        keys = self._occupation_keys.get(code), self._area_keys.get(area)
        return next(iter(self._figures(_ONE, keys)), None)

    def all_areas(self, code: str) -> list[Figure]:
        """The figures of an occupation wherever there are any, in the order of the areas."""
        return self._figures(_AREAS, (self._occupation_keys.get(code),))

    def all_occupations(self, area: str) -> list[Figure]:
        """The figures of an area, in the order of the occupations."""
        return self._figures(_OCCUPATIONS, (self._area_keys.get(area),))

    def _begin(self) -> None:
        if self._read("PRAGMA application_id") != [(APPLICATION_ID,)]:
            raise _unreadable()
        if self._read("PRAGMA user_version") != [(VERSION,)]:
            raise _unreadable()
        self._read(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._read(f"PRAGMA mmap_size = {_CACHE_KIB * 1024}")
        occupations = self._read("SELECT id, code, title FROM occupation ORDER BY id")
        areas = self._read("SELECT id, code, name, kind, state, employment FROM area ORDER BY id")
        self._occupations = {row[0]: Occupation(*row[1:]) for row in occupations}
        self._areas = {row[0]: Area(*row[1:5]) for row in areas}
        self._jobs: dict[str, int] = {row[1]: row[5] for row in areas}
        self._occupation_keys = {known.code: key for key, known in self._occupations.items()}
        self._area_keys = {known.code: key for key, known in self._areas.items()}
        self._notes: dict[int, dict[str, frozenset[str]]] = {0: {}}
        for pattern, field, footnote in self._read("SELECT pattern, field, footnote FROM note"):
            self._notes.setdefault(pattern, {})[field] = frozenset({footnote})

    def _figures(self, statement: str, keys: tuple[int | None, ...]) -> list[Figure]:
        occupations, areas, notes = self._occupations, self._areas, self._notes
        passport = self.passport
        return [
            Figure(occupations[row[-3]], areas[row[-2]], row, passport, notes[row[-1]])
            for row in self._read(statement, keys)
        ]

    def _read(self, statement: str, values: tuple[int | None, ...] = ()) -> list[Any]:
        try:
            rows: list[Any] = self._connection.execute(statement, values).fetchall()
        except sqlite.Error as error:
            raise _unreadable() from error
        return rows


def _unreadable() -> PackError:
    return PackError(
        "The salary figures that come with Jobtracker are missing or damaged; your own data is "
        "safe. Install Jobtracker again to bring them back."
    )
