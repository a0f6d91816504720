"""What can be done with all that belongs to the application under the cursor."""

from __future__ import annotations

import asyncio

from textual import on

from bounceback_tui import desktop
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.second_press import SURE, SecondPress
from bounceback_tui.services.logs import Detail
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_parts import On, Spot
from bounceback_tui.widgets.application_view import ApplicationView, Wish


class ApplicationLog(Page):
    """A page with the log of one application.

    What an entry tells of is changed in its form, and deleted together with it at the second press.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._second_press = SecondPress(self)

    @on(ApplicationView.Wished)
    def _see_to(self, event: ApplicationView.Wished) -> None:
        match event.wish:
            case Wish.CHANGE:
                self._change(event.spot, event.detail)
            case Wish.DELETE:
                self._delete(event.spot, event.detail)
            case Wish.ADD_PERSON:
                self.post_message(self.FormWanted(self, "person", event.detail.application.id))
            case Wish.OPEN:
                self._open(event.spot, event.detail)
            case Wish.OPEN_DOCUMENT:
                self.run_worker(self._open_place(event.detail.application.document))

    def _change(self, spot: Spot, detail: Detail) -> None:
        told = detail.telling(spot.key)
        if spot.what is On.PERSON:
            self.post_message(self.FormWanted(self, "person", spot.key))
        elif spot.what is On.ENTRY:
            self._change_entry(spot.key)
        elif told:
            self._change_entry(
                told.entry.id, f"{quoted(told.entry.title)} tells of that: it is changed there."
            )
        elif spot.what is On.EVENT:
            self.post_message(self.FormWanted(self, "event", spot.key))
        else:
            self.post_message(self.FormWanted(self, "application", detail.application.id))

    def _change_entry(self, key: str, says: str = "") -> None:
        told = attempt(self, lambda: self.workspace.versions.told(key))
        if told:
            form = "what-happened" if isinstance(told, Outcome) else "write"
            self.post_message(self.FormWanted(self, form, key, says))

    def _delete(self, spot: Spot, detail: Detail) -> None:
        if spot.what is On.APPLICATION:
            self.delete_application(detail)
            return
        told = detail.telling(spot.key)
        if told and not self._second_press.confirms(spot.key):
            words = f"{quoted(told.entry.title)} tells of that. d once more puts both into the trash."
            self.notify(words, severity="warning", markup=False, timeout=SURE)
            return
        if spot.what is On.PERSON:
            said = attempt(self, lambda: self._take_person(spot.key))
        else:
            said = attempt(self, lambda: self._take_event(spot.key, bool(told)))
        if said:
            self.notify(f"{said} u brings it back.", markup=False, timeout=4)
        attempt(self, self.read)  # where it failed, too: it may have gone meanwhile

    def delete_application(self, detail: Detail) -> None:
        """Put an application into the trash, at the second press."""
        key = detail.application.id
        if not self._second_press.confirms(key):
            words = f"d once more puts {detail.goes_along} into the trash. {detail.stays}".strip()
            self.notify(words, severity="warning", markup=False, timeout=SURE)
            return
        gone = attempt(self, lambda: self.workspace.logs.delete(key))
        if gone:
            name = cut(gone.application.company, 40) or "It"
            self.app.clear_notifications()
            words = f"{name} is in the trash now. {gone.stays} u brings it back."
            self.notify(" ".join(words.split()), markup=False, timeout=5)
        attempt(self, self.read)  # where it failed, too: it may have gone meanwhile

    def _take_person(self, key: str) -> str:
        return f"{cut(self.workspace.tools.people.remove(key).name, 40)} is in the trash now."

    def _take_event(self, key: str, with_entries: bool) -> str:
        event = self.workspace.logs.delete_event(key, with_entries)
        return f"“{event.kind}” is out of the log now{', with its entry' if with_entries else ''}."

    def _open(self, spot: Spot, detail: Detail) -> None:
        told = detail.telling(spot.key)
        if spot.what is On.ENTRY or told:
            self.post_message(self.Goto(self, "Journal", told.entry.id if told else spot.key))
        elif spot.what is On.LINK:
            self.run_worker(self._open_place(detail.application.link))
        elif spot.what is On.DOCUMENT:
            self.run_worker(self._open_place(detail.application.document))

    async def _open_place(self, place: str) -> None:
        """Open a path that is there, or a link of the web; nothing else."""
        found = await asyncio.to_thread(desktop.openable, place)
        if not found:
            words = f"{quoted(place)} is not there, and no link of the web. e on its name changes it."
        elif await asyncio.to_thread(desktop.open_link, found):
            words = f"Opened {quoted(place)}."
        else:
            words = f"No program here opens {quoted(place)}."
        self.notify(words, markup=False, timeout=5)
