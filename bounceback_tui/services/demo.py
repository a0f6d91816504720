"""The journal that `--demo` opens: fourteen months of one made-up person, counted back from today."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import partial
from typing import Any

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import STAGES, Kind, Result, Source, result_of
from bounceback_tui.domain.checkin import NOTHING_READ, Feeling, Reading
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Cause, Side, StepState
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Closing, Outcome, Written
from bounceback_tui.domain.writing import WritingHeld
from bounceback_tui.resources import asset
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.demo_days import Days, Moods, Table, chance_of
from bounceback_tui.services.demo_tools import Act, Known, ToolStory
from bounceback_tui.services.guides import Guides
from bounceback_tui.services.journal import Journal
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.tools import Tools
from bounceback_tui.services.undo import Undo
from bounceback_tui.services.versions import Versions
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications

_SIDES = {"outside": Side.OUTSIDE, "change": Side.CHANGEABLE, "right": Side.WENT_RIGHT}
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n|[->] |\d+\. |\*\*)")
_MARGIN = timedelta(minutes=10)
"""How long before now the last thing happened, where today is still too young for it."""


def fill(workspace: Workspace, now: Moment) -> None:
    """Write the made-up journal into an empty one, as if it had been lived up to `now`.

    All in one transaction. Raises StorageError.
    """
    story = tomllib.loads(asset("demo.toml"))
    with workspace.database.write():
        _Telling(workspace, now, story).tell()


class _HandSetClock(Clock):
    """A clock that shows what it was last set to."""

    def __init__(self, zone: tzinfo, moment: Moment) -> None:
        self._zone = zone
        self.moment = moment

    @property
    def zone(self) -> tzinfo:
        """The person's zone."""
        return self._zone

    def now(self) -> Moment:
        """The moment it was set to."""
        return self.moment


