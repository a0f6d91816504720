"""At the top of Recover, a line each: somebody is back at their usual mood, and what helped last time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual import events
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.episode import Episode
from bounceback_tui.screens.answering import UsualFigures
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.last_time import LastTimeWindow
from bounceback_tui.screens.words import back_words
from bounceback_tui.services.last_time import LastTime
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.safe import safe, safe_line

_AROUND = 2  # cells around it on the page


class EpisodeNotes(Static):
    """Nothing where there is nothing to say; it follows once the page stands."""

    DEFAULT_CSS = """
    EpisodeNotes { height: auto; display: none; }
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(markup=False)
        self._workspace = workspace
        self._usual = UsualFigures(self, lambda: workspace.patterns, self._offer)
        self._episode: Episode | None = None
        self._state: object = None
        self._width = 0
        self._is_known = False  # whether closing is to be offered
        self.last: LastTime | None = None
        """What helped last time."""
        self.back: date | None = None
        """The day since which somebody is back at their usual mood, where closing is offered."""

    def read(self, episode: Episode | None) -> None:
        """Be about an episode; what takes the whole journal to work out follows."""
        latest = attempt(self, self._workspace.patterns.latest_reading)
        state = (episode, latest, self._workspace.clock.now().local_date)
        if state == self._state:
            if not self._is_known:  # somebody turned on before it was worked out
                self._look()
            return  # a tick changes nothing here, and reading all of a long journal takes its time
        if episode != self._episode:
            self.last = self.back = None
        self._state, self._episode, self._is_known = state, episode, False
        self._show()
        self.call_after_refresh(self._work_out)

    def on_resize(self, event: events.Resize) -> None:
        """A line that was cut has another end in another width."""
        if event.size.width != self._width:
            self._width = event.size.width
            self._show()

    def open(self) -> None:
        """Show all that helped last time."""
        last = self.last
        if last:
            took = attempt(self, lambda: self._workspace.patterns.took(last.episode)) or ""
            self.app.push_screen(LastTimeWindow(last, took))

    def not_yet(self) -> None:
        """Take the offer to close away, for good."""
        episode = self._episode
        if episode:
            attempt(self, lambda: self._workspace.recovery.not_yet(episode.id))
            self._offer()

    def _work_out(self) -> None:
        episode = self._episode
        if episode is None:
            return
        self.last = attempt(self, lambda: self._workspace.last_times.before(episode))
        self._show()
        self.screen.refresh_bindings()
        self._look()

    def _look(self) -> None:
        if self._episode and not self._episode.closed:
            self._usual.look()

    def _offer(self) -> None:
        """Offer to close it where somebody is back, which is known by now."""
        self._is_known = True
        found = attempt(self, lambda: backs(self._workspace)) or {}
        back = found.get(self._episode.id) if self._episode else None
        if back != self.back:
            self.back = back
            self._show()
            self.screen.refresh_bindings()

    def _show(self) -> None:
        lines: list[Content] = []
        if self.back:
            today = self._workspace.clock.now().local_date
            offer = f"{back_words(self.back, today)} c closes this, if you agree; b: not yet."
            lines.append(safe(offer, "$text-accent"))
        if self.last:
            width = self.size.width or self.app.size.width - _AROUND  # before it was ever seen
            lines.append(safe_line(f"Last time helped (l): {self.last.short}", width, "$foreground-muted"))
        self.display = bool(lines)
        self.update(Content("\n").join(lines))


def backs(workspace: Workspace) -> Mapping[str, date]:
    """Open episodes that may be closed, by key, with the day since which somebody is back."""
    said = workspace.recovery.said_back()
    return {key: day for key, day in workspace.patterns.back_since().items() if key not in said}
