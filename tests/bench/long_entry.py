"""An entry as long as a book: opening it, going to its end, and changing it."""

from __future__ import annotations

import random

from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from tests.bench.bench import COMMAND, Bench, on_today
from tests.bench.made_journal import NOW, text
from tests.bench.rows import F, Row
from tests.bench.timed import Timed

_LENGTH = 10_000_000
_BEGUN, _ENDED = "It begins here.", "It ends here."

ROWS = (
    Row("opening an entry of 10 MB", "long", F, 0.15),
    Row("to its end", "long end", F, 0.15),
    Row("to its beginning", "long home", F, 0.15),
    Row("changing it: until it can be typed in", "long edit", F),
    Row("changing it: a letter", "long letter", F),
)
"""What this file measures."""


def long_entry(bench: Bench) -> None:
    """A journal with nothing else in it, made in the first round."""
    path = bench.folder / "long.db"
    if not path.exists():
        with Workspace(path, FixedClock(NOW), asset("guide.md")) as workspace:
            workspace.journal.note(_words(), title="Long")
            assert workspace.recovery.guide.steps
    with Timed(COMMAND, bench.env(0) | {"BOUNCEBACK_DB": str(path)}) as app:
        app.until(on_today)
        app.rest(0.4)
        app.press("2", "1 entry")
        app.rest(0.6)  # nobody opens an entry before they have read its title
        bench.samples.add("long", app.press("\r", _BEGUN))
        app.rest()
        bench.samples.add("long end", app.press("\x1b[F", _ENDED))
        app.rest()
        bench.samples.add("long home", app.press("\x1b[H", _BEGUN))
        app.rest()
        bench.samples.add("long edit", app.press("e", "Title"))
        app.rest(1)
        bench.samples.add("long letter", app.press("x"))


def _words() -> str:
    """Paragraphs that repeat after a while: to make up each would take longer than to measure."""
    chance = random.Random(3)
    some = "\n\n".join(text(chance) for _ in range(2_000))
    return "\n\n".join([_BEGUN, *[some] * (_LENGTH // len(some)), _ENDED])
