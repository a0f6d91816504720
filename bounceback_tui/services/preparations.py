"""Before the next one: likely setbacks, and an answer to each."""

from __future__ import annotations

from datetime import date, timedelta

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.meeting import firm, meets_on
from bounceback_tui.domain.preparation import PlannedSetback, Preparation, Setback, in_order
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.shelf import Shelf
from bounceback_tui.storage import applications, preparations
from bounceback_tui.storage.trash import Table

_NAMED = 60
"""Characters of the setbacks that a line of Today names."""


class Preparations(Shelf[Preparation]):
    """What was prepared, an interview each."""

    TABLE = Table.PREPARATION
    NOUN = "preparation"

    def every(self) -> list[Preparation]:
        """All of them: the next interview first, those behind last."""
        return in_order(preparations.every(self._database), self._today)

    def store(self, thing: Preparation) -> None:
        """Write one down."""
        preparations.put(self._database, thing)

    def name_of(self, thing: Preparation) -> str:
        """Who the interview is with."""
        found = applications.with_id(self._database, thing.application_id)
        return f"before {(found and found[0].company) or 'the next one'}"

    def prepare(self, wanted: Preparation) -> str:
        """Keep which interview it is, and when; its key. What was planned for it meanwhile stays."""
        there = next((one for one in self.every() if one.id == wanted.id), None)
        return self.put(replace(wanted, setbacks=there.setbacks) if there else wanted)

    def plan(self, planned: PlannedSetback) -> str:
        """Keep a setback with its answer; the key of its preparation. Raises CannotDo.

        Where the one that it was is not there any more, it comes last.
        """
        preparation = self.find(planned.preparation_id)
        setbacks = list(preparation.setbacks)
        if planned.before in setbacks:
            setbacks[setbacks.index(planned.before)] = planned.setback
        else:
            setbacks.append(planned.setback)
        return self._keep(preparation, setbacks, "plan for", planned.setback)

    def drop(self, key: str, setback: Setback) -> None:
        """Take a setback out of a preparation. Raises CannotDo where it is not there any more."""
        preparation = self.find(key)
        if setback not in preparation.setbacks:
            raise CannotDo("That setback is not there any more. Nothing was changed.")
        left = list(preparation.setbacks)
        left.remove(setback)
        self._keep(preparation, left, "take out", setback)

    def due(self, today: date, until: date) -> list[Due]:
        """Interviews that stand in no log; on the day before one and on the day itself what was planned."""
        found = []
        tomorrow = today + timedelta(days=1)
        for one in preparations.between(self._database, today, max(until, tomorrow)):
            application = next(iter(applications.with_id(self._database, one.application_id)), None)
            if application is None or application.status.ended or one.interview_on is None:
                continue
            if one.interview_on <= until and not meets_on(application, one.interview_on):
                words = f"interview with {firm(application.company)}"
                found.append(Due(one.interview_on, words, DueKind.INTERVIEW, "next-one", one.id))
            if one.interview_on <= tomorrow:
                found.append(_due(one, application, today))
        return found

    def _keep(self, preparation: Preparation, setbacks: list[Setback], doing: str, about: Setback) -> str:
        with self._undo.step(f"{doing} {quoted(about.text)}"):
            return self.put(replace(preparation, setbacks=tuple(setbacks)))


def _due(preparation: Preparation, application: Application, today: date) -> Due:
    """ "before tomorrow's interview with Acme: I lose the thread, …"."""
    day = "today's" if preparation.interview_on == today else "tomorrow's"
    setbacks = cut(", ".join(one.text for one in preparation.setbacks), _NAMED)
    plans = f"if {setbacks}" if setbacks else "what could get in the way"
    words = f"before {day} interview with {firm(application.company)}: {plans}"
    return Due(today, words, DueKind.PREPARATION, "next-one", preparation.id)
