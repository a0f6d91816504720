"""How is it now? Two key presses, and a name for it if that helps."""

from __future__ import annotations

from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.outcome import Felt
from bounceback_tui.domain.text import one_line
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.fields import scatter
from bounceback_tui.screens.form import Form
from bounceback_tui.screens.known_feelings import known_feelings
from bounceback_tui.screens.room_to_write import letter_on_scale
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.feeling_sliders import FeelingSliders
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.mood_picker import ENERGY_WORDS, MoodPicker
from bounceback_tui.widgets.safe import safe

_NO_ROOM = (
    "That reads like what happened; it is still there. Name the feeling in it, or press esc and w:"
    " “Write” has room for it."
)


class MoodForm(Form):
    """Mood, energy, feelings."""

    FORM = "mood"
    AUTO_FOCUS = "#mood"
    DONE = "Noted. u takes it back."

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the check-in to change; empty for a new one. Raises CannotDo and StorageError."""
        super().__init__(workspace, target)
        self._before = workspace.versions.checkin(self.target) if self.target else None

    def compose(self) -> ComposeResult:
        """Two scales, and feelings."""
        example = read_list(asset("feelings.md"))[0].items[0]
        with VerticalScroll(classes="form", can_focus=False):
            yield Static(self._title(), classes="part", markup=False)
            yield MoodPicker(id="mood")
            yield MoodPicker("Energy", ENERGY_WORDS, id="energy")
            yield FeelingSliders(known_feelings(self, self.workspace), example=example, id="feelings")
            item = None if self._before else attempt(self, self.workspace.journal.awaiting_next_day)
            if item:
                yield Static(
                    safe(f"This is also kept as the day after “{item.entry.title}”.", "$foreground-muted"),
                    id="beside",
                )
        yield KeyBar()

    def on_mount(self) -> None:
        """The first key press is the mood."""
        if self._before:
            reading = self._before.reading
            feelings = [[one.name, one.strength] for one in reading.feelings]
            scatter(self, {"mood": reading.mood, "energy": reading.energy, "feelings": feelings})
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def on_key(self, event: events.Key) -> None:
        """A letter on a scale begins the name of a feeling, unless a digit follows."""
        if letter := letter_on_scale(event, self.focused):
            event.stop()
            event.prevent_default()
            scale = self.focused if isinstance(self.focused, MoodPicker) else None
            back = partial(self._back_to, scale) if scale else None
            self.query_one("#feelings", FeelingSliders).go_on_typing(letter, back)

    def _back_to(self, scale: MoodPicker, digit: int) -> None:
        """The letter before this digit was a slip, as of m pressed twice: all is as if it had not been."""
        scale.action_choose(digit)
        self.set_focus(scale)
        self.focus_next()

    def on_paste(self, event: events.Paste) -> None:
        """So does what is pasted there."""
        event.stop()
        self.query_one("#feelings", FeelingSliders).go_on_typing(one_line(event.text))

    @on(FeelingSliders.Told)
    def _take_told(self, event: FeelingSliders.Told) -> None:
        event.stop()
        if event.follow:  # enter, which saves here
            self.action_submit()

    def _title(self) -> str:
        if self._before:
            return f"How it was, {echo(self._before.felt_at, self.workspace.clock.now())}"
        return "How is it now?"

    @on(Input.Submitted)
    def _enter(self) -> None:
        """Enter in the empty field for feelings: that is all."""
        self.action_submit()

    def value(self) -> Reading | Felt:
        """How it feels, or felt. Raises ValueError where nothing was said."""
        feelings = self.query_one("#feelings", FeelingSliders)
        reading = Reading(
            self.query_one("#mood", MoodPicker).value,
            self.query_one("#energy", MoodPicker).value,
            feelings.value,
        )
        if feelings.sentence:
            feelings.focus_line()
            raise ValueError(_NO_ROOM)
        if not reading:
            raise ValueError("There is nothing to save yet; one digit for mood is enough.")
        return Felt(self._before.id, reading) if self._before else reading
