"""What a file itself says of whose figures it holds and of when; the rest is asked for."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from jobtracker.domain.salary_tables import RawTable, TablePassport, TableRow, release_year
from jobtracker.exchange.salary_tables import bureau
from jobtracker.exchange.salary_tables.heading_words import plain

_KINDS = {
    "reported": (
        "levels fyi|glassdoor|kununu|payscale|survey|self reported|umfrage|crowd|stackoverflow"
    ),
    "employer": (
        "pay bands?|pay scales?|payband|hr export|union|agreement|tvod|tv l|tarif\\w*|"
        "entgelttabelle|collective|salary bands?|gehaltstabelle|grille|wage scale|cba"
    ),
    "estimate": "estimates?|estimated|projected|modelled",
    "official": "bls|oews|oes|destatis|ons|ashe|eurostat|insee|statcan|minstat|census|official",
}
_MAKERS = {
    "levels fyi": "Levels.fyi",
    "levelsfyi": "Levels.fyi",
    "glassdoor": "Glassdoor",
    "kununu": "kununu",
    "payscale": "PayScale",
    "stackoverflow": "Stack Overflow",
}


def guess_passport(raw: RawTable, rows: Sequence[TableRow], today: date) -> TablePassport:
    """The passport as far as the file, its name and the lines above its headings tell it."""
    name = PurePath(raw.file).stem
    told = f"{name} {raw.sheet} {' '.join(raw.above)}"
    year = _year(raw, rows, today)
    if bureau.is_bureau(raw.headings):
        year = release_year(bureau.bureau_year(raw.file, raw.sheet), today) or year
        return TablePassport(
            name=f"OEWS May {year}" if year else "OEWS",
            publisher=bureau.PUBLISHER,
            release=f"May {year}" if year else "",
            source_date=f"{year}-05" if year else "",
            licence=bureau.LICENCE,
            kind="official",
            file=raw.file,
            checksum=raw.checksum,
        )
    return TablePassport(
        name=" ".join(name.replace("_", " ").split()) or "Salary table",
        publisher=_maker(told),
        release=year,
        source_date=year,
        kind=_kind(told, raw),
        file=raw.file,
        checksum=raw.checksum,
    )


def _year(raw: RawTable, rows: Sequence[TableRow], today: date) -> str:
    """The year of the newest row, else of the file's name or the lines above."""
    stated = {row.year for row in rows}
    years = (release_year(text, today) for text in sorted(stated)[:5_000])
    return (
        max(years, default="")
        or release_year(raw.file, today)
        or release_year(raw.sheet, today)
        or release_year(" ".join(raw.above), today)
    )


def _maker(told: str) -> str:
    said = plain(told)
    return next((name for word, name in _MAKERS.items() if word in said), "")


def _kind(told: str, raw: RawTable) -> str:
    """Who speaks, "" where the file does not tell."""
    said = plain(told)
    for kind, known in _KINDS.items():
        if re.search(rf"(?<!\w)(?:{known})(?!\w)", said):
            return kind
    headings = plain(" ".join(raw.headings))
    return "estimate" if re.search(r"(?<!\w)est(?:imate)?d?(?!\w)", headings) else ""
