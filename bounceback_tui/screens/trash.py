"""The trash: everything that was deleted or taken back, to bring back or to delete for good."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.gone import STILL_HELD
from bounceback_tui.domain.text import capital, cut
from bounceback_tui.domain.things import noun
from bounceback_tui.domain.trash import Trashed
from bounceback_tui.screens.attempt import worked
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.screens.words import age
from bounceback_tui.services.trash import name_of
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.safe import safe_line

_KIND, _AGE = 18, 16
"""Cells for what it is, and for when it went there."""

_ROOMY = 64
"""Cells from which on there is room for both."""

_OTHER_WORDING = "as you had changed it"


class TrashWindow(ListWindow[Trashed]):
    """A list over the page. Returns the key of an entry that shall be read, or None."""

    HEADING = "Trash"
    EMPTY = "The trash is empty."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "restore", "restore", tooltip="Bring this back, with what went there with it"),
        Binding("X", "remove", "delete for good", tooltip="Delete this for good, at the second press"),
    ]

    def things(self) -> list[Trashed]:
        """All of it, the latest first. Raises StorageError."""
        return self.workspace.trash.everything()

    def name_of(self, thing: Trashed) -> str:
        """Its key, since many may have the same words."""
        return thing.key

    def line(self, thing: Trashed, width: int) -> Content:
        """ "lead              Ann, call her about the fair      yesterday"."""
        kind = padded(safe_line(noun(thing.place), _KIND, "$text-accent"), _KIND)
        went = age(thing.at, self.workspace.clock.now()) if width >= _ROOMY else ""
        room = max(width - _KIND - (_AGE if went else 0), 0)
        words = padded(safe_line(told(thing), room), room)
        return kind + words + Content.styled(f"{went:>{_AGE}}" if went else "", "$foreground-muted")

    def beside(self, thing: Trashed) -> str:
        """The same at more length: a line holds little in a small window."""
        return f"{cut(told(thing), 200)} ({age(thing.at, self.workspace.clock.now())})"

    def ask(self, thing: Trashed) -> str:
        """Which copies of it remain."""
        if thing.passed_over:
            return f"X once more forgets this wording of {name_of(thing)} for good."
        return f"X once more deletes {name_of(thing)} for good. {STILL_HELD}{self.workspace.sync.holds_it}"

    def take_away(self, thing: Trashed) -> str:
        """Out of the journal for good. Raises CannotDo and StorageError."""
        self.workspace.trash.destroy(thing)
        return f"{capital(name_of(thing))} is deleted for good."

    def action_restore(self) -> None:
        """Bring back the one under the cursor."""
        thing = self.thing
        if thing and worked(self, lambda: self.workspace.trash.restore(thing)):
            said = "says that again" if thing.passed_over else "is back"
            self.notify(f"{capital(name_of(thing))} {said}. u takes that back.", markup=False, timeout=4)
            self.read()

    def open_one(self, thing: Trashed) -> None:
        """An entry is read in the Journal; of anything else all that is told stands here already."""
        if thing.place == "entry":
            self.dismiss(thing.key)
        else:
            self.notify("r brings it back; then it can be opened where it belongs.", markup=False, timeout=4)


def told(thing: Trashed) -> str:
    """What it says, with its days, and whether it is only another wording."""
    days = " to ".join(dict.fromkeys(short_date(day) for day in thing.days))
    words = ": ".join(part for part in (days, thing.words.strip()) if part)
    return f"{words} ({_OTHER_WORDING})" if thing.passed_over else words
