"""What a person has settled once, such as what 3/4 means."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bounceback_tui import config
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.services.errors import CannotDo


class Settings:
    """The settings in use, read when first wanted."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` holds `config.toml`; with None nothing is read, and what is settled holds for now."""
        self.folder = folder
        """Where they are kept."""
        self._chosen: DateOrder | None = None
        self._time_chosen: bool | None = None
        self._theme_chosen: str | None = None

    @cached_property
    def _config(self) -> config.Config:
        return config.load(self.folder) if self.folder else config.Config()

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be used of the file, one sentence each."""
        return self._config.problems

    @property
    def date_order(self) -> DateOrder:
        """What 3/4 means."""
        return self._chosen or self._config.date_order

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """Keys of the person's own, by the names of commands."""
        return dict(self._config.keys)

    @property
    def name(self) -> str:
        """The person's own name; empty where they did not say."""
        return self._config.name

    @property
    def guide(self) -> str:
        """Name of the guide for new episodes; empty for the one that comes with the program."""
        return self._config.guide

    @property
    def editor_always(self) -> bool:
        """Whether an editor of one's own may be opened on an encrypted journal, too."""
        return self._config.editor_always

    @property
    def lock_after(self) -> int | None:
        """Minutes without a key after which the journal is locked; 0 for never, None where nobody chose."""
        return self._config.lock_after

    @property
    def sync(self) -> bool:
        """Whether the journal is exchanged with other machines at the start and the end of the app."""
        return self._config.sync

    def settle_date_order(self, order: DateOrder) -> None:
        """From now on 3/4 means this. Raises CannotDo where it can be kept for this sitting only."""
        self._chosen = order
        self._remember("date_order", order)

    @property
    def writing_time(self) -> bool:
        """Whether the writing programme shows how long somebody has been writing."""
        return self._config.writing_time if self._time_chosen is None else self._time_chosen

    def show_writing_time(self, shown: bool) -> None:
        """Show it from now on, or no longer. Raises CannotDo where it can be kept for this sitting only."""
        self._time_chosen = shown
        self._remember("writing_time", config.SHOWN if shown else config.HIDDEN)

    @property
    def theme(self) -> str:
        """Name of the theme, as it was written; empty for the usual one."""
        return self._config.theme if self._theme_chosen is None else self._theme_chosen

    @property
    def config_path(self) -> Path:
        """The file that they stand in."""
        return (self.folder or Path()) / config.NAME

    def settle_theme(self, name: str) -> None:
        """From now on these colours. Raises CannotDo where it can be kept for this sitting only."""
        self._theme_chosen = name
        self._remember("theme", name)

    def _remember(self, key: str, value: str) -> None:
        if self.folder:
            try:
                config.remember(self.folder, key, value)
            except config.ConfigError as error:
                raise CannotDo(str(error)) from error
