"""A slider between two words."""

from __future__ import annotations

import pytest
from widget_host import Host, line_with

from bounceback_tui.widgets.slider import Slider, SliderShape


async def test_it_says_nothing_until_it_is_moved() -> None:
    slider = Slider("It was", ("me", "them"))
    app = Host(slider)
    async with app.run_test() as pilot:
        assert slider.value is None
        assert "← → or 0–9" in line_with(app, "It was")
        app.set_focus(None)
        await pilot.pause()
        assert "not said" in line_with(app, "It was")
        assert "●" not in line_with(app, "It was")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["right"], 50),
        (["right", "right"], 60),
        (["right", "left", "left"], 30),
        (["right", "shift+right"], 51),
        (["right", "shift+left", "shift+left"], 48),
        (["0"], 0),
        (["7"], 70),
        (["end"], 100),
        (["home"], 0),
        (["end", "right"], 100),
        (["0", "left"], 0),
        (["9", "backspace"], None),
    ],
)
async def test_keys(keys: list[str], value: int | None) -> None:
    slider = Slider("It was", ("me", "them"))
    app = Host(slider)
    async with app.run_test() as pilot:
        slider.focus()
        await pilot.press(*keys)
        assert slider.value == value
        assert app.values[-1] == value
        assert app.pages == []


async def test_a_key_that_changes_nothing_says_nothing() -> None:
    slider = Slider("It was", value=100)
    app = Host(slider)
    async with app.run_test() as pilot:
        slider.focus()
        await pilot.press("right", "end", "x")
        assert app.said == []
        assert app.pages == [0]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_mouse_sets_and_drags_it(width: int) -> None:
    slider = Slider("It was", ("me", "them"))
    app = Host(slider)
    async with app.run_test(size=(width, 10)) as pilot:
        line = line_with(app, "It was")
        left, right = line.index("├"), line.index("┤")
        await pilot.click(slider, offset=(right, 0))
        assert slider.value == 100
        assert line_with(app, "It was").index("●") == right
        await pilot.mouse_down(slider, offset=(right, 0))
        await pilot.hover(slider, offset=((left + right) // 2, 0))
        assert slider.value is not None
        assert abs(slider.value - 50) <= 5
        await pilot.hover(slider, offset=(left, 0))
        await pilot.mouse_up(slider, offset=(left, 0))
        assert slider.value == 0
        await pilot.hover(slider, offset=(right, 0))
        assert slider.value == 0


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_sliders_under_each_other_line_up_and_fit(width: int) -> None:
    shape = SliderShape(label=8, word=10)
    app = Host(
        Slider("It was", ("me", "them"), 20, shape=shape),
        Slider("It is", ("this job", "everything"), 80, shape=shape),
        Slider("漢字漢字漢字", ("a", "b"), shape=shape),
    )
    async with app.run_test(size=(width, 10)):
        lines = [line_with(app, word) for word in ("It was", "It is")]
        assert len({(line.index("├"), line.index("┤")) for line in lines}) == 1
        assert lines[0].endswith(" 20")
        assert lines[1].endswith(" 80")
        assert line_with(app, "漢").endswith("not said")


async def test_two_values_look_different() -> None:
    low, high = Slider("low", value=0), Slider("high", value=100)
    app = Host(low, high)
    async with app.run_test():
        assert line_with(app, "low").index("●") < line_with(app, "high").index("●")


def test_only_the_scale_will_do() -> None:
    with pytest.raises(ValueError, match="101"):
        Slider("x").value = 101


async def test_a_hint_that_does_not_fit_is_left_out_and_a_value_is_not() -> None:
    slider = Slider("Cause", ("me", "everything"))
    app = Host(slider)
    async with app.run_test(size=(51, 5)) as pilot:
        assert line_with(app, "Cause").endswith("everything")
        slider.focus()
        await pilot.press("7")
        assert line_with(app, "Cause").endswith("everything   70")
