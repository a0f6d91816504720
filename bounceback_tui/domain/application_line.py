"""An application told in one line: "Acme, Data engineer, referral, today".

Pieces stand between commas. The first is the company, whatever else it could be. Behind it a source and a
date are known wherever they stand; of several that could be one, the last is. A source that is a job, too,
such as "recruiter", is the role where it stands second. Of all other pieces the first is the role, and the
rest are notes. What was not meant so is seen, and corrected in the fields that it was put into.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from bounceback_tui.domain.application import Source
from bounceback_tui.domain.dates import AmbiguousDate, DateNotUnderstood, DateOrder, understand
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import loosely, one_line

_ALSO = {
    "referred": Source.REFERRAL,
    "jobboard": Source.JOB_BOARD,
    "website": Source.COMPANY_SITE,
    "company website": Source.COMPANY_SITE,
    "headhunter": Source.RECRUITER,
}
"""Other words for a source."""

_JOBS = frozenset((Source.RECRUITER,))
"""Sources that somebody can apply to become."""

_FORMS = frozenset(("inc", "ltd", "llc", "llp", "plc", "co", "corp", "gmbh", "ag", "bv", "sa"))
"""What may stand behind a comma and is still of the name before it."""

_LIKE = 0.8
"""How like a source a misspelt one is at least: "refferal" is, "reference" and "agent" are not."""


class ReadLine(Frozen):
    """What a line was taken to say; whatever it leaves out is empty."""

    company: str = ""
    role: str = ""
    source: Source | None = None
    when: str = ""
    """The date, in the words in which it was typed."""
    notes: str = ""


def read_line(text: str, now: Moment, zone: tzinfo, order: DateOrder = DateOrder.ASK) -> ReadLine:
    """What a line says. Never raises: a date that is unclear, or still to come, is told where it is asked."""
    company, *pieces = _pieces(text) or [""]
    if pieces and source_in(pieces[0]) in _JOBS:
        role = pieces.pop(0)
        source, when = _take(pieces, now, zone, order)
    else:
        source, when = _take(pieces, now, zone, order)
        role = pieces.pop(0) if pieces else ""
    return ReadLine(company, role, source_in(source), when, ", ".join(pieces))


def _take(pieces: list[str], now: Moment, zone: tzinfo, order: DateOrder) -> tuple[str, str]:
    """Take the source and the date out of the other pieces; empty where there is none."""
    source = _take_last(pieces, lambda piece: source_in(piece) is not None)
    return source, _take_last(pieces, lambda piece: _is_date(piece, now, zone, order))


def source_in(piece: str) -> Source | None:
    """The source that these words name, however they are written: "Job-board", "company site"."""
    words = loosely(piece)
    return next((one for one in Source if one.value == words), _ALSO.get(words))


def meant_source(said: ReadLine) -> tuple[str, Source] | None:
    """A piece that looks like a misspelt source, and which; None where one was understood, or none does."""
    if said.source:
        return None
    import difflib  # noqa: PLC0415 - most lines name a source, or none at all

    known = {one.value: one for one in Source} | _ALSO
    for piece in (*said.notes.split(", "), said.role):
        if near := difflib.get_close_matches(loosely(piece), known, 1, _LIKE):
            return piece, known[near[0]]
    return None


def _pieces(text: str) -> list[str]:
    """What stands between the commas; "Acme, Inc." is one."""
    found: list[str] = []
    for piece in map(one_line, text.split(",")):
        if found and piece.rstrip(".").casefold() in _FORMS:
            found[-1] += f", {piece}"
        elif piece:
            found.append(piece)
    return found


def _take_last(pieces: list[str], fits: Callable[[str], bool]) -> str:
    """Take the last piece that fits out of the others; empty where none does."""
    place = next((place for place in reversed(range(len(pieces))) if fits(pieces[place])), None)
    return "" if place is None else pieces.pop(place)


def _is_date(piece: str, now: Moment, zone: tzinfo, order: DateOrder) -> bool:
    """Whether a piece is a date, be it one that can be read in two ways, or is still to come."""
    try:
        understand(piece, now, zone, order, allow_future=True)
    except AmbiguousDate:
        return True
    except DateNotUnderstood:
        return False
    return True
