"""The rows of another journal of this program, put into the tables that they came from.

A row whose key is there already is left alone. Each value is held against the rules of its table, and against
what reading it later takes for granted (`row_checks.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bounceback_tui.domain.going import Going, go_on
from bounceback_tui.domain.import_report import Found, Sort
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.storage.columns import FreePlaces, with_key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.dump import TABLES
from bounceback_tui.storage.errors import StorageError, does_not_fit
from bounceback_tui.storage.journal_file import ROWS_VERSION
from bounceback_tui.storage.row_checks import Unfit, fitting
from bounceback_tui.storage.tables import columns_of, owners_of
from bounceback_tui.storage.undo_import import note_added
from bounceback_tui.storage.undo_schema import ALL_KEYS, MORE_KEYS

_SORTS = {
    "entry": Sort.ENTRY,
    "checkin": Sort.CHECKIN,
    "application": Sort.APPLICATION,
    "event": Sort.EVENT,
    "thought": Sort.THOUGHT,
}
_PARTS = ("tag", "feeling", "cause", "attribution", "remark", "contact", "posting_mark", "imported", "guide")
"""Tables whose rows are counted with what they belong to, or not at all."""

_OF_A_WHOLE = {"tag": "entry_id", "feeling": "checkin_id", "posting_mark": "posting_id"}
"""Parts that can be taken off what they belong to, and the column that names it.

Of what was there before none comes in: it may have been taken off since.
"""

_AT_ONCE = 200
"""Rows between two questions whether to go on."""


class OwnRows:
    """Takes them in, inside `write()`."""

    def __init__(self, db: Database, found: Found, step: int | None) -> None:
        """Counts in `found`; `step` is the step to take back that they belong to."""
        self._db = db
        self._found = found
        self._step = step
        self._made: set[object] = set()
        self._places = FreePlaces(db)
        self._events = db.row("SELECT 1 FROM event LIMIT 1") is not None
        self._columns = {table: columns_of(db, table) for table in TABLES}
        self._owners = {table: owners_of(db, table) for table in TABLES}

    def take(self, version: int, tables: Mapping[str, Sequence[Any]], going: Going) -> None:
        """All rows. Raises StorageError for a journal of a newer version, and Stopped."""
        if version > ROWS_VERSION:
            raise StorageError(
                f"The file was written by a newer bounceback (version {version} of its tables; this one knows"
                f" {ROWS_VERSION}). Nothing was changed; update bounceback and try again."
            )
        for table in tables:
            if table not in TABLES:
                self._found.refuse(1, f"there is nothing called {quoted(table)}")
        every, done = max(sum(map(len, tables.values())), 1), 0
        for table in TABLES:
            for number, row in enumerate(tables.get(table, ()), 1):
                if done % _AT_ONCE == 0:
                    go_on(going, done / every)
                done += 1
                self._take(table, number, row)
                if version < 5 and table == "lead":
                    self._contact(row)
        go_on(going, 1.0)

    def _take(self, table: str, number: int, row: object) -> None:
        try:
            values = fitting(table, row, self._columns)
            key = tuple(values[name] for name in ALL_KEYS[table])
            if self._is_there(table, key):
                self._found.known += table not in _PARTS
                return
            self._check_owners(table, values)
            if table in _OF_A_WHOLE and values[_OF_A_WHOLE[table]] not in self._made:
                return
            with self._db.write():
                self._db.insert(table, **self._placed(table, values))
                if table in MORE_KEYS and self._step is not None:
                    note_added(self._db, self._step, table, key)
        except Unfit as error:
            self._found.refuse(number, f"of “{table}”: {error}")
        except StorageError as error:
            if not does_not_fit(error) or not self._db.writing:
                raise
            self._found.refuse(number, f"of “{table}”: one of its values does not fit")
        else:
            self._count(table, values)

    def _count(self, table: str, values: Mapping[str, Any]) -> None:
        if table in ("entry", "checkin", "posting"):
            self._made.add(values["id"])
        if table in _PARTS:
            return
        sort = _SORTS.get(table, Sort.OTHER)
        self._found.add(sort)
        if table in ("entry", "application"):
            words = values.get("title") or values.get("company") or values.get("text") or ""
            day = values.get("local_date", "")
            self._found.show(f"{day}  {cut(words, 60)}")

    def _is_there(self, table: str, key: tuple[Any, ...]) -> bool:
        return self._db.row(f"SELECT 1 FROM {table} WHERE {with_key(ALL_KEYS[table])}", key) is not None

    def _check_owners(self, table: str, values: Mapping[str, Any]) -> None:
        """Also where the database itself would look only at the end."""
        for column, owner, its in self._owners[table]:
            wanted = values.get(column)
            if wanted is not None and not self._db.row(f"SELECT 1 FROM {owner} WHERE {its} = ?", (wanted,)):
                raise Unfit("what it belongs to is not there")

    def _placed(self, table: str, values: dict[str, Any]) -> dict[str, Any]:
        """With a place of its own, where another row stands there already."""
        column = {"entry": "position", "event": "seq"}.get(table)
        if column is None or column not in values:
            return values
        place = values[column]
        if table == "event":
            # beside others all get new ones: with some of the old their order would be another one
            taken = self._events or self._db.row("SELECT 1 FROM event WHERE seq = ?", (place,))
            return {name: value for name, value in values.items() if name != column} if taken else values
        return {**values, column: self._places.take(place)}

    def _contact(self, row: object) -> None:
        """Before version 5 a lead had its latest contact beside its name alone."""
        if isinstance(row, dict) and row.get("contacted_on"):
            self._take("contact", 1, {"lead_id": row.get("id"), "contacted_on": row["contacted_on"]})
