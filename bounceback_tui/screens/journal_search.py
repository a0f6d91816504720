"""The upper part of the Journal: the search box, what it found, and what was begun and not saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from bounceback_tui.domain.query import Field, Query, describe, parse
from bounceback_tui.screens.draft_offers import DraftOffers
from bounceback_tui.screens.known_names import known_names
from bounceback_tui.screens.words import NOTHING_FOUND, counted
from bounceback_tui.services.history import History
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox

_SHORTLY = 0.1
"""Seconds without a key after which is looked beside the entries, too."""

_NOTHING_YET = Content.assemble(
    ("Nothing is written here yet.\n\n", "bold"),
    "n  tells what happened\n",
    "w  is a blank page\n",
)


class JournalSearch(Vertical):
    """Makes a query of what stands in its box, and tells what became of it."""

    def __init__(self, workspace: Workspace, typed: Callable[[], object]) -> None:
        """`typed` is called at every letter, before it is painted: so one picture shows it and what it finds.

        A message would come after that picture, and the next one has to wait for its turn.
        """
        super().__init__(id="journal-search")
        self._workspace = workspace
        self._typed = typed
        self._putting = False
        self._looking: Timer | None = None
        self.asked = Query()
        """What was understood of the box at the latest look."""
        self.elsewhere = ""
        """What the query finds beside entries, in words; empty for nothing."""

    def compose(self) -> ComposeResult:
        """The box, and a line or more below it."""
        with Horizontal(id="journal-box"):
            yield Static("/", id="journal-slash")
            yield SearchBox(
                self._known_names,
                placeholder="words, company:acme, mood:<4, since:january …",
                id="search",
            )
        yield Static(id="journal-told", markup=False)
        yield Static(id="journal-elsewhere", classes="hint", markup=False)
        yield DraftOffers(self._workspace)

    def on_mount(self) -> None:
        """Follow what is typed."""
        self.watch(self.box, "value", self._changed, init=False)

    @property
    def box(self) -> SearchBox:
        """Where somebody types."""
        return self.query_one(SearchBox)

    @property
    def nothing(self) -> Content:
        """What stands in place of the entries where there are none."""
        return Content(NOTHING_FOUND) if self.asked else _NOTHING_YET

    def put(self, text: str) -> None:
        """Put something into the box that nobody typed."""
        self._putting = True
        try:
            self.box.value = text
        finally:
            self._putting = False

    def _changed(self) -> None:
        if not self._putting:
            self._typed()

    def look(self) -> Query:
        """What stands in the box, while its last word may be half typed."""
        self.asked = self._parse(typing=True)
        return self.asked

    def tell(self, history: History) -> None:
        """Say under the box how many entries there are, of what, and what was not understood."""
        today = self._workspace.clock.now().local_date
        problems = self.asked.problems
        if not self.box.has_focus:
            # nobody types any more: say what is wrong with the last word, too, unless it was taken as begun
            whole = self._parse()
            problems = whole.problems if whole == self.asked else problems
        words = told(self.asked, history, describe(self.asked, today))
        style = "$text-accent" if self.asked else "$foreground-muted"
        lines = [safe(words, style), *(safe(one, "$text-warning") for one in problems[:2])]
        shown = self.query_one("#journal-told", Static)
        content = Content("\n").join(lines)
        # laying out the page anew costs more than the search itself: only where there are more lines or fewer
        lasting = shown.size.height == len(content.wrap(max(shown.size.width, 1)))
        shown.update(content, layout=not lasting)
        shown.display = bool(words or problems)

    def look_elsewhere(self) -> None:
        """Look through what the tools keep, once the entries are shown: a key never waits for it."""
        if self._looking:
            self._looking.stop()
        self._looking = self.set_timer(_SHORTLY, self._tell_elsewhere)

    def _tell_elsewhere(self) -> None:
        found = self._workspace.elsewhere.told(self.asked)
        if found == self.elsewhere:
            return
        self.elsewhere = found
        line = self.query_one("#journal-elsewhere", Static)
        line.update(safe(f"{found}. f shows them." if found else ""))
        line.display = bool(found)
        self.refresh_bindings()

    def _parse(self, typing: bool = False) -> Query:
        today = self._workspace.clock.now().local_date
        return parse(self.box.value, today, self._workspace.settings.date_order, typing=typing)

    def _known_names(self, field: Field) -> Iterable[str]:
        return known_names(self, self._workspace, field)


def told(query: Query, history: History, description: str) -> str:
    """ "12 entries with “panel…”", "500+ entries: rejections since January"; empty for an empty journal."""
    count = f"{history.known}{'' if history.complete else '+'}" if history.known else "No"
    if not query:
        return f"{count} {'entry' if count == '1' else 'entries'}, newest first" if history.known else ""
    return counted(count, description, "entry", "entries")
