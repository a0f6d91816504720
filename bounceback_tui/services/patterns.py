"""Patterns: the statistics over the whole journal, worked out again only when something was written."""

from __future__ import annotations

from dataclasses import replace

from bounceback_tui.clock import Clock
from bounceback_tui.domain.past import Past
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.storage import applications, checkins, episodes, rests
from bounceback_tui.storage.database import Database


class Patterns:
    """What the journal says of a person's own pattern."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[str, Result] = {}
        self._state: object = None
        self._past: Past | None = None
        self._applications_read = False

    @property
    def names(self) -> tuple[str, ...]:
        """The statistics there are."""
        return tuple(statistic.name for statistic in self._statistics())

    @staticmethod
    def _statistics() -> tuple[Statistic, ...]:
        # the first paint shows no figure that needs them
        from bounceback_tui.statistics.registry import STATISTICS  # noqa: PLC0415

        return STATISTICS

    def statistic(self, name: str) -> Statistic:
        """A statistic by its name. Raises CannotDo."""
        found = next((one for one in self._statistics() if one.name == name), None)
        if not found:
            raise CannotDo(f"There is no statistic “{name[:40]}”; there are {', '.join(self.names)}.")
        return found

    def result(self, name: str) -> Result:
        """What a statistic says as of today. Raises CannotDo for an unknown name, and StorageError."""
        statistic = self.statistic(name)
        past = self.past(statistic.applications)
        if name not in self._known:
            self._known[name] = statistic.compute(past)
        return self._known[name]

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

    def past(self, with_applications: bool = True) -> Past:
        """All that statistics look at; the applications, which cost most to read, only where wanted."""
        today = self._clock.now().local_date
        state = (self._database.version, today)
        if self._past is None or state != self._state:
            self._known.clear()
            self._past = Past(
                today,
                checkins.readings(self._database),
                tuple(episodes.every(self._database)),
                rests=tuple(rests.every(self._database)),
                reached_out=rests.reached_out(self._database),
            )
            self._state, self._applications_read = state, False
        if with_applications and not self._applications_read:
            self._past = replace(self._past, applications=tuple(applications.every(self._database)))
            self._applications_read = True
        return self._past
