"""What is found by its name: just enough to name it and to go there."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class NamedEntry(NamedTuple):
    """An entry, by its title."""

    id: str
    title: str
    day: date
    """The local day that it was written on."""


class NamedApplication(NamedTuple):
    """An application, by whom and what it is for; either may be empty."""

    id: str
    company: str
    role: str
