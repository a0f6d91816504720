"""The keys that work here and now: none is cut off; in a small window what is seldom wanted makes room."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.keymap import name_of_key
from bounceback_tui.widgets.message_place import make_room
from bounceback_tui.widgets.plain_marks import is_plain

_GAP = 2
_MOST = 4  # lines, as in the style below
_ENOUGH = 2  # lines; before it takes more, keys that are seldom wanted are left to the help
_PRESSED = {"←": "left", "→": "right", "↑": "up", "↓": "down"} | {
    "<": "less_than_sign",
    ">": "greater_than_sign",
}
"""Signs that stand beside each other for keys of their own."""

_WITH_A_LAST = 2
"""Lines, from which on there is a last one that can be lonely."""

_WAY_OUT = 2
_AT_THE_END = {"undo": 1, "redo": 1, "close": _WAY_OUT}
"""What is the same in all windows, by its words, and how far back it stands there."""


SELDOM = Binding.Group("seldom")
"""Group of keys that a narrow window leaves to the help, such as those that the page tells of itself."""

RARELY = Binding.Group("rarely")
"""Group of keys that it leaves out before those."""

_RANKS = (None, SELDOM, RARELY)


class Key(Frozen):
    """A key, what it does in a word or two, and the same for the keyboard handling."""

    display: str
    words: str
    press: tuple[str, ...]
    """The key that a click presses; several where each sign of `display` is one, none where no click can
    mean one."""
    everywhere: bool = False
    """Whether it does the same on every page, or wherever in a form one is."""

    left_out: int = 0
    """Whether a narrow window may leave it to the help: 0 never, 2 before 1."""

    @property
    def cells(self) -> int:
        """Cells that it takes."""
        return len(self.display) + 1 + len(self.words)


def _leaving_last(keys: Iterable[Key]) -> list[Key]:
    """In a window, what can be done there comes first; undo and the way out have their place at the end."""
    found = list(keys)
    if not any(_AT_THE_END.get(key.words) == _WAY_OUT and key.display == "esc" for key in found):
        return found
    return sorted(found, key=lambda key: _AT_THE_END.get(key.words, 0))


def _wrapped(keys: Iterable[Key], width: int) -> list[list[Key]]:
    """As many keys to a line as it takes."""
    lines: list[list[Key]] = []
    used = 0
    for key in keys:
        if not lines or used + key.cells > width:
            lines.append([])
            used = 0
        lines[-1].append(key)
        used += key.cells + _GAP
    return lines


def _evened(keys: tuple[Key, ...], width: int) -> list[list[Key]]:
    """As few lines as they take, with none of them left alone in the last one."""
    lines = _wrapped(keys, width)
    for narrower in range(width - 1, 0, -1):
        if len(lines) < _WITH_A_LAST or len(lines[-1]) > 1:
            break
        evener = _wrapped(keys, narrower)
        if len(evener) > len(lines):
            break
        lines = evener
    return lines


def in_lines(keys: tuple[Key, ...], width: int) -> list[list[Key]]:
    """The keys in as few lines as they take; where it takes no more, those that are the same everywhere have
    theirs at the end."""
    lines = _evened(keys, width)
    here = max((place for place, key in enumerate(keys, 1) if not key.everywhere), default=0)
    parted = [*_evened(keys[:here], width), *_evened(keys[here:], width)]
    return parted if len(lines) > 1 and len(parted) == len(lines) else lines


def with_room(keys: tuple[Key, ...], width: int) -> tuple[Key, ...]:
    """The keys that are shown: where all of them take too many lines, what is seldom wanted makes room.

    The last of it goes first, and no more of it than saves a line.
    """
    needed = len(in_lines(tuple(key for key in keys if not key.left_out), width))
    kept = list(keys)
    for rank in range(len(_RANKS) - 1, 0, -1):
        for key in [key for key in reversed(keys) if key.left_out == rank]:
            if len(in_lines(tuple(kept), width)) <= max(needed, _ENOUGH):
                return tuple(kept)
            kept.remove(key)
    return tuple(kept)


class KeyBar(Widget):
    """Like Textual's footer, but it wraps rather than scrolls, and it is one widget instead of a dozen."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; max-height: 4; background: $surface; }
    """

    ALLOW_SELECT = False

    _follows = False
    keys: reactive[tuple[Key, ...]] = reactive((), layout=True)
    """What is shown, those of the focused widget first."""

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow_soon)
        self._follow(self.screen)

    def on_unmount(self) -> None:
        """Stop following."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def watch_keys(self) -> None:
        """More of them may take a line more."""
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """What is said meanwhile covers no key."""
        make_room(self.screen)

    def _fit(self) -> None:
        """Textual 8.2 keeps a height of before where the keys change while a layout is still to come."""
        needed = min(self.get_content_height(self.size, self.size, self.size.width), _MOST)
        if self.size and self.size.height != needed:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the keys take at this width."""
        return max(len(self.lines(width)), 1)

    def lines(self, width: int) -> list[list[Key]]:
        """The keys in lines of this width. Plain mode leaves none out: there the page may not tell them."""
        return in_lines(self.keys if is_plain(self) else with_room(self.keys, width), width)

    def render(self) -> Content:
        """The keys for the present width."""
        lines = []
        for line in self.lines(self.content_size.width):
            shown = (
                Content.assemble((key.display, "bold $text-accent"), (f" {key.words}", "$foreground-muted"))
                for key in line
            )
            lines.append(Content(" " * _GAP).join(shown))
        return Content("\n").join(lines)

    async def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        offset = event.get_content_offset(self)
        lines = self.lines(self.content_size.width)
        if offset is None or offset.y >= len(lines):
            return
        start = 0
        for key in lines[offset.y]:
            if key.press and start <= offset.x < start + key.cells:
                sign = (offset.x - start) // len("← ")  # each with a space behind it
                self.app.simulate_key(key.press[min(sign, len(key.press) - 1)])
            start += key.cells + _GAP

    def _follow_soon(self, screen: Screen[object]) -> None:
        """A turn to another page moves the focus twice, and more: all of it is followed once."""
        if not self._follows:
            self._follows = self.call_later(self._follow, screen)

    def _follow(self, screen: Screen[object]) -> None:
        self._follows = False
        found: dict[str, Key] = {}
        general = () if screen.is_modal else (self.app, screen)
        for node, binding, enabled, _ in screen.active_bindings.values():
            if binding.show and enabled and binding.description and not self._is_typed(screen, binding.key):
                # one action, one place: the first of its keys stands for all
                display = self.app.get_key_display(binding)
                signs = display.split()
                press: tuple[str, ...] = (binding.key,) if len(signs) == 1 and "–" not in display else ()
                if all(sign in _PRESSED for sign in signs):
                    press = tuple(_PRESSED[sign] for sign in signs)
                rank = _RANKS.index(binding.group) if binding.group in _RANKS else 0
                key = Key(display, binding.description, press, node in general, rank)
                found.setdefault(binding.action, key)
        self.keys = tuple(_leaving_last(found.values()))

    @staticmethod
    def _is_typed(screen: Screen[object], key: str) -> bool:
        """Whether the field with the focus takes the key as text; Textual itself does not know "slash"."""
        sign, field = name_of_key(key), screen.focused
        return len(sign) == 1 and field is not None and field.check_consume_key(key, sign)
