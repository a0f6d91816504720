"""The screen before a closed journal: nothing of it is open, and nothing of it is to be seen."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from bounceback_tui.app.faults import Faults
from bounceback_tui.crashes import Crashes
from bounceback_tui.domain.text import one_line
from bounceback_tui.resources import asset_path
from bounceback_tui.services.privacy import Key, is_plain, unlocked
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.themes import DARK, our_themes

_ASKS = "This journal is locked. Its passphrase opens it, or the recovery key."
_COVERS = (
    "This journal is closed and covered. enter opens it again.\n\nThe cover keeps out eyes, not hands:"
    " the file is not encrypted. `bounceback encrypt` would keep out both."
)
_OPENING = "Opening …"


class Passphrase(Input):
    """The field for it, which says what enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "open", key_display="enter", tooltip="Open the journal")
    ]


class LockedApp(Faults):
    """Asks for the passphrase of an encrypted journal, or covers a plain one."""

    TITLE = "bounceback"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open again", key_display="enter"),
        Binding("ctrl+r", "show", "show what is typed", key_display="^r", priority=True),
        Binding("escape", "quit", "leave", key_display="esc", priority=True),
        Binding("ctrl+q", "quit", "leave", show=False, priority=True),
    ]

    def __init__(self, journal: Path, crashes: Crashes, *, encrypted: bool, plain: bool = False) -> None:
        """`crashes` tells of faults of the program; one that is not `encrypted` is only covered."""
        super().__init__(asset_path("locked.tcss"), crashes, demo=False, plain=plain)
        for theme in our_themes():
            self.register_theme(theme)
        self.theme = DARK
        self._journal = journal
        self._encrypted = encrypted
        self._trying = False
        self.opened = False
        """Whether to open the journal; else somebody wanted to leave."""
        self.key: Key | None = None
        """What opens it; None for a plain one."""

    def compose(self) -> ComposeResult:
        """What is asked, a field for it, and what came of it."""
        with Vertical(id="locked"):
            yield Static("bounceback", id="locked-name", markup=False)
            yield Static(_ASKS if self._encrypted else _COVERS, id="locked-words", markup=False)
            if self._encrypted:
                with Horizontal(id="locked-field"):
                    yield Static(
                        "> Passphrase" if self.plain else "Passphrase", id="locked-label", markup=False
                    )
                    yield Passphrase(password=True, id="passphrase", select_on_focus=False)
                yield Static("", id="locked-said", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Be ready for a terminal that goes away, and for whoever types at once."""
        gc.enable()  # a start did without
        self.leave_with_the_terminal()
        if not self.is_headless:
            self.tell_of_strays()
        for field in self.query(Input):
            field.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is typed, and can be shown, where there is a passphrase; else enter is enough."""
        if action in ("show", "open"):
            return self._encrypted == (action == "show")
        return super().check_action(action, parameters)

    def action_show(self) -> None:
        """Show what is typed, or hide it again."""
        field = self.query_one(Input)
        field.password = not field.password

    def action_open(self) -> None:
        """Open a plain journal again."""
        self.opened = True
        self.exit()

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        """Try what was typed. It takes 0.2 s, in which the screen stays alive."""
        if self._trying or not event.value:
            return
        self._trying = True
        self._say(_OPENING)
        self.run_worker(self._try(event.value))

    async def _try(self, said: str) -> None:
        if is_plain(self._journal):  # it was decrypted meanwhile
            self.opened = True
            self.exit()
            return
        try:
            self.key = await asyncio.to_thread(unlocked, self._journal, said)
        except StorageError as error:
            self._say(one_line(str(error)))
            self.query_one(Input).clear()
            return
        finally:
            self._trying = False
        self.opened = True
        self.exit()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """What was said of the last try is over once another is typed."""
        if event.value and not self._trying:
            self._say("")

    def _say(self, words: str) -> None:
        self.query_one("#locked-said", Static).update(safe(words))
