"""Files to bring in that are good, hostile or of no format, and what must come of each."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC
from pathlib import Path

from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.domain.text import visible
from bounceback_tui.formats.reading import Answers, ReadFormat, Unreadable
from bounceback_tui.formats.registry import READ

ANSWERS = Answers(UTC, {"column:company": "company", "column:role": "none"})
LONG = 10_000_000

BY_NAME = {one.name: one for one in READ}
JSON_ONES = ("jrnl", "tui-journal", "dayone")
TABLES = ("daylio", "freecbt", "jobsync", "csv", "applications")

HEADINGS = {
    "daylio": "full_date,date,weekday,time,mood,activities,note_title,note",
    "freecbt": "uuid,createdAt,updatedAt,automaticThought,cognitiveDistortions,challenge,alternativeThought",
    "jobsync": "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status",
    "csv": "id,written_at,zone,title,text,tags,mood,energy,feelings,company,role,stage,result",
    "applications": "Company,Role,Date Applied,Status,Notes",
}
ROWS = {
    "daylio": "2026-11-22,,,10:00,good,{0},{0},{0}",
    "freecbt": "u,2026-11-22T10:00:00Z,,{0},{0},{0},{0}",
    "jobsync": "1,2026-11-22,{0},2026-11-22,{0},{0},{0},{0},{0},{0}",
    "csv": "k,2026-11-22T10:00:00+00:00,UTC,{0},{0},{0},5,5,,{0},{0},{0},{0}",
    "applications": "{0},{0},{0},{0},{0}",
}

CELL = {"daylio": 7, "freecbt": 3, "jobsync": 4, "csv": 4, "applications": 4}
"""Where in a row of each table any text may stand."""


def put(folder: Path, content: bytes | str, name: str = "given") -> Path:
    path = folder / "in" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def around(folder: Path) -> set[tuple[str, int]]:
    """Every file in a folder with its size."""
    return {(str(one.relative_to(folder)), one.lstat().st_size) for one in folder.rglob("*")}


def outcome(format: ReadFormat, path: Path) -> list[Incoming | Refused] | str:
    """What comes of a file: its things, or the sentence. Nothing else may come, nothing may be written."""
    before = around(path.parents[1])
    format.fits(path)
    try:
        format.questions(path, ANSWERS)
        found: list[Incoming | Refused] | str = list(format.read(path, ANSWERS))
    except Unreadable as error:
        found = str(error)
        assert found.endswith(".")
        assert "nothing was brought in" in found
        assert "\n" not in found
        assert visible(found) == found
    assert around(path.parents[1]) == before, "something was written"
    for one in found if isinstance(found, list) else ():
        assert one.line >= 1
        repr(one).encode("utf-8")
        if isinstance(one, Refused):
            assert one.why
    return found


def wrapped(format: str, entry: str) -> bytes:
    """An entry as a format of JSON keeps it."""
    if format == "tui-journal":
        return f"[{entry}]".encode()
    if format == "jrnl":
        return f'{{"tags": {{}}, "entries": [{entry}]}}'.encode()
    return zipped(f'{{"metadata": {{}}, "entries": [{entry}]}}'.encode())


def zipped(content: bytes, name: str = "Journal.json") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def entry_with(text: str) -> str:
    """An entry that is right in all three formats of JSON; `text` is JSON."""
    return (
        '{"id": 1, "uuid": "u", "date": "2026-11-22T10:00:00Z", "creationDate": "2026-11-22T10:00:00Z",'
        f' "time": "10:00", "title": "A title", "content": {text}, "body": {text}, "text": {text}}}'
    )


def json_entry(format: str, text: str) -> bytes:
    entry = entry_with(text)
    if format == "jrnl":
        entry = entry.replace('"date": "2026-11-22T10:00:00Z"', '"date": "2026-11-22"')
    return wrapped(format, entry)


def good_files() -> dict[str, bytes]:
    """A file of each format that comes in."""
    tables = {name: f"{HEADINGS[name]}\n{ROWS[name].format('2026-11-22')}\n".encode() for name in TABLES}
    page = b"---\ndate: 2026-11-22\n---\n\nA page\n"
    return {name: json_entry(name, '"Hello"') for name in JSON_ONES} | tables | {"markdown": page}


GOOD = good_files()


def named(folder: Path, format: str, content: bytes | str) -> Path:
    return put(folder, content, "given.md" if format == "markdown" else "given")
