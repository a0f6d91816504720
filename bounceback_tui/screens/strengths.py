"""Strengths: what went right, what employers named, and the person's own."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.query import Field, Name
from bounceback_tui.domain.strength import Origin, Strength
from bounceback_tui.domain.text import cut, one_line, quoted
from bounceback_tui.screens.attempt import worked
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe_line


class StrengthsWindow(ListWindow[Strength]):
    """A list over the page. What several employers named comes first."""

    WHOLE = True
    HEADING = "What speaks for you"
    ABOUT = "What two or more employers named, what went right this time, and what you know yourself."
    EMPTY = "Nothing yet. a adds one of your own; what employers name comes here by itself."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "pin", "pin", tooltip="Show this one on Today, or no longer"),
        Binding("r", "right", "what went right", tooltip="Add something that went right this time"),
        Binding("a", "add", "add your own", tooltip="Add a strength in your own words"),
        Binding("e", "edit", "edit", tooltip="Change the words of this one"),
        Binding("x", "remove", "delete", tooltip="Take this one out of the list, at the second press"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` is an episode, or a strength to begin with. Raises StorageError."""
        super().__init__(workspace, subject)
        open_ones = workspace.recovery.episodes()
        said = [one for one in open_ones if one.id == subject]
        self._episode: Episode | None = next(iter(said or open_ones), None)

    def things(self) -> list[Strength]:
        """All of them. Raises StorageError."""
        return self.workspace.tools.strengths.every(self._episode)

    def name_of(self, thing: Strength) -> str:
        """Its key where it is the person's own, else what it says."""
        own = thing.noted if thing.origin is Origin.OWN else None
        return own.id if own else f"{thing.origin} {thing.text}"

    def line(self, thing: Strength, width: int) -> Content:
        """ "★ calm: “You stayed calm.”      Acme, Zed · 2 employers"."""
        mark = Content.styled("★ " if thing.pinned else "  ", "$text-accent")
        names, dot, count = self._who(thing).partition(" · ")  # of many names, their number stays in sight
        who = safe_line(names, max(width * 3 // 5 - 2 - len(dot + count), 1)) + Content(dot + count)
        who = who.stylize("$foreground-muted")
        room = max(width - mark.cell_length - who.cell_length - 2, 1)
        quote = f": {quoted(thing.quote, 200)}" if thing.words == thing.quote else ""
        words = safe_line(cut(thing.text, 200) + quote, room)
        return mark + padded(words, room + 2) + who

    def _who(self, thing: Strength) -> str:
        company = one_line(self._episode.company) if self._episode else ""
        right = thing.origin is Origin.WENT_RIGHT
        return f"this time, at {company}" if right and company else thing.who

    def query_of(self, thing: Strength) -> str:
        """The entries on who said so."""
        company = thing.companies[0] if thing.companies else self._episode.company if self._episode else ""
        return f"{Field.COMPANY}:{Name(company)}" if company else ""

    def ask(self, thing: Strength) -> str:
        """Which one."""
        where = "into the trash" if thing.origin is Origin.OWN else "off what went right"
        return f"x once more takes {quoted(thing.text)} {where}."

    def take_away(self, thing: Strength) -> str:
        """Out of the list. Raises CannotDo and StorageError."""
        self.workspace.tools.strengths.remove(thing, self._episode)
        return f"{quoted(thing.text)} is off the list. u brings it back."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What an employer said can be pinned, and is nobody's to change."""
        match action:
            case "add":
                return True
            case "right":
                return self._episode is not None
            case "edit":
                return self.thing is not None and self.thing.origin is Origin.OWN
            case "remove":
                return self.thing is not None and self.thing.origin is not Origin.NAMED
        return super().check_action(action, parameters)

    def action_pin(self) -> None:
        """Pin the one under the cursor to Today in the place of any other, or take it off."""
        if not (thing := self.thing):
            return
        service = self.workspace.tools.strengths
        if worked(self, lambda: service.turn_pin(thing, self._episode)):
            said = "is off Today" if thing.pinned else "is on Today from now on"
            self.notify(f"{quoted(thing.words)} {said}. u takes it back.", markup=False, timeout=4)
            self.read()

    def action_right(self) -> None:
        """Add something that went right."""
        if self._episode:
            self.want_form("went-right", self._episode.id)

    def action_add(self) -> None:
        """Add one in the person's own words."""
        self.want_form("strength")

    def action_edit(self) -> None:
        """Change one of their own."""
        if (thing := self.thing) and thing.noted and thing.origin is Origin.OWN:
            self.want_form("strength", thing.noted.id)

    def open_one(self, thing: Strength) -> None:
        """Change one of their own; for the others, look for what was written."""
        if thing.origin is Origin.OWN:
            self.action_edit()
        else:
            super().open_one(thing)

    @on(Rows.Highlighted)
    def _offer(self) -> None:
        self.refresh_bindings()
