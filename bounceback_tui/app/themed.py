"""The colours of the app: which theme, tried on in the palette, remembered once chosen."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.theme import Theme, ThemeStackError
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.command import CommandPalette
from textual.reactive import Reactive
from textual.widgets import Input

from bounceback_tui.app.at_rest import AtRest
from bounceback_tui.crashes import Crashes
from bounceback_tui.domain.text import one_line
from bounceback_tui.resources import asset_path
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.palette import mood_variables
from bounceback_tui.widgets.tag_colours import tag_variables
from bounceback_tui.widgets.themes import DARK, LIGHT, our_themes, readable, theme_of

_Paint = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def _terminal(
    ground: _Paint, words: _Paint, black: _Paint, six: list[_Paint], greys: list[_Paint]
) -> TerminalTheme:
    """Colours for text that Rich paints with those of a terminal; the `six` are red to cyan, bright or not.

    Black is what code stands on, so it is a ground in either theme.
    """
    return TerminalTheme(ground, words, [black, *six, *greys], [*six, words])


_READ_ON_DARK = _terminal(
    ground=(28, 25, 23),
    words=(235, 228, 220),
    black=(48, 43, 40),
    six=[
        (240, 150, 138),
        (165, 199, 147),
        (230, 189, 108),
        (154, 182, 224),
        (227, 167, 111),
        (143, 200, 196),
    ],
    greys=[(203, 185, 167), (148, 137, 127)],
)
_READ_ON_LIGHT = _terminal(
    ground=(250, 246, 240),
    words=(43, 37, 32),
    black=(233, 225, 213),
    six=[(156, 51, 32), (58, 97, 48), (118, 80, 0), (36, 75, 140), (138, 69, 16), (9, 88, 98)],
    greys=[(102, 85, 69), (96, 86, 76)],
)


_FIELDS_BELOW = 3
"""From the toolkit's field to the box of a filter on a page, in classes."""


