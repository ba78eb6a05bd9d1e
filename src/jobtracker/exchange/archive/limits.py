"""What an archive may cost to read. Everything that can be exported stays well below.

There is no limit of time: what is this large and sound is somebody's search. Whoever waits is told
how far it is, and may stop it.
"""

from typing import Final

from jobtracker.domain.documents import LARGEST
from jobtracker.exchange.zip_guard import ZipLimits

MOST_RECORDS: Final = 5_000_000
"""Of one table; the largest salary table there is has 0.5 million rows."""

LONGEST_RECORD: Final = 48_000_000
"""Characters: a document of 25 MB as base64, or a letter of a million characters, all escaped."""

LARGEST_HEAD: Final = 1_000_000
"""Characters of what stands before the records."""

LARGEST_FILE: Final = LARGEST
"""Bytes of one document, as when it is added."""

DEEPEST: Final = 40
MOST_VALUES: Final = 200_000
"""Lists and objects in one record, and how deep they may lie in each other."""

ZIP: Final = ZipLimits(
    entries=1_000_000,
    all_bytes=64 << 30,
    ratio=1_100,
    entry_bytes=2 << 30,
)
"""The ratio is the most that Deflate reaches, so it refuses nothing: a posting of a million times
the same letter packs that well. What bounds the memory is the length of a record.
"""
