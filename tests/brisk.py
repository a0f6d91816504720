"""What every test would pay anew is done once a process, and pages are waited for exactly.

The tables of a journal are made once and copied; a style sheet is parsed once, and what it says is looked up
for widgets that stand alike; what nobody looks at is not drawn; garbage is looked for between tests. What the
program does stays the same, and whoever tests the making of a journal itself makes a process or steps of its
own.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from brisk_messages import hear_once, log_nothing
from brisk_screen import (
    count_once,
    draw_what_is_looked_at,
    look_up_once,
    print_no_traceback,
    remember_no_lines,
    style_once,
)
from exactly import wait_exactly
from hypothesis import settings
from textual.css.stylesheet import Stylesheet

from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats import guide_markdown
from bounceback_tui.services import demo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import journal_file, making, migrations
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import APPLICATION_ID, in_memory

MAKE = making.make
"""How the program makes a journal."""

FILL = demo.fill
"""How the program tells the made-up journal."""

MANY = 100
"""Examples of a property that says no number, where `long` ones run."""

TESTS_BETWEEN = 100
"""So many tests leave their garbage lying until it is looked for."""


def often(count: int) -> int:
    """So many examples of a property where `long` ones run, a few of them in the ordinary run."""
    return max(8, count * settings.default.max_examples // MANY)


class Brisk:
    """A plugin: registered once, before anything is collected."""

    def __init__(self) -> None:
        self._tests = 0
        copy_journals()
        copy_files()
        fill_once()
        read_once()
        stretch_once()
        parse_once()
        style_once()
        count_once()
        look_up_once()
        remember_no_lines()
        print_no_traceback()
        draw_what_is_looked_at()
        hear_once()
        log_nothing()
        wait_exactly()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Nothing of what is found is garbage, so none is looked for."""
        gc.disable()
        try:
            return (yield)
        finally:
            gc.enable()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """A story of several sizes is told at the smallest, of `many` cases some; the rest is `long`."""
        spare(items)
        told: dict[object, list[tuple[int, pytest.Item]]] = {}
        for item in items:
            given = dict(getattr(getattr(item, "callspec", None), "params", {}))
            match given.pop("size", None):
                case (int(columns), int(rows)):
                    story = (item.path, getattr(item, "originalname", ""), repr(sorted(given.items())))
                    told.setdefault(story, []).append((columns * rows, item))
        for sizes in told.values():
            _, *others = [item for _, item in sorted(sizes, key=itemgetter(0))]
            for item in others:
                item.add_marker(pytest.mark.long)

    def pytest_collection_finish(self) -> None:
        """What is there by now stays to the end, and is not looked through at all."""
        gc.freeze()
        gc.set_threshold(1_000_000, 20, 1000)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Of what passed nobody asks for all its names, which would go to the process that counts."""
        if report.passed:
            report.keywords = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self) -> Iterator[None]:
        """Closed apps and journals go, now and then; what is left is what a process keeps to its end."""
        yield
        self._tests += 1
        if self._tests % TESTS_BETWEEN == 0:
            gc.collect()
            gc.freeze()


def spare(items: list[pytest.Item]) -> None:
    """Where a test says `many(n)`, each n-th of its cases is ordinary, the first among them."""
    seen: dict[object, int] = {}
    for item in items:
        if many := item.get_closest_marker("many"):
            story = (item.path, getattr(item, "originalname", ""))
            seen[story] = place = seen.get(story, -1) + 1
            if place % many.args[0]:
                item.add_marker(pytest.mark.long)


def copy_journals() -> None:
    """The steps that lead to a new journal are gone once, as long as they stay the same."""
    migrate = migrations.migrate
    made: dict[object, sqlite3.Connection] = {}

    def migrated(
        connection: sqlite3.Connection, existing: Path | None = None, key: Key | None = None
    ) -> None:
        if existing or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            migrate(connection, existing, key)
            return
        # pages of one key cannot be copied into a file of another
        steps = (*((one.name, one.fn) for one in migrations.steps._migrations), key and key.material)
        if steps not in made:
            journal = in_memory(key)
            journal.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(journal)
            made[steps] = journal
        made[steps].backup(connection)
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'tally'").fetchone():
            # what tells a journal from any other is its own
            connection.execute("UPDATE tally SET journal = lower(hex(randomblob(10)))")

    migrations.migrate = migrated


def copy_files() -> None:
    """A plain journal that is new is the file of the first one, under a mark of its own."""
    made: dict[object, tuple[bytes, bytes]] = {}

    def copied(path: Path, key: Key | None = None) -> None:
        steps = tuple((one.name, one.fn) for one in migrations.steps._migrations)
        if key or made.get(steps) == (b"", b""):
            MAKE(path, key)
            return
        if steps not in made:
            made[steps] = first_one()
            copied(path)
            return
        mark, journal = made[steps]
        journal_file.make_folder(path.parent)
        fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
        try:
            with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "wb") as file:
                file.write(journal.replace(mark, os.urandom(10).hex().encode()))
            making.put_in_place(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        journal_file.sync_folder(path.parent)

    making.make = copied


def first_one() -> tuple[bytes, bytes]:
    """The mark that tells a new journal from any other, and its file; nothing where it has no mark."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        MAKE(path)
        with closing(sqlite3.connect(path)) as journal:
            if not journal.execute("SELECT 1 FROM sqlite_master WHERE name = 'tally'").fetchone():
                return b"", b""
            [(mark,)] = journal.execute("SELECT journal FROM tally")
        file = path.read_bytes()
        return (mark.encode(), file) if file.count(mark.encode()) == 1 else (b"", b"")


