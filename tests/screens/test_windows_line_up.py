"""What goes on in a further line stands below its beginning; small windows have room for what they list."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import flat, open_workspace, press, press_keys, running, worked_out

from bounceback_tui.app import BouncebackApp
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace


def column_of(text: str, words: str) -> int:
    """The cell in which these words begin."""
    (line,) = [one for one in text.splitlines() if words in one]
    return line.index(words)


async def opened(journal: Workspace, tool: str, size: tuple[int, int], subject: str = "") -> str:
    """What the screen shows with a tool over the page."""
    async with running(journal, size) as pilot:
        app = pilot.app
        assert isinstance(app, BouncebackApp)
        await app.open_tool(tool, subject)
        await worked_out(app)
        return await press(pilot)


async def test_the_check_has_a_column_for_what_is_looked_at(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Quiet.")
        text = await opened(journal, "doctor", (80, 40))
    column = column_of(text, "Each says what was saved")
    assert column_of(text, "Not encrypted: whoever") == column
    assert column_of(text, "them. `bounceback encrypt`") == column
    assert column_of(text, "The settings can be") == column


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_long_subject_goes_on_below_itself(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        text = await opened(journal, "feedback", size, journal.recovery.episodes()[0].id)
    rest = "the Data engineer position" if size == (60, 20) else "position"
    (line,) = [one for one in text.splitlines() if one.split() == rest.split()]
    assert line.index(rest) == column_of(text, "A short question about")


async def test_what_helped_last_time_keeps_its_columns(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (80, 24)) as pilot:
            text = await press(pilot, "3", "l")
    assert column_of(text, "If the sentence comes back") == column_of(text, "read the right-hand one.")


@pytest.mark.many(2)
@pytest.mark.parametrize(("size", "more"), [((80, 24), True), ((120, 40), False)])
async def test_reading_on_is_offered_where_there_is_more(
    tmp_path: Path, size: tuple[int, int], more: bool
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, size) as pilot:
            text = await press(pilot, "3", "l")
            assert ("pgdn read on" in text) is more
            await pilot.resize_terminal(60, 20)
            assert "pgdn read on" in await press(pilot)
            await pilot.resize_terminal(120, 45)
            assert "pgdn read on" not in await press(pilot)


async def test_a_low_window_gives_its_lines_to_what_it_lists(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        text = await opened(journal, "next-one", (60, 20))
        seen = [
            line for line in text.splitlines() if line.strip(" ▸").startswith(("If ", "then ", "for example"))
        ]
        assert len(seen) >= 8, "four plans of two lines"
        async with running(journal, (60, 20)) as pilot:
            lines = (await press(pilot, "2", "t")).splitlines()
            assert "Tags" in lines[0]


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_the_parts_of_the_help_stand_apart(workspace: Workspace, size: tuple[int, int]) -> None:
    async with running(workspace, size) as pilot:
        await press_keys(pilot, "question_mark")
        lines = (await press(pilot, "m", "k", "k")).splitlines()
        (place,) = [n for n, line in enumerate(lines) if line.split() == ["Help"]]
        assert not lines[place - 1].strip(" ▁▂▃▄▅▆▇█")


async def test_what_a_row_has_no_room_for_is_said_whole_below_the_list(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (60, 20)) as pilot:
            app = pilot.app
            assert isinstance(app, BouncebackApp)
            await app.open_tool("rest")
            whole = "Fri 14 Aug to Sun 16 Aug · swimming every morning, no laptop"
            assert whole not in flat(await press(pilot))
            assert whole in flat(await press(pilot, "down"))
            await pilot.resize_terminal(100, 30)
            assert whole not in flat(await press(pilot)), "all of it is in its row"
            await pilot.resize_terminal(60, 20)
            assert whole in flat(await press(pilot))
            text = flat(await press(pilot, "x"))
            assert "x once more takes it away" in text
            await pilot.resize_terminal(100, 30)
            assert "x once more takes it away" in flat(await press(pilot)), "a question stays"


async def test_an_e_mail_that_is_seen_whole_offers_no_reading_on(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        episode = journal.recovery.episodes()[0].id
        assert "pgdn" not in await opened(journal, "feedback", (120, 40), episode)
        assert "pgdn read on" in await opened(journal, "feedback", (80, 24), episode)
