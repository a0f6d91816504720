"""The app: opens the journal, saves what forms hand up, and closes clean whatever happens."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import WorkerFailed

from bounceback_tui.clock import Clock
from bounceback_tui.crashes import SAFE, Crashes, strays_watched
from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.resources import asset, asset_path
from bounceback_tui.screens import journal_news
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.daily_backup import back_up_beside
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import form_named, tool_listed
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.terminal import leave_for_certain, on_hangup
from bounceback_tui.widgets.palette import mood_variables
from bounceback_tui.widgets.tag_colours import tag_variables

if TYPE_CHECKING:
    from datetime import date

    from textual.command import Provider

    from bounceback_tui.domain.backup import Backup
    from bounceback_tui.screens.backups import BackupsWindow
    from bounceback_tui.widgets.order_choice import OrderChoice

_SHORTLY = 0.05
"""Seconds until something is looked at again that is about to be done."""

_SOON = 0.3
"""Seconds after which is done what the first paint can do without."""

_AT_REST = 1.0
"""Seconds without a key after which is looked for garbage."""

_OFTEN_ENOUGH = (700, 10, 100)
"""After how much that is new Python looks for garbage by itself; seldom all through, where no rest comes."""

_USUAL_TIMEOUT = 5.0
"""Seconds that something said in passing stays."""

_OURS = ("Quit", "Keys")
"""What Textual offers, too, by the names that it gives it."""


_OFFERED = "nothing was lost, and what you were writing is offered again at the next start"
_PERHAPS_NOT = "nothing that was saved is lost, and what was kept of what you were writing is offered again"


def _commands() -> type[Provider]:
    from bounceback_tui.screens.commands import Commands  # noqa: PLC0415 - a start opens no palette

    return Commands


class BouncebackApp(App[None]):
    """A private journal for people who have just been turned down for a job."""

    TITLE = "bounceback"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = App.COMMANDS | {_commands}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p", "command_palette", "all", priority=True, key_display="^p", tooltip="All there is to do"
        ),
        # priority: also from a window or the palette
        Binding("ctrl+q", "quit", "leave", priority=True, key_display="^q", tooltip="Leave; all is kept"),
    ]

    def __init__(
        self, workspace: Workspace, demo: bool = False, crashes: Crashes | None = None, said: str = ""
    ) -> None:
        """`demo` says at the start that nothing here is real, `said` anything else.

        `crashes` tells of faults of the program.
        """
        super().__init__(css_path=asset_path("bounceback.tcss"))
        self._demo = demo
        self._crashes = crashes or Crashes(workspace.clock)
        self._told = ""  # what a fault has to say once the terminal is given back
        self._said = said
        self._backed_up_on: date | None = None
        self.wanted: Backup | None = None
        """The backup that is to be brought back now that the app was left."""
        self._sure_to_quit = False
        self._saying: set[str] = set()
        self._tidying: Timer | None = None
        self._again = False  # asked once a key is pressed, not at every move of a cursor
        self.workspace = workspace
        """The open journal."""
        self.main = MainScreen(workspace)
        """The screen with the pages."""

    def get_default_screen(self) -> Screen[None]:
        """The pages."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own: those of the moods and of the tags."""
        dark = self.current_theme.dark
        return mood_variables(dark) | tag_variables(dark)

    def on_mount(self) -> None:
        """Be ready for a terminal that goes away."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Textual handles neither: the terminal would stay raw, and a draft could be lost
            with suppress(AttributeError, NotImplementedError):  # Windows has neither the one nor the way
                loop.add_signal_handler(getattr(signal, name), self._leave_at_once)
        if not self.is_headless:
            # asyncio's own would print what the error says
            loop.set_exception_handler(lambda _, told: self.tell_stray(told.get("exception")))
            on_hangup(
                sys.stdin.fileno(), lambda: loop.is_closed() or loop.call_soon_threadsafe(self._terminal_gone)
            )
        for problem in self.workspace.settings.problems:
            self.notify(one_line(problem), severity="warning", markup=False, timeout=8)
        if self._said:
            self.notify(one_line(self._said), markup=False, timeout=8)
        journal_news.tell(self, self.workspace)
        self.set_timer(_SOON, self._settle_in)
        if self._demo:
            self.notify("A made-up journal: look around, change anything. Nothing is kept.", markup=False)

    def _settle_in(self) -> None:
        """What the first paint can do without."""
        if not self.is_headless:
            self._tidy_at_rest()
            looking = partial(journal_news.look_through, self, self.workspace.path)
            self.set_timer(journal_news.AT_LEISURE, looking)
        self._recover()

    def _tidy_at_rest(self) -> None:
        """Have no key wait for the search for garbage: through all there is it takes 50 ms, later 10."""
        gc.freeze()  # what is there stays
        gc.set_threshold(*_OFTEN_ENOUGH)
        self._tidying = self.set_interval(_AT_REST, self._tidy)

    def _tidy(self) -> None:
        if self._tidying:
            self._tidying.pause()  # until the next key
        gc.collect()
        today = self.workspace.clock.now().local_date
        ours = not (self._demo or self.workspace.database.read_only)
        if ours and self._backed_up_on != today:  # once a day, also where it fails
            self._backed_up_on = today
            back_up_beside(self, self.workspace.backups)

    async def on_event(self, event: events.Event) -> None:
        """Every key, and every move of the mouse, puts off the search for garbage."""
        if self._tidying and isinstance(event, events.InputEvent):
            self._tidying.reset()
        if isinstance(event, events.Paste) and isinstance(self.focused, Input):
            event.text = one_line(event.text)  # Textual's own fields, as in the palette, guard nothing
        await super().on_event(event)

    def _recover(self) -> None:
        """Offer what an editor of the person's own left behind when something crashed."""
        if self.workspace.outside.recover():
            self.main.read_again()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something in passing; what is being said already is not said a second time over it."""
        if message in self._saying:
            return
        self.clear_notifications()  # one at a time: more would cover the page
        self._saying = {message}
        self.set_timer(timeout or _USUAL_TIMEOUT, lambda: self._saying.discard(message))
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    @property
    def clipboard(self) -> str:
        """What was copied; in one harmless line for a field that has one line."""
        return one_line(super().clipboard) if isinstance(self.focused, Input) else super().clipboard

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, through the terminal; half of a broken pair cannot be written to it."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What comes with Textual and is not offered under a name of ours."""
        yield from (one for one in super().get_system_commands(screen) if one.title not in _OURS)
        yield from journal_news.commands(self, self.workspace)

    def _can_do_again(self) -> bool:
        return bool(attempt(self.screen, lambda: self.workspace.undo.next_again))

    async def action_tell(self) -> None:
        """Journal something that happened."""
        await self._open("what-happened")

    async def action_check_in(self) -> None:
        """How is it now?"""
        await self._open("mood")

    async def action_write(self) -> None:
        """A blank page."""
        await self._open("write")

    def action_help(self) -> None:
        """Keys, and what there is to know."""
        from bounceback_tui.screens.help import Help  # noqa: PLC0415 - a start does not need it

        self.push_screen(Help(self.screen))

    def action_help_quit(self) -> None:
        """What ctrl+c says, since elsewhere it would end a program."""
        self.notify("ctrl+q leaves; everything is kept.", markup=False, timeout=4)

    def action_take_back(self) -> None:
        """Take back what was just done."""
        if any(isinstance(screen, Drafting) for screen in self.screen_stack):
            self.notify("Save or leave what you are writing first; then u takes back.", markup=False)
            return
        label = attempt(self.screen, lambda: self.workspace.undo.take_back() or "")
        self._tell_turn(label, "Undone", "U does it again.", "There is nothing to take back.")

    def action_do_again(self) -> None:
        """Do again what was taken back last."""
        label = attempt(self.screen, lambda: self.workspace.undo.do_again() or "")
        self._tell_turn(label, "Done again", "u takes it back.", "There is nothing to do again.")

    def _tell_turn(self, label: str | None, what: str, how: str, nothing: str) -> None:
        """Say what was taken back or done again; where that failed, it was said already."""
        if label is None:
            return
        self._again = self._can_do_again()
        self.notify(one_line(f"{what}: {label}. {how}" if label else nothing), markup=False, timeout=4)
        self.main.read_again()
        self.main.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are letters in a field; something can be done again only where something was taken back."""
        if action in ("tell", "check_in", "write"):
            # the palette has a field of its own, and offers what can be done below it
            below = self.screen_stack[-2] if isinstance(self.screen, CommandPalette) else self.screen
            return not isinstance(below.focused, Input)
        if action == "do_again":
            self._again = self._again and self._can_do_again()
            return self._again
        return super().check_action(action, parameters)

    @on(Drafting.Submitted)
    async def _save(self, event: Drafting.Submitted) -> None:
        """Save what a form hands up; it closes only once that is safe."""
        from bounceback_tui.services.keeping import keep  # noqa: PLC0415 - a start saves nothing

        key = attempt(event.form, lambda: keep(self.workspace, event.value))
        if key is None:
            event.form.not_saved()
            return
        self._again = False
        done = event.form.done
        event.form.saved()
        ends = self._is_over(event.value)
        if not ends:  # else the window that opens begins with it
            self.notify(done, markup=False, timeout=4)
        self.main.read_again(key)
        if ends:
            await self.open_tool("search-over")

    def _is_over(self, value: object) -> bool:
        """Whether to offer help with closing the search: an offer was accepted; each is offered once."""
        from bounceback_tui.domain.outcome import accepts  # noqa: PLC0415 - a start saves nothing

        return accepts(value) and bool(attempt(self.screen, self.workspace.search_over.offered))

    def on_order_choice_order_chosen(self, event: OrderChoice.OrderChosen) -> None:
        """Remember what 3/4 means. By its name, since a first paint needs no field for dates."""
        attempt(event.widget, lambda: self.workspace.settings.settle_date_order(event.order))

    def on_backups_window_wanted(self, event: BackupsWindow.Wanted) -> None:
        """Leave, so that a backup can take the place of the journal. By its name, as above."""
        self.wanted = event.backup
        self.exit()

    @on(Page.FormWanted)
    async def _form_wanted(self, event: Page.FormWanted) -> None:
        await self._open(event.form, event.target)

    @on(Page.ToolWanted)
    async def _tool_wanted(self, event: Page.ToolWanted) -> None:
        await self.open_tool(event.tool, event.subject)

    async def open_tool(self, name: str, subject: str = "") -> None:
        """Open a tool of the guide over the page; what it returns is searched for in the Journal."""
        listed = tool_listed(name)
        if listed is None or isinstance(self.screen, Drafting):
            return
        make = cast("Callable[[Workspace, str], Screen[str | None]]", listed.load())
        if window := attempt(self.screen, lambda: make(self.workspace, subject)):
            await self.push_screen(window, self._tool_left)

    async def _tool_left(self, searched: str | None) -> None:
        self.main.come_back()
        if searched:
            await self.main.turn_to("Journal", f"/{searched}")

    async def _open(self, name: str, target: str = "") -> None:
        """Open a form, unless one is open already. Keys that come meanwhile wait for its first field."""
        if isinstance(self.screen, Drafting):
            return
        form = attempt(self.screen, lambda: form_named(name)(self.workspace, target))
        if form:
            await self.push_screen(form, lambda _: self.main.come_back())

    async def action_quit(self) -> None:
        """Leave; what stands in an open form is kept, and where that fails only a second press leaves."""
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                with suppress(TimeoutError):
                    await asyncio.wait_for(screen.settled(), _SOON)
                if screen.on_its_way:  # saved first, then left
                    self.set_timer(_SHORTLY, self.action_quit)
                    return
        if self._keep_drafts() or self._sure_to_quit:
            self.exit()
            return
        self._sure_to_quit = True
        self.set_timer(_USUAL_TIMEOUT, self._ask_again)
        self.notify("ctrl+q once more leaves without it.", severity="warning", markup=False)

    def _ask_again(self) -> None:
        self._sure_to_quit = False

    def _keep_drafts(self) -> bool:
        """Keep what stands in every open form; whether all of it is safe."""
        safe = [_kept(form) for form in self._forms]  # each gets its turn, whatever befell another
        return all(safe)

    @property
    def _forms(self) -> list[Drafting]:
        return [screen for screen in self.screen_stack if isinstance(screen, Drafting)]

    def _leave_at_once(self) -> None:
        try:
            self._keep_drafts()
        finally:  # also where there is no screen yet, or none any more
            self.exit()

    def _terminal_gone(self) -> None:
        leave_for_certain()
        self._leave_at_once()

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a fault of ours. Textual's own way lets some errors say themselves what they hold."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error.error if isinstance(error, WorkerFailed) else error  # type: ignore[assignment]  # Textual's own field
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave after a fault of ours: drafts are kept, and what is told holds no word of the journal.

        Textual's own way, which this takes the place of, prints a traceback with the values in it.
        """
        if self._told or not self._exception:
            return  # it was said already: what else breaks on the way out adds nothing
        self._told = SAFE
        safe = "nothing was lost"
        if self._demo:
            safe = "nothing of yours was touched"
        else:
            with suppress(Exception):  # there may be no screen: then nothing was being written either
                if self._forms:
                    safe = _OFFERED if self._keep_drafts() else _PERHAPS_NOT
        self._told = self._crashes.tell(self._exception, self._where(), safe)
        self._close_messages_no_wait()

    def _where(self) -> str:
        """The screens that are open and the page, by their names in the program."""
        names: list[str] = []
        with suppress(Exception):  # there may be no screen yet, and no page any more
            names += [type(screen).__name__ for screen in self.screen_stack]
            names.insert(1, type(self.main.page).__name__)
        return " > ".join(names)

    def _print_error_renderables(self) -> None:
        """Say what broke, now that the terminal is given back."""
        if self._told:
            self.error_console.out(visible(self._told), highlight=False)  # not wrapped: there is a path in it

    def stray(self, error: BaseException) -> None:
        """The same from whatever thread it came."""
        if self.is_running:
            self.call_later(self.tell_stray, error)

    def tell_stray(self, error: object) -> None:
        """A fault beside the app, as in a thread, that ends nothing: leave a report, and say so."""
        if isinstance(error, BaseException):
            told = self._crashes.tell(error, f"beside {self._where()}").rpartition("\n")[-1]
            with suppress(Exception):  # it may be over, and then nobody looks
                self.notify(one_line(told), severity="warning", markup=False, timeout=8)


