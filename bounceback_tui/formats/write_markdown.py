"""A folder of Markdown: one file an entry, with its properties on top; it opens well in Obsidian."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from bounceback_tui.domain.entry import own_title
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.formats.exact import moment_words
from bounceback_tui.formats.front_matter import written
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

LONGEST_NAME = 60
"""Characters of a title in the name of a file."""

_NO_NAME = re.compile("[^a-z0-9]+")


def file_of(outgoing: OutgoingEntry) -> str:
    """The file of an entry, whole."""
    entry, reading = outgoing.item.entry, outgoing.reading
    properties = {
        "title": own_title(entry.title, entry.text),
        "date": entry.written_at.local.replace(tzinfo=None).isoformat(timespec="seconds"),
        "tags": entry.tags,
        **dict(outgoing.about),
        "mood": reading.mood or "",
        "energy": reading.energy or "",
        "feelings": tuple(f"{one.name}={one.strength}" for one in reading.feelings),
        "written_at": moment_words(entry.written_at),
        "zone": entry.written_at.zone,
        "id": entry.id,
    }
    return f"{written(properties)}\n{entry.text}\n"


def name_of(outgoing: OutgoingEntry) -> str:
    """What a file is called, without its ending: "2026-11-22-walked-to-the-river".

    Small letters, figures and hyphens alone, behind a date: no system gives another meaning to such a name,
    and none takes two of them for one.
    """
    entry = outgoing.item.entry
    plain = unicodedata.normalize("NFKD", entry.title).encode("ascii", "ignore").decode().casefold()
    words = _NO_NAME.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-")
    return f"{entry.written_at.local_date.isoformat()}-{words or 'entry'}"


def _write(held: Held, _how: How) -> Iterator[Piece]:
    names: set[str] = set()
    used: Counter[str] = Counter()
    for outgoing in held.entries():
        name = base = name_of(outgoing)
        while name in names:
            used[base] += 1
            name = f"{base}-{used[base] + 1}"
        names.add(name)
        yield Piece(f"{name}.md", file_of(outgoing))


MARKDOWN = WriteFormat(
    "markdown", "A folder of Markdown", "", "Every entry with its tags and how it felt", write=_write
)
"""What Obsidian and any editor open."""
