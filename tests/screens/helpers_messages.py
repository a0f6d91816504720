"""What the app says in passing, out of the place where Textual keeps it."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot


def messages(pilot: Pilot[Any]) -> list[str]:
    """The messages that have not gone yet, the earliest first."""
    return [str(one.message) for one in pilot.app._notifications]


def said(pilot: Pilot[Any]) -> str:
    """All of them, one after the other; mostly it is one."""
    return " ".join(messages(pilot))
