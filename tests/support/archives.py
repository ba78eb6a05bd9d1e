"""Archives made by hand and at random, and looked into: for every test of them."""

import json
import random
import string
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from jobtracker.domain.text import one_line
from jobtracker.exchange.archive import values
from jobtracker.exchange.archive.format import FORMAT, VERSION, records_name
from jobtracker.exchange.archive.records import RECORDS
from jobtracker.storage.archive.shapes import shape_of

Tables = dict[str, list[dict[str, Any]]]


def looked_into(path: Path) -> Tables:
    """The records of an archive, read as anybody would read them."""
    if path.suffix == ".json":
        whole = json.loads(path.read_text(encoding="utf-8"))
        return {table["name"]: table["records"] for table in whole["tables"]}
    with zipfile.ZipFile(path) as archive:
        return {table: json.loads(archive.read(records_name(table))) for table in RECORDS}


def head(tables: Mapping[str, list[Any]]) -> dict[str, Any]:
    counts = {table: len(records) for table, records in tables.items()}
    return {"counts": counts, "format": FORMAT, "version": VERSION}


def packed(
    path: Path, tables: Mapping[str, Any], files: Mapping[str, bytes] | None = None, **heading: Any
) -> Path:
    """A zip with these tables and files, whatever they hold."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive.json", json.dumps({**head(tables), **heading}))
        for table, records in tables.items():
            archive.writestr(records_name(table), json.dumps(records))
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return path


class AnySearch:
    """Records of every kind that fit each other, each field at random."""

    def __init__(self, seed: int, most: int = 4) -> None:
        self._random = random.Random(seed)
        self._most = most
        self.files: dict[str, bytes] = {}
        self.tables: Tables = {}
        for table in RECORDS:
            count = self._random.randint(1, most)
            self.tables[table] = [self._record(table, number) for number in range(count)]
            if table in _ALIKE:
                self.tables[table] = self._unlike(table)
        self._make_right()

    def _record(self, table: str, number: int) -> dict[str, Any]:
        if table == "file":
            content = self._random.randbytes(self._random.randint(0, 99))
            name = f"documents/{number}.bin"
            self.files[name] = content
            return {"hash": sha256(content).hexdigest(), "name": name, "size": len(content)}
        references = {r.field: r.table for r in shape_of(table).references}
        return {
            name: self._reference(references[name], field, table)
            if name in references
            else self._value(name, field)
            for name, field in RECORDS[table].model_fields.items()
        }

    def _reference(self, other: str, field: FieldInfo, table: str) -> str | None:
        if other == table or (_may_be_none(field) and self._random.random() < 0.3):
            return None
        chosen = self._random.choice(self.tables[other])
        name: str = chosen.get("uid") or chosen["name"]
        return name

    def _value(self, name: str, field: FieldInfo) -> Any:
        rng = self._random
        if name in ("blob_hash", "form_hash"):
            return rng.choice(self.tables["file"])["hash"]
        if _may_be_none(field) and rng.random() < 0.3:
            return None
        for known, made in self._kinds().items():
            if _is(field, known):
                return made()
        pattern = next((m.pattern for m in _metadata(field) if getattr(m, "pattern", None)), None)
        if pattern and "|" in pattern:
            return rng.choice(
                pattern.replace("\\", "").strip("^$()?:").replace("(?:", "").rstrip(")?").split("|")
            )
        return {
            Any: lambda: None,
            bool: lambda: rng.random() < 0.5,
            int: lambda: rng.randint(0, 9),
            str: self._text,
        }[_plain_kind(field)]()

    def _kinds(self) -> dict[Any, Any]:
        rng = self._random
        return {
            values.Uid: self._uid,
            values.Library: self._uid,
            values.Name: lambda: f"{rng.randint(0, 10**9)} {self._text()}",
            values.Day: lambda: (
                f"20{rng.randint(10, 30)}-0{rng.randint(1, 9)}-{rng.randint(10, 28)}"
            ),
            values.Moment: lambda: f"2026-11-22T09:00:{rng.randint(10, 59)}+00:00",
            values.Appointment: lambda: rng.choice(("2026-11-24", "2026-11-24T14:00")),
            values.Ending: lambda: rng.choice(("", "2026-11-24", "2026-11-24T15:00")),
            values.Currency: lambda: rng.choice(("EUR", "USD", "JPY")),
            values.Place: lambda: rng.uniform(-1e6, 1e6),
            values.Count: lambda: rng.randint(0, 10**6),
            values.Amount: lambda: rng.randint(-(10**15), 10**15),
            values.Number: lambda: rng.choice((0, -1, rng.randint(-(2**31), 2**31 - 1))),
            values.Excitement: lambda: rng.randint(1, 5),
            values.DaysOnSite: lambda: rng.randint(0, 7),
            values.Round: lambda: rng.randint(1, 99),
            values.Line: self._line,
            values.NameLine: lambda: f"{rng.randint(0, 10**9)} {self._line()}",
            values.TagName: lambda: f"{rng.randint(0, 10**9)} {self._line()}".replace(",", ""),
            values.Zone: lambda: rng.choice(("", "Europe/Vienna", "UTC")),
        }

    def _uid(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def _text(self) -> str:
        rng = self._random
        return "".join(rng.choice(_SIGNS) for _ in range(rng.choice((0, 1, 5, 40))))

    def _line(self) -> str:
        return one_line(self._text(), "text")

    def _unlike(self, table: str) -> list[dict[str, Any]]:
        """One of each that there can be only one of."""
        return list(
            {tuple(r[name] for name in _ALIKE[table]): r for r in self.tables[table]}.values()
        )

    def _make_right(self) -> None:
        """What records say of each other is right, as it is in what the program wrote."""
        made = self.tables
        _let_rise(made)
        for record in made["application"]:
            record.update(_STANDING)
        events = [
            {
                **made["event"][0],
                "uid": self._uid(),
                "application": application["uid"],
                **_ADDED,
            }
            for application in made["application"]
        ]
        note = {**_ADDED, "kind": "note", "text": self._text()}
        notes = [{**event, **note, "uid": self._uid()} for event in events]
        back = {**notes[0], **_ADDED, "kind": "retracted", "target": notes[0]["uid"]}
        made["event"] = [*events, *notes, {**back, "uid": self._uid()}]
        for kind, fields in _FITTING.items():
            for record in made[kind]:
                record.update(fields)
        for number, record in enumerate(made["setting"]):
            record |= {"name": f"own.{number}", "value": self._json()}
        for table in made["salary_table"]:
            rows = sum(row["table"] == table["uid"] for row in made["salary_row"])
            table["row_count"] = rows
        for rate in made["exchange_rate"]:
            rate["rate"] = str(self._random.randint(1, 10**6) / 100)
        for skill in made["my_skill"]:
            skill["origin"] = "own"

    def _json(self) -> Any:
        return self._random.choice(
            ({"b": 1, "a": [self._text(), None, 2.5]}, [], "text", 7, True, {"json": "{ }"})
        )


_SIGNS = [*string.printable, *"äß\u200e\u202eשלום漢字🙂👩‍💻\u2028\x1b\x7f", "\r\n", "e\u0301"]
_ADDED = {
    "kind": "added",
    "on_date": "2026-11-01",
    "from_value": "",
    "to_value": "saved",
    "text": "",
    "target": None,
    "interview": None,
    "offer": None,
    "recorded_at": "2026-11-01T09:00:00+00:00",
}
_STANDING = {
    "stage": "saved",
    "stage_since": "2026-11-01",
    "applied_on": None,
    "outcome": None,
    "closed_on": None,
    "last_on": "2026-11-01",
    "contact_on": "2026-11-01",
}
_FITTING: dict[str, dict[str, Any]] = {
    "target_role": {"places": ["Zürich", "Remote"]},
    "offer": {"package": {"bonus": {"percent": "10"}}},
    "letter": {"field_values": {"company": "Acme"}, "frame": {"subject": "Hi"}, "hidden": ["date"]},
    "letter_version": {
        "field_values": {"z": "1", "a": "2"},
        "shape": {"frame": {}, "hidden": [], "style": "modern", "paper": "a4", "fit": False},
        "frozen": {"values": {}, "frame": {"date": "today"}},
        "kept_before": None,
        "kept_after": None,
    },
    "letter_block": {"tags": {"skill": ["SQL"], "role": [], "tone": []}},
    "saved_view": {"query": {"scope": "all"}},
}
_ALIKE = {
    "can_show": ("profile", "section", "text"),
    "profile_mark": ("profile",),
    "posting": ("application",),
    "application_profile": ("application", "profile"),
    "application_contact": ("application", "contact"),
    "application_tag": ("application", "tag"),
    "custom_value": ("application", "field"),
    "exchange_rate": ("base", "quote", "on_date"),
    "letter_version": ("letter", "number"),
    "letter_block_use": ("letter", "block"),
}


def _let_rise(made: Tables) -> None:
    """No range of pay runs backwards."""
    paid = [*made["application"], *made["offer"], *made["pay_fact"]]
    named = [*((one, "pay") for one in paid), *((one, "ask") for one in made["application"])]
    for record, name in named:
        low, high = record[f"{name}_low"], record[f"{name}_high"]
        if low is not None and high is not None:
            record[f"{name}_low"], record[f"{name}_high"] = sorted((low, high))


def _may_be_none(field: FieldInfo) -> bool:
    return type(None) in get_args(field.annotation)


def _plain_kind(field: FieldInfo) -> Any:
    kinds = [kind for kind in get_args(field.annotation) if kind is not type(None)]
    kind = kinds[0] if kinds else field.annotation
    return get_args(kind)[0] if get_origin(kind) is not None or get_args(kind) else kind


def _metadata(field: FieldInfo) -> list[Any]:
    inner = [part for kind in get_args(field.annotation) for part in get_args(kind)[1:]]
    found = [*field.metadata]
    for part in inner:
        found += part.metadata if isinstance(part, FieldInfo) else [part]
    return found


def _is(field: FieldInfo, known: Any) -> bool:
    """Whether a field is of one of our kinds of values."""
    wanted = []
    for part in get_args(known)[1:]:
        wanted += part.metadata if isinstance(part, FieldInfo) else [part]
    return [repr(one) for one in _metadata(field)] == [repr(one) for one in wanted]
