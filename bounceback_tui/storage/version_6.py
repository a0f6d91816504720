"""What version 6 of the schema added: what is next in an application, and what it was sent with."""

from __future__ import annotations

from bounceback_tui.storage.schema import DATE
from bounceback_tui.storage.version_4 import more

_YES_OR_NO = "INTEGER CHECK ({0} IN (0, 1))"

TABLES = (
    *more(
        "application",
        f"next_on {DATE.format('next_on')}",
        "next_words TEXT NOT NULL DEFAULT ''",
        "document TEXT NOT NULL DEFAULT ''",  # path or link of the CV or letter; nothing is copied
        *(f"{name} {_YES_OR_NO.format(name)}" for name in ("read_closely", "tailored", "liked")),
    ),
    "CREATE INDEX application_next ON application (next_on) WHERE next_on IS NOT NULL AND deleted_at IS NULL",
)
"""Statements in order."""
