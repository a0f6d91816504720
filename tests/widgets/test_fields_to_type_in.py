"""Typing and pasting: what looks like text stays text, and nothing brings the editor down."""

from __future__ import annotations

import random
from typing import ClassVar

import pytest
from looking import screen_text
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import TextArea

from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.line_list import LineList

HOSTILE = "a\x1b]52;c;aGk=\x07b\u202ec [/] [@click=app.quit]d\x9be"


class Host(App[None]):
    def __init__(self, *widgets: object) -> None:
        super().__init__()
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self.widgets


def strips(app: App[None]) -> str:
    return "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)


@pytest.mark.parametrize("kind", [Writing, Line])
async def test_pasted_control_characters_are_shown_and_not_sent_to_the_terminal(kind: type) -> None:
    app = Host(kind())
    async with app.run_test() as pilot:
        app.post_message(events.Paste(HOSTILE))
        await pilot.pause()
        shown = strips(app)
        assert "␛" in shown
        assert "[/] [@click=app.quit]d" in shown
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


async def test_without_the_guard_they_would_be_sent() -> None:
    app = Host(TextArea())
    async with app.run_test() as pilot:
        app.post_message(events.Paste(HOSTILE))
        await pilot.pause()
        assert "\x1b" in strips(app)


async def test_the_text_itself_stays_as_it_was_pasted() -> None:
    app = Host(Writing())
    async with app.run_test() as pilot:
        app.post_message(events.Paste("שלום\u200f!\nsecond\ttab"))
        await pilot.pause()
        assert app.query_one(Writing).text == "שלום\u200f!\nsecond\ttab"


async def test_lines_pasted_into_a_line_become_one() -> None:
    app = Host(Line())
    async with app.run_test() as pilot:
        app.post_message(events.Paste("Acme\nGmbH"))
        await pilot.pause()
        assert app.query_one(Line).value in ("Acme GmbH", "Acme")


@pytest.mark.many(3)
@pytest.mark.parametrize("seed", range(6))
async def test_pasting_deleting_undoing_and_redoing_at_random_never_fails(seed: int) -> None:
    """Textualize/textual#6686: undo after a paste of several lines brings a bare TextArea down."""
    choose = random.Random(seed)
    app = Host(Writing())
    async with app.run_test() as pilot:
        editor = app.query_one(Writing)
        for _ in range(60):
            match choose.randrange(5):
                case 0:
                    app.post_message(events.Paste("one\ntwo\nthree"))
                case 1:
                    editor.undo()
                case 2:
                    editor.redo()
                case 3:
                    await pilot.press("up", "end", "enter", "x")
                case 4:
                    editor.action_select_all()
                    editor.action_delete_left()
            await pilot.pause()
        assert app.is_running


async def test_a_letter_chooses_and_does_nothing_else() -> None:
    pressed = []

    class Keyed(Host):
        BINDINGS: ClassVar[list[BindingType]] = [("n", "note", "note")]

        def action_note(self) -> None:
            pressed.append("n")

    app = Keyed(Choice("Stage", ["screen", "final", "offer"]))
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.focus()
        await pilot.press("f")
        assert choice.value == "final"
        assert "[final]" in screen_text(app)
        await pilot.press("n")
        assert pressed == []
        await pilot.press("right")
        assert choice.value == "offer"
        await pilot.press("backspace")
        assert choice.value is None


async def test_a_required_choice_cannot_be_cleared() -> None:
    app = Host(Choice("Result", ["rejected", "offer"], "rejected", required=True))
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        await pilot.press("backspace")
        assert app.query_one(Choice).value == "rejected"


async def test_a_letter_shared_by_two_options_goes_through_both() -> None:
    app = Host(Choice("Source", ["referral", "agency", "recruiter"]))
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        await pilot.press("r", "r")
        assert app.query_one(Choice).value == "recruiter"
        await pilot.press("r")
        assert app.query_one(Choice).value == "referral"


@pytest.mark.parametrize(
    ("begun", "typed", "chosen"),
    [
        (None, "final", "final"),
        (None, "ghosted", "ghosted"),
        (None, "moved on", "moved on"),
        ("final", "final", "final"),
        (None, "recruiter", "recruiter"),
        ("referral", "referral", "referral"),
        ("offer", "zero", "offer"),  # fits nothing
    ],
)
async def test_a_whole_word_typed_at_once_chooses_that_word_alone(
    begun: str | None, typed: str, chosen: str
) -> None:
    options = ["referral", "recruiter", "applied", "final", "ghosted", "moved on", "offer", "in touch"]
    app = Host(Choice("Result", options, begun))
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        seen = set()
        for letter in typed:
            await pilot.press("space" if letter == " " else letter)
            seen.add(app.query_one(Choice).value)
        assert app.query_one(Choice).value == chosen
        assert "offer" not in seen - {begun}


async def test_after_a_moment_a_letter_begins_another_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bounceback_tui.widgets.choice._AT_ONCE", 0.0)
    app = Host(Choice("Stage", ["screen", "final", "offer"]))
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        await pilot.press("f", "o")
        assert app.query_one(Choice).value == "offer"


async def test_an_option_can_be_clicked_even_on_a_second_line() -> None:
    app = Host(Choice("Source", ["referral", "agency", "job board", "company site", "recruiter", "other"]))
    async with app.run_test(size=(44, 10)) as pilot:
        lines = screen_text(app).splitlines()
        row = next(place for place, line in enumerate(lines) if "other" in line)
        assert row > 0
        await pilot.click(offset=(lines[row].index("other") + 1, row))
        assert app.query_one(Choice).value == "other"


async def test_lines_are_added_with_enter_and_taken_away_with_backspace() -> None:
    app = Host(LineList("What went right", ["they invited me"]))
    async with app.run_test() as pilot:
        lines = app.query_one(LineList)
        lines.query_one(Line).focus()
        await pilot.press(*"calm", "enter")
        assert lines.value == ("they invited me", "calm")
        assert "+ calm" in screen_text(app)
        await pilot.press("backspace", "backspace")
        assert lines.value == ()


async def test_a_line_typed_but_not_entered_counts() -> None:
    app = Host(LineList("What went right"))
    async with app.run_test() as pilot:
        app.query_one(Line).focus()
        await pilot.press(*"calm")
        assert app.query_one(LineList).value == ("calm",)
