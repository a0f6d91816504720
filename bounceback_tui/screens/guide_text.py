"""What the guide says of a section, for reading beside its steps."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from bounceback_tui.domain.episode import Tick
from bounceback_tui.domain.guide import Guide, Section
from bounceback_tui.screens.recovery_words import elsewhere
from bounceback_tui.widgets.reader import is_ready, rendered
from bounceback_tui.widgets.safe import safe


class GuideText(Container):
    """Its words, with the guide's opening or closing at either end, and whose words they are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._told = ""

    def compose(self) -> ComposeResult:
        """The text, and below it the credit."""
        yield Static(id="recover-text", markup=False)
        yield Static(id="recover-credit", markup=False)

    def show(self, guide: Guide, section: Section, ticks: Mapping[str, Tick]) -> None:
        """Show a section, unless that stands there already; `ticks` are kept with steps by their ids."""
        first, last = section is guide.sections[0], section is guide.sections[-1]
        parts = (guide.opening if first else "", section.text, guide.closing if last else "")
        told = "\n\n".join(part for part in parts if part)
        if self._told != told:
            before, self._told = self._told, told
            if before and is_ready():
                self._tell()
            else:  # words are laid out once the steps stand there: for them somebody comes
                self.call_after_refresh(self._tell)
        credit = "\n".join(filter(None, (guide.credit, elsewhere(guide, ticks))))
        self.query_one("#recover-credit", Static).update(safe(credit, "$foreground-muted italic"))

    def _tell(self) -> None:
        self.query_one("#recover-text", Static).update(rendered(self._told))
