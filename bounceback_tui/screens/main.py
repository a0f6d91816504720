"""The main screen: the pages, and the keys that lead anywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from bounceback_tui.domain.calendar_terms import short_day
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import PAGES, page_named
from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.page_tabs import PageTabs


class MainScreen(Screen[None]):
    """The pages under each other in a switcher; each is mounted when it is first wanted."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus. It shows that itself; the toolkit would draw all of the screen once more."""

    AUTO_FOCUS = ""  # each page knows best what to begin with

    BINDINGS: ClassVar[list[BindingType]] = [
        # priority: keys that come in one go with these wait until the form is there to take them
        Binding("n", "app.tell", "what happened", priority=True, tooltip="Journal something that happened"),
        Binding("m", "app.check_in", "mood", priority=True, tooltip="How is it now?"),
        Binding("w", "app.write", "write", priority=True, tooltip="A blank page"),
        Binding("slash", "search", "search", key_display="/", tooltip="Search the journal"),
        Binding("u", "app.take_back", "undo", tooltip="Take back what was just done"),
        Binding("U", "app.do_again", "redo", key_display="U", tooltip="Do again what was taken back"),
        Binding("question_mark", "app.help", "keys", key_display="?", tooltip="All keys, and the manual"),
        # without a description: the palette lists it as what it opens
        Binding("comma", "app.settings", show=False, key_display=",", tooltip="All settings"),
        *(
            Binding(str(place), f"page('{page.name}')", show=False, tooltip=page.name)
            for place, page in enumerate(PAGES, start=1)
        ),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        """The open journal."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self.query_one(ContentSwitcher).visible_content
        assert isinstance(shown, Page)
        return shown

    @property
    def name_shown(self) -> str:
        """The name of the page that is shown, as the tabs have it."""
        return self.query_one(PageTabs).current

    def compose(self) -> ComposeResult:
        """Tabs, the first page, footer."""
        yield PageTabs([page.name for page in PAGES])
        first = page_named(PAGES[0].name)(self.workspace)
        with ContentSwitcher(initial=first.id):
            yield first
        yield KeyBar()

    async def on_mount(self) -> None:
        """Show the first page."""
        await self.turn_to(PAGES[0].name)
        self._wait_for_midnight()

    def on_screen_suspend(self) -> None:
        """The keys of a window over the pages are at its foot: two such lines would contradict each other."""
        self.query_one(KeyBar).visible = False

    def on_screen_resume(self) -> None:
        """The keys of the page work again."""
        for bar in self.query(KeyBar):
            bar.visible = True

    async def turn_to(self, name: str, subject: str = "") -> None:
        """Show a page, and on it a subject by its key; drawn once, when all of it stands."""
        with self.app.batch_update():
            await self._turn_to(name, subject)

    async def _turn_to(self, name: str, subject: str) -> None:
        kind = page_named(name)
        switcher = self.query_one(ContentSwitcher)
        found = list(switcher.query_children(kind))
        page = found[0] if found else kind(self.workspace)
        if not found:
            await switcher.add_content(page)
        switcher.current = page.id
        self.query_one(PageTabs).current = name
        self.read_again()
        self.set_focus(None)  # never left on a page that is no longer seen
        if subject:
            page.show(subject)
        page.take_focus()

    def read_again(self, subject: str = "") -> None:
        """Something was written, or a day began: the page that is shown reads it, and turns to `subject`."""
        if not self.is_attached:
            return  # somebody saved and left in one go
        self.query_one(PageTabs).date = short_day(self.workspace.clock.now().local_date)
        attempt(self, self.page.read)
        if subject:
            self.page.turn_to_new(subject)

    def _wait_for_midnight(self) -> None:
        """A new day has another date, and other days have passed since."""
        now = self.workspace.clock.now().local
        left = timedelta(days=1) - timedelta(hours=now.hour, minutes=now.minute, seconds=now.second - 1)
        self.set_timer(left.total_seconds(), self._begin_day)

    def _begin_day(self) -> None:
        self.read_again()
        self._wait_for_midnight()

    def come_back(self, subject: str = "") -> None:
        """A form was closed: read again, turn to `subject`, and let the next key do something useful."""
        self.read_again(subject)
        if self.is_attached and self.focused is None:
            self.page.take_focus()

    async def action_page(self, name: str) -> None:
        """Show a page by its key."""
        await self.turn_to(name)

    async def action_search(self) -> None:
        """Search the journal, from anywhere."""
        await self.turn_to("Journal", "/")

    @on(Page.Goto)
    async def _goto(self, event: Page.Goto) -> None:
        await self.turn_to(event.page, event.subject)

    @on(PageTabs.Picked)
    async def _picked(self, event: PageTabs.Picked) -> None:
        await self.turn_to(event.page)
