"""Patterns: the statistics over the whole journal, worked out again only when something was written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from bounceback_tui.clock import Clock
from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.going import Going, each, onwards
from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.query_values import Query
from bounceback_tui.domain.text import plural, quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.guides import Guides
from bounceback_tui.services.integrity import LARGE
from bounceback_tui.services.past_parts import NEED_GUIDES, ONCE, PARTS, held, read_past
from bounceback_tui.statistics.registry import STATISTICS, named
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.storage import cases, checkins, checklists, entries
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:
    from bounceback_tui.statistics.recovery import WayBack

EVERYTHING = Query()
"""No filter."""

FILTERS_KEPT = 4
"""Answers are kept for that many filters; another one takes the place of the one not used longest."""


HELD = frozenset({"episodes", "readings"})
"""Parts of a past that stay: answers consist of episodes, so that letting them go would only make room for
another copy, and readings are asked for most and take next to no room.
"""


class Asked(Frozen):
    """A question, and all that it takes to answer it in another thread."""

    statistic: Statistic
    query: Query
    today: date
    state: object
    """The state of the journal in which it was asked."""
    parts: dict[str, Sequence[Any]]
    """What is known of the past; more once it was answered."""
    guides: Mapping[str, Guide]
    another: Callable[[], Database]
    """Opens the journal once more, for the thread that answers."""

    def answer(self) -> Result:
        """Read what is missing, and work it out. Raises StorageError."""
        wanted = self.statistic.parts
        with closing(self.another()) as database, database.read():
            past = read_past(database, self.guides, self.today, wanted, known=self.parts, query=self.query)
            if not ONCE.isdisjoint(wanted):
                return self.statistic.compute(past)
        return self.statistic.compute(past)  # in the room that the connection took

    def let_go(self) -> None:
        """Forget the past once the answer is handed on: the toolkit keeps a thread's last question."""
        self.parts.clear()


def pasts_of(asked: Sequence[Asked], going: Going = onwards) -> list[Past]:
    """What each of some questions looks at, of one state of the journal. Raises StorageError and Stopped.

    They are asked at once and of the same query; any thread may do it.
    """
    parts = dict(asked[0].parts)
    with closing(asked[0].another()) as database, database.read():
        return [
            held(
                read_past(database, one.guides, one.today, one.statistic.parts, known=parts, query=one.query)
            )
            for one in each(asked, going)
        ]


