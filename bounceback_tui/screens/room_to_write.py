"""Whoever begins to write where a digit or a feeling is asked for loses nothing: the text takes it."""

from __future__ import annotations

from textual import events, on
from textual.widget import Widget
from textual.widgets import TextArea

from bounceback_tui.screens.form import Form
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.widgets.feeling_sliders import FeelingSlider, FeelingSliders
from bounceback_tui.widgets.fields import Writing
from bounceback_tui.widgets.mood_picker import MoodPicker

_MOVED = "That reads like what happened; it stands in the text below."


def letter_on_scale(event: events.Key, focused: Widget | None) -> str:
    """The letter that was typed on a scale, which has use for digits alone; empty for anything else."""
    letter = event.character if event.is_printable else None
    if not isinstance(focused, MoodPicker | FeelingSlider) or not letter or letter.isspace():
        return ""
    return "" if letter.isdigit() else letter


class RoomToWrite(Form):
    """A form with a text, `#text`, below how it feels."""

    def on_key(self, event: events.Key) -> None:
        """A letter on a scale begins the text, or goes on with it."""
        if letter := letter_on_scale(event, self.focused):
            event.stop()
            event.prevent_default()
            self._page.focus()
            self._page.go_on(letter, " ")

    @on(TextArea.Changed, "#text")
    def _tell_prompt(self) -> None:
        for prompt in self.query(Prompt):
            prompt.begun = bool(self._page.text.strip())

    def take_sentence(self) -> bool:
        """Put what was told among the feelings into the text, and say so; whether there was any."""
        told = [field for field in self.query(FeelingSliders) if field.sentence]
        for field in told:
            self._page.go_on(field.sentence)
            field.set_sentence("")
            self.say(_MOVED)
        return bool(told)

    @on(FeelingSliders.Told)
    def _take_told(self, event: FeelingSliders.Told) -> None:
        event.stop()
        if self.take_sentence() and event.follow:
            self._page.focus()

    @property
    def _page(self) -> Writing:
        return self.query_one("#text", Writing)
