"""What was changed on two machines: both versions side by side, to take one, the other or both."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.sync import Which
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.window import Window
from bounceback_tui.services.differences import name_of, parts
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.sync_words import Difference
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line

_NONE = "Nothing was changed in two ways."
_KEPT = "No words are lost: what you do not take becomes an earlier version, or goes to the trash."
_DONE = {Which.ONE: "The first stands", Which.OTHER: "The other stands", Which.BOTH: "Both stand"}


class DifferencesWindow(Window[str | None]):
    """Both versions over the page; each decision is safe at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "take('one')", "keep the first", tooltip="Let what stands go on standing"),
        Binding("t", "take('other')", "take the other", tooltip="Let the other version stand"),
        Binding("b", "take('both')", "both", tooltip="Let both stand, one after the other"),
        Binding("pagedown,space", "turn(1)", "further down", key_display="pgdn"),
        # in the place of the list's own key: nothing is opened, nor settled by a press too much
        Binding("enter", "turn(1)", show=False, priority=True),
        Binding("pageup", "turn(-1)", "further up", show=False),
        Binding("escape,q", "leave", "close"),
    ]

    def __init__(self, workspace: Workspace, _subject: str = "") -> None:
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._found: list[Difference] = []

    def compose(self) -> ComposeResult:
        """The list, and both versions of the one under the cursor."""
        with Container(id="differences", classes="list-window"):
            yield Static(Content.styled("Changed on two machines", "bold $text-accent"))
            yield Static(Content.styled(_KEPT, "$foreground-muted"), id="differences-kept")
            yield Rows(0, self._line, empty=_NONE, id="differences-list")
            with Container(id="differences-sides"):
                for side in ("one", "other"):
                    with VerticalScroll(id=f"differences-{side}", can_focus=False):
                        yield Static(id=f"differences-{side}-told", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one("#differences-list").focus()
        self._read()

    @property
    def difference(self) -> Difference | None:
        """The one under the cursor."""
        cursor = self.query_one("#differences-list", Rows).cursor
        return self._found[cursor] if 0 <= cursor < len(self._found) else None

    @on(Rows.Highlighted)
    def _show(self) -> None:
        one, today = self.difference, self.workspace.clock.now().local_date
        for side in ("one", "other"):
            told = _told(one, side, today) if one else Content("")
            self.query_one(f"#differences-{side}-told", Static).update(told)
            self.query_one(f"#differences-{side}").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing waits there is nothing to take, nor to read."""
        return bool(self._found) if action in {"take", "turn"} and self.is_mounted else True

    def action_take(self, which: str) -> None:
        """Settle the one under the cursor."""
        one = self.difference
        if one is None:
            return
        if worked(self, lambda: self.workspace.differences.settle(one, Which(which))):
            self.notify(f"{_DONE[Which(which)]} now; the other words are kept.", markup=False, timeout=4)
        self._read()  # also where it was changed meanwhile

    def action_turn(self, pages: int) -> None:
        """Scroll both; the list takes the arrows."""
        for side in ("one", "other"):
            column = self.query_one(f"#differences-{side}")
            column.scroll_relative(y=pages * column.size.height, animate=False)

    def action_leave(self) -> None:
        """Leave what is not settled for later."""
        self.dismiss(None)

    def _read(self) -> None:
        self._found = attempt(self, self.workspace.differences.every) or []
        rows = self.query_one("#differences-list", Rows)
        rows.set_rows(len(self._found), cursor=min(rows.cursor, max(len(self._found) - 1, 0)))
        self._show()
        self.refresh_bindings()

    def _line(self, index: int, width: int, selected: bool) -> Content:
        return safe_line(name_of(self._found[index]), width)


def _told(one: Difference, side: str, today: date) -> Content:
    """One version: who said it and when, and what it says where the two differ."""
    machine, made = one.stands_from if side == "one" else one.other_from
    head = "The first, which stands" if side == "one" else "The other"
    lines = [
        Content.styled(head, "bold $text-accent"),
        safe_line(f"{one_line(machine)}, {_when(made, today)}", style="$foreground-muted"),
        Content(""),
    ]
    for name, ours, theirs in parts(one):
        words = ours if side == "one" else theirs
        if name and name != "text":
            lines.append(Content.assemble((f"{name}: ", "$text-accent"), safe(words or "nothing")))
        else:
            lines.append(safe(words or "Nothing."))
    return Content("\n").join(lines)


def _when(made: str, today: date) -> str:
    """ "Mon 23 Nov, 09:30", by the clock of the machine where it was said; what is no time stays as it is."""
    try:
        when = datetime.fromisoformat(made)
    except ValueError:  # of another program
        return one_line(made)
    return f"{day_near(when.date(), today)}, {when:%H:%M}"
