"""Daylio: moods on our scale, activities as tags, and not a word lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign import ZONE, entries, put, read, told

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.formats.read_daylio import DAYLIO
from bounceback_tui.formats.reading import Answers, Unreadable

TABLE = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-11-23,November 23,Monday,6:50 pm,rad,"work | good sleep","The call","So<br>yes to <b>more</b>"\n'
    '2026-11-22,November 22,Sunday,14:58,so-so,"friends","",""\n'
    "2026-11-22,November 22,Sunday,12:00 am,Awful,,,\n"
    '2026-11-21,November 21,Saturday,7:05\u202fAM,meh,,"","a < b &amp; c"\n'
)


def test_a_table_comes_in_with_mixed_clocks(tmp_path: Path) -> None:
    path = put(tmp_path, "daylio.csv", TABLE)
    assert DAYLIO.fits(path)
    found = entries(read(DAYLIO, path))
    assert [told(one) for one in found] == [
        ("2026-11-23 18:50+01:00", "The call", "So\nyes to **more**", ("work", "good-sleep")),
        ("2026-11-22 14:58+01:00", "friends", "friends\n\nMood: so-so", ("friends",)),
        ("2026-11-22 00:00+01:00", "", "", ()),
        ("2026-11-21 07:05+01:00", "a < b & c", "a < b & c", ()),
    ]
    assert [one.reading.mood for one in found] == [9, None, 1, 5]
    assert [one.line for one in found] == [2, 3, 4, 5]


def test_a_mood_with_a_name_of_their_own_is_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path, "daylio.csv", TABLE)
    (question,) = DAYLIO.questions(path, Answers(ZONE))
    assert (question.name, question.guess) == ("mood:so-so", "5")
    assert "“so-so”" in question.words
    assert question.choices == (*"123456789", "none")
    assert DAYLIO.questions(path, Answers(ZONE, {"mood:so-so": "4"})) == ()
    assert entries(read(DAYLIO, path, **{"mood:so-so": "4"}))[1].reading.mood == 4
    assert "so-so" not in entries(read(DAYLIO, path, **{"mood:so-so": "4"}))[1].text
    assert entries(read(DAYLIO, path, **{"mood:so-so": "none"}))[1].reading.mood is None
    assert entries(read(DAYLIO, path, **{"mood:so-so": "900"}))[1].reading.mood is None


def test_scales_stay_in_the_text(tmp_path: Path) -> None:
    table = (
        "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
        '2026-11-23,November 23,Monday,6:50 pm,good,,"Sleep: 7 | Stress: 3",,Slept well\n'
    )
    (one,) = entries(read(DAYLIO, put(tmp_path, "d.csv", table)))
    assert one.text == "Slept well\n\nScales: Sleep: 7 | Stress: 3"


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    table = "note,mood,time,full_date,activities\nHello,good,10:00,2026-11-23,walk\n"
    (one,) = entries(read(DAYLIO, put(tmp_path, "d.csv", table)))
    assert told(one) == ("2026-11-23 10:00+01:00", "Hello", "Hello", ("walk",))


def test_bad_rows_are_refused_by_line(tmp_path: Path) -> None:
    head = TABLE.partition("\n")[0]
    rows = ["2026-13-01,,,10:00,good,,,", "2026-11-01,,,25:00,good,,,", "2026-11-01,,,10:00,,,,", ",,,,,,,"]
    rows += ['2026-11-01,,,10:00,good,,,"a\nb"', "2026-11-01,,,10:00,good,,,a,b"]
    found = read(DAYLIO, put(tmp_path, "d.csv", "\n".join([head, *rows])))
    assert [(one.line, one.why) for one in found if isinstance(one, Refused)] == [
        (2, "its date cannot be read"),
        (3, "its time cannot be read"),
        (4, "there is neither a mood nor a word in it"),
        (8, "it has more cells than there are headings"),
    ]
    assert len(found) == 5


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "d.csv", "full_date,time,activities,note\n")
    with pytest.raises(Unreadable, match="has no column “mood”, so nothing was brought in"):
        read(DAYLIO, path)
