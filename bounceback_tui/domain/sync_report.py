"""What came of an exchange with other machines, and how it stands."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Report(NamedTuple):
    """What came of it."""

    sent: int
    """Parcels that went to the others."""
    taken: int
    """Parcels of others that came."""
    put_back: int
    """Files that the others had lost, and have again."""
    unread: int
    """Parcels that cannot be read, all in all."""
    differences: int
    """What was said in two ways and waits for a decision."""
    joined: bool = False
    """Whether there was a journal already, which this one is now a part of."""


class Status(NamedTuple):
    """How it stands."""

    remote: str
    worked_at: datetime | None
    """In UTC; None where it never worked."""
    to_tell: int
    """Rows that the others do not know yet."""
    unread: int
    waiting: int
    """Rows that wait for what they belong to."""
    differences: int
