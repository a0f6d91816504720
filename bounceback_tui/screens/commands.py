"""What the palette offers: every key that works here and now, and every page. Words of the journal in it are
only words, which Textual's own provider would read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from bounceback_tui.widgets.safe import safe_line


@dataclass(frozen=True)
class Offered:
    """One thing to do."""

    title: str
    """May hold words of the journal."""
    words: str
    """What it does, in our own words."""
    run: Callable[[], object]
    weight: float = 1.0
    """How much a fit counts, against those of others."""


class Offering(Protocol):
    """An app that knows what can be done."""

    def offered(self, screen: Screen[object]) -> Iterable[Offered]:
        """What can be done on a screen, the most useful first."""


class Commands(Provider):
    """The palette's source of all that."""

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for one in self._offered():
            title = safe_line(one.title)
            yield DiscoveryHit(title, one.run, title.plain, one.words)

    async def search(self, query: str) -> Hits:
        """What fits the letters typed, which are marked in it."""
        matcher = self.matcher(query)
        for one in self._offered():
            title = safe_line(one.title)
            score, places = matcher.fuzzy_search.match(query, title.plain)
            if score > 0:
                yield Hit(score * one.weight, _marked(title, places), one.run, title.plain, one.words)

    def _offered(self) -> Iterable[Offered]:
        return cast("Offering", self.app).offered(self.screen)


def _marked(title: Content, places: Iterable[int]) -> Content:
    for place in places:
        title = title.stylize("bold underline", place, place + 1)
    return title
