"""Feelings in the person's own words, each with a strength."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from bounceback_tui.domain.checkin import SCALE, Feeling
from bounceback_tui.domain.feeling_words import meant
from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.feelings_typed import parse_feelings, tells_more, unclear
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.slider import MIDDLE, Slider, SliderShape

Back = Callable[[int], None]
"""Takes a digit that was meant for the scale from which somebody came."""


class FeelingLine(Line):
    """The field for names; where a word was nearly one that is known, that one is told beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "take_meant", "take the word that was meant", show=False),
        Binding("right", "cursor_right", show=False),
    ]

    class Taken(WidgetMessage):
        """The word that was meant shall stand in the place of the one that was typed."""

    meant: str = ""
    """What was meant, as it is told now; empty for nothing."""

    back: Back | None = None
    """Takes a digit while the field holds a single letter that was typed on a scale: digits were meant."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A digit that goes back to the scale moves the focus: keys behind it wait for that."""
        return not self._is_for_scale(character) and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Right behind a letter that came here by itself, a digit is what the letter was a slip of."""
        digit = event.character if self._is_for_scale(event.character) else None
        back, self.back = self.back, None
        if back and digit:
            event.stop()
            event.prevent_default()
            self.clear()
            back(int(digit))

    def _is_for_scale(self, character: str | None) -> bool:
        return bool(self.back) and len(self.value) == 1 and character in {str(one) for one in SCALE}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only at the end, where the key has no other use."""
        if action == "take_meant":
            return bool(self.meant) and self.cursor_at_end
        return super().check_action(action, parameters)

    def action_take_meant(self) -> None:
        """Ask for the word to be put in its place."""
        self.post_message(self.Taken(self))


