"""Everything that a journal holds, table by table, for the export."""

from __future__ import annotations

from bounceback_tui.domain.going import Going, go_on, onwards
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import ROWS_VERSION
from bounceback_tui.storage.tables import columns_of

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
    "imported",
    "import_mapping",
    "draft",
)
"""In an order in which they can be put back."""

_ROWS = 500
"""Rows that are read between two questions whether to go on."""


def dump(db: Database, going: Going = onwards) -> dict[str, object]:
    """Every table as a list of objects by column, in the order of the keys; one consistent state.

    Raises StorageError, and Stopped where `going` says so.
    """
    tables: dict[str, object] = {}
    with db.read():
        every, done = sum(db.number(f"SELECT count(*) FROM {table}") for table in TABLES), 0
        for table in TABLES:
            names = columns_of(db, table)
            columns = ", ".join(names)
            found = tables[table] = list[dict[str, object]]()
            for row in db.each(f"SELECT {columns} FROM {table} ORDER BY 1, 2"):
                if done % _ROWS == 0:
                    go_on(going, done / max(every, 1))
                done += 1
                found.append(dict(zip(names, row, strict=True)))
    return {"schema_version": ROWS_VERSION, **tables}
