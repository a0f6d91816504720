"""A look back over the whole search, on one screen: facts in plain words, and no score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from bounceback_tui.domain.application import STAGE_WORDS
from bounceback_tui.domain.look_back import LookBack
from bounceback_tui.domain.text import cut, plural
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.screens.words import full_day, number
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.stage_ladder import ladder

_MUTED = "$foreground-muted"
_NAME = 40
"""Characters of a name within a line."""
_MONTH = 30.44
"""Days."""
_STRENGTHS = 4
"""Most strengths that are told."""


class LookBackWindow(ModalScreen[str | None]):
    """Made of the journal anew whenever something in it is taken back."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "#look-back-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q,enter", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "", greeting: str = "") -> None:
        """`subject` means nothing here; `greeting` is said first. Raises CannotDo without an application."""
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._greeting = greeting
        self._back = workspace.search_over.look_back()

    def compose(self) -> ComposeResult:
        """The heading, what it came to, the keys."""
        with Container(classes="list-window"):
            yield Static(Content.styled("Look back over the search", "bold $text-accent"))
            with Column(id="look-back-column", can_focus=True):
                yield Static(self._told(), id="look-back", markup=False)
        yield KeyBar()

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and look again; without any application there is nothing to look back on."""
        await self.app.run_action(action)
        back = attempt(self, self.workspace.search_over.look_back)
        if back is None:
            self.dismiss()
            return
        self._back = back
        self.query_one("#look-back", Static).update(self._told())

    def _told(self) -> Content:
        greeting = [safe(self._greeting), Content("")] if self._greeting else []
        return Content("\n").join([*greeting, *told(self._back, plain=is_plain(self))])


def told(back: LookBack, *, plain: bool = False) -> Iterator[Content]:
    """What a search came to, line by line; what there was none of is left out."""
    yield safe(_span(back), "bold")
    yield Content("")
    yield safe(f"{_capital(plural_words(back.applications, 'application'))}. This is how far they got:")
    for stage, count in back.reached:
        yield Content.assemble("  ", ladder(stage, plain=plain), f"  {STAGE_WORDS[stage]:<12}", f"{count:>4}")
    ends = [
        words.format(count)
        for count, words in (
            (back.rejected, "{} ended with a no"),
            (back.silent, "{} went silent"),
            (back.withdrew, "you withdrew {}"),
            (back.open, f"{{}} {'is' if back.open == 1 else 'are'} still open"),
        )
        if count
    ]
    yield Content("")
    if ends:
        yield safe(f"{_capital(', '.join(ends))}.")
    if back.asked:
        answers = f"{number(back.answered)} answered" if back.answered else "no answer came"
        yield safe(f"You asked for feedback {_times(back.asked)}; {answers}.")
    yield from _strengths(back)
    if back.usual_days is not None:
        after = "a no or a silence" if back.silent else "a no"
        yield safe(f"After {after} you usually felt like yourself again in about {_days(back.usual_days)}.")
    if back.entries:
        yield safe(f"You wrote {plural(back.entries, 'entry', 'entries')} along the way.")
    if back.is_over:
        yield Content("")
        yield safe("All of this led here. Take your time before the new thing begins.", _MUTED)


def _strengths(back: LookBack) -> Iterator[Content]:
    if not back.strengths:
        return
    parts = [
        f"{cut(words, _NAME)} ({', '.join(cut(one, _NAME) for one in companies[:3])}"
        f"{', …' if len(companies) > 3 else ''})"
        for words, companies in back.strengths[:_STRENGTHS]
    ]
    more = len(back.strengths) - _STRENGTHS
    parts += [f"and {number(more)} more"] if more > 0 else []
    yield safe(f"What two or more employers said you are good at: {'; '.join(parts)}.")


def _span(back: LookBack) -> str:
    """ "From Mon 2 Mar 2026 to Mon 23 Nov 2026, when you said yes to Acme: about nine months."."""
    end = full_day(back.last) if back.is_over else "today"
    company = cut(back.accepted, _NAME)
    yes = f", when you said yes to {company or 'the offer'}" if back.is_over else ""
    return f"From {full_day(back.first)} to {end}{yes}: {span_words(back.first, back.last)}."


def span_words(first: date, last: date) -> str:
    """ "about nine months": the time between two days, roughly; the first day counts."""
    days = max((last - first).days, 0)
    if days < 14:
        return plural_words(days + 1, "day")
    if days < 2 * _MONTH:
        return f"about {plural_words(round(days / 7), 'week')}"
    if days < 24 * _MONTH:
        return f"about {plural_words(round(days / _MONTH), 'month')}"
    return f"about {plural_words(round(days / _MONTH / 12), 'year')}"


def plural_words(count: int, one: str) -> str:
    """ "nine months", "one day", "14 applications"."""
    return f"{number(count)} {one if count == 1 else one + 's'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def _days(count: int) -> str:
    return plural_words(count, "day")
