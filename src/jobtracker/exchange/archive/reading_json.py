"""An archive that is one JSON file: its head, then an array of tables, the files first."""

import binascii
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from jobtracker.domain.text import quoted
from jobtracker.exchange.archive.format import FILES, Manifest
from jobtracker.exchange.archive.json_stream import JsonStream, JsonStreamError
from jobtracker.exchange.archive.judging import Judge, StoredFile
from jobtracker.exchange.archive.records import RECORDS, Checked, checked

_PIECE = 1 << 18


class JsonArchive:
    def __init__(self, file: BinaryIO, judge: Judge) -> None:
        self._judge = judge
        self._stream = JsonStream(self._pieces(file))
        self._names = self._stream.names()
        self._waiting = list(RECORDS)
        with judge.plain():
            if next(self._names, "") != "archive":
                raise judge.refusal("is no archive of Jobtracker")
            self.manifest: Manifest = judge.manifest(self._stream.value())
            if next(self._names, "") != "tables":
                raise judge.refusal("has no tables after its head")
            self._stream.take("[")
            self._table = self._next_table()

    def files(self) -> Iterator[StoredFile]:
        if self._table != FILES:
            return
        for raw in self._judge.counted(self._stream):
            yield self._file(raw)
        self._end_table()

    def tables(self) -> Iterator[tuple[str, Iterator[Checked]]]:
        """In the order of the file, which has to be that of `RECORDS`."""
        while self._table is not None:
            yield self._table, self._judge.batches(self._stream, self._table)
            self._end_table()
        with self._judge.plain():
            for name in self._names:
                raise self._judge.refusal(f"holds {quoted(name)} after its tables")
            self._stream.end()

    def check(self, counted: Mapping[str, int]) -> None:
        self._judge.check(self.manifest, counted)

    def left_out(self) -> frozenset[str]:
        return frozenset(self._judge.unknown)

    def _pieces(self, file: BinaryIO) -> Iterator[bytes]:
        try:
            while piece := file.read(_PIECE):
                yield piece
        except OSError as error:
            raise self._judge.refusal(
                f"could not be read ({error.strerror})", "Check that you may open it"
            ) from error

    def _end_table(self) -> None:
        with self._judge.plain():
            self._stream.take("}")
            if self._stream.sign() == ",":
                self._stream.take(",")
            self._table = self._next_table()

    def _next_table(self) -> str | None:
        """The name of the next table, whose records follow; None behind the last."""
        if self._stream.sign() == "]":
            self._stream.take("]")
            return None
        self._stream.take("{")
        self._field("name")
        table = self._stream.value()
        self._stream.take(",")
        self._field("records")
        if table not in self._waiting:
            raise self._judge.refusal(f"holds {quoted(str(table))} out of its order")
        del self._waiting[: self._waiting.index(table) + 1]
        return str(table)

    def _field(self, name: str) -> None:
        if self._stream.value() != name:
            raise JsonStreamError(f"{name} is missing")
        self._stream.take(":")

    def _file(self, raw: Any) -> StoredFile:
        if not isinstance(raw, dict) or not isinstance(raw.get("base64"), str):
            raise self._judge.refusal("holds a file without its bytes")
        (record,) = checked(FILES, [{**raw, "name": "-"}])
        try:
            content = binascii.a2b_base64(raw["base64"], strict_mode=True)
        except ValueError as error:
            raise self._judge.refusal("holds a file that cannot be read") from error
        return self._judge.sound(content, record["hash"])
