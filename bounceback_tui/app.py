"""The app: opens the journal, saves what forms hand up, and closes clean whatever happens."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.text import one_line
from bounceback_tui.resources import asset, asset_path
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.form import Form
from bounceback_tui.screens.help import Help
from bounceback_tui.screens.journal import JournalPage
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.mood import MoodForm
from bounceback_tui.screens.registry import PAGES
from bounceback_tui.screens.today import TodayPage
from bounceback_tui.screens.what_happened import WhatHappened
from bounceback_tui.screens.write import WriteForm, Written
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.palette import mood_variables


class BouncebackApp(App[None]):
    """A private journal for people who have just been turned down for a job."""

    TITLE = "bounceback"
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, tooltip="Leave; everything is saved already"),
        Binding(
            "ctrl+p", "command_palette", "all", priority=True, key_display="^p", tooltip="All there is to do"
        ),
    ]

    def __init__(self, workspace: Workspace, demo: bool = False) -> None:
        """`demo` says at the start that nothing here is real."""
        super().__init__(css_path=asset_path("bounceback.tcss"))
        self._demo = demo
        self.workspace = workspace
        """The open journal."""
        self.main = MainScreen(workspace)
        """The screen with the pages."""

    def get_default_screen(self) -> Screen[None]:
        """The pages."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own: those of the moods."""
        return mood_variables(self.current_theme.dark)

    def on_mount(self) -> None:
        """Be ready for a terminal that goes away."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                # Textual handles neither: the terminal would stay raw, and a draft could be lost
                loop.add_signal_handler(getattr(signal, name), self._leave_at_once)
        if self._demo:
            self.notify("A made-up journal: look around, change anything. Nothing is kept.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers besides what comes with Textual."""
        yield SystemCommand("What happened", "Journal a no, a silence, a yes", self.action_tell)
        yield SystemCommand("Mood", "How is it now?", self.action_check_in)
        yield SystemCommand("Write", "A blank page", self.action_write)
        yield SystemCommand("Undo", "Take back what was just done", self.action_take_back)
        for page in PAGES:
            yield SystemCommand(page.NAME, f"Go to {page.NAME}", self._turn(page.NAME))
        yield from super().get_system_commands(screen)

    def action_tell(self) -> None:
        """Journal something that happened."""
        self._open(WhatHappened(self.workspace))

    def action_check_in(self) -> None:
        """How is it now?"""
        self._open(MoodForm(self.workspace))

    def action_write(self) -> None:
        """A blank page."""
        self._open(WriteForm(self.workspace))

    def action_help(self) -> None:
        """Keys, and what there is to know."""
        self.push_screen(Help(self.screen))

    def action_take_back(self) -> None:
        """Take back what was just done."""
        taken = attempt(self.screen, lambda: self.workspace.undo.take_back() or "")
        if taken is None:
            return
        words = f"Taken back: {taken[0].lower()}{taken[1:]}." if taken else "There is nothing to take back."
        self.notify(one_line(words), markup=False, timeout=3)
        self.main.read_again()

    @on(Form.Submitted)
    def _save(self, event: Form.Submitted) -> None:
        """Save what a form hands up; it closes only once that is safe."""
        action: Callable[[], object]
        match event.value:
            case Outcome() as outcome:
                action = lambda: self.workspace.journal.log(outcome)  # noqa: E731 - one of three alike
            case Reading() as reading:
                action = lambda: self.workspace.journal.check_in(reading)  # noqa: E731
            case Written() as written:
                action = lambda: written.save(self.workspace.journal)  # noqa: E731
            case _:
                return
        if attempt(event.form, lambda: (action(), True)):
            event.form.saved()
            self.notify(event.form.DONE, markup=False, timeout=4)
            self.main.read_again()

    @on(TodayPage.DraftWanted)
    def _draft_wanted(self, event: TodayPage.DraftWanted) -> None:
        if event.form == WhatHappened.FORM:
            self.action_tell()
        elif event.form == MoodForm.FORM:
            self.action_check_in()
        else:
            self._open(WriteForm(self.workspace, event.target))

    @on(JournalPage.EditWanted)
    def _edit_wanted(self, event: JournalPage.EditWanted) -> None:
        self._open(WriteForm(self.workspace, event.entry_id))

    def _open(self, form: Form) -> None:
        """Open a form, unless one is open already."""
        if not isinstance(self.screen, Form):
            self.push_screen(form, lambda _: self.main.read_again())

    def _turn(self, name: str) -> Callable[[], object]:
        return lambda: self.main.turn_to(name)

    async def action_quit(self) -> None:
        """Leave; what stands in an open form is kept."""
        self._leave_at_once()

    def _leave_at_once(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Form):
                screen.keep_draft()
        self.exit()


def run(path: Path, clock: Clock, demo: bool = False) -> int:
    """Run the app on the journal at `path` until somebody leaves; the exit code. Raises StorageError."""
    with Workspace(path, clock, asset("guide.md")) as workspace:
        app = BouncebackApp(workspace, demo)
        app.run()
        return app.return_code or 0
