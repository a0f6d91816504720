"""Recovery: episodes, the guide, and what became of its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import OVERDUE, Due, DueKind, PlannedFor
from bounceback_tui.domain.episode import CLOSING, NOT_ATTRIBUTED, Episode, StepState, Tick
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.meeting import firm
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import back_from_latest, latest, only
from bounceback_tui.services.roll import Roll, UntilWritten
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import episodes, once
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:  # what is due mostly needs no guide
    from bounceback_tui.domain.guide import Guide
    from bounceback_tui.domain.outcome import Closing
    from bounceback_tui.services.guides import Guides

_BACK = "back:"

_BESIDE = 4
"""Episodes read at once: one is looked at, and then at most the next."""


class Recovery:
    """What a person can do after a rejection."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, guides: Callable[[], Guides]) -> None:
        """`guides` are asked for once a step has to be worded."""
        self._database = database
        self._clock = clock
        self._undo = undo
        read = partial(episodes.with_keys, database)
        self._roll = UntilWritten(database, lambda: Roll(episodes.keys(database), read, _BESIDE))
        self._get_guides = guides

    @property
    def _guides(self) -> Guides:
        return self._get_guides()

    @property
    def guide(self) -> Guide:
        """The guide that a new episode gets."""
        return self._guides.named(self._guides.usual)

    def guide_of(self, episode: Episode) -> Guide:
        """The guide that is used in an episode. Raises StorageError only."""
        return self._guides.named(episode.guide)

    def episodes(self) -> list[Episode]:
        """All episodes, open ones first, then the latest first."""
        roll = self.roll()
        return roll.items(0, roll.known, keep=False)

    def roll(self) -> Roll[str, Episode]:
        """The same as `episodes`, but read only as far as somebody looks; by key. Raises StorageError."""
        return self._roll.get()

    def still_open(self) -> list[Episode]:
        """The open episodes, the latest first; this costs the same however many were closed."""
        return episodes.still_open(self._database)

    def find(self, beginning: str | None = None) -> Episode:
        """The episode whose key begins so; "-1" is that of the latest rejection.

        Without a key the latest that is open, else the latest. Raises CannotDo.
        """
        if beginning:
            place = back_from_latest(beginning)
            if place is not None:
                found = episodes.latest(self._database, place)
                return latest(found, self.roll().known, "rejection")
            return only(episodes.with_id(self._database, beginning.strip()), "rejection", beginning)
        first = self.roll().at(0)
        if not first:
            raise CannotDo("There is no checklist yet; one opens when a rejection is logged.")
        return first

    def ticks(self, episode_id: str) -> Mapping[str, Tick]:
        """What became of the steps in an episode, by step id."""
        return episodes.ticks(self._database, episode_id)

    def open_ticks(self) -> Mapping[str, Mapping[str, Tick]]:
        """The same for every open episode, by its key."""
        return episodes.open_ticks(self._database)

    def due(self, until: date) -> list[Due]:
        """The plans for open steps of open episodes until that day, that day included; in any order.

        One whose day has passed stays for a week.
        """
        since = self._clock.now().local_date - OVERDUE
        return [
            Due(
                tick.due_on,
                tick.plan or words,
                DueKind.PLAN,
                subject=f"{episode.id} {tick.step_id}",
                time=tick.due_time,
                plain=f"{_company(episode)}: {words}",
            )
            for episode, words, tick in self._planned()
            if tick.due_on and since <= tick.due_on <= until and tick.state is StepState.OPEN
        ]

    def _planned(self) -> Iterator[tuple[Episode, str, Tick]]:
        """Steps of open episodes that have a day, as their guide words them; those of another guide wait."""
        dated = {
            key: [tick for tick in ticks.values() if tick.due_on] for key, ticks in self.open_ticks().items()
        }
        if not any(dated.values()):
            return
        for episode in self.still_open():
            words = {step.id: step.text for step in self.guide_of(episode).steps}
            for tick in dated.get(episode.id, ()):
                if tick.step_id in words:
                    yield episode, words[tick.step_id], tick

    def set_state(self, episode_id: str, step_id: str, state: StepState) -> Tick:
        """Tick a step, open it again, or set it aside. Raises CannotDo for a step that the guide has not."""
        words = {
            StepState.DONE: "tick",
            StepState.NOT_FOR_ME: "set aside",
            StepState.OPEN: "open again",
        }
        now = self._clock.now()

        def change(tick: Tick) -> Tick:
            same = tick.state is state and tick.state is not StepState.OPEN  # said twice: the first day holds
            return replace(tick, state=state, at=tick.at if same else now)

        return self._put(episode_id, step_id, words[state], change)

    def set_note(self, episode_id: str, step_id: str, note: str) -> Tick:
        """Keep a note with a step; the day of its tick stays. Raises CannotDo."""
        return self._put(
            episode_id, step_id, "change the note on", lambda tick: replace(tick, note=note.strip())
        )

    def set_plan(self, episode_id: str, step_id: str, plan: str, due: PlannedFor | None = None) -> Tick:
        """Keep an if-then plan with a step, and the moment that it is for; the day of its tick stays.

        Raises CannotDo.
        """

        def change(tick: Tick) -> Tick:
            return replace(
                tick, plan=plan.strip(), due_on=due.day if due else None, due_time=due.time if due else None
            )

        return self._put(episode_id, step_id, "change the plan for", change)

    def set_helped(self, episode_id: str, step_id: str, helped: bool | None) -> Tick:
        """Say afterwards whether a step helped; None takes it back. Raises CannotDo where it is not done."""

        def change(tick: Tick) -> Tick:
            if tick.state is not StepState.DONE:
                raise CannotDo("Whether a step helped can be said once it is ticked; nothing was changed.")
            return replace(tick, helped=helped)

        return self._put(episode_id, step_id, "change whether it helped:", change)

    def set_closed(self, episode_id: str, closed: bool) -> None:
        """Close an episode, or open it again; nothing in it is lost. Raises CannotDo."""
        episode = self.find(episode_id)
        company, when = _company(episode), self._clock.now() if closed else None
        if not closed:
            self.not_yet(episode.id)  # whoever opens it again need not be asked
        with self._undo.step(f"close {company}" if closed else f"open {company} again"):
            episodes.set_closed(self._database, episode.id, when)

    def closing_of(self, episode: Episode) -> Closing:
        """What was said when an episode was closed before."""
        tick = self.ticks(episode.id).get(CLOSING)
        attribution = episodes.attribution(self._database, episode.event_id, at_close=True)
        from bounceback_tui.domain.outcome import Closing  # noqa: PLC0415 - see above

        return Closing(episode.id, tick.note if tick else "", attribution or NOT_ATTRIBUTED)

    def close(self, closing: Closing) -> None:
        """Close an episode with what was said of it; one step of undo. Raises CannotDo."""
        episode = self.find(closing.episode_id)
        before = self.closing_of(episode)
        with self._undo.step(f"close {_company(episode)}"):
            self.set_closed(episode.id, True)
            if closing.text.strip() != before.text:
                tick = Tick(CLOSING, self._clock.now(), note=closing.text.strip())
                episodes.put_tick(self._database, episode.id, tick)
            if closing.attribution != before.attribution:
                episodes.put_attribution(self._database, episode.event_id, closing.attribution, at_close=True)

    def said_back(self) -> set[str]:
        """The episodes that were offered to be closed already, and shall not be offered again."""
        return {name.removeprefix(_BACK) for name in once.names(self._database, _BACK)}

    def not_yet(self, episode_id: str) -> None:
        """Do not offer to close an episode again."""
        once.say(self._database, f"{_BACK}{episode_id}", self._clock.now().local_date)

    def set_guide(self, episode_id: str, name: str) -> Guide:
        """Use another guide in an episode; every tick stays with its step. Raises CannotDo."""
        episode = self.find(episode_id)
        guide = self._guides.checked(name)
        from bounceback_tui.services.guides import OURS  # noqa: PLC0415 - see above

        with self._undo.step(f"use {quoted(name) if name else OURS} for {_company(episode)}"):
            episodes.set_guide(self._database, episode.id, name)
        return guide

    def _put(self, episode_id: str, step_id: str, what: str, change: Callable[[Tick], Tick]) -> Tick:
        episode = self.find(episode_id)  # of a rejection that was taken back nothing would be seen
        known = {step.id: step.text for step in self.guide_of(episode).steps}
        before = self.ticks(episode.id).get(step_id)
        if step_id not in known and before is None and step_id != CLOSING:
            raise CannotDo(
                f"The guide has no step {quoted(step_id)}. Nothing was changed; `steps` lists them."
            )
        tick = change(before or Tick(step_id, self._clock.now()))
        with self._undo.step(
            f"{what} {quoted(known.get(step_id, 'What helped?' if step_id == CLOSING else step_id))}"
        ):
            episodes.put_tick(self._database, episode.id, tick)
        return tick


def _company(episode: Episode) -> str:
    return firm(episode.company, 40)
