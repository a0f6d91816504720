"""Proof of a search as a report, as CSV, and as JSON records: neutral words, dates as they are noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.proof import Applied, Dated, Proof
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import plural
from bounceback_tui.formats.cells import csv_pieces
from bounceback_tui.formats.records import iso
from bounceback_tui.formats.report import Chapter, Part, Report, line
from bounceback_tui.formats.report_markdown import report_markdown
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

NOT_NOTED = "date not noted"
"""Stands where a date is not known."""


def proof_report(proof: Proof) -> Report:
    """As a report with one table."""
    headings = tuple(
        Heading(words) for words in ("applied", "company", "role", "found through", "what came of it")
    )
    told = [_told(one) for one in proof.applications]
    counted = f"{plural(len(told), 'application')}, {period_words(proof)}. "
    about = [f"{counted}Written on {short_date(proof.made_on)}."]
    if any(one.day is None for one in proof.applications):
        about.append("Where no date of applying is noted, the first date that is noted decides if it counts.")
    part = Part(
        "", "" if told else "There is no application in this period.", table=Table(headings, tuple(told))
    )
    return Report("Record of applications", tuple(about), (Chapter("Applications", (part,)),))


def period_words(proof: Proof) -> str:
    """ "from 1 Nov 2026 to 30 Nov 2026"."""
    since, until = proof.since, proof.until or proof.made_on
    return f"from {short_date(since)} to {short_date(until)}" if since else f"up to {short_date(until)}"


def proof_csv(proof: Proof, guarded: bool = True) -> str:
    """A row an application, dates in ISO form; `guarded`, no cell that a spreadsheet would work out."""
    rows = [("applied", "company", "role", "found through", "what came of it")]
    for one in proof.applications:
        came = "; ".join(_event(event, iso=True) for event in one.then)
        rows.append((_date(one.day, iso=True), _company(one), one.role, one.source, came))
    return "".join(csv_pieces(([line(cell) for cell in row] for row in rows), guarded))


def proof_records(proof: Proof) -> list[dict[str, Any]]:
    """As JSON prints it; what is not noted is null."""
    return [
        {
            "company": one.company,
            "role": one.role,
            "source": one.source or None,
            "applied": iso(one.day),
            "events": [{"event": event.what, "date": iso(event.day)} for event in one.then],
        }
        for one in proof.applications
    ]


def _told(one: Applied) -> Row:
    came = ", ".join(_event(event) for event in one.then) or "nothing yet"
    return _date(one.day), _company(one), one.role or "–", one.source or "–", came


def _company(one: Applied) -> str:
    return one.company.strip() or "company not noted"


def _event(event: Dated, iso: bool = False) -> str:
    if event.day is None:
        return f"{event.what} ({NOT_NOTED})"
    return f"{event.what} {'planned for ' * event.ahead}{_date(event.day, iso)}"


def _date(day: date | None, iso: bool = False) -> str:
    if day is None:
        return NOT_NOTED
    return day.isoformat() if iso else short_date(day)


def _write(held: Held, _how: How) -> Iterator[Piece]:
    yield Piece("", report_markdown(proof_report(held.proof())))


def _write_csv(held: Held, how: How) -> Iterator[Piece]:
    yield Piece("", proof_csv(held.proof(), how.guarded))


PROOFS = (
    WriteFormat("proof", "Proof of your search (Markdown)", ".md", "Proof of your search", write=_write),
    WriteFormat("proof-csv", "Proof of your search (CSV)", ".csv", "Proof of your search", write=_write_csv),
)
"""Applications with their dates, for an employment office; `report --proof` makes it of a period."""
