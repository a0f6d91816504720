"""A journal as an older version of the program left it, with rows in every table."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlite_utils
from journals import HandSetClock, look_into, open_journal
from told_journal import fill

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.storage.journal_file import APPLICATION_ID
from bounceback_tui.storage.migrations import steps
from bounceback_tui.storage.schema import VERSION_1

TABLES = [match[1] for one in VERSION_1 if (match := re.match(r"CREATE TABLE (\w+)", one))]
"""The tables of version 1, those first that others refer to."""


def make_version_1(path: Path, notes: int = 0) -> None:
    """Make a journal of version 1 at `path`, with so many notes beside everything else."""
    full = path.with_name("full.db")
    fill_every_table(full, notes)
    with closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps.apply(sqlite_utils.Database(old, execute_plugins=False), stop_before=steps._migrations[1].name)
        old.execute(f"ATTACH '{full}' AS filled")
        for table in TABLES:
            names = ", ".join(
                row[1]
                for row in old.execute(f"PRAGMA main.table_xinfo({table})")
                if row[6] == 0  # 2: worked out, not stored
            )
            old.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM filled.{table}")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    full.unlink()


def fill_every_table(path: Path, notes: int) -> None:
    """A journal of the newest version with something in every table."""
    clock = HandSetClock()
    with open_journal(path, clock) as workspace:
        fill(workspace, clock)
        for number in range(notes):
            workspace.journal.note(f"note {number} on a walk " * 20, tags=["walk"])
        episode = next(one.id for one in workspace.recovery.episodes() if one.company.startswith("Acme"))
        remark = Remark(RemarkKind.STRENGTH, "clarity", "explains marvellously")
        workspace.tools.feedback.put(
            Feedback(episode, FeedbackState.ANSWERED, answer="Much appreciated", remarks=(remark,))
        )
        workspace.tools.thoughts.put(
            ThoughtRecord("T" * 26, clock.now(), "Everything is hopeless", episode, 80, traps=("fortune",))
        )
        with workspace.database.write():
            for statement in _REST:
                workspace.database.run(statement)


_WHEN = "'2026-11-23T08:30:00.000000Z'"
_REST = (
    f"""INSERT INTO lead (id, kind, name, note, next_on, done)
        VALUES ('{"L" * 26}', 'friend', 'Ann', 'a note', '2026-11-30', 0)""",
    f"""INSERT INTO rest (id, starts, ends, enjoy)
        VALUES ('{"S" * 26}', '2026-11-23', '2026-11-24', 'the sea')""",
    f"INSERT INTO draft VALUES ('note', '', '{{}}', {_WHEN})",
    "INSERT OR IGNORE INTO guide VALUES ('digest', '{}')",
    f"""INSERT INTO tick (episode_id, step_id, state, note, plan, ticked_at, utc_offset, zone, local_date)
        SELECT id, 'step', 'done', 'a note', 'a plan', {_WHEN}, 60, 'zone', '2026-11-23'
        FROM episode""",
    "INSERT INTO cause SELECT event_id, 0, 'outside me', 'an internal candidate' FROM episode",
    "INSERT INTO attribution SELECT event_id, 0, 10, 20, NULL FROM episode",
)
"""Rows for the tables that are still empty."""


def values(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that was there in version 1, with the columns that it had there."""
    with closing(sqlite3.connect(":memory:")) as first:
        for statement in VERSION_1:
            first.execute(statement)
        columns = {
            table: ", ".join(row[1] for row in first.execute(f"PRAGMA table_info({table})"))
            for table in TABLES
        }
    return {
        table: look_into(path, f"SELECT {names} FROM {table} ORDER BY 1, 2")
        for table, names in columns.items()
    }


def shape(path: Path) -> list[tuple[Any, ...]]:
    """Tables, indexes, views and triggers."""
    return look_into(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
