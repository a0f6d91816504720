"""What opens over the pages, forms and tools; what a form hands up is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from textual import on
from textual.screen import Screen

from bounceback_tui.app.locking import LeftOff, put_cursor
from bounceback_tui.app.saying import Saying
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import form_named, tool_listed
from bounceback_tui.services.workspace import Workspace

_BOTH = "Saved. It was changed elsewhere, too; v shows what was said there."
"""Said where another window or machine changed the same meanwhile; what was said there became a version."""


class Opening(Saying):
    """An app with one form at a time, and tools, over its pages."""

    _tools: Mapping[Screen[object], tuple[str, str]] = MappingProxyType({})

    @property
    def tools_open(self) -> dict[Screen[object], tuple[str, str]]:
        """Name and subject of each tool that is open."""
        return {screen: self._tools[screen] for screen in self.screen_stack if screen in self._tools}

    @on(Drafting.Submitted)
    async def _save(self, event: Drafting.Submitted) -> None:
        """Save what a form hands up; it closes only once that is safe."""
        from bounceback_tui.services.keeping import keep, passes_over  # noqa: PLC0415 - a start saves nothing

        both = attempt(event.form, lambda: passes_over(self.workspace, event.value))
        key = attempt(event.form, lambda: keep(self.workspace, event.value))
        if key is None:
            event.form.not_saved()
            return
        self.done_anew()
        done = _BOTH if both else event.form.done
        event.form.saved(key)
        if self._is_over(event.value):  # the window begins with what is said of it
            await self.open_tool("search-over")
        else:
            self.notify(done, markup=False, timeout=8 if both else 4)

    def _is_over(self, value: object) -> bool:
        """Whether to offer help with closing the search: an offer was accepted; each is offered once."""
        from bounceback_tui.domain.outcome import accepts  # noqa: PLC0415 - a start saves nothing

        return accepts(value) and bool(attempt(self.screen, self.workspace.search_over.offered))

    @on(Page.FormWanted)
    async def _form_wanted(self, event: Page.FormWanted) -> None:
        await self._open(event.form, event.target)
        if event.says and isinstance(self.screen, Drafting):
            self.notify(event.says, markup=False)

    @on(Page.ToolWanted)
    async def _tool_wanted(self, event: Page.ToolWanted) -> None:
        await self.open_tool(event.tool, event.subject)

    async def _come_back(self, place: LeftOff) -> None:
        """To the page, the windows and the cursor that were there before the journal was locked."""
        await self.main.turn_to(place.page)
        for window in place.windows:
            open_it = self._open if window.is_form else self.open_tool
            await open_it(window.name, window.subject)
        if place.windows:
            put_cursor(self.screen, place.windows[-1])

    async def open_tool(self, name: str, subject: str = "") -> None:
        """Open a tool of the guide over the page; what it returns is searched for in the Journal."""
        listed = tool_listed(name)
        if listed is None or isinstance(self.screen, Drafting):
            return
        make = cast("Callable[[Workspace, str], Screen[str | None]]", listed.load())
        if window := attempt(self.screen, lambda: make(self.workspace, subject)):
            self._tools = {**self.tools_open, cast("Screen[object]", window): (name, subject)}
            if isinstance(window, Drafting):  # some begin as a form
                await self.push_screen(window, lambda turn_to: self.main.come_back(turn_to or ""))
            else:
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
            await self.push_screen(form, self._form_left)

    def _form_left(self, turn_to: str | None) -> None:
        """The form is gone and the message stands before anything is read, however long that takes."""
        self.call_after_refresh(self.main.come_back, turn_to or "")
