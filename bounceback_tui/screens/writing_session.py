"""A session of the writing programme: a page, a quiet line that tells how long, and one key that stops."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from bounceback_tui.domain.writing import MINUTES, SESSIONS, WritingHeld
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.screens.write import WriteForm
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe

_REPAINT = 5.0
"""Seconds between two looks at the clock: the line tells whole minutes."""

_LONGEST = timedelta(days=1)
"""What a draft may say of the time before; whatever is longer is no session."""


class WritingSessionForm(WriteForm):
    """Mood, a page and mood again; everything may be left out but a word on the page."""

    FORM = "writing"
    AUTO_FOCUS = "#before-mood"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "submit", "stop and keep", priority=True, tooltip="Stop here; what you wrote is kept"
        ),
        Binding("ctrl+g", "turn_time", "time", tooltip="Hide how long you have been writing, or show it"),
    ]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is empty but for a draft that was set aside. Raises StorageError."""
        super().__init__(workspace, target)
        programme = workspace.tools.writing.present()
        self._place = programme.next_place if programme else SESSIONS + 1
        self._opened = workspace.clock.now()
        self._before = 0  # seconds that a draft had taken already

    @property
    def seconds(self) -> int:
        """How long the session has lasted, with the time before it was left."""
        passed = self.workspace.clock.now().utc - self._opened.utc
        return self._before + max(int(passed.total_seconds()), 0)

    def heading(self) -> ComposeResult:
        """Which day it is."""
        words = (
            f"Your writing, day {self._place} of {SESSIONS}" if self._place <= SESSIONS else "Your writing"
        )
        yield Static(safe(words, "bold $text-accent"), id="writing-day")

    def above(self) -> ComposeResult:
        """Something to start from."""
        prompt = Prompt(read_list(asset("writing.md")))
        prompt.place = min(self._place, SESSIONS) - 1
        yield prompt

    def below(self, known: Sequence[str]) -> ComposeResult:
        """How long, and nothing else to fill in."""
        yield Static(id="writing-time", markup=False)

    def on_mount(self) -> None:
        """Tell how long, now and again."""
        self._tell_time()
        self.set_interval(_REPAINT, self._tell_time)

    def content(self) -> dict[str, Any]:
        """The fields; of a page with words also how long it took, so that a draft goes on counting."""
        content = super().content()
        return content | {"seconds": self.seconds} if content.get("text") else content

    def fill(self, content: dict[str, Any]) -> None:
        """The fields, and the time that was counted before."""
        super().fill(content)
        seconds = content.get("seconds")
        fits = isinstance(seconds, int) and 0 <= seconds <= _LONGEST.total_seconds()
        self._before = seconds if isinstance(seconds, int) and fits else 0
        self._opened = self.workspace.clock.now()
        self._tell_time()

    def value(self) -> WritingHeld:
        """The page with how it felt, and how long it took. Raises ValueError where nothing stands on it."""
        return WritingHeld(self.page(), self.seconds)

    @property
    def done(self) -> str:
        """What is said after saving."""
        before, after = self.moods
        kept = f"Kept as day {self._place} of {SESSIONS}." if self._place <= SESSIONS else "Kept."
        if self._place == SESSIONS:
            kept = "That was the fifth: all five are written, and they stay yours."
        lower = before is not None and after is not None and after < before
        common = " Lower right after is common, and tends to pass." if lower else ""
        return f"{kept}{common} u takes it back."

    def action_turn_time(self) -> None:
        """Hide how long it has been, or show it; it stays so."""
        settings = self.workspace.settings
        shown = not settings.writing_time
        attempt(self, lambda: settings.show_writing_time(shown))
        self._tell_time()

    def _tell_time(self) -> None:
        minutes = self.seconds // 60
        enough = ": about as long as it takes; stop whenever you like." if minutes >= MINUTES else ""
        line = self.query_one("#writing-time", Static)
        line.display = self.workspace.settings.writing_time
        line.update(safe(f"{minutes} min{enough}", "$foreground-muted"))
