"""What is said about an event besides the entry, as it adds up when an outcome is told more than once."""

from __future__ import annotations

from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Cause
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.storage import episodes
from bounceback_tui.storage.database import Database


class Said(Frozen):
    """What was said about an event beside the entry: the other side, the sliders, the forecast."""

    causes: tuple[Cause, ...]
    attribution: Attribution
    forecast: int | None

    @classmethod
    def of(cls, database: Database, event_id: str) -> Said:
        """What was said about an event so far."""
        return cls(
            episodes.causes(database, event_id),
            episodes.attribution(database, event_id) or NOT_ATTRIBUTED,
            episodes.forecast_of(database, event_id),
        )

    def with_more(self, outcome: Outcome) -> Said:
        """The same with what an outcome says; it takes nothing back that was said before."""
        new = [Cause(one.side, one.text.strip()) for one in outcome.causes if one.text.strip()]
        old, moved = self.attribution, outcome.attribution
        return Said(
            tuple(dict.fromkeys((*self.causes, *new))),
            Attribution(
                old.locus if moved.locus is None else moved.locus,
                old.stability if moved.stability is None else moved.stability,
                old.globality if moved.globality is None else moved.globality,
            ),
            self.forecast if outcome.forecast is None else outcome.forecast,
        )

    def put(self, database: Database, event_id: str) -> None:
        """Store it in place of what was said before."""
        episodes.put_causes(database, event_id, self.causes)
        episodes.put_attribution(database, event_id, self.attribution)
        episodes.set_forecast(database, event_id, self.forecast)
