"""The box for words and filters; it completes the names of filters and what they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from bounceback_tui.domain.query import VALUES, Field, Name, tail
from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.line import Line
from bounceback_tui.widgets.message import WidgetMessage

Known = Callable[[Field], Iterable[str]]
"""Names in use that a filter may take, such as companies."""

_ENOUGH = 2  # letters of a word before it is completed to the name of a filter


class SearchBox(Line):
    """A line whose every letter searches. Its messages are Input.Changed and `Left`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,down",
            "leave",
            "to the list",
            key_display="enter",
            tooltip="From the search to what was found",
        ),
        Binding("escape", "step_back", "clear", tooltip="Empty the search box, or leave it"),
    ]

    class Left(WidgetMessage):
        """Somebody wants to look at what was found."""

    def __init__(self, known: Known, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self.suggester = FilterSuggester(known)

    def action_leave(self) -> None:
        """Go to what was found."""
        self.post_message(self.Left(self))

    def action_step_back(self) -> None:
        """Empty the box; from an empty one, go to the list."""
        if self.value:
            self.value = ""
        else:
            self.action_leave()


class FilterSuggester(Suggester):
    """Completes "com" to "company:" and "stage:fi" to "stage:final"."""

    def __init__(self, known: Known) -> None:
        # nothing is kept, since names come and go, and case matters to the completion
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The text with its last word completed; None where nothing fits, or it is whole already."""
        end = tail(value)
        for one in self._candidates(end.field, end.value):
            whole = value[: end.start] + one
            if len(whole) > len(value) and whole.casefold().startswith(value.casefold()):
                return whole
        return None

    def _candidates(self, field: Field | None, typed: str) -> Iterable[str]:
        if field is None:
            return (f"{one}:" for one in Field) if len(typed) >= _ENOUGH else ()
        if field is Field.IS:
            return ("deleted",)
        if field in VALUES:
            return (value.replace(" ", "-") for value in VALUES[field])
        return (str(Name(one_line(name))) for name in self._known(field)) if typed else ()
