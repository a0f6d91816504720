"""One entry to read, with everything that was said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import VisualType

from bounceback_tui.domain.application import STAGE_WORDS
from bounceback_tui.domain.checkin import CheckIn
from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.episode import SLIDERS, Attribution, Side
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.services.journal import Shown
from bounceback_tui.widgets.labelled import Labelled, labelled_lines
from bounceback_tui.widgets.list_keys import GoesToFirst
from bounceback_tui.widgets.marks import Marked, marked
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.pieces import Piece, Pieces, piece_of
from bounceback_tui.widgets.reader import parts_of, rendered
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.tag_colours import tags_line

_MUTED = "$foreground-muted"
_NO_COLOURS: Mapping[str, str] = {}
_SIDES = {
    Side.OUTSIDE: "Outside me",
    Side.CHANGEABLE: "I could change",
    Side.WENT_RIGHT: "Went right",
}


class EntryReader(GoesToFirst, Pieces, can_focus=True):
    """The entry under the cursor of a list: scrolled with the arrows, left with esc.

    However long it is, no more of its text is read as Markdown than somebody comes near.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left", "back", "to the list"),
        Binding("j", "turn(1)", "older", tooltip="Read the next older entry"),
        Binding("k", "turn(-1)", "newer", tooltip="Read the next newer entry"),
        Binding("end,G", "scroll_end", "last", show=False),
    ]

    FIRST_ACTION = "scroll_home"

    class Left(WidgetMessage):
        """Somebody wants to go back to the list."""

    class Turned(WidgetMessage):
        """Somebody wants to read another entry."""

        step: int
        """1 for the next older one, -1 for the next newer one."""

    def show(
        self,
        shown: Shown,
        now: Moment,
        marks: re.Pattern[str] | None = None,
        colours: Mapping[str, str] = _NO_COLOURS,
    ) -> None:
        """Show an entry from its beginning; what fits `marks` is marked, tags have their `colours`."""
        head = piece_of(marked(_head(shown, now, colours), marks))
        beside = (*_felt(shown.checkins, shown.forecast), *_other_side(shown))
        self.show_pieces([head, *_text(shown.item.entry.text, marks), _beside(beside)])

    def clear(self) -> None:
        """Show nothing."""
        self.show_pieces(())

    def action_back(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left(self))

    def action_turn(self, step: int) -> None:
        """Read another entry."""
        self.post_message(self.Turned(self, step))


def _text(text: str, marks: re.Pattern[str] | None) -> Iterator[Piece]:
    """The text in parts that are rendered when they are looked at."""

    def drawn(words: str, _width: int) -> VisualType:
        markdown = rendered(words, keep_lines=True)
        return Marked(markdown, marks) if marks else markdown

    for part in parts_of(text):
        yield Piece(partial(drawn, part.text), len(part.text), part.text.count("\n"), part.below)


def _beside(lines: Sequence[Labelled]) -> Piece:
    """What was said beside an entry."""
    return Piece(lambda width: Content("\n").join(labelled_lines(lines, width)), breaks=len(lines))


_TWICE = "≠ Changed on two machines; ^p, “Changed on two machines”, shows both."


def _head(shown: Shown, now: Moment, colours: Mapping[str, str]) -> Content:
    """Title, when, what it belongs to, tags."""
    item, entry = shown.item, shown.item.entry
    when = echo(entry.written_at, now)
    if shown.revisions:
        when += f" · {plural(len(shown.revisions), 'earlier version')} kept"
    stage = STAGE_WORDS[item.stage] if item.stage else ""
    parts = (item.company or "", item.role or "", stage, item.result or "")
    # an offer is a stage and a result at once, and is said once
    about = " · ".join(dict.fromkeys(one_line(part) for part in parts if part))
    lines = [
        safe_line(entry.title or "Without a title", style="bold"),
        Content.styled(when, _MUTED),
        *([safe_line(shown.damage, style="$text-warning")] if shown.damage else []),
        *([Content.styled(_TWICE, "$text-warning")] if item.twice else []),
        *([Content.styled("In the trash; r brings it back.", "$text-warning")] if entry.deleted else []),
        *([safe_line(about)] if about else []),
        *([tags_line(entry.tags, colours)] if entry.tags else []),
    ]
    return Content("\n").join(lines)


def _felt(checkins: tuple[CheckIn, ...], forecast: int | None) -> Iterator[Labelled]:
    """How it felt before, after and the next day, as far as it was told, and for how long that was feared."""
    if checkins or forecast is not None:
        yield "How it felt", Content("")
    for one in checkins:
        reading = one.reading
        pieces = [Content.assemble("mood ", mood_mark(reading.mood))] if reading.mood is not None else []
        pieces += [Content(f"energy {reading.energy}")] if reading.energy is not None else []
        feelings = " · ".join(f"{one_line(feeling.name)} {feeling.strength}" for feeling in reading.feelings)
        pieces += [safe(feelings)] if feelings else []
        yield str(one.relation).capitalize(), Content("  ").join(pieces)
    if forecast is not None:
        yield "Forecast", Content(f"you expected to feel like yourself in {plural(forecast, 'day')}")


def _other_side(shown: Shown) -> Iterator[Labelled]:
    """The lists of causes, and what the sliders say."""
    if shown.causes or shown.attribution:
        yield "The other side", Content("")
    for side, title in _SIDES.items():
        said = [cause.text for cause in shown.causes if cause.side is side]
        yield from zip([title] + [""] * len(said), map(safe_line, said), strict=False)
    if shown.attribution:
        yield "It looked like", Content(_leanings(shown.attribution))


def _leanings(attribution: Attribution) -> str:
    moved = ((getattr(attribution, name), ends) for name, ends in SLIDERS.items())
    return " · ".join(_between(value, *ends) for value, ends in moved if value is not None)


def _between(value: int, low: str, high: str) -> str:
    """Where a slider of 0–100 stands, in fifths: "them", "more them than me", "between me and them"."""
    words = (
        low,
        f"more {low} than {high}",
        f"between {low} and {high}",
        f"more {high} than {low}",
        high,
    )
    return words[min(value // 20, len(words) - 1)]
