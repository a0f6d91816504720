"""Whatever a file holds that somebody brings in: it ends soon, with what comes in, what is refused by its
line, or one sentence; and nothing is written anywhere, nor read from outside."""

from __future__ import annotations

import io
import json
import os
import signal
import struct
import zipfile
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.text import visible
from bounceback_tui.formats.reading import DEEPEST, MOST_BYTES, MOST_THINGS, Answers, ReadFormat, Unreadable
from bounceback_tui.formats.registry import READ, guessed

ANSWERS = Answers(UTC, {"column:company": "company", "column:role": "none"})
PATIENCE = 60
"""Seconds; a reader that goes over 10 MB again for each part of them would take hours."""

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


@pytest.fixture(autouse=True)
def _in_bounded_time() -> Iterator[None]:
    """Whoever takes too long is stopped, and the test fails."""

    def stop(*_: object) -> None:
        raise AssertionError("it takes too long")

    usual = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, usual)


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


@pytest.mark.parametrize("name", BY_NAME)
def test_the_control_a_good_file_comes_in(tmp_path: Path, name: str) -> None:
    (one,) = outcome(BY_NAME[name], named(tmp_path, name, GOOD[name]))
    assert not isinstance(one, Refused | str)


def test_the_control_what_is_written_beside_is_noticed(tmp_path: Path) -> None:
    def unpacks(path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
        with zipfile.ZipFile(path) as packed:
            packed.extractall(path.parent)
        return iter(())

    path = put(tmp_path, zipped(b"{}"))
    with pytest.raises(AssertionError, match="something was written"):
        outcome(ReadFormat("bad", "", (), "", BY_NAME["dayone"].fits, unpacks), path)


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("other", GOOD)
def test_another_format_under_its_name(tmp_path: Path, name: str, other: str) -> None:
    path = named(tmp_path, name, GOOD[other])
    found = outcome(BY_NAME[name], path)
    if name == other:
        assert found[0]
    if other in ("dayone", "jrnl", "tui-journal") and name in TABLES:
        assert isinstance(found, str) or name == "applications"


JUNK = {
    "nothing": b"",
    "spaces": b" \n\n \n",
    "nuls": b"\0" * 5000,
    "no UTF-8": b"\xff\xff\x80 a,b\n\xc3\x28",
    "a mark alone": b"\xef\xbb\xbf",
    "half of UTF-16": b"\xff\xfea\0b",
    "one long line": b"a" * LONG,
    "quotation marks": b'"' * LONG,
    "an open quotation mark": b'a,b\n"' + b"x,\n" * (LONG // 30),
    "brackets": b"[" * LONG,
    "braces": b'{"a":' * (LONG // 5),
    "line ends": b"\n" * LONG,
    "returns": b"\r" * 100_000,
    "commas": b"," * 100_000,
    "dashes": b"---\n" * 100_000,
    "a property of many": b"---\ntags: [" + b"a, " * 100_000 + b"]\n---\n",
    "dates": b"[2026-11-22] " * 100_000,
    "a long number": b"[" + b"9" * 100_000 + b"]",
    "the end of a zip": b"PK\x05\x06" + b"\xff" * 18,
    "the beginning of a zip": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("junk", JUNK)
def test_what_is_of_no_format(tmp_path: Path, name: str, junk: str) -> None:
    path = named(tmp_path, name, JUNK[junk])
    found = outcome(BY_NAME[name], path)
    if isinstance(found, list) and junk in ("nothing", "nuls", "no UTF-8", "brackets", "a long number"):
        assert name in ("markdown", "applications", "csv"), found
        assert all(isinstance(one, Refused) for one in found)
    guessed(path)


@pytest.mark.parametrize("name", BY_NAME)
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    format = BY_NAME[name]
    (tmp_path / "in").mkdir()
    places = [tmp_path / "in" / "gone", Path("/dev/zero"), tmp_path / "in" / ("a" * 300), Path("a\0b")]
    if name != "markdown":
        places.append(tmp_path / "in")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "in" / "pipe")
        places.append(tmp_path / "in" / "pipe")
    for path in places:
        assert format.fits(path) is False
        with pytest.raises(Unreadable, match="nothing was brought in"):
            list(format.read(path, ANSWERS))


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "dayone"])
def test_a_file_that_is_too_long(tmp_path: Path, name: str) -> None:
    path = named(tmp_path, name, GOOD[name])
    os.truncate(path, MOST_BYTES + 1)  # takes no room
    assert f"more than {MOST_BYTES // 1_000_000} MB" in str(outcome(BY_NAME[name], path))


def too_many(folder: Path, name: str, most: int) -> str:
    """What is said of more than so many rows or things."""
    if name in TABLES:
        path = put(folder, HEADINGS[name] + "\n" + "x,y\n" * (most + 1))
    else:
        path = put(folder, wrapped(name, ",".join(["0"] * (most + 1))))
    return str(outcome(BY_NAME[name], path))


@pytest.mark.parametrize("name", [*TABLES, *JSON_ONES])
def test_too_many_things(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for reader in ("read_csv", "read_json"):
        monkeypatch.setattr(f"bounceback_tui.formats.{reader}.MOST_THINGS", 1000)
    assert "more than 1,000 " in too_many(tmp_path, name, 1000)
    assert "more than" not in too_many(tmp_path, name, 999)


@pytest.mark.long
@pytest.mark.parametrize("name", [*TABLES, *JSON_ONES])
def test_so_many_that_the_bound_is_reached(tmp_path: Path, name: str) -> None:
    assert f"more than {MOST_THINGS:,} " in too_many(tmp_path, name, MOST_THINGS)


def test_a_table_with_too_many_columns(tmp_path: Path) -> None:
    assert "columns" in str(outcome(BY_NAME["applications"], put(tmp_path, "company," * 501 + "\n1\n")))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("cell", ["x" * LONG, '"' + "a b,\n" * (LONG // 5) + '"', "\0", "=cmd|' /C calc'!A0"])
def test_a_cell_of_anything(tmp_path: Path, name: str, cell: str) -> None:
    short = ROWS[name].replace("{0}", "2026-11-22")
    where = {"daylio": 7, "freecbt": 3, "jobsync": 4, "csv": 4, "applications": 4}[name]
    row = ",".join(cell if place == where else part for place, part in enumerate(short.split(",")))
    (one,) = outcome(BY_NAME[name], put(tmp_path, f"{HEADINGS[name]}\n{row}\n"))
    assert not isinstance(one, Refused | str), str(one)[:200]
    assert cell.strip('"')[:5].strip() in repr(one) or cell == "\0"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_marks_and_line_ends_of_other_systems_are_read(
    tmp_path: Path, name: str, encoding: str, end: str
) -> None:
    text = GOOD[name].decode().replace("\n", end)
    path = put(tmp_path, text.encode(encoding))
    (one,) = outcome(BY_NAME[name], path)
    assert not isinstance(one, Refused | str)
    if end != "\r":
        assert guessed(path) is BY_NAME[name]


@pytest.mark.parametrize("name", JSON_ONES)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NaN", "NaN"),
        ("[1, -Infinity]", "-Infinity"),
        ('{"a": 1, "a": 2}', "names one thing twice"),
        ('"a", "title": "again"', "names one thing twice"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "deep"),
        ("[" * 100_000 + "]" * 100_000, "deep"),
        ('"open', "whole JSON"),
        ('"a\nb"', "whole JSON"),
        ("1" * 10_000, "whole JSON"),
        ("01", "whole JSON"),
    ],
)
def test_json_that_means_two_things_or_none(tmp_path: Path, name: str, text: str, words: str) -> None:
    assert words in str(outcome(BY_NAME[name], put(tmp_path, json_entry(name, text))))


@pytest.mark.parametrize("name", JSON_ONES)
@pytest.mark.parametrize(
    "text", ['"\\ud800 a"', '"\\u0000\\u001b[31m"', json.dumps("x" * LONG), "1e999", "{}"]
)
def test_json_with_odd_texts(tmp_path: Path, name: str, text: str) -> None:
    (one,) = outcome(BY_NAME[name], put(tmp_path, json_entry(name, text)))
    assert isinstance(one, IncomingEntry | Refused)
    if isinstance(one, IncomingEntry):
        one.text.encode("utf-8")


@pytest.mark.parametrize("name", ["jrnl", "tui-journal"])
@pytest.mark.parametrize("tail", ["]", "{}", ",", "0", "}"])
def test_what_stands_behind_the_end(tmp_path: Path, name: str, tail: str) -> None:
    found = outcome(BY_NAME[name], put(tmp_path, GOOD[name] + tail.encode()))
    assert "behind the end" in str(found)


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = put(tmp_path, zipped(b"0" * (MOST_BYTES + 1)))
    assert path.stat().st_size < MOST_BYTES / 100, "the control: it is small"
    assert f"more than {MOST_BYTES // 1_000_000} MB" in str(outcome(BY_NAME["dayone"], path))


def test_a_zip_that_says_less_than_it_holds(tmp_path: Path) -> None:
    whole = zipped(b" " * 5_000_000)
    lie = whole.replace(struct.pack("<L", 5_000_000), struct.pack("<L", 100))
    assert lie != whole
    assert isinstance(outcome(BY_NAME["dayone"], put(tmp_path, lie)), str)


@pytest.mark.parametrize("inner", ["../../evil.json", "/evil.json", "C:\\evil.json", "a/../../evil.json"])
def test_a_zip_whose_names_lead_elsewhere(tmp_path: Path, inner: str) -> None:
    whole = b'{"entries": [' + entry_with('"Hello"').encode() + b"]}"
    (one,) = outcome(BY_NAME["dayone"], put(tmp_path, zipped(whole, inner)))
    assert isinstance(one, IncomingEntry)
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("byte", range(0, 220, 7))
def test_a_zip_with_a_byte_changed(tmp_path: Path, byte: int) -> None:
    whole = bytearray(GOOD["dayone"])
    whole[byte % len(whole)] ^= 0xFF
    outcome(BY_NAME["dayone"], put(tmp_path, bytes(whole)))


def test_a_folder_of_markdown_that_leads_out_of_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\ndate: 2026-11-22\n---\n\nSECRET\n")
    inside = put(tmp_path, GOOD["markdown"], "a.md").parent
    (inside / "link.md").symlink_to(secret)
    (inside / "loop").symlink_to(inside)
    (inside / "out").symlink_to(tmp_path)
    (inside / "\x1b[31mbad\n.md").write_bytes(b"\xff\xfe\xff")
    (inside / ".obsidian").mkdir()
    (inside / ".obsidian" / "hidden.md").write_bytes(GOOD["markdown"])
    found = outcome(BY_NAME["markdown"], inside)
    assert isinstance(found, list)
    assert len([one for one in found if isinstance(one, IncomingEntry)]) == 1
    assert "SECRET" not in repr(found)
    refused = [one.why for one in found if isinstance(one, Refused)]
    assert len(refused) == 2
    assert all(visible(why) == why for why in refused)


def test_folders_in_folders_without_end(tmp_path: Path) -> None:
    deep = tmp_path / "in"
    for _ in range(DEEPEST + 2):
        deep = deep / "d"
    deep.mkdir(parents=True)
    assert "more than 50 in one another" in str(outcome(BY_NAME["markdown"], tmp_path / "in"))
