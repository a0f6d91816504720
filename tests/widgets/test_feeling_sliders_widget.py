"""Naming feelings in one's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input
from widget_host import Host, line_with, screen_text

from bounceback_tui.domain.checkin import Feeling
from bounceback_tui.widgets.feeling_sliders import FeelingSlider, FeelingSliders
from bounceback_tui.widgets.feelings_typed import parse_feeling, tells_more, unclear


@pytest.mark.parametrize(
    ("typed", "feeling"),
    [
        ("shame 60", Feeling("shame", 60)),
        ("shame=60", Feeling("shame", 60)),
        ("shame: 60 %", Feeling("shame", 60)),
        ("  let down   5", Feeling("let down", 5)),
        ("shame", Feeling("shame", 50)),
        ("shame 600", Feeling("shame", 100)),
        ("catch 22 syndrome", Feeling("catch 22 syndrome", 50)),
        ("60", Feeling("60", 50)),
        ("", None),
        ("   ", None),
    ],
)
def test_what_is_typed(typed: str, feeling: Feeling | None) -> None:
    assert parse_feeling(typed) == feeling


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("They went with an internal candidate, four rounds for nothing", True),
        ("shame, they went with somebody else", True),
        ("They said no.", True),
        ("Why me?", True),
        ("after the fourth round they went on holiday for 6", True),
        ("let down, shame 60; not good enough, tired.", False),
        ("angry with all of them 80", False),
        ("As if the floor was gone", False),
        ("", False),
    ],
)
def test_a_sentence_is_no_feeling(typed: str, more: bool) -> None:
    assert tells_more(typed, known=["as if the floor was gone"]) is more


@given(st.text())
def test_anything_typed_is_a_feeling_or_nothing(typed: str) -> None:
    feeling = parse_feeling(typed)
    assert feeling is None or feeling.name


@pytest.mark.parametrize(
    "typed", ["m45", "45", "4 5", "45 %", "shame60", "shame, m45", "catch 22 syndrome", "sad 101"]
)
def test_a_slip_is_asked_about(typed: str) -> None:
    assert typed.rsplit(", ", maxsplit=1)[-1] in unclear(typed)


@pytest.mark.parametrize("typed", ["", "shame", "shame 60", "shame=60 %, let down 0", "sad 100"])
def test_what_can_be_meant_so_is_not_asked_about(typed: str) -> None:
    assert unclear(typed) == ""


def test_a_feeling_that_is_known_with_a_digit_in_its_name_is_none_of_a_slip() -> None:
    assert "has a digit" in unclear("4am dread 60")
    assert not unclear("4am dread 60, 4am Dread", ["4am dread"])


async def test_a_slip_stays_in_the_field_until_it_is_put_right() -> None:
    feelings = FeelingSliders(["shame"])
    async with Host(feelings).run_test() as pilot:
        feelings.focus_line()
        await pilot.press(*"shame 120", "enter")
        assert (feelings.value, feelings.query_one(Input).value) == ((), "shame 120")
        assert feelings.query_one(Input).has_focus
        await pilot.press("backspace", "enter")
        assert feelings.value == (Feeling("shame", 12),)


async def test_several_one_after_the_other() -> None:
    feelings = FeelingSliders(["shame", "relief"])
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query_one(Input).focus()
        await pilot.press(*"shame 60", "enter", *"relief", "enter", *"let down 4", "enter")
        assert feelings.value == (Feeling("shame", 60), Feeling("relief", 50), Feeling("let down", 4))
        assert app.values[-1] == feelings.value
        assert line_with(app, "●").endswith("60")
        assert feelings.query_one(Input).value == ""
        assert app.pages == []


async def test_a_known_word_is_completed() -> None:
    feelings = FeelingSliders(["Disappointed"])
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query_one(Input).focus()
        await pilot.press(*"dis")
        await pilot.pause()
        await pilot.press("right", "space", *"80", "enter")
        assert feelings.value == (Feeling("Disappointed", 80),)


async def test_naming_it_again_sets_its_strength() -> None:
    feelings = FeelingSliders(feelings=(Feeling("Shame", 60),))
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query_one(Input).focus()
        await pilot.press(*"shame 20", "enter")
        assert feelings.value == (Feeling("Shame", 20),)
        assert app.values[-1] == feelings.value


async def test_the_slider_changes_the_strength() -> None:
    feelings = FeelingSliders(feelings=(Feeling("shame", 60), Feeling("calm", 10)))
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query(FeelingSlider).first().focus()
        await pilot.press("right", "shift+left")
        assert feelings.value == (Feeling("shame", 69), Feeling("calm", 10))
        assert app.values[-1] == feelings.value


async def test_backspace_on_a_slider_removes_the_feeling() -> None:
    feelings = FeelingSliders(feelings=(Feeling("shame", 60), Feeling("calm", 10)))
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query(FeelingSlider).first().focus()
        await pilot.press("backspace")
        await pilot.pause()
        assert feelings.value == (Feeling("calm", 10),)
        assert app.values == [feelings.value]
        assert "shame" not in screen_text(app)
        assert isinstance(app.focused, Input)


async def test_a_feeling_left_in_the_field_counts_too() -> None:
    feelings = FeelingSliders(feelings=(Feeling("shame", 60), Feeling("calm", 10)))
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query_one(Input).focus()
        await pilot.press(*"Shame 20")
        assert feelings.value == (Feeling("calm", 10), Feeling("Shame", 20))


async def test_others_can_take_their_place_at_any_time() -> None:
    feelings = FeelingSliders(feelings=(Feeling("shame", 60),))
    feelings.set_feelings([Feeling("calm", 10)])
    app = Host(feelings)
    async with app.run_test() as pilot:
        assert line_with(app, "●").split()[0] == "calm"
        feelings.set_feelings([Feeling("shame", 20), Feeling("hope", 30)])
        assert feelings.value == (Feeling("shame", 20), Feeling("hope", 30))
        await pilot.pause()
        shown = screen_text(app)
        assert "calm" not in shown
        assert shown.index("shame ") < shown.index("hope ")
        assert app.said == []


async def test_an_empty_line_adds_nothing() -> None:
    feelings = FeelingSliders()
    app = Host(feelings)
    async with app.run_test() as pilot:
        feelings.query_one(Input).focus()
        await pilot.press("enter", "space", "enter")
        assert feelings.value == ()
        assert set(app.values) <= {()}


async def test_hostile_words_are_only_words() -> None:
    plain = "[/] [@click=app.quit]x"
    evil = f"{plain} \x1b]52 c eA==\x07 \u202e"
    feelings = FeelingSliders([evil, plain], (Feeling(evil, 30),))
    app = Host(feelings)
    async with app.run_test(size=(100, 10)) as pilot:
        field = feelings.query_one(Input)
        field.focus()
        await pilot.pause()
        field.post_message(events.Paste(evil))
        await pilot.pause()
        assert "\x1b" not in screen_text(app)
        assert "\u202e" not in screen_text(app)
        assert "[/] [@click=app…" in line_with(app, "├")
        assert feelings.value[0].name == evil  # what is pasted beside it has a digit for each sign
        field.value = plain
        await pilot.press("enter")
        assert len(feelings.query(FeelingSlider)) == 2


def test_before_it_is_shown_it_holds_what_it_was_given() -> None:
    assert FeelingSliders(feelings=(Feeling("calm", 10),)).value == (Feeling("calm", 10),)


async def test_a_word_that_is_nearly_one_is_asked_about_beside_the_field_and_one_key_takes_it() -> None:
    feelings = FeelingSliders(["shame", "relief"])
    async with Host(feelings).run_test(size=(60, 10)) as pilot:
        feelings.focus_line()
        await pilot.press(*"shame, dissapointed")
        await pilot.pause()
        assert "→ disappointed?" in line_with(pilot.app, "shame, dissapointed")
        await pilot.press("right", "space", *"60", "enter")
        await pilot.pause()
        assert feelings.value == (Feeling("shame", 50), Feeling("disappointed", 60))
        assert "→" not in screen_text(pilot.app)


async def test_the_word_as_it_was_typed_is_kept_where_nobody_takes_the_hint() -> None:
    feelings = FeelingSliders(["shame"])
    async with Host(feelings, FeelingSliders(id="next")).run_test(size=(60, 10)) as pilot:
        feelings.focus_line()
        await pilot.press(*"dissapointed", "enter")
        await pilot.pause()
        assert "→ disappointed?" in screen_text(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert "→" not in screen_text(pilot.app)
        assert feelings.value == (Feeling("dissapointed", 50),)


async def test_the_hint_is_taken_below_the_field_too_and_by_a_click() -> None:
    feelings = FeelingSliders(["shame"])
    async with Host(feelings).run_test(size=(60, 10)) as pilot:
        feelings.focus_line()
        await pilot.press(*"dissapointed", "space", *"70", "enter", "right")
        await pilot.pause()
        assert feelings.value == (Feeling("disappointed", 70),)
        await pilot.press(*"embarassed")
        await pilot.pause()
        await pilot.click(".feelings--meant")
        await pilot.pause()
        assert feelings.value == (Feeling("disappointed", 70), Feeling("embarrassed", 50))


async def test_the_arrow_still_moves_inside_a_word_and_completes_one() -> None:
    feelings = FeelingSliders(["shame"])
    async with Host(feelings).run_test(size=(60, 10)) as pilot:
        feelings.focus_line()
        await pilot.press(*"dissapointed", "left", "right", "left", "left", "right", "x")
        assert feelings.query_one(Input).value == "dissapointexd"
        await pilot.press("ctrl+u", "ctrl+k", *"sha")
        await pilot.pause()
        await pilot.press("right")
        assert feelings.query_one(Input).value == "shame"


async def test_the_beginning_of_a_word_is_asked_about_once_somebody_is_done_with_it() -> None:
    feelings = FeelingSliders(["disappointment"])
    async with Host(feelings).run_test(size=(60, 10)) as pilot:
        feelings.focus_line()
        await pilot.press(*"disap")
        await pilot.pause()
        assert "→" not in screen_text(pilot.app)  # the rest stands there, in grey
        await pilot.press("enter")
        await pilot.pause()
        assert "→ disappointment?" in screen_text(pilot.app)
        await pilot.press("right")
        await pilot.pause()
        assert feelings.value == (Feeling("disappointment", 50),)
