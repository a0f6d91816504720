"""What helped last time: the person's own words from the episode most like the one that began."""

from __future__ import annotations

from functools import partial

from bounceback_tui.domain.episode import CLOSING, Episode, Tick
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.similar import most_similar
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.roll import UntilWritten
from bounceback_tui.storage import episodes
from bounceback_tui.storage.database import Database


class HelpfulStep(Frozen):
    """A step that was marked as helpful."""

    text: str
    """As the guide of that episode words it."""
    note: str
    plan: str


class LastTime(Frozen):
    """What was said of one earlier episode; there is something in it."""

    episode: Episode
    steps: tuple[HelpfulStep, ...]
    words: str
    """What was written when it was closed; may be empty."""

    @property
    def short(self) -> str:
        """All of it on one line, to be cut."""
        return " · ".join(filter(None, (self.words, *(step.text for step in self.steps))))


class LastTimes:
    """Looks into earlier episodes."""

    def __init__(self, database: Database, recovery: Recovery) -> None:
        self._recovery = recovery
        self._with_help = UntilWritten(database, partial(episodes.with_help, database))

    def before(self, episode: Episode) -> LastTime | None:
        """For an open episode, what helped in the most similar one in which anything was marked.

        Nothing where nothing was. Raises StorageError.
        """
        if episode.closed:
            return None
        found = most_similar(episode, self._with_help.get())
        if found is None:
            return None
        ticks = self._recovery.ticks(found.id)
        guide = self._recovery.guide_of(found)
        texts = {step.id: step.text for step in (*self._recovery.guide.steps, *guide.steps)}
        order = [step.id for step in guide.steps]
        helped = [tick for tick in ticks.values() if tick.helped and tick.step_id != CLOSING]
        helped.sort(key=lambda one: order.index(one.step_id) if one.step_id in order else len(order))
        closing = ticks.get(CLOSING)
        steps = tuple(_step(tick, texts.get(tick.step_id, "")) for tick in helped)
        return LastTime(found, steps, closing.note if closing else "")


def _step(tick: Tick, text: str) -> HelpfulStep:
    return HelpfulStep(text or tick.step_id.replace("-", " "), tick.note, tick.plan)
