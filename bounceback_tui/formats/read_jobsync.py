"""JobSync: a table of applications."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.formats.application_rows import Rules, Words, application_of
from bounceback_tui.formats.application_words import SAVED
from bounceback_tui.formats.read_csv import has_headings, rows_of
from bounceback_tui.formats.reading import Answers, ReadFormat

_WANTED = ("applied", "appliedDate", "Company", "JobTitle", "JobSource", "Status")
_PARTS = {
    "company": "Company",
    "role": "JobTitle",
    "applied": "appliedDate",
    "saved": "createdAt",
    "status": "Status",
    "source": "JobSource",
}
_PASSED_OVER = {"index", "applied"}
"""Its place in the table, and what the date tells as well."""

_STATUSES = {
    "draft": SAVED,
    "applied": str(Kind.APPLIED),
    "interview": str(Kind.INTERVIEW),
    "offer": str(Kind.OFFER),
    "rejected": str(Kind.REJECTED),
}
"""Expired and Archived say nothing of what happened, and are kept in the notes."""


def _fits(path: Path) -> bool:
    return has_headings(path, _WANTED)


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    rules = Rules(answers.zone, DateOrder.ASK, _STATUSES)
    for row in rows_of(path, _WANTED):
        if isinstance(row, Refused):
            yield row
            continue
        said = {part: (heading, _there(row[heading])) for part, heading in _PARTS.items()}
        beside = [
            (heading, _there(cell))
            for heading, cell in zip(row.headings, row.cells, strict=True)
            if heading not in _PASSED_OVER | set(_PARTS.values())
        ]
        yield application_of(Words(row.line, said, beside), rules)


def _there(cell: str) -> str:
    return "" if cell.strip().casefold() == "n/a" else cell


JOBSYNC = ReadFormat("jobsync", "JobSync (CSV)", (".csv",), "applications", fits=_fits, read=_read)
"""The export of JobSync."""
