"""What tells one thing out of a file from all others, so that nothing comes in twice."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from bounceback_tui.domain.incoming import (
    Incoming,
    IncomingApplication,
    IncomingEntry,
    IncomingEvent,
    IncomingThought,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.digests import digest_of


def source_id(thing: Incoming) -> str:
    """What tells a thing from all others of its format: its key there, or a digest of what it says.

    What a mood's name was taken for may be answered otherwise the next time, so words alone tell an entry.
    """
    kind = _KINDS[type(thing)]
    if thing.key:
        return f"{kind} {thing.key}"
    worded = isinstance(thing, IncomingEntry) and bool(thing.title.strip() or thing.text.strip())
    leave_out = ("key", "line", "reading") if worded else ("key", "line", *_IN_NOTES)
    return f"{kind} #{said_digest(thing, leave_out)}"


def said_digest(thing: Incoming, leave_out: tuple[str, ...]) -> str:
    """A digest of what a thing says, `leave_out` aside."""
    said = {name: value for name, value in _parts(thing).items() if name not in leave_out}
    return digest_of(json.dumps(said, default=_parts, sort_keys=True))


def bare(title: str, text: str) -> list[str]:
    """The words of an entry, wherever a format puts them: a title that only is the first line stands once.

    Without tags at the end, which some formats write there.
    """
    head, body = title.split(), text.replace("\n\\[", "\n[").split()
    words = body if body[: len(head)] == head else [*head, *body]
    while words and words[-1][:1] in ("@", "#"):
        words.pop()
    return words


def _parts(value: Any) -> Any:
    """What JSON makes of a value; of a moment the time as it stands in the file, wherever that is read."""
    if isinstance(value, Moment):
        return value.local.replace(tzinfo=None).isoformat()
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    return str(value)


_IN_NOTES = ("undated", "unread")
"""What the notes of an application say as well."""

_KINDS = {IncomingEntry: "entry", IncomingApplication: "application", IncomingThought: "thought"}


def event_id(key: str, event: IncomingEvent) -> str:
    """Of an event, so that one whose date somebody corrected here does not come in again."""
    return f"{key}\n{event.kind} {event.at.local_date if event.date_known else '?'}"