def _kept(form: Drafting) -> bool:
    """Whether the draft of a form is safe; a form that is broken itself is not."""
    try:
        return form.keep_draft()
    except Exception:  # it is what broke, perhaps; the others get their turn
        return False


def run(
    path: Path,
    clock: Clock,
    *,
    demo: bool = False,
    config: Path | None = None,
    read_only: bool = False,
    crashes: Crashes | None = None,
) -> int:
    """Run the app on the journal at `path` until somebody leaves; the exit code. Raises StorageError.

    `config` is the folder of the settings; with `read_only` nothing is written to the journal; `crashes`
    tells of faults of the program. Where a backup is brought back, the app begins anew on that.
    """
    said, guide = "", asset("guide.md")
    ours = not (demo or read_only)
    while True:
        with Workspace(path, clock, guide, config, watched=not demo, read_only=read_only) as workspace:
            if ours:
                workspace.integrity.claim()
            app = BouncebackApp(workspace, demo, crashes, said)
            with strays_watched(app.stray):
                app.run()
            if ours:
                with suppress(CannotDo, StorageError, OSError):  # it is told in the app, and by the doctor
                    workspace.backups.of_the_day(quick=True)
        if app.wanted is None:
            return app.return_code or 0
        from bounceback_tui.screens.backups import brought_back  # noqa: PLC0415 - hardly ever needed

        said = brought_back(workspace.backups, app.wanted)
