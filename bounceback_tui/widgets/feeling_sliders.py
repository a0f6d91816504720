"""Feelings in the person's own words, each with a strength."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label

from bounceback_tui.domain.checkin import STRENGTH, Feeling
from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.slider import MIDDLE, Slider, SliderShape

_WORDS, _LETTERS = 3, 30
"""The longest that a feeling without a number is; whatever is longer tells what happened."""

_NUMBERED_WORDS = 6
"""The same for one with a number."""

_STOP = re.compile(r"\S\s+\S.*[.!?…]|[.!?…]\s+\S")
"""What ends a sentence, unless it stands behind a single word."""

_TYPED = re.compile(r"(?P<name>.*?\S)\s*[\s:=]\s*(?P<strength>\d{1,9})\s*%?")


def parse_feeling(text: str) -> Feeling | None:
    """The feeling in "shame 60", "shame=60 %" or "shame" (then of middling strength); None for no words.

    Strengths over 100 become 100.
    """
    line = one_line(text)
    if not line:
        return None
    if typed := _TYPED.fullmatch(line):
        return Feeling(typed["name"], min(int(typed["strength"]), STRENGTH.stop - 1))
    return Feeling(line, MIDDLE)


def parse_feelings(text: str) -> tuple[Feeling, ...]:
    """The feelings in "shame 60, anger 20", parted by commas or semicolons."""
    found = (parse_feeling(part) for part in re.split("[,;]", text))
    return tuple(feeling for feeling in found if feeling)


def tells_more(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a line of feelings is a sentence: "they went with somebody else" is no feeling.

    `known` feelings are some however long they are.
    """
    names = {name.casefold() for name in known}
    return any(
        _is_sentence(part) for part in re.split("[,;]", text) if one_line(part).casefold() not in names
    )


def _is_sentence(line: str) -> bool:
    if typed := _TYPED.fullmatch(line):
        return len(typed["name"].split()) > _NUMBERED_WORDS
    return len(line.split()) > _WORDS or len(line) > _LETTERS or bool(_STOP.search(line))


class FeelingSlider(Slider):
    """The strength of one feeling."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace,delete", "remove", "remove")]

    @dataclass
    class Removed(WidgetMessage):
        """The feeling shall go."""

    def __init__(self, feeling: Feeling) -> None:
        super().__init__(feeling.name, value=feeling.strength, shape=SliderShape(label=16, word=0))

    @property
    def feeling(self) -> Feeling:
        """The feeling with its present strength."""
        return Feeling(self.label, MIDDLE if self.value is None else self.value)

    def action_remove(self) -> None:
        """Ask to be taken away."""
        self.post_message(self.Removed(self))


class FeelingSliders(Widget):
    """A field to name feelings in, and a slider for each. "shame 60" and enter adds one."""

    DEFAULT_CSS = """
    FeelingSliders { height: auto; }
    FeelingSliders Horizontal { height: 1; }
    FeelingSliders Label { padding: 0 1 0 2; }
    FeelingSliders Line { width: 1fr; }
    """

    @dataclass
    class Changed(WidgetMessage):
        """A feeling came, went, or has another strength."""

        value: tuple[Feeling, ...]
        """All feelings, in the order in which they were named."""

    @dataclass
    class Told(WidgetMessage):
        """What was typed as a feeling is a sentence, and stays there until somebody takes it."""

        follow: bool
        """Whether the focus shall go where the sentence goes."""

    def __init__(
        self,
        names: Iterable[str] = (),
        feelings: tuple[Feeling, ...] = (),
        *,
        label: str = "Feelings",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._names = tuple(one_line(name) for name in names)
        self._sliders = [FeelingSlider(feeling) for feeling in feelings]
        self._label = label

    @property
    def value(self) -> tuple[Feeling, ...]:
        """The feelings named so far, with one that still stands in the field; never its `sentence`."""
        typed = parse_feelings(self.query_one(Line).value) if self.children and not self.sentence else ()
        again = {one.name.casefold() for one in typed}
        named = [slider.feeling for slider in self._sliders]
        return (*(one for one in named if one.name.casefold() not in again), *typed)

    @property
    def sentence(self) -> str:
        """What stands in the field and is no feeling but tells what happened; empty for nothing."""
        typed = self.query_one(Line).value.strip() if self.children else ""
        return typed if tells_more(typed, self._names) else ""

    def set_sentence(self, text: str) -> None:
        """Put something else into the field."""
        self.query_one(Line).value = text

    def focus_line(self) -> None:
        """Go to the field for names."""
        self.query_one(Line).focus()

    def go_on_typing(self, letter: str) -> None:
        """Take a letter that was typed where none belongs."""
        self.focus_line()
        self.query_one(Line).insert_text_at_cursor(letter)

    def set_feelings(self, feelings: Iterable[Feeling]) -> None:
        """Put others in their place, without a word about it."""
        before, self._sliders = self._sliders, [FeelingSlider(feeling) for feeling in feelings]
        if self.children:
            self.remove_children(before)
            self.mount_all(self._sliders)

    def compose(self) -> ComposeResult:
        """The field, and a slider for each feeling given."""
        example = self._names[0] if self._names else "a word"
        with Horizontal():
            yield Label(safe_line(self._label))
            yield Line(
                placeholder=f"{example} 60, enter; then another",
                names=self._names,
            )
        yield from self._sliders

    def add(self, feeling: Feeling) -> None:
        """Add a feeling, or set its strength where it is there already (whatever the case)."""
        for slider in self._sliders:
            if slider.label.casefold() == feeling.name.casefold():
                slider.move_to(feeling.strength)
                return
        self._sliders.append(FeelingSlider(feeling))
        self.mount(self._sliders[-1])
        self._tell()

    @on(Input.Submitted)
    def _add_typed(self, event: Input.Submitted) -> None:
        if self.sentence:
            event.stop()
            self.post_message(self.Told(self, follow=True))
        elif typed := parse_feelings(event.value):
            event.stop()  # an empty field has nothing to add: enter means something to the form then
            event.input.clear()
            for feeling in typed:
                self.add(feeling)

    @on(Input.Blurred)
    def _left(self) -> None:
        """Only where another field was gone to: the terminal may have gone to the background."""
        gone_to = self.screen.focused
        if self.sentence and gone_to:
            self.post_message(self.Told(self, follow=gone_to in self._sliders))

    @on(FeelingSlider.Removed)
    def _remove(self, event: FeelingSlider.Removed) -> None:
        event.stop()
        if event.widget.has_focus:
            self.screen.focus_previous()
        self._sliders = [slider for slider in self._sliders if slider is not event.widget]
        event.widget.remove()
        self._tell()

    @on(Slider.Changed)
    def _strength_changed(self, event: Slider.Changed) -> None:
        event.stop()
        self._tell()

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Changed(self, self.value))
