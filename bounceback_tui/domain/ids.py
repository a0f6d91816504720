"""Keys for everything that is stored: ULIDs, which sort by the time they were made."""

from __future__ import annotations

import os
from datetime import datetime

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that a key can be read aloud and typed."""

LENGTH = 26
"""Signs of a key."""

TIME_LENGTH = 10
"""How many of them tell when it was made."""


def mark_of(*words: str) -> str:
    """What tells something with no key of its own from others: 16 hexadecimal digits, of all its words."""
    from bounceback_tui.domain.fingerprint import fingerprint  # noqa: PLC0415 - a fresh key needs none

    return fingerprint("\0".join(words).encode("utf-8", "surrogatepass"))[:16]


def made_at(key: str) -> int:
    """Milliseconds since 1970 at which a key was made; of what is no key any number, 0 or more."""
    number = 0
    for place in range(TIME_LENGTH):
        number = number * 32 + ALPHABET.find(key[place : place + 1] or " ")
    return max(number, 0)


def new_id(now: datetime) -> str:
    """A fresh ULID: 48 bits of milliseconds and 80 random bits in 26 characters (ulid/spec)."""
    number = (int(now.timestamp() * 1000) << 80) | int.from_bytes(os.urandom(10))
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(5 * (LENGTH - 1), -1, -5))
