"""All check-ins, the latest first: any can be corrected, taken out, and read as it was before."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.checkin import CheckIn, CheckInVersion, Reading
from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.outcome import Felt
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.trash import TrashWindow
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe_line

SHOWN = 1000
"""Check-ins in the list; older ones are corrected beside their entry."""


class CheckInsWindow(ListWindow[CheckIn]):
    """A list over the page. Returns the key of an entry in the trash that shall be read, or None."""

    HEADING = "Check-ins"
    EMPTY = "No check-in yet; m makes one."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "change", tooltip="Change this check-in; what it said before is kept"),
        Binding("d", "delete", "delete", tooltip="Put this check-in into the trash"),
        Binding("b", "bring_back", "as before", tooltip="Let it say again what it said before"),
        Binding("t", "trash", "trash", tooltip="All that was deleted, to bring back or to delete for good"),
    ]

    def things(self) -> list[CheckIn]:
        """The latest of them. Raises StorageError."""
        return self.workspace.versions.checkins(SHOWN)

    def name_of(self, thing: CheckIn) -> str:
        """Its key."""
        return thing.id

    def line(self, thing: CheckIn, width: int) -> Content:
        """ "Today      09:30  ● 3  energy 2, shame 60"."""
        at = thing.felt_at
        day = f"{day_near(at.local_date, self.workspace.clock.now().local_date):<12}"
        beside = thing.relation.words
        words = _words(thing.reading, mood=False) + (f" · {beside}" if beside else "")
        when = Content.styled(f"{day}{at.local:%H:%M}  ", "$text-accent")
        head = Content.assemble(when, mood_mark(thing.reading.mood), "  ")
        return head + safe_line(words.strip(" ·"), max(width - head.cell_length, 0))

    def beside(self, thing: CheckIn) -> str:
        """What it said before, the latest first."""
        now = self.workspace.clock.now()
        return "\n".join(
            f"until {echo(version.replaced_at, now)}: {_words(version.reading)}"
            for version in self._versions(thing)[:3]
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be changed; the trash may hold something in any case."""
        if action == "bring_back":
            return self.thing is not None and bool(self._versions(self.thing))
        return action == "trash" or super().check_action(action, parameters)

    def open_one(self, thing: CheckIn) -> None:
        """Change it, in the form in which it was made."""
        self.want_form("mood", thing.id)

    def action_edit(self) -> None:
        """Change the one under the cursor."""
        if thing := self.thing:
            self.open_one(thing)

    def action_delete(self) -> None:
        """Put it into the trash, at once: it is easily brought back."""
        thing = self.thing
        if thing and attempt(self, lambda: self.workspace.versions.delete_checkin(thing.id)):
            self.notify("In the trash now. u brings it back.", markup=False, timeout=4)
            self.read()

    def action_bring_back(self) -> None:
        """Let it say what it said before."""
        thing = self.thing
        if thing and (versions := self._versions(thing)):
            before = Felt(thing.id, versions[0].reading)
            attempt(self, lambda: self.workspace.versions.feel_otherwise(before))
            self.read()

    def action_trash(self) -> None:
        """The trash, in which deleted check-ins are, too; an entry that is opened there is read."""
        self.app.push_screen(TrashWindow(self.workspace), self._read_deleted)

    def _read_deleted(self, key: str | None) -> None:
        if key:
            self.dismiss(key)

    @on(Rows.Highlighted)
    def _other_keys(self) -> None:
        """Whether there is something to bring back differs from one to the next."""
        self.refresh_bindings()

    def _versions(self, thing: CheckIn) -> list[CheckInVersion]:
        """What one said before, latest first."""
        return attempt(self, lambda: self.workspace.versions.checkin_versions(thing.id)) or []


def _words(reading: Reading, mood: bool = True) -> str:
    """Its words in a line, with or without the `mood`."""
    return one_line((reading if mood else replace(reading, mood=None)).words)
