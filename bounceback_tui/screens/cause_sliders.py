"""Three sliders for where the cause seems to lie, in the forms that ask for it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.dom import DOMNode

from bounceback_tui.domain.episode import NOT_ATTRIBUTED, SLIDERS, Attribution
from bounceback_tui.widgets.slider import Slider


def cause_sliders(said: Attribution = NOT_ATTRIBUTED) -> ComposeResult:
    """The sliders, each where it was left; their ids are the names that they have in an `Attribution`."""
    for place, (name, words) in enumerate(SLIDERS.items()):
        yield Slider("" if place else "Cause", words, getattr(said, name), id=name)


def attribution_in(form: DOMNode) -> Attribution:
    """Where the sliders of a form stand."""
    return Attribution(**{name: form.query_one(f"#{name}", Slider).value for name in SLIDERS})
