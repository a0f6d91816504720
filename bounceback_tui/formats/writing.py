"""What each format that is written gets, and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.checkin import CheckIn
from bounceback_tui.domain.due import Due
from bounceback_tui.domain.going import Going
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.proof import Proof


@dataclass(frozen=True)
class Held:
    """What a journal holds, read once a format asks for it; what is long comes one by one."""

    now: Moment
    entries: Callable[[], Iterable[OutgoingEntry]]
    """Without those in the trash, the oldest first."""
    checkins: Callable[[], Iterable[CheckIn]]
    """The oldest first."""
    applications: Callable[[], Iterable[Application]]
    """In the order in which they were added."""
    dues: Callable[[], Iterable[Due]]
    """Every date from today on."""
    proof: Callable[[], Proof]
    everything: Callable[[], Mapping[str, object]]
    """All tables, as `storage/dump.py` reads them."""
    going: Going
    """Is told how far it is, where a format writes for long after everything was read."""


@dataclass(frozen=True)
class How:
    """How it is written."""

    guarded: bool = True
    """Whether no cell of a table may be taken for a formula."""


class Piece(NamedTuple):
    """A part of what is written."""

    file: str
    """The name of its file in a folder; empty where there is one file."""
    text: str


@dataclass(frozen=True)
class WriteFormat:
    """A format that is written."""

    name: str
    """As it is typed: "csv-entries"."""
    title: str
    """As it is shown: "Entries as a table (CSV)"."""
    ending: str
    """Of files, lower case with its full stop; a folder is ""."""
    holds: str
    """In a few words: "entries with tags and mood"; it can begin a sentence."""
    write: Callable[[Held, How], Iterator[Piece]]
    """The whole of it in order; in a folder every piece is a file. Raises Stopped."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder with files."""
        return not self.ending
