"""A strength in the person's own words, and something that went right."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.strength import NotedStrength, WentRight
from bounceback_tui.domain.text import cut
from bounceback_tui.formats.cards import find_group, read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Line

_NOTHING = "There is nothing to save yet; a few words are enough."


class StrengthForm(Dialog):
    """One of the person's own; its target is what is changed, empty for a new one."""

    FORM = "strength"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """Raises CannotDo where what is to be changed was taken back or deleted."""
        super().__init__(workspace, target)
        self._before = workspace.tools.strengths.find(self.target) if self.target else None
        if self.target and self._before is None:
            raise CannotDo("This strength is not there any more. u may bring it back.")

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A strength of yours"

    def fields(self) -> ComposeResult:
        """The line."""
        text = self._before.text if self._before else ""
        yield Line(text, placeholder="I stay with a problem until it gives …", id="text")

    def value(self) -> NotedStrength:
        """The strength. Raises ValueError where nothing was written."""
        words = self.needed("text", _NOTHING)
        if self._before:
            return replace(self._before, text=words)
        now = self.workspace.clock.now()
        return NotedStrength(new_id(now.utc), now, words)


class WentRightForm(Dialog):
    """Something that went right; its target is the episode."""

    FORM = "went-right"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """Raises CannotDo where the rejection was taken back."""
        super().__init__(workspace, target)
        self._episode = workspace.recovery.find(self.target)

    @property
    def title_words(self) -> str:
        """What is asked, of which rejection."""
        return f"What went right at {cut(self._episode.company, 40) or 'this one'}?"

    def fields(self) -> ComposeResult:
        """The line, with what others have found."""
        names = find_group(read_list(asset("causes.md")), "went-right").items
        yield Line(placeholder="they invited me …", names=names, id="text")

    def value(self) -> WentRight:
        """What went right. Raises ValueError where nothing was written."""
        return WentRight(self._episode.id, self.needed("text", _NOTHING))
