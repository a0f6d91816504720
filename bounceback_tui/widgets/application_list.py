"""Applications as a list: open ones stand out, ended ones step back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.application import STAGE_WORDS, Application
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.services.roll import Roll
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.roll_rows import RollRows
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.stage_ladder import LADDER_CELLS, ladder

_MUTED = "$foreground-muted"
_GAP = 2
_NAME_CELLS = 24  # what a name keeps at least, before columns are left out


class ApplicationList(RollRows[Application]):
    """One line each in columns, as many as there is room for; with `row_height` 2 a name and a line below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "its entries", tooltip="What you wrote about this application"),
        Binding("right", "look", "its log", tooltip="Scroll through what happened to it"),
    ]

    @dataclass
    class Looked(WidgetMessage):
        """Somebody wants to read all of the one under the cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._today = date.min

    @property
    def application(self) -> Application | None:
        """The one under the cursor; None in an empty list, and where it cannot be read."""
        return self.thing_at(self.cursor)

    def show_applications(
        self, applications: Roll[str, Application], today: date, key: str = "", empty: Content | None = None
    ) -> None:
        """Show these, with the cursor on the one with this key, else where it was."""
        self._roll, self._today = applications, today
        place = applications.place_of(key)
        self.set_rows(applications.known, cursor=self.cursor if place is None else place, empty=empty)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open only where there are rows."""
        return action not in ("select", "look") or self.count > 0

    def action_look(self) -> None:
        """Read all of the one under the cursor."""
        self.post_message(self.Looked(self))

    def turn_to(self, key: str) -> None:
        """Put the cursor on an application."""
        place = self._roll.place_of(key) if self._roll else None
        if place is not None:
            self.cursor = place

    def draw_thing(self, one: Application, width: int) -> Content:
        """An application: how far it came, where it stands, and since when."""
        style = _MUTED if one.status.ended else ""
        drawn = ladder(one.stage_reached, style or "$text-primary")
        status = Content.styled(str(one.status), style or "$text-accent")
        if self.row_height > 1:
            name = safe_line(name_of(one), max(width - status.cell_length - _GAP, 0), style or "bold")
            beside = " · ".join(
                part
                for part in (STAGE_WORDS[one.stage_reached], since(one, self._today), one.source or "")
                if part
            )
            gap = " " * (width - name.cell_length - status.cell_length)
            return Content.assemble(name, gap, status, "\n", drawn, "  ", safe_line(beside, style=_MUTED))
        return self._columns(one, width, drawn, status, style)

    def _columns(self, one: Application, width: int, drawn: Content, status: Content, style: str) -> Content:
        """A line in columns; those that matter less are left out first, whatever the row says."""
        columns = [  # rank of what may be left out, cells, what stands in it
            (0, LADDER_CELLS, drawn),
            (3, 12, Content.styled(STAGE_WORDS[one.stage_reached], style)),
            (1, 9, status),
            (2, 9, Content.styled(since(one, self._today), _MUTED)),
            (4, 12, Content.styled(str(one.source or ""), _MUTED)),
        ]
        room = width - _NAME_CELLS
        kept = []
        for rank, cells, _ in sorted(columns, key=lambda column: column[0]):
            if cells + _GAP > room:
                break
            room -= cells + _GAP
            kept.append(rank)
        name_cells = _NAME_CELLS + room
        name = safe_line(name_of(one), name_cells, style)
        line = name.pad_right(name_cells - name.cell_length)
        for rank, cells, content in columns:
            if rank in kept:
                line += Content(" " * _GAP) + content.pad_right(max(cells - content.cell_length, 0))
        return line


def name_of(application: Application) -> str:
    """ "Acme · Data engineer"; what is not known is left out."""
    names = (one_line(application.company) or "A company", one_line(application.role))
    return " · ".join(name for name in names if name)


def since(application: Application, today: date) -> str:
    """How long ago the last thing happened: "today", "12 days"; empty without any."""
    if not application.events:
        return ""
    days = (today - application.events[-1].at.local_date).days
    if days == 0:
        return "today"
    return plural(days, "day") if days > 0 else f"in {plural(-days, 'day')}"
