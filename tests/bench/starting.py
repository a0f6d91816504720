"""From the command to Today: how long, how much memory, how quiet afterwards, and how long to leave."""

from __future__ import annotations

import sys
import time
from statistics import median

from tests.bench.bench import TIMES, Bench, on_today
from tests.bench.rows import EMPTY, F, P, Row, with_processor, worked
from tests.bench.timed import Timed, processor

_SETTLED = 4.5
"""Seconds after which what is done once after a start is done: what is usual, a look for garbage, and in a
short journal one for damage."""

_AWHILE = 2

ROWS = (
    Row("first paint of the smallest app (F)", F, unit="s"),
    Row("python -c pass (P)", P, unit="s"),
    Row("python -c 'import sqlite3'", "import sqlite3", P),
    *with_processor(
        Row("first paint of Today", "paint", F, 1.5),
        Row("first paint of Today, against an empty journal", "paint", EMPTY, 1.1),
    ),
    Row("Today at rest", "rest", F),
    Row("memory of the app, against the smallest app", "memory", "memory of hello", 1.6),
    Row("memory of the app, against an empty journal", "memory", EMPTY, 1.15),
    Row("leaving, against the smallest app", "leaving", "leaving hello", 1.15),
    Row("processor used in two seconds of rest, against the smallest app", "idle", "idle hello", 1.15),
    Row("bytes written in two seconds of rest", "idle bytes", limit=0, unit="B"),
)
"""What this file measures."""


def floors(bench: Bench) -> None:
    """F and P, which most rows are told by."""
    bench.samples.add(P, processor([sys.executable, "-c", "pass"]))
    bench.samples.add("import sqlite3", processor([sys.executable, "-c", "import sqlite3"]))
    with bench.bare("hello") as hello:
        bench.took(F, hello.first_paint("READY"), hello)
        hello.rest(0.4)
        bench.samples.add("memory of hello", hello.peak())
        bench.samples.add("idle hello", _idle(hello))
        bench.samples.add("leaving hello", hello.leave())


def start(bench: Bench) -> None:
    """The app on each journal, the empty one too."""
    for entries in (0, *bench.sizes):
        _paint(bench, entries)
        with bench.app(entries) as app:
            app.first_paint(on_today)
            app.rest(0.4)
            bench.samples.add("rest", app.quiet_since - app.started, entries)
            time.sleep(_SETTLED)
            bench.samples.add("memory", app.peak(), entries)
            written = app.written()
            bench.samples.add("idle", _idle(app), entries)
            bench.samples.add("idle bytes", app.written() - written, entries)
            bench.samples.add("leaving", app.leave(), entries)


def _paint(bench: Bench, entries: int) -> None:
    """The first paint and its floor, in turns."""
    floors, paints = [], []
    for _ in range(TIMES):
        floors.append(bench.floor_once())
        with bench.app(entries) as app:
            paints.append((app.first_paint(on_today), app.worked))
    bench.middle_floor(floors, entries)
    for name, values in zip(("paint", worked("paint")), zip(*paints, strict=True), strict=True):
        bench.samples.add(name, median(values), entries)


def _idle(app: Timed) -> float:
    """Seconds of the processor in a while at rest: the toolkit itself looks for keys ten times a second."""
    used = app.processor()
    time.sleep(_AWHILE)
    return app.processor() - used
