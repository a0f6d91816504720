"""Recover: the guide, once for each rejection, with what became of its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from bounceback_tui.domain.episode import Episode, StepState, Tick
from bounceback_tui.domain.guide import Guide
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.episode_notes import EpisodeNotes
from bounceback_tui.screens.guide_news import tell_news
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.recovery_words import (
    NO_EPISODE,
    NOTE,
    PLAN,
    begun_on,
    next_place,
    place_of,
    subject_of,
    target_of,
)
from bounceback_tui.screens.section_pane import SectionPane
from bounceback_tui.screens.sizes import BESIDE
from bounceback_tui.services.roll import Roll
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import RARELY, SELDOM
from bounceback_tui.widgets.signpost import Signpost
from bounceback_tui.widgets.step_list import StepList, StepRow
from bounceback_tui.widgets.subject_line import SubjectLine

_THREE = 150
"""Columns from which on the text stands beside the steps, too, as the sections do before."""


class RecoverPage(Page):
    """One rejection at a time: its sections, their steps to tick, and what the guide says."""

    NAME = "Recover"
    FIRST = "#recover-steps"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "section(-1)", "section", key_display="← →", group=SELDOM, tooltip="The section before"
        ),
        Binding("right", "section(1)", show=False, tooltip="The next section"),
        Binding(
            "less_than_sign,[",
            "episode(-1)",
            "rejection",
            key_display="< >",
            group=SELDOM,
            tooltip="The rejection before in the list",
        ),
        Binding("greater_than_sign,]", "episode(1)", show=False, tooltip="The next rejection in the list"),
        Binding(
            "l", "last_time", "last time", group=RARELY, tooltip="What helped last time, in your own words"
        ),
        Binding("b", "not_yet", "not yet", tooltip="Do not offer again to close this rejection"),
        Binding("y", "guide(True)", "guide", tooltip="Use another guide for this rejection"),
        Binding("y", "guide(False)", show=False, tooltip="Use a guide of your own for this rejection"),
        Binding(
            "c", "close(True)", "close", tooltip="Close this rejection: it leaves Today, nothing is lost"
        ),
        Binding("c", "close(False)", "open again", tooltip="Open this rejection again"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._episodes: Roll[str, Episode] = Roll([], lambda _: {})
        self._episode: Episode | None = None
        self._place = 0
        self._opened: tuple[str, str] | None = None  # a step whose tool is open, and what was done before
        self._ticks: Mapping[str, Tick] = {}
        self._section = 0
        self._own_guides = False

    def compose(self) -> ComposeResult:
        """Which rejection; the sections; the steps; what the guide says."""
        self._stand_in(self.app.size.width)  # known before the first layout, which would be done again else
        yield SubjectLine(id="recover-subject")
        yield EpisodeNotes(self.workspace)
        yield SectionPane(id="recover-body")

    @property
    def _guide(self) -> Guide:
        recovery = self.workspace.recovery
        return recovery.guide_of(self._episode) if self._episode else recovery.guide

    @property
    def _steps(self) -> StepList:
        return self.query_one(StepList)

    def read(self) -> None:
        """Read what became of the steps; whoever comes first is shown the next one. Raises StorageError.

        A rejection that is new since the last look is the one that somebody comes for.
        """
        before, earlier = self._episode, self._episodes
        self._episodes = self.workspace.recovery.roll()
        known = set() if earlier is self._episodes else set(earlier.keys)  # where nobody wrote, none is new
        new = next((key for key in self._episodes.keys if key not in known), None) if known else None
        place = self._episodes.place_of(before.id) if before and not new else None
        if place is not None:
            self._read_episode(place)
            self._update(self._steps.cursor)
            self._offer_tick()
        else:
            self._turn_to_episode(self._episodes.place_of(new) or 0 if new else 0)

    def _offer_tick(self) -> None:
        """After something was done in the tool of a step, say that the step can be ticked."""
        if self._opened is None or self.app.screen is not self.screen:  # the tool is still open
            return
        opened, self._opened = self._opened, None
        step_id, before = opened
        tick = self._ticks.get(step_id)
        if (tick is None or tick.state is StepState.OPEN) and self._last_done() != before:
            self.notify("If that was this step: space ticks it.", markup=False, timeout=4)

    def _last_done(self) -> str:
        return attempt(self, lambda: self.workspace.undo.next_back or "") or ""

    def show(self, subject: str) -> None:
        """Turn to an episode by its key, and there to the next step.

        After the key may follow the id of a step to turn to instead.
        """
        key, _, more = subject.partition(" ")
        place = self._episodes.place_of(key)
        if place is None:
            return
        attempt(self, lambda: self._turn_to_episode(place))
        if found := place_of(self._guide, more):
            self._turn_to_section(*found)

    def on_resize(self, event: events.Resize) -> None:
        """One, two or three things side by side, as there is room."""
        self._stand_in(event.size.width)
        self.query_one(SectionPane).keep_in_sight()

    def _stand_in(self, columns: int) -> None:
        panes = 1 + (columns >= BESIDE) + (columns >= _THREE)
        for count, name in enumerate(("-one", "-two", "-three"), start=1):
            self.set_class(panes == count, name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Show the keys that do something here."""
        match action, parameters:
            case "episode", _:
                return self._episodes.known > 1
            case "last_time", _:
                return self.query_one(EpisodeNotes).last is not None
            case "not_yet", _:
                return self.query_one(EpisodeNotes).back is not None
            case "guide", (shown,):  # at the foot only for those who have guides of their own
                return self._episode is not None and self._own_guides is shown
            case "close", (closed,):
                return self._episode is not None and self._episode.closed is not closed
        return True

    def action_section(self, step: int) -> None:
        """Turn to the section before or after."""
        self._turn_to_section(self._section + step)

    def action_episode(self, step: int) -> None:
        """Turn to another rejection; open ones come first, then the latest first."""
        if 0 <= self._place + step < self._episodes.known:
            attempt(self, lambda: self._turn_to_episode(self._place + step))

    def action_guide(self, _shown: bool) -> None:
        """Choose another guide for this rejection."""
        if episode := self._episode:
            from bounceback_tui.screens.guides import choose_guide  # noqa: PLC0415 - opened by a key

            choose_guide(self, self.workspace, episode)

    def action_close(self, closed: bool) -> None:
        """Close this rejection, or open it again."""
        if episode := self._episode:
            if closed:
                self.post_message(self.FormWanted(self, "closing", episode.id))
            else:
                attempt(self, lambda: self._open_again(episode))

    def _open_again(self, episode: Episode) -> None:
        self.workspace.recovery.set_closed(episode.id, False)
        self.notify("Open again. u takes it back.", markup=False, timeout=4)
        self.read()

    def action_last_time(self) -> None:
        """Show what helped last time, all of it."""
        self.query_one(EpisodeNotes).open()

    def action_not_yet(self) -> None:
        """Do not offer to close this rejection again."""
        self.query_one(EpisodeNotes).not_yet()

    @on(StepList.StateWanted)
    def _tick(self, event: StepList.StateWanted) -> None:
        if episode := self._episode:
            recovery, step, state = self.workspace.recovery, event.row.step_id, event.state
            if self._change(lambda: recovery.set_state(episode.id, step, state)):
                self.notify(f"{state.capitalize()}. u takes it back.", markup=False, timeout=3)

    @on(StepList.NoteWanted)
    def _note(self, event: StepList.NoteWanted) -> None:
        self._ask(NOTE, event.row)

    @on(StepList.PlanWanted)
    def _plan(self, event: StepList.PlanWanted) -> None:
        self._ask(PLAN, event.row)

    @on(StepList.HelpedWanted)
    def _helped(self, event: StepList.HelpedWanted) -> None:
        if episode := self._episode:
            recovery, step = self.workspace.recovery, event.row.step_id
            self._change(lambda: recovery.set_helped(episode.id, step, event.helped))

    def _change(self, change: Callable[[], object]) -> bool:
        """Change what became of a step, and show it; what cannot be done is said, and shown as it is."""
        done = worked(self, change)
        attempt(self, self.read)
        return done

    def _ask(self, form: str, row: StepRow) -> None:
        if self._episode:
            self.post_message(self.FormWanted(self, form, target_of(self._episode.id, row.step_id)))

    @on(StepList.ToolWanted)
    def _tool(self, event: StepList.ToolWanted) -> None:
        step = next(one for one in self._guide.steps if one.id == event.row.step_id)
        self._opened = (step.id, self._last_done()) if self._episode else None
        self.post_message(self.ToolWanted(self, step.tool, self._episode.id if self._episode else ""))

    @on(StepList.Moved)
    def _moved(self) -> None:
        self.query_one(SectionPane).keep_in_sight()
        self.refresh_bindings()  # whether there is a tool to open

    @on(StepList.Passed)
    def _passed(self, event: StepList.Passed) -> None:
        """Past the last step comes the next section; before the first one, the end of the one before."""
        self._turn_to_section(self._section + event.step, 0 if event.step > 0 else -1)

    @on(Signpost.Turned)
    def _turned(self, event: Signpost.Turned) -> None:
        self._turn_to_section(event.index)

    @on(SubjectLine.Turned)
    def _other_episode(self, event: SubjectLine.Turned) -> None:
        self.action_episode(event.step)

    def _turn_to_episode(self, place: int) -> None:
        self._read_episode(place)
        self._turn_to_section(*next_place(self._guide, self._ticks))

    def _turn_to_section(self, section: int, cursor: int = 0) -> None:
        """Turn to a section, and to a step in it; -1 is the last."""
        sections = self._guide.sections
        if section not in range(len(sections)):
            return
        self._section = section
        self.query_one(SectionPane).to_the_top()
        self._update(cursor if cursor >= 0 else len(sections[section].steps) - 1)

    def _read_episode(self, place: int) -> None:
        """Read the one at a place, and what became of its steps."""
        episode = self._episodes.at(place)
        self._ticks = self.workspace.recovery.ticks(episode.id) if episode else {}
        self._place, self._episode = place, episode
        self._own_guides = self.workspace.guides.has_own()
        self._section = min(self._section, len(self._guide.sections) - 1)
        tell_news(self, self.workspace)
        self.query_one(EpisodeNotes).read(episode)

    def _update(self, cursor: int) -> None:
        """Show all this."""
        episode, today = self._episode, self.workspace.clock.now().local_date
        self.query_one(SubjectLine).subject = (
            subject_of(episode, self._place + 1, self._episodes.known, today) if episode else NO_EPISODE
        )
        self.query_one(SectionPane).show(
            self._guide,
            self._section,
            self._ticks,
            cursor,
            today=today,
            ticking=episode is not None,
            begun=self._begun(),
        )
        self.refresh_bindings()

    def _begun(self) -> dict[str, str]:
        """What was begun on a step and not saved, in words, by its id."""
        waiting = attempt(self, self.workspace.drafts.waiting) if self._episode else None
        return begun_on(self._episode.id, waiting) if self._episode and waiting else {}
