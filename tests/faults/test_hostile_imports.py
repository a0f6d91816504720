"""Whatever a file holds that somebody brings in: it ends soon, with what comes in, what is refused by its
line, or one sentence; and nothing is written anywhere, nor read from outside."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_files import (
    ANSWERS,
    BY_NAME,
    CELL,
    GOOD,
    HEADINGS,
    JSON_ONES,
    LONG,
    ROWS,
    TABLES,
    json_entry,
    named,
    outcome,
    put,
    wrapped,
    zipped,
)
from stand_in_files import guessed

from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.formats.reading import MOST_BYTES, MOST_THINGS, Answers, ReadFormat, Unreadable

pytestmark = pytest.mark.usefixtures("in_bounded_time")


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


@pytest.mark.many(4)
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


@pytest.mark.many(45)
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
@pytest.mark.parametrize("name", [TABLES[0], JSON_ONES[0]])  # one bound for all tables, one for all of JSON
def test_so_many_that_the_bound_is_reached(tmp_path: Path, name: str) -> None:
    assert f"more than {MOST_THINGS:,} " in too_many(tmp_path, name, MOST_THINGS)


def test_a_table_with_too_many_columns(tmp_path: Path) -> None:
    assert "columns" in str(outcome(BY_NAME["applications"], put(tmp_path, "company," * 501 + "\n1\n")))


@pytest.mark.many(27)
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("cell", ["x" * LONG, '"' + "a b,\n" * (LONG // 5) + '"', "\0", "=cmd|' /C calc'!A0"])
def test_a_cell_of_anything(tmp_path: Path, name: str, cell: str) -> None:
    short = ROWS[name].replace("{0}", "2026-11-22")
    where = CELL[name]
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


REPEATED = [
    *("*a ", "`a ", "**a *", "~~a ", "__", "![", "![](dayone-moment:", "[[", "(((", "> ", "# ", "- ", "\\."),
    *(
        "<b ",
        "</b",
        "&amp",
        "@a",
        "#",
        "[2026-11-22] ",
        "[2026-11-22 ",
        "a=1; ",
        "a   ",
        "\t",
        "==",
        "'",
        "''",
    ),
]
"""What opens and never closes, or could be taken apart in many ways."""


@pytest.mark.many(36)
@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("part", REPEATED)
def test_the_same_over_and_over(tmp_path: Path, name: str, part: str) -> None:
    text = part * (LONG // 10 // len(part))
    if name in JSON_ONES:
        content = json_entry(name, json.dumps(text))
    elif name == "markdown":
        content = (
            GOOD[name]
            .replace(b"A page", text.encode())
            .replace(b"---\n\n", f"x: {text[:60_000]}\n---\n\n".encode())
        )
    else:
        row = ROWS[name].format("2026-11-22").split(",")
        row[CELL[name]] = text
        content = f"{HEADINGS[name]}\n{','.join(row)}\n".encode()
    outcome(BY_NAME[name], named(tmp_path, name, content))


@pytest.mark.parametrize(
    "line", ["a: b" + " " * 60_000 + "c", "a: [b" + " " * 60_000 + "[]", "a: [" + "'" * 60_000]
)
@pytest.mark.parametrize("more", ["", "]"])
def test_properties_without_end(tmp_path: Path, line: str, more: str) -> None:
    content = f"---\ndate: 2026-11-22\n{line}{more}\n---\n\nText\n"
    (one,) = outcome(BY_NAME["markdown"], named(tmp_path, "markdown", content))
    assert "Text" in repr(one)
