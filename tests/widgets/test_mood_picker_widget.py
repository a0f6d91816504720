"""Saying how it is, with one key."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.mood_picker import ENERGY_WORDS, MoodPicker, draw_picker


def pair() -> tuple[MoodPicker, MoodPicker]:
    return MoodPicker(id="mood"), MoodPicker("Energy", ENERGY_WORDS, id="energy")


async def test_mood_and_energy_are_two_keys() -> None:
    mood, energy = pair()
    app = Host(mood, energy)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press("3", "2")
        assert (mood.value, energy.value) == (3, 2)
        assert app.values == [3, 2]
        assert app.focused is not None
        assert app.focused.id == "after"
        assert app.pages == []


async def test_every_digit_chooses_and_changes_no_page() -> None:
    mood = MoodPicker(advance=False)
    app = Host(mood)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press(*"123456789")
        assert app.values == list(range(1, 10))
        assert app.focused is mood
        assert app.pages == []


async def test_keys_that_it_does_not_need_go_on() -> None:
    mood = MoodPicker(advance=False)
    app = Host(mood)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press("x", "0", "tab")
        assert app.pages == [0]
        assert mood.value is None
        assert app.focused is not mood


async def test_arrows_start_in_the_middle_and_stop_at_the_ends() -> None:
    mood = MoodPicker(value=None)
    app = Host(mood)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press("left")
        assert mood.value == 5
        await pilot.press(*["right"] * 6)
        assert mood.value == 9
        await pilot.press(*["left"] * 10)
        assert mood.value == 1
        assert app.focused is mood


async def test_backspace_takes_it_back() -> None:
    mood = MoodPicker(value=4)
    app = Host(mood)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press("backspace")
        assert mood.value is None
        assert app.values == [None]


@pytest.mark.parametrize("digit", range(1, 10))
async def test_a_click_on_a_digit_chooses_it(digit: int) -> None:
    mood = MoodPicker()
    app = Host(mood)
    async with app.run_test() as pilot:
        await pilot.pause()
        x = line_with(app, "Mood").index(str(digit))
        await pilot.click(mood, offset=(x, 0))
        assert mood.value == digit
        assert app.focused is mood


async def test_a_click_beside_the_digits_chooses_nothing() -> None:
    mood = MoodPicker()
    app = Host(mood)
    async with app.run_test() as pilot:
        for x in (0, 3, 12, 40, 60):
            await pilot.click(mood, offset=(x, 0))
        assert mood.value is None
        assert app.said == []


async def test_it_says_what_to_press_only_while_it_waits() -> None:
    mood, energy = pair()
    app = Host(mood, energy)
    async with app.run_test(size=(60, 10)) as pilot:
        energy.focus()
        await pilot.pause()
        assert "press 1–9" in line_with(app, "Energy")
        assert "press" not in line_with(app, "Mood")
        await pilot.press("5")
        assert "press" not in screen_text(app)
        assert "so-so" in line_with(app, "Energy")


async def test_the_choice_shows_without_colour() -> None:
    mood = MoodPicker(value=3)
    app = Host(mood)
    async with app.run_test():
        assert "2[3]4" in line_with(app, "Mood")
        assert "▂3" in line_with(app, "Mood")


@pytest.mark.parametrize("value", [None, 1, 9])
@pytest.mark.parametrize("focused", [True, False])
def test_hints_never_run_over_the_edge(value: int | None, focused: bool) -> None:
    words = ("very low", "neither", "very good")
    bare = draw_picker("Mood", words, value, focused=focused, width=0)
    lengths = set()
    for width in range(bare.cell_length, 90):
        drawn = draw_picker("Mood", words, value, focused=focused, width=width)
        assert drawn.cell_length <= width
        lengths.add(drawn.cell_length)
    assert len(lengths) > 1


def test_only_the_scale_will_do() -> None:
    with pytest.raises(ValueError, match="10"):
        MoodPicker().value = 10


async def test_what_it_says_cannot_be_changed_and_names_the_picker() -> None:
    mood = MoodPicker()
    app = Host(mood)
    async with app.run_test() as pilot:
        mood.focus()
        await pilot.press("7")
        (message,) = app.said
        assert isinstance(message, MoodPicker.Chosen)
        assert message.control is mood
        with pytest.raises(FrozenInstanceError):
            message.value = 8
