"""Our own JSON, read back: one object with every table of a journal, as `export json` writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.domain.text import quoted
from bounceback_tui.formats.reading import MOST_BYTES, MOST_THINGS, Answers, ReadFormat, Unreadable

_HEAD = 400
"""Bytes at the beginning of a file that tell what it is."""

_MOST_ROWS = 10 * MOST_THINGS
"""Rows of all tables together: a thing has its tags, feelings and the like in rows of their own."""

_HINT = "Nothing was changed; name a file that `bounceback export json` wrote."


@dataclass(frozen=True)
class OwnJournal:
    """A journal out of such a file."""

    version: int
    """Of the schema that it was written with."""
    tables: dict[str, list[Any]]
    """What should be rows, by table; nothing of them was checked."""

    @property
    def rows(self) -> int:
        """How many there are."""
        return sum(map(len, self.tables.values()))


class _Wrong(Exception):
    """Something that JSON allows and we do not, in a few words."""


def read_own(path: Path) -> OwnJournal:
    """The tables in a file. Raises Unreadable and OSError."""
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Unreadable(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, which is more than can be read at"
            " once. Nothing was changed."
        )
    try:
        found = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not text in UTF-8. {_HINT}") from error
    except json.JSONDecodeError as error:
        raise Unreadable(f"{path.name} is not whole JSON (line {error.lineno}). {_HINT}") from error
    except (_Wrong, RecursionError, ValueError) as error:
        why = str(error) if isinstance(error, _Wrong) else "lists or numbers in it are too long"
        raise Unreadable(f"{path.name} cannot be read: {why}. {_HINT}") from error
    return _journal(path.name, found)


def _journal(name: str, found: object) -> OwnJournal:
    if not isinstance(found, dict) or found.get("format") != "bounceback":
        raise Unreadable(f"{name} is JSON, but not a journal of this program. {_HINT}")
    version = found.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Unreadable(f"{name} does not say which version of the program wrote it. {_HINT}")
    tables: dict[str, list[Any]] = {}
    for table, rows in found.items():
        if table in ("format", "schema_version", "exported_at"):
            continue
        if not isinstance(rows, list):
            raise Unreadable(f"{name} has no rows in {quoted(table)}. {_HINT}")
        tables[table] = rows
    journal = OwnJournal(version, tables)
    if journal.rows > _MOST_ROWS:
        raise Unreadable(f"{name} has more than {_MOST_ROWS:,} rows. Nothing was changed.")
    return journal


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Wrong(f"{quoted(twice)} stands in it twice in one place")
    return found


def _constant(name: str) -> NoReturn:
    raise _Wrong(f"“{name}” is no number")


def _fits(path: Path) -> bool:
    """Whether a file begins as ours do."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False
    words = "".join(head.decode("utf-8", "replace").split())
    return words.lstrip("\ufeff").startswith("{") and '"format":"bounceback"' in words


def _read(path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
    """Never called: its rows go into the tables that they came from, see `read_own`."""
    raise Unreadable(f"{path.name} is read as a whole. Nothing was changed.")


OURS = ReadFormat("json", "bounceback (JSON)", (".json",), "a whole journal", _fits, _read)
"""What `export json` writes."""
