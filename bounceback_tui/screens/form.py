"""What the forms have in common: a draft twice a second, saved with ctrl+s, left with esc."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Input, TextArea

from bounceback_tui.domain.dates import DateNotUnderstood
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.taken_up import BEGUN, marks, taken_up
from bounceback_tui.screens.attempt import attempt, worked
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.fields import gather, scatter
from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.services.drafts import ASIDE, LONGEST, Draft
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.answer_list import AnswerList
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.feeling_sliders import FeelingSliders
from bounceback_tui.widgets.fields import Writing
from bounceback_tui.widgets.line_list import LineList
from bounceback_tui.widgets.many_choice import ManyChoice
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.quality_line import QualityLine
from bounceback_tui.widgets.slider import Slider
from bounceback_tui.widgets.when_field import DayField, WhenField

AGAIN = 2.0
"""Seconds after which a draft that could not be kept is tried again, though no key is pressed."""

_WRITTEN = "Here is what you had written. ctrl+n sets it aside and begins another."
_BOTH = "Here is what you had written; it was changed elsewhere since. Saving keeps both: v shows the other."


class Form(Drafting):
    """A screen to fill in. It never saves: it posts its value, and the app closes it once that is safe."""

    UNCHANGED_TOO: ClassVar[bool] = False
    """Whether it is handed up though nothing in it was changed, since handing up itself does something."""

    AUTO_FOCUS = "#text"
    """Selector of the field to begin with; it takes the keys that come while the form is being made."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", "save", priority=True, tooltip="Save this"),
        Binding("escape", "leave", "keep for later", tooltip="Leave; what you wrote is offered again"),
        # priority: of keys that come in one go, those behind the tab are for the next field
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("ctrl+n", "start_afresh", "start afresh", tooltip="Set this aside and begin another"),
        Binding("ctrl+o", "save_elsewhere", "to a file", tooltip="Write what stands here into a file"),
    ]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` names the draft: the key of what is edited, empty for something new.

        Behind `ASIDE` may stand the mark of a draft that was set aside.
        """
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self.target = target.partition(ASIDE)[0]
        """Key of what is edited."""
        self._kept_as = target
        self._kept: Mapping[str, Any] | None = None  # what lies there by this form's own doing
        self._timer: Timer | None = None
        self._ready = False
        self._sure_to_leave = False
        self._submitted = False
        self._in_trouble = False  # the journal takes nothing

    @property
    def kept_as(self) -> str:
        """What names the draft."""
        return self._kept_as

    def content(self) -> dict[str, Any]:
        """What stands in the form, by field."""
        return gather(self)

    def fill(self, content: dict[str, Any]) -> None:
        """Put a draft back into the form."""
        scatter(self, content)

    def value(self) -> object:
        """What was filled in, as a domain value. Raises ValueError with a sentence for the person."""
        raise NotImplementedError

    def when(self, before: Moment | None = None) -> Moment | None:
        """The moment in the field for it, None for now; as it was `before` where the field was not touched.

        Raises ValueError with the focus on the field, which itself tells what is wrong with it.
        """
        field = self.query_one(WhenField)
        if before and (not field.lasting or field.lasting == self._first["when"]):
            return before
        try:
            return field.moment
        except DateNotUnderstood as error:
            self.query_one("#when").focus()
            raise ValueError("The date is not clear yet.") from error

    def day(self) -> date | None:
        """The day in the field for it, None for none. Raises ValueError with the focus on the field."""
        try:
            return self.query_one(DayField).day
        except DateNotUnderstood as error:
            self.query_one("#day").focus()
            raise ValueError("The date is not clear yet.") from error

    def on_mount(self) -> None:
        """Offer the draft again. Textual calls this after a subclass's own: nobody else must."""
        self._first = self.content()
        self._begun_on = {BEGUN: marks(self._first)} if self.target else {}
        kept = attempt(self, lambda: self.workspace.drafts.find(self.FORM, self._kept_as))
        if kept:
            self._kept = kept.content
            fields, both = taken_up(kept.content, {} if self.is_gone else self._first)
            self.fill(fields)
            self._date(kept)
            if kept.content.get("text"):
                self.query_one("#text").focus()  # where somebody stopped, most likely
            self.say(_BOTH if both else _WRITTEN)
        # what filling in announces must not be taken for typing
        self.call_after_refresh(self._watch)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted where no text belongs is not lost: the text goes on with it."""
        for page in self.query("#text").results(Writing):
            event.stop()
            page.focus()
            page.go_on(event.text)

    def on_resize(self) -> None:
        """Where the window gets smaller, the field that is being filled in stays in sight."""
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused:
            self.focused.scroll_visible(animate=False)

    def _date(self, kept: Draft) -> None:
        """No date means now; in a draft of an earlier day it meant that day."""
        if not self.target and kept.kept.local_date < self.workspace.clock.now().local_date:
            for field in self.query(WhenField):
                field.assume(kept.kept)

    def _watch(self) -> None:
        self._ready = True

    def say(self, words: str, severity: str = "information") -> None:
        """Tell something in passing."""
        self.notify(words, severity="warning" if severity == "warning" else "information", markup=False)

    @on(FeelingSliders.Unclear)
    def _tell_unclear(self, event: FeelingSliders.Unclear) -> None:
        self.say(event.words, "warning")

    def _check_feelings(self) -> None:
        """Nothing is kept as a feeling by a slip. Raises ValueError with the focus on it."""
        for field in self.query(FeelingSliders):
            if words := field.unclear:
                field.focus_line()
                raise ValueError(words)

    def unsay(self) -> None:
        """Something was typed or chosen: what was said to be wrong may be mended."""

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    @on(ManyChoice.Changed)
    @on(MoodPicker.Chosen)
    @on(Slider.Changed)
    @on(FeelingSliders.Changed)
    @on(LineList.Changed)
    @on(AnswerList.Changed)
    @on(QualityLine.Changed)
    def _changed(self) -> None:
        """Keep a draft soon: within half a second of any key, however fast somebody types."""
        self._sure_to_leave = False  # what was asked before this key is asked again
        self.unsay()
        if self._ready and self._timer is None:
            self._timer = self.set_timer(LONGEST * 0.8, self.keep_draft)

    def keep_draft(self) -> bool:
        """Keep what stands here, or forget the draft of an empty form; whether all is safe now."""
        self._stop_timer()
        if not self._ready:
            return True
        content = self.content()
        if content == self._first:
            attempt(self, self._discard)
            return True
        kept = worked(self, lambda: self._keep(content))
        if self._in_trouble is kept:
            self._in_trouble = not kept
            self.refresh_bindings()
        if not kept:
            self._timer = self.set_timer(AGAIN, self.keep_draft)
        return kept

    def _keep(self, content: dict[str, Any]) -> None:
        drafts, content = self.workspace.drafts, {**content, **self._begun_on}
        self._kept_as = drafts.keep_own(self.FORM, content, self._kept_as, self._kept)
        self._kept = json.loads(json.dumps(content))  # as it comes back from there

    def _discard(self) -> None:
        self.workspace.drafts.discard_own(self.FORM, self._kept_as, self._kept)
        self._kept = None

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    def saved(self, turn_to: str = "") -> None:
        """It is safe: forget the draft and close; the page below turns to what has that key."""
        self._ready = False
        self._stop_timer()
        attempt(self, self._discard)
        self.pop_until_active()  # something may have been opened over it meanwhile, such as the palette
        self.dismiss(turn_to)

    def not_saved(self) -> None:
        """It could not be saved: the words are still here, and may be handed up again."""
        self._submitted = False

    def action_submit(self) -> None:
        """Ask the app to save; where something does not fit, say what, and nothing is lost."""
        if self._submitted:
            return  # two presses in one go are one wish
        self._submitted = True
        self.run_worker(self._hand_up())

    async def _hand_up(self) -> None:
        with suppress(TimeoutError):  # a field that never answers must not keep all others from being saved
            await asyncio.wait_for(self.settled(), AGAIN)
        try:
            self._check_feelings()
            value = self.value()
        except ValueError as error:
            self._submitted = False
            self.say(str(error), "warning")
            return
        if self.target and self.content() == self._first and not self.UNCHANGED_TOO:
            self.saved()
            self.notify("Nothing was changed.", markup=False, timeout=3)
            return
        self.keep_draft()
        self.post_message(self.Submitted(self, value))

    @property
    def on_its_way(self) -> bool:
        """Whether what was filled in is being saved just now."""
        return self._submitted

    async def settled(self) -> None:
        """Wait until every key that came before has reached its field: each has a queue of its own."""
        for field in self.query("*"):
            reached = asyncio.Event()
            if field.can_focus and field.call_later(reached.set):
                await reached.wait()

    def action_leave(self) -> None:
        """Close, and keep what was written for later; where that fails, only at the second press."""
        if self._submitted:
            return
        kept = self.keep_draft()
        if not kept and not self._sure_to_leave:
            self._sure_to_leave = True
            self.say("esc once more leaves without it.", "warning")
            return
        self._stop_timer()
        if kept and self.content() != self._first:
            self.notify("Kept. It is offered again whenever you want.", markup=False)
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A file is offered only where the journal takes nothing."""
        if action == "save_elsewhere":
            return self._in_trouble
        return super().check_action(action, parameters)

    def action_save_elsewhere(self) -> None:
        """Write what stands here into a file."""
        from bounceback_tui.screens.save_elsewhere import ask_where  # noqa: PLC0415 - seldom needed

        ask_where(self)

    def action_start_afresh(self) -> None:
        """Set aside what stands here, as a draft of its own, and begin another."""
        content = self.content()
        if content == self._first:
            return
        if worked(self, lambda: self._set_aside(content)):
            self._kept_as, self._kept = self.target, None
            self.fill(self._first)
            self.query_one(str(self.AUTO_FOCUS)).focus()
            self.say("Set aside. Today and the Journal offer it whenever you want.")

    def _set_aside(self, content: dict[str, Any]) -> None:
        if ASIDE in self._kept_as:
            self._keep(content)
            return
        self.workspace.drafts.set_aside(self.FORM, {**content, **self._begun_on}, self.target)
        self._discard()