class _Telling:
    """Lives the story through the services in the order of time, with a clock that is set by hand."""

    def __init__(self, workspace: Workspace, now: Moment, story: Table) -> None:
        self._now = now
        self._story = story
        self._database = workspace.database
        self._clock = _HandSetClock(workspace.clock.zone, now)
        undo = Undo(self._database, self._clock)
        self._applications = Applications(self._database, self._clock, undo)
        self._journal = Journal(self._database, self._clock, undo, lambda: self._applications)
        self._versions = Versions(self._database, self._clock, undo, self._applications)
        guides = Guides(self._database, asset("guide.md"))
        self._recovery = Recovery(self._database, self._clock, undo, lambda: guides)
        self._tools = Tools(self._database, self._clock, undo, self._recovery.due)
        self._days = Days(now.local_date, story)
        self._firms = {one["company"]: one for one in story["application"]}
        self._known = Known()
        self._kept = ToolStory(story, self._days, self._known, self._clock, self._tools)
        self._written: dict[str, str] = {}
        self._plan: list[tuple[Moment, Act]] = []

    def tell(self) -> None:
        """Plan everything, then do it in the order of time."""
        told = {entry["of"] for entry in self._story["entry"] if "of" in entry}
        for one in self._story["application"]:
            self._plan_log(one, told)
        for entry in self._story["entry"]:
            day = self._days.of(entry)
            self._at(day, entry["at"], self._tell_outcome if "of" in entry else self._write, entry)
            if "changed" in entry:
                self._at(day + timedelta(days=entry["changed"]), "08:30", self._change, entry)
            if "way" in entry:
                self._plan_steps(entry, entry["way"])
                self._plan_helped(entry["of"], entry["way"])
                self._plan_close(entry["of"], entry["way"])
        for planned in self._kept.plan():
            self._at(*planned)
        self._plan_check_ins()
        for moment, act in sorted(self._plan, key=lambda planned: planned[0]):
            self._clock.moment = moment
            act()
        self._clock.moment = self._now
        self._kept.tell_the_rest()

    def _at(self, day: date, clock: str, act: Act, *values: object) -> None:
        """Plan something; what would come later today than now is done a little before now."""
        latest = replace(self._now, utc=self._now.utc - _MARGIN)
        self._plan.append((min(self._moment(day, clock), latest), partial(act, *values)))

    def _moment(self, day: date, clock: str) -> Moment:
        return Moment.at(datetime.combine(day, time.fromisoformat(clock)), self._clock.zone)

    def _plan_log(self, one: Table, told: set[str]) -> None:
        chance = chance_of(one["company"])
        for kind in one["log"]:
            name = f"{one['company']} {kind}"
            minute, evening = int(chance() * 60), kind == Kind.APPLIED
            hour = (19 if evening else 10) + int(chance() * (3 if evening else 7))
            if name not in told:
                act: Act = self._apply if evening else partial(self._add_event, Kind(kind))
                self._at(self._days.of_event(name), f"{hour}:{minute:02}", act, one)

    def _apply(self, one: Table) -> None:
        made = self._applications.add(one["company"], one["role"], Source(one["source"]))
        self._known.applied[one["company"]] = made.id
        said = {name: one[name] for name in ("specialised", "link", "notes") if name in one}
        applications.describe(self._database, replace(made, **{"specialised": False, **said}))

    def _add_event(self, kind: Kind, one: Table) -> None:
        self._applications.add_event(self._known.applied[one["company"]], kind)

    def _tell_outcome(self, entry: Table) -> None:
        company, _, word = entry["of"].rpartition(" ")
        kind, one = Kind(word), self._firms[company]
        before, after = _readings(entry)
        causes = (Cause(side, line) for key, side in _SIDES.items() for line in entry.get(key, ()))
        self._known.logged[entry["of"]] = self._journal.log(
            Outcome(
                company=company,
                role=one["role"],
                stage=_stage(kind, one["log"]),
                result=result_of(kind),
                source=Source(one["source"]),
                before=before,
                title=entry["title"],
                text=_unwrapped(entry["text"]),
                tags=tuple(entry["tags"]),
                causes=tuple(causes),
                attribution=Attribution(*entry["sliders"]) if "sliders" in entry else NOT_ATTRIBUTED,
                forecast=entry.get("forecast"),
                after=after,
            )
        )

    def _write(self, entry: Table) -> None:
        before, after = _readings(entry)
        title, text = entry["title"], _unwrapped(entry.get("first", entry["text"]))
        page = Written("", title, text, tuple(entry["tags"]), before, after)
        if "minutes" in entry:
            held = WritingHeld(page, entry["minutes"] * 60)
            self._written[title] = self._tools.writing.save_session(held, self._journal.write)
        else:
            self._written[title] = self._journal.write(page)

    def _change(self, entry: Table) -> None:
        title, text = entry["title"], _unwrapped(entry["text"])
        self._versions.rewrite(self._written[title], title, text, entry["tags"])

    def _plan_check_ins(self) -> None:
        moods = Moods(self._days, self._story)
        for number in range((self._days.today - moods.first).days + 1):
            day = moods.first + timedelta(days=number)
            for when, reading in moods.readings(day):
                self._at(day, when.isoformat(), self._journal.check_in, reading)

    def _plan_steps(self, entry: Table, way: Table) -> None:
        """Plans come the evening before a step is done, or the day after the rejection."""
        name, began = entry["of"], self._days.of(entry)
        states = [(step, day, StepState.DONE) for step, day in way["ticks"].items()]
        states += [(step, day, StepState.NOT_FOR_ME) for step, day in way.get("skipped", {}).items()]
        days, chance = {step: day for step, day, _ in states}, chance_of(f"{name} steps")
        for number, (step, plan) in enumerate(way.get("plans", {}).items()):
            day = began + timedelta(days=max(0, days.get(step, 2) - 1))
            due = _due(began, way.get("due", {}).get(step))
            self._at(day, f"21:{30 + number}", self._step, self._recovery.set_plan, name, step, plan, due)
        for number, (step, offset, state) in enumerate(states):
            # on the day itself only once the entry is written
            hour = 8 + int(chance() * 13) if offset else 21
            day, clock = began + timedelta(days=offset), f"{hour:02}:{40 + number}"
            if note := way.get("notes", {}).get(step):
                self._at(day, clock, self._step, self._recovery.set_note, name, step, note)
            self._at(day, clock, self._step, self._recovery.set_state, name, step, state)

    def _plan_helped(self, name: str, way: Table) -> None:
        """Whether a step helped is said the day after."""
        for step, helped in way.get("helped", {}).items():
            day = self._days.of_event(name) + timedelta(days=way["ticks"][step] + 1)
            self._at(day, "21:56", self._step, self._recovery.set_helped, name, step, helped)

    def _step(self, act: Act, name: str, step: str, *values: object) -> None:
        act(self._known.episode(name), step, *values)

    def _plan_close(self, name: str, way: Table) -> None:
        if "closed" in way:
            day = self._days.of_event(name) + timedelta(days=way["closed"])
            self._at(day, "21:58", self._close, name, way)

    def _close(self, name: str, way: Table) -> None:
        moved = Attribution(*way.get("sliders", ()))
        self._recovery.close(Closing(self._known.episode(name), way.get("words", ""), moved))


def _stage(kind: Kind, log: Sequence[str]) -> Kind | None:
    """The stage that belongs to an outcome: the one moved on to, or the furthest before a rejection."""
    if result_of(kind) is Result.MOVED_ON:
        return kind
    if not result_of(kind).opens_episode:
        return None
    return [Kind.APPLIED, *(stage for stage in STAGES if stage in log)][-1]


def _due(began: date, told: Sequence[Any] | None) -> PlannedFor | None:
    """The moment that a plan is for, told as days after the rejection and a time of day."""
    if told is None:
        return None
    days, clock = told
    return PlannedFor(began + timedelta(days=days), time.fromisoformat(clock))


def _readings(entry: Table) -> tuple[Reading, Reading]:
    """How it felt before and after writing an entry."""
    moods, energies = entry["mood"], entry["energy"]
    before = Reading(moods[0], energies[0], _feelings(entry.get("felt", {})))
    if len(moods) == 1:
        return before, NOTHING_READ
    return before, Reading(moods[1], (*energies, None)[1], _feelings(entry.get("left", {})))


def _feelings(strengths: Table) -> tuple[Feeling, ...]:
    return tuple(Feeling(name, strength) for name, strength in strengths.items())


def _unwrapped(text: str) -> str:
    """A text as somebody types it: each paragraph on one line, lists and quotations as they are."""
    return _SOFT_BREAK.sub(" ", text.strip())
