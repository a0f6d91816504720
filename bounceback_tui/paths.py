"""Where things live, by the customs of each system (platformdirs)."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "BOUNCEBACK_DB"
"""Environment variable that names the journal."""


def journal_path(named: str | None = None) -> Path:
    """The journal: the one named (flag before environment), else in the platform's data folder.

    Raises RuntimeError where there is no home folder to put it in.
    """
    chosen = named or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - not needed when the journal is named

    return platformdirs.user_data_path("bounceback", appauthor=False) / "journal.db"


def config_folder() -> Path:
    """The folder of `config.toml`. Raises RuntimeError where there is no home folder."""
    import platformdirs  # noqa: PLC0415 - the rest of the module works without it

    return platformdirs.user_config_path("bounceback", appauthor=False)
