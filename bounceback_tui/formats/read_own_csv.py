"""Our own tables read back: entries, check-ins and applications, told apart by their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import (
    Incoming,
    IncomingApplication,
    IncomingEntry,
    IncomingEvent,
    Refused,
)
from bounceback_tui.domain.outgoing import ABOUT
from bounceback_tui.domain.text import quoted
from bounceback_tui.formats.cells import unguarded
from bounceback_tui.formats.exact import moment_read, reading_of
from bounceback_tui.formats.read_csv import Row, has_headings, rows_of
from bounceback_tui.formats.read_text import unreadable
from bounceback_tui.formats.reading import NAMELESS, NO_DATE, NOTHING, Answers, ReadFormat
from bounceback_tui.formats.write_csv import APPLICATIONS, CHECKINS, ENTRIES

_NO_READING = "mood and energy are numbers from 1 to 9, feelings have a strength up to 100"


def _fits(path: Path) -> bool:
    return any(has_headings(path, headings) for headings in (ENTRIES, CHECKINS, APPLICATIONS))


def _read(path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
    if has_headings(path, APPLICATIONS):
        yield from _applications(path)
        return
    entry = has_headings(path, ENTRIES)
    if not entry and not has_headings(path, CHECKINS):
        raise unreadable(path, "is no table that bounceback wrote", "name the program that it comes from")
    for row in rows_of(path):
        yield row if isinstance(row, Refused) else (_entry if entry else _checkin)(_plain(row))


def _plain(row: Row) -> Row:
    return replace(row, cells=tuple(unguarded(cell) for cell in row.cells))


def _entry(row: Row) -> Incoming | Refused:
    at = moment_read(row["written_at"], row["zone"])
    if at is None:
        return Refused(row.line, NO_DATE)
    reading = reading_of(row["mood"], row["energy"], row["feelings"])
    if reading is None:
        return Refused(row.line, _NO_READING)
    text, title = row["text"], row["title"]
    if not (text.strip() or title.strip() or reading or row["company"]):
        return Refused(row.line, NOTHING)
    about = tuple((name, row[name]) for name in ABOUT if row[name])
    tags = tuple(row["tags"].split())
    return IncomingEntry(row["id"], row.line, at, title or title_of(text), text, tags, reading, about)


def _checkin(row: Row) -> Incoming | Refused:
    at = moment_read(row["felt_at"], row["zone"])
    if at is None:
        return Refused(row.line, NO_DATE)
    if row["relation"] == Relation.BEFORE:
        return Refused(row.line, "it comes in with the entry that it belongs to", elsewhere=True)
    reading = reading_of(row["mood"], row["energy"], row["feelings"])
    if not reading:
        return Refused(row.line, _NO_READING)
    return IncomingEntry(row["id"], row.line, at, "", "", (), reading)


def _applications(path: Path) -> Iterator[Incoming | Refused]:
    """Each with all of its rows, wherever these stand: somebody may have sorted them otherwise."""
    found: dict[str, IncomingApplication] = {}
    for row in rows_of(path):
        if isinstance(row, Refused):
            yield row
            continue
        one = _application(plain := _plain(row))
        event = _event(plain) if isinstance(one, IncomingApplication) else None
        refused = next((part for part in (one, event) if isinstance(part, Refused)), None)
        if refused:
            yield refused
            continue
        assert isinstance(one, IncomingApplication)
        known = found.setdefault(one.key or f"line {one.line}", one)
        if isinstance(event, IncomingEvent):
            found[known.key or f"line {one.line}"] = replace(known, events=(*known.events, event))
    yield from found.values()


def _application(row: Row) -> IncomingApplication | Refused:
    said = row["source"].strip()
    if said and said not in tuple(Source):
        return Refused(row.line, f"there is no source {quoted(said)}")
    if not (row["company"].strip() or row["role"].strip()):
        return Refused(row.line, NAMELESS)
    source = Source(said) if said else None
    return IncomingApplication(
        row["application"], row.line, row["company"], row["role"], source, row["link"], row["notes"]
    )


def _event(row: Row) -> IncomingEvent | Refused | None:
    kind = row["event"].strip()
    if not kind:
        return None
    if kind not in tuple(Kind):
        return Refused(row.line, f"there is no event {quoted(kind)}")
    at = moment_read(row["happened_at"], row["zone"])
    if at is None:
        return Refused(row.line, NO_DATE)
    return IncomingEvent(Kind(kind), at, row["date_known"] != "no", row["note"])


OUR_CSV = ReadFormat(
    "csv",
    "tables that bounceback wrote (CSV)",
    (".csv",),
    "entries, check-ins or applications",
    fits=_fits,
    read=_read,
)
"""What `export` wrote as CSV."""
