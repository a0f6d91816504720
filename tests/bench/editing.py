"""A letter in the editor, with 10,000 characters in it and drafts being kept."""

from __future__ import annotations

import random
import shutil
from statistics import median

from tests.bench.bench import COMMAND, Bench, on_today
from tests.bench.made_journal import text
from tests.bench.rows import Row
from tests.bench.timed import Timed

_LETTERS = "so that was that, then, and on to the next one"
_LENGTH = 10_000
_END = "And once more:"

ROWS = (
    Row("a letter in Textual's bare editor, 10,000 characters", "bare letter", unit="s"),
    Row("the same in ours, with drafts on", "letter", "bare letter", 1.2),
    Row("its slowest letter, against the slowest there", "slowest letter", "slowest bare letter"),
)
"""What this file measures."""


def editor(bench: Bench) -> None:
    """The same sentence in the bare editor and in ours."""
    words = _words()
    file = bench.folder / "words.txt"
    file.write_text(words, "utf-8")
    with bench.bare("bare_editor", file) as bare:
        bare.until(_END)
        bare.rest()
        _type(bench, bare, "bare letter")
    entries = max(bench.sizes)
    copy = bench.folder / "editing.db"  # the draft must not be there in the next round
    shutil.copyfile(bench.journal(entries), copy)
    with Timed(COMMAND, bench.env(entries) | {"BOUNCEBACK_DB": str(copy)}) as app:
        app.until(on_today)
        app.rest(0.4)
        app.press("w", "Nobody else reads this")
        app.rest()
        app.press(f"\x1b[200~{words}\x1b[201~", _END)
        app.rest(0.3)
        _type(bench, app, "letter", entries)
    for left in bench.folder.glob("editing.db*"):
        left.unlink()


def _type(bench: Bench, app: Timed, name: str, entries: int | None = None) -> None:
    """Type a sentence, each letter once the one before is on the screen."""
    took = [app.press(letter) for letter in _LETTERS if letter != " "]
    bench.samples.add(name, median(took), entries)
    bench.samples.add(f"slowest {name}", max(took), entries)


def _words() -> str:
    chance = random.Random(1)
    words = ""
    while len(words) < _LENGTH:
        words += text(chance) + "\n\n"
    return words[:_LENGTH].rsplit(".", 1)[0] + f"\n\n{_END}"
