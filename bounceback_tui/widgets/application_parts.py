"""What an application with all that belongs to it looks like, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from textual.content import Content
from textual.visual import VisualType

from bounceback_tui.domain.application import MEETINGS, STAGE_WORDS, STAGES, Application, Event, Kind, Quality
from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.domain.ids import made_at
from bounceback_tui.domain.meeting import prepared_ahead, time_of
from bounceback_tui.domain.person import Person
from bounceback_tui.domain.silence import UsualWait, days_silent
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.logs import Detail
from bounceback_tui.widgets.application_list import beside_usual, name_of, since
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.labelled import labelled_lines
from bounceback_tui.widgets.pieces import Piece
from bounceback_tui.widgets.reader import parts_of, rendered
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.stage_ladder import LADDER_CELLS, ladder

MARGIN = len(FOCUS_MARK)
"""Cells kept for the cursor."""

_MUTED = "$foreground-muted"
_APART = "  "  # between the ladder and its words
_LABEL = 15
"""Cells of a label: "Fri 20 Nov 2026"."""


_MINUTE = 60_000  # milliseconds


class On(StrEnum):
    """What the cursor can stand on."""

    APPLICATION = "application"
    EVENT = "event"
    PERSON = "person"
    ENTRY = "entry"
    LINK = "link"
    DOCUMENT = "document"


class Spot(NamedTuple):
    """One of these."""

    what: On
    key: str
    """Its key; of a link or document the application's."""


Drawn = Callable[[int], Content]
"""What something looks like within so many cells."""

Line = tuple[Spot | None, Drawn, int]
"""What it is about, None for what cannot be acted upon; how it looks; empty lines below it."""


def lines_of(detail: Detail, today: date, usual: UsualWait, *, plain: bool = False) -> Iterator[Line]:
    """All but the notes; `usual` is what silence is set against, `plain` whether the ladder is words."""
    one = detail.application
    yield Spot(On.APPLICATION, one.id), lambda width: _head(one, today, usual, width, plain), 1
    yield from _part(
        "What happened",
        [(Spot(On.EVENT, event.id), _day(event), _happened(event, today)) for event in one.events],
        "Nothing is noted yet; v adds what happened.",
    )
    yield from _part(
        "People", [(Spot(On.PERSON, person.id), "", _person(person)) for person in detail.people], ""
    )
    yield from _part(
        "What you wrote",
        [
            (
                Spot(On.ENTRY, item.entry.id),
                weekday_date(item.entry.written_at.local_date),
                safe_line(item.entry.title or "Without a title"),
            )
            for item in detail.entries
        ],
        "",
    )
    yield from _part("About it", list(_about(one)), "")
    if one.notes.strip():
        yield None, lambda _: Content.styled("Notes", "bold $text-accent"), 0


def _part(title: str, rows: Sequence[tuple[Spot | None, str, Content]], nothing: str) -> Iterator[Line]:
    """A heading with its lines, and an empty line behind; where there are none, what is said instead."""
    if not (rows or nothing):
        return
    yield None, lambda _: Content.styled(title, "bold $text-accent"), 0
    for number, (spot, label, text) in enumerate(rows, start=1):
        yield spot, partial(_row, label, text), int(number == len(rows))
    if not rows:
        yield None, lambda _: Content.styled(nothing, _MUTED), 1


def _row(label: str, text: Content, width: int) -> Content:
    """A label and what it names; a text without a label has the whole line."""
    if not label:
        return text
    return Content("\n").join(labelled_lines([(f"{label:<{_LABEL}}", text)], width))


def notes_of(notes: str) -> Iterator[Piece]:
    """Markdown, rendered when it is looked at."""

    def drawn(words: str, _width: int) -> VisualType:
        from rich.padding import Padding  # noqa: PLC0415 - the first paint needs none of it

        return Padding(rendered(words, keep_lines=True), (0, 0, 0, MARGIN))

    for part in parts_of(notes.strip()) if notes.strip() else ():
        yield Piece(partial(drawn, part.text), len(part.text), part.text.count("\n"), part.below)


