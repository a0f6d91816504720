"""Reading tables that others wrote as CSV: rows with their lines, whatever stands between the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.formats.read_text import beginning, text_of, unreadable
from bounceback_tui.formats.reading import MOST_BYTES, MOST_THINGS

MOST_COLUMNS = 500
"""Columns that a table may have."""

_BETWEEN = ",;\t"
_LINE_END = re.compile("[\r\n]")
_QUOTED = re.compile('"[^"]*"')


class Headings(tuple[str, ...]):
    """The headings of a table, in order."""

    def __init__(self, _names: Iterable[str]) -> None:
        self._places: dict[str, int | None] = {}

    def place(self, heading: str) -> int | None:
        """Where a heading stands, however it is written; None where it does not."""
        if heading not in self._places:
            keys = [heading_key(one) for one in self]
            wanted = heading_key(heading)
            self._places[heading] = keys.index(wanted) if wanted in keys else None
        return self._places[heading]


@dataclass(frozen=True)
class Row:
    """A row, by its headings."""

    line: int
    """Where it begins in the file."""
    headings: Headings
    """The same for all rows of a table."""
    cells: tuple[str, ...]
    """As many as there are headings."""

    def __getitem__(self, heading: str) -> str:
        """The cell below a heading, however that is written; nothing where there is none."""
        place = self.headings.place(heading)
        return "" if place is None else self.cells[place]


def heading_key(heading: str) -> str:
    """A heading as it is compared: small letters and figures alone, so that "Job Title" is "job_title"."""
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def headings_of(path: Path) -> tuple[str, ...]:
    """The headings of a table by a look at its beginning. Never raises."""
    line = _LINE_END.split(beginning(path), 1)[0]
    try:
        return tuple(next(csv.reader([line], delimiter=_between(line)), ()))
    except csv.Error:
        return ()


def has_headings(path: Path, wanted: Sequence[str]) -> bool:
    """Whether a table seems to have all these headings. Never raises."""
    return {heading_key(one) for one in wanted} <= {heading_key(one) for one in headings_of(path)}


def rows_of(path: Path, wanted: Sequence[str] = ()) -> Iterator[Row | Refused]:
    """The rows below the headings; empty ones are passed over.

    Raises Unreadable, also where one of the headings that are `wanted` is not there.
    """
    with text_of(path) as file:
        first = file.readline(MOST_BYTES)
        if not first.strip():
            raise unreadable(path, "is empty, or begins with an empty line")
        file.seek(0)
        found = _records(csv.reader(file, delimiter=_between(first), strict=True))
        _, cells = next(found, (1, None))
        if cells is None:
            raise unreadable(path, "is not a table: the quotation marks of its first line do not match")
        headings = Headings(cell.strip() for cell in cells)
        _check(path, headings, wanted)
        for number, (line, cells) in enumerate(found, 1):
            if number > MOST_THINGS:
                raise unreadable(path, f"has more than {MOST_THINGS:,} rows", "take it out in shorter parts")
            if cells is None:
                yield Refused(line, "its quotation marks do not match")
            elif any(cell.strip() for cell in cells[len(headings) :]):
                yield Refused(line, "it has more cells than there are headings")
            elif any(cell.strip() for cell in cells):
                filled = (*cells[: len(headings)], *[""] * (len(headings) - len(cells)))
                yield Row(line, headings, filled)


def _check(path: Path, headings: Headings, wanted: Sequence[str]) -> None:
    if len(headings) > MOST_COLUMNS:
        raise unreadable(path, f"has more than {MOST_COLUMNS} columns")
    missing = [f"“{one}”" for one in wanted if headings.place(one) is None]
    if missing and len(missing) == len(wanted) and len(headings) < 2:
        raise unreadable(path, "is no table", "name the format that it is of")
    if missing:
        what = f"has no column{'s' if missing[1:] else ''} {', '.join(missing)}"
        raise unreadable(path, what, "look whether it is the right format")


def _records(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | None]]:
    """Line and cells of each row; None for cells that cannot be told apart."""
    while True:
        line = reader.line_num + 1  # type: ignore[attr-defined]  # the class has no name in Python 3.11
        # the length of a cell is bounded for all readers of the process at once: only meanwhile for this one
        usual = csv.field_size_limit(MOST_BYTES)
        try:
            cells: list[str] | None = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        finally:
            csv.field_size_limit(usual)
        yield line, cells


def _between(line: str) -> str:
    """What stands between the cells: the sign that the first line has most of."""
    plain = _QUOTED.sub("", line)
    return max(_BETWEEN, key=plain.count)
