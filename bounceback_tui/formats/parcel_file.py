"""A parcel of revisions as bytes and back, before it is sealed and after it was opened.

A line that says what it is, the length of what follows, JSON that zlib made smaller, and as many zeros as
make its length tell little of what is in it.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from bounceback_tui.domain.sync import Content, Key, Origin, Parcel, Revision

MARK = b"bounceback sync 1\n"
"""What a parcel begins with."""

LARGEST = 256_000_000
"""Bytes that a parcel may have, also once it is unfolded; what is larger is none of ours."""

_MOST_LINES = 1_000_000
"""Revisions that a parcel may have."""

_LENGTH = 8
"""Bytes that tell the length of what follows."""

_HIGHEST = 2**53
"""Above all counters and versions that are made."""

_INTEGER = 2**63
"""SQLite's whole numbers run from this below 0 up to one less than this."""

_LONGEST_NAME = 200
"""Characters of the name of a table, a machine or a parcel."""


class NotAParcel(ValueError):
    """It is none, or one that nobody here would make."""


def to_bytes(parcel: Parcel) -> bytes:
    """The parcel as it is sealed."""
    record = {
        "name": parcel.name,
        "counter": parcel.counter,
        "machine": parcel.machine,
        "made": parcel.made,
        "schema": parcel.schema,
        "rows": [[one.place, one.key, one.content, one.after] for one in parcel.revisions],
    }
    small = zlib.compress(json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode())
    whole = MARK + len(small).to_bytes(_LENGTH, "big") + small
    return whole + bytes(_padded(len(whole)) - len(whole))


def from_bytes(raw: bytes, name: str) -> Parcel:
    """The parcel of that name again. Raises NotAParcel."""
    start = len(MARK) + _LENGTH
    if not raw.startswith(MARK) or len(raw) > LARGEST:
        raise NotAParcel
    length = int.from_bytes(raw[len(MARK) : start], "big")
    unfold = zlib.decompressobj()
    try:
        text = unfold.decompress(raw[start : start + length], LARGEST)
        if unfold.unconsumed_tail or not unfold.eof:
            raise NotAParcel
        record = json.loads(text, parse_constant=_no_number)
        return _parcel(record, name)
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAParcel from error


def _parcel(record: dict[str, Any], name: str) -> Parcel:
    rows = record["rows"]
    if record["name"] != name or not isinstance(rows, list) or len(rows) > _MOST_LINES:
        raise NotAParcel
    return Parcel(
        name,
        _whole(record["counter"], _HIGHEST),
        _words(record["machine"]),
        _words(record["made"]),
        _whole(record["schema"], _HIGHEST),
        tuple(_revision(*row) for row in rows),
    )


def _revision(place: object, key: object, content: object, after: object) -> Revision:
    if not isinstance(after, list):
        raise NotAParcel
    origins = tuple(Origin(_words(parcel), _whole(line, _MOST_LINES)) for parcel, line in after)
    return Revision(_words(place), _key(key), _content(content), origins)


def _key(key: object) -> Key:
    if not isinstance(key, list) or not all(isinstance(part, str) or _is_whole(part) for part in key):
        raise NotAParcel
    return tuple(key)


def _content(content: object) -> Content | None:
    if content is None:
        return None
    if not isinstance(content, dict) or not all(map(_is_value, content.values())):
        raise NotAParcel
    return content


def _is_value(value: object) -> bool:
    return value is None or isinstance(value, str | float) or _is_whole(value)


def _is_whole(value: object) -> bool:
    """Whether it is a number that a column takes."""
    return isinstance(value, int) and not isinstance(value, bool) and -_INTEGER <= value < _INTEGER


def _whole(value: object, below: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < below:
        raise NotAParcel
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        raise NotAParcel
    return value


def _no_number(_name: str) -> float:
    raise NotAParcel


def _padded(length: int) -> int:
    """A length that tells about how long something is, and no more: at most an eighth is added."""
    step = 1 << max(length.bit_length() - 4, 8)
    return -(-length // step) * step
