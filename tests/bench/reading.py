"""The history: the cursor in the list, both ends and any page of it, and searching as somebody types."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.query import parse
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from tests.bench.bench import Bench
from tests.bench.made_journal import NOW
from tests.bench.rows import EMPTY, F, Row
from tests.bench.timed import Timed

_DOWN, _END, _HOME, _PAGE_DOWN = "\x1b[B", "\x1b[F", "\x1b[H", "\x1b[6~"
_MOVES = 20
_PAUSE = 0.02
_WIDE = (120, 40)
_TYPED = ("panel", "salary", "letter", "walked", "i")
"""What is searched for, letter by letter; one letter is in nearly every entry, some words in few."""

_AT_ONCE = 64
_FLOOR = 0.001  # seconds

ROWS = (
    Row("a step down in Textual's table of 50 rows", "step in a table", unit="s"),
    Row("a step down the history", "step", "step in a table", 1.0),
    Row("a step down with the entry beside it", "step beside", "step in a table"),
    Row("to the end of the history, first time", "end", F, 0.15),
    Row("to its beginning again", "home", F, 0.15),
    Row("a page further down", "page down", F, 0.15),
    Row("search, a letter", "search", F, 0.15),
    Row("search, the slowest letter", "slowest search", F, 0.15),
    Row("the latest 64 entries, raw SQLite", "raw page", unit="s"),
    *(
        Row(
            f"any page of it, against the shortest: {place}",
            f"page {place}",
            EMPTY,
            1.5,
            floor=_FLOOR,
        )
        for place in ("first", "middle", "last")
    ),
)
"""What this file measures."""


def history(bench: Bench) -> None:
    """Keys in the list."""
    with bench.bare("bare_table") as table:
        table.until("Entry 5 of")
        table.rest()
        bench.samples.add("step in a table", _steps(table, _cell_under_cursor))
    for entries in bench.sizes:
        with bench.started(entries) as app:
            app.press("2", "newest first")
            app.rest()
            bench.samples.add("step", _steps(app, _row_under_cursor), entries)
            for name, key in (("page down", _PAGE_DOWN), ("end", _END), ("home", _HOME)):
                bench.samples.add(name, app.press(key), entries)
                app.rest()
    for entries in bench.sizes:
        with bench.started(entries, _WIDE) as app:
            app.press("2", "newest first")
            app.rest()
            bench.samples.add("step beside", _steps(app, _row_under_cursor), entries)


def search(bench: Bench) -> None:
    """Every letter of a few words, from the key to the entries found."""
    for entries in bench.sizes:
        with bench.started(entries) as app:
            app.press("/", "words, company")
            app.rest()
            took = [one for words in _TYPED for one in _typed(app, words)]
        bench.samples.add("search", median(took), entries)
        bench.samples.add("slowest search", max(took), entries)


def any_page(bench: Bench) -> None:
    """Reading as many entries as a screen shows, in the journal alone."""
    for entries in bench.sizes:
        with Workspace(bench.journal(entries), FixedClock(NOW), asset("guide.md")) as workspace:
            found = workspace.journal.history(parse("", NOW.date()))
            found.read_on(everything=True)
            assert (
                len(list(found.keys)) == found.known
            )  # those between both ends are read as somebody is there
            last = max(found.known - _AT_ONCE, 0)
            for name, place in (("first", 0), ("middle", last // 2), ("last", last)):
                begun = perf_counter()
                found.items(place, place + _AT_ONCE, keep=False)
                bench.samples.add(f"page {name}", perf_counter() - begun, entries)
        bench.samples.add("raw page", _raw(bench.journal(entries)), entries)


def _raw(journal: Path) -> float:
    """Seconds in which SQLite alone reads the latest rows of the very table, and nothing is made of them."""
    with closing(sqlite3.connect(journal)) as connection:
        asked = "SELECT * FROM entry ORDER BY position DESC LIMIT ?"
        connection.execute(asked, (_AT_ONCE,)).fetchall()
        begun = perf_counter()
        connection.execute(asked, (_AT_ONCE,)).fetchall()
        return perf_counter() - begun


def _steps(app: Timed, cursor: Callable[[Timed], object]) -> float:
    took = []
    for _ in range(_MOVES):
        app.rest(_PAUSE)
        before = cursor(app)
        took.append(app.press(_DOWN, lambda _, before=before: cursor(app) not in (None, before)))
    app.rest()
    return median(took)


def _row_under_cursor(app: Timed) -> object:
    """Where the mark of the cursor stands, and on what: made-up entries of the same words are neighbours."""
    lines = [line[:60] for line in app.text.splitlines()]
    return next(((number, lines[number - 3 :]) for number, line in enumerate(lines) if "▸" in line), None)


def _cell_under_cursor(app: Timed) -> object:
    """The colours of the first column, which are all that moves there."""
    return app.colours(1)


def _typed(app: Timed, words: str) -> list[float]:
    """Type words, each letter once the results for the one before are there; then empty the box."""
    took = []
    for length in range(1, len(words) + 1):
        before = _told(app.text)
        took.append(app.press(words[length - 1], lambda text, before=before: _told(text) != before))
        app.rest(0.05)
    app.press("\x15", "newest first")
    app.rest()
    return took


def _told(text: str) -> list[str]:
    """What is told of the search, and the list below it: all but the box itself."""
    return text.splitlines()[3:]