class FeelingSlider(Slider):
    """The strength of one feeling."""

    OWN = True

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace,delete", "remove", "remove")]

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
    FeelingSliders > .field { height: 1; }
    FeelingSliders > .field > .label { width: 11; padding-left: 2; }
    FeelingSliders > .field > Line { width: 1fr; }
    FeelingSliders > .field > .feelings--meant {
        display: none; width: auto; padding-left: 2; color: $foreground-muted;
    }
    """

    class Changed(WidgetMessage):
        """A feeling came, went, or has another strength."""

        value: tuple[Feeling, ...]
        """All feelings, in the order in which they were named."""

    class Told(WidgetMessage):
        """What was typed as a feeling is a sentence, and stays there until somebody takes it."""

        follow: bool
        """Whether the focus shall go where the sentence goes."""

    class Unclear(WidgetMessage):
        """Somebody pressed enter on what is no feeling, and stays where it stands."""

        words: str
        """What to do about it, in a sentence."""

    def __init__(
        self,
        names: Iterable[str] = (),
        feelings: tuple[Feeling, ...] = (),
        *,
        example: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._names = tuple(one_line(name) for name in names)
        self._example = example or (self._names[0] if self._names else "a word")
        self._sliders = [FeelingSlider(feeling) for feeling in feelings]

    @property
    def value(self) -> tuple[Feeling, ...]:
        """The feelings named so far, with one that still stands in the field; never what is `no_feeling`."""
        typed = parse_feelings(self._typed) if not self.no_feeling else ()
        again = {one.name.casefold() for one in typed}
        named = [slider.feeling for slider in self._sliders]
        return (*(one for one in named if one.name.casefold() not in again), *typed)

    @property
    def sentence(self) -> str:
        """What stands in the field and is no feeling but tells what happened; empty for nothing."""
        typed = self._typed.strip()
        return typed if tells_more(typed, self._names) else ""

    @property
    def unclear(self) -> str:
        """What to do about a slip in the field, in a sentence; empty where there is none."""
        return "" if self.sentence else unclear(self._typed, self._names)

    @property
    def no_feeling(self) -> str:
        """What stands in the field and is none, whether a sentence or a slip."""
        return self._typed.strip() if self.unclear else self.sentence

    @property
    def _typed(self) -> str:
        return self.query_one(FeelingLine).value if self.children else ""

    def set_sentence(self, text: str) -> None:
        """Put something else into the field."""
        self.query_one(FeelingLine).value = text

    def suggest(self, example: str) -> None:
        """Show another feeling as an example."""
        self.query_one(FeelingLine).placeholder = _such_as(example)

    def focus_line(self) -> None:
        """Go to the field for names."""
        self.query_one(FeelingLine).focus()

    def go_on_typing(self, text: str, back: Back | None = None) -> None:
        """Take a letter that was typed where none belongs, or what was pasted there, which is one more.

        A digit right behind such a letter in an empty field goes `back`.
        """
        if not text:
            return
        line = self.query_one(FeelingLine)
        if len(text) > 1 and line.value.strip():
            line.value = f"{line.value.rstrip(', ')}, "
        self.focus_line()
        line.cursor_position = len(line.value)
        line.insert_text_at_cursor(text)
        line.back = back

    def set_feelings(self, feelings: Iterable[Feeling]) -> None:
        """Put others in their place, without a word about it."""
        before, self._sliders = self._sliders, [FeelingSlider(feeling) for feeling in feelings]
        if self.children:
            self.remove_children(before)
            self.mount_all(self._sliders)

    def compose(self) -> ComposeResult:
        """The field, and a slider for each feeling given."""
        with Horizontal(classes="field"):
            yield Static("Feelings", classes="label")
            yield FeelingLine(placeholder=_such_as(self._example), names=self._names)
            yield Static(classes="feelings--meant", markup=False)
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
        elif words := self.unclear:
            event.stop()
            self.post_message(self.Unclear(self, words))
        elif typed := parse_feelings(event.value):
            event.stop()  # an empty field has nothing to add: enter means something to the form then
            event.input.clear()
            for feeling in typed:
                self.add(feeling)
            self._tell_meant()

    @property
    def _slip(self) -> tuple[str, str]:
        """The word that stands last, in the field or else below it, and what was meant; or nothing."""
        line = self.query_one(FeelingLine)
        typed = () if self.no_feeling else parse_feelings(line.value)
        last = (typed or tuple(one.feeling for one in self._sliders[-1:]))[-1:]
        right = next((meant(one.name, self._names, done=not typed) for one in last), "")
        right = right if line.has_focus else ""
        return (last[0].name, right) if right else ("", "")

    def _tell_meant(self) -> None:
        """Beside the field, so that nothing moves; it is a word like any other if nobody takes the hint."""
        line = self.query_one(FeelingLine)
        line.meant = self._slip[1]
        key = "right" if is_plain(self) else "→"
        hint = self.query_one(".feelings--meant", Static)
        hint.display = bool(line.meant)
        hint.update(safe_line(f"{key} {line.meant}?"))

    @on(events.Click, ".feelings--meant")
    @on(FeelingLine.Taken)
    def _take_meant(self, event: FeelingLine.Taken | events.Click) -> None:
        event.stop()
        (slip, right), line = self._slip, self.query_one(FeelingLine)
        if line.value.strip():
            before, _, behind = line.value.rpartition(slip)
            line.value = f"{before}{right}{behind}"
            line.cursor_position = len(line.value)
        elif right:
            below = self._sliders[-1]
            self._take_away(below)
            self.add(Feeling(right, below.feeling.strength))
        self._tell_meant()

    @on(Input.Blurred)
    def _left(self) -> None:
        """Only where another field was gone to: the terminal may have gone to the background."""
        self._tell_meant()
        gone_to = self.screen.focused
        if self.sentence and gone_to:
            self.post_message(self.Told(self, follow=gone_to in self._sliders))

    @on(FeelingSlider.Removed)
    def _remove(self, event: FeelingSlider.Removed) -> None:
        event.stop()
        if event.widget.has_focus:
            self.screen.focus_previous()
        self._take_away(event.widget)
        self._tell()

    def _take_away(self, gone: Widget) -> None:
        self._sliders = [slider for slider in self._sliders if slider is not gone]
        gone.remove()

    @on(Slider.Changed)
    def _strength_changed(self, event: Slider.Changed) -> None:
        event.stop()
        self._tell()

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self._tell_meant()
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Changed(self, self.value))


def _such_as(example: str) -> str:
    return f"{example} 60, enter; then another"
