"""Feedback after a rejection: the e-mail that asks is there at once, then whatever came back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import short_day
from bounceback_tui.domain.dates import DateNotUnderstood, echo, understand
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.feedback import PATIENCE, Feedback, FeedbackState
from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.letter import Letter
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.feedback_answer import AnswerPane
from bounceback_tui.screens.feedback_letter import LetterPane
from bounceback_tui.screens.feedback_words import between, hint, stages
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.window import Window
from bounceback_tui.screens.words import of_episode
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.whole_parts import WholeParts

_TO_ASK = (FeedbackState.NOT_ASKED, FeedbackState.SILENT)
_TICKED = " Its step in the guide is ticked, too."


class FeedbackWindow(Window[str | None]):
    """A window over the page. Everything is saved at once, and one step for `u`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "asked", "I have asked", tooltip="It is sent; in a week a reminder is offered, once"),
        Binding("A", "another_day", "asked earlier", show=False, tooltip="It was sent on another day"),
        Binding("a", "followed_up", "reminded them", tooltip="The reminder is sent; there is no other"),
        Binding("l", "leave", "let it be", tooltip="No reminder; it is not offered again"),
        Binding("a", "thanked", "thanked them", tooltip="The thanks are sent"),
        Binding("t", "turn_page(True)", "thanks", tooltip="The e-mail that thanks them"),
        Binding("t", "turn_page(False)", "their answer", tooltip="Back to what they answered"),
        Binding("r", "answer", "answer", tooltip="What they answered, to paste in or to change"),
        Binding("d", "declined", "declined", tooltip="They would rather not say"),
        Binding("z", "silent", "no answer", tooltip="Nothing came back; the waiting is over"),
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q", "dismiss", "close"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` is the key of an episode; without one it is the latest that is open. Raises CannotDo."""
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._episode = _episode(workspace, subject)
        self._request = Feedback(self._episode.id)
        self._turned = False  # whether the thanks are shown in the place of the answer

    def compose(self) -> ComposeResult:
        """Whose feedback; how far it is; the e-mail, or the answer in lines."""
        heading = safe_line(f"Feedback · {of_episode(self._episode)}", style="bold $text-accent")
        with Container(classes="list-window", id="feedback"):
            yield Static(heading)
            yield WholeParts(between(is_plain(self)), id="feedback-stages")
            yield LetterPane(self.workspace, self._episode)
            yield AnswerPane(self.workspace, self._episode.id)
            yield Static(id="feedback-hint", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Read, and say so where the person's own drafts cannot be used."""
        self.read()
        if problem := self.query_one(LetterPane).problem:
            self.notify(problem, severity="warning", markup=False, timeout=8)

    def on_screen_resume(self) -> None:
        """A form over it was closed."""
        self.read()

    @on(LetterPane.Named)
    def read(self) -> None:
        """Read how far it is, and show it. Says so where that fails."""
        request = attempt(self, lambda: self.workspace.tools.feedback.one(self._episode.id))
        if request is not None:
            self._request = request
            self._show()

    @on(AnswerPane.Sorted)
    def _sorted(self, event: AnswerPane.Sorted) -> None:
        self.read()
        if event.words:
            self._say(event.words)

    def _show(self) -> None:
        shown, request = self._shown, self._request
        self.query_one(WholeParts).parts = stages(request, self._today, is_plain(self))
        letter, answer = self.query_one(LetterPane), self.query_one(AnswerPane)
        letter.display, answer.display = shown is not None, shown is None
        if shown:
            letter.show(shown, request)
            letter.focus()
        else:
            answer.show(request)
            answer.rows.focus()
        said, below = hint(request, shown, self._today), self.query_one("#feedback-hint", Static)
        below.display = bool(said)
        below.update(safe(said, "$foreground-muted"))
        self.refresh_bindings()

    @property
    def _today(self) -> date:
        return self.workspace.clock.now().local_date

    @property
    def _shown(self) -> Letter | None:
        """The e-mail that is shown, None for the answer."""
        if self._request.state is FeedbackState.ANSWERED and not self._turned:
            return None
        return self._request.next_letter(self._today)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys that do something here and now."""
        request, shown = self._request, self._shown
        match action:
            case "turn_page":
                does = request.state is FeedbackState.ANSWERED and parameters != (self._turned,)
            case "asked" | "another_day":
                does = request.state in _TO_ASK
            case "declined" | "silent":
                does = request.state is FeedbackState.ASKED
            case "followed_up" | "leave":
                does = shown is Letter.FOLLOW_UP
            case "thanked":
                does = shown is Letter.THANKS and request.thanked_on is None
            case _:
                does = True
        return does

    def action_asked(self) -> None:
        """It was asked today."""
        self._asked(None)

    def action_another_day(self) -> None:
        """It was asked on a day in words."""
        asked = AskLine("When did you ask?", "", self._of_day, placeholder="yesterday", label="When")
        self.app.push_screen(asked, lambda words: self._asked(self._day(words)) if words else None)

    def action_followed_up(self) -> None:
        """They were reminded."""
        feedback = self.workspace.tools.feedback
        self._do(lambda: feedback.followed_up(self._episode.id), "Noted; that was the one reminder.")

    def action_leave(self) -> None:
        """No reminder."""
        feedback = self.workspace.tools.feedback
        self._do(lambda: feedback.leave_follow_up(self._episode.id), "No reminder, then.")

    def action_declined(self) -> None:
        """They would rather not say."""
        self._do(lambda: self.workspace.tools.feedback.declined(self._episode.id), "Noted.")

    def action_silent(self) -> None:
        """Nothing came."""
        self._do(lambda: self.workspace.tools.feedback.silent(self._episode.id), "Noted.")

    def action_thanked(self) -> None:
        """They were thanked."""
        feedback = self.workspace.tools.feedback
        self._turned = False
        self._do(lambda: feedback.thanked(self._episode.id, self._guide()), "Noted.")

    def action_turn_page(self, to_thanks: bool) -> None:
        """The thanks, or the answer again."""
        self._turned = to_thanks
        self._show()

    def action_answer(self) -> None:
        """What they answered, in a form."""
        wants = self.query_one(LetterPane)
        self.post_message(Page.FormWanted(wants, "feedback-answer", self._episode.id))

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and see what became of it; without its rejection the window closes."""
        await self.app.run_action(action)
        try:
            self.workspace.recovery.find(self._episode.id)
        except CannotDo:
            self._say("The rejection that this was about is taken back; nothing of it is lost.")
            self.dismiss()
        except StorageError:
            self.read()  # which says so
        else:
            self.read()

    def _asked(self, day: date | None) -> None:
        email = self.query_one(LetterPane).email
        due = (day or self._today) + PATIENCE
        self._do(
            lambda: self.workspace.tools.feedback.asked(self._episode.id, day, email, self._guide()),
            f"Well done. Today offers one reminder on {short_day(due)}.",
        )

    def _guide(self) -> Guide:
        """The guide that this rejection has by now. Raises CannotDo and StorageError."""
        recovery = self.workspace.recovery
        return recovery.guide_of(recovery.find(self._episode.id))

    def _do(self, action: Callable[[], object], words: str) -> None:
        """Do it, read again, and say `words`, and whether a step was ticked."""
        done = attempt(self, lambda: (action(),))
        if done is not None:
            self.read()
            self._say(f"{words}{_TICKED if done[0] is True else ''} u takes it back.")

    def _day(self, words: str) -> date:
        """Raises DateNotUnderstood."""
        now, zone = self.workspace.clock.now(), self.workspace.clock.zone
        return understand(words, now, zone, self.workspace.settings.date_order).moment.local_date

    def _of_day(self, words: str) -> Remark:
        """What is said of a day that is typed."""
        if not words.strip():
            return Remark("such as “yesterday”, “last friday” or “23 Nov”", fits=False)
        now, zone = self.workspace.clock.now(), self.workspace.clock.zone
        try:
            understood = understand(words, now, zone, self.workspace.settings.date_order)
        except DateNotUnderstood as error:
            return Remark(str(error), fits=False)
        return Remark(f"= {echo(understood.moment, now)}")

    def _say(self, words: str) -> None:
        self.notify(words, markup=False, timeout=6)


def _episode(workspace: Workspace, subject: str) -> Episode:
    """What it is about. Raises CannotDo."""
    if subject:
        return workspace.recovery.find(subject)
    still_open = workspace.recovery.still_open()
    if not still_open:
        raise CannotDo(
            "No rejection is open just now. Each has its own request for feedback, under Recover (3)."
        )
    return still_open[0]
