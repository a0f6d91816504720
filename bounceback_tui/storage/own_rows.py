"""The rows of another journal of this program, put into the tables that they came from.

A row whose key is there already is left alone. Each value is held against the rules of its table, and against
what reading it later takes for granted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any

from bounceback_tui.domain.going import Going, go_on
from bounceback_tui.domain.import_report import FIRST_FEW, Found, Sort
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.storage.columns import day_from, key_of, microseconds, moment_from, utc_from, with_key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.dump import TABLES
from bounceback_tui.storage.errors import JournalDamaged, StorageError
from bounceback_tui.storage.imports import does_not_fit
from bounceback_tui.storage.journal_file import ROWS_VERSION
from bounceback_tui.storage.readings import reading_from
from bounceback_tui.storage.told import decode
from bounceback_tui.storage.undo_import import MORE_KEYS, note_added
from bounceback_tui.storage.undo_schema import KEYS

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

_WITHIN = 1 << 63
_FAR = 1_000_000
"""Microseconds by which the place of an entry may be behind its time."""

_AT_ONCE = 200
"""Rows between two questions whether to go on."""


class Unfit(Exception):
    """A row cannot come in; its text says why in a few words."""


class OwnRows:
    """Takes them in, inside `write()`."""

    def __init__(self, db: Database, found: Found, step: int | None) -> None:
        """Counts in `found`; `step` is the step to take back that they belong to."""
        self._db = db
        self._found = found
        self._step = step
        self._made: set[object] = set()
        self._events = db.row("SELECT 1 FROM event LIMIT 1") is not None
        self._columns = {table: _columns(db, table) for table in TABLES}
        self._owners = {table: _owners(db, table) for table in TABLES}

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
            values = fitting(table, row, self._columns[table])
            key = tuple(values[name] for name in _key(table))
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
        if table in ("entry", "application") and len(self._found.first) < FIRST_FEW:
            words = values.get("title") or values.get("company") or values.get("text") or ""
            day = values.get("local_date", "")
            self._found.first.append(f"{day}  {cut(words, 60)}")

    def _is_there(self, table: str, key: tuple[Any, ...]) -> bool:
        return self._db.row(f"SELECT 1 FROM {table} WHERE {with_key(_key(table))}", key) is not None

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
        while self._db.row("SELECT 1 FROM entry WHERE position = ?", (place,)):
            place += 1
        return {**values, column: place}

    def _contact(self, row: object) -> None:
        """Before version 5 a lead had its latest contact beside its name alone."""
        if isinstance(row, dict) and row.get("contacted_on"):
            self._take("contact", 1, {"lead_id": row.get("id"), "contacted_on": row["contacted_on"]})


def fitting(table: str, row: object, columns: Sequence[str]) -> dict[str, Any]:
    """The values of a row by column, each of a kind that can be read later. Raises Unfit."""
    if not isinstance(row, dict):
        raise Unfit("it is no row")
    for name, value in row.items():
        if name not in columns:
            raise Unfit(f"there is no {quoted(name)}")
        _check_kind(name, value)
    if missing := [name for name in _key(table) if row.get(name) is None]:
        raise Unfit(f"it has no “{missing[0]}”")
    # SQLite reads a text out of JSON, which keys are noted in to take things back, as far as that sign only
    if broken := [name for name in _key(table) if "\0" in str(row[name])]:
        raise Unfit(f"its “{broken[0]}” holds a sign that is none")
    values = dict(row)
    try:
        _check_times(table, values)
        _check_lists(table, values)
        _FINISH.get(table, _as_it_is)(values)
    except Unfit:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, JournalDamaged) as error:
        raise Unfit("one of its values cannot be read") from error
    return values


def _check_kind(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (str, int, type(None))):
        raise Unfit(f"its “{name}” is no text and no whole number")
    if isinstance(value, int) and not -_WITHIN <= value < _WITHIN:
        raise Unfit(f"its “{name}” is too large")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise Unfit(f"its “{name}” holds half of a character") from error


def _check_times(table: str, values: Mapping[str, Any]) -> None:
    """Dates and times that can be read; the rules of the tables look at their shape alone."""
    for name, value in values.items():
        if value is None or name == "at_close":
            continue
        if name.endswith("_at"):
            utc_from(value)
        elif name.endswith("_on") or name in ("local_date", "starts", "ends"):
            day_from(value)
        elif name == "due_time":
            time.fromisoformat(value)
    if "utc_offset" in values:
        at = next(name for name in values if name.endswith("_at") and name not in ("saved_at", "deleted_at"))
        moment = moment_from(values[at], values["utc_offset"], values["zone"])
        if moment.local_date != date.fromisoformat(values["local_date"]):
            raise Unfit("its day is not that of its time")


def _check_lists(table: str, values: Mapping[str, Any]) -> None:
    """What stands as JSON in a column is what the program makes of it."""
    for name in _WORDS_IN_JSON.get(table, ()):
        if not all(isinstance(one, str) for one in _list(values[name])):
            raise Unfit(f"its “{name}” is no list of words")
    if table == "revision" and values.get("told") is not None:
        decode(values["told"], values["entry_id"])
    elif table == "checkin_revision":
        reading_from(json.loads(values["reading"]))
    elif table in ("draft", "passed_over") and not isinstance(json.loads(values["content"]), dict):
        raise Unfit("its content is no set of fields")
    elif table == "import_mapping" and not isinstance(json.loads(values["mapping"]), dict):
        raise Unfit("its mapping is none")
    if table == "passed_over" and (values["place"] not in KEYS or not _list(values["row_key"])):
        raise Unfit("what it was is not known")


_WORDS_IN_JSON = {"thought": ("traps",), "revision": ("tags",), "import_mapping": ("headers",)}


def _list(text: str) -> list[Any]:
    found = json.loads(text)
    if not isinstance(found, list):
        raise Unfit("one of its lists is none")
    return found


def _as_it_is(_values: dict[str, Any]) -> None:
    pass


def _entry(values: dict[str, Any]) -> None:
    wanted = microseconds(moment_from(values["written_at"], values["utc_offset"], values["zone"]))
    if not 0 <= values.get("position", -1) - wanted <= _FAR:
        values["position"] = wanted
    if not isinstance(values.get("digest"), str) or not values["digest"]:
        values["digest"] = digest_of(values["id"], values["title"], values["text"])


def _revision(values: dict[str, Any]) -> None:
    if not isinstance(values.get("digest"), str) or not values["digest"]:
        parts = (values["title"], values["text"], values["tags"], values.get("told"))
        values["digest"] = digest_of(values["id"], *parts)


def _application(values: dict[str, Any]) -> None:
    values["company_key"], values["role_key"] = key_of(values["company"]), key_of(values["role"])


_FINISH: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "entry": _entry,
    "revision": _revision,
    "application": _application,
}
"""What the program works out itself, and what earlier versions did not have."""


def _key(table: str) -> tuple[str, ...]:
    return KEYS.get(table) or MORE_KEYS[table]


def _columns(db: Database, table: str) -> list[str]:
    return [row[0] for row in db.rows("SELECT name FROM pragma_table_info(?)", (table,))]


def _owners(db: Database, table: str) -> list[tuple[str, str, str]]:
    """Column, the table that it refers to, and the column there."""
    return [
        (column, owner, its)
        for column, owner, its in db.rows(
            'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (table,)
        )
    ]
