"""What the app knows of a form: that it keeps drafts, and hands up what was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.screen import Screen


class Drafting(Screen[str]):
    """A screen in which something is written. It never saves; it closes when it hears that all is safe."""

    FORM: ClassVar[str]
    """Name of the form, under which its drafts are kept."""

    DONE: ClassVar[str] = "Saved. u takes it back."
    """What is said after saving, unless `done` knows better."""

    @property
    def done(self) -> str:
        """What is said after saving."""
        return self.DONE

    @dataclass
    class Submitted(Message):
        """Somebody wants to save what they filled in."""

        form: Drafting
        """The form, still open."""
        value: object
        """What was filled in, as a domain value."""

    @property
    def kept_as(self) -> str:
        """What names the draft."""
        raise NotImplementedError

    @property
    def is_gone(self) -> bool:
        """Whether what was to be changed is not there any more, so that a draft of it becomes a new one."""
        return False

    @property
    def on_its_way(self) -> bool:
        """Whether what was filled in is being saved just now."""
        raise NotImplementedError

    async def settled(self) -> None:
        """Wait until every key that came before has reached its field."""
        raise NotImplementedError

    def keep_draft(self) -> bool:
        """Keep what stands here, at once; whether that is safe now. Never raises."""
        raise NotImplementedError

    def not_saved(self) -> None:
        """It could not be saved: the words are still here, and may be handed up again."""
        raise NotImplementedError

    def saved(self, turn_to: str = "") -> None:
        """It is safe: forget the draft and close; the page below turns to what has that key."""
        raise NotImplementedError
