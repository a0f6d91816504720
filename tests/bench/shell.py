"""The commands that are meant for a moment in between: `note`, `mood`, `due`, `list`, `search`."""

from __future__ import annotations

import shutil
import sys

from tests.bench.bench import COMMAND, Bench
from tests.bench.rows import EMPTY, P, Row
from tests.bench.timed import processor, run

_COMMANDS = {
    "note": ("note", "--mood", "6", "Walked an hour, better: {}"),
    "mood": ("mood", "5"),
    "due": ("due",),
    "list": ("list",),
    "search": ("search", "panel"),
}

_PEAK = (
    "import os, resource, sys; os.waitpid(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ), 0);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
"""Runs a command and prints its peak; measured here, it would be no less than the bench holds."""

_UNIT = 1024 if sys.platform == "linux" else 1024 * 1024  # parts of a MiB in which systems count

ROWS = (
    *(Row(f"bounceback {name}", f"command {name}", P, 6.0) for name in _COMMANDS),
    *(
        Row(f"bounceback {name}, against an empty journal", f"command {name}", EMPTY, 1.2)
        for name in _COMMANDS
    ),
    Row("`bounceback list`, 1,000 entries, against jrnl, where that is installed", "at 1,000", "jrnl", 0.25),
    *(Row(f"memory of bounceback {name}", f"memory of {name}", limit=40, unit="MiB") for name in _COMMANDS),
)
"""What this file measures."""


def commands(bench: Bench) -> None:
    """Each command on each journal, one after the other."""
    for name, arguments in _COMMANDS.items():
        if name == "list" and (jrnl := shutil.which("jrnl")):
            _peer(bench, jrnl)
        for entries in (0, *bench.sizes):
            done = len(bench.samples.of(f"command {name}", entries))  # no two notes look the same
            timed, weighed = ([*COMMAND, *(one.format(f"{done}{by}") for one in arguments)] for by in "ab")
            # by the clock of the machine, as somebody runs it: one set by hand reads its zone from a file
            env = {key: value for key, value in bench.env(entries).items() if key != "BOUNCEBACK_NOW"}
            bench.samples.add(f"command {name}", processor(timed, env), entries)
            _, said = run([sys.executable, "-c", _PEAK, *weighed], env)
            bench.samples.add(f"memory of {name}", int(said.split()[-1]) / _UNIT, entries)


def _peer(bench: Bench, jrnl: str) -> None:
    """How long another journal for the shell takes to list 1,000 entries, and how long ours takes."""
    folder = bench.folder / "jrnl"
    if not folder.exists():
        folder.mkdir()
        text = "\n".join(
            f"[2026-{1 + n % 12:02}-{1 + n % 28:02} 09:30] Entry {n}\nAnd words.\n" for n in range(1000)
        )
        (folder / "journal.txt").write_text(text, "utf-8")
        (folder / "jrnl.yaml").write_text(
            f"journals:\n  default: {folder / 'journal.txt'}\nversion: v4\n", "utf-8"
        )
    asked = [jrnl, "--config-file", str(folder / "jrnl.yaml"), "-n", "1000", "--short"]
    bench.samples.add("jrnl", run(asked, bench.env(0))[0])
    bench.samples.add("at 1,000", run([*COMMAND, "list"], bench.env(min(bench.sizes)))[0])
