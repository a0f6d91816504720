"""Turning to the pages, for the first time and again, and the figures on Patterns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.bench.bench import TODAY, Bench
from tests.bench.rows import EMPTY, F, Row, with_processor
from tests.bench.timed import Timed

PAGES = {
    "Journal": ("2", ("newest first", "Nothing is written")),
    "Recover": ("3", ("1/4",)),
    "Applications": ("4", ("●", "No applications")),
}
"""The key of each page but two, and what stands on it, one or the other, once it is there."""

_FRAME = ("How have I felt", "What helps")
LAST = {"Patterns": ("5", _FRAME), "Today": ("1", TODAY)}
"""The other two. In this order: what Today says of an application stands on Applications, too."""

_NEXT, _VIEW = "\x1b[C", "v"
_NOTHING = "Nothing to say yet"
VIEWS = {
    "mood": ("5", ("Over your", "more logged day")),
    "bounce-back": (_NEXT, ("After a rejection", "How long it usually", "ways back", _NOTHING)),
    "stages": (_NEXT, ("narrowest", "where applications", "true share", "moved on", "Only one step")),
    "silence": (_VIEW, ("Of all your waits", "more repl", "How long")),
    "reasons": (_NEXT, ("you named", _NOTHING, "be said once what you think")),
    "writing": (_NEXT, ("Right after writing", "more entries")),
    "steps": (_VIEW, ("ticked by day 3", "stands out", "compared", _NOTHING)),
}
"""Answers on Patterns: the key that leads to each from the one before, and what is said, one or another."""

ROWS = (
    *with_processor(
        *(Row(f"{page}, first visit", f"first {page}", F, 0.25) for page in PAGES),
        *(Row(f"{page}, again", f"again {page}", F, 0.1) for page in (*PAGES, "Today")),
        Row("Patterns, frame", "frame", F, 0.25),
        *(Row(f"Patterns, figures: {name}", f"figures {name}", F, 0.8) for name in VIEWS),
        Row("Patterns, again", "again Patterns", F, 0.1),
    ),
    Row("memory after every page, against the smallest app", "memory after pages", "memory of hello", 1.6),
    Row("memory after every page, against an empty journal", "memory after pages", EMPTY, 1.15),
)
"""What this file measures."""


def pages(bench: Bench) -> None:
    """Every page once, then every page again."""
    for entries in (0, *bench.sizes):
        bench.floor(entries)
        with bench.started(entries) as app:
            for page, (key, marks) in PAGES.items():
                bench.took(f"first {page}", turn(app, key, marks), app, entries)
            _patterns(bench, app, entries)
            turn(app, *PAGES["Applications"])  # where the answer on silence is new
            for page, (key, marks) in (*PAGES.items(), *LAST.items()):
                bench.took(f"again {page}", turn(app, key, marks), app, entries)
            bench.samples.add("memory after pages", app.peak(), entries)


def _patterns(bench: Bench, app: Timed, entries: int) -> None:
    """The frame and the first answer come of one key, the other answers of one each."""
    first, *others = VIEWS.items()
    bench.took("frame", app.press("5", shows(_FRAME)), app, entries)
    bench.took(f"figures {first[0]}", app.since_press(shows(first[1][1])), app, entries)
    app.rest()
    for name, (key, marks) in others:
        bench.took(f"figures {name}", turn(app, key, marks), app, entries)


def turn(app: Timed, key: str, marks: Sequence[str]) -> float:
    """Seconds from a key to what it leads to; the next thing happens only once all is still.

    Whatever stood there before, too, is not taken for it.
    """
    before, there = app.text, shows(marks)
    took = app.press(key, lambda text: text != before and there(text))
    app.rest()
    return took


def shows(marks: Sequence[str]) -> Callable[[str], bool]:
    """Whether one of them stands on the screen, the first line with the tabs left out."""
    return lambda text: any(mark in text.partition("\n")[2] for mark in marks)
