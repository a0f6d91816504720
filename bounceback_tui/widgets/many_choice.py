"""Any number of a few names in columns, with a sentence on the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import FOCUS_MARK, padded
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe_line

_MARK = 4  # cells of "[x] "
_WIDEST = 24  # cells that a name may take
_GAP = 2
_ABOUT = 2  # lines kept for the sentence, so that nothing below moves with the cursor


class Option(Frozen):
    """A name that can be ticked."""

    name: str
    """What is kept; may be user text."""
    about: str = ""
    """A sentence on it; may be empty."""
    own: bool = False
    """Whether it can be taken away."""


class ManyChoice(Widget, can_focus=True):
    """Options with a tick each. Adding and taking away is asked of whoever holds it."""

    DEFAULT_CSS = """
    ManyChoice { height: auto; margin-top: 1; }
    ManyChoice:focus { background-tint: $foreground 5%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", "tick", key_display="space"),
        Binding("left", "move(-1)", "before", show=False),
        Binding("right", "move(1)", "next", show=False),
        Binding("up", "row(-1)", "up", show=False),
        Binding("down", "row(1)", "down", show=False),
        Binding("a", "add", "add your own"),
        Binding("x,delete", "remove", "remove"),
    ]

    cursor: reactive[int] = reactive(0)
    """Place of the option that a key acts on."""

    class Changed(WidgetMessage):
        """Something was ticked, or no longer."""

        value: tuple[str, ...]
        """The names that are ticked."""

    class AddWanted(WidgetMessage):
        """One of the person's own is to be added."""

    class RemoveWanted(WidgetMessage):
        """One of the person's own is to be taken away."""

        option: Option
        """Which one."""

    def __init__(
        self, title: str, options: Sequence[Option], value: Iterable[str] = (), *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._title = title
        self._options = tuple(options)
        self._ticked = tuple(value)

    @property
    def value(self) -> tuple[str, ...]:
        """The names that are ticked, in the order of the options; then those that are none any more."""
        names = [one.name for one in self._shown]
        return tuple(name for name in names if name in self._ticked)

    @property
    def _shown(self) -> tuple[Option, ...]:
        """The options, and what was ticked when there was such an option."""
        known = {one.name for one in self._options}
        return (*self._options, *(Option(name) for name in self._ticked if name not in known))

    def set_options(self, options: Sequence[Option], on: str | None = None) -> None:
        """Show other options, with the cursor on the one named `on`."""
        self._options = tuple(options)
        names = [one.name for one in self._shown]
        self.cursor = names.index(on) if on in names else min(self.cursor, max(len(names) - 1, 0))
        self.refresh(layout=True)
        self.refresh_bindings()

    def set_ticked(self, names: Iterable[str]) -> None:
        """Tick these and no others, without a word about it."""
        self._ticked = tuple(dict.fromkeys(names))
        self.refresh(layout=True)

    def tick(self, name: str, ticked: bool = True) -> None:
        """Tick one or no longer, and tell of it."""
        rest = tuple(one for one in self._ticked if one != name)
        self.set_ticked((*rest, name) if ticked else rest)
        self.cursor = min(self.cursor, max(len(self._shown) - 1, 0))
        self.post_message(self.Changed(self, self.value))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The title, the rows, and the lines of the sentence."""
        return 1 + len(self._rows(width)) + _ABOUT

    def render(self) -> Content:
        """All of it for the present width."""
        width = self.content_size.width
        lines = [Content.styled(self._title, "bold $text-accent")]
        lines += [Content(" " * len(FOCUS_MARK)) + Content("").join(row) for row in self._drawn(width)]
        about = self._about.wrap(max(width - len(FOCUS_MARK) - _MARK, 1))[:_ABOUT]
        lines += [Content(" " * (len(FOCUS_MARK) + _MARK)) + line for line in about]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only one of the person's own can be taken away."""
        return action != "remove" or self._under.own

    def action_tick(self) -> None:
        """Tick the option under the cursor, or no longer."""
        name = self._under.name
        self.tick(name, name not in self._ticked)

    def action_move(self, step: int) -> None:
        """To a neighbour; at the ends it stays."""
        if self.cursor + step in range(len(self._shown)):
            self.cursor += step

    def action_row(self, step: int) -> None:
        """To the row above or below; past the first and the last, whatever stands there."""
        place = self.cursor + step * self._columns(self.content_size.width)[0]
        if place in range(len(self._shown)):
            self.cursor = place
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_add(self) -> None:
        """Ask for one of the person's own."""
        self.post_message(self.AddWanted(self))

    def action_remove(self) -> None:
        """Ask to take the one under the cursor away."""
        self.post_message(self.RemoveWanted(self, self._under))

    def watch_cursor(self) -> None:
        """Whether it can be taken away."""
        self.refresh_bindings()

    def on_click(self, event: events.Click) -> None:
        """Tick the option under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        count, cells = self._columns(self.content_size.width)
        column = (offset.x - len(FOCUS_MARK)) // cells
        place = (offset.y - 1) * count + column
        if column in range(count) and offset.y >= 1 and place in range(len(self._shown)):
            self.cursor = place
            self.action_tick()

    @property
    def _under(self) -> Option:
        return self._shown[min(self.cursor, len(self._shown) - 1)]

    @property
    def _about(self) -> Content:
        """What the option under the cursor means, and its name where that is cut in its column."""
        if not self.has_focus:
            return Content("")
        words = self._under.about or ("one of your own" if self._under.own else "")
        if safe_line(self._under.name).cell_length > _WIDEST:
            words = f"{self._under.name}: {words}" if words else self._under.name
        return safe_line(words, style="$foreground-muted")

    def _columns(self, width: int) -> tuple[int, int]:
        """How many names stand side by side, and the cells of each."""
        longest = max((safe_line(one.name, _WIDEST).cell_length for one in self._shown), default=0)
        cells = _MARK + longest + _GAP
        return max((width - len(FOCUS_MARK)) // cells, 1), cells

    def _rows(self, width: int) -> list[tuple[Option, ...]]:
        count, shown = self._columns(width)[0], self._shown
        return [shown[start : start + count] for start in range(0, len(shown), count)]

    def _drawn(self, width: int) -> Iterable[list[Content]]:
        cells = self._columns(width)[1]
        return ([self._drawn_option(one, cells) for one in row] for row in self._rows(width))

    def _drawn_option(self, option: Option, cells: int) -> Content:
        ticked = option.name in self._ticked
        under = self.has_focus and option == self._under
        name = safe_line(option.name, _WIDEST)
        line = Content.assemble("[x] " if ticked else "[ ] ", name)
        style = f"{'bold $text-accent' if ticked else ''} {'reverse' if under else ''}".strip()
        return padded(line.stylize(style), cells)