class Themed(AtRest):
    """An app with themes of its own, and those of the person."""

    ansi_theme_dark = Reactive(_READ_ON_DARK, init=False)
    ansi_theme_light = Reactive(_READ_ON_LIGHT, init=False)

    _is_known = False  # which theme is worn

    def __init__(self, style: Path, workspace: Workspace, crashes: Crashes, demo: bool) -> None:
        super().__init__(style, workspace, crashes, demo)
        self._own_read = False
        self._theme_problems: list[str] = []
        self._hard_to_read: dict[str, str] = {}  # what is said of a theme once it is worn
        self._before: str | None = None  # the theme while others are tried on
        self._usual = DARK
        for theme in our_themes():
            self.register_theme(theme)
        wanted = workspace.settings.theme
        if wanted and wanted not in self.available_themes:
            self._read_own()
        if wanted in self.available_themes:
            self._usual = wanted
        elif wanted:
            self._theme_problems.append(self._unknown(wanted))
        self.set_reactive(App.theme, self._usual)
        self._is_known = True
        self.stylesheet.set_variables(self.get_css_variables())
        self._colour_markdown()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own: those of the moods and of the tags."""
        dark = self.current_theme.dark
        return mood_variables(dark) | tag_variables(dark)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme; where it is not ours, words get such as can be read.

        None before it is known: the toolkit asks at once, and those of its own theme would be worked out.
        """
        if not self._is_known:
            return {}
        variables = super().get_css_variables()
        if self.theme not in (DARK, LIGHT):
            variables |= readable(variables)  # the toolkit keeps the same mapping
        return variables

    def _colour_markdown(self) -> None:
        """Headings and lists in the accent of the theme; Rich has a colour of its own for each."""
        with suppress(ThemeStackError):
            self.console.pop_theme()
        named = self.get_css_variables()
        # what follows the name says how much of it, which a terminal's own colours cannot be mixed by
        accent, quiet = (
            Color.parse(named[name].split()[0]).rich_color for name in ("text-accent", "foreground-muted")
        )
        self.console.push_theme(
            Theme(
                {
                    "markdown.h1": Style(color=accent, bold=True),
                    "markdown.h2": Style(color=accent, underline=True),
                    "markdown.h3": Style(color=accent),
                    "markdown.h4": Style(color=accent, italic=True),
                    "markdown.item.number": Style(color=accent),
                    "markdown.block_quote": Style(color=quiet),
                    "markdown.code": Style(bold=True),
                    "markdown.code_block": Style(color=quiet),
                    "markdown.link": Style(color=accent),
                    "markdown.link_url": Style(color=accent, underline=True),
                    "markdown.table.border": Style(color=quiet),
                    "markdown.table.header": Style(bold=True),
                }
            )
        )

    def settle_in(self) -> None:
        """What the first paint can do without; the person's own themes, too."""
        super().settle_in()
        self.wear("pages.tcss")  # before a key waits for it
        self._wear_fields()
        _ = self.stylesheet.rules_map  # which reads both
        self._read_own()
        problems, self._theme_problems = self._theme_problems, []
        problems += filter(None, [self._hard_to_read.get(self.theme)])
        if problems:
            self.notify(one_line(" ".join(problems)), severity="warning", markup=False, timeout=8)

    def wear(self, name: str) -> None:
        """Have a style sheet of ours hold as well, from the first widget on that it is for."""
        path = asset_path(name)
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))

    def _wear_fields(self) -> None:
        """Have the toolkit's own rules for fields ready: a third of all that a first visit would parse.

        They are read anew for a class further below than any so far, so they are asked for as of the last.
        """
        for where, css, order, scope in Input()._get_default_css():
            self.stylesheet.add_source(
                css, where, is_default_css=True, tie_breaker=order - _FIELDS_BELOW, scope=scope
            )

    def get_key_display(self, binding: Binding) -> str:
        """A key as our own words call it everywhere: Textual has a sign for enter that few know."""
        shown = super().get_key_display(binding)
        return "enter" if shown == "⏎" else shown

    def _read_own(self) -> None:
        """Read the person's own themes, once."""
        from bounceback_tui.services.own_themes import read_all  # noqa: PLC0415 - after the first paint
        from bounceback_tui.services.theme_words import hard_to_read  # noqa: PLC0415 - as above

        if self._own_read:
            return
        self._own_read = True
        themes, problems = read_all(self.workspace.settings.folder)
        self._theme_problems += problems
        for theme in themes:
            if theme.name in self.available_themes:
                said = f"There is a theme “{theme.name}” already; give yours another name to choose it."
                self._theme_problems.append(said)
            else:
                self.register_theme(theme_of(theme))
                self._hard_to_read[theme.name] = hard_to_read(theme)

    def _unknown(self, wanted: str) -> str:
        from bounceback_tui.services.own_themes import nearest_of  # noqa: PLC0415 - only after a slip

        near = nearest_of(wanted, self.available_themes)
        where = self.workspace.settings.place_of("theme")
        return f"In {where}, theme is “{wanted}”, which is not known{near}; {DARK} is used instead."

    def wear_settled(self) -> None:
        """The theme of the settings, where there is one of that name."""
        self._read_own()
        wanted = self.workspace.settings.theme or DARK
        if wanted in self.available_themes:
            self._usual = wanted
            self.theme = wanted

    def search_themes(self) -> None:
        """Offer all themes; the one under the cursor is tried on."""
        self._read_own()
        self._before = self.theme
        super().search_themes()

    def on_command_palette_option_highlighted(self, event: CommandPalette.OptionHighlighted) -> None:
        """Try a theme on."""
        if self._before is None or not isinstance(self.screen, CommandPalette):
            return
        marked = event.highlighted_event
        hit = getattr(marked.option, "hit", None)
        untouched = marked.option_index == 0 and not self.screen.query_one(Input).value
        name = self._before if untouched else str(getattr(hit, "text", ""))
        if name in self.available_themes:
            self.theme = name

    def on_command_palette_closed(self, event: CommandPalette.Closed) -> None:
        """Keep the theme that was chosen, or go back to the one before."""
        before, self._before = self._before, None
        if before is None:
            return
        if not event.option_selected:
            self.theme = before
        elif self.theme != self._usual:
            self._remember_theme()

    def watch_theme(self, name: str) -> None:
        """Remember a theme that is chosen, and not one that is only tried on."""
        self._colour_markdown()
        if isinstance(self.screen, CommandPalette):  # the toolkit leaves its own windows as they were
            self.call_after_refresh(self.stylesheet.update, self.screen)
        if self.is_running and self._before is None and name != self._usual:
            self._remember_theme()

    def _remember_theme(self) -> None:
        self._usual = self.theme
        attempt(self.screen, lambda: self.workspace.settings.settle_theme(self.theme))
        if said := self._hard_to_read.get(self.theme):
            self.notify(one_line(said), severity="warning", markup=False, timeout=8)
