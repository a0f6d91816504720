"""The commands that are meant for a moment in between: `note`, `mood`, `list` and `search`."""

from __future__ import annotations

from tests.bench.bench import COMMAND, Bench
from tests.bench.rows import EMPTY, P, Row
from tests.bench.timed import run

_COMMANDS = {
    "note": ("note", "Walked an hour, better", "--mood", "6"),
    "mood": ("mood", "5"),
    "list": ("list",),
    "search": ("search", "panel"),
}

ROWS = (
    *(Row(f"bounceback {name}", name, P, 6.0) for name in _COMMANDS),
    *(Row(f"bounceback {name}, against an empty journal", name, EMPTY, 1.2) for name in _COMMANDS),
    *(Row(f"memory of bounceback {name}", f"memory of {name}", limit=40, unit="MiB") for name in _COMMANDS),
)
"""What this file measures."""


def commands(bench: Bench) -> None:
    """Each command on each journal, one after the other."""
    for name, arguments in _COMMANDS.items():
        for entries in (0, *bench.sizes):
            took, memory = run([*COMMAND, *arguments], bench.env(entries))
            bench.samples.add(name, took, entries)
            bench.samples.add(f"memory of {name}", memory, entries)
