"""What stands in the fields of a form, as plain values, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from bounceback_tui.domain.checkin import SCALE, STRENGTH, Feeling
from bounceback_tui.widgets.answer_list import AnswerList
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.feeling_sliders import FeelingSliders
from bounceback_tui.widgets.line_list import LineList
from bounceback_tui.widgets.many_choice import ManyChoice
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.quality_line import QualityLine
from bounceback_tui.widgets.slider import Slider
from bounceback_tui.widgets.when_field import WhenField

FIELDS = (
    *(Input, TextArea, Choice, ManyChoice, MoodPicker, Slider, FeelingSliders, LineList, AnswerList),
    QualityLine,
)
"""Everything somebody can fill in; those with an id are kept in drafts."""


def gather(screen: Screen[Any]) -> dict[str, Any]:
    """The value of every field by its id, in forms that JSON knows."""
    return {name: _read(field) for name, field in _fields(screen)}


def scatter(screen: Screen[Any], content: dict[str, Any]) -> None:
    """Put values back into the fields; what does not fit a field is passed over."""
    for name, field in _fields(screen):
        if name in content:
            _write(field, content[name])


def _fields(screen: Screen[Any]) -> Iterator[tuple[str, Widget]]:
    for field in screen.query("*"):
        if field.id and isinstance(field, FIELDS):
            yield field.id, field


def _read(field: Widget) -> Any:
    match field:
        case TextArea():
            return field.text
        case FeelingSliders():
            feelings = [[feeling.name, feeling.strength] for feeling in field.value]
            return [*feelings, field.no_feeling] if field.no_feeling else feelings
        case LineList() | ManyChoice():
            return list(field.value)
        case Input() if when := next((one for one in field.ancestors if isinstance(one, WhenField)), None):
            return when.lasting
        case Input() | Choice() | MoodPicker() | Slider() | AnswerList() | QualityLine():
            return field.value
    return None


def _write(field: Widget, value: Any) -> None:
    match field, value:
        case Input(), str():
            field.value = value
        case TextArea(), str():
            field.load_text(value)
            field.move_cursor(field.document.end)
        case Choice(), str() if value in field.options:
            field.value = value
        case Choice(), None if not field.required:
            field.value = None
        case MoodPicker(), int() if value in SCALE:
            field.value = value
        case Slider(), int() if value in STRENGTH:
            field.value = value
        case ((MoodPicker() | Slider()), None):
            field.value = None
        case QualityLine(), list():
            field.set_value(value)
        case LineList(), list():
            field.set_lines(str(line) for line in value)
        case AnswerList(), dict():
            field.set_answers(value)
        case ManyChoice(), list():
            field.set_ticked(str(name) for name in value)
        case FeelingSliders(), list():
            field.set_feelings(_feelings(value))
            field.set_sentence(next((one for one in value if isinstance(one, str)), ""))


def _feelings(value: list[Any]) -> tuple[Feeling, ...]:
    found = []
    for item in value:
        match item:
            case [str(name), int(strength)] if name.strip() and strength in STRENGTH:
                found.append(Feeling(name, strength))
    return tuple(found)
