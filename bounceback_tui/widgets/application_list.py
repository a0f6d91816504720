"""Applications as a list: open ones stand out, ended ones step back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.application import STAGE_WORDS, Application, of_job
from bounceback_tui.domain.meeting import due_of
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.silence import UsualWait, days_silent, next_told
from bounceback_tui.domain.text import cut, plural
from bounceback_tui.services.roll import Roll
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.key_bar import RARELY
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.roll_rows import RollRows
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.stage_ladder import LADDER_CELLS, ladder

LONGER = " ›"
"""Behind days of silence: it is longer than usual. Words say so for the one under the cursor."""

_MUTED = "$foreground-muted"
_GAP = 2
_NAME_CELLS = 24  # what a name keeps at least, before columns are left out
_SILENT_CELLS = 10
_NEXT_CELLS = 18
_NARROW = 66  # cells with fewer of which what is due gets no more room than how long it is silent
_BETWEEN = " · "
_APART = 90  # cells from which on what is due and how long it is silent have a column each


class ApplicationList(RollRows[Application]):
    """One line each in columns, as many as there is room for; with `row_height` 2 a name and a line below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "entries", tooltip="What you wrote about this application"),
        Binding("right", "look", "its log", group=RARELY, tooltip="Scroll through what happened to it"),
        Binding(
            "d",
            "delete",
            "delete",
            group=RARELY,
            tooltip="Put this application into the trash, at the second press",
        ),
    ]

    class Looked(WidgetMessage):
        """Somebody wants to read all of the one under the cursor."""

    class Unwanted(WidgetMessage):
        """Somebody wants to be rid of the one under the cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None
        self._usual = UsualWait()

    @property
    def application(self) -> Application | None:
        """The one under the cursor; None in an empty list, and where it cannot be read."""
        return self.thing_at(self.cursor)

    def show_applications(
        self, applications: Roll[str, Application], now: Moment, key: str = "", empty: Content | None = None
    ) -> None:
        """Show these as of now, with the cursor on the one with this key, else where it was."""
        as_before = applications is self._roll and self.count == applications.known > 0
        place = applications.place_of(key)
        at = self.cursor if place is None else place
        # what is due goes by the time of day as well
        soon = now == self._now or (now.local_date == self._today and not self._is_anything_due)
        self._roll, self._now = applications, now
        if as_before and at == self.cursor and soon:
            self.post_message(self.Highlighted(self, at))  # all is there, and drawn
        else:
            self.set_rows(applications.known, cursor=at, empty=empty)

    def show_usual(self, usual: UsualWait) -> None:
        """Set the days of silence against these replies; nothing moves."""
        if usual != self._usual:
            self._usual = usual
            self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to open only where there are rows."""
        return action not in ("select", "look", "delete") or self.count > 0

    def action_look(self) -> None:
        """Read all of the one under the cursor."""
        self.post_message(self.Looked(self))

    def action_delete(self) -> None:
        """Be rid of the one under the cursor."""
        self.post_message(self.Unwanted(self))

    def turn_to(self, key: str) -> bool:
        """Put the cursor on an application; whether it is in the list."""
        place = self._roll.place_of(key) if self._roll else None
        if place is not None:
            self.cursor = place
        return place is not None

    def draw_thing(self, one: Application, width: int) -> Content:
        """An application: how far it came, where it stands, for how long it is silent, and what is next."""
        style = _MUTED if one.status.ended else ""
        drawn = ladder(one.stage_reached, style or "$text-accent", plain=is_plain(self))
        status = Content.styled(str(one.status), style or "$text-accent")
        if self.row_height > 1:
            width -= 1  # a status at the right does not touch the bar that shows how far one is
            name = safe_line(name_of(one), max(width - status.cell_length - _GAP, 0), style or "bold")
            below = safe_line(self._below(one, width - LADDER_CELLS - _GAP), style=_MUTED)
            gap = " " * (width - name.cell_length - status.cell_length)
            return Content.assemble(name, gap, status, "\n", drawn, " " * _GAP, below)
        return self._columns(one, width, drawn, status, style)

    def _columns(self, one: Application, width: int, drawn: Content, status: Content, style: str) -> Content:
        """A line in columns; those that matter less are left out first, whatever the row says."""
        coming = self._coming(one)
        due = self._is_anything_due
        silent, silent_cells = Content.styled(self._silent(one), _MUTED), _SILENT_CELLS
        if due and width < _APART:  # one column for both, since hardly any has both
            silent_cells = _NEXT_CELLS if width >= _NARROW else _SILENT_CELLS
            silent = safe_line(coming, silent_cells) if coming else silent
        columns = [  # rank of what may be left out, cells, what stands in it
            (0, LADDER_CELLS, drawn),
            (4, 12, Content.styled(STAGE_WORDS[one.stage_reached], style)),
            (1, silent_cells, silent),
            (2, 9, status),
            (5, 12, Content.styled(str(one.source or ""), _MUTED)),
        ]
        if due and width >= _APART:
            columns.insert(3, (3, _NEXT_CELLS, safe_line(coming, _NEXT_CELLS)))
        room = width - _NAME_CELLS
        kept = []
        for rank, cells, _ in sorted(columns, key=lambda column: column[0]):
            if cells + _GAP > room:
                break
            room -= cells + _GAP
            kept.append(rank)
        name_cells = _NAME_CELLS + room
        name = safe_line(name_of(one), name_cells, style)
        line = padded(name, name_cells)
        for rank, cells, content in columns:
            if rank in kept:
                line += Content(" " * _GAP) + padded(content, cells)
        return line

    def _below(self, one: Application, room: int) -> str:
        """The line below a name: of all there is to say what matters most, as far as there is room."""
        silent = self._silent(one)
        coming = cut(self._coming(one), max(room - len(silent) - len(_BETWEEN), _SILENT_CELLS))
        said: dict[int, str] = {}
        for place, words in (  # where it stands in the line; the first matters most
            (1, silent),
            (2, coming),
            (1, self._silent_and_usual(one)),
            (0, STAGE_WORDS[one.stage_reached]),
            (3, str(one.source or "")),
        ):
            longer = said | {place: words} if words else said
            if Content(_BETWEEN.join(longer.values())).cell_length <= room:
                said = longer
        return _BETWEEN.join(said[place] for place in sorted(said))

    def _silent(self, one: Application) -> str:
        """ "23 days", with a quiet sign where that is longer than usual."""
        days = days_silent(one, self._today)
        if days is None and self._coming(one):
            return ""  # what lies ahead is told as such
        return since(one, self._today) + LONGER * (days is not None and self._usual.is_long(days))

    def _silent_and_usual(self, one: Application) -> str:
        """ "9 days, usually 11", "23 days › usually 11"; empty where nothing is silent or usual."""
        days = days_silent(one, self._today)
        if self._usual.median is None or days is None:
            return ""
        return beside_usual(since(one, self._today), days, self._usual)

    def _coming(self, one: Application) -> str:
        """ "Thu: call HR"; empty where nothing is due."""
        return next_told(one, self._now) if self._now else ""

    @property
    def _today(self) -> date:
        return self._now.local_date if self._now else date.min

    @property
    def _is_anything_due(self) -> bool:
        """Whether any of them has something due: those come first."""
        for place in range(self.count):
            one = self.thing_at(place)
            return one is not None and self._now is not None and due_of(one, self._now) is not None
        return False


def name_of(application: Application) -> str:
    """ "Acme · Data engineer"; what is not known is left out."""
    return of_job(application.company, application.role)


def names_of(applications: Iterable[Application]) -> dict[str, str]:
    """What each is called where one of them is chosen, by its key."""
    return {one.id: name_of(one) for one in applications}


def beside_usual(silent: str, days: int, usual: UsualWait) -> str:
    """Days of silence in words, set against one's own usual where that is known: "9 days, usually 11"."""
    longer = LONGER if usual.is_long(days) else ""
    if usual.median is None:
        return silent + longer
    return f"{silent}{longer or ','} usually {usual.median}"


def since(application: Application, today: date) -> str:
    """How long ago the last thing happened: "today", "12 days"; empty without any."""
    if not application.events:
        return ""
    days = (today - application.events[-1].at.local_date).days
    if days == 0:
        return "today"
    return plural(days, "day") if days > 0 else f"in {plural(-days, 'day')}"
