"""The answer in lines, each of which one key makes a remark of."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.feedback import Feedback, Piece, Remark, RemarkKind, pieces
from bounceback_tui.domain.text import cut
from bounceback_tui.screens import ask_line
from bounceback_tui.screens.ask_line import AskLine
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.feedback_words import piece_line
from bounceback_tui.screens.page import Page
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe


class AnswerPane(Container):
    """What they said, sentence by sentence, and what was made of it. Each change is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort('strength')", "strength", tooltip="This line is about what you do well"),
        Binding("g", "sort('gap')", "gap", tooltip="This line is about what to work on"),
        Binding("o", "sort('outside me')", "outside me", tooltip="This line is about what lay outside you"),
        Binding("n", "add", "add", tooltip="Add a remark in your own words"),
        Binding("x", "remove", "take away", tooltip="Take the remark away; the answer stays"),
    ]

    class Sorted(WidgetMessage):
        """A remark came, went, or became another one."""

        words: str = ""
        """What is said of it; empty for nothing."""

    def __init__(self, workspace: Workspace, episode_id: str) -> None:
        super().__init__(id="feedback-answer")
        self._workspace = workspace
        self._episode = episode_id
        self._pieces: list[Piece] = []

    def compose(self) -> ComposeResult:
        """The lines, and the one under the cursor in full."""
        yield Rows(0, self._line, id="feedback-pieces")
        yield Static(id="feedback-piece", markup=False)

    @property
    def rows(self) -> Rows:
        """The list, which takes the keys."""
        return self.query_one("#feedback-pieces", Rows)

    def show(self, request: Feedback) -> None:
        """Show an answer with its remarks; the cursor stays where it is."""
        self._pieces = pieces(request)
        self.rows.set_rows(len(self._pieces), cursor=self.rows.cursor)

    @property
    def _piece(self) -> Piece | None:
        cursor = self.rows.cursor if self.is_mounted else 0
        return self._pieces[cursor] if cursor < len(self._pieces) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a line can be sorted, and only a remark taken away."""
        if action == "remove":
            return self._piece is not None and self._piece.remark is not None
        if action == "sort":
            return self._piece is not None
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """A remark by hand."""
        self.post_message(Page.FormWanted(self.rows, "feedback-remark", self._episode))

    def action_sort(self, kind: str) -> None:
        """The line under the cursor is about this; its theme is asked for, and may be left out."""
        if piece := self._piece:
            themes = attempt(self, self._workspace.tools.feedback.themes) or ()
            asked = AskLine(
                f"{kind.capitalize()}: what is its theme?",
                cut(piece.text, 300),
                lambda _: ask_line.Remark("a word or two; enter alone leaves it out"),
                piece.remark.theme if piece.remark else "",
                label="Theme",
                names=themes,
            )
            self.app.push_screen(asked, lambda theme: self._sort(piece, RemarkKind(kind), theme))

    def _sort(self, piece: Piece, kind: RemarkKind, theme: str | None) -> None:
        if theme is None:
            return
        remark = Remark(kind, theme, piece.remark.text if piece.remark else piece.text)
        feedback = self._workspace.tools.feedback
        if self._do(lambda: feedback.put_remark(self._episode, piece.remark, remark)):
            self.rows.action_move(1)

    def action_remove(self) -> None:
        """The remark goes; the words stay in the answer."""
        if (piece := self._piece) and (remark := piece.remark):
            feedback = self._workspace.tools.feedback
            words = "Taken away; the answer stays as it is. u brings it back."
            self._do(lambda: feedback.remove_remark(self._episode, remark), words)

    @on(Rows.Selected)
    def _open(self) -> None:
        """A remark in a form; a line that is none yet asks for a key."""
        if (piece := self._piece) and piece.remark:
            target = f"{self._episode} {piece.remark.mark}"
            self.post_message(Page.FormWanted(self.rows, "feedback-remark", target))
        else:
            self.notify("s, g or o sorts this line.", markup=False, timeout=4)

    @on(Rows.Highlighted)
    def _moved(self) -> None:
        text = self._piece.text if self._piece else ""
        self.query_one("#feedback-piece", Static).update(safe(cut(text, 600)))
        self.refresh_bindings()

    def _line(self, index: int, width: int, selected: bool) -> Content:
        return piece_line(self._pieces[index], width)

    def _do(self, action: Callable[[], object], words: str = "") -> bool:
        """Do it, and tell of it; whether it worked. Where it did not, something else is there by now."""
        done = worked(self, action)
        self.post_message(self.Sorted(self, words if done else ""))
        return done
