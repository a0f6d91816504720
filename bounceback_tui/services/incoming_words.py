"""What is said of a thing out of a file: why it cannot come in, what it is, and whether a log tells of it."""

from __future__ import annotations

from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingApplication, IncomingEntry, IncomingEvent
from bounceback_tui.domain.text import cut
from bounceback_tui.storage import imports


def is_in(event: IncomingEvent, there: imports.There) -> bool:
    """Whether a log tells of it: the same on the same day, or without a date at all."""
    return any(
        line.kind == event.kind
        and (not event.date_known or not line.known or line.day == event.at.local_date.isoformat())
        for line in there.log
    )


def why_not(thing: Incoming) -> str:
    """Why it cannot come in, in a few words; empty where it can."""
    if isinstance(thing, IncomingEntry):
        if not (thing.title.strip() or thing.text.strip() or thing.reading or thing.about):
            return "nothing is in it"
        moments = [thing.at]
    elif isinstance(thing, IncomingApplication):
        if not thing.company.strip():
            return "it names no company"
        moments = [event.at for event in thing.events]
    else:
        if not thing.thought.strip():
            return "it has no thought"
        moments = [thing.at]
    try:
        dated = [one.local_date for one in moments]
    except (ValueError, OverflowError):
        return "its date is too far away"
    return "" if all(day.year > 1 for day in dated) else "its date is too far away"


def told(thing: Incoming) -> str:
    """A thing in a line, with words of the person's own."""
    if isinstance(thing, IncomingEntry):
        names = " · ".join(said for _, said in thing.about)
        words = thing.title or title_of(thing.text) or names or thing.reading.words
        return f"{thing.at.local_date}  {cut(words, 60)}"
    if isinstance(thing, IncomingApplication):
        log = ", ".join(dict.fromkeys(str(event.kind) for event in thing.events))
        return cut(f"{thing.company} · {thing.role}" if thing.role else thing.company, 50) + (
            f": {log}" if log else ""
        )
    return f"{thing.at.local_date}  {cut(thing.thought, 60)}"
