"""Recovery: episodes, the guide, and what became of its steps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import Due, PlannedFor
from bounceback_tui.domain.episode import Episode, StepState, Tick
from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.text import one_line, quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import only
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import episodes
from bounceback_tui.storage.database import Database

OVERDUE = timedelta(days=7)
"""How long a plan whose day has passed goes on to be shown on Today."""


class Recovery:
    """What a person can do after a rejection."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, guide_text: str) -> None:
        """`guide_text` is the Markdown of the guide in use."""
        self._database = database
        self._clock = clock
        self._undo = undo
        self._guide_text = guide_text
        self._guide: Guide | None = None

    @property
    def guide(self) -> Guide:
        """The guide in use; parsed once in the life of a journal, then kept there."""
        if self._guide is None:
            self._guide = self._read_guide()
        return self._guide

    def episodes(self) -> list[Episode]:
        """All episodes, open ones first, then the latest first."""
        return sorted(episodes.every(self._database), key=lambda one: one.closed)

    def still_open(self) -> list[Episode]:
        """The open episodes, the latest first; this costs the same however many were closed."""
        return episodes.still_open(self._database)

    def find(self, beginning: str | None = None) -> Episode:
        """The episode whose key begins so; without one the latest that is open, else the latest. CannotDo."""
        if beginning:
            return only(episodes.with_id(self._database, beginning.strip()), "episode", beginning)
        every = self.episodes()
        if not every:
            raise CannotDo("There is no episode yet; one opens when a rejection is logged.")
        return every[0]

    def ticks(self, episode_id: str) -> Mapping[str, Tick]:
        """What became of the steps in an episode, by step id."""
        return episodes.ticks(self._database, episode_id)

    def open_ticks(self) -> Mapping[str, Mapping[str, Tick]]:
        """The same for every open episode, by its key."""
        return episodes.open_ticks(self._database)

    def due(self, until: date) -> list[Due]:
        """The plans for open steps of open episodes until that day, that day included; in any order.

        One whose day has passed stays for a week: after that it would only nag.
        """
        since = self._clock.now().local_date - OVERDUE
        return [
            Due(
                tick.due_on,
                tick.plan or self._words_of(tick.step_id),
                "",
                f"{episode} {tick.step_id}",
                tick.due_time,
            )
            for episode, ticks in self.open_ticks().items()
            for tick in ticks.values()
            if tick.due_on and since <= tick.due_on <= until and tick.state is StepState.OPEN
        ]

    def _words_of(self, step_id: str) -> str:
        return next((step.text for step in self.guide.steps if step.id == step_id), step_id)

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
        """Close an episode, or open it again; nothing in it is lost."""
        now = self._clock.now()
        company = one_line(self.find(episode_id).company)[:40] or "the company"
        with self._undo.step(f"close {company}" if closed else f"open {company} again"):
            episodes.set_closed(self._database, episode_id, now if closed else None)

    def _put(self, episode_id: str, step_id: str, what: str, change: Callable[[Tick], Tick]) -> Tick:
        self.find(episode_id)  # of a rejection that was taken back nothing would be seen
        known = {step.id: step.text for step in self.guide.steps}
        before = self.ticks(episode_id).get(step_id)
        if step_id not in known and before is None:
            raise CannotDo(
                f"The guide has no step “{step_id[:40]}”. Nothing was changed; `steps` lists them."
            )
        tick = change(before or Tick(step_id, self._clock.now()))
        with self._undo.step(f"{what} {quoted(known.get(step_id, step_id))}"):
            episodes.put_tick(self._database, episode_id, tick)
        return tick

    def _read_guide(self) -> Guide:
        # reading Markdown costs a start 50 ms, so the outline of each wording is kept in the journal
        from bounceback_tui.formats import guide_markdown  # noqa: PLC0415

        digest = hashlib.sha256(self._guide_text.encode("utf-8", "surrogatepass")).hexdigest()
        kept = episodes.guide_outline(self._database, digest)
        if kept is not None:
            with suppress(ValueError):  # kept by another version, in another shape
                return guide_markdown.guide_from_json(kept)
        guide = guide_markdown.parse_guide(self._guide_text)
        episodes.keep_guide(self._database, digest, guide_markdown.guide_to_json(guide))
        return guide
