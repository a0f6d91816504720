"""The earlier versions of an entry: what changed, word by word, and any of them brought back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.entry import Revision
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Told
from bounceback_tui.domain.versions import Mark, changed_words, differences
from bounceback_tui.screens.window import Window
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line

_SIGNS = {
    Mark.SAME: ("", "", ""),
    Mark.GONE: ("[-", "-]", "strike $text-warning"),
    Mark.NEW: ("{+", "+}", "bold"),
}
"""What stands around a piece of text, so that it can be told without colours, and its style."""


class VersionsWindow(Window[str | None]):
    """Returns the key of the version to bring back, None where nothing is wanted. It saves nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,enter", "bring_back", "bring this back", priority=True, tooltip="Let it say this again"),
        Binding("escape,q", "leave", "close"),
        Binding("pagedown,space", "turn(1)", "further down", key_display="pgdn"),
        Binding("pageup", "turn(-1)", "further up", show=False),
    ]

    def __init__(self, title: str, now: Moment, present: Told, versions: Sequence[Revision]) -> None:
        """`versions` come latest first; each is compared with what came after it."""
        super().__init__()
        self._title = title
        self._now = now
        self._present = present
        self._versions = versions

    def compose(self) -> ComposeResult:
        """The versions, and what changed after the one under the cursor."""
        with Container(id="versions"):
            yield Static(safe_line(f"Earlier versions of “{self._title}”", style="bold $text-accent"))
            yield Rows(len(self._versions), self._line, id="versions-list")
            with VerticalScroll(id="versions-column", can_focus=False):
                yield Static(id="versions-told", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one("#versions-list").focus()

    @on(Rows.Highlighted)
    def _show(self, event: Rows.Highlighted) -> None:
        self.query_one("#versions-told", Static).update(self._told(event.index))
        self.query_one("#versions-column").scroll_home(animate=False)

    def action_bring_back(self) -> None:
        """Return the version under the cursor."""
        self.dismiss(self._versions[self.query_one("#versions-list", Rows).cursor].id)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)

    def action_turn(self, pages: int) -> None:
        """Scroll what changed; the list takes the arrows."""
        column = self.query_one("#versions-column")
        column.scroll_relative(y=pages * column.size.height, animate=False)

    def _line(self, index: int, width: int, selected: bool) -> Content:
        version = self._versions[index]
        parts = ", ".join(self._what_changed(index)) or "nothing but its form"
        return safe_line(f"until {echo(version.replaced_at, self._now)}: {parts}", width)

    def _after(self, index: int) -> Revision | Told:
        return self._versions[index - 1] if index else self._present

    def _what_changed(self, index: int) -> Iterator[str]:
        before, after = self._versions[index], self._after(index)
        told_before, told_after = before.told, after.told if isinstance(after, Revision) else after
        if told_before and told_after:
            yield from (one.what for one in differences(told_before, told_after))
        elif before.title != after.title:
            yield "title"
        if before.text != after.text:
            yield "text"

    def _told(self, index: int) -> Content:
        before, after = self._versions[index], self._after(index)
        told_before, told_after = before.told, after.told if isinstance(after, Revision) else after
        lines = [Content.styled("What changed then", "$foreground-muted")]
        if told_before and told_after:
            for one in differences(told_before, told_after):
                lines.append(
                    Content.assemble(
                        (f"{one.what}: ", "$text-accent"),
                        safe(one.before or "nothing", "strike"),
                        ", now " if is_plain(self) else " → ",
                        safe(one.after or "nothing", "bold"),
                    )
                )
        if before.text != after.text:
            lines.append(Content.assemble(*map(_piece, changed_words(before.text, after.text))))
        was = Content.styled("As it was", "$foreground-muted")
        return Content("\n").join([*lines, Content(""), was, safe(before.text or "No text.")])


def _piece(marked: tuple[Mark, str]) -> Content:
    mark, text = marked
    start, end, style = _SIGNS[mark]
    shown = text.rstrip("\n")
    return Content.assemble((start, style), safe(shown, style), (end, style), text[len(shown) :])
