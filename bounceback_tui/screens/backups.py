"""The backups: when each was made and what is in it; make one now, bring one back."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from bounceback_tui.domain.backup import Backup, told_contents, told_size
from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.going import Going
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.working import Working
from bounceback_tui.services.backups import Backups
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.safe import safe_line

_WHEN, _ENTRIES, _SIZE = 18, 15, 9
"""Cells for the time, the number of entries, and the size."""
_ROOMY = 60
"""Cells of a line that has room for the size."""
_ONLY_READ = "Nothing is changed with --read-only; leave it out to bring a backup back."


class BackupsWindow(ListWindow[Backup]):
    """A list over the page, the latest first."""

    class Ready(Message):
        """A backup was made ready to take the place of the journal."""

    HEADING = "Backups"
    ABOUT = "One is made each day; the last seven days and four weeks are kept."
    EMPTY = "None yet. b makes one."
    OPENS = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "make", "make one now", tooltip="Make a backup of the journal as it is now"),
        Binding(
            "r,enter",
            "restore",
            "bring back",
            key_display="r",
            tooltip="Bring this one back, at the second press",
        ),
        Binding("x", "remove", "remove", tooltip="Remove this one for good, at the second press"),
    ]

    def things(self) -> list[Backup]:
        """All of them. Raises CannotDo."""
        return self.workspace.backups.every()

    def name_of(self, thing: Backup) -> str:
        """That of its file."""
        return thing.name

    def line(self, thing: Backup, width: int) -> Content:
        """ "Mon 23 Nov 09:30  made by you     12 entries   0.6 MB"."""
        when = padded(safe_line(self._when(thing), _WHEN, "$text-accent"), _WHEN)
        if width >= _ROOMY:
            beside = f"{thing.contents:>{_ENTRIES}}{told_size(thing.size):>{_SIZE}}"
        else:
            beside = f"{thing.contents.removeprefix('0 entries, '):>{_ENTRIES}}"
        room = max(width - _WHEN - len(beside), 0)
        kind = padded(safe_line(thing.kind.words, room), room)
        return when + kind + Content.styled(beside, "$foreground-muted")

    def beside(self, thing: Backup) -> str:
        """Where it is, or why it cannot be read."""
        return thing.problem or str(thing.path)

    def ask(self, thing: Backup) -> str:
        """That nothing brings it back."""
        return f"x once more removes this backup of {self._when(thing)} for good; u does not bring it back."

    def take_away(self, thing: Backup) -> str:
        """The file is gone. Raises CannotDo."""
        self.workspace.backups.remove(thing)
        return f"The backup of {self._when(thing)} is removed."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another can always be made; what has to do with undo is for the pages."""
        if action == "turn":
            return False
        return action == "make" or super().check_action(action, parameters)

    def open_one(self, thing: Backup) -> None:
        """Bring it back."""
        self.action_restore()

    def action_restore(self) -> None:
        """Bring back the one under the cursor, at the second press."""
        thing = self.thing
        if thing is None:
            return
        if thing.problem:
            self.notify(one_line(thing.problem), severity="warning", markup=False)
        elif self.workspace.database.read_only:
            self.notify(_ONLY_READ, severity="warning", markup=False)
        elif self.is_sure("restore", lambda: self._question(thing)):
            self._bring_back(thing)

    def _question(self, thing: Backup) -> str:
        now = attempt(self, self.workspace.backups.present)
        of_now = f" ({now.contents})" if now else ""
        return (
            f"r once more brings back {self._when(thing)} ({thing.contents})."
            f" The present journal{of_now} is set aside and stays in this list."
        )

    def _bring_back(self, thing: Backup) -> None:
        """Do what takes long while the journal is open, so that whoever stops it stays here."""

        def work(going: Going) -> bool:
            self.workspace.backups.make_ready(thing, going)
            return True

        self.app.push_screen(
            Working(
                f"Bringing back {self._when(thing)}",
                work,
                "The backup could not be brought back; the journal is as it was.",
            ),
            self._made_ready,
        )

    def _made_ready(self, ready: bool | None) -> None:
        if ready:
            self.post_message(self.Ready())

    def action_make(self) -> None:
        """Make one beside the page; a long journal takes a moment."""
        self.app.push_screen(
            Working(
                "Making a backup",
                lambda going: self.workspace.backups.make(going=going),
                "The backup could not be made; the journal is as it was.",
            ),
            self._made,
        )

    def _made(self, made: Backup | None) -> None:
        self.read(keep=made.name if made else None)
        if made:
            self.notify(f"A backup with {made.contents} is made and checked.", markup=False, timeout=4)

    def _when(self, thing: Backup) -> str:
        local: datetime = thing.made.astimezone(self.workspace.clock.zone)
        today = self.workspace.clock.now().local_date
        return f"{day_near(local.date(), today)} {local:%H:%M}"


def brought_back(backups: Backups) -> str:
    """Put what was made ready in the place of the journal, which is closed by now; what is said of it."""
    try:
        done = backups.put_in_place()
    except StorageError as error:
        return str(error)
    seen = done.seen
    if seen.checkins:
        brought = f"{told_contents(seen.entries, seen.checkins)} are back."
    else:
        brought = f"{plural(seen.entries, 'entry is', 'entries are')} back."
    return f"{brought} The journal before is in the list of backups." if done.aside else brought
