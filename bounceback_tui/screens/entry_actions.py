"""What can be done with the entry under the cursor: change it, read its versions, delete or restore it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.second_press import SecondPress
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import RARELY, SELDOM

_NOT_CHANGED = "Nothing was changed. An editor with a window of its own must be told to wait (code --wait)."

_OF_ONE = ("edit", "outside", "versions", "delete", "restore", "destroy")


class EntryActions(Page):
    """A page with a list of entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit", tooltip="Change this entry; what it said before is kept"),
        Binding(
            "E", "outside", "editor", group=RARELY, tooltip="Change the text in the editor that EDITOR names"
        ),
        Binding(
            "v",
            "versions",
            "versions",
            group=SELDOM,
            tooltip="Read what this entry said before, and bring it back",
        ),
        Binding("d", "delete", "delete", tooltip="Put this entry into the trash"),
        Binding("r", "restore", "restore", tooltip="Take this entry out of the trash"),
        Binding("X", "destroy", "delete for good", tooltip="Delete this for good, at the second press"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._second_press = SecondPress(self)

    @property
    def item(self) -> HistoryItem | None:
        """The entry under the cursor."""
        raise NotImplementedError

    def gone(self) -> None:
        """The entry under the cursor is no longer in this list."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the entry under the cursor."""
        if action in _OF_ONE:
            item = self.item if self.is_mounted else None
            return item is not None and item.entry.deleted == (action in ("restore", "destroy"))
        return True

    def action_edit(self) -> None:
        """Change the entry under the cursor."""
        from bounceback_tui.domain.outcome import Outcome  # noqa: PLC0415 - a key opens it

        if item := self.item:
            told = attempt(self, lambda: self.workspace.versions.told(item.entry.id))
            form = "what-happened" if isinstance(told, Outcome) else "write"
            self.post_message(self.FormWanted(self, form, item.entry.id))

    def action_outside(self) -> None:
        """Change the text of the entry under the cursor in the person's own editor."""
        if not (item := self.item):
            return
        outside = self.workspace.outside
        try:
            with self.app.suspend():
                changed = attempt(self, lambda: outside.change(item.entry.id))
        except SuspendNotSupported:
            words = "This terminal cannot be handed over; `bounceback edit` does the same from a shell."
            self.notify(words, severity="warning", markup=False)
            return
        self.app.refresh(layout=True)
        attempt(self, self.read)
        if changed is not None:
            words = "Saved. u takes it back." if changed else _NOT_CHANGED
            self.notify(words, markup=False, timeout=4)

    def action_versions(self) -> None:
        """Read what the entry under the cursor said before."""
        if not (item := self.item):
            return
        key, versions = item.entry.id, self.workspace.versions
        found = attempt(self, lambda: (versions.told(key), versions.of(key)))
        if not found or not found[1]:
            self.notify("This entry was never changed.", markup=False, timeout=4)
            return
        from bounceback_tui.screens.versions import VersionsWindow  # noqa: PLC0415 - as above

        asked = VersionsWindow(item.entry.title, self.workspace.clock.now(), *found)
        self.app.push_screen(asked, lambda wanted: self._return_to(key, wanted))

    def action_delete(self) -> None:
        """Put the entry under the cursor into the trash, at once: it is easily brought back."""
        item = self.item
        if item and attempt(self, lambda: self.workspace.journal.delete(item.entry.id)):
            words = f"{quoted(item.entry.title)} is in the trash now. u brings it back."
            left = attempt(self, lambda: self.workspace.logs.left_by(item))
            if left:  # else it would still count, though nothing tells of it any more
                words += f" {left}; d on it in Applications takes that out as well."
            self.notify(words, markup=False, timeout=8 if left else 4)
            self.gone()

    def action_restore(self) -> None:
        """Take the entry under the cursor out of the trash."""
        item = self.item
        if item and attempt(self, lambda: self.workspace.journal.restore(item.entry.id)):
            self.notify("Restored. u takes that back.", markup=False, timeout=4)
            self.gone()

    def action_destroy(self) -> None:
        """Delete the entry under the cursor for good, at the second press."""
        item = self.item
        if not item:
            return
        if not self._second_press.confirms(item.entry.id):
            words = f"X once more deletes {quoted(item.entry.title)} for good: nothing brings it back,"
            words += f" but older backups still hold it.{self.workspace.sync.holds_it}"
            self.notify(words, severity="warning", markup=False)
            return
        if attempt(self, lambda: self.workspace.journal.destroy(item.entry.id)):
            self.notify(f"{quoted(item.entry.title)} is deleted for good.", markup=False, timeout=4)
            self.gone()

    def _return_to(self, entry_id: str, version: str | None) -> None:
        def bring_back() -> str:
            renamed = self.workspace.versions.return_to(entry_id, version or "")
            all_of_it = ", with its company and role for all that belongs to that application"
            return f"Brought back{all_of_it if renamed else ''}. u takes that back."

        if version and (words := attempt(self, bring_back)):
            self.notify(words, markup=False, timeout=4)
            attempt(self, self.read)
