"""The tags of the whole journal: how often each is used, its colour, another name for it, and none at all."""

from __future__ import annotations

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.tags import COLOURS, Tag, clean_tags
from bounceback_tui.domain.text import cut
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import tags
from bounceback_tui.storage.database import Database


class Renamed(Frozen):
    """What came of another name for a tag."""

    tag: Tag
    """The tag as it is now."""
    merged: bool
    """Whether there was one of that name already."""


class Tags:
    """What a person can do with tags; each is one step, whatever number of entries it concerns.

    Entries in the trash go along. Earlier versions keep the tags that they had, and no text is changed.
    """

    def __init__(self, database: Database, undo: Undo) -> None:
        self._database = database
        self._undo = undo

    def every(self) -> list[Tag]:
        """All tags in use, the most frequent first."""
        return tags.every(self._database)

    def names(self) -> list[str]:
        """Their names, in the same order."""
        return [tag.name for tag in self.every()]

    def colours(self) -> dict[str, str]:
        """The colours that were given, by tag."""
        return tags.colours(self._database)

    def find(self, name: str) -> Tag | None:
        """The tag of that name, however it is written; also one that stands in the trash alone."""
        tidy = clean_tags([name])
        return tags.named(self._database, tidy[0]) if tidy else None

    def rename(self, old: str, new: str) -> Renamed:
        """Give a tag another name. Where there is a tag of that name, the two become one. Raises CannotDo."""
        tag, tidy = self.known(old), clean_tags([new])
        if not tidy:
            raise CannotDo("A tag has at least one letter. Nothing was changed.")
        name, there = tidy[0], self.find(new)
        merged = there is not None and name != tag.name
        if name != tag.name:
            words = "merge {} into {}" if merged else "rename {} to {}"
            with self._undo.step(words.format(told(tag.name), told(name))):
                tags.rename(self._database, tag.name, name)
        return Renamed(self.known(name), merged)

    def set_colour(self, name: str, colour: str | None) -> None:
        """Give a tag a colour, or with None take it away. Raises CannotDo."""
        tag = self.known(name)
        if colour is not None and colour not in COLOURS:
            raise CannotDo(f"The colours are {', '.join(COLOURS)}. Nothing was changed.")
        with self._undo.step(f"colour {told(tag.name)} {colour or 'no more'}"):
            tags.set_colour(self._database, tag.name, colour)

    def remove(self, name: str) -> Tag:
        """Take a tag off all entries; what it was. Raises CannotDo."""
        tag = self.known(name)
        with self._undo.step(f"take {told(tag.name)} off all entries"):
            tags.remove(self._database, tag.name)
        return tag

    def known(self, name: str) -> Tag:
        """The tag of that name. Raises CannotDo."""
        tag = self.find(name)
        if tag is None:
            raise CannotDo(f"There is no tag {told(name.lstrip('#@ '))}. Nothing was changed.")
        return tag


def told(name: str) -> str:
    """ "#panel": a tag within a sentence, cut where it is long."""
    return f"#{cut(name, 40)}"
