"""What an import finds in a file: how much of it is new, known, or cannot come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.domain.text import cut, listing, plural, quoted

MOST_TOLD = 1000
"""Refused parts that are kept word by word; of more only their number."""

FIRST_FEW = 5
"""New things that are shown before anything comes in."""


class Sort(StrEnum):
    """What can come in."""

    ENTRY = "entry"
    CHECKIN = "check-in"
    APPLICATION = "application"
    EVENT = "event"
    DETAIL = "missing detail"
    THOUGHT = "thought record"
    OTHER = "other thing"

    def counted(self, count: int) -> str:
        """ "1 entry", "3 entries"."""
        return plural(count, self.value, "entries" if self is Sort.ENTRY else "")


@dataclass
class Found:
    """What a file holds, as far as it was read."""

    new: dict[Sort, int] = field(default_factory=dict)
    """How many there are of each sort that are not in the journal yet; events only where they come to an
    application that is there already."""
    known: int = 0
    """Things that are in the journal already, or came in before and were deleted since."""
    refused: list[Refused] = field(default_factory=list)
    """What cannot come in, the first `MOST_TOLD`."""
    refusals: int = 0
    """How much cannot come in."""
    first: list[str] = field(default_factory=list)
    """The first few new things, each in a line."""
    elsewhere: int = 0
    """Readings that belong to an entry, and come in with it."""
    kept: int = 0
    """Applications that are there with another source, link or other notes, which stay."""
    unread: list[Refused] = field(default_factory=list)
    """Dates that cannot be read, the first `MOST_TOLD`, of what comes in all the same."""
    dates_unread: int = 0
    """How many there are of these."""
    closed: int = 0
    """Rejections of long ago, whose episodes come in closed."""

    def add(self, sort: Sort, count: int = 1) -> None:
        """Count something new."""
        if count:
            self.new[sort] = self.new.get(sort, 0) + count

    def show(self, line: str) -> None:
        """Show something new, if it is one of the first few."""
        if len(self.first) < FIRST_FEW:
            self.first.append(line)

    def refuse(self, line: int, why: str) -> None:
        """Count something that cannot come in."""
        self.refusals += 1
        if len(self.refused) < MOST_TOLD:
            self.refused.append(Refused(line, why))

    def miss_date(self, line: int, said: str) -> None:
        """Count a date that cannot be read, of something that comes in without it."""
        self.dates_unread += 1
        if len(self.unread) < MOST_TOLD:
            self.unread.append(
                Refused(line, f"{quoted(cut(said, 60))} cannot be read as a date; it stands in the notes")
            )

    @property
    def anything(self) -> bool:
        """Whether anything is new."""
        return bool(self.new)

    @property
    def seen(self) -> int:
        """How many things the file holds."""
        return sum(self.new.values()) + self.known + self.refusals + self.elsewhere

    def new_words(self) -> str:
        """ "42 entries and 3 check-ins"; "nothing" where nothing is new."""
        return listing([sort.counted(self.new[sort]) for sort in Sort if sort in self.new]) or "nothing"

    def beside_words(self) -> str:
        """What else there is to say, in sentences; empty where nothing is."""
        said = []
        if self.known:
            said.append(
                f"{plural(self.known, 'thing')} {'is' if self.known == 1 else 'are'} in the journal already."
            )
        if self.refusals:
            said.append(f"{plural(self.refusals, 'part')} cannot come in.")
        if self.dates_unread:
            said.append(
                f"{plural(self.dates_unread, 'date')} cannot be read; how the application stands comes in"
                " without it."
            )
        if self.elsewhere:
            one = self.elsewhere == 1
            said.append(
                f"{plural(self.elsewhere, 'reading')} {'belongs' if one else 'belong'} to an entry, and"
                f" {'comes' if one else 'come'} in with the table of entries."
            )
        if self.kept:
            said.append(
                f"{plural(self.kept, 'application')} {'has' if self.kept == 1 else 'have'} another source,"
                " link or other notes here; yours were kept."
            )
        if self.closed:
            said.append(
                f"{plural(self.closed, 'rejection')} of more than four weeks ago, or of no known date,"
                f" {'comes' if self.closed == 1 else 'come'} in as closed."
            )
        return " ".join(said)
