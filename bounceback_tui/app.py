"""The app: opens the journal, saves what forms hand up, and closes clean whatever happens."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.domain.text import one_line
from bounceback_tui.resources import asset, asset_path
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import PAGES, form_named
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.palette import mood_variables

if TYPE_CHECKING:
    from bounceback_tui.widgets.order_choice import OrderChoice


class BouncebackApp(App[None]):
    """A private journal for people who have just been turned down for a job."""

    TITLE = "bounceback"
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, tooltip="Leave; all is kept"),
        Binding(
            "ctrl+p", "command_palette", "all", priority=True, key_display="^p", tooltip="All there is to do"
        ),
    ]

    def __init__(self, workspace: Workspace, demo: bool = False) -> None:
        """`demo` says at the start that nothing here is real."""
        super().__init__(css_path=asset_path("bounceback.tcss"))
        self._demo = demo
        self._sure_to_quit = False
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
        for problem in self.workspace.settings.problems:
            self.notify(one_line(problem), severity="warning", markup=False, timeout=8)
        if self._demo:
            self.notify("A made-up journal: look around, change anything. Nothing is kept.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers besides what comes with Textual."""
        yield SystemCommand("What happened", "Journal a no, a silence, a yes", self.action_tell)
        yield SystemCommand("Mood", "How is it now?", self.action_check_in)
        yield SystemCommand("Write", "A blank page", self.action_write)
        yield SystemCommand("Undo", "Take back what was just done", self.action_take_back)
        for page in PAGES:
            yield SystemCommand(page.name, f"Go to {page.name}", self._turn(page.name))
        yield from super().get_system_commands(screen)

    def action_tell(self) -> None:
        """Journal something that happened."""
        self._open("what-happened")

    def action_check_in(self) -> None:
        """How is it now?"""
        self._open("mood")

    def action_write(self) -> None:
        """A blank page."""
        self._open("write")

    def action_help(self) -> None:
        """Keys, and what there is to know."""
        from bounceback_tui.screens.help import Help  # noqa: PLC0415 - a start does not need it

        self.push_screen(Help(self.screen))

    def action_take_back(self) -> None:
        """Take back what was just done."""
        taken = attempt(self.screen, lambda: self.workspace.undo.take_back() or "")
        if taken is None:
            return
        words = f"Taken back: {taken[0].lower()}{taken[1:]}." if taken else "There is nothing to take back."
        self.notify(one_line(words), markup=False, timeout=3)
        self.main.read_again()

    @on(Drafting.Submitted)
    def _save(self, event: Drafting.Submitted) -> None:
        """Save what a form hands up; it closes only once that is safe."""
        if attempt(event.form, lambda: self._keep(event.value)):
            event.form.saved()
            self.notify(event.form.DONE, markup=False, timeout=4)
            self.main.read_again()
        else:
            event.form.not_saved()

    def _keep(self, value: object) -> bool:
        """Hand a value to the service that it is for. Raises CannotDo and StorageError."""
        journal = self.workspace.journal
        match value:
            case Outcome():
                journal.log(value)
            case Reading():
                journal.check_in(value)
            case Written():
                journal.write(value)
        return True

    def on_order_choice_order_chosen(self, event: OrderChoice.OrderChosen) -> None:
        """Remember what 3/4 means. By its name, since a first paint needs no field for dates."""
        attempt(event.widget, lambda: self.workspace.settings.settle_date_order(event.order))

    @on(Page.FormWanted)
    def _form_wanted(self, event: Page.FormWanted) -> None:
        self._open(event.form, event.target)

    def _open(self, name: str, target: str = "") -> None:
        """Open a form, unless one is open already."""
        if not isinstance(self.screen, Drafting):
            self.push_screen(form_named(name)(self.workspace, target), lambda _: self.main.come_back())

    def _turn(self, name: str) -> Callable[[], object]:
        return lambda: self.main.turn_to(name)

    async def action_quit(self) -> None:
        """Leave; what stands in an open form is kept, and where that fails only a second press leaves."""
        if self._keep_drafts() or self._sure_to_quit:
            self.exit()
            return
        self._sure_to_quit = True
        self.notify("ctrl+q once more leaves without it.", severity="warning", markup=False)

    def _keep_drafts(self) -> bool:
        """Keep what stands in every open form; whether all of it is safe."""
        safe = True
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                safe = screen.keep_draft() and safe  # every form gets its turn, whatever befell another
        return safe

    def _leave_at_once(self) -> None:
        self._keep_drafts()
        self.exit()


def run(path: Path, clock: Clock, demo: bool = False, config: Path | None = None) -> int:
    """Run the app on the journal at `path` until somebody leaves; the exit code. Raises StorageError.

    `config` is the folder of the settings.
    """
    with Workspace(path, clock, asset("guide.md"), config) as workspace:
        app = BouncebackApp(workspace, demo)
        app.run()
        return app.return_code or 0
