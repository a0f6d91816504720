"""The lists of steps that statistics compare: the guide of each rejection, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter

from bounceback_tui.domain.episode import CLOSING, StepState
from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.packed import Days, Groups, Packed
from bounceback_tui.domain.past import Checklist, StepMark
from bounceback_tui.storage.columns import day_from
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.pasts import NOTHING_KNOWN, WrittenDays, with_those_of
from bounceback_tui.storage.standing import STANDING


def checklists(
    db: Database, guides: Mapping[str, Guide], known: Mapping[str, str] = NOTHING_KNOWN
) -> Packed[Checklist]:
    """The list of each rejection that stands. Raises StorageError.

    `guides` are those that rejections have, by name (see `guides_used`); one of the steps that were touched
    may be in its guide no more. Of keys of episodes that are `known`, those are to stand.
    """
    lists = {name: _Told(guide) for name, guide in guides.items()}
    days = WrittenDays()
    keys, began, guide = [], Days(), []
    beside, touched = _Marks(), _Marks()
    for (key, day, name), rows in with_those_of(guide_names(db), steps_touched(db)):
        told = lists[name]
        keys.append(known.get(key, key))
        began.append(day)
        guide.append(told.untouched)
        for row in rows:
            marks = touched if row[2] in told.words else beside
            marks.add(told[row[2:]], days[row[1]])
        touched.groups.end()
        beside.groups.end()
    return Packed(Checklist, keys, began, beside.groups, touched.groups, guide)


def steps_touched(db: Database) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every step that was touched, by the keys of episodes in order: key, day, step, state, planned, helped.

    Also in a rejection that stands no longer, since to ask for each takes longer than to pass it over.
    """
    rows = db.each(
        """SELECT episode_id, local_date, step_id, state, plan <> '', helped FROM tick
        WHERE step_id <> ? ORDER BY episode_id""",
        (CLOSING,),
    )
    return groupby(rows, key=itemgetter(0))


def guide_names(db: Database) -> Iterator[tuple[str, date, str]]:
    """Key, day and guide of every episode that stands, by their keys in order."""
    rows = db.each(f"SELECT episode.id, event.local_date, episode.guide {STANDING} ORDER BY episode.id")
    return ((key, day_from(day), guide) for key, day, guide in rows)


def guides_used(db: Database) -> list[str]:
    """The guide of each episode that stands, each once."""
    return [row[0] for row in db.rows(f"SELECT DISTINCT episode.guide {STANDING}")]


class _Told(dict[Row, StepMark]):
    """What is said of a step of one guide, by step, state, plan and help, without the day.

    There are very many steps of which few differ, so each is made once.
    """

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.words = {step.id: step.text for step in guide.steps}
        """What each step says."""
        self.untouched = tuple(StepMark(step, text) for step, text in self.words.items())
        """The list as it is at first."""

    def __missing__(self, said: Row) -> StepMark:
        step, state, planned, helped = said
        words = self.words.get(step) or step
        marked = StepMark(step, words, StepState(state), None, bool(planned))
        self[said] = marked if helped is None else marked._replace(helped=bool(helped))
        return self[said]


class _Marks:
    """The marks of very many steps in columns."""

    def __init__(self) -> None:
        self._said: list[StepMark] = []
        self._days = Days()
        self.groups = Groups(Packed(_on_day, self._said, self._days))
        """Those of each episode."""

    def add(self, said: StepMark, day: date) -> None:
        """One more of the episode that stands last."""
        self._said.append(said)
        self._days.append(day)


def _on_day(mark: StepMark, day: date) -> StepMark:
    step, words, state, _, planned, helped = mark
    return StepMark(step, words, state, day, planned, helped)
