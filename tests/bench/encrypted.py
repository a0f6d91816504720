"""The same keys in an encrypted journal as in a plain one of the same rows; unlocking is told apart."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.bench import COMMAND, Bench, on_today
from tests.bench.pages import PAGES, turn
from tests.bench.rows import F, Row
from tests.bench.timed import Timed, run

_WORDS = "correct horse battery staple"
_ASKED = {
    "BOUNCEBACK_PASSPHRASE_COMMAND": f"echo {_WORDS}",
    "BOUNCEBACK_NEW_PASSPHRASE_COMMAND": f"echo {_WORDS}",
}
_TYPED = "panel"
_KINDS = ("plain", "encrypted")

ROWS = (
    Row("first paint of Today, encrypted, unlocking included", "encrypted paint", F),
    *(
        Row(f"{what}, encrypted against plain", f"encrypted {what}", f"plain {what}", 1.5)
        for what in (*PAGES, "a letter of a search")
    ),
)
"""What this file measures."""


def encrypted(bench: Bench) -> None:
    """The shortest journal and an encrypted copy of it, one after the other."""
    entries = bench.sizes[0]
    for kind in _KINDS:
        env = bench.env(entries)
        if kind == "encrypted":
            env |= {"BOUNCEBACK_DB": str(_copy(bench, entries))} | _ASKED
        with Timed(COMMAND, env) as app:
            bench.samples.add(f"{kind} paint", app.first_paint(on_today))
            app.rest(0.4)
            for page, (key, marks) in PAGES.items():
                bench.samples.add(f"{kind} {page}", turn(app, key, marks))
            turn(app, "/", ("words, company",))
            took = [app.press(letter) for letter in _TYPED]
            bench.samples.add(f"{kind} a letter of a search", sum(took) / len(took))


def _copy(bench: Bench, entries: int) -> Path:
    """An encrypted copy, made in the first round."""
    path = bench.folder / "encrypted.db"
    if not path.exists():
        shutil.copyfile(bench.journal(entries), path)
        run([*COMMAND, "encrypt", "--yes"], bench.env(entries) | {"BOUNCEBACK_DB": str(path)} | _ASKED)
    return path
