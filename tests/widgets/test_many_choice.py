"""Any number of names: ticked by key or click, moved over by row, and left past the last one."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

from bounceback_tui.widgets.many_choice import ManyChoice, Option

OPTIONS = (
    Option("red", "The colour of brick."),
    Option("green"),
    Option("blue"),
    Option("[/]\x1b", own=True),
)


class Host(App[None]):
    """The choice between two fields."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        """A field on both sides."""
        yield Input(id="before")
        yield ManyChoice("Colours", OPTIONS, ("blue", "gone"))
        yield Input(id="after")

    def on_many_choice_changed(self, event: ManyChoice.Changed) -> None:
        """Remember what was said."""
        self.heard.append(event.value)

    def on_many_choice_remove_wanted(self, event: ManyChoice.RemoveWanted) -> None:
        """Remember what was asked."""
        self.heard.append(event.option)


def text_of(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_what_is_ticked_no_longer_offered_stays_until_it_is_unticked() -> None:
    app = Host()
    async with app.run_test(size=(22, 24)) as pilot:
        choice = app.query_one(ManyChoice)
        choice.focus()
        await pilot.pause()
        assert choice.value == ("blue", "gone")
        assert "brick." in text_of(app)
        await pilot.press("space", "down", "down", "space", "down", "down", "space")
        assert choice.value == ("red",)
        assert app.heard == [("red", "blue", "gone"), ("red", "gone"), ("red",)]
        assert "gone" not in text_of(app)


async def test_only_ones_own_is_asked_to_go_and_hostile_names_are_only_names() -> None:
    app = Host()
    async with app.run_test(size=(24, 24)) as pilot:
        app.query_one(ManyChoice).focus()
        await pilot.press("x", "delete", "right", "right", "right", "x")
        assert app.heard == [OPTIONS[3]]
        assert "[ ] [/]␛" in text_of(app)


async def test_a_click_ticks_and_arrows_lead_out_at_both_ends() -> None:
    app = Host()
    async with app.run_test(size=(40, 24)) as pilot:
        choice = app.query_one(ManyChoice)
        lines = text_of(app).splitlines()
        row = next(place for place, line in enumerate(lines) if "green" in line)
        await pilot.click(offset=(lines[row].index("green"), row))
        assert choice.value == ("green", "blue", "gone")
        choice.focus()
        await pilot.press(*["down"] * 5)
        assert app.focused is not None
        assert app.focused.id == "after"
        choice.focus()
        await pilot.press(*["up"] * 6)
        assert app.focused.id == "before"


async def test_a_name_that_is_cut_in_its_column_is_told_whole_below() -> None:
    long = "arithmetic at four in the morning, with everybody's age in it"
    app = Host()
    async with app.run_test(size=(70, 24)) as pilot:
        choice = app.query_one(ManyChoice)
        choice.set_options([*OPTIONS, Option(long, own=True)], long)
        await pilot.pause()
        assert long not in " ".join(text_of(app).split())
        choice.focus()
        await pilot.pause()
        assert f"{long}: one of your own" in " ".join(text_of(app).split())
