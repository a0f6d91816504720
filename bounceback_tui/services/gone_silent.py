"""Where an application may have gone silent: asked quietly, and noted only once the person says so."""

from __future__ import annotations

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import Application, Event, Kind
from bounceback_tui.domain.silence import UsualWait, may_have_gone_silent
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.patterns import Asked, Patterns
from bounceback_tui.services.rests import Rests
from bounceback_tui.statistics.silence import Silence
from bounceback_tui.statistics.statistic import Result

_STATISTIC = "silence"


class GoneSilent:
    """Knows how long replies usually take, and which silence is longer than nearly all of them."""

    def __init__(self, applications: Applications, patterns: Patterns, rests: Rests, clock: Clock) -> None:
        self._applications = applications
        self._patterns = patterns
        self._rests = rests
        self._clock = clock

    def usual(self) -> UsualWait:
        """How long replies take the person, worked out where it is not known yet. Raises StorageError."""
        return usual_of(self._patterns.result(_STATISTIC))

    def ask(self) -> Asked:
        """Read what it rests on, for a thread to work it out. Raises StorageError."""
        return self._patterns.ask(_STATISTIC)

    def keep(self, asked: Asked, result: Result) -> None:
        """Know it from now on, unless something was written since."""
        self._patterns.keep(asked, result)

    def asks(self, application: Application, usual: UsualWait) -> bool:
        """Whether to ask if it went silent; never during a rest. Raises StorageError."""
        now = self._clock.now()
        return may_have_gone_silent(application, now, usual) and self._rests.on(now.local_date) is None

    def say(self, application_id: str) -> Event:
        """Note that it went silent today; it opens an episode. Raises CannotDo where it is over already."""
        if self._applications.find(application_id).status.ended:
            raise CannotDo("That application is over already; nothing was changed.")
        return self._applications.add_event(application_id, Kind.GHOSTED)


def usual_of(result: Result) -> UsualWait:
    """What the statistic says, in short."""
    if not isinstance(result, Silence):
        return UsualWait()
    return UsualWait(result.took, result.median, result.enough)
