"""What the five pages have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Container

from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.message import WidgetMessage


class Page(Container):
    """A page: mounted at its first visit, kept, and read again whenever it is shown."""

    NAME: ClassVar[str]
    """What the tab says."""

    FIRST: ClassVar[str] = ""
    """Selector of what takes the focus when the page is shown."""

    class Goto(WidgetMessage):
        """Another page is asked for."""

        page: str
        """Its name."""
        subject: str = ""
        """Key of what it should show: an episode, an application, an entry."""

    class FormWanted(WidgetMessage):
        """A form is asked for."""

        form: str
        """Its name."""
        target: str = ""
        """Key of what shall be edited in it; empty for something new."""
        says: str = ""
        """What is said once it is open: what opens takes away all that was said before."""

    class ToolWanted(WidgetMessage):
        """A tool of the guide is asked for."""

        tool: str
        """Its name."""
        subject: str = ""
        """Key of what it is about: an episode, or one of the things that it keeps; empty for nothing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id=f"page-{self.NAME.lower()}")
        self.workspace = workspace
        """The open journal."""

    def read(self) -> None:
        """Read again what is shown; called at every visit and after every change. Raises StorageError."""
        raise NotImplementedError

    def show(self, subject: str) -> None:
        """Turn to something by its key; pages that have no such thing do nothing."""

    def turn_to_new(self, subject: str) -> None:
        """Something of that key was just saved here: a list of such things turns to it."""

    def take_focus(self) -> None:
        """Give the focus to what is most useful here."""
        if self.FIRST:
            self.query_one(self.FIRST).focus()
