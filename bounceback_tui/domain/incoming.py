"""What another program's file holds, in this project's words, before any of it is in the journal."""

from __future__ import annotations

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.checkin import NOTHING_READ, Reading
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment


class IncomingEntry(Frozen):
    """A page of somebody's journal."""

    key: str
    """What tells it from all others in that program; empty where it has nothing of the kind."""
    line: int
    """Where it stands in the file: line, or number in a list; from 1."""
    at: Moment
    title: str
    text: str
    """Markdown."""
    tags: tuple[str, ...] = ()
    reading: Reading = NOTHING_READ
    """How it felt; of an entry without words this alone comes in, as a check-in."""
    about: tuple[tuple[str, str], ...] = ()
    """What it tells of, by name, as our own files have it: company, role, stage and result."""


class IncomingEvent(Frozen):
    """Something that happened to an application."""

    kind: Kind
    at: Moment
    date_known: bool = True
    """False for what only follows from a status."""
    note: str = ""


class IncomingApplication(Frozen):
    """A job that somebody applied for, with its log; without events one that was only saved."""

    key: str
    line: int
    company: str
    role: str = ""
    source: Source | None = None
    link: str = ""
    notes: str = ""
    events: tuple[IncomingEvent, ...] = ()
    undated: Kind | None = None
    """How it stands, where no date at all is known for it."""
    unread: tuple[str, ...] = ()
    """Words in place of a date that cannot be read as one."""


class IncomingThought(Frozen):
    """A thought record."""

    key: str
    line: int
    at: Moment
    thought: str
    belief_before: int | None = None
    evidence_for: str = ""
    evidence_against: str = ""
    traps: tuple[str, ...] = ()
    fairer: str = ""
    belief_after: int | None = None


class Refused(Frozen):
    """A part of a file that cannot come in."""

    line: int
    why: str
    """A few words: "its date cannot be read"."""
    elsewhere: bool = False
    """Nothing is wrong with it: it comes in with something else."""


Incoming = IncomingEntry | IncomingApplication | IncomingThought
"""One thing that can come in."""
