"""The palette's source of what can be done. Words of the journal in it are only words, which Textual's own
provider would read as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from bounceback_tui.screens.also_called import is_meant
from bounceback_tui.screens.finds import named, themes
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.offers import Offered, offers
from bounceback_tui.widgets.safe import safe_line

_RENAMED = {
    "Maximize": ("Maximise", "Give what has the focus the whole window"),
    "Minimize": ("As large as before", "Show the rest of the window again"),
    "Screenshot": ("Picture of the screen", "Save what is shown as an SVG file"),
    "Theme": ("Theme", "Try other colours on, and keep one"),
}
"""What comes with Textual, by its name there, in our words."""

_ALSO = 2.0
"""How much a letter counts in another word for something; in a title that begins so it is three and more."""

_TOLD = 1.0
"""The same in a word about it."""


class Commands(Provider):
    """Every key that works here and now, every page and tool; what was written, once it is asked for."""

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for one in (*self._offered(), *self._of_the_toolkit()):
            title = safe_line(one.title)
            yield DiscoveryHit(title, one.run, title.plain, one.told)

    async def search(self, query: str) -> Hits:
        """What fits the letters typed, which are marked in it."""
        matcher = self.matcher(query)
        found = [*self._offered(), *(themes(self._main) if self._at_pages else ()), *self._of_the_toolkit()]
        for one in found:
            title = safe_line(one.title)
            score, places = matcher.fuzzy_search.match(query, title.plain)
            score = max(score * one.weight, len(query) * _otherwise(query, one))
            if score > 0:
                yield Hit(score, _marked(title, places), one.run, title.plain, one.told)
        for weight, one in named(self._main, query) if self._at_pages else ():
            title = safe_line(one.title)
            yield Hit(weight * len(query), title, one.run, title.plain, one.words)

    @property
    def _main(self) -> MainScreen:
        return cast("MainScreen", self.app.get_default_screen())

    @property
    def _at_pages(self) -> bool:
        """Whether the pages are below, and no window or form that somebody would be led away from."""
        return self.screen is self._main

    def _offered(self) -> Iterable[Offered]:
        return offers(self._main, self.screen)

    def _of_the_toolkit(self) -> Iterable[Offered]:
        """What works on any screen and is looked for less often."""
        for title, words, run, _ in self.app.get_system_commands(self.screen):
            yield Offered(*_RENAMED.get(title, (title, words)), run)


def _otherwise(query: str, one: Offered) -> float:
    """How much a letter counts that fits not the title, but other words for it: less than there."""
    if is_meant(query, one.also):
        return _ALSO
    return _TOLD if is_meant(query, f"{one.also} {one.words}") else 0.0


def _marked(title: Content, places: Iterable[int]) -> Content:
    for place in places:
        title = title.stylize("bold underline", place, place + 1)
    return title
