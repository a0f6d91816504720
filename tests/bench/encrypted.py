"""The same keys in an encrypted journal as in a plain one of the same rows; unlocking is told apart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench import COMMAND, Bench, on_today
from tests.bench.pages import LAST, PAGES, VIEWS, turn
from tests.bench.rows import F, Row
from tests.bench.timed import Timed, run

_WORDS = "correct horse battery staple"
_ASKED = {
    "BOUNCEBACK_PASSPHRASE_COMMAND": f"echo {_WORDS}",
    "BOUNCEBACK_NEW_PASSPHRASE_COMMAND": f"echo {_WORDS}",
}
_TYPED = "panel"
_KEYS = {"to the end of the history": "\x1b[F", "to its beginning again": "\x1b[H", "a step down": "\x1b[B"}
_KINDS = ("plain", "encrypted")

ROWS = (
    Row("first paint of Today, encrypted, unlocking included", "encrypted paint", F),
    *(
        Row(f"{what}, encrypted against plain", f"encrypted {what}", f"plain {what}", 1.5)
        for what in (
            *(f"{page}, {visit}" for visit in ("first visit", "again") for page in (*PAGES, *LAST)),
            *(f"Patterns, figures: {name}" for name in VIEWS if name != "mood"),
            *_KEYS,
            "a letter of a search",
        )
        if what != "Today, first visit"
    ),
)
"""What this file measures."""


def encrypted(bench: Bench) -> None:
    """Each journal and an encrypted copy of it, one after the other."""
    for entries in bench.sizes:
        for kind in _KINDS:
            env = bench.env(entries)
            if kind == "encrypted":
                env |= {"BOUNCEBACK_DB": str(_copy(bench, entries))} | _ASKED
            with Timed(COMMAND, env) as app:
                bench.samples.add(f"{kind} paint", app.first_paint(on_today), entries)
                app.rest(0.4)
                for what, took in _used(app):
                    bench.samples.add(f"{kind} {what}", took, entries)


def _used(app: Timed) -> Iterator[tuple[str, float]]:
    """The keys of the other families, and the seconds that each takes."""
    for page, (key, marks) in PAGES.items():
        yield f"{page}, first visit", turn(app, key, marks)
    for name, (key, marks) in VIEWS.items():
        yield (
            "Patterns, first visit" if name == "mood" else f"Patterns, figures: {name}",
            turn(app, key, marks),
        )
    for page, (key, marks) in (*PAGES.items(), *LAST.items()):
        yield f"{page}, again", turn(app, key, marks)
    turn(app, *PAGES["Journal"])
    for what, key in _KEYS.items():
        yield what, app.press(key)
        app.rest()
    turn(app, "/", ("words, company",))
    took = [app.press(letter) for letter in _TYPED]
    yield "a letter of a search", sum(took) / len(took)


def _copy(bench: Bench, entries: int) -> Path:
    """An encrypted copy, made in the first round."""
    path = bench.folder / f"encrypted-{entries}.db"
    if not path.exists():
        shutil.copyfile(bench.journal(entries), path)
        run([*COMMAND, "encrypt", "--yes"], bench.env(entries) | {"BOUNCEBACK_DB": str(path)} | _ASKED)
    return path
