"""An answer on the Patterns page: its sentence, its picture and its table, or what is said meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget

from bounceback_tui.domain.behind import Behind
from bounceback_tui.screens.pattern_tabs import Answer
from bounceback_tui.screens.pattern_view import View, in_words
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.faint_picture import FaintPicture
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.plain_table import PlainTable
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.sentences import Sentences
from bounceback_tui.widgets.signpost import Place, Signpost

_LOWEST, _HIGHEST = 8, 18
"""Lines of a picture that takes what it gets."""

_SOON = 0.2
"""Seconds after which it is said that an answer is being worked out."""


class PatternAnswer(Column):
    """A column that scrolls; it knows what each mark of its picture rests on."""

    how: var[bool] = var(False)
    """Whether it is told how the answer is worked out."""

    def __init__(self) -> None:
        super().__init__(id="patterns-column")
        self._shown: tuple[Answer, Result, str] | None = None
        self._behind: Sequence[Behind] = ()
        self._waiting: Timer | None = None
        self._picture: Picture | None = None

    def compose(self) -> ComposeResult:
        """The views there are, then the answer from top to bottom."""
        yield Signpost([], id="patterns-answers")
        yield Sentences(id="patterns-sentence", markup=False)
        yield Sentences(id="patterns-cases", markup=False)
        yield Sentences(id="patterns-how", markup=False)
        yield Container(id="patterns-view")

    @property
    def picture(self) -> Picture | None:
        """The picture, where it is one to walk along."""
        return self._picture

    @property
    def looking(self) -> bool:
        """Whether somebody walks along the picture."""
        return self.picture is not None and self.picture.has_focus

    def behind(self, mark: int) -> Behind | None:
        """What a mark of the picture rests on."""
        return self._behind[mark] if mark < len(self._behind) else None

    def offer(self, answers: tuple[Answer, ...], current: int) -> None:
        """Tell which views of the question there are."""
        signpost = self.query_one("#patterns-answers", Signpost)
        signpost.places = tuple(Place(one.title) for one in answers)
        signpost.current = current
        signpost.display = len(answers) > 1

    def wait(self) -> None:
        """Say that it is being worked out, unless it is done in a moment."""
        if self._waiting is None:
            self._waiting = self.set_timer(_SOON, self._say_waiting)

    def say(self, words: str) -> None:
        """Say something in the place of an answer."""
        self._stop_waiting()
        self._shown = None
        self.query_one("#patterns-sentence", Sentences).update(safe(words, "$foreground-muted"))
        self.query_one("#patterns-cases").display = False
        self._picture = None
        self.query_one("#patterns-view").remove_children()

    def show(self, answer: Answer, result: Result, how: str, note: str) -> None:
        """Show an answer, `how` it is worked out, and a `note` on the filter, which may be empty."""
        self._stop_waiting()
        shown = self._shown
        if shown and shown[0] is answer and shown[1] is result and shown[2] == note:
            return
        self._shown = answer, result, note
        view = answer.view(result)
        self.query_one("#patterns-sentence", Sentences).update(safe(result.sentence, "bold"))
        cases = self.query_one("#patterns-cases", Sentences)
        words = " ".join(filter(None, (view.cases, note)))
        cases.display = bool(words)
        cases.update(safe(words, "$foreground-muted"))
        self.query_one("#patterns-how", Sentences).update(safe(how, "italic"))
        self._draw(view)
        self.scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Pictures grow with the room there is."""
        self._stretch()
        if self.picture and self.looking:
            # the keys of a picture may take a line more at the foot, which hides what its mark says
            self.call_after_refresh(self.picture.scroll_visible, animate=False)

    def watch_how(self) -> None:
        """Told right below the answer, where it can be seen at once."""
        if self.is_mounted:
            self.query_one("#patterns-how").display = self.how
            self.scroll_home(animate=False)

    def _draw(self, view: View) -> None:
        """Put the picture and the table there; whoever walked along the one before walks along this one."""
        looking = self.looking
        self._behind = view.behind
        place = self.query_one("#patterns-view", Container)
        with self.app.batch_update():
            place.remove_children()
            view = in_words(view) if is_plain(self) else view
            heading = Sentences(safe(view.heading, "$foreground-muted"), classes="heading")
            self._picture = view.picture if isinstance(view.picture, Picture) else None
            place.mount(heading, view.picture, *view.below, PlainTable(view.table))
        self._stretch()
        if looking:
            (self._picture or self).focus(scroll_visible=False)

    def _stretch(self) -> None:
        lines = max(_LOWEST, min(_HIGHEST, self.screen.size.height // 2))
        for picture in self.query("#patterns-view > .stretched").results(Widget):
            picture.styles.height = lines
        for example in self.query(FaintPicture):
            example.lines = lines

    def _say_waiting(self) -> None:
        if self._waiting is not None:  # else the answer came while this was on its way already
            self.say("Working it out …")

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
