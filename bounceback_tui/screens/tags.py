"""All tags: how often each is used, another name or colour for it, and none at all."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.query import Field, Name
from bounceback_tui.domain.tags import COLOURS, Tag, clean_tags
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.tags import told
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.tag_colours import tag_mark, tag_style

_COUNT, _COLOUR = 14, 9
"""Cells for the number of entries, and for the colour where any tag has one."""


class TagsWindow(ListWindow[Tag]):
    """A list over the page. Each change is one step for `u`, whatever number of entries it concerns."""

    HEADING = "Tags"
    EMPTY = "No tag yet. A word such as #panel in what you write makes one."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "rename", "rename", tooltip="Give this tag another name, or merge it with another"),
        Binding("c", "colour", "colour", tooltip="Give this tag the next colour"),
        Binding("x", "remove", "take off", tooltip="Take this tag off all entries, at the second press"),
    ]

    def things(self) -> list[Tag]:
        """All tags in use. Raises StorageError."""
        return self.workspace.tags.every()

    def name_of(self, thing: Tag) -> str:
        """Its name."""
        return thing.name

    def query_of(self, thing: Tag) -> str:
        """Its entries."""
        return f"{Field.TAG}:{Name(thing.name)}"

    def line(self, thing: Tag, width: int) -> Content:
        """ "● #panel      12 entries   red"."""
        coloured = any(one.colour for one in self._things)
        room = max(width - _COUNT - coloured * _COLOUR - 2, 1)
        mark = Content.assemble(("● " if thing.colour else "  ", tag_style(thing.colour)))
        name = tag_mark(thing.name, thing.colour, room)
        count, noun = _entries(thing).split(" ")
        colour = f"  {thing.colour or '':<{_COLOUR - 2}}" if coloured else ""
        beside = f"{count:>6} {noun:<{_COUNT - 7}}{colour}"
        return mark + padded(name, room) + Content.styled(beside, "$foreground-muted")

    def ask(self, thing: Tag) -> str:
        """How many entries it concerns."""
        return f"x once more takes {told(thing.name)} off {_entries(thing)}."

    def take_away(self, thing: Tag) -> str:
        """Off all entries. Raises CannotDo and StorageError."""
        self.workspace.tags.remove(thing.name)
        return f"{told(thing.name)} is off {_entries(thing)}. u puts it back."

    def action_rename(self) -> None:
        """Ask for another name."""
        tag = self.thing
        if tag:
            asked = AskLine(
                f"Another name for {told(tag.name)}", "", lambda text: self._remark(tag, text), tag.name
            )
            self.app.push_screen(asked, lambda name: self._rename(tag, name))

    def action_colour(self) -> None:
        """The next colour; after the last one none."""
        tag = self.thing
        if not tag:
            return
        colours = (None, *COLOURS)
        colour = colours[(colours.index(tag.colour) + 1) % len(colours)]
        attempt(self, lambda: self.workspace.tags.set_colour(tag.name, colour))
        self.read()

    def _remark(self, tag: Tag, text: str) -> Remark:
        """What becomes of a tag with a name that is typed."""
        name = "".join(clean_tags([text]))
        if not name:
            return Remark("a word, or a few with hyphens between them", fits=False)
        if name == tag.name:
            return Remark("its name now")
        other = attempt(self, lambda: self.workspace.tags.find(name))
        if other:
            return Remark(f"merges with {told(other.name)} ({_entries(other)})", again="merges")
        return Remark(f"= {told(name)}")

    def _rename(self, tag: Tag, name: str | None) -> None:
        renamed = attempt(self, lambda: self.workspace.tags.rename(tag.name, name)) if name else None
        if renamed and renamed.tag.name != tag.name:
            done = "Merged" if renamed.merged else "Renamed"
            self.notify(
                f"{done}: {told(renamed.tag.name)} has {_entries(renamed.tag)}. u takes it back.",
                markup=False,
                timeout=4,
            )
            self.read(keep=renamed.tag.name)


def _entries(tag: Tag) -> str:
    return plural(tag.entries, "entry", "entries")
