"""Where things live, by the customs of each system (platformdirs)."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "BOUNCEBACK_DB"
"""Environment variable that names the journal."""

_HOMELESS = f"There is no home folder to keep things in; name the journal with --db or {VARIABLE}."


def journal_path(named: str | None = None) -> Path:
    """The journal: the one named (flag before environment), else in the platform's data folder.

    Raises RuntimeError with a sentence where there is no home folder to put it in.
    """
    chosen = named or os.environ.get(VARIABLE)
    if chosen:
        return _expanded(chosen)
    import platformdirs  # noqa: PLC0415 - not needed when the journal is named

    return _at_home(platformdirs.user_data_path("bounceback", appauthor=False)) / "journal.db"


def config_folder() -> Path:
    """The folder of `config.toml`. Raises RuntimeError with a sentence where there is no home folder."""
    import platformdirs  # noqa: PLC0415 - the rest of the module works without it

    return _at_home(platformdirs.user_config_path("bounceback", appauthor=False))


def _expanded(name: str) -> Path:
    """A path that may begin with "~"."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise RuntimeError(
            f"There is no home folder that “{name[:40]}” could mean; write the whole path."
        ) from None


def _at_home(folder: Path) -> Path:
    """The folder, unless it still begins with a "~" that means nothing here."""
    if not folder.is_absolute():
        raise RuntimeError(_HOMELESS)
    return folder
