"""Where something stands in a file of TOML, for telling a person of it.

The reader of Python's own library tells no lines of what it read, so they are looked for in the text.
"""

from __future__ import annotations

import re

_MOST_TRIED = 20
"""Lines that are looked at more closely for one name: a file that is made to be slow is not worth it."""

_LONGEST_VALUE = 60
"""Lines of one value, at most."""

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def line_of(text: str, key: str) -> int | None:
    """The line, from 1, in which a name outside of all tables stands; None where it is written in an unusual
    way, or the text is no TOML."""
    lines = text.split("\n")
    name = re.escape(key)
    begins = re.compile(rf"\s*(?:\[+\s*)?(?:\"{name}\"|'{name}'|{name})\s*[.=\]]")
    found = [number for number, line in enumerate(lines) if begins.match(line)]
    return next((number + 1 for number in found[:_MOST_TRIED] if _gives(lines, number, key)), None)


def _gives(lines: list[str], number: int, key: str) -> bool:
    """Whether the name comes into being with what begins in that line, which may be a part of a text."""
    import tomllib  # noqa: PLC0415 - most people have no such file

    for end in range(number + 1, min(number + _LONGEST_VALUE, len(lines)) + 1):
        try:
            return key in tomllib.loads("\n".join(lines[:end]))
        except (ValueError, RecursionError):
            continue  # the value, or the text that this stands in, goes on
    return False


def place_of(error: Exception, text: str) -> tuple[int | None, str]:
    """The line, from 1, that an error of reading is about, and what it says without that."""
    if isinstance(error, UnicodeDecodeError):
        return error.object[: error.start].count(b"\n") + 1, str(error)
    said = str(error)
    found = _PLACE.search(said)
    if not found:
        return None, said
    line = int(found[1]) if found[1] else len(text.rstrip("\n").split("\n"))
    return line, said[: found.start()]
