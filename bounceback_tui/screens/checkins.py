"""All check-ins, the latest first: any can be corrected, taken out, and read as it was before."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from bounceback_tui.domain.checkin import CheckIn, CheckInVersion, Reading, Relation
from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.outcome import Felt
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.screens.trash import TrashScreen
from bounceback_tui.screens.words import day_near
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line

SHOWN = 1000
"""Check-ins in the list; older ones are corrected beside their entry."""

_BESIDE = {
    Relation.ALONE: "",
    Relation.BEFORE: "before an entry",
    Relation.AFTER: "after an entry",
    Relation.NEXT_DAY: "the day after an entry",
}


class CheckInsScreen(ModalScreen[str | None]):
    """A list over the page. What is changed is saved by the services, and can be taken back.

    Returns the key of an entry in the trash that shall be read, or None.
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "change", tooltip="Change this check-in; what it said before is kept"),
        Binding("d", "delete", "delete", tooltip="Put this check-in into the trash"),
        Binding("b", "bring_back", "as before", tooltip="Let it say again what it said before"),
        Binding("t", "trash", "trash", tooltip="All that was deleted, to bring back or to delete for good"),
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q", "dismiss", "close"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._checkins: list[CheckIn] = []

    def compose(self) -> ComposeResult:
        """The list, and what the one under the cursor said before."""
        with Container(id="checkins"):
            yield Static(Content.styled("Check-ins", "bold $text-accent"))
            yield Rows(0, self._line, empty="No check-in yet; m makes one.", id="checkins-list")
            yield Static(id="checkins-before", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.read()
        self.query_one("#checkins-list").focus()

    def on_screen_resume(self) -> None:
        """A form over it was closed."""
        self.read()

    def read(self) -> None:
        """Read what there is."""
        found = attempt(self, lambda: self.workspace.versions.checkins(SHOWN))
        if found is None:
            return
        self._checkins = found
        rows = self.query_one("#checkins-list", Rows)
        rows.set_rows(len(found), cursor=rows.cursor)
        self._show()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be changed."""
        if action in ("edit", "delete"):
            return self._checkin is not None
        if action == "bring_back":
            return self._before is not None
        return True

    @on(Rows.Selected)
    def action_edit(self) -> None:
        """Change the one under the cursor, in the form in which it was made."""
        if one := self._checkin:
            self.post_message(Page.FormWanted(self.query_one("#checkins-list"), "mood", one.id))

    def action_delete(self) -> None:
        """Put it into the trash."""
        one = self._checkin
        if one and attempt(self, lambda: self.workspace.versions.delete_checkin(one.id)):
            self.notify("In the trash now. u brings it back.", markup=False, timeout=4)
            self.read()

    def action_bring_back(self) -> None:
        """Let it say what it said before."""
        one, before = self._checkin, self._before
        if one and before:
            attempt(self, lambda: self.workspace.versions.feel_otherwise(Felt(one.id, before)))
            self.read()

    def action_trash(self) -> None:
        """The trash, in which deleted check-ins are, too; an entry that is opened there is read."""
        self.app.push_screen(TrashScreen(self.workspace), self._read_deleted)

    def _read_deleted(self, key: str | None) -> None:
        if key:
            self.dismiss(key)

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and see what became of it."""
        await self.app.run_action(action)
        self.read()

    @on(Rows.Highlighted)
    def _show(self) -> None:
        now = self.workspace.clock.now()
        lines = [
            safe(f"until {echo(version.replaced_at, now)}: {_words(version.reading)}", "$foreground-muted")
            for version in self._versions[:3]
        ]
        self.query_one("#checkins-before", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    @property
    def _checkin(self) -> CheckIn | None:
        rows = self.query("#checkins-list").results(Rows)
        place = next((one.cursor for one in rows), 0)
        return self._checkins[place] if place < len(self._checkins) else None

    @property
    def _before(self) -> Reading | None:
        versions = self._versions
        return versions[0].reading if versions else None

    @property
    def _versions(self) -> list[CheckInVersion]:
        """What the one under the cursor said before, latest first."""
        one = self._checkin
        if not one:
            return []
        return attempt(self, lambda: self.workspace.versions.checkin_versions(one.id)) or []

    def _line(self, index: int, width: int, selected: bool) -> Content:
        one = self._checkins[index]
        at = one.felt_at
        day = f"{day_near(at.local_date, self.workspace.clock.now().local_date):<12}"
        beside = _BESIDE[one.relation]
        words = _words(one.reading, mood=False) + (f" · {beside}" if beside else "")
        when = Content.styled(f"{day}{at.local:%H:%M}  ", "$text-accent")
        head = Content.assemble(when, mood_mark(one.reading.mood), "  ")
        return head + safe_line(words.strip(" ·"), max(width - head.cell_length, 0))


def _words(reading: Reading, mood: bool = True) -> str:
    """ "mood 3, energy 2, shame 60"."""
    pieces = [f"mood {reading.mood}"] if mood and reading.mood is not None else []
    pieces += [f"energy {reading.energy}"] if reading.energy is not None else []
    pieces += [f"{one_line(one.name)} {one.strength}" for one in reading.feelings]
    return ", ".join(pieces)
