"""UUIDv7 keys for the world outside the file (RFC 9562, section 5.7)."""

import os
import uuid
from datetime import datetime


def new_uid(now: datetime) -> str:
    """A UUIDv7 text: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (random >> 64 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
