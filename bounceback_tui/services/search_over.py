"""The end of a search: what is still open once an offer was accepted, and a look back over all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import (
    STAGES,
    Application,
    Event,
    Kind,
    Log,
    Result,
    Status,
    furthest,
    status_of,
)
from bounceback_tui.domain.episode import Episode, setbacks_told
from bounceback_tui.domain.feedback import RemarkKind
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.letter import WithdrawalNote
from bounceback_tui.domain.look_back import LookBack
from bounceback_tui.domain.meeting import firm
from bounceback_tui.domain.query_values import Choice, Field, Query
from bounceback_tui.domain.text import cut, plural
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.patterns import EVERYTHING, Patterns
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import applications, cases, once, short_logs
from bounceback_tui.storage.database import Database

_SAID = "accepted:"
_ENDED = tuple(one for one in Result if one is not Result.MOVED_ON and Status(one.value).ended)
_ACCEPTED = Query(choices=(Choice(Field.RESULT, (Result.ACCEPTED,)),))
_UNFINISHED = Query(choices=(Choice(Field.RESULT, _ENDED, negated=True),))


class _Acceptance(Frozen):
    """An offer that was accepted, and that nothing has come after."""

    application: Application
    event: Event

    @property
    def day(self) -> date:
        return self.event.at.local_date


class SearchOver:
    """What can be done, and need not be, once an offer was accepted."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        undo: Undo,
        *,
        applied: Applications,
        recovery: Recovery,
        patterns: Patterns,
    ) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._applied = applied
        self._recovery = recovery
        self._patterns = patterns
        self.note: WithdrawalNote | None = None
        """The note as the person worded it for all; None for the draft. It holds until they leave."""

    def accepted(self) -> Application | None:
        """The application whose offer was accepted last. Raises StorageError."""
        found = self._acceptances()
        return found[-1].application if found else None

    def offered(self) -> bool:
        """Whether the latest acceptance was not answered yet: to close the search is offered once."""
        found = self._acceptances()
        return bool(found) and once.said_on(self._database, f"{_SAID}{found[-1].event.id}") is None

    def answer(self) -> None:
        """The latest acceptance is answered, whatever the answer. Raises StorageError."""
        for latest in self._acceptances()[-1:]:
            once.say(self._database, f"{_SAID}{latest.event.id}", self._today)

    def open_applications(self) -> list[Application]:
        """Those that are open or at an offer, the one that is due next first. Raises StorageError."""
        return self._read(_UNFINISHED)

    def open_episodes(self) -> list[Episode]:
        """The episodes that are open, the latest first. Raises StorageError."""
        return self._recovery.still_open()

    def reword(self, note: WithdrawalNote) -> str:
        """Use another wording for all; where it is empty, the draft. Its key is none: nothing is stored."""
        self.note = note if note.text.strip() else None
        return ""

    def withdraw(self, keys: Iterable[str], note: str = "") -> int:
        """Withdraw these applications today, in one step of undo; how many were still open.

        Raises CannotDo where one is gone or none is open; nothing is done then.
        """
        wanted = [self._applied.find(key) for key in dict.fromkeys(keys)]
        still = [one for one in wanted if not one.status.ended]
        if not still:
            raise CannotDo("None of these is open any more, so there is nothing to withdraw.")
        now = self._clock.now()
        with self._undo.step(f"withdraw {_what(still)}"):
            for one in still:
                self._applied.record(Event(new_id(now.utc), one.id, Kind.WITHDREW, now, note=note.strip()))
        return len(still)

    def close_episodes(self, keys: Iterable[str]) -> int:
        """Close these episodes in one step of undo; how many were still open.

        Raises CannotDo where one is gone or none is open; nothing is done then.
        """
        wanted = [self._recovery.find(key) for key in dict.fromkeys(keys)]
        still = [one for one in wanted if not one.closed]
        if not still:
            raise CannotDo("None of these is open any more, so there is nothing to close.")
        label = firm(still[0].company, 40) if len(still) == 1 else setbacks_told(still)
        with self._undo.step(f"close {label}"):
            for one in still:
                self._recovery.set_closed(one.id, True)
        return len(still)

    def look_back(self) -> LookBack:
        """The whole search that ended with the latest acceptance, or goes on today.

        It begins after the acceptance before that, where there was one. Raises CannotDo without any
        application, and StorageError.
        """
        acceptances = self._acceptances()
        latest = acceptances[-1] if acceptances else None
        before = acceptances[-2].day if len(acceptances) > 1 else None
        last = latest.day if latest else self._today
        logs = [one for one in short_logs.logs(self._database) if _belongs(one, latest, before, last)]
        if not logs:
            raise CannotDo("There is nothing to look back on yet: no application is noted.")
        first = min(one.days[0] for one in logs)
        stages = Counter(furthest(one.kinds) for one in logs)
        ends = Counter(status_of(one.kinds) for one in logs)
        asked, answered, strengths = self._feedback(before)
        return LookBack(
            first=first,
            last=last,
            accepted=latest.application.company if latest else "",
            is_over=latest is not None,
            applications=len(logs),
            reached=tuple((stage, stages[stage]) for stage in STAGES if stages[stage]),
            rejected=ends[Status.REJECTED],
            silent=ends[Status.GHOSTED],
            withdrew=ends[Status.WITHDREW],
            open=ends[Status.OPEN] + ends[Status.OFFER],
            asked=asked,
            answered=answered,
            strengths=strengths,
            usual_days=self._patterns.usual_days(),
            entries=len(cases.entries_fitting(self._database, Query(since=first, until=last))),
        )

    def _feedback(self, before: date | None) -> tuple[int, int, tuple[tuple[str, tuple[str, ...]], ...]]:
        """Requests sent, those answered, and the strengths that employers agree on."""
        from bounceback_tui.statistics.feedback import (  # noqa: PLC0415 - accepting an offer needs none of it
            Feedback,
            theme_words,
        )

        query = Query(since=before + timedelta(days=1)) if before else EVERYTHING
        found = self._patterns.result("feedback", query)
        if not isinstance(found, Feedback):
            return 0, 0, ()
        agreed = (one for one in found.said[RemarkKind.STRENGTH] if one.agreed)
        return found.n, found.answered, tuple((theme_words(one), one.companies) for one in agreed)

    def _acceptances(self) -> list[_Acceptance]:
        """Every application that ends with an acceptance, the latest last."""
        found = [_Acceptance(one, one.events[-1]) for one in self._read(_ACCEPTED) if one.events]
        return sorted(found, key=lambda one: (one.day, one.event.at.utc, one.event.id))

    def _read(self, query: Query) -> list[Application]:
        keys = applications.keys(self._database, self._clock.now(), query)
        found = applications.with_keys(self._database, keys)
        return [found[key] for key in keys if key in found]

    @property
    def _today(self) -> date:
        return self._clock.now().local_date


def still_open_words(count: int) -> str:
    """ "3 applications are still open; `bounceback withdraw --all` withdraws them."; empty for none."""
    if not count:
        return ""
    what = "1 application is" if count == 1 else f"{count} applications are"
    return f"{what} still open; `bounceback withdraw --all` withdraws {'it' if count == 1 else 'them'}."


def _belongs(log: Log, latest: _Acceptance | None, before: date | None, last: date) -> bool:
    """Whether an application is a part of the search that is looked back on."""
    if latest and log.id == latest.application.id:
        return True
    if not log.days:
        return False
    return (before is None or log.days[0] > before) and log.days[0] <= last


def _what(found: Sequence[Application]) -> str:
    if len(found) == 1:
        return cut(found[0].company, 40) or "the application"
    return plural(len(found), "application")
