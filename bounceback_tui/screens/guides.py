"""Choosing the guide for one rejection: ours, or a file of the person's own."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.page import Page
from bounceback_tui.services.guides import OURS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe_line


class GuideChoice(ListWindow[str]):
    """The guides by name, over the page; returns the one that was chosen."""

    HEADING: ClassVar[str] = "Which guide for this rejection?"
    EMPTY: ClassVar[str] = ""
    OPENS = False
    ABOUT: ClassVar[str] = (
        "Ticks stay with their steps, whichever guide is shown. A Markdown file in the folder “guides” beside"
        " config.toml is offered here; ? has an example."
    )

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "use it", tooltip="Go by this one")]

    def things(self) -> list[str]:
        """Their names; the first is ours."""
        return ["", *self.workspace.guides.names()]

    def name_of(self, thing: str) -> str:
        """The name itself."""
        return thing

    def query_of(self, thing: str) -> str:
        """The name itself."""
        return thing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done here that could be taken back."""
        return action in ("choose", "dismiss")

    def action_choose(self) -> None:
        """The one under the cursor."""
        if self.thing is not None:
            self.open_one(self.thing)

    def line(self, thing: str, width: int) -> Content:
        """The name, and whether it is in use."""
        used = Content.styled("   in use", "$foreground-muted") if thing == self.subject else Content("")
        return safe_line(thing or OURS, max(width - used.cell_length, 1)) + used


def choose_guide(page: Page, workspace: Workspace, episode: Episode) -> None:
    """Ask which guide to use for an episode, and use it."""

    def use(name: str | None) -> None:
        guide = None
        if name is not None and name != episode.guide:
            guide = attempt(page, lambda: workspace.recovery.set_guide(episode.id, name))
        if guide and worked(page, page.read):
            page.show(episode.id)  # to the next step of this one
            words = f"Now with {quoted(guide.title)}. Every tick is kept; u takes it back."
            page.notify(words, markup=False, timeout=4)

    page.app.push_screen(GuideChoice(workspace, episode.guide), use)
