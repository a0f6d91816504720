"""Where things live, by the customs of each system (platformdirs)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:  # 3 ms, and a short command opens the journal by its name
    from pathlib import Path

VARIABLE = "BOUNCEBACK_DB"
"""Environment variable that names the journal."""

_HOMELESS = f"There is no home folder to keep things in; name the journal with --db or {VARIABLE}."


def journal_path(named: str | None = None) -> Path:
    """The journal: the one named (flag before environment), else in the platform's data folder.

    Raises RuntimeError with a sentence where there is no home folder to put it in.
    """
    return _path(journal_name(named))


def journal_name(named: str | None = None) -> str:
    """The same as plain text. Raises RuntimeError as it does."""
    chosen = named or os.environ.get(VARIABLE)
    if not chosen:
        return os.path.join(_at_home("user_data_path"), "journal.db")
    # as a folder it is written, and may yet be a file: "me.db/" and "me.db/."
    written_otherwise = os.path.basename(chosen) in ("", os.curdir)
    return str(expanded(chosen)) if chosen.startswith("~") or written_otherwise else chosen


def config_folder() -> Path:
    """The folder of `config.toml`. Raises RuntimeError with a sentence where there is no home folder."""
    return _path(_at_home("user_config_path"))


def state_folder() -> Path:
    """The folder of reports on faults. Raises RuntimeError with a sentence where there is no home folder."""
    return _path(_at_home("user_state_path"))


def expanded(name: str) -> Path:
    """A path that may begin with "~". Raises RuntimeError with a sentence where that means nobody's home."""
    try:
        return _path(name).expanduser() if name.startswith("~") else _path(name)
    except RuntimeError:
        raise RuntimeError(
            f"There is no home folder that {quoted(name)} could mean; write the whole path."
        ) from None


_XDG = {
    "user_data_path": ("XDG_DATA_HOME", "~/.local/share"),
    "user_config_path": ("XDG_CONFIG_HOME", "~/.config"),
    "user_state_path": ("XDG_STATE_HOME", "~/.local/state"),
}
"""What platformdirs goes by on Linux; to load it takes as long as saving a mood."""


def _path(name: str) -> Path:
    from pathlib import Path  # noqa: PLC0415 - see above

    return Path(name)


def _at_home(what: str) -> str:
    """One of the folders of the program, by the name that platformdirs has for it."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        variable, usual = _XDG[what]
        folder = os.path.join(os.environ.get(variable, "").strip() or os.path.expanduser(usual), "bounceback")
        if os.path.isabs(folder):
            return folder
    import platformdirs  # noqa: PLC0415 - see above

    try:
        folder = str(getattr(platformdirs, what)("bounceback", appauthor=False))
    except RuntimeError:
        raise RuntimeError(_HOMELESS) from None
    if not os.path.isabs(folder):  # a "~" that means nothing here, in older versions
        raise RuntimeError(_HOMELESS)
    return folder
