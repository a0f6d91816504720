"""What jrnl 4.6 itself wrote, as JSON and as text, comes in the same; so does what was kept by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign import FILES, ZONE, entries, put, read, told

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.formats.read_jrnl import JRNL
from bounceback_tui.formats.reading import Answers, Unreadable

WRITTEN = [
    (
        "2026-11-20 15:00+01:00",
        "They went with somebody from inside.",
        "The panel at @acme was kind, all the same.",
        ("acme",),
    ),
    (
        "2026-11-21 08:15+01:00",
        "Walked to the river",
        "Half an hour, and the head is clearer.\n\n- bread\n- tea @morning",
        ("morning", "starred"),
    ),
    ("2026-11-22 12:00+01:00", "Grüße aus Köln 🙂", "Grüße aus Köln 🙂", ()),
    (
        "2026-11-22 22:40+01:00",
        "Is it me?",
        "No answer yet, but a list of what went right: #courage",
        ("courage",),
    ),
]


@pytest.mark.parametrize("name", ["jrnl.json", "jrnl.txt"])
def test_what_jrnl_wrote_comes_in(name: str) -> None:
    path = FILES / name
    assert JRNL.fits(path)
    found = entries(read(JRNL, path))
    assert [told(one) for one in found] == WRITTEN
    assert all(one.at.zone == str(ZONE) for one in found)
    assert all(one.at.has_time for one in found), "an entry of noon has a time"
    assert len({one.line for one in found}) == len(found)


def test_entries_of_text_tell_the_line_they_begin_on() -> None:
    assert [one.line for one in entries(read(JRNL, FILES / "jrnl.txt"))] == [1, 4, 10, 12]


def test_brackets_in_a_text_begin_no_entry(tmp_path: Path) -> None:
    path = put(
        tmp_path, "j.txt", "[2026-11-22 15:00] One\n[x] ticked\n[see there] and on\n\n[2026-11-23] Two\n"
    )
    found = entries(read(JRNL, path))
    assert [told(one)[1:3] for one in found] == [("One", "[x] ticked\n[see there] and on"), ("Two", "Two")]
    assert [one.at.has_time for one in found] == [True, False]


def test_other_ways_to_write_a_date_are_read(tmp_path: Path) -> None:
    path = put(tmp_path, "j.txt", "[22 Nov 2026 3:00 PM] One\n\n[2026-11-23 09:00:30] Two *\n")
    assert [told(one)[0] for one in entries(read(JRNL, path))] == [
        "2026-11-22 15:00+01:00",
        "2026-11-23 09:00+01:00",
    ]


def test_dates_that_could_be_two_are_asked_for_and_part_the_entries_all_the_same(tmp_path: Path) -> None:
    path = put(tmp_path, "j.txt", "[03/04/2026 15:00] One\n\n[05/04/2026 15:00] Two\nmore\n")
    assert JRNL.fits(path)
    assert [one.name for one in JRNL.questions(path, Answers(ZONE))] == ["date_order"]
    no_date = "its date cannot be read"
    assert read(JRNL, path) == [Refused(1, no_date), Refused(3, no_date)]
    found = entries(read(JRNL, path, date_order="day first"))
    assert [told(one)[0] for one in found] == ["2026-04-03 15:00+02:00", "2026-04-05 15:00+02:00"]
    assert JRNL.questions(path, Answers(ZONE, {"date_order": "day first"})) == ()
    put(tmp_path, "j.txt", "[03/04/2026 15:00] One\n\n[15/04/2026 15:00] Two\n")
    assert JRNL.questions(path, Answers(ZONE)) == ()
    assert told(entries(read(JRNL, path))[0])[0] == "2026-04-03 15:00+02:00"


def test_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    path = put(tmp_path, "j.txt", (FILES / "jrnl.txt").read_bytes().replace(b"\n", b"\r\n"))
    assert [told(one) for one in entries(read(JRNL, path))] == WRITTEN


def test_a_part_that_cannot_come_in_is_refused_with_its_number(tmp_path: Path) -> None:
    rows = (
        '{"title": "", "body": "", "date": "2026-11-22", "time": "15:00"}',
        '{"title": "a", "body": "", "date": "2026-02-30", "time": "15:00"}',
        '{"title": "a", "body": "", "date": "2026-11-22", "time": "25:00"}',
        "7",
        '{"title": "whole", "body": "", "date": "2026-11-22", "time": "15:00"}',
    )
    found = read(JRNL, put(tmp_path, "j.json", f'{{"entries": [{", ".join(rows)}]}}'))
    assert [one.line for one in found if isinstance(one, Refused)] == [1, 2, 3, 4]
    assert [one.why for one in found if isinstance(one, Refused)] == [
        "there is nothing in it",
        *["its date cannot be read"] * 2,
        "it is no entry",
    ]
    assert len(found) == 5


@pytest.mark.parametrize("content", ["Dear diary\n", "", '{"entries": []', '{"notes": []}', "[1, 2"])
def test_what_is_no_journal_of_jrnl_is_told_in_one_sentence(tmp_path: Path, content: str) -> None:
    path = put(tmp_path, "j.txt", content)
    assert not JRNL.fits(path)
    with pytest.raises(Unreadable, match=r"^“j.txt” .*nothing was brought in.*\.$"):
        read(JRNL, path)
