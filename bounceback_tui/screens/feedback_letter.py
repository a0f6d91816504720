"""The e-mail that comes next, to be copied, opened in a mail program, saved or changed."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.feedback import Feedback
from bounceback_tui.domain.letter import Email, Letter
from bounceback_tui.domain.person import Person, is_half_typed
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.email_out import copy_text, to_mail_program
from bounceback_tui.screens.feedback_file import ask_for_file
from bounceback_tui.screens.feedback_words import letter
from bounceback_tui.screens.page import Page
from bounceback_tui.services.letters import Letters
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.fitted import Fitted
from bounceback_tui.widgets.message import WidgetMessage


class LetterPane(WindowColumn, can_focus=True):
    """One e-mail at a time. Whom it goes to is kept at once; nothing is sent from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy('text')", "copy", tooltip="Copy the text to the clipboard"),
        Binding("C", "copy('subject')", "copy the subject", show=False, tooltip="Copy its subject line"),
        Binding("m", "mail", "mail program", tooltip="Open it in the program that you write mail in"),
        Binding("s", "save", "save file", tooltip="Save it as a file that mail programs open"),
        Binding("e", "edit", "change", tooltip="Change subject and text"),
        Binding("n", "name", "to whom", tooltip="Whom you write to: a name, with the address if you like"),
    ]

    class Named(WidgetMessage):
        """Whom it goes to was kept."""

    def __init__(self, workspace: Workspace, episode: Episode) -> None:
        super().__init__(id="feedback-letter")
        self._workspace = workspace
        self._episode = episode
        self._letters = Letters(workspace.settings)
        self._person: Person | None = None
        self._shown = Letter.ASK
        self.email = Email("", "")
        """The e-mail that is shown."""

    @property
    def problem(self) -> str:
        """Why the person's own drafts are not used, in a sentence; empty where all is well."""
        return self._letters.problem

    def compose(self) -> ComposeResult:
        """The e-mail."""
        yield Fitted(id="feedback-email")

    def show(self, shown: Letter, request: Feedback) -> None:
        """Show an e-mail, for whoever was named by now."""
        feedback = self._workspace.tools.feedback
        self._shown = shown
        self._person = attempt(self, lambda: feedback.interviewer(self._episode.application_id))
        self.email = self._letters.email(shown, self._episode, request, self._person)
        self.query_one("#feedback-email", Fitted).show(partial(letter, self.email, shown))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Reminder and thanks are short enough to be changed where they are sent."""
        if action == "edit":
            return self._shown is Letter.ASK
        return super().check_action(action, parameters)

    def action_copy(self, what: str) -> None:
        """To the clipboard, by the terminal and by the system."""
        copy_text(self, self.email.text if what == "text" else self.email.subject)

    def action_mail(self) -> None:
        """In the program that the person writes mail in."""
        to_mail_program(self, self.email)

    def action_save(self) -> None:
        """As a file; asks where to."""
        ask_for_file(self, self.email, self._episode.company, self._workspace.path)

    def action_edit(self) -> None:
        """Subject and text in a form."""
        self.post_message(Page.FormWanted(self, "feedback-email", self._episode.id))

    def action_name(self) -> None:
        """Whom it goes to, in one line."""
        known = attempt(self, self._workspace.tools.feedback.people) or ()
        asked = AskLine(
            "Whom do you write to?",
            "A name is enough. The address may follow it: Ms Ito <ito@acme.test>",
            _whom,
            self._person.line if self._person else "",
            names=known,
        )
        self.app.push_screen(asked, self._keep_name)

    def _keep_name(self, line: str | None) -> None:
        if line is None:
            return
        feedback = self._workspace.tools.feedback
        attempt(self, lambda: feedback.name_interviewer(self._episode.application_id, line))
        self.post_message(self.Named(self))


def _whom(line: str) -> Remark:
    """What is said of whom is written to; half an address could go nowhere."""
    if is_half_typed(line):
        return Remark("an address looks like name@firm.example", fits=False)
    return Remark("kept with this application")
