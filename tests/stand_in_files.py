"""Stand-ins for files of other programs: what they hold is handed in, whatever the file says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from journals import NOW

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.incoming import (
    Incoming,
    IncomingApplication,
    IncomingEntry,
    IncomingEvent,
    IncomingThought,
    Refused,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats.reading import Answers, Question, ReadFormat
from bounceback_tui.formats.registry import READ

DAYS_AGO = [Moment.of(NOW - timedelta(days=days)) for days in range(400)]
"""The same time on earlier days."""

ENTRY = IncomingEntry("e1", 1, DAYS_AGO[3], "A long day", "They said no. #panel", ("walk",), Reading(3))
MOOD = IncomingEntry("e2", 2, DAYS_AGO[2], "", "", (), Reading(6))
SENT = IncomingEvent(Kind.APPLIED, DAYS_AGO[40])
TURNED_DOWN = IncomingEvent(Kind.REJECTED, DAYS_AGO[5])
LONG_AGO = IncomingEvent(Kind.REJECTED, DAYS_AGO[300])
ACME = IncomingApplication("a1", 3, "Acme", "Cook", events=(SENT, TURNED_DOWN))
ZED = IncomingApplication("a2", 4, "Zed", "Baker", events=(LONG_AGO,))
THOUGHT = IncomingThought("t1", 5, DAYS_AGO[4], "I am too old", 80, traps=("all",), fairer="I am not")
TORN = Refused(6, "its date cannot be read")
EVERYTHING: tuple[Incoming | Refused, ...] = (ENTRY, MOOD, ACME, ZED, THOUGHT, TORN)
"""One of each."""


def stand_in(
    things: Sequence[Incoming | Refused] = EVERYTHING, questions: Sequence[Question] = ()
) -> ReadFormat:
    """A format whose files hold just that."""

    def read(_path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
        yield from things

    def asked(_path: Path, answers: Answers) -> tuple[Question, ...]:
        return tuple(one for one in questions if one.name not in answers.said)

    return ReadFormat(
        "standin", "Stand-in", (".standin",), "everything", lambda p: p.suffix == ".standin", read, asked
    )


def many(count: int) -> list[IncomingEntry]:
    """Entries, one a minute back in time."""
    return [
        IncomingEntry(f"m{n}", n, Moment.of(NOW - timedelta(minutes=n)), "", f"Day {n} was a day")
        for n in range(1, count + 1)
    ]


def guessed(path: Path) -> ReadFormat | None:
    """The format of another program that a file or folder seems to be of."""
    return next((one for one in READ if one.fits(path)), None)