class Patterns:
    """What the journal says of a person's own pattern."""

    def __init__(self, database: Database, clock: Clock, guides: Guides) -> None:
        self._database = database
        self._clock = clock
        self._guides = guides
        self._known: dict[Query, dict[str, Result]] = {}
        self._state: tuple[tuple[int, int], date] | None = None
        self._parts: dict[str, Sequence[Any]] = {}
        self._back: tuple[Result, list[WayBack]] | None = None

    @property
    def takes_long(self) -> bool:
        """Whether the journal is so long that a question takes more than a moment."""
        try:
            return os.stat(self._database.file).st_size > LARGE
        except OSError:
            return False

    @property
    def names(self) -> tuple[str, ...]:
        """The statistics there are."""
        return tuple(listed.name for listed in STATISTICS)

    def statistic(self, name: str) -> Statistic:
        """A statistic by its name. Raises CannotDo."""
        if name not in self.names:
            raise CannotDo(f"There is no statistic {quoted(name)}; there are {', '.join(self.names)}.")
        return named(name)

    def known(self, name: str, query: Query = EVERYTHING) -> Result | None:
        """What a statistic says as of today, where that is known already. Raises StorageError."""
        self._look_again()
        answers = self._known.pop(query, None)
        if answers is None:
            return None
        self._known[query] = answers  # the one used last stands last
        return answers.get(name)

    def ask(self, name: str, query: Query = EVERYTHING) -> Asked:
        """A question as of now, for a thread to answer. Raises CannotDo for an unknown name, StorageError."""
        statistic = self.statistic(name)
        self._look_again()
        guides = self._guides_for(statistic.parts)
        today, parts = self._clock.now().local_date, dict(self._parts)
        return Asked(statistic, query, today, self._state, parts, guides, self._database.another)

    def keep(self, asked: Asked, result: Result) -> None:
        """Know an answer from now on, unless something was written since it was asked for."""
        self._look_again()
        if asked.state != self._state:
            return
        self._parts |= asked.parts
        self._keep(asked.query, result)

    def _keep(self, query: Query, result: Result) -> None:
        answers = self._known.pop(query, {})
        answers[result.name] = result
        self._known[query] = answers
        while len(self._known) > FILTERS_KEPT:
            del self._known[next(one for one in self._known if one)]  # without a filter is never let go
        self._let_go()

    def result(self, name: str, query: Query = EVERYTHING) -> Result:
        """What a statistic says as of today. Raises CannotDo for an unknown name, and StorageError."""
        known = self.known(name, query)
        if known is None:
            statistic = self.statistic(name)
            known = statistic.compute(self._past(statistic.parts, query))
            self._keep(query, known)
        return known

    def behind(self, behind: Behind) -> list[HistoryItem]:
        """The entries that something in a picture rests on, newest first. Raises StorageError."""
        places = cases.positions_behind(self._database, behind)
        found = entries.items(self._database, places)
        return [found[place] for place in places if place in found]

    def usual_mood(self) -> float | None:
        """The usual mood, 1–9; None where there is too little to say."""
        from bounceback_tui.statistics.mood import Mood  # noqa: PLC0415 - as above

        found = self.result("mood")
        return found.usual if isinstance(found, Mood) and found.enough else None

    def usual_days(self) -> int | None:
        """Days until this person usually feels like themselves; None where there is too little to say."""
        from bounceback_tui.statistics.bounce_back import BounceBack  # noqa: PLC0415 - as above

        found = self.result("bounce-back")
        return found.median if isinstance(found, BounceBack) and found.enough else None

    def back_since(self) -> Mapping[str, date]:
        """Open episodes since which day this person has been at their usual mood again, by key.

        Only those that are still so: the latest three logged days are as good as the day found. It follows
        from what is usual, so nothing is read where that is known.
        """
        from bounceback_tui.statistics.bounce_back import BounceBack  # noqa: PLC0415 - as above
        from bounceback_tui.statistics.mood import Mood  # noqa: PLC0415 - as above
        from bounceback_tui.statistics.recovery import still_back  # noqa: PLC0415 - as above

        found, mood = self.result("bounce-back"), self.result("mood")
        if self._back is None or self._back[0] is not found:  # thousands are gone through once
            ways = found.episodes if isinstance(found, BounceBack) else ()
            self._back = found, [way for way in ways if way.clock.back_on and not way.episode.closed]
        latest = [day.mood for day in mood.days[-3:]] if isinstance(mood, Mood) else []
        return {
            way.episode.id: way.clock.back_on
            for way in self._back[1]
            if way.clock.back_on and still_back(way.clock, latest)
        }

    def latest_reading(self) -> str:
        """Key of the latest check-in, to see whether there is a new one; empty where there is none."""
        return checkins.latest_key(self._database)

    def took(self, episode: Episode) -> str:
        """How long the way back from one episode took, beside its forecast; empty where that is not known."""
        from bounceback_tui.statistics.bounce_back import BounceBack  # noqa: PLC0415 - as above

        found = self.result("bounce-back")
        ways = found.episodes if isinstance(found, BounceBack) else ()
        days = next((way.clock.days for way in ways if way.episode.id == episode.id and way.recovered), None)
        if episode.forecast is None or days is None:
            return ""
        return f"You expected {plural(episode.forecast, 'day')}; it took about {plural(days, 'day')}."

    def past(self, *parts: str, query: Query = EVERYTHING) -> Past:
        """These parts of all that statistics look at, or all of them, as of today. Raises StorageError."""
        return held(self._past(parts or tuple(PARTS), query))

    def _past(self, wanted: Sequence[str], query: Query) -> Past:
        self._look_again()
        guides = self._guides_for(wanted)
        today = self._clock.now().local_date
        return read_past(self._database, guides, today, wanted, known=self._parts, query=query)

    def _guides_for(self, parts: Iterable[str]) -> Mapping[str, Guide]:
        """The guides that rejections have, where one of these parts needs them."""
        if NEED_GUIDES.isdisjoint(parts):
            return {}
        guides = {name: self._guides.named(name) for name in checklists.guides_used(self._database)}
        self._pass_over_own_writes()
        return guides

    def _look_again(self) -> None:
        """Forget what was found where somebody wrote since, or where it is another day."""
        state = (self._database.version, self._clock.now().local_date)
        if state != self._state:
            self._known.clear()
            self._parts.clear()
            self._back = None
            self._state = state

    def _pass_over_own_writes(self) -> None:
        """What reading itself writes, the outline of a guide read for the first time, changes no answer.

        Where somebody else wrote meanwhile, what was read is not kept.
        """
        version = self._database.version
        if self._state and version[0] == self._state[0][0]:
            self._state = version, self._state[1]

    def rest(self) -> None:
        """Nothing is asked for now: keep what answers hold on to, and read all else for the next question."""
        self._parts = {part: found for part, found in self._parts.items() if part in HELD}

    def _let_go(self) -> None:
        """Keep of the past only what a statistic still waits for: it takes far more room than an answer."""
        latest = self._known[next(reversed(self._known))]
        waiting = {part for one in STATISTICS if one.name not in latest for part in one.parts}
        self._parts = {part: found for part, found in self._parts.items() if part in waiting | HELD}
