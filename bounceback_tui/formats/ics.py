"""Dates for a calendar: an iCalendar file (RFC 5545) of what is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from bounceback_tui import __version__
from bounceback_tui.domain.due import Due
from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1
"""The greatest integer that RFC 5545 knows (3.3.8)."""

_OCTETS = 75
"""The longest line, without its end (3.1)."""

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f"  # what no value may hold (3.1)
    "\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"  # some programs act on it
    "\ud800-\udfff]"  # half a character cannot be written
)

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}

_NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""What stands in a calendar without events, as it must hold something (3.4): a time zone is no date."""


def calendar(dues: Iterable[Due], now: Moment) -> str:
    """A calendar of these dates, as it was `now`, with the line ends that the format asks for.

    Each keeps its name in every calendar made of the journal, and a later one counts as the newer: it
    updates an event that is there already. Nothing rings. Others see that there is something, where the
    calendar is shared, and not what. Where nothing is due it is still a calendar that programs take, without
    any event.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//bounceback//bounceback {__version__}//EN"]
    lines.append("CALSCALE:GREGORIAN")
    events = [line for one in dues for line in _event(one, now)]
    lines += events or _NOTHING
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def tidy(text: str) -> str:
    """A text as it comes out of a calendar again: line feeds for line ends, and nothing that steers."""
    return _NO_TEXT.sub("", _LINE_END.sub("\n", text))


def _event(due: Due, now: Moment) -> Iterator[str]:
    stamp = _utc(now)
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(due.uid)}@bounceback"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{min((now.utc - _EPOCH) // _MINUTE, _MOST)}"
    yield from _when(due)
    yield f"SUMMARY:{_escaped(due.plain or due.text)}"
    yield "CLASS:PRIVATE"
    if due.at is None:
        yield "TRANSP:TRANSPARENT"  # nobody else waits: the time is not taken
    yield "END:VEVENT"


def _when(due: Due) -> Iterator[str]:
    """A point in time in UTC, a time by the clock on the wall, or whole days; an end is the day after."""
    if due.at:
        yield f"DTSTART:{_utc(due.at)}"
    elif due.time:
        yield f"DTSTART:{_date(due.day)}T{due.time:%H%M%S}"
    else:
        first, last = due.span or (due.day, due.day)
        yield f"DTSTART;VALUE=DATE:{_date(first)}"
        yield f"DTEND;VALUE=DATE:{_date(last + _DAY if last < date.max else last)}"


def _utc(moment: Moment) -> str:
    """ "20261125T140000Z"."""
    return f"{_date(moment.utc.date())}T{moment.utc:%H%M%S}Z"


def _date(day: date) -> str:
    """ "20261125"."""
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in tidy(text))


def _folded(line: str) -> str:
    """A line in pieces that are short enough, each after the first behind a space; no character is parted."""
    pieces, room = [""], _OCTETS
    for sign in line:
        octets = len(sign.encode())
        if octets > room:
            pieces.append(" ")
            room = _OCTETS - 1
        pieces[-1] += sign
        room -= octets
    return "\r\n".join(pieces)


def _write(held: Held, _how: How) -> Iterator[Piece]:
    yield Piece("", calendar(held.dues(), held.now))


ICS = WriteFormat("ics", "Dates for a calendar (iCalendar)", ".ics", "Every date ahead", write=_write)
"""What calendars take."""
