"""Everything that a journal holds, table by table, for the export."""

from __future__ import annotations

from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import SCHEMA_VERSION

TABLES = (
    "application",
    "event",
    "entry",
    "tag",
    "revision",
    "checkin",
    "feeling",
    "cause",
    "attribution",
    "guide",
    "episode",
    "tick",
    "feedback",
    "remark",
    "lead",
    "contact",
    "rest",
    "thought",
    "checkin_revision",
    "saved_search",
    "tag_colour",
    "person",
    "trap",
    "strength",
    "focus",
    "posting",
    "posting_mark",
    "cv_change",
    "writing",
    "writing_session",
    "preparation",
    "setback",
    "said",
    "passed_over",
    "draft",
)
"""In an order in which they can be put back."""


def dump(db: Database) -> dict[str, object]:
    """Every table as a list of objects by column, in the order of the keys; one consistent state."""
    tables: dict[str, object] = {}
    with db.read():
        for table in TABLES:
            names = [row[0] for row in db.rows("SELECT name FROM pragma_table_info(?)", (table,))]
            columns = ", ".join(names)
            tables[table] = [
                dict(zip(names, row, strict=True))
                for row in db.rows(f"SELECT {columns} FROM {table} ORDER BY 1, 2")
            ]
    return {"schema_version": SCHEMA_VERSION, **tables}
