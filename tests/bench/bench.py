"""What every family of measurements needs: the journals, the commands, and where the figures go."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from tests.bench.made_journal import NOW, make
from tests.bench.rows import F, Samples, beside, worked
from tests.bench.timed import Timed

_HERE = Path(__file__).parent
_COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent))

COMMAND = [_COMMAND] if _COMMAND else [sys.executable, "-m", "bounceback_tui"]
"""What starts the program."""

TIMES = 3
"""How often what is short is done in each round; the middle one counts."""

TODAY = ("A quiet place", "said no", "went silent", "Nothing open")
"""One of these stands on Today as soon as it is painted."""


@dataclass
class Bench:
    """One run: the lengths, the folder with the journals, and the figures."""

    folder: Path
    """Where everything is made; removed at the end."""
    sizes: Sequence[int]
    """Lengths of the journals, in entries, without the empty one."""
    samples: Samples

    def make_journals(self) -> None:
        """Make them, and open each once: the first start of all reads the guide, and of a day backs up."""
        for entries in (0, *self.sizes):
            make(self.journal(entries), entries)
            with Workspace(self.journal(entries), FixedClock(NOW), asset("guide.md")) as workspace:
                assert workspace.recovery.guide.steps
                workspace.backups.of_the_day()

    def took(self, name: str, seconds: float, app: Timed, entries: int | None = None) -> None:
        """Keep how long something took, and how long the processor worked on it."""
        self.samples.add(name, seconds, entries)
        self.samples.add(worked(name), app.worked, entries)

    def floor(self, entries: int) -> None:
        """F once more, the middle of a few, just before something: the speed of a shared machine turns."""
        self.middle_floor([self.floor_once() for _ in range(TIMES)], entries)

    def floor_once(self) -> tuple[float, float]:
        """Seconds by the clock and of the processor until the smallest app is painted."""
        with self.bare("hello") as hello:
            return hello.first_paint("READY"), hello.worked

    def middle_floor(self, took: Sequence[tuple[float, float]], entries: int) -> None:
        """Keep the middle of a few such floors for what is measured beside them."""
        for name, values in zip((F, worked(F)), zip(*took, strict=True), strict=True):
            self.samples.add(beside(name), median(values), entries)

    def journal(self, entries: int) -> Path:
        """The journal of that length."""
        return self.folder / f"journal-{entries}.db"

    def env(self, entries: int) -> dict[str, str]:
        """What a start needs to open it, as of the day on which it ends."""
        return {
            "BOUNCEBACK_DB": str(self.journal(entries)),
            "BOUNCEBACK_NOW": NOW.isoformat(),
            "HOME": str(self.folder),
        }

    def app(self, entries: int, size: tuple[int, int] = (80, 24)) -> Timed:
        """The app on a journal of that length, just started."""
        return Timed(COMMAND, self.env(entries), size)

    def started(self, entries: int, size: tuple[int, int] = (80, 24)) -> Timed:
        """The same once Today stands still."""
        app = self.app(entries, size)
        app.until(on_today)
        app.rest(0.4)
        return app

    def bare(self, name: str, *arguments: object) -> Timed:
        """One of the small apps to compare with, just started."""
        return Timed([sys.executable, str(_HERE / f"{name}.py"), *map(str, arguments)])


def on_today(text: str) -> bool:
    """Whether Today is painted."""
    return any(words in text for words in TODAY)
