"""Today: where somebody is and what is next, read quickly enough for the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import AHEAD, Due
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.episode import Episode, Tick
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.guide import Guide, Progress, Step, next_step, progress
from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.due import ComingUp
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.tools import Tools
from bounceback_tui.statistics.days import values_of
from bounceback_tui.storage import checkins, entries
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:
    from bounceback_tui.domain.lead import Rest
    from bounceback_tui.domain.strength import NotedStrength

MOOD_DAYS = 30
"""Days of mood that Today shows."""

LATELY = 4
"""Latest entries that Today shows where there is room."""


class Card(Frozen):
    """One open episode at a glance."""

    episode: Episode
    days: int
    """Days since the rejection, by the calendar."""
    sections: tuple[tuple[str, Progress], ...]
    """Title of each section of the guide, and how far it got."""
    next_step: Step | None


class Overview(Frozen):
    """Everything on the Today page that can be read at once."""

    today: date
    cards: tuple[Card, ...]
    moods: tuple[float | None, ...]
    """The value of each of the last 30 days, oldest first; None where nothing was logged."""
    due: tuple[Due, ...]
    lately: tuple[HistoryItem, ...]
    """The latest entries, newest first."""
    pinned: NotedStrength | None
    """The strength that was pinned; it stays in sight during a rest, too."""
    rest: Rest | None
    """The rest that today belongs to: nothing nags in it."""
    back_from: Rest | None = None
    """The rest that ended yesterday."""


class Today:
    """What the Today page shows."""

    def __init__(
        self, database: Database, clock: Clock, recovery: Recovery, tools: Tools, coming_up: ComingUp
    ) -> None:
        self._database = database
        self._clock = clock
        self._recovery = recovery
        self._tools = tools
        self._coming_up = coming_up
        self._kept: tuple[object, Overview] | None = None

    def overview(self) -> Overview:
        """Where somebody is, and what is next: as it was while neither the journal nor a guide is another,
        and no minute has passed, with which a meeting may be over. Raises StorageError.
        """
        state = self._clock.now().local.replace(second=0, microsecond=0), self._database.version
        if self._kept is None or self._kept[0] != (state, self._guides(self._kept[1])):
            found = self._overview()
            self._kept = (state, self._guides(found)), found
        return self._kept[1]

    def _guides(self, found: Overview) -> list[str]:
        return [self._recovery.guide_of(card.episode).digest for card in found.cards]

    def _overview(self) -> Overview:
        today = self._clock.now().local_date
        episodes = [one for one in self._recovery.still_open() if one.began <= today]
        ticks = self._recovery.open_ticks() if episodes else {}
        cards = tuple(
            _card(one, today, self._recovery.guide_of(one), ticks.get(one.id, {})) for one in episodes
        )
        first = today - timedelta(days=MOOD_DAYS - 1)
        daily = values_of(checkins.readings(self._database, since=first), today)
        values = dict(zip(daily.days, daily.values, strict=True))
        moods = tuple(values.get(first + timedelta(days=offset)) for offset in range(MOOD_DAYS))
        hand = self._tools.at_hand(today)
        latest = entries.items(self._database, entries.positions(self._database, Query(), limit=LATELY))
        lately = tuple(latest[place] for place in sorted(latest, reverse=True))
        due = self._coming_up.until(today + AHEAD)
        return Overview(today, cards, moods, due, lately, hand.pinned, hand.rest, hand.back_from)


def _card(episode: Episode, today: date, guide: Guide, ticks: Mapping[str, Tick]) -> Card:
    return Card(
        episode,
        (today - episode.began).days,
        tuple((section.title, progress(section, ticks)) for section in guide.sections),
        next_step(guide, ticks),
    )
