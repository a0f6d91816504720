"""What can be written around feedback: the e-mail that asks, the answer, and a remark out of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from bounceback_tui.domain.feedback import AnswerCame, EmailChanged, Remark, RemarkChanged, RemarkKind
from bounceback_tui.domain.letter import Letter
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import TextDialog
from bounceback_tui.services.letters import Letters
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.safe import safe


class FeedbackForm(TextDialog):
    """Its target begins with the key of the episode."""

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """Raises CannotDo where the rejection was taken back."""
        super().__init__(workspace, target)
        key, _, self._more = self.target.partition(" ")
        self._episode = workspace.recovery.find(key)
        self._request = workspace.tools.feedback.one(self._episode.id)


class EmailForm(FeedbackForm):
    """The e-mail that asks, to change as one likes."""

    FORM = "feedback-email"

    @property
    def title_words(self) -> str:
        """What is changed."""
        return "Your e-mail"

    def fields(self) -> ComposeResult:
        """Subject and text."""
        feedback = self.workspace.tools.feedback
        person = feedback.interviewer(self._episode.application_id)
        letters = Letters(self.workspace.settings)
        email = letters.email(Letter.ASK, self._episode, self._request, person)
        yield from labelled("Subject", Line(email.subject, id="subject"))
        yield Writing(email.text, id="text", placeholder="Empty brings the draft back.")

    def value(self) -> EmailChanged:
        """The e-mail; where all of it was taken out, the draft stands there again."""
        subject = self.query_one("#subject", Line).value if self.words.strip() else ""
        return EmailChanged(self._episode.id, subject, self.words)


class AnswerForm(FeedbackForm):
    """The answer, pasted in whole."""

    FORM = "feedback-answer"

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "What they answered"

    def fields(self) -> ComposeResult:
        """Room for all of it."""
        hint = "Paste it in as it is, or write down what they said. Sorting it comes after."
        yield Static(safe(hint, "$foreground-muted"), classes="dialog--about")
        yield Writing(self._request.answer, id="text")

    def value(self) -> AnswerCame:
        """The answer. Raises ValueError without one."""
        if not self.words.strip():
            raise ValueError("There is no answer yet to keep; esc leaves.")
        return AnswerCame(self._episode.id, self.words)


class RemarkForm(FeedbackForm):
    """A remark: what it speaks of, its theme, its words. Behind the episode stands its mark.

    A draft is kept under that mark, and so never becomes a change to another remark.
    """

    FORM = "feedback-remark"
    AUTO_FOCUS = "#kind"

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A remark"

    def fields(self) -> ComposeResult:
        """Kind, theme, words; themes given before complete what is typed."""
        before = self._before or Remark(RemarkKind.STRENGTH, "")
        themes = attempt(self, self.workspace.tools.feedback.themes) or []
        yield Choice("Kind", tuple(RemarkKind), before.kind, required=True, id="kind")
        hint = "such as: explaining, depth"
        yield from labelled("Theme", Line(before.theme, names=themes, id="theme", placeholder=hint))
        yield Writing(before.text, id="text", placeholder="What they said, in their words or in yours.")

    @property
    def is_gone(self) -> bool:
        """Whether the remark was taken away."""
        return bool(self._more) and self._before is None

    def value(self) -> RemarkChanged:
        """The remark. Raises ValueError for an empty one."""
        theme = self.query_one("#theme", Line).value.strip()
        if not (theme or self.words.strip()):
            raise ValueError("A remark needs a theme or a few words; esc leaves.")
        kind = RemarkKind(str(self.query_one("#kind", Choice).value))
        return RemarkChanged(self._episode.id, self._before, Remark(kind, theme, self.words))

    @property
    def _before(self) -> Remark | None:
        """The remark that is changed; None for a new one, and where it is not there any more."""
        return next((one for one in self._request.remarks if one.mark == self._more), None)
