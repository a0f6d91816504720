"""Each statistic of the contract has its picture, drawn from what it gives as JSON and from nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from stand_ins import RESULTS, SENTENCE, made

from bounceback_tui.services.report_pictures import MOST, PICTURES, picture_of
from bounceback_tui.statistics.questions import QUESTIONS

RANGE = "upright: the range that it likely lies in (95 %)"

SVG = "{http://www.w3.org/2000/svg}"


def words_in(picture: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def test_every_statistic_that_a_question_names_has_one() -> None:
    assert set(PICTURES) == set(RESULTS) == {name for one in QUESTIONS for name, _ in one.answers}


@pytest.mark.many(3)
@pytest.mark.parametrize("name", RESULTS)
def test_a_picture_is_drawn_and_told(name: str) -> None:
    root = ElementTree.fromstring(picture_of(RESULTS[name], "A title"))
    assert root.findtext(f"{SVG}title") == "A title"
    assert (root.findtext(f"{SVG}desc") or "").startswith(SENTENCE)
    assert len(root) > 4


@pytest.mark.parametrize("name", RESULTS)
def test_too_few_have_no_picture(name: str) -> None:
    assert picture_of(RESULTS[name] | {"enough": False}, "A title") == ""


def test_what_nobody_knows_has_no_picture() -> None:
    assert picture_of(made("something-new", figures=[1, 2]), "A title") == ""


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mood", ["a rejection", "your usual, 6.5", "Apr"]),
        ("bounce-back", ["half are back by day 8", "50 %"]),
        ("forecast", ["expected 14, came 8", "Acme", "expected 10, longer than 15 days"]),
        ("return", ["the same day", "4 to 7 days", "longer than 28 days"]),
        ("stages", ["screen → interview", "3 of 12 moved on", "1 of 3 moved on: too few"]),
        ("silence", ["Acme", "4 days; 80 % took longer", "1 day"]),
        (
            "reasons",
            [
                "outside me",
                "an internal candidate · outside me",
                "examples too long · could change",
                "nothing named",
            ],
        ),
        ("feedback", ["asked", "clear writing · a strength", "SQL · a gap", "named by 3", "declined"]),
        ("writing", ["after writing −1.0, next day +1.0", "days with nothing written +0.5", RANGE]),
        ("steps", ["E-mail the interviewer and ask for one thing that could…", "−3"]),
        ("plans", ["with an if-then plan", "9 of 12 done"]),
    ],
)
def test_the_figures_stand_beside_their_marks(name: str, words: list[str]) -> None:
    shown = words_in(picture_of(RESULTS[name], "A title"))
    for one in words:
        assert one in shown


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("mood", {"rejections": [], "usual": None}),
        ("mood", {"days": [{"date": "2026-03-01", "mood": 5.0, "rolling": None}], "rejections": []}),
        ("bounce-back", {"median": None, "interval": [None, None]}),
        ("bounce-back", {"curve": [{"day": 0, "share": 0.0, "low": None, "high": None}], "median": 0}),
        ("forecast", {"pairs": [{"id": "A", "forecast": 0, "actual": 0, "state": "recovered"}]}),
        ("return", {"days": [0]}),
        ("silence", {"median": None}),
        ("reasons", {"outside": {"an audit": 2}, "causes_changeable": [], "unknown": None}),
        ("feedback", {"strengths": [{"theme": "calm", "companies": 2}]}),
        ("writing", {"next_day": {"n": 1, "median": None, "low": None, "high": None}}),
        ("writing", {"low_days": {"n": 0, "median": None, "low": None, "high": None}}),
    ],
)
def test_a_picture_does_with_what_there_is(name: str, changes: dict[str, Any]) -> None:
    assert ElementTree.fromstring(picture_of(RESULTS[name] | changes, "A title")) is not None


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("forecast", {"pairs": []}),
        ("silence", {"open": []}),
        (
            "reasons",
            {
                "outside": [],
                "changeable": None,
                "unknown": None,
                "causes_outside": [],
                "causes_changeable": [],
            },
        ),
        ("steps", {"steps": []}),
    ],
)
def test_nothing_to_draw_is_no_empty_picture(name: str, changes: dict[str, Any]) -> None:
    assert picture_of(RESULTS[name] | changes, "A title") == ""


def test_what_became_of_requests_adds_up() -> None:
    shown = words_in(picture_of(RESULTS["feedback"], "A title"))
    labels = ("asked", "answered", "declined", "no answer after 14 days", "asked less than 14 days ago")
    counts = [int(shown[shown.index(label) + 1]) for label in labels]
    assert counts == [10, 5, 1, 2, 2]
    assert counts[0] == sum(counts[1:])
    none = words_in(picture_of(RESULTS["feedback"] | {"declined": 0, "waiting": 0}, "A title"))
    assert not {"declined", "asked less than 14 days ago"} & set(none)


def test_a_company_with_its_date_has_room_beside_a_long_wait() -> None:
    pairs = [
        {"company": "Northern Lights Robotics", "date": "2026-11-03", "forecast": 10, "actual": 15}
        | {"state": "censored"}
    ]
    shown = words_in(picture_of(made("forecast", pairs=pairs), "Expected"))
    assert "Northern Lights Robotics, 3 Nov 2026" in shown
    assert "expected 10, longer than 15 days" in shown


def test_what_was_named_once_stands_in_the_table_alone() -> None:
    shown = words_in(picture_of(RESULTS["reasons"], "A title"))
    assert "a hiring freeze · outside me" not in shown


def test_a_long_list_is_cut_and_says_so() -> None:
    pairs = [
        {"id": str(number), "forecast": 10, "actual": number, "state": "recovered"} for number in range(40)
    ]
    root = ElementTree.fromstring(picture_of(made("forecast", pairs=pairs), "Expected"))
    assert root.findtext(f"{SVG}title") == f"Expected: the last {MOST} of 40"
    shown = [one.text for one in root.iter(f"{SVG}text")]
    assert "no. 40" in shown
    assert "no. 16" not in shown


@pytest.mark.parametrize("days", [3, 40, 200, 800, 4000])
def test_dates_below_the_mood_line_do_not_run_into_each_other(days: int) -> None:
    first = date(2026, 1, 10)
    values = RESULTS["mood"] | {
        "days": [
            {"date": (first + timedelta(days=number)).isoformat(), "mood": 5.0, "rolling": 5.0}
            for number in range(0, days, max(days // 50, 1))
        ],
        "rejections": [],
    }
    root = ElementTree.fromstring(picture_of(values, "Mood"))
    below = [one for one in root.iter(f"{SVG}text") if one.get("y") == "212"]
    places = [float(one.get("x") or 0) for one in below]
    assert 1 <= len(places) <= 8
    assert all(later - earlier > 30 for earlier, later in pairwise(places))
