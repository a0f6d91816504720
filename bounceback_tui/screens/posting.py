"""A posting held against the points of the focus, and all that were."""

from __future__ import annotations

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.focus import Posting, told
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.screens.tool_window import ToolWindow, paragraph, row
from bounceback_tui.services.focus import Postings
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.answer_list import AnswerList
from bounceback_tui.widgets.application_list import names_of
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.pick import Pick
from bounceback_tui.widgets.safe import safe


class PostingForm(Dialog):
    """The title, then each point with one key; what comes of it stands below."""

    FORM = "posting"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the posting to look at again; empty for a new one. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        postings = workspace.tools.focus.postings
        there = postings.find(self.target) if self.target else None
        self._posting = there or Posting("", "", workspace.clock.now())
        self._points = postings.points(self._posting.id)

    @property
    def title_words(self) -> str:
        """What is done."""
        return "Hold a posting against it"

    def fields(self) -> ComposeResult:
        """Title, points, what comes of it; then whatever else there is to keep."""
        posting = self._posting
        yield from labelled("Posting", Line(posting.title, id="text", placeholder="Data engineer at Acme"))
        yield AnswerList(self._points, posting.answers, id="answers")
        yield Static(id="posting-point", markup=False)
        yield Static(id="posting-told", markup=False)
        yield from labelled("Link", Line(posting.link, id="link", placeholder="where it stands"))
        yield from labelled(
            "Note", Line(posting.note, id="note", placeholder="what you like, what you ask …")
        )
        names = names_of(attempt(self, self.workspace.applications.every) or [])
        yield Pick("For", names, posting.application_id, none="no application yet", id="belongs-to")

    def on_mount(self) -> None:
        """Say what comes of the answers so far."""
        self._tell()

    def value(self) -> Posting:
        """The posting. Raises ValueError without a title."""
        return replace(
            self._posting,
            title=self.needed("text", "A title is missing; a word or two are enough."),
            link=self.query_one("#link", Line).value.strip(),
            note=self.query_one("#note", Line).value.strip(),
            application_id=self.query_one("#belongs-to", Choice).value,
            answers=self.query_one(AnswerList).answers,
        )

    @on(AnswerList.Changed)
    def _tell(self) -> None:
        words = told(self._points, self.query_one(AnswerList).answers)
        self.query_one("#posting-told", Static).update(safe(words, "bold"))

    @on(AnswerList.Highlighted)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_whole(self) -> None:
        """A point that is longer than its line stands below the list, as long as the cursor is on it."""
        whole = self.query_one("#posting-point", Static)
        words = self.query_one(AnswerList).cut
        whole.display = bool(words)
        whole.update(safe(words))


class PostingsWindow(ToolWindow[Posting]):
    """The latest first; each says what is in it, and nothing about the person."""

    WHOLE = True
    HEADING = "Postings, held against your focus"
    EMPTY = "None yet. a holds one against your points."
    FORM = PostingForm.FORM

    @property
    def shelf(self) -> Postings:
        """The postings."""
        return self.workspace.tools.focus.postings

    def line(self, thing: Posting, width: int) -> Content:
        """ "Data engineer at Acme               Mon 23 Nov"."""
        return row("", thing.title, day_near(thing.held_at.local_date, self.today), width)

    def more(self, thing: Posting) -> list[Content]:
        """What is in it, and what was kept with it."""
        words = attempt(self, lambda: self.shelf.told(thing)) or "Nothing to hold it against."
        beside = [(thing.link, "$foreground-muted"), (thing.note, "")]
        return [safe(words, "bold"), *(paragraph(text, style) for text, style in beside if text)]
