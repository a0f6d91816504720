"""The steps of a section: what became of each, with its note and plan, and a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.sentences import in_lines

_MARKS = {StepState.OPEN: "[ ] ", StepState.DONE: "[x] ", StepState.NOT_FOR_ME: "[–] "}
_READ_ONLY = " ·  "
_INDENT = len(FOCUS_MARK) + 4
_OWN_ACTIONS = ("move", "tick", "set_aside", "note", "plan", "helped")
_NOTE_LINES = 4
"""Lines of a note that are shown; the rest is one key away."""


class StepRow(Frozen):
    """A step and what became of it."""

    step_id: str
    text: str
    state: StepState = StepState.OPEN
    since: str = ""
    """What became of it and when, in words: "done Thu 20 Nov"."""
    note: str = ""
    plan: str = ""
    begun: str = ""
    """What was begun and not saved, in words; empty for nothing."""
    when: str = ""
    """The moment that the plan is for, in words."""
    helped: bool | None = None
    """Whether it helped, as said afterwards."""
    tool: str = ""
    """What its tool does: "Ask for feedback"; empty where it has none."""


class StepList(GoesToFirst, Widget, can_focus=True):
    """Steps under each other. It changes nothing itself: it says what somebody wants."""

    DEFAULT_CSS = """
    StepList { height: auto; }
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        *list_keys(),
        Binding("enter", "open", "open", tooltip="Open what helps with this step"),
        Binding("enter", "no_tool", show=False),
        Binding("space", "tick", "tick", tooltip="Tick the step, or open it again"),
        Binding("x", "set_aside", "not for me", tooltip="Set the step aside: it stops counting"),
        Binding("o", "note", "note", tooltip="Keep a note with the step"),
        Binding("p", "plan", "plan", tooltip="Plan it: if …, then I …"),
        Binding("h", "helped", "helped?", tooltip="Say whether this step helped; once more says it did not"),
    ]

    rows: reactive[tuple[StepRow, ...]] = reactive((), layout=True, init=False)
    """The steps in order."""

    cursor: reactive[int] = reactive(0, init=False)
    """Index of the step that keys act on."""

    ticking: reactive[bool] = reactive(True, init=False)
    """Whether there is something to tick for; else the steps can only be read."""

    _made_of: tuple[tuple[StepRow, ...], int, bool, int] | None = None
    _made: Sequence[list[Content]] = ()

    class Moved(WidgetMessage):
        """The cursor is on another step, or the steps are other ones."""

    class Passed(WidgetMessage):
        """The cursor would leave the list."""

        step: int
        """-1 at the top, 1 at the bottom."""

    class StateWanted(WidgetMessage):
        """A step should become something else."""

        row: StepRow
        """The step as it is."""
        state: StepState
        """What it should become."""

    class NoteWanted(WidgetMessage):
        """Somebody wants to write a note."""

        row: StepRow
        """The step."""

    class ToolWanted(WidgetMessage):
        """Somebody wants to open the tool of a step."""

        row: StepRow
        """The step."""

    class HelpedWanted(WidgetMessage):
        """Somebody wants to say whether a step helped."""

        row: StepRow
        """The step as it is."""
        helped: bool | None
        """What is to be said of it; None for nothing."""

    class PlanWanted(WidgetMessage):
        """Somebody wants to plan a step."""

        row: StepRow
        """The step."""

    def set_rows(self, rows: tuple[StepRow, ...], cursor: int) -> None:
        """Show other steps, with the cursor on one of them."""
        self.rows = rows
        self.cursor = cursor
        self.post_message(self.Moved(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width."""
        return sum(map(len, self._blocks(width)))

    def render(self) -> Content:
        """The steps for the present width."""
        blocks = self._blocks(self.content_size.width)
        return Content("\n").join(line for block in blocks for line in block)

    def region_of(self, index: int) -> Region:
        """Where a step stands in this widget."""
        width = self.content_size.width
        heights = [len(block) for block in self._blocks(width)]
        return Region(0, sum(heights[:index]), width, sum(heights[index : index + 1]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Without an episode there is nothing to tick; the arrows are then free to scroll."""
        if action == "open":
            return self._has_tool
        if action == "no_tool":
            return self.ticking and bool(self.rows) and not self._has_tool
        if action == "helped":
            return self.ticking and bool(self.rows) and self.rows[self.cursor].state is StepState.DONE
        return action not in _OWN_ACTIONS or (self.ticking and bool(self.rows))

    def watch_ticking(self) -> None:
        """Other keys work now."""
        self.refresh(layout=True)
        self.refresh_bindings()

    def validate_cursor(self, cursor: int) -> int:
        """The nearest step there is."""
        return max(min(cursor, len(self.rows) - 1), 0)

    def action_move(self, step: int) -> None:
        """Move the cursor; past the ends it is for others to say what comes."""
        if 0 <= self.cursor + step < len(self.rows):
            self.cursor += step
            self.post_message(self.Moved(self))
        else:
            self.post_message(self.Passed(self, step))

    def action_first(self) -> None:
        """To the first step."""
        self.action_move(-self.cursor)

    def action_last(self) -> None:
        """To the last step."""
        self.action_move(len(self.rows) - 1 - self.cursor)

    def action_open(self) -> None:
        """Open the tool of the step under the cursor."""
        self.post_message(self.ToolWanted(self, self.rows[self.cursor]))

    @property
    def _has_tool(self) -> bool:
        return bool(self.rows) and bool(self.rows[self.cursor].tool)

    def action_no_tool(self) -> None:
        """Say what can be done with a step that opens nothing."""
        keys = {
            binding.action: self.app.get_key_display(binding)
            for _, binding, enabled, _ in self.screen.active_bindings.values()
            if enabled
        }
        tick, note = keys.get("tick", "space"), keys.get("note", "o")
        self.notify(f"Nothing opens here: {tick} ticks it, {note} keeps a note.", markup=False, timeout=4)

    def action_tick(self) -> None:
        """Done, or open again."""
        self._become(StepState.DONE)

    def action_set_aside(self) -> None:
        """Not for me, or open again."""
        self._become(StepState.NOT_FOR_ME)

    def action_note(self) -> None:
        """A note on the step under the cursor."""
        self.post_message(self.NoteWanted(self, self.rows[self.cursor]))

    def action_plan(self) -> None:
        """A plan for the step under the cursor."""
        self.post_message(self.PlanWanted(self, self.rows[self.cursor]))

    def action_helped(self) -> None:
        """It helped; then that it did not; then nothing."""
        row = self.rows[self.cursor]
        following = {None: True, True: False, False: None}
        self.post_message(self.HelpedWanted(self, row, following[row.helped]))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the step under the pointer; on its box, tick it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for index in range(len(self.rows)):
            region = self.region_of(index)
            if region.y <= offset.y < region.bottom:
                self.cursor = index
                self.post_message(self.Moved(self))
                if self.ticking and offset.y == region.y and offset.x < _INDENT:
                    self.action_tick()

    def _become(self, state: StepState) -> None:
        row = self.rows[self.cursor]
        wanted = StepState.OPEN if row.state is state else state
        self.post_message(self.StateWanted(self, row, wanted))

    def _blocks(self, width: int) -> Sequence[list[Content]]:
        """The lines of each step: made once for all who ask how high they are, and drawn."""
        shown = (self.rows, self.cursor, self.ticking, max(width - _INDENT, 10))
        if shown != self._made_of:
            rows, cursor, _, room = self._made_of = shown
            self._made = [self._block(row, index == cursor, room) for index, row in enumerate(rows)]
        return self._made

    def _block(self, row: StepRow, here: bool, room: int) -> list[Content]:
        here = here and self.ticking
        quiet = row.state is not StepState.OPEN
        style = "bold" if here else "$foreground-muted" if quiet else ""
        lines = in_lines(safe_line(row.text, style=style), room)
        if self.ticking:
            lines += self._beneath(row, room, lines)
        if here and row.tool:
            lines.append(safe_line(f"enter  {row.tool}", room, "$text-accent"))
        mark = _MARKS[row.state] if self.ticking else _READ_ONLY
        lead = Content.assemble(
            (FOCUS_MARK if here else " " * len(FOCUS_MARK), "$accent"),
            (mark, "$text-accent" if here or row.state is StepState.DONE else "$foreground-muted"),
        )
        return [lead + lines[0], *(Content(" " * _INDENT) + line for line in lines[1:])]

    def _beneath(self, row: StepRow, room: int, lines: list[Content]) -> list[Content]:
        """When it became what it is, beside the last line where there is room; its note and plan."""
        below: list[Content] = []
        if row.since:
            since = safe_line(row.since, room, "$foreground-muted italic")
            if lines[-1].cell_length + 3 + since.cell_length <= room:
                lines[-1] += Content("   ") + since
            else:
                below.append(since)
        plan = " · ".join(part for part in (row.when, row.plan) if part)
        for name, text in (("plan", plan), ("note", row.note)):
            if text.strip():
                below += _labelled(name, text, room)
        if row.begun:
            below.append(safe_line(row.begun, room, "$text-accent italic"))
        return below


def _labelled(name: str, text: str, room: int) -> list[Content]:
    """ "note  It was …" in as many lines as are shown."""
    lines = safe(text.strip()).wrap(max(room - len(name) - 2, 10))
    if len(lines) > _NOTE_LINES:
        lines = [*lines[: _NOTE_LINES - 1], Content.styled("…", "$foreground-muted")]
    head = Content.styled(f"{name}  ", "$foreground-muted")
    gap = Content(" " * len(head.plain))
    return [(head if number == 0 else gap) + line for number, line in enumerate(lines)]
