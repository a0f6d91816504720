"""The properties on top of a Markdown file: the part of YAML that Obsidian writes, and safe.

What is written is YAML and, value by value, JSON: every text in double quotes, with an escape for all that
steers. What is read is a little more, since people and programs change such files: plain and single-quoted
texts, lists on one line or below one another. What is not understood is not guessed but kept as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Value = str | int | tuple[str, ...]
"""A text, a number or a list of texts."""

_FENCE = "---"
_LONGEST = 65_536
"""Characters that properties may have; what is longer is text."""

# JSON leaves these as they are, while YAML calls them no characters to print, or ends of a line
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")  # as Obsidian writes one
_KEY = re.compile(r"([^\s:#\-\[\]{}\"'][^:\n]{0,80}?)\s*:(?:\s+(.*)|\s*)$")
_ITEM = re.compile(r"\s*-\s+(.*)$")
_PART = re.compile(r"""\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*|([^\s,"'\[\]{}][^,\[\]{}]*))(?:,|$)""")
_PLAIN_NO = re.compile(r"[\[\]{}&*!|>%@`\"']")
_COMMENT = re.compile(r"(?<!\s)\s+#.*$")


class Matter(NamedTuple):
    """What stands on top of a file, and the text below it."""

    properties: dict[str, str | tuple[str, ...]]
    """By name; numbers are texts, too."""
    kept: str
    """Lines that could not be understood."""
    text: str


def written(properties: Mapping[str, Value]) -> str:
    """Properties with the lines that mark them, to stand on top of a file; empty ones are left out."""
    lines = [
        line for name, value in properties.items() if value not in ("", ()) for line in _lines(name, value)
    ]
    return "\n".join([_FENCE, *lines, _FENCE, ""])


def taken_off(content: str) -> Matter:
    """A file taken apart; without properties it is all text."""
    start, end = f"{_FENCE}\n", f"\n{_FENCE}\n"
    place = content.find(end, len(_FENCE), _LONGEST) if content.startswith(start) else -1
    if place < 0 and content.startswith(start) and len(content) < _LONGEST:
        bare = content.removesuffix(f"\n{_FENCE}")
        place = len(bare) if len(bare) < len(content) else -1
    if place < 0:
        return Matter({}, "", content)
    properties, kept = _read(content[len(start) : place].split("\n"))
    return Matter(properties, "\n".join(kept), content[place + len(end) :])


def _lines(name: str, value: Value) -> Iterable[str]:
    if isinstance(value, tuple):
        yield f"{name}:"
        yield from (f"  - {_quoted(one)}" for one in value)
    else:
        plain = isinstance(value, int) or _DATE.fullmatch(value)
        yield f"{name}: {value if plain else _quoted(str(value))}"


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _read(lines: list[str]) -> tuple[dict[str, str | tuple[str, ...]], list[str]]:
    properties: dict[str, str | tuple[str, ...]] = {}
    kept: list[str] = []
    place = 0
    while place < len(lines):
        begin = place
        line = lines[place].rstrip("\r")
        place += 1
        match = _KEY.match(line)
        if match is None:
            kept += [line] if line.strip() and not line.lstrip().startswith("#") else []
            continue
        name, value = match[1].strip().casefold(), (match[2] or "").strip()
        while place < len(lines) and (lines[place][:1] in (" ", "\t") or lines[place].startswith("- ")):
            place += 1
        below = [one.rstrip("\r") for one in lines[begin + 1 : place]]
        found = _list(below) if below and not value else None if below else _value(value)
        if found is None or name in properties:
            kept += [line, *below]
        else:
            properties[name] = found
    return properties, kept


def _list(below: list[str]) -> tuple[str, ...] | None:
    """A list of texts below one another; None where it is something else."""
    items = []
    for line in below:
        match = _ITEM.match(line)
        item = _scalar(match[1].strip()) if match else None
        if item is None:
            return None
        items.append(item)
    return tuple(items)


def _value(text: str) -> str | tuple[str, ...] | None:
    """A text, or a list on one line; None where it is something else."""
    if not (text.startswith("[") and text.endswith("]")):
        return _scalar(text)
    items, place, inner = [], 0, text[1:-1].strip()
    while place < len(inner):
        match = _PART.match(inner, place)
        item = _scalar((match[1] or match[2]).strip()) if match else None
        if match is None or item is None:
            return None
        items.append(item)
        place = match.end()
    return tuple(items)


def _scalar(text: str) -> str | None:
    """One text, however it is quoted; None where it is something else."""
    if text.startswith('"'):
        try:
            found = json.loads(text)
        except ValueError:
            return None
        return found if isinstance(found, str) else None
    if text.startswith("'"):
        inner = text[1:-1]
        whole = len(text) > 1 and text.endswith("'") and "'" not in inner.replace("''", "")
        return inner.replace("''", "'") if whole else None
    plain = _COMMENT.sub("", text)
    if plain and _PLAIN_NO.match(plain):
        return None
    return "" if plain in ("null", "~") else plain
