"""The keys that work here and now, and what there is to know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from bounceback_tui import __version__
from bounceback_tui.domain.text import capital
from bounceback_tui.resources import asset
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.window import Window
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.labelled import LabelledLines
from bounceback_tui.widgets.plain_marks import keys_in_words
from bounceback_tui.widgets.reader import rendered
from bounceback_tui.widgets.safe import safe

_HERE, _PAGE, _EVERYWHERE = range(3)

_CELLS = 13
"""Cells for the name of a key, and the space around it."""

_WIDEST, _AROUND = 96, 6
"""Cells of the window at most, and those of them that are margin."""


class Help(Window[None]):
    """Keys first, those of what has the focus before all others; then the manual, About, and all commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "close", key_display="esc"),
        Binding("m", "part('manual')", "manual", tooltip="The manual"),
        Binding("a", "part('about')", "about", tooltip="Version, journal, licence, and what it rests on"),
    ]

    def __init__(self, of: Screen[Any], workspace: Workspace, part: str = "keys") -> None:
        """`of` is the screen whose keys are told; `part` is "keys", "manual" or "about", to begin with."""
        super().__init__()
        self._of = of
        self._workspace = workspace
        self._part = part

    def compose(self) -> ComposeResult:
        """One column that scrolls."""
        with Vertical(id="help"), WindowColumn(id="help-column"):
            yield Static(self._keys(), id="help-keys", markup=False)
            yield Static(rendered(keys_in_words(asset("help.md"), self)), id="help-manual", markup=False)
            with Vertical(id="help-about"):
                yield from self._about()
            yield Static(rendered(keys_in_words(asset("keys.md"), self)), id="help-commands", markup=False)
        yield KeyBar()

    def on_resize(self) -> None:
        """What a key does stays beside it, however narrow the window is."""
        self.query_one("#help-keys", Static).update(self._keys())

    def on_mount(self) -> None:
        """Scroll with the arrows at once."""
        self.query_one("#help-column").focus()
        if self._part != "keys":
            self.call_after_refresh(self.action_part, self._part)

    def action_part(self, part: str) -> None:
        """Go to the keys, the manual or About."""
        self.query_one(f"#help-{part}").scroll_visible(animate=False, top=True)

    def _keys(self) -> Content:
        groups: dict[int, list[ActiveBinding]] = {_HERE: [], _PAGE: [], _EVERYWHERE: []}
        told = set()
        for active in self._of.active_bindings.values():
            words = _words(active)
            if words and words not in told and active.enabled:
                told.add(words)
                groups[self._group(active.node)].append(active)
        parts = [Content.styled("Keys", "bold $text-accent")]
        for group, found in groups.items():
            if found or group == _EVERYWHERE:
                parts += [Content.styled(f"\n{self._title(group)}", "$foreground-muted"), *self._lines(found)]
        parts += [self._line("tab", "To the next field"), self._line("shift+tab", "To the field before")]
        return Content("\n").join(parts)

    def _group(self, node: DOMNode) -> int:
        """Where the keys of a widget, a page, a window or the app belong."""
        if isinstance(node, Page) or (isinstance(node, Screen) and not self._has_pages):
            return _PAGE
        return _EVERYWHERE if isinstance(node, Screen | App) else _HERE

    @property
    def _has_pages(self) -> bool:
        return bool(self._of.query(Page))

    def _title(self, group: int) -> str:
        if group == _PAGE:
            page = next((one for one in self._of.query(Page) if one.display), None)
            return f"On {page.NAME}" if page else "In this window"
        return "Where you are" if group == _HERE else "Everywhere"

    def _lines(self, found: Iterable[ActiveBinding]) -> Iterable[Content]:
        for active in found:
            yield self._line(self.app.get_key_display(active.binding), _words(active))

    def _line(self, key: str, words: str) -> Content:
        """A key and what it does; further lines of that stand below its first one."""
        width = min(self.app.size.width * 9 // 10, _WIDEST) - _AROUND - _CELLS
        below = Content("\n" + " " * _CELLS)
        name = Content.styled(f"  {key}".ljust(_CELLS), "$text-accent")
        return name + below.join(Content(words).wrap(max(width, 1)))

    def _about(self) -> ComposeResult:
        """What stands in `evidence.md`, and behind its beginning what this very program and journal are."""
        first, _, rest = asset("evidence.md").partition("\n## ")
        encrypted = "encrypted" if self._workspace.database.key else "not encrypted"
        facts = (
            ("Version", f"bounceback {__version__}"),
            ("Journal", f"{self._workspace.path} ({encrypted})"),
            ("Licence", "MIT: free to use, to change and to pass on"),
        )
        yield Static(rendered(first), markup=False)
        lines = LabelledLines(id="help-facts")
        lines.lines = tuple((name, safe(said)) for name, said in facts)
        yield lines
        yield Static(rendered(f"## {rest}"), markup=False)


def _words(active: ActiveBinding) -> str:
    """What a key does; what has no words of ours comes with the toolkit: scrolling, focus, copying."""
    binding = active.binding
    words = active.tooltip or binding.tooltip or (binding.description if binding.show else "")
    return capital(words)
