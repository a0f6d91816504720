"""The app: its keys, what it says in passing, and what it does at a start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Input

from bounceback_tui.app.locking import LeftOff
from bounceback_tui.app.opening import Opening
from bounceback_tui.crashes import Crashes
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.resources import asset_path
from bounceback_tui.screens import journal_news
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import PAGES
from bounceback_tui.screens.sizes import WIDTHS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.keymap import Keymap

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.widget import Widget

    from bounceback_tui.widgets.order_choice import OrderChoice

_SOON = 0.3
"""Seconds until that is done which the first paint can do without."""

_OFFERED_BY_US = ("Quit", "Keys")
"""Commands of Textual's own that are left out of the palette, since ours do the same."""


def _commands() -> type[Provider]:
    from bounceback_tui.screens.commands import Commands  # noqa: PLC0415 - a start opens no palette

    return Commands


class BouncebackApp(Opening):
    """A private journal for people who have just been turned down for a job."""

    TITLE = "bounceback"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    """One that lists what comes with Textual, too, after all else: several would mix in any order."""

    HORIZONTAL_BREAKPOINTS = WIDTHS  # windows that have none of their own

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p", "command_palette", "all", priority=True, key_display="^p", tooltip="All there is to do"
        ),
        # priority: also from a window or the palette
        Binding(
            "ctrl+l",
            "lock",
            "lock",
            priority=True,
            key_display="^l",
            show=False,
            tooltip="Close the journal, and show nothing of it",
        ),
        Binding("ctrl+q", "quit", "leave", priority=True, key_display="^q", tooltip="Leave; all is kept"),
    ]

    def __init__(
        self,
        workspace: Workspace,
        demo: bool = False,
        crashes: Crashes | None = None,
        said: str = "",
        back_to: LeftOff | None = None,
        *,
        first: bool = False,
    ) -> None:
        """`demo` says at the start that nothing here is real, `said` anything else; `first` greets, once.

        `crashes` tells of faults of the program; `back_to` is where somebody was before it was locked.
        """
        super().__init__(asset_path("bounceback.tcss"), workspace, crashes or Crashes(workspace.clock), demo)
        self._keymap_of_ones_own = Keymap(workspace.settings.keys)
        self._keymap_of_ones_own.put_on(self)
        self._said = said
        self._back_to = back_to
        self._first = first
        self.brings_back = False
        """Whether the backup that was made ready is to take the place of the journal once the app is left."""
        self.main = MainScreen(workspace)

    def _register_child(self, parent: DOMNode, child: Widget, before: int | None, after: int | None) -> None:
        """Each widget gets the person's own keys, and its style sheet, before anything asks for them."""
        self._keymap_of_ones_own.put_on(child)
        self._wear_what_is_for(child)
        super()._register_child(parent, child, before, after)

    def _wear_what_is_for(self, child: Widget) -> None:
        """Read the style sheets that a start does without, each before the first widget that it is for."""
        if isinstance(child, Page) and PAGES[0].name != child.NAME:
            self.wear("pages.tcss")
        elif isinstance(child, Screen) and child is not self.main:
            self.wear("windows.tcss")

    def get_default_screen(self) -> Screen[None]:
        """The pages."""
        return self.main

    @property
    def page_class(self) -> str:
        """The name of the class of the page on show."""
        return type(self.main.page).__name__

    def on_mount(self) -> None:
        """Be ready for whatever goes wrong, and say what is out of the ordinary."""
        self.leave_with_the_terminal()
        if not self.is_headless:
            self.tell_of_strays()
        if self._first:
            from bounceback_tui.screens.first_start import FirstStart  # noqa: PLC0415 - once in a lifetime

            self.push_screen(FirstStart(self.workspace.path))
        if not self._back_to:
            self._tell_of_settings()
        if self._said:
            self.notify(one_line(self._said), markup=False, timeout=8)
        journal_news.tell(self, self.workspace)
        self.set_timer(_SOON, self.settle_in)
        self.watch_rest(self.workspace.lock_after)
        if self._back_to:
            self.call_after_refresh(self._come_back, self._back_to)
        if self.demo:
            self.notify("A made-up journal: look around, change anything. Nothing is kept.", markup=False)

    def _tell_of_settings(self) -> None:
        """What could not be used of the settings: the first of it, and where to find the rest."""
        first, *others = self.workspace.settings.problems or ("",)
        more = f" {plural(len(others), 'more thing')} to put right: see Settings (,)." if others else ""
        if first:
            self.notify(one_line(first + more), severity="warning", markup=False, timeout=8)

    @property
    def page_shown(self) -> str:
        """The page on show, by its name in the registry."""
        return self.main.name_shown

    def settle_in(self) -> None:
        """What the first paint can do without; the person's own editor may have left something behind."""
        super().settle_in()
        if self.exchanging and not self.is_headless:
            self.set_timer(journal_news.AT_LEISURE, self._exchange)
        if self.workspace.outside.recover():
            self.main.read_again()

    @property
    def exchanging(self) -> bool:
        """Whether the person wants it exchanged with other machines at the start and the end."""
        wanted = self.keeps_the_journal and self.workspace.settings.sync
        return wanted and bool(attempt(self.screen, self._is_set_up))

    def _is_set_up(self) -> bool:
        return self.workspace.sync.is_set_up

    def _exchange(self) -> None:
        from bounceback_tui.screens.syncing import sync_beside  # noqa: PLC0415 - most people have one machine

        sync_beside(self, self.workspace, self.main.read_again)

    def at_its_turn(self, event: events.Key | events.Paste) -> events.Key | events.Paste:
        """What is pasted into a field of Textual's own, as in the palette, steers no terminal.

        In a terminal of one line the toolkit fails at a page of commands.
        """
        if isinstance(event, events.Paste):
            if isinstance(self.focused, Input):
                event.text = one_line(event.text)
        elif self.size.height < 2 and isinstance(self.screen, CommandPalette):
            event = events.Key(
                {"pagedown": "down", "pageup": "up"}.get(event.key, event.key), event.character
            )
        return super().at_its_turn(event)

    @property
    def clipboard(self) -> str:
        """What was copied; in one harmless line for a field that has one line."""
        return one_line(super().clipboard) if isinstance(self.focused, Input) else super().clipboard

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, through the terminal; half of a broken pair cannot be written to it."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What comes with Textual and is not offered under a name of ours."""
        yield from (one for one in super().get_system_commands(screen) if one.title not in _OFFERED_BY_US)
        yield from journal_news.commands(self, self.workspace)

    async def action_tell(self) -> None:
        """Journal something that happened."""
        await self._open("what-happened")

    async def action_check_in(self) -> None:
        """How is it now?"""
        await self._open("mood")

    async def action_write(self) -> None:
        """A blank page."""
        await self._open("write")

    async def action_settings(self) -> None:
        """All settings."""
        await self.open_tool("settings")

    def on_settings_window_changed(self) -> None:
        """What was settled holds at once. By its name, since a start loads no window of settings."""
        self.wear_settled()
        self.watch_rest(self.workspace.lock_after)
        self.workspace.guides.usual = self.workspace.settings.guide

    def action_help(self) -> None:
        """Keys, and what there is to know."""
        from bounceback_tui.screens.help import Help  # noqa: PLC0415 - a start does not need it

        self.push_screen(Help(self.screen, self.workspace))

    def action_help_quit(self) -> None:
        """What ctrl+c says, since elsewhere it would end a program."""
        self.notify("ctrl+q leaves; everything is kept.", markup=False, timeout=4)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are letters in a field; something can be done again only where something was taken back."""
        if action in ("tell", "check_in", "write"):
            # the palette has a field of its own, and offers what can be done below it
            below = self.screen_stack[-2] if isinstance(self.screen, CommandPalette) else self.screen
            return not isinstance(below.focused, Input)
        if action == "do_again":
            return self.can_do_again
        return super().check_action(action, parameters)

    def on_order_choice_order_chosen(self, event: OrderChoice.OrderChosen) -> None:
        """Remember what 3/4 means. By its name, since a first paint needs no field for dates."""
        attempt(event.widget, lambda: self.workspace.settings.settle_date_order(event.order))

    def on_backups_window_ready(self) -> None:
        """Leave, so that a backup can take the place of the journal. By its name, as others above."""
        self.brings_back = True
        self.exit()
