"""`python -m tests.soak --minutes 10 --seed 7`: random keys on a made-up journal, and what went wrong.

Whatever is saved in an entry holds a mark that no other has; each mark must be somewhere in the journal ever
after, unless what held it was deleted for good. Keys are chosen by chance from the seed alone, but what they
meet depends on timers as well, so a seed takes nearly the same way again, not exactly the same.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui import desktop
from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome, Revised, Written
from bounceback_tui.domain.writing import WritingHeld
from bounceback_tui.resources import asset
from bounceback_tui.screens.registry import AT_THE_END, TOOLS
from bounceback_tui.services import keeping
from bounceback_tui.services.demo import fill
from bounceback_tui.services.patterns import Asked
from bounceback_tui.services.trash import Trash
from bounceback_tui.services.workspace import Workspace
from tests.faults.hostile_text import strings, wrong_with

NOW = datetime.fromisoformat("2026-11-23T09:30+01:00")
MARK = re.compile(r"soak\d{6}")
SIZES = [(60, 20), (80, 24), (80, 24), (120, 40), (160, 50), (40, 12), (30, 8), (20, 6), (1, 1)]

KEYS = {
    **dict.fromkeys(["1", "2", "3", "4", "5"], 5),
    **dict.fromkeys(["n", "w", "m", "slash"], 4),
    **dict.fromkeys(["down", "up", "right", "left", "enter", "tab", "escape"], 14),
    **dict.fromkeys(["space", "shift+tab", "backspace", "pagedown", "pageup", "home", "end"], 3),
    **dict.fromkeys(["ctrl+s"], 14),
    **dict.fromkeys(["u", "U", "d", "e", "ctrl+p", "question_mark", "ctrl+n", "ctrl+t", "ctrl+u"], 2),
    **dict.fromkeys("abcfghijklopqrstvxyzDRN[]<>", 2),
    **dict.fromkeys(["ctrl+left", "ctrl+right", "shift+left", "ctrl+z", "ctrl+y", "ctrl+c", "ctrl+g"], 1),
    **dict.fromkeys(["ctrl+x", "ctrl+v", "ctrl+k", "ctrl+w", "ctrl+d", "delete", "6", "7", "8", "9", "0"], 1),
}
"""What is pressed, and how often against the others. "E" would start another program, ctrl+q leave."""


_NO_PROOF = ("entry_words", "tool_words", "sqlite_", "undo_step", "draft")
"""Tables that hold words of an entry which may be gone: the index, what undo says, what was not saved yet."""


class Walking:
    """A clock that goes on a little whenever it is read."""

    def __init__(self) -> None:
        self._when = NOW
        self.zone = FixedClock(NOW).zone

    def now(self) -> Moment:
        self._when += timedelta(milliseconds=20)
        return Moment.of(self._when)

    def forward(self, minutes: float) -> None:
        self._when += timedelta(minutes=minutes)


class Model:
    """What must be there, and what went wrong."""

    def __init__(self) -> None:
        self.marks: set[str] = set()
        self.given = 0
        self.saves: Counter[str] = Counter()
        self.forgiven = 0
        self.faults: list[str] = []

    def mark(self) -> str:
        """A word that was never written before."""
        self.given += 1
        return f"soak{self.given:06}"

    def saved(self, value: object) -> None:
        """Something was saved; of entries it is known that they keep every word."""
        self.saves[type(value).__name__] += 1
        value = value.new if isinstance(value, Revised) else value
        if isinstance(value, Outcome | Written | WritingHeld):
            entry = getattr(value, "written", value)
            self.marks |= set(MARK.findall(f"{getattr(entry, 'title', '')} {getattr(entry, 'text', '')}"))

    def missing(self, workspace: Workspace) -> set[str]:
        """The marks that are nowhere in the journal."""
        found: set[str] = set()
        database = workspace.database
        for (table,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            if not str(table).startswith(_NO_PROOF):
                for row in database.each(f"SELECT * FROM {table}"):
                    found |= set(MARK.findall(" ".join(cell for cell in row if isinstance(cell, str))))
        return self.marks - found


class Watched(BouncebackApp):
    """The app, which notes when a journal that is whole is said to be none."""

    def __init__(self, workspace: Workspace, model: Model) -> None:
        super().__init__(workspace)
        self.model = model

    def notify(self, message: str, **options: Any) -> None:
        if message.startswith("The journal could not be read or written"):
            self.model.faults.append(message)
        super().notify(message, **options)


@contextmanager
def watching(model: Model) -> Iterator[None]:
    """Note every save, every deletion for good, and faults that are told only in passing."""
    keep, destroy, answer = keeping.keep, Trash.destroy, Asked.answer

    def kept(workspace: Workspace, value: object) -> str:
        key = keep(workspace, value)
        model.saved(value)
        return key

    def destroyed(trash: Trash, one: Any) -> None:
        destroy(trash, one)
        gone = MARK.findall(repr(one))
        model.forgiven += 1
        model.marks -= set(gone) | model.missing(running[-1])

    def answered(asked: Asked) -> Any:
        try:
            return answer(asked)
        except Exception:
            model.faults.append(traceback.format_exc())
            raise

    with (
        patch.object(keeping, "keep", kept),
        patch.object(Trash, "destroy", destroyed),
        patch.object(Asked, "answer", answered),
        patch.object(desktop, "open_link", lambda *_: True),
        patch.object(desktop, "copy", lambda *_: True),
    ):
        yield


running: list[Workspace] = []
"""The open journal."""


class Soak:
    """Random keys until the time is over."""

    def __init__(self, seed: int, seconds: float) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.seconds = seconds
        self.warm = self.ends = math.inf  # until there is a journal
        self.model = Model()
        self.clock = Walking()
        self.hostile = strings(seed, 300)
        self.pressed: deque[str] = deque(maxlen=60)
        self.keys = 0
        self.starts = 0
        self.screens: Counter[str] = Counter()
        self.memory: list[float] = []

    async def run(self, path: Path) -> None:
        """Open the journal, again after each time that the keys found the way out."""
        while time.monotonic() < self.ends and not self.model.faults:
            self.starts += 1
            with Workspace(path, self.clock, asset("guide.md"), path.parent) as workspace:
                running[:] = [workspace]
                if self.starts == 1:
                    fill(workspace, self.clock.now())
                    self.ends = time.monotonic() + self.seconds
                    self.warm = self.ends - self.seconds * 2 / 3
                app = Watched(workspace, self.model)
                app.animation_level = "none"
                async with app.run_test(notifications=True, tooltips=True) as pilot:
                    while app.is_running and time.monotonic() < self.ends and not self.model.faults:
                        await asyncio.wait_for(self.step(pilot), 60)
                self.compare(workspace)

    async def step(self, pilot: Pilot[None]) -> None:
        """One thing that somebody might do."""
        app, chance = pilot.app, self.chance
        self.screens[type(app.screen).__name__] += 1
        what, self.keys = chance.random(), self.keys + 1
        if what < 0.006:
            size = chance.choice(SIZES)
            self.pressed.append(f"size {size}")
            await pilot.resize_terminal(*size)
        elif what < 0.012:
            self.clock.forward(chance.choice([1, 60, 1440, 9000]))
        elif what < 0.15 and isinstance(app.focused, Input | TextArea):
            words = chance.choice([chance.choice(self.hostile), "Acme", "3 days ago", "company:", "no"])
            text = f"{words} {self.model.mark()}"
            self.pressed.append(f"paste {text[:30]!r}")
            app.post_message(events.Paste(text))
            await pilot.pause()
        elif what < 0.165:
            place = (chance.randrange(app.size.width or 1), chance.randrange(app.size.height or 1))
            self.pressed.append(f"click {place}")
            await pilot.click(offset=place)
        elif what < 0.22 and app.screen is app.main:
            await self.on_purpose(pilot)
        else:
            keys = chance.choices(list(KEYS), list(KEYS.values()), k=chance.choice([1, 1, 2, 5]))
            self.pressed.extend(keys)
            self.keys += len(keys) - 1
            await pilot.press(*keys)
        if chance.random() < 0.05 and app.is_running:
            self.model.faults += wrong_with(app)[:3]
        if chance.random() < 0.005 and app.is_running:
            self.compare(running[-1])
        if chance.random() < 0.1 and time.monotonic() > self.warm:
            self.memory.append(resident())

    async def on_purpose(self, pilot: Pilot[None]) -> None:
        """What somebody does who knows where to go: write and save, or open a window that is far away."""
        app, chance = pilot.app, self.chance
        if chance.random() < 0.5:
            tool = chance.choice([*TOOLS, *AT_THE_END]).name
            self.pressed.append(f"open {tool}")
            await app.open_tool(tool)
            await pilot.pause()
            return
        form = chance.choice("nw")
        words = f"{self.model.mark()} {chance.choice(self.hostile)}"
        self.pressed.extend([form, f"paste {words[:30]!r}", "ctrl+s"])
        await pilot.press(form)
        app.post_message(events.Paste(words))
        await pilot.pause()
        await pilot.press("ctrl+s")

    def compare(self, workspace: Workspace) -> None:
        """Hold the journal against the model."""
        if missing := self.model.missing(workspace):
            self.model.faults.append(f"saved, and now nowhere in the journal: {sorted(missing)}")
        if workspace.database.rows("PRAGMA integrity_check") != [("ok",)]:
            self.model.faults.append("the journal is damaged")


def resident() -> float:
    """MiB of memory in use by this process; 0 where that cannot be told."""
    try:
        words = Path("/proc/self/statm").read_text().split()
    except OSError:
        return 0.0
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


GROWS = 40.0
"""MiB that a run may grow after its first third: figures, renderings and steps of undo that are kept."""


def main() -> int:
    """Run it, and tell how it went; 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    asked = parser.parse_args()
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    soak = Soak(asked.seed, asked.minutes * 60)
    with tempfile.TemporaryDirectory(prefix="soak-") as home, watching(soak.model):
        folders = {"HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        with patch.dict(os.environ, folders):
            try:
                asyncio.run(soak.run(Path(home) / "journal.db"))
            except Exception:
                soak.model.faults.append(traceback.format_exc())
    return told(soak)


def told(soak: Soak) -> int:
    """Print what was done and found."""
    model = soak.model
    grown = soak.memory[-1] - soak.memory[0] if soak.memory else 0.0
    if grown > GROWS:
        model.faults.append(f"memory grew by {grown:.0f} MiB after the first third")
    for fault in model.faults[:5]:
        print(f"FAULT: {fault[-4000:]}")
    if model.faults:
        print("last keys:", *soak.pressed)
    print(f"{len(soak.screens)} kinds of screens: {dict(soak.screens.most_common())}")
    print(f"saved: {dict(model.saves)}; deleted for good: {model.forgiven}; starts: {soak.starts}")
    held = f"{soak.keys} keys, {len(model.marks)} marks held, memory {grown:+.1f} MiB"
    print(f"seed {soak.seed}: {held}, {len(model.faults)} faults")
    return 1 if model.faults else 0


if __name__ == "__main__":
    sys.exit(main())
