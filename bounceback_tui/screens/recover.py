"""Recover: the guide, once for each rejection, with what became of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from bounceback_tui.domain.episode import Episode, StepState, Tick
from bounceback_tui.domain.guide import Section, next_step, progress
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.step_forms import BEGUN, note_form, plan_form, target_of
from bounceback_tui.screens.words import full_day, number, of_episode, short_day
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.progress_bar import bar
from bounceback_tui.widgets.reader import rendered
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.signpost import Place, Signpost
from bounceback_tui.widgets.step_list import StepList, StepRow
from bounceback_tui.widgets.subject_line import Subject, SubjectLine

_TWO, _THREE = 100, 150
"""From how many columns on the sections, and the text too, stand beside the steps."""

_LONG_AGO = 60
"""Days after which a date says more than their number."""

_STATE_WORDS = {StepState.DONE: "done", StepState.NOT_FOR_ME: "set aside"}


class RecoverPage(Page):
    """One rejection at a time: its sections, their steps to tick, and what the guide says."""

    NAME = "Recover"
    FIRST = "#recover-steps"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "section(-1)", "section", key_display="← →", tooltip="The section before"),
        Binding("right", "section(1)", "section", show=False, tooltip="The next section"),
        Binding("left_square_bracket", "episode(-1)", "rejection", key_display="[ ]", tooltip="A later rejection"),
        Binding("right_square_bracket", "episode(1)", "rejection", show=False, tooltip="An earlier rejection"),
        Binding("c", "close(True)", "close", tooltip="Close this rejection: it leaves Today, nothing is lost"),
        Binding("c", "close(False)", "open again", tooltip="Open this rejection again"),
    ]

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._episodes: list[Episode] = []
        self._episode_id = ""
        self._ticks: Mapping[str, Tick] = {}
        self._begun: list[tuple[str, str]] = []
        self._section = 0
        self._told: tuple[str, int] | None = None

    def compose(self) -> ComposeResult:
        """Which rejection; sections; steps; what the guide says."""
        yield SubjectLine(id="recover-subject")
        with Container(id="recover-body"):
            yield Signpost(id="recover-line")
            with Column(id="recover-sections", can_focus=False):
                yield Signpost(stacked=True, id="recover-list")
            with Column(id="recover-column", can_focus=False), Container(id="recover-pair"):
                with Container(id="recover-doing"):
                    yield StepList(id="recover-steps")
                    yield Static(id="recover-done", markup=False)
                with Container(id="recover-reading"):
                    yield Static(id="recover-text", markup=False)
                    yield Static(id="recover-credit", markup=False)

    def read(self) -> None:
        """Read what became of the steps. Raises StorageError."""
        self._episodes = self.workspace.recovery.episodes()
        if self._episode is None:
            self._turn_to_episode(self._episodes[0].id if self._episodes else "")
        else:
            self._read_ticks()
            self._update(self.query_one(StepList).cursor)

    def show(self, subject: str) -> None:
        """Turn to an episode by its key, at its next step; or to a step of it, and the form begun on it.

        A subject is an episode's key, which a step's id and the name of a form may follow.
        """
        key, *more = subject.split(" ")
        if all(one.id != key for one in self._episodes):
            return
        attempt(self, lambda: self._turn_to_episode(key))
        sections = self.workspace.recovery.guide.sections
        for place, section in enumerate(sections):
            for cursor, step in enumerate(section.steps):
                if more and step.id == more[0]:
                    self._turn_to_section(place, cursor)
        if len(more) > 1:
            self._ask(more[1], self._rows()[self.query_one(StepList).cursor])

    def on_resize(self, event: events.Resize) -> None:
        """One, two or three things side by side, as there is room."""
        panes = 1 + (event.size.width >= _TWO) + (event.size.width >= _THREE)
        for count, name in enumerate(("-one", "-two", "-three"), start=1):
            self.set_class(panes == count, name)
        self._keep_in_sight()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Show the keys that do something here."""
        match action, parameters:
            case "episode", _:
                return len(self._episodes) > 1
            case "close", (closed,):
                return self._episode is not None and self._episode.closed is not closed
        return True

    def action_section(self, step: int) -> None:
        """Turn to the section before or after."""
        self._turn_to_section(self._section + step)

    def action_episode(self, step: int) -> None:
        """Turn to a later or an earlier rejection; open ones come first."""
        place = next((at for at, one in enumerate(self._episodes) if one.id == self._episode_id), 0) + step
        if 0 <= place < len(self._episodes):
            attempt(self, lambda: self._turn_to_episode(self._episodes[place].id))

    def action_close(self, closed: bool) -> None:
        """Close this rejection, or open it again."""
        if attempt(self, lambda: (self.workspace.recovery.set_closed(self._episode_id, closed), True)):
            words = "Closed. It is still here, after the open ones." if closed else "Open again."
            self.notify(f"{words} u takes it back.", markup=False, timeout=4)
            attempt(self, self.read)

    @on(StepList.StateWanted)
    def _tick(self, event: StepList.StateWanted) -> None:
        recovery = self.workspace.recovery
        attempt(self, lambda: recovery.set_state(self._episode_id, event.row.step_id, event.state))
        attempt(self, self.read)

    @on(StepList.NoteWanted)
    def _note(self, event: StepList.NoteWanted) -> None:
        self._ask("note", event.row)

    @on(StepList.PlanWanted)
    def _plan(self, event: StepList.PlanWanted) -> None:
        self._ask("plan", event.row)

    @on(StepList.Moved)
    def _moved(self) -> None:
        self._keep_in_sight()

    @on(StepList.Passed)
    def _passed(self, event: StepList.Passed) -> None:
        """Past the last step comes the next section; before the first, the one before."""
        self._turn_to_section(self._section + event.step, 0 if event.step > 0 else -1)

    @on(Signpost.Turned)
    def _turned(self, event: Signpost.Turned) -> None:
        self._turn_to_section(event.index)

    @on(SubjectLine.Turned)
    def _other_episode(self, event: SubjectLine.Turned) -> None:
        self.action_episode(event.step)
