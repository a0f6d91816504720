"""tui-journal: an array of entries, or an object that keeps it as `entries` beside its version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import tidy
from bounceback_tui.formats.read_dates import iso_moment
from bounceback_tui.formats.read_json import tags_of, things_in, words
from bounceback_tui.formats.read_text import beginning
from bounceback_tui.formats.reading import NO_DATE, NO_ENTRY, NOTHING, Answers, ReadFormat

_PARTS = re.compile(r'"(?:id|date|title|content)"\s*:')


def _fits(path: Path) -> bool:
    text = beginning(path)
    return text.lstrip()[:1] in ("[", "{") and len({one.group() for one in _PARTS.finditer(text)}) == 4


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    for number, thing in things_in(path, "entries"):
        yield _entry(number, thing, answers)


def _entry(number: int, thing: Any, answers: Answers) -> Incoming | Refused:
    if not isinstance(thing, dict):
        return Refused(number, NO_ENTRY)
    said = words(thing, "date")
    at = iso_moment(said, answers.zone)
    if at is None:
        return Refused(number, NO_DATE)
    title, text = " ".join(words(thing, "title").split()), tidy(words(thing, "content"))
    if not (title or text):
        return Refused(number, NOTHING)
    key, priority = thing.get("id"), thing.get("priority")
    tags = list(tags_of(thing))
    if isinstance(priority, int):
        tags.append(f"priority {priority}")
    # its numbers begin anew in each of its journals
    unique = f"{key} {said}" if isinstance(key, int) else ""
    text, title = text or title, title if text else ""
    return IncomingEntry(unique, number, at.timed(), title or title_of(text), text, clean_tags(tags))


TUI_JOURNAL = ReadFormat(
    "tui-journal", "tui-journal (JSON)", (".json",), "entries with tags", fits=_fits, read=_read
)
"""The journal of tui-journal."""
