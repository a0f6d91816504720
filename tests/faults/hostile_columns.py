"""A made-up journal with hostile text in every column that holds what somebody wrote."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

from faults.hostile_text import strings
from looking import open_workspace

from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.columns import key_of, storable
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.passed_over import WORDS

WRITTEN = {
    "entry": ("title", "text"),
    "tag": ("name",),
    "tag_colour": ("name",),
    "revision": ("title", "text"),
    "feeling": ("name",),
    "tick": ("note", "plan"),
    **{place: tuple(name for name in names if name != "traps") for place, names in WORDS.items()},
}
"""Columns that hold what somebody wrote, by table; a list in JSON is filled in its own way."""

MACHINE = {
    *("id", "application_id", "entry_id", "event_id", "episode_id", "checkin_id", "lead_id", "posting_id"),
    *("focus_id", "preparation_id", "writing_id", "step_id", "target", "form", "place", "row_key", "key"),
    *("kind", "state", "relation", "source", "side", "colour", "digest", "zone", "local_date", "due_time"),
    *("company_key", "role_key", "migration_set", "name_key", "label", "before", "content", "reading"),
    *("told", "tags", "traps", "outline", "hash", "guide"),
}
"""Columns of text that only the program words, or that hold copies of the others."""

MACHINE_ENDS = ("_at", "_on", "starts", "ends")
MACHINE_TABLES = (
    "_sqlite_migrations",
    "sqlite_",
    "entry_words",
    "tool_words",
    "findable",
    "undo_",
    "said",
    "tally",
    "import",  # keys and headings of other programs' files, which are shown nowhere
    "sync",
)


def unlisted(database: Database) -> list[str]:
    """Columns of text that are in neither list."""
    found = []
    for (table,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if str(table).startswith(MACHINE_TABLES):
            continue
        for _, column, kind, *_ in database.rows(f"PRAGMA table_info({table})"):
            name = str(column)
            known = (
                (table, name) == ("posting_mark", "answer")
                or name in (*WRITTEN.get(str(table), ()), *MACHINE)
                or name.endswith(MACHINE_ENDS)
            )
            if kind == "TEXT" and not known:
                found.append(f"{table}.{name}")
    return found


def make(folder: Path, seed: int, count: int) -> tuple[Path, list[str]]:
    """A journal in `folder` in which everything that was written is one of `count` strings; they too."""
    path = folder / "journal.db"
    texts = [storable(text) for text in strings(seed, count, surrogates=False)]
    with open_workspace(path) as workspace:
        fill(workspace, workspace.clock.now())
        _more(workspace)
        with workspace.database.write():
            _overwrite(workspace.database, texts)
    return path, texts


def _more(workspace: Workspace) -> None:
    """What the made-up journal has not: saved searches, colours, drafts."""
    workspace.searches.save("mine", "panel")
    for form in ("write", "what-happened"):
        workspace.drafts.keep(form, {"text": "a draft", "title": "a title", "company": "a company"})


def _overwrite(database: Database, texts: list[str]) -> None:
    """Put a text into the place of all that was written; names that must differ get a number, too."""
    ring = cycle(texts)
    for table, columns in WRITTEN.items():
        keys = [str(name) for _, name, *_, key in database.rows(f"PRAGMA table_info({table})") if key]
        keys = keys or ["rowid"]
        where = " AND ".join(f"{key} = ?" for key in keys)
        for number, row in enumerate(database.rows(f"SELECT {', '.join(keys)} FROM {table}")):
            told = {column: next(ring) for column in columns}
            if table in ("tag", "feeling", "saved_search", "trap", "tag_colour"):
                told["name"] += f" {number}"
            if table == "application":
                told |= {"company_key": key_of(told["company"]), "role_key": key_of(told["role"])}
            if table == "thought":
                told["traps"] = json.dumps([next(ring)])
            said = ", ".join(f"{column} = ?" for column in told)
            database.run(f"UPDATE {table} SET {said} WHERE {where}", (*told.values(), *row))
    for form in ("write", "what-happened"):
        content = json.dumps({"text": next(ring), "title": next(ring), "company": next(ring)})
        database.run("UPDATE draft SET content = ? WHERE form = ?", (content, form))


def guide_of(texts: list[str]) -> str:
    """A guide whose every word is one of these, as far as a guide can hold them."""
    lines = [" ".join(text.replace("`", "'").split())[:200] or "x" for text in texts]
    steps = "\n".join(f"- [ ] {line} {{#s{number}}}\n" for number, line in enumerate(lines[:30]))
    return (
        f"---\ntitle: {json.dumps(lines[3])}\n---\n\n{lines[0]}\n\n## {lines[1]}\n\n{lines[2]}\n\n{steps}\n"
    )
