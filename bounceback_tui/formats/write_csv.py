"""Entries, check-ins and applications as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bounceback_tui.domain.application import Application, Event
from bounceback_tui.domain.checkin import CheckIn
from bounceback_tui.domain.outgoing import ABOUT, OutgoingEntry
from bounceback_tui.formats.cells import csv_pieces
from bounceback_tui.formats.exact import feeling_words, moment_words
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

ENTRIES = (
    *("id", "written_at", "zone", "title", "text", "tags", "mood", "energy", "feelings"),
    *ABOUT,
)
"""Headings: a row an entry. Mood is how it felt to begin."""

CHECKINS = ("id", "felt_at", "zone", "relation", "entry", "mood", "energy", "feelings")
"""Headings: a row a check-in."""

APPLICATIONS = (
    *("application", "company", "role", "source", "link", "notes"),
    *("event", "happened_at", "zone", "date_known", "note"),
)
"""Headings: a row an event; an application without any has a row of its own."""

Cells = tuple[str, ...]


def entry_cells(outgoing: OutgoingEntry) -> Cells:
    """The row of an entry."""
    entry, reading, about = outgoing.item.entry, outgoing.reading, dict(outgoing.about)
    return (
        entry.id,
        moment_words(entry.written_at),
        entry.written_at.zone,
        entry.title,
        entry.text,
        " ".join(entry.tags),
        str(reading.mood or ""),
        str(reading.energy or ""),
        feeling_words(reading.feelings),
        *(about.get(name, "") for name in ABOUT),
    )


def checkin_cells(checkin: CheckIn) -> Cells:
    """The row of a check-in."""
    reading = checkin.reading
    return (
        checkin.id,
        moment_words(checkin.felt_at),
        checkin.felt_at.zone,
        str(checkin.relation),
        checkin.entry_id or "",
        str(reading.mood or ""),
        str(reading.energy or ""),
        feeling_words(reading.feelings),
    )


def application_rows(one: Application) -> Iterator[Cells]:
    """The rows of an application."""
    said = (one.id, one.company, one.role, str(one.source or ""), one.link, one.notes)
    for event in one.events:
        yield (*said, *_event(event))
    if not one.events:
        yield (*said, *[""] * (len(APPLICATIONS) - len(said)))


def _event(event: Event) -> Cells:
    known = "yes" if event.date_known else "no"
    return str(event.kind), moment_words(event.at), event.at.zone, known, event.note


def _pieces(headings: Cells, rows: Iterable[Cells], how: How) -> Iterator[Piece]:
    def every() -> Iterator[Cells]:
        yield headings
        yield from rows

    return (Piece("", text) for text in csv_pieces(every(), how.guarded))


def _entries(held: Held, how: How) -> Iterator[Piece]:
    return _pieces(ENTRIES, (entry_cells(one) for one in held.entries()), how)


def _checkins(held: Held, how: How) -> Iterator[Piece]:
    return _pieces(CHECKINS, (checkin_cells(one) for one in held.checkins()), how)


def _applications(held: Held, how: How) -> Iterator[Piece]:
    rows = (row for one in held.applications() for row in application_rows(one))
    return _pieces(APPLICATIONS, rows, how)


TABLES = (
    WriteFormat(
        *("csv-entries", "Entries as a table (CSV)", ".csv"),
        "Every entry, what it tells of and how it felt",
        write=_entries,
    ),
    WriteFormat(
        *("csv-check-ins", "Check-ins as a table (CSV)", ".csv"),
        "Every check-in with its feelings",
        write=_checkins,
    ),
    WriteFormat(
        *("csv-applications", "Applications as a table (CSV)", ".csv"),
        "Every application, a row for all that happened",
        write=_applications,
    ),
)
"""What a spreadsheet opens."""
