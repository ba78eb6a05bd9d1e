"""The recovery code: the key of an encrypted workspace, spelt so that a person can write it down.

32 bytes of key and 3 of checksum, as 56 characters of Crockford's base 32 (no I, L, O or U) in
groups of four. The checksum is the CRC-24 of OpenPGP (RFC 9580, 6.1.1): it notices every slip
within 24 neighbouring bits, hence any wrong character and any two that were exchanged.
"""

import re

from jobtracker.domain.errors import InvalidInputError

KEY_BYTES = 32

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
_GROUP = 4
_CHECK_BYTES = 3
LENGTH = (KEY_BYTES + _CHECK_BYTES) * 8 // _BITS
"""Characters of a code without its hyphens: 56."""

_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_.,]+")
"""What people and their programs write between groups."""

_CRC_START = 0xB704CE
_CRC_POLYNOMIAL = 0x1864CFB


def encode(key: bytes) -> str:
    """The code of a key of 32 bytes: 14 groups of four, with hyphens between them."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    number = int.from_bytes(key + _checksum(key))
    digits = [
        _ALPHABET[number >> _BITS * place & (1 << _BITS) - 1] for place in reversed(range(LENGTH))
    ]
    return "-".join("".join(digits[at : at + _GROUP]) for at in range(0, LENGTH, _GROUP))


def decode(text: str) -> bytes:
    """The key that a code spells, whatever its case, blanks and hyphens, O for 0, I or L for 1.

    Raises InvalidInputError, whose words never repeat what was typed.
    """
    typed = _plain(text)
    if len(typed) != LENGTH:
        raise InvalidInputError(
            f"A recovery code has {LENGTH} letters and digits; this has {len(typed)}; nothing was "
            "changed; compare it with what you wrote down."
        )
    if not looks_like_code(text):
        raise InvalidInputError(
            "A recovery code has only letters and digits, and no U; nothing was changed; compare "
            "it with what you wrote down."
        )
    number = 0
    for character in typed:
        number = number << _BITS | _ALPHABET.index(character)
    both = number.to_bytes(KEY_BYTES + _CHECK_BYTES)
    key, check = both[:KEY_BYTES], both[KEY_BYTES:]
    if _checksum(key) != check:
        raise InvalidInputError(
            "There is a slip in the recovery code; nothing was changed; compare it character by "
            "character with what you wrote down."
        )
    return key


def looks_like_code(text: str) -> bool:
    """Whether this is as long as a code and of its letters, so that a slip in it can be told."""
    typed = _plain(text)
    return len(typed) == LENGTH and not set(typed) - set(_ALPHABET)


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text).upper().translate(_ALIKE)


def _checksum(key: bytes) -> bytes:
    crc = _CRC_START
    for byte in key:
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            if crc >> 24:
                crc ^= _CRC_POLYNOMIAL
    return crc.to_bytes(_CHECK_BYTES)
