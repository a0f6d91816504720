"""`python -m tests.bench`: makes journals, measures in rounds, and prints a table of ratios."""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import editing, encrypted, long_entry, long_use, pages, reading, shell, starting
from tests.bench.bench import Bench
from tests.bench.rows import Row, Samples, table

FAMILIES: dict[str, Callable[[Bench], None]] = {
    "start": starting.start,
    "pages": pages.pages,
    "editor": editing.editor,
    "history": reading.history,
    "search": reading.search,
    "any-page": reading.any_page,
    "long": long_entry.long_entry,
    "commands": shell.commands,
    "encrypted": encrypted.encrypted,
    "use": long_use.long_use,
}
"""What can be asked for with --only; the floors are part of every round."""

ROWS: tuple[Row, ...] = (
    *starting.ROWS,
    *pages.ROWS,
    *editing.ROWS,
    *reading.ROWS,
    *long_entry.ROWS,
    *shell.ROWS,
    *encrypted.ROWS,
    *long_use.ROWS,
)
"""The lines of the table, in order."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print; a target that is missed is told and changes no exit code."""
    asked = _asked(arguments)
    chosen = [measure for name, measure in FAMILIES.items() if asked.only in name]
    if not chosen:
        raise SystemExit(f"Nothing is called {asked.only!r}; there are {', '.join(FAMILIES)}.")
    with tempfile.TemporaryDirectory(prefix="bounceback-bench-") as folder:
        bench = Bench(Path(folder), sorted(asked.sizes), Samples())
        begun = time.monotonic()
        bench.make_journals()
        print(f"Journals made in {time.monotonic() - begun:.0f} s.", flush=True)
        for number in range(-1 if asked.runs > 1 else 0, asked.runs):
            _round(bench, chosen, number)
            if number < 0:
                bench.samples = Samples()  # the first round only warms up
    lines = list(bench.samples.lines(ROWS))
    print(
        f"\n{platform.machine()}, Python {platform.python_version()}, {asked.runs} rounds\n\n{table(lines)}"
    )
    missed = [line for line in lines if line.verdict == "misses"]
    if missed:
        print(f"\nMissed:\n\n{table(missed)}")


def _round(bench: Bench, chosen: Sequence[Callable[[Bench], None]], number: int) -> None:
    """Everything once, in an order that turns from round to round, so that noise meets all alike."""
    begun = time.monotonic()
    starting.floors(bench)
    turn = number % len(chosen)
    for measure in (*chosen[turn:], *chosen[:turn]):
        try:
            measure(bench)
        except AssertionError as problem:  # the rest of a long run is not lost for it
            print(f"{measure.__name__}: {problem}", flush=True)
    name = "Warming up" if number < 0 else f"Round {number + 1}"
    print(f"{name}: {time.monotonic() - begun:.0f} s.", flush=True)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--sizes", type=_lengths, default=[1_000, 10_000, 100_000], help="entries, by commas")
    asked.add_argument("--runs", type=int, default=9, help="rounds that count")
    asked.add_argument("--only", default="", metavar="WORD", help=f"one of {', '.join(FAMILIES)}")
    return asked.parse_args(arguments)


def _lengths(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


if __name__ == "__main__":
    main()
