"""What each format that is read gives: its things one by one, within bounds, and what has to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from bounceback_tui.domain.incoming import Incoming, Refused

MOST_BYTES = 200_000_000
"""Bytes of one file that are read, unpacked; a journal of 100,000 entries is smaller."""

MOST_THINGS = 500_000
"""Things that one file may hold."""

DEEPEST = 50
"""How deep lists may stand in lists."""

STARRED = "starred"
"""The tag of what another program marked with a star."""

NO_DATE = "its date cannot be read"
NO_ENTRY = "it is no entry"
NOTHING = "there is nothing in it"
NAMELESS = "it names neither a company nor a role"
"""Why a part of a file is refused, where several formats say the same."""


class Unreadable(Exception):
    """A file is not of its format, or out of bounds; its text is a sentence that says so and what to do."""


@dataclass(frozen=True)
class Question:
    """Something that only the person can answer before a file can be read."""

    name: str
    """Such as "mood:so-so", "date_order", "column:company"."""
    words: str
    """The question in a sentence."""
    choices: tuple[str, ...] = ()
    """What can be answered; empty where any text can."""
    guess: str = ""
    """What is probably meant."""


@dataclass(frozen=True)
class Answers:
    """What a file is read with."""

    zone: tzinfo
    """The zone of times that name none."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Answers by the name of their question."""


@dataclass(frozen=True)
class ReadFormat:
    """A format that is read."""

    name: str
    """As it is typed: "jrnl", "daylio"."""
    title: str
    """As it is shown: "jrnl (JSON or text)"."""
    endings: tuple[str, ...]
    """Of files, lower case with their full stop; a folder is ""."""
    holds: str
    """In a few words: "entries with tags"."""
    fits: Callable[[Path], bool]
    """Whether a file seems to be of it, by a look at its beginning. Never raises."""
    read: Callable[[Path, Answers], Iterator[Incoming | Refused]]
    """Its things in the order of the file. Raises Unreadable, at the latest when it is read to its end."""
    questions: Callable[[Path, Answers], tuple[Question, ...]] = lambda _path, _answers: ()
    """What is still to be asked before it can be read. Raises Unreadable."""
