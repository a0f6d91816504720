"""Plain mode: nothing drawn with signs of lines, blocks or dots. Who asks for it, and where that was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

PLAIN = "plain"
"""Name of the setting."""

FLAG = "--plain"
"""The option before every command."""

VARIABLE = "BOUNCEBACK_PLAIN"
"""Environment variable: 1 asks for it, 0 for the usual look; empty says nothing."""

_NO = ("0", "false", "no", "off")


class Imposed(NamedTuple):
    """What holds for this start, whatever the settings say."""

    value: bool
    """Whether it is plain."""
    source: str
    """The flag or the variable that says so."""


def imposed(flag: bool, environ: Mapping[str, str]) -> Imposed | None:
    """What the flag says, else the variable; None where the settings decide."""
    if flag:
        return Imposed(True, FLAG)
    if said := environ.get(VARIABLE, "").strip().casefold():
        return Imposed(said not in _NO, VARIABLE)
    return None
