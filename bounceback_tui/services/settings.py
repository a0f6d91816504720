"""What a person has settled once, such as what 3/4 means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bounceback_tui import config
from bounceback_tui.config_values import CONFIG_FILE, HIDDEN, SHOWN, Config, Value
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.plain import PLAIN, Imposed
from bounceback_tui.services.errors import CannotDo

IN_FILE, FOR_NOW, USUAL = "config.toml", "for now", "usual"
"""Where a value comes from: the file, this sitting alone, or nowhere: nobody chose."""


class Settings:
    """The settings in use, read when first wanted."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` holds `config.toml`; with None nothing is read, and what is settled holds for now."""
        self.folder = folder
        """Where they are kept."""
        self._read: Config | None = None
        self._for_now: dict[str, Value | None] = {}
        self._imposed: Imposed | None = None

    def impose(self, plain: Imposed | None) -> None:
        """Have a flag or the environment decide for this start whether it is plain; None leaves it be."""
        self._imposed = plain

    @property
    def plain(self) -> bool:
        """Whether nothing is drawn with signs of lines, blocks or dots: flag, environment, file, usual."""
        return self._imposed.value if self._imposed else self.in_use.plain

    @property
    def in_use(self) -> Config:
        """All of them as they hold now."""
        if self._read is None:
            self._read = config.load(self.folder) if self.folder else Config()
            for name, value in self._for_now.items():
                usual = getattr(Config(), name)
                held = usual if value is None else config.READERS[name](value)
                self._read = replace(self._read, **{name: held})
        return self._read

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be used of the file, one sentence each."""
        return self.in_use.problems

    @property
    def date_order(self) -> DateOrder:
        """What 3/4 means."""
        return self.in_use.date_order

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Keys of the person's own, by the names of commands."""
        return dict(self.in_use.keys)

    @property
    def name(self) -> str:
        """The person's own name; empty where they did not say."""
        return self.in_use.name

    @property
    def guide(self) -> str:
        """Name of the guide for new episodes; empty for the one that comes with the program."""
        return self.in_use.guide

    @property
    def editor_always(self) -> bool:
        """Whether an editor of one's own may be opened on an encrypted journal, too."""
        return self.in_use.editor_always

    @property
    def lock_after(self) -> int | None:
        """Minutes without a key after which the journal is locked; 0 for never, None where nobody chose."""
        return self.in_use.lock_after

    @property
    def sync(self) -> bool:
        """Whether the journal is exchanged with other machines at the start and the end of the app."""
        return self.in_use.sync

    @property
    def writing_time(self) -> bool:
        """Whether the writing programme shows how long somebody has been writing."""
        return self.in_use.writing_time

    @property
    def theme(self) -> str:
        """Name of the theme, as it was written; empty for the usual one."""
        return self.in_use.theme

    @property
    def config_path(self) -> Path:
        """The file that they stand in."""
        return (self.folder or Path()) / CONFIG_FILE

    def settle_date_order(self, order: DateOrder) -> None:
        """From now on 3/4 means this. Raises CannotDo where it can be kept for this sitting only."""
        self.settle("date_order", str(order))

    def show_writing_time(self, shown: bool) -> None:
        """Show it from now on, or no longer. Raises CannotDo where it can be kept for this sitting only."""
        self.settle("writing_time", SHOWN if shown else HIDDEN)

    def settle_theme(self, name: str) -> None:
        """From now on these colours. Raises CannotDo where it can be kept for this sitting only."""
        self.settle("theme", name)

    def settle(self, name: str, value: Value | None) -> None:
        """From now on this holds, as it is written in the file; with None what is usual.

        Raises CannotDo where it can be kept for this sitting only, and ValueError for what may not stand
        there.
        """
        if value is not None:
            config.READERS[name](value)
        self._read, self._for_now[name] = None, value
        if self.folder is None:
            return
        try:
            config.remember(self.folder, name, value)
        except config.ConfigError as error:
            raise CannotDo(str(error)) from error
        del self._for_now[name]

    def source(self, name: str) -> str:
        """Where the value in use comes from."""
        if name == PLAIN and self._imposed:
            return self._imposed.source
        if name in self._for_now:
            return FOR_NOW
        return IN_FILE if name in self.in_use.stated else USUAL

    def read_again(self) -> None:
        """Somebody may have written into the file by hand."""
        self._read = None

    def place_of(self, name: str) -> str:
        """The file, and the line in which a setting stands there."""
        from bounceback_tui.toml_lines import line_of  # noqa: PLC0415 - only after a slip

        try:
            text = self.config_path.read_text("utf-8-sig")
        except (OSError, ValueError):
            text = ""
        line = line_of(text, name)
        return f"{self.config_path}, line {line}" if line else str(self.config_path)
