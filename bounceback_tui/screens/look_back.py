"""A look back over the whole search, on one screen: facts in plain words, and no score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.application import STAGE_WORDS
from bounceback_tui.domain.look_back import LookBack
from bounceback_tui.domain.look_back_words import LED_HERE, counted, sentences, span
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.window import Window
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.stage_ladder import ladder

_MUTED = "$foreground-muted"


class LookBackWindow(Window[str | None]):
    """Made of the journal anew whenever something in it is taken back."""

    AUTO_FOCUS = "#look-back-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q,enter", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "", greeting: str = "") -> None:
        """`subject` means nothing here; `greeting` is said first. Raises CannotDo without an application."""
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._greeting = greeting
        self._back = workspace.search_over.look_back()

    def compose(self) -> ComposeResult:
        """The heading, what it came to, the keys."""
        with Container(classes="list-window"):
            yield Static(Content.styled("Look back over the search", "bold $text-accent"))
            with WindowColumn(id="look-back-column", can_focus=True):
                yield Static(self._told(), id="look-back", markup=False)
        yield KeyBar()

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and look again; without any application there is nothing to look back on."""
        await self.app.run_action(action)
        back = attempt(self, self.workspace.search_over.look_back)
        if back is None:
            self.dismiss()
            return
        self._back = back
        self.query_one("#look-back", Static).update(self._told())

    def _told(self) -> Content:
        greeting = [safe(self._greeting), Content("")] if self._greeting else []
        return Content("\n").join([*greeting, *told(self._back, plain=is_plain(self))])


def told(back: LookBack, *, plain: bool = False) -> Iterator[Content]:
    """What a search came to, line by line; what there was none of is left out."""
    yield safe(span(back), "bold")
    yield Content("")
    yield safe(counted(back))
    for stage, count in back.reached:
        yield Content.assemble("  ", ladder(stage, plain=plain), f"  {STAGE_WORDS[stage]:<12}", f"{count:>4}")
    yield Content("")
    yield from map(safe, sentences(back))
    if back.is_over:
        yield Content("")
        yield safe(LED_HERE, _MUTED)
