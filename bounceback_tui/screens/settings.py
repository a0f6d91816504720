"""All settings in one window: what holds, where that comes from, and another choice with one key."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from bounceback_tui.config import LONGEST_NAME, READERS
from bounceback_tui.config_problems import of_guide
from bounceback_tui.config_values import Value
from bounceback_tui.domain.text import one_line
from bounceback_tui.plain import FLAG, PLAIN, VARIABLE
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.from_outside import NO_COLOUR, overrides, own_files
from bounceback_tui.services.settings import FOR_NOW, IN_FILE
from bounceback_tui.setting_list import SETTINGS, THEME, Setting, as_written, in_words
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.themes import DARK

_LABEL, _SOURCE = 17, 13
"""Cells for what it is called, and for where it comes from."""


class Row(NamedTuple):
    """A line of the window."""

    key: str
    """What tells it from the others."""
    label: str
    """What it is called; empty for something that is wrong."""
    value: str
    """What holds."""
    source: str
    """Where that comes from."""
    words: str
    """What is said of it below the list."""
    setting: Setting | None = None
    """The setting, where it is one."""
    path: Path | None = None
    """The file, where it is one."""


class SettingsWindow(ListWindow[Row]):
    """A list over the page. Each change is kept at once in the file, of which all else stays."""

    class Changed(Message):
        """Another value may hold from now on."""

    HEADING = "Settings"
    EMPTY = ""
    OPENS = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn_value(1)", "choose", key_display="← →", tooltip="The next choice"),
        Binding("left", "turn_value(-1)", "choose", show=False, tooltip="The choice before"),
        Binding("enter,space", "open", "change", key_display="enter", tooltip="Change this one"),
        Binding("x", "remove", "as usual", tooltip="Go back to what is usual, and take it out of the file"),
        Binding("c", "copy", "copy path", tooltip="Copy the path of this file"),
    ]

    def on_mount(self) -> None:
        """What somebody wrote by hand meanwhile holds from now on."""
        self.workspace.settings.read_again()
        super().on_mount()
        self.post_message(self.Changed())

    def things(self) -> list[Row]:
        """What is wrong with the file, the settings, what else was said for this start, the files."""
        settings = self.workspace.settings
        where = f"{settings.config_path}, "
        wrong = [
            Row(f"wrong {one}", "", one.removeprefix("In ").removeprefix(where), "", one)
            for one in self._problems()
        ]
        outside = [
            Row(
                f"outside {one.label}", one.label, one.value, one.source, _told_outside(one.source, one.value)
            )
            for one in overrides(self.workspace.path, os.environ, self.app_is_demo)
        ]
        files = [
            Row(
                f"file {one.path}",
                one.label,
                one.path.name,
                _there(one.path),
                f"{one.path}. {one.words}",
                path=one.path,
            )
            for one in own_files(settings.folder)
        ]
        return [*wrong, *map(self._row, SETTINGS), *outside, *files]

    def _problems(self) -> list[str]:
        """What is wrong with the file, and a guide that it names and that is not there."""
        settings = self.workspace.settings
        missing = of_guide(settings.folder, settings.guide) if settings.folder else ""
        return [*settings.problems, *filter(None, [missing])]

    @property
    def app_is_demo(self) -> bool:
        """Whether the journal is a made-up one."""
        return bool(getattr(self.app, "demo", False))

    def _row(self, setting: Setting) -> Row:
        settings = self.workspace.settings
        value = settings.plain if setting.name == PLAIN else as_written(settings.in_use, setting.name)
        source = settings.source(setting.name)
        words = [setting.words]
        if setting.choices:
            words.append(f"One of: {', '.join(in_words(setting, one) for one in setting.choices)}.")
        if setting.later:
            words.append(setting.later)
        if setting.name == THEME and os.environ.get(NO_COLOUR):
            source = NO_COLOUR
            words.append(f"{NO_COLOUR} is set, so there are no colours whatever is chosen.")
        if source in (FLAG, VARIABLE):
            words.append(f"{source} says so for this start, whatever is chosen.")
        if source == FOR_NOW:
            words.append("It holds until you leave; it is not in the file.")
        return Row(setting.name, setting.label, self._shown(setting, value), source, " ".join(words), setting)

    def _shown(self, setting: Setting, value: Value | None) -> str:
        """A value in words, which for the minutes until a lock depends on the journal."""
        if setting.name == "lock_after" and value is None:
            return in_words(setting, self.workspace.lock_after)
        if setting.name == THEME and (value or DARK) not in self.app.available_themes:
            return f"{value} (not known; {self.app.theme})"
        return in_words(setting, value)

    @on(Rows.Highlighted)
    def _look_anew(self) -> None:
        self.refresh_bindings()  # what can be done depends on the one under the cursor

    def name_of(self, thing: Row) -> str:
        """What tells it from the others."""
        return thing.key

    def line(self, thing: Row, width: int) -> Content:
        """ "What 3/4 means   day first            config.toml"."""
        if not thing.label:
            return safe_line(f"! {thing.value}", width, "$text-warning")
        label = padded(safe_line(thing.label, _LABEL - 1), _LABEL)
        source = safe_line(thing.source, width // 2, "$foreground-muted")
        beside = max(_SOURCE, source.cell_length + 1)
        room = max(width - _LABEL - beside, 1)
        own = thing.source in (IN_FILE, FOR_NOW)
        value = safe_line(thing.value, room, "" if own or not thing.setting else "$foreground-muted")
        return label + padded(value, width - _LABEL - source.cell_length) + source

    def beside(self, thing: Row) -> str:
        """What it does, or what is wrong."""
        return thing.words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the one under the cursor; undo is for the journal."""
        thing = self.thing
        if action == "dismiss" or thing is None:
            return action == "dismiss"
        if action == "turn_value":
            return bool(self._choices(thing))
        if action == "open":
            return thing.setting is not None
        if action == "remove":
            return thing.source in (IN_FILE, FOR_NOW) and thing.setting is not None
        return action == "copy" and thing.path is not None

    def _choices(self, thing: Row) -> Sequence[Value | None]:
        """What can be chosen; None is what is usual."""
        if thing.setting is None:
            return ()
        match thing.setting.name:
            case "guide":
                return (None, *(attempt(self, self.workspace.guides.names) or ()))
            case "theme":
                return sorted(self.app.available_themes)
        return thing.setting.choices

    def open_one(self, thing: Row) -> None:
        """By a click on the one under the cursor."""
        self.action_open() if thing.setting else self.action_copy()

    def action_turn_value(self, step: int) -> None:
        """The next choice, or the one before."""
        thing = self.thing
        choices = self._choices(thing) if thing else ()
        if not (thing and thing.setting and choices):
            return
        value = self._value(thing.setting)
        place = choices.index(value) + step if value in choices else 0 if step > 0 else -1
        self._settle(thing.setting, choices[place % len(choices)])

    def _value(self, setting: Setting) -> Value | None:
        """What holds now, of the choices."""
        value = as_written(self.workspace.settings.in_use, setting.name)
        if setting.name == "lock_after" and value is None:
            return self.workspace.lock_after
        return DARK if setting.name == THEME and value is None else value

    def action_open(self) -> None:
        """The themes can be tried on, a name is written; of few choices it is the next one."""
        thing = self.thing
        if thing is None or thing.setting is None:
            return
        if thing.setting.name == THEME:
            self.app.search_themes()
        elif self._choices(thing):
            self.action_turn_value(1)
        else:
            self._ask(thing.setting)

    def _ask(self, setting: Setting) -> None:
        before = as_written(self.workspace.settings.in_use, setting.name) or ""

        def remark(text: str) -> Remark:
            try:
                READERS[setting.name](text)
            except ValueError:
                return Remark(f"at most {LONGEST_NAME} characters", fits=False)
            return Remark(setting.words if text.strip() else "Empty: none.")

        def settle(text: str | None) -> None:
            if text is not None:
                self._settle(setting, one_line(text) or None)

        self.app.push_screen(AskLine(setting.label, "", remark, str(before)), settle)

    def _settle(self, setting: Setting, value: Value | None) -> None:
        # where it cannot be kept, that is said, and it holds for now
        attempt(self, lambda: self.workspace.settings.settle(setting.name, value))
        self.post_message(self.Changed())
        self.read(keep=setting.name)

    def action_remove(self) -> None:
        """Back to what is usual."""
        if self.thing and self.thing.setting:
            self._settle(self.thing.setting, None)

    def action_copy(self) -> None:
        """The path of the file, for another program."""
        if self.thing and self.thing.path:
            self.app.copy_to_clipboard(str(self.thing.path))
            self.notify(f"Copied: {one_line(str(self.thing.path))}", markup=False, timeout=4)


def _there(path: Path) -> str:
    try:
        return "there" if path.exists() else "not there yet"
    except OSError:
        return "cannot be read"


def _told_outside(source: str, value: str) -> str:
    if source == "usual":
        return f"{value}. --db or BOUNCEBACK_DB names another one at the start."
    return f"{value}. {source} says so, for this start; the file has no such setting."
