"""What windows over a page have in common."""

from __future__ import annotations

from typing import ClassVar, Generic

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.widgets.key_bar import KeyBar


class Window(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """Knows how large the terminal is; its keys are told as long as they work."""

    BINDINGS: ClassVar[list[BindingType]] = [  # those of the app do not reach into a window
        Binding(
            "question_mark",
            "app.help",
            "keys",
            show=False,
            key_display="?",
            tooltip="All keys, and the manual",
        ),
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def on_screen_suspend(self) -> None:
        """The keys of what is over it are at its foot: two such lines would contradict each other."""
        self._show_keys(False)

    def on_screen_resume(self) -> None:
        """What was over it is closed."""
        self._show_keys(True)

    def _show_keys(self, shown: bool) -> None:
        for bar in self.query(KeyBar):  # none yet in one that is closed as soon as it opens
            bar.visible = shown
