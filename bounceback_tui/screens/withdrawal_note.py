"""The note that takes an application back, worded once for all of them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from bounceback_tui.domain.letter import WithdrawalNote
from bounceback_tui.screens.dialog import TextDialog
from bounceback_tui.services.letters import Letters, worded
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.safe import safe


class WithdrawalForm(TextDialog):
    """Subject and text with their blanks open."""

    FORM = "withdrawal-note"
    DONE = "These words are used for all of them, until you leave the program."

    @property
    def title_words(self) -> str:
        """What is changed."""
        return "Your note, for all of them"

    def fields(self) -> ComposeResult:
        """What is filled in, subject and text."""
        note = self.workspace.search_over.note or Letters(self.workspace.settings).withdrawal_draft()
        about = "{company}, {role}, {interviewer} and {name} are filled in for each."
        yield Static(safe(about, "$foreground-muted"), classes="dialog--about")
        yield from labelled("Subject", Line(note.subject, id="subject"))
        yield Writing(note.text, id="text", placeholder="Empty brings the draft back.")

    def value(self) -> WithdrawalNote:
        """The note. Raises ValueError for a blank that is none."""
        note = WithdrawalNote(self.query_one("#subject", Line).value, self.words)
        if note.text.strip():
            worded(note)
        return note
