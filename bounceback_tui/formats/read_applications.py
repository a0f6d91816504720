"""Any table of applications: columns by what they are called, and what that does not tell is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.domain.text import one_line, quoted
from bounceback_tui.formats.application_rows import Rules, Words, application_of
from bounceback_tui.formats.application_words import ASKED, COLUMNS, NOTES, STATUSES, source_in, status_in
from bounceback_tui.formats.read_csv import Row, heading_key, headings_of, rows_of
from bounceback_tui.formats.read_dates import ASK_ORDER, date_of, is_in_figures, order_in, said_order
from bounceback_tui.formats.reading import Answers, Question, ReadFormat

NONE = "none"
"""What can be answered where no column is meant."""

_DATES = ("applied", "saved", "decided")
_MOST_WORDS = 40
_FIRST = 200
"""Cells of a column that are looked at to tell what it may be."""

_LONGEST_STATUS = 100
"""Characters of a word for how one stands; what is longer is a note."""


class _Looked(NamedTuple):
    """What a look through the whole file tells."""

    headings: tuple[str, ...]
    order: DateOrder | None
    """ASK where only the person can know."""
    statuses: tuple[str, ...]
    """The words for how one stands, each once, in small letters."""
    beside: tuple[tuple[str, ...], ...] = ()
    """The first cells of each column that no heading tells, without empty ones."""


def columns_in(headings: tuple[str, ...], said: Mapping[str, str]) -> dict[str, int]:
    """Where each part of an application stands; what was answered comes first."""
    keys = [heading_key(one) for one in headings]
    found: dict[str, int] = {}
    for part in COLUMNS:
        answer = said.get(f"column:{part}", "")
        if answer and answer != NONE and heading_key(answer) in keys:
            found[part] = keys.index(heading_key(answer))
    for part, names in COLUMNS.items():
        if f"column:{part}" in said:
            continue
        free = (keys.index(key) for name in names if (key := heading_key(name)) in keys)
        place = next((place for place in free if place not in found.values()), None)
        if place is not None:
            found[part] = place
    return found


def _fits(path: Path) -> bool:
    found = columns_in(headings_of(path), {})
    return "company" in found and bool({"role", "applied", "status"} & found.keys())


def _questions(path: Path, answers: Answers) -> tuple[Question, ...]:
    """Columns first: what else has to be asked is known once these are."""
    looked = _look(path, answers)
    found = columns_in(looked.headings, answers.said)
    choices = tuple(heading for place, heading in enumerate(looked.headings) if place not in found.values())
    asked = [
        Question(f"column:{part}", words, (*choices, NONE), NONE)
        for part, words in ASKED.items()
        if part not in found and f"column:{part}" not in answers.said
        if any(_may_be(part, cells) for cells in looked.beside)
    ]
    if looked.order is DateOrder.ASK and not said_order(answers):
        asked.append(ASK_ORDER)
    unknown = [one for one in looked.statuses if not status_in(one) and f"status:{one}" not in answers.said]
    return (*asked, *(_status_question(one) for one in unknown[:_MOST_WORDS]))


def _may_be(part: str, cells: tuple[str, ...]) -> bool:
    """Whether a column that begins so could be that part of an application; else nobody need be asked."""
    if part == "applied":
        return any(is_in_figures(one) or date_of(one) for one in cells)
    if part in ("status", "source"):  # one word of a few for each application, in whatever language
        known = status_in if part == "status" else source_in
        return any(map(known, cells)) or len(set(cells)) < len(cells)
    return True


def _status_question(word: str) -> Question:
    return Question(f"status:{word}", f"What does {quoted(word)} mean?", (*STATUSES, NOTES), NOTES)


def _look(path: Path, answers: Answers) -> _Looked:
    headings: tuple[str, ...] = headings_of(path)
    found = columns_in(headings, answers.said)
    dates: dict[str, None] = {}
    statuses: dict[str, None] = {}
    beside: dict[int, list[str]] = {
        place: [] for place in range(len(headings)) if place not in found.values()
    }
    for row in rows_of(path):
        if isinstance(row, Refused):
            continue
        if row.headings is not headings:
            headings, found = row.headings, columns_in(row.headings, answers.said)
        for place, cells in beside.items():
            if (
                len(cells) < _FIRST
                and place < len(row.cells)
                and (cell := row.cells[place].strip()[:_LONGEST_STATUS])
            ):
                cells.append(cell)
        dates |= {row.cells[found[part]].strip()[:100]: None for part in _DATES if part in found}
        said = one_line(row.cells[found["status"]]).casefold() if "status" in found else ""
        if said and len(said) <= _LONGEST_STATUS:
            statuses.setdefault(said)
    return _Looked(headings, order_in(dates), tuple(statuses), tuple(map(tuple, beside.values())))


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    looked = _look(path, answers)
    found = columns_in(looked.headings, answers.said)
    statuses = {one: status for one in looked.statuses if (status := _status(one, answers))}
    order = said_order(answers) or looked.order or DateOrder.ASK
    rules = Rules(answers.zone, order, statuses)
    for row in rows_of(path):
        yield row if isinstance(row, Refused) else application_of(_words(row, found), rules)


def _status(word: str, answers: Answers) -> str | None:
    said = answers.said.get(f"status:{word}")
    return said if said in STATUSES else status_in(word) if said is None else None


def _words(row: Row, found: Mapping[str, int]) -> Words:
    said = {part: (row.headings[place], row.cells[place]) for part, place in found.items()}
    taken = set(found.values())
    beside = [
        (heading or "Without a heading", cell)
        for place, (heading, cell) in enumerate(zip(row.headings, row.cells, strict=True))
        if place not in taken
    ]
    return Words(row.line, said, beside)


APPLICATIONS = ReadFormat(
    "applications",
    "a table of applications (CSV)",
    (".csv",),
    "applications",
    fits=_fits,
    read=_read,
    questions=_questions,
)
"""A table that somebody kept by hand, or took out of a tracker."""
