"""An episode, and the steps of the guide in it, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from bounceback_tui.domain.calendar_terms import short_day, weekday_date
from bounceback_tui.domain.episode import CLOSING, Episode, StepState, Tick
from bounceback_tui.domain.guide import Guide, Section, Step, next_step, progress
from bounceback_tui.domain.text import number
from bounceback_tui.screens.registry import tool_listed
from bounceback_tui.screens.words import of_episode
from bounceback_tui.services.drafts import Draft
from bounceback_tui.widgets.progress_bar import bar
from bounceback_tui.widgets.signpost import Place
from bounceback_tui.widgets.step_list import StepRow
from bounceback_tui.widgets.subject_line import Subject

NOTE, PLAN = "note", "plan"
"""Names of the forms for what can be written about a step."""

_BEGUN: dict[str, str] = {
    NOTE: "a note was begun; o goes on",
    PLAN: "a plan was begun; p goes on",
}

LONG_AGO = 60
"""Days after which a date says more than their number."""

NO_EPISODE = Subject("The guide", state="yours to read; ticks begin with the first no you log: n")
"""What stands at the top where nothing was logged yet."""

_DID = {StepState.DONE: "done", StepState.NOT_FOR_ME: "set aside"}


def ago(day: date, today: date) -> str:
    """ "today", "four days ago", and the date itself where it is long past."""
    days = (today - day).days
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    if 0 < days <= LONG_AGO:
        return f"{number(days)} days ago"
    return weekday_date(day)


def subject_of(episode: Episode, place: int, count: int, today: date) -> Subject:
    """The top line of an episode, at `place` of `count`, counted from 1."""
    state = "closed" if episode.closed else "open" if count > 1 else ""
    if episode.answered:
        state = f"{state}, answered after all" if state else "answered after all"
    return Subject(of_episode(episode), ago(episode.began, today), place, count, state)


def places_of(guide: Guide, ticks: Mapping[str, Tick] | None, *, plain: bool = False) -> tuple[Place, ...]:
    """The sections, with how far each got; without bars where there is nothing to tick for, or `plain`."""
    return tuple(_place(section, ticks, plain) for section in guide.sections)


def row_of(step: Step, tick: Tick | None, today: date, begun: str = "") -> StepRow:
    """A step, what became of it, and what its tool does."""
    listed = tool_listed(step.tool)
    tool = listed.title if listed else ""
    if tick is None:
        return StepRow(step.id, step.text, begun=begun, tool=tool)
    day = tick.at.local_date
    did = _DID.get(tick.state)
    when = short_day(day) if day.year == today.year else weekday_date(day)
    since = f"{did} {when}" if did else ""
    if tick.state is StepState.DONE and tick.helped is not None:
        since += " · it helped" if tick.helped else " · it did not help"
    return StepRow(
        step.id, step.text, tick.state, since, tick.note, tick.plan, begun, _planned(tick), tick.helped, tool
    )


def _planned(tick: Tick) -> str:
    """ "Tue 24 Nov 09:00": the moment that a plan is for; empty for none."""
    if tick.due_on is None:
        return ""
    day = short_day(tick.due_on)
    return f"{day} {tick.due_time:%H:%M}" if tick.due_time else day


def next_place(guide: Guide, ticks: Mapping[str, Tick]) -> tuple[int, int]:
    """Section and place in it of the next open step; the beginning where none is open."""
    step = next_step(guide, ticks)
    return (step and place_of(guide, step.id)) or (0, 0)


def place_of(guide: Guide, step_id: str) -> tuple[int, int] | None:
    """Section and place in it of a step, None where the guide has no such step."""
    return next(
        (
            (at, place)
            for at, section in enumerate(guide.sections)
            for place, step in enumerate(section.steps)
            if step.id == step_id
        ),
        None,
    )


def finished(guide: Guide, section: Section, ticks: Mapping[str, Tick]) -> str:
    """A quiet line once a section is finished; nothing before, and nothing for what was only set aside."""
    if not _over(section, ticks) or not progress(section, ticks).done:
        return ""
    if all(_over(one, ticks) for one in guide.sections):
        return "That was the last step of all. You did this."
    return "That is the whole section. Well done."


def elsewhere(guide: Guide, ticks: Mapping[str, Tick]) -> str:
    """A quiet line on what was kept with steps that this guide has not; empty for nothing."""
    known = {CLOSING, *(step.id for step in guide.steps)}
    said = [
        tick
        for tick in ticks.values()
        if tick.step_id not in known and (tick.state is not StepState.OPEN or tick.note or tick.plan)
    ]
    if not said:
        return ""
    if len(said) == 1:
        return "One more step was ticked or written on with another guide; it is kept."
    count = number(len(said)).capitalize()
    return f"{count} more steps were ticked or written on with another guide; they are kept."


def _over(section: Section, ticks: Mapping[str, Tick]) -> bool:
    states: Collection[StepState] = [
        ticks[step.id].state if step.id in ticks else StepState.OPEN for step in section.steps
    ]
    return StepState.OPEN not in states


def _place(section: Section, ticks: Mapping[str, Tick] | None, plain: bool) -> Place:
    if ticks is None:
        return Place(section.title)
    so_far = progress(section, ticks)
    return Place(section.title, bar(so_far.done, so_far.counted, plain=plain))


def target_of(episode_id: str, step_id: str) -> str:
    """Under what the draft of a step in an episode is kept; neither part has a space in it."""
    return f"{episode_id} {step_id}"


def begun_on(episode_id: str, drafts: Iterable[Draft]) -> dict[str, str]:
    """What is said of steps of an episode with a draft among `drafts`, by the id of the step."""
    parted = ((one, *one.target.partition(" ")) for one in drafts if one.form in _BEGUN)
    return {step: _BEGUN[one.form] for one, episode, _, step in parted if episode == episode_id}
