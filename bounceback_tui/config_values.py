"""What a person can settle for good: the settings in use, and the words for them."""

from __future__ import annotations

from typing import TypeAlias

from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.frozen import Frozen

CONFIG_FILE = "config.toml"
"""The file in the folder for configuration."""

SHOWN, HIDDEN = "shown", "hidden"
"""The words for what can be seen or not."""

NEVER, START_AND_END = "never", "start and end"
"""The words for when something is done by itself."""

Value: TypeAlias = str | int | bool
"""What can be written into the file for one setting."""

LOCKS_AFTER = (0, 1, 5, 15)
"""Minutes that can be chosen for `lock_after`."""


class Config(Frozen, beside=("stated",)):
    """The settings in use."""

    date_order: DateOrder = DateOrder.ASK
    """What 3/4 means."""
    problems: tuple[str, ...] = ()
    """What could not be used of the file, one sentence each; the usual settings stand in for it."""
    name: str = ""
    """The person's own name, for the end of an e-mail; empty where they did not say."""
    guide: str = ""
    """Name of the person's own guide for new episodes; empty for the one that comes with the program."""
    stated: frozenset[str] = frozenset()
    """Names of the settings that stand in the file and are used."""
    editor_always: bool = False
    """Whether an editor of one's own may be opened on an encrypted journal, too."""
    lock_after: int | None = None
    """Minutes without a key after which the journal is locked; 0 for never, None where nobody chose."""
    sync: bool = False
    """Whether the journal is exchanged with other machines at the start and the end of the app."""
    writing_time: bool = True
    """Whether the writing programme shows how long somebody has been writing."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Commands by their names, with the keys that the person chose for them."""
    plain: bool = False
    """Whether nothing is drawn with signs of lines, blocks or dots; see `plain.py`."""
    theme: str = ""
    """Name of the theme; empty for our own dark one. Whether there is one of that name only the app knows."""
