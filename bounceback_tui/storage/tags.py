"""Tags of all entries at once, and their colours."""

from __future__ import annotations

from bounceback_tui.domain.tags import Tag
from bounceback_tui.storage.database import Database


def every(db: Database) -> list[Tag]:
    """All tags in use, the most frequent first; those that stand on deleted entries alone are not."""
    rows = db.rows(
        """SELECT name, count(*) AS used, (SELECT colour FROM tag_colour WHERE name = tag.name)
        FROM tag WHERE entry_id NOT IN (SELECT id FROM entry WHERE deleted_at IS NOT NULL)
        GROUP BY name ORDER BY used DESC, name"""
    )
    return [Tag(*row) for row in rows]


def named(db: Database, name: str) -> Tag | None:
    """The tag of that name, also where it stands on deleted entries alone."""
    row = db.row(
        """SELECT count(*) FILTER (WHERE entry.deleted_at IS NULL), count(*),
        (SELECT colour FROM tag_colour WHERE name = ?1)
        FROM tag JOIN entry ON entry.id = tag.entry_id WHERE tag.name = ?1""",
        (name,),
    )
    return Tag(name, row[0], row[2]) if row and row[1] else None


def colours(db: Database) -> dict[str, str]:
    """The colours that were given, by tag."""
    return dict(db.rows("SELECT name, colour FROM tag_colour"))


def rename(db: Database, old: str, new: str) -> None:
    """Give all entries with one tag another in its place. What had both has the new one once.

    One statement for all, and a row is changed rather than taken out and put in: each write costs the index
    of words a round. The new tag keeps a colour of its own.
    """
    with db.write():
        db.run(
            """UPDATE tag SET name = ?2 WHERE name = ?1
            AND entry_id NOT IN (SELECT entry_id FROM tag WHERE name = ?2)""",
            (old, new),
        )
        db.run("DELETE FROM tag WHERE name = ?", (old,))
        db.run(
            """UPDATE tag_colour SET name = ?2 WHERE name = ?1
            AND NOT EXISTS (SELECT 1 FROM tag_colour WHERE name = ?2)""",
            (old, new),
        )
        db.run("DELETE FROM tag_colour WHERE name = ?", (old,))


def remove(db: Database, name: str) -> None:
    """Take a tag off all entries, and forget its colour."""
    with db.write():
        db.run("DELETE FROM tag WHERE name = ?", (name,))
        db.run("DELETE FROM tag_colour WHERE name = ?", (name,))


def set_colour(db: Database, name: str, colour: str | None) -> None:
    """Give a tag a colour, another one, or none."""
    with db.write():
        if colour is None:
            db.run("DELETE FROM tag_colour WHERE name = ?", (name,))
        else:
            db.put("tag_colour", "name", name=name, colour=colour)
