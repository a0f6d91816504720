"""What a field is called, beside it; in plain mode with a mark before it while it is written in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.plain_marks import is_plain


def labelled(label: str, line: Widget) -> ComposeResult:
    """A line with what is asked before it."""
    with Horizontal(classes="field"):
        yield Static(label, classes="label", markup=False)
        yield line


def mark_label(field: Widget, here: bool) -> None:
    """Put the mark before the label beside a field, or take it away; a label has as much room before it."""
    if not is_plain(field) or not isinstance(field.parent, Widget):
        return
    for label in field.parent.query_children(".label").results(Static):
        words = str(label.content).removeprefix(FOCUS_MARK)
        label.styles.padding = (0, 0, 0, 0 if here else len(FOCUS_MARK))
        label.update(FOCUS_MARK + words if here else words)
