"""What is pasted is never lost: a scale takes a figure, and the text takes the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, press, running
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.widgets.feeling_sliders import FeelingSlider
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.slider import Slider

MAIL = "Dear applicant,\nwe went with somebody else."


async def paste(pilot: Pilot[None], text: str) -> None:
    """As a terminal hands over what is in the clipboard."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def text_of(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one("#text", TextArea).text


@pytest.mark.parametrize("where", ["before-mood", "stage", "locus"])
@pytest.mark.many(3)
async def test_a_mail_pasted_where_a_key_is_asked_for_stands_in_the_text(tmp_path: Path, where: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            pilot.app.screen.query_one(f"#{where}").focus()
            await paste(pilot, MAIL)
            assert text_of(pilot) == MAIL
            assert "we went with somebody else" in await press(pilot)  # scrolled to on a slow machine, too
            await pilot.press("!")
            assert text_of(pilot) == MAIL + "!"


async def test_a_figure_pasted_on_a_scale_is_its_value(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            screen = pilot.app.screen
            screen.query_one("#before-mood").focus()
            await paste(pilot, " 3\n")
            await paste(pilot, "4")
            await pilot.press(*"shame", "enter", "tab")
            await paste(pilot, "65 %")
            screen.query_one("#locus").focus()
            await paste(pilot, "100")
            moods = [screen.query_one(f"#before-{name}", MoodPicker).value for name in ("mood", "energy")]
            assert moods == [3, 4]
            assert screen.query_one(FeelingSlider).value == 65
            assert screen.query_one("#locus", Slider).value == 100
            assert text_of(pilot) == ""


async def test_a_figure_that_is_on_no_scale_is_text(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            pilot.app.screen.query_one("#before-mood").focus()
            await paste(pilot, "42")
            assert text_of(pilot) == "42"


async def test_where_somebody_writes_it_is_pasted_once(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await paste(pilot, "Acme")
            pilot.app.screen.query_one("#text").focus()
            await paste(pilot, MAIL)
            assert text_of(pilot) == MAIL
            assert pilot.app.screen.query_one("#company", Input).value == "Acme"


async def test_on_the_mood_a_word_is_pasted_among_the_feelings(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m")
            await paste(pilot, "shame\n60")
            assert pilot.app.screen.query_one("#feelings Line", Input).value == "shame 60"
            assert pilot.app.screen.query_one("#mood", MoodPicker).value is None


@pytest.mark.parametrize("form", ["w", "writing"])
async def test_on_a_page_letters_and_a_paste_on_the_mood_are_written(tmp_path: Path, form: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            if form == "w":
                await pilot.press("w")
            else:
                await pilot.app._open(form)
                await pilot.pause()
            for name, typed in (("before-mood", "A"), ("after-mood", "b")):
                pilot.app.screen.query_one(f"#{name}").focus()
                await pilot.press(typed)
                await pilot.pause()
            pilot.app.screen.query_one("#after-mood").focus()
            await paste(pilot, "c")
            assert text_of(pilot) == "A b\n\nc"
            await pilot.press("!")
            assert text_of(pilot) == "A b\n\nc!"
