"""The table `[keys]` of `config.toml`: keys of one's own for commands."""

from __future__ import annotations

from bounceback_tui.domain.keys import Keys, chosen, commands_in
from bounceback_tui.resources import asset

LIST = "keys.md"
"""The asset that lists every command."""


def read_keys(value: object, path: object) -> tuple[tuple[tuple[str, Keys], ...], list[str]]:
    """Commands with the keys that stand for them, and what could not be used, a sentence each."""
    kept, told = chosen(value, commands_in(asset(LIST)))
    return tuple(kept.items()), [f"In {path}, {one}" for one in told]
