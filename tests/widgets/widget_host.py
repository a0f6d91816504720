"""An app around one widget, as the real one sets it up, which remembers what the widget says."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button

from bounceback_tui.widgets.feeling_sliders import FeelingSliders
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.palette import mood_variables
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.slider import Slider


class Host(App[None]):
    """The widgets in a column, with pages on the keys 1–5, and a button to move the focus to."""

    BINDINGS = [Binding(str(page), f"page({page})", "page") for page in range(1, 6)] + [
        Binding("x", "page(0)", "another key")
    ]

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets = widgets
        self.said: list[Message] = []
        self.pages: list[int] = []
        self.opened: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return mood_variables(self.current_theme.dark)

    def compose(self) -> ComposeResult:
        yield from self.widgets
        yield Button("after", id="after")

    def action_page(self, page: int) -> None:
        self.pages.append(page)

    def on_mood_picker_chosen(self, message: MoodPicker.Chosen) -> None:
        self.said.append(message)

    def on_slider_changed(self, message: Slider.Changed) -> None:
        self.said.append(message)

    def on_feeling_sliders_changed(self, message: FeelingSliders.Changed) -> None:
        self.said.append(message)

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        self.said.append(message)

    def on_rows_selected(self, message: Rows.Selected) -> None:
        self.said.append(message)

    def on_picture_opened(self, message: Picture.Opened) -> None:
        self.opened.append(message.index)

    @property
    def values(self) -> list[object]:
        """What the pickers and sliders said, in order."""
        return [message.value for message in self.said if hasattr(message, "value")]


def strips(app: App[None]) -> list[Strip]:
    """The screen as it is sent to the terminal, line by line."""
    return app.screen._compositor.render_strips()


def screen_text(app: App[None]) -> str:
    """What somebody reads on the screen."""
    return "\n".join(strip.text.rstrip() for strip in strips(app))


def line_with(app: App[None], words: str) -> str:
    """The first line of the screen with these words in it."""
    return next(line for line in screen_text(app).splitlines() if words in line)
