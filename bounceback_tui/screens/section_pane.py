"""One section of the guide: the sections above or beside it, its steps to tick, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Region
from textual.widgets import Static

from bounceback_tui.domain.episode import Tick
from bounceback_tui.domain.guide import Guide
from bounceback_tui.screens.guide_text import GuideText
from bounceback_tui.screens.recovery_words import finished, places_of, row_of
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.signpost import Signpost
from bounceback_tui.widgets.step_list import StepList


class SectionPane(Container):
    """Values go in by `show`; what is wanted of a step comes up as messages of `StepList` and `Signpost`."""

    def compose(self) -> ComposeResult:
        """The sections; the steps; what the guide says."""
        yield Signpost(id="recover-line")
        with Column(id="recover-sections", can_focus=False):
            yield Signpost(stacked=True, id="recover-list")
        with Container(id="recover-right"):
            yield Static(id="recover-finished", markup=False)
            with Column(id="recover-column", can_focus=False), Container(id="recover-pair"):
                yield StepList(id="recover-steps")
                yield GuideText(id="recover-reading")

    def show(
        self,
        guide: Guide,
        place: int,
        ticks: Mapping[str, Tick],
        cursor: int,
        *,
        today: date,
        ticking: bool,
        begun: Mapping[str, str],
    ) -> None:
        """Show the section at a `place` of the guide, with the cursor on one of its steps.

        `ticks` and `begun` are kept with steps by their ids; there is something to tick only where `ticking`.
        """
        section = guide.sections[place]
        places = places_of(guide, ticks if ticking else None, plain=is_plain(self))
        for signpost in self.query(Signpost):
            signpost.places, signpost.current = places, place
        steps = self.query_one(StepList)
        steps.ticking = ticking
        steps.set_rows(
            tuple(row_of(step, ticks.get(step.id), today, begun.get(step.id, "")) for step in section.steps),
            cursor,
        )
        done = self.query_one("#recover-finished", Static)
        told = finished(guide, section, ticks)
        done.set_class(not told, "-blank")
        done.update(safe(told, "$text-accent"))
        self.query_one(GuideText).show(guide, section, ticks)

    def to_the_top(self) -> None:
        """Scroll to the first step."""
        self.query_one("#recover-column", Column).scroll_home(animate=False)

    def keep_in_sight(self) -> None:
        """Scroll to the step under the cursor, once it has its place."""
        self.call_after_refresh(self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        column, steps = self.query_one("#recover-column", Column), self.query_one(StepList)
        top = steps.region.y - column.scrollable_content_region.y + round(column.scroll_y)
        region = steps.region_of(steps.cursor).translate((0, top))
        if steps.cursor == 0:
            region = Region(0, 0, region.width, region.bottom)
        column.scroll_to_region(region, animate=False, x_axis=False)
