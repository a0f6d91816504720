"""Journal entries, their earlier versions, and how they appear in the history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment

if TYPE_CHECKING:  # a list of entries handles none of these
    from bounceback_tui.domain.application import Kind, Result
    from bounceback_tui.domain.outcome import Told

TITLE_LENGTH = 72
"""Characters of the first line that serve as a title where none was given."""

_LOOKED_AT = 1000
"""Characters of a line that are looked at: each mark that opens and never closes is looked for to the end."""

_EMPHASIS = r"(\*{1,3}|`)(\S|\S.*?\S)\1"


class Entry(Frozen):
    """A journal entry: Markdown text with a title and tags; it may belong to an event."""

    id: str
    written_at: Moment
    title: str
    text: str
    tags: tuple[str, ...] = ()
    event_id: str | None = None
    deleted: bool = False
    damaged: bool = False
    """Whether its words are not those that were saved: something changed them on the disk."""


class Revision(NamedTuple):
    """What an entry said before it was changed at `replaced_at`."""

    id: str
    entry_id: str
    replaced_at: Moment
    title: str
    text: str
    tags: tuple[str, ...]
    told: Told | None = None
    """All that was said with it, where that is known: a passed-over redo keeps the words alone."""


class HistoryItem(Frozen):
    """An entry as the history shows it, with what it belongs to."""

    entry: Entry
    application_id: str | None = None
    company: str | None = None
    role: str | None = None
    stage: Kind | None = None
    """The stage reached when it was written."""
    result: Result | None = None
    mood: int | None = None
    """Mood when starting to write, else right after, else the next day."""
    twice: bool = False
    """Whether it was changed on two machines, and nobody decided about it yet."""


def own_title(title: str, text: str) -> str:
    """A title, unless it only repeats the beginning of the text and so changes with it."""
    return "" if title == title_of(text) else title


def title_of(text: str) -> str:
    """The first line of `text` that says something, without Markdown's marks, cut at a word."""
    for line in text.splitlines():
        plain = line.strip()[:_LOOKED_AT]
        if "*" in plain or "`" in plain:  # else it need not be made ready
            plain = re.sub(_EMPHASIS, r"\2", plain)
        plain = plain.lstrip("#>*-+ ").strip()
        if plain:
            if len(plain) <= TITLE_LENGTH:
                return plain
            return plain[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return ""
