"""What holds for this start alone, and the files that a person may edit by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bounceback_tui import paths
from bounceback_tui.clock import VARIABLE as CLOCK
from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.services.care import NAME as SUPPORT
from bounceback_tui.services.guides import FOLDER as GUIDES
from bounceback_tui.services.letters import NAME as LETTERS
from bounceback_tui.services.own_themes import FOLDER as THEMES

NO_COLOUR = "NO_COLOR"
"""Environment variable under which there are no colours, whatever theme was chosen."""

_EDITORS = ("VISUAL", "EDITOR")
"""Environment variables that name the person's own editor; the first that is set is used."""

_SECRET = ("BOUNCEBACK_PASSPHRASE_COMMAND", "BOUNCEBACK_SYNC_PASSPHRASE_COMMAND")
"""Those that name a command which prints a passphrase; it may hold one, and is never told."""


class Override(NamedTuple):
    """Something that was said for this start."""

    label: str
    """What it is."""
    value: str
    """What was said."""
    source: str
    """The flag or the variable; "usual" where nobody said."""


class OwnFile(NamedTuple):
    """A file or folder in which a person may write by hand."""

    label: str
    """What it is for."""
    path: Path
    """Where it is, or would be."""
    words: str
    """What may stand in it, in a sentence."""


def overrides(journal: Path, environ: Mapping[str, str], demo: bool = False) -> list[Override]:
    """The journal with what names it, and what else the environment says."""
    found = [Override("Journal", str(journal), _named_by(journal, environ, demo))]
    if said := environ.get(CLOCK, "").strip():
        found.append(Override("Clock", said, CLOCK))
    for variable in _EDITORS:
        if said := environ.get(variable, "").strip():
            found.append(Override("Your own editor", said, variable))
            break
    for variable in _SECRET:
        if variable in environ:
            found.append(Override("Passphrase", "by a command", variable))
    return found


def _named_by(journal: Path, environ: Mapping[str, str], demo: bool) -> str:
    if demo:
        return "--demo"
    said = environ.get(paths.VARIABLE, "")
    try:
        if said and paths.expanded(said) == journal:
            return paths.VARIABLE
        return "usual" if not said and paths.journal_path() == journal else "--db"
    except RuntimeError:
        return "--db"


def own_files(folder: Path | None) -> list[OwnFile]:
    """What may be written by hand in the folder of the settings; none where there is no such folder."""
    if folder is None:
        return []
    return [
        OwnFile("Settings", folder / CONFIG_FILE, "All that is above, with whatever comments you like."),
        OwnFile("Kind words", folder / SUPPORT, "What Today says after several very low days."),
        OwnFile("E-mails", folder / LETTERS, "Your own wording of the e-mails that are drafted for you."),
        OwnFile("Guides", folder / GUIDES, "A Markdown file for each guide of your own."),
        OwnFile("Themes", folder / THEMES, "A small TOML file for each theme of your own."),
    ]
