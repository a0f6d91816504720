"""Memory after much use: as many keys as somebody presses in a long hour, and what is held afterwards."""

from __future__ import annotations

import time

from tests.bench.bench import TODAY, Bench
from tests.bench.pages import PAGES, turn
from tests.bench.rows import EMPTY, Row

_ROUNDS = 12
"""Rounds of some fifty keys each; more of them showed no more memory."""

_DOWN, _ESCAPE = "\x1b[B", "\x1b"

_VISITED = PAGES | {"Recover": ("3", ("/4",))}  # whichever section somebody came to
_REST = 1.3  # seconds without a key, after which garbage is looked for

ROWS = (
    Row("memory after 600 keys, against the smallest app", "memory after use", "memory of hello", 1.6),
    Row("memory after 600 keys, against an empty journal", "memory after use", EMPTY, 1.15),
)
"""What this file measures."""


def long_use(bench: Bench) -> None:
    """Turn to pages, look down lists, search, begin to write and leave it, again and again."""
    for entries in (0, *bench.sizes):
        with bench.started(entries) as app:
            for _ in range(_ROUNDS):
                for key, marks in _VISITED.values():
                    turn(app, key, marks)
                    app.keys(_DOWN * 12)
                turn(app, "/", ("words, company",))
                app.keys("panel", _ESCAPE, _ESCAPE)
                turn(app, "n", ("who was it?",))
                turn(app, _ESCAPE, PAGES["Journal"][1])
                turn(app, "1", TODAY)
                time.sleep(_REST)
            bench.samples.add("memory after use", app.held(), entries)