def _head(one: Application, today: date, usual: UsualWait, width: int, plain: bool) -> Content:
    """Its name, how far it got, since when it has been silent or over, and what is next."""
    # an offer is a stage and a status at once, and is said once
    words = " · ".join(dict.fromkeys((STAGE_WORDS[one.stage_reached], str(one.status))))
    ago = _ago(one, today, usual)
    room = width - LADDER_CELLS - len(_APART)
    between = " · " if len(words) + len(" · ") + len(ago) <= room else "\n"
    lines = [
        safe_line(name_of(one), style="bold"),
        Content.assemble(
            ladder(one.stage_reached, plain=plain), _APART, between.join(filter(None, (words, ago)))
        ),
    ]
    lines += [safe_line(f"Next: {line}") for line in _next(one, today)]
    return Content("\n").join(lines)


def _next(one: Application, today: date) -> list[str]:
    """ "Tue 24 Nov 2026 · call Ms Ito", and each interview that is prepared for and stands in no log."""
    found = [(one.next_on, one_line(one.next_words))] if one.next_on or one.next_words.strip() else []
    found += [(day, STAGE_WORDS[Kind.INTERVIEW]) for day in prepared_ahead(one, today)]
    found.sort(key=lambda each: each[0] or date.max)
    return [" · ".join(filter(None, (weekday_date(day) if day else "", words))) for day, words in found]


def _ago(one: Application, today: date, usual: UsualWait) -> str:
    """ "12 days ago", "quiet for 23 days › usually 11": when the last thing happened."""
    ago = since(one, today)
    if not ago or ago == "today" or ago.startswith("in "):
        return ago
    days = days_silent(one, today)
    # with an offer, or an interview to come, nobody is quiet
    return f"{ago} ago" if days is None else f"quiet for {beside_usual(ago, days, usual)}"


def _day(event: Event) -> str:
    """ "Fri 20 Nov 2026"."""
    return weekday_date(event.at.local_date) if event.date_known else "date not known"


def _happened(event: Event, today: date) -> Content:
    """What it was, its note, and of a meeting that is to come the time."""
    to_come = event.kind in MEETINGS and event.at.local_date >= today and _was_ahead(event)
    clock = time_of(event) if to_come else None
    kind = Content.styled(str(event.kind), "bold" if event.kind not in STAGES else "")
    if clock and event.date_known:
        kind += safe(f" at {clock:%H:%M}")
    note = event.note.strip()
    return kind + safe(f"  {note}", _MUTED) if note else kind


def _was_ahead(event: Event) -> bool:
    """Whether it was still ahead when it was noted; what was noted as it happened has that very minute."""
    return event.at.utc.timestamp() * 1000 > made_at(event.id) + _MINUTE


def _person(person: Person) -> Content:
    """ "Ms Ito · head of data · ito@acme.test"."""
    parts = (person.name, person.role, person.email if person.greeted else "")
    return safe_line(" · ".join(part for part in parts if part))


def _about(one: Application) -> Iterator[tuple[Spot | None, str, Content]]:
    """What else is known of it."""
    kind = {True: "a specialised job", False: "not a specialised job", None: ""}[one.specialised]
    for spot, label, words in (
        (None, "Source", str(one.source or "")),
        (None, "Kind", kind),
        (Spot(On.LINK, one.id), "Link", one.link),
        (Spot(On.DOCUMENT, one.id), "Sent", one.document),
        (None, "Chosen", _chosen(one.quality)),
    ):
        if line := one_line(words):
            yield spot, label, safe(line)


def _chosen(quality: Quality) -> str:
    """ "posting read closely, CV not tailored": what was said of it, without a count."""
    said = (
        (quality.read_closely, "posting read closely", "posting not read closely"),
        (quality.tailored, "CV tailored", "CV not tailored"),
        (quality.liked, "really like the look of it", "not really liked"),
    )
    return ", ".join(yes if answer else no for answer, yes, no in said if answer is not None)
