"""JSON, zips and folders that somebody brings in: what means two things, leads elsewhere or has no end."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from hostile_files import BY_NAME, GOOD, JSON_ONES, LONG, entry_with, json_entry, outcome, put, zipped

from bounceback_tui.domain.incoming import IncomingEntry, Refused
from bounceback_tui.domain.text import visible
from bounceback_tui.formats.reading import DEEPEST, MOST_BYTES

pytestmark = pytest.mark.usefixtures("in_bounded_time")


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


@pytest.mark.many(4)
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
@pytest.mark.parametrize(
    "whole", ['{"entries": 5}', '{"entries": {}}', '{"entries": [], "entries": []}', "{}"]
)
def test_a_list_that_is_none_is_not_taken_for_an_empty_one(tmp_path: Path, name: str, whole: str) -> None:
    told = str(outcome(BY_NAME[name], put(tmp_path, whole)))
    assert any(words in told for words in ("keeps no list", "twice", "has no “entries”"))


@pytest.mark.parametrize("name", ["jrnl", "tui-journal"])
@pytest.mark.parametrize("tail", ["]", "{}", ",", "0", "}"])
def test_what_stands_behind_the_end(tmp_path: Path, name: str, tail: str) -> None:
    found = outcome(BY_NAME[name], put(tmp_path, GOOD[name] + tail.encode()))
    assert "after the end" in str(found)


@pytest.mark.long
def test_a_zip_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = put(tmp_path, zipped(b"0" * (MOST_BYTES + 1)))
    assert path.stat().st_size < MOST_BYTES / 100, "the control: it is small"
    assert f"more than {MOST_BYTES // 1_000_000} MB" in str(outcome(BY_NAME["dayone"], path))


def test_a_zip_that_says_less_than_it_holds(tmp_path: Path) -> None:
    whole = zipped(b" " * 5_000_000)
    lie = whole.replace(struct.pack("<L", 5_000_000), struct.pack("<L", 100))
    assert lie != whole
    assert isinstance(outcome(BY_NAME["dayone"], put(tmp_path, lie)), str)


def test_a_zip_whose_list_of_files_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, GOOD["dayone"])
    monkeypatch.setattr("bounceback_tui.formats.read_dayone._LONGEST_LIST", 40)
    assert "is not the zip" in str(outcome(BY_NAME["dayone"], path))
    assert not BY_NAME["dayone"].fits(path)


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
