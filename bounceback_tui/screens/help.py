"""The keys that work here and now, and what there is to know."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from bounceback_tui.resources import asset
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.reader import rendered


class Help(ModalScreen[None]):
    """Keys first, then the manual, the evidence, and all commands by name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "dismiss", "close")]

    def __init__(self, of: Screen[object]) -> None:
        """`of` is the screen whose keys are told."""
        super().__init__()
        self._of = of

    def compose(self) -> ComposeResult:
        """One column that scrolls."""
        with Column(id="help"):
            yield Static(self._keys(), markup=False)
            yield Static(rendered(asset("help.md")), markup=False)
            yield Static(rendered(asset("evidence.md")), markup=False)
            yield Static(rendered(asset("keys.md")), markup=False)
            yield Static("esc closes this", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Scroll with the arrows at once."""
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        lines = [Content.assemble(("Keys", "bold"), ("   esc closes this", "$foreground-muted"))]
        told = set()
        for active in self._of.active_bindings.values():
            binding = active.binding
            # what has no words of ours comes with the toolkit: scrolling, focus, copying
            words = active.tooltip or (binding.description if binding.show else "")
            if not words or words in told or not active.enabled:
                continue
            told.add(words)
            key = self.app.get_key_display(binding)
            lines.append(Content.assemble((f"  {key:<16}", "$text-accent"), words))
        lines.append(Content.assemble(("  tab, shift+tab  ", "$text-accent"), "to the next field, and back"))
        return Content("\n").join(lines)
