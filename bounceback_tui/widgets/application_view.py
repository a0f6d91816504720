"""One application with everything that happened to it and belongs to it, each of which can be acted upon."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import VisualType

from bounceback_tui.domain.silence import UsualWait
from bounceback_tui.services.logs import Detail
from bounceback_tui.widgets.application_parts import MARGIN, Drawn, On, Spot, lines_of, notes_of
from bounceback_tui.widgets.drawing import FOCUS_MARK, padded
from bounceback_tui.widgets.key_bar import RARELY, SELDOM
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.pieces import Piece, Pieces
from bounceback_tui.widgets.plain_marks import is_plain

_CURSOR = "$block-cursor-foreground on $block-cursor-background"


class Wish(StrEnum):
    """What somebody wants to do with it."""

    CHANGE = "change"
    DELETE = "delete"
    OPEN = "open"
    OPEN_DOCUMENT = "open document"
    ADD_PERSON = "add person"


class ApplicationView(GoesToFirst, Pieces, can_focus=True):
    """Its log, people, entries, and what is known of it; with the focus, a cursor goes over all that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left", "back", "to the list"),
        *list_keys(),
        Binding("enter", "wish('open')", "open", tooltip="Read the entry, or open the link"),
        Binding("e", "wish('change')", "change", tooltip="Change what the cursor is on"),
        Binding("d", "wish('delete')", "delete", group=RARELY, tooltip="Put it into the trash"),
        Binding("p", "wish('add person')", "somebody you met", group=SELDOM, tooltip="Add somebody you met"),
        Binding("o", "wish('open document')", "open what was sent", tooltip="Open the CV or letter"),
    ]

    class Left(WidgetMessage):
        """Somebody wants to go back to the list."""

    class Wished(WidgetMessage):
        """Somebody wants to do something with what the cursor is on."""

        wish: Wish
        """What."""
        spot: Spot
        """With what."""
        detail: Detail
        """The application that it belongs to."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._detail: Detail | None = None
        self._spots: list[tuple[Spot, int]] = []
        self._cursor = 0

    @property
    def spot(self) -> Spot | None:
        """What the cursor is on; None where nothing is shown."""
        return self._spots[self._cursor][0] if self._spots else None

    def show(self, detail: Detail | None, today: date, usual: UsualWait | None = None) -> None:
        """Show an application from its beginning, or as it is now where it is shown; None for none.

        Its silence is set against what is usual, once that is known.
        """
        same = detail and self._detail and detail.application.id == self._detail.application.id
        before, top = self.spot, self.scroll_y
        self._detail = detail
        lines = list(lines_of(detail, today, usual or UsualWait(), plain=is_plain(self))) if detail else []
        self._spots = [(spot, place) for place, (spot, _, _) in enumerate(lines) if spot]
        self._cursor = self._place_of(before) if same and before else 0
        pieces = [
            Piece(partial(self._draw_line, place, drawn), breaks=1, below=below)
            for place, (_, drawn, below) in enumerate(lines)
        ]
        self.show_pieces([*pieces, *notes_of(detail.application.notes if detail else "")])
        if same:
            self.scroll_to(y=top, force=True)
            self._to_cursor()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what the cursor is on."""
        if action != "wish":
            return True
        spot, detail = self.spot, self._detail
        if not spot or not detail:
            return False
        match parameters[0]:
            case Wish.DELETE:
                return spot.what in (On.APPLICATION, On.EVENT, On.PERSON)
            case Wish.OPEN:
                told = spot.what is On.EVENT and detail.telling(spot.key) is not None
                return told or spot.what in (On.ENTRY, On.LINK, On.DOCUMENT)
            case Wish.OPEN_DOCUMENT:
                return bool(detail.application.document.strip())
        return True

    def action_back(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left(self))

    def action_wish(self, wish: str) -> None:
        """Tell what somebody wants."""
        if self.spot and self._detail:
            self.post_message(self.Wished(self, Wish(wish), self.spot, self._detail))

    def action_move(self, step: int) -> None:
        """Go to what stands above or below; what cannot be acted upon is scrolled by."""
        away = bool(self._spots) and not self.is_in_sight(self._spots[self._cursor][1])
        at_end = not 0 <= self._cursor + step < len(self._spots)
        if away or at_end:
            self.scroll_to(y=self.scroll_y + step)
        else:
            self._go(self._cursor + step)

    def action_first(self) -> None:
        """Go to the beginning."""
        self._go(0)
        self.scroll_to(y=0)

    def action_last(self) -> None:
        """Go to the end."""
        self._go(len(self._spots) - 1)
        self.scroll_to(y=self.max_scroll_y)

    def on_focus(self) -> None:
        """The cursor is seen while keys come here."""
        self._draw_cursor()

    def on_blur(self) -> None:
        """And only then."""
        self._draw_cursor()

    def on_click(self, event: events.Click) -> None:
        """Go to what is under the pointer; a second time opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        piece = self.piece_at(offset.y + self.scroll_offset.y)
        cursor = next((number for number, (_, place) in enumerate(self._spots) if place == piece), None)
        if cursor is None:
            return
        if cursor == self._cursor and self.check_action("wish", (Wish.OPEN,)):
            self.action_wish(Wish.OPEN)
        self._go(cursor)

    def _place_of(self, before: Spot) -> int:
        """Where the cursor is once other things are shown: where it was, else on what came next, or before.

        It stays among things of one sort as long as there are any.
        """
        spots = [spot for spot, _ in self._spots]
        if before in spots:
            return spots.index(before)
        near = (self._cursor, self._cursor - 1)
        alike = (place for place in near if 0 <= place < len(spots) and spots[place].what is before.what)
        return next(alike, max(min(self._cursor, len(spots) - 1), 0))

    def _go(self, cursor: int) -> None:
        self._draw_cursor()
        self._cursor = max(cursor, 0)
        self._draw_cursor()
        self._to_cursor()
        self.refresh_bindings()

    def _draw_cursor(self) -> None:
        if self._spots:
            self.draw_again(self._spots[self._cursor][1])

    def _to_cursor(self) -> None:
        if self._spots and self.has_focus:
            # the heading above the first of its kind belongs to it
            place = self._spots[self._cursor][1]
            self.bring_into_sight(max(place - 1, 0))
            self.bring_into_sight(place)

    def _draw_line(self, place: int, drawn: Drawn, width: int) -> VisualType:
        """A line behind a margin for the cursor, under which it has one colour."""
        room = max(width - MARGIN, 1)
        lines = [part for line in drawn(room).split("\n", allow_blank=True) for part in line.wrap(room)]
        is_under = self.has_focus and bool(self._spots) and self._spots[self._cursor][1] == place
        if is_under:
            lines = [_under_cursor(line, room) for line in lines]
        heads = [FOCUS_MARK if is_under else " " * MARGIN, *([" " * MARGIN] * len(lines))]
        return Content("\n").join(
            Content.styled(head, "$accent") + line for head, line in zip(heads, lines, strict=False)
        )


def _under_cursor(line: Content, room: int) -> Content:
    """A line in the one colour that is sure to be readable there, to its end."""
    return padded(Content(line.plain), room).stylize(_CURSOR)
