"""The windows of an import: what only the person can answer, and what would come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bounceback_tui.domain.import_report import Found
from bounceback_tui.domain.incoming import Refused
from bounceback_tui.domain.text import cut
from bounceback_tui.formats.reading import Question, ReadFormat
from bounceback_tui.screens.format_list import FormatList
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.fitted import Fitted
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.labelled import labelled_lines
from bounceback_tui.widgets.plain_marks import keys_in_words
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.titled import Titled

_TOLD = 50
"""Parts that cannot come in, of which a line is shown."""


class FormatChoice(FormatList[ReadFormat]):
    """Which program wrote a file that does not tell. Returns the name of the format, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "choose", tooltip="Read it as this")]

    def __init__(self, workspace: Workspace, path: Path) -> None:
        """`path` is that of the file; the cursor begins on what takes any file that ends so."""
        formats = workspace.importing.formats
        likely = [one.name for one in formats if path.suffix.casefold() in one.endings]
        super().__init__(workspace, likely[-1] if likely else "")
        self._file = path.name

    def heading(self) -> Content:
        """Of which file."""
        return _heading(self._file)

    def above(self) -> ComposeResult:
        """What is asked."""
        yield Static("It cannot be told which program wrote it. What is it?")

    def things(self) -> list[ReadFormat]:
        """All that can be read."""
        return list(self.workspace.importing.formats)


class Questions(ModalScreen[dict[str, str] | None]):
    """A line for each question. Returns the answers by name; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "next", key_display="enter", priority=True),
        Binding("escape", "dismiss", "leave"),
    ]

    def __init__(self, file: str, questions: Sequence[Question]) -> None:
        super().__init__()
        self._file = file
        self._questions = tuple(questions)

    def compose(self) -> ComposeResult:
        """The questions, each with its line."""
        with Titled(classes="dialog", can_focus=False):
            yield Static(_heading(self._file), classes="dialog--title")
            for place, one in enumerate(self._questions):
                with Vertical(classes="import-question"):
                    yield Static(safe(one.words))
                    if one.choices:
                        yield Static(safe(f"One of: {', '.join(one.choices)}", "$foreground-muted"))
                    yield Line(placeholder=one.guess, id=f"answer-{place}", names=one.choices)
            yield Static(id="dialog-said", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Type at once."""
        self.query(Line).first().focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What is asked is seen with the line that answers it."""
        asked = event.widget.query_ancestor(".import-question", Vertical)
        self.call_after_refresh(asked.scroll_visible, animate=False)

    def action_next(self) -> None:
        """To the next line; past the last one all are looked at."""
        lines = list(self.query(Line))
        place = next((place for place, line in enumerate(lines) if line.has_focus), len(lines) - 1)
        if place + 1 < len(lines):
            lines[place + 1].focus()
            return
        said = {}
        for one, line in zip(self._questions, lines, strict=True):
            answer = _answer(one, line.value)
            if answer is None:
                line.focus()
                self._say(keys_in_words("That is none of the answers; → completes one.", self))
                return
            said[one.name] = answer
        self.dismiss(said)

    @on(Input.Changed)
    def _unsay(self) -> None:
        self.query_one("#dialog-said", Static).display = False

    def _say(self, words: str) -> None:
        said = self.query_one("#dialog-said", Static)
        said.update(safe(words, "$text-warning"))
        said.display = True
        said.scroll_visible(animate=False)


class Look(ModalScreen[bool]):
    """What would come in. Returns whether it shall."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "bring it in", key_display="enter", priority=True),
        Binding("escape", "dismiss(False)", "leave it"),
    ]

    def __init__(self, file: str, title: str, found: Found) -> None:
        """`title` is that of its format."""
        super().__init__()
        self._file = file
        self._title = title
        self._found = found

    def compose(self) -> ComposeResult:
        """The counts, the first few things, and what cannot come in."""
        with Vertical(classes="dialog"):
            yield Static(_heading(self._file), classes="dialog--title")
            with WindowColumn(id="import-column", can_focus=True):
                yield Fitted(partial(_told, self._title, self._found), id="import-told")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is new, nothing can be brought in."""
        return self._found.anything if action == "go" else super().check_action(action, parameters)

    def action_go(self) -> None:
        """Bring it in."""
        self.dismiss(True)


def _heading(file: str) -> Content:
    """Of which file; by its name alone."""
    return safe_line(f"Import {cut(file, 60)}", style="bold $text-accent")


def _answer(question: Question, said: str) -> str | None:
    """What was answered; None for no answer to it."""
    said = said.strip() or question.guess
    if not question.choices:
        return said or None
    return next((one for one in question.choices if one.casefold() == said.casefold()), None)


def _told(title: str, found: Found, width: int) -> list[Content]:
    lines = safe(f"{title}: {found.new_words()} new.", "bold").wrap(max(width, 1))
    if found.beside_words():
        lines += safe(found.beside_words()).wrap(max(width, 1))
    if found.first:
        lines += [Content(""), safe("It begins with", "$foreground-muted")]
        lines += [Content("  ") + safe_line(one, width - 2) for one in found.first]
    if found.refused:
        lines += [Content(""), safe("What cannot come in", "$foreground-muted")]
        lines += _reasons(found.refused[:_TOLD], width)
        if found.refusals > _TOLD:
            lines.append(safe(f"  and {found.refusals - _TOLD} more"))
    if found.unread:
        lines += [Content(""), safe("Dates that cannot be read", "$foreground-muted")]
        lines += _reasons(found.unread[:_TOLD], width)
        if found.dates_unread > _TOLD:
            lines.append(safe(f"  and {found.dates_unread - _TOLD} more"))
    return lines


def _reasons(refused: Iterable[Refused], width: int) -> list[Content]:
    """Each from its line of the file on; what takes more than a line here goes on below its words."""
    told = [(f"  line {one.line}", safe_line(one.why)) for one in refused]
    return labelled_lines(told, width)