def fill_once() -> None:
    """The made-up journal of one moment is told once, and copied into others that stand as that one did."""
    made: dict[object, sqlite3.Connection] = {}

    def filled(workspace: Workspace, now: Moment) -> None:
        database = workspace.database
        if database.key:  # pages of one key cannot be copied into a file of another
            FILL(workspace, now)
            return
        stands = (now, str(workspace.clock.zone), _counts(database))
        if stands not in made:
            FILL(workspace, now)
            made[stands] = in_memory()
            database._connection.backup(made[stands])
            return
        [(mark,)] = database.rows("SELECT journal FROM tally")
        made[stands].backup(database._connection)
        with database.write():
            database.run("UPDATE tally SET journal = ?", (mark,))

    demo.fill = filled


def _counts(database: Database) -> tuple[tuple[str, int], ...]:
    """How many rows each table has."""
    names = [str(name) for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM \"{name}\"" for name in names)
    return tuple((str(name), int(count)) for name, count in database.rows(counts))


def read_once() -> None:
    """The same guide is read once; one that cannot be read is read anew."""
    guide_markdown.parse_guide = lru_cache(64)(guide_markdown.parse_guide)


def stretch_once() -> None:
    """The same passphrase with the same salt is stretched once, as that takes long on purpose."""
    hashlib.pbkdf2_hmac = cache(hashlib.pbkdf2_hmac)  # type: ignore[assignment]


def parse_once() -> None:
    """The same style sheet with the same colours is made rules of once, and so are all sheets of an app."""
    parse, parse_one = Stylesheet.parse, Stylesheet._parse_rules
    made: dict[object, Any] = {}
    whole: dict[object, Any] = {}

    def alike(self: Stylesheet) -> object:
        variables, same = getattr(self, "_same", (None, None))
        if variables is not self._variables:
            same = frozenset(self._variables.items())
            self._same = self._variables, same  # type: ignore[attr-defined]
        return same

    def parsed_one(self: Stylesheet, *args: Any, **named: Any) -> Any:
        key = (args, tuple(sorted(named.items())), alike(self))
        if key not in made:
            made[key] = parse_one(self, *args, **named)
        return made[key]

    def parsed(self: Stylesheet) -> None:
        if self._invalid_css:  # which is passed over
            parse(self)
            return
        key = (tuple(self.source.items()), alike(self))
        if key not in whole:
            parse(self)
            whole[key] = self.rules, self.rules_map
        self._rules, self._rules_map = whole[key]
        self._require_parse = False

    Stylesheet.parse, Stylesheet._parse_rules = parsed, parsed_one  # type: ignore[method-assign]
