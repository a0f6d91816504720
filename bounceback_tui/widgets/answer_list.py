"""Points to go through one by one: y, n or ? answers the one under the cursor and goes on to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.focus import Answer, FocusPoint
from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe_line

_SHOWN = 8
"""Points in sight at once."""
_KIND_CELLS = 15
_BEFORE = len(FOCUS_MARK) + len("[ ] ") + _KIND_CELLS
"""Cells before a point."""
_LONGEST = 500
"""Characters of a point that are looked at: more never fit on a line."""
_SIGNS = {Answer.YES: "y", Answer.NO: "n", Answer.UNCLEAR: "?"}


class AnswerList(Rows):
    """A line for each point, with its answer in front."""

    DEFAULT_CSS = """
    AnswerList { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "yes", tooltip="It is in the posting"),
        Binding("n", "answer('no')", "no", tooltip="It is not in the posting"),
        Binding("question_mark", "answer('unclear')", "not clear", key_display="?", tooltip="Not clear yet"),
        Binding("backspace,delete", "answer('')", show=False, tooltip="Take the answer back"),
        Binding("enter", "move(1)", show=False),
    ]

    IN_A_FORM = True

    class Changed(WidgetMessage):
        """A point was answered."""

        value: Mapping[str, str]
        """All answers by the key of the point."""

    def __init__(self, points: Sequence[FocusPoint], answers: Mapping[str, Answer], id: str) -> None:
        super().__init__(
            len(points), self._draw_point, empty="Nothing to hold it against yet: no point was added.", id=id
        )
        self._points = points
        self._answers = {**answers}

    @property
    def value(self) -> dict[str, str]:
        """The answers by the key of the point."""
        return {key: answer.value for key, answer in self._answers.items()}

    @property
    def cut(self) -> str:
        """The point under the cursor where a line is too short for it; else empty."""
        if not (self._points and self.has_focus):
            return ""
        text = one_line(self._points[self.cursor].text)
        return text if cell_len(text) > self.scrollable_content_region.width - _BEFORE else ""

    @property
    def answers(self) -> dict[str, Answer]:
        """The same as values of the domain."""
        return {**self._answers}

    def set_answers(self, answers: Mapping[str, Any]) -> None:
        """Show other answers; what is none, or about no point here, is passed over."""
        known = {one.id for one in self._points}
        self._answers = {
            key: Answer(said) for key, said in answers.items() if key in known and said in tuple(Answer)
        }
        self._show_answers()
        self.post_message(self.Changed(self, self.value))

    def on_mount(self) -> None:
        """As high as its points, up to a height that leaves room for the rest."""
        self.styles.height = min(max(len(self._points), 1), _SHOWN)

    def action_answer(self, said: str) -> None:
        """Answer the point under the cursor, and go on to the next."""
        if not self._points:
            return
        key = self._points[self.cursor].id
        if said:
            self._answers[key] = Answer(said)
        else:
            self._answers.pop(key, None)
        self._show_answers(forward=bool(said))
        self.post_message(self.Changed(self, self.value))

    def _show_answers(self, forward: bool = False) -> None:
        self.set_rows(len(self._points), cursor=self.cursor + forward)

    def _draw_point(self, index: int, width: int, selected: bool) -> Content:
        point = self._points[index]
        answer = self._answers.get(point.id)
        head = Content.assemble(
            (f"[{_SIGNS[answer] if answer else ' '}] ", "bold $text-accent"),
            (f"{point.kind:<{_KIND_CELLS}}", "$foreground-muted"),
        )
        return head + safe_line(point.text[:_LONGEST], max(width - head.cell_length, 1))
