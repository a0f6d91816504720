"""The field for dates: what was understood is told back, and what 3/4 means is asked once."""

from __future__ import annotations

import pytest
from journals import HandSetClock
from widget_host import Host, line_with, screen_text

from bounceback_tui.domain.dates import DateNotUnderstood, DateOrder
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.order_choice import OrderChoice
from bounceback_tui.widgets.when_field import WhenField


class Hearing(Host):
    """Hears what goes up."""

    def on_order_choice_order_chosen(self, message: OrderChoice.OrderChosen) -> None:
        self.said.append(message)

    def on_choice_changed(self, message: Choice.Changed) -> None:
        self.said.append(message)


def day(field: WhenField) -> str:
    return field.moment.local_date.isoformat() if field.moment else ""


async def test_what_was_understood_is_told_back_at_every_key() -> None:
    app = Hearing(WhenField(HandSetClock()))
    async with app.run_test() as pilot:
        assert "= Mon 23 Nov 2026, 09:30 (today)" in screen_text(app)
        await pilot.press("tab", *"yesterday", "space", *"3pm")
        assert "= Sun 22 Nov 2026, 15:00 (yesterday)" in screen_text(app)
        await pilot.press("x")
        assert "not a date that is known here" in screen_text(app)
        assert "day first" not in screen_text(app)


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("keys", "order", "read"),
    [
        (["d"], DateOrder.DAY_MONTH, "2026-04-03"),
        (["m"], DateOrder.MONTH_DAY, "2026-03-04"),
        (["right"], DateOrder.DAY_MONTH, "2026-04-03"),
        (["left"], DateOrder.MONTH_DAY, "2026-03-04"),
    ],
)
async def test_the_order_is_settled_below_the_field(keys: list[str], order: DateOrder, read: str) -> None:
    field = WhenField(HandSetClock())
    app = Hearing(field)
    async with app.run_test() as pilot:
        await pilot.press("tab", "3", "slash", "4")
        assert "Is 3/4 3 Apr 2026 (day first) or 4 Mar 2026 (month first)?" in screen_text(app)
        with pytest.raises(DateNotUnderstood):
            assert field.moment
        await pilot.press("tab", *keys)
        await pilot.pause()
        assert day(field) == read
        assert [(type(one), one.order) for one in app.said] == [(OrderChoice.OrderChosen, order)]
        assert f"[{order}]" in line_with(app, "Which?")
        assert "12:00" in line_with(app, "= ")


async def test_a_slip_is_put_right_at_once_and_the_question_goes_with_the_figures() -> None:
    field = WhenField(HandSetClock())
    app = Hearing(field)
    async with app.run_test() as pilot:
        await pilot.press("tab", "3", "slash", "4", "tab", "d", "m")
        await pilot.pause()
        assert day(field) == "2026-03-04"
        assert [one.order for one in app.said] == [DateOrder.DAY_MONTH, DateOrder.MONTH_DAY]
        await pilot.press("shift+tab", "end", *("backspace",) * 3, *"today")
        assert "Which?" not in screen_text(app)
        await pilot.press("tab")
        assert app.focused
        assert app.focused.id == "after"


async def test_tab_passes_by_what_is_not_asked() -> None:
    app = Hearing(WhenField(HandSetClock()))
    async with app.run_test() as pilot:
        await pilot.press("tab", *"friday", "tab")
        assert app.focused
        assert app.focused.id == "after"


@pytest.mark.parametrize(
    ("order", "read"), [(DateOrder.DAY_MONTH, "2026-04-03"), (DateOrder.MONTH_DAY, "2026-03-04")]
)
async def test_what_is_settled_is_not_asked_again(order: DateOrder, read: str) -> None:
    field = WhenField(HandSetClock(), order)
    app = Hearing(field)
    async with app.run_test() as pilot:
        await pilot.press("tab", "3", "slash", "4")
        assert day(field) == read
        assert "Which?" not in screen_text(app)
