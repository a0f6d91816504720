"""The Settings window: every setting with its source, another choice at once and in the file, slips told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers_messages import messages
from helpers_tools import all_done, every_size, keys, only_keys, open_tool, typed
from journals import HandSetClock
from looking import NOW, flat, running, screen_text

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.setting_list import SETTINGS
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.themes import DARK

MINE = '# mine\nname = "Ada"  # me\n\n[colours]\nlow = 1\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for settings, with a file that somebody wrote."""
    made = tmp_path / "settings"
    made.mkdir()
    (made / CONFIG_FILE).write_text(MINE)
    return made


def opened(folder: Path) -> Workspace:
    return Workspace(folder.with_name("journal.db"), FixedClock(NOW), asset("guide.md"), folder)


@every_size
async def test_every_setting_is_there_with_its_value_and_source(folder: Path, size: tuple[int, int]) -> None:
    with opened(folder) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("comma")
            await all_done(pilot)
            lines = screen_text(pilot.app).splitlines()
            for one in SETTINGS:
                (line,) = [line for line in lines if f" {one.label} " in line]
                assert ("Ada" in line and "config.toml" in line) if one.name == "name" else "usual" in line
            assert "Stands at the end of the e-mails" in flat(screen_text(pilot.app))
            assert not any(len(line) > size[0] for line in lines)
            text = await keys(pilot, "end")
            assert str(folder / "themes") in text.replace(" ", "")


async def test_a_choice_holds_at_once_and_in_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setenv("BOUNCEBACK_PASSPHRASE_COMMAND", "echo hunter2")
    (folder / "guides").mkdir()
    (folder / "guides" / "mine.md").write_text(asset("guide.md"))
    with opened(folder) as journal:
        async with running(journal, (120, 40)) as pilot:
            text = await open_tool(pilot, "preferences")
            assert "Your own editor" in text
            assert "EDITOR" in text
            assert "by a command BOUNCEBACK_PASSPHRASE_COMMAND" in text
            assert "hunter2" not in text
            await only_keys(pilot, "down", "left")
            assert pilot.app.theme == journal.settings.theme != DARK
            await only_keys(pilot, "right")
            assert pilot.app.theme == DARK
            await only_keys(pilot, "down", "left", "left")
            assert journal.settings.date_order is DateOrder.DAY_MONTH
            await only_keys(pilot, "down", "enter")
            assert journal.settings.guide == journal.guides.usual == "mine"
            await only_keys(pilot, "down", "space")
            assert not journal.settings.writing_time
            await only_keys(pilot, "up", "up", "up", "x")
            assert journal.settings.source("theme") == "usual"
            added = '\ndate_order = "day first"\nguide = "mine"\nwriting_time = "hidden"\n'
            assert (folder / CONFIG_FILE).read_text().replace("\n\n", "\n") == MINE.replace("\n\n", added), (
                "comments and tables stay"
            )
            await only_keys(pilot, "escape", "n", *"Acme", "tab", "tab", "tab", "tab", "3", "slash", "4")
            assert "= Fri 3 Apr 2026" in screen_text(pilot.app)


@pytest.mark.long
async def test_the_name_is_written_and_emptied(folder: Path) -> None:
    with opened(folder) as journal:
        async with running(journal) as pilot:
            await only_keys(pilot, "comma", "enter")
            await typed(pilot, " Quinn", "enter")
            assert journal.settings.name == "Ada Quinn"
            assert (folder / CONFIG_FILE).read_text() == MINE.replace("Ada", "Ada Quinn")
            await only_keys(pilot, "enter", *["backspace"] * 9, "enter")
            assert journal.settings.name == ""
            assert "name" not in (folder / CONFIG_FILE).read_text()


async def test_a_click_on_the_one_under_the_cursor_changes_it(folder: Path) -> None:
    with opened(folder) as journal:
        async with running(journal) as pilot:
            await only_keys(pilot, "comma")
            for _ in range(2):
                await pilot.click(Rows, offset=(10, 4))
                await all_done(pilot)
            assert not journal.settings.writing_time


async def test_what_was_written_by_hand_meanwhile_holds_once_the_window_is_opened(folder: Path) -> None:
    with opened(folder) as journal:
        async with running(journal) as pilot:
            (folder / CONFIG_FILE).write_text('theme = "nord"\n')
            assert "nord" in await keys(pilot, "comma")
            assert pilot.app.theme == "nord"


BROKEN: dict[str, Callable[[Path], object]] = {
    "wrong type": lambda path: path.write_text("x = 1\nlock_after = 'soon'\n"),
    "unknown key": lambda path: path.write_text('\nthemes = "nord"\n'),
    "syntax": lambda path: path.write_text("# mine\nname = Ada\n"),
    "not UTF-8": lambda path: path.write_bytes(b"# mine\nname = '\xff'\n"),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("kind", "said", "refused"),
    [
        ("wrong type", "lock_after is “soon”", False),
        ("unknown key", "(the nearest is “theme”)", False),
        ("syntax", "line 2, cannot be understood", True),
        ("not UTF-8", "line 2, is not written in UTF-8", True),
        ("a folder", "is not a file", True),
    ],
)
async def test_the_app_starts_with_a_broken_file_tells_it_once_and_overwrites_nothing(
    folder: Path, kind: str, said: str, refused: bool
) -> None:
    path = folder / CONFIG_FILE
    path.unlink()
    path.touch()
    BROKEN[kind](path)
    before = path.read_bytes() if path.is_file() else None
    with opened(folder) as journal:
        async with running(journal, (120, 40)) as pilot:
            (told,) = messages(pilot)
            assert str(path) in told
            assert said in told or "1 more thing to put right: see Settings (,)." in told
            pilot.app.clear_notifications()
            assert said in flat(await keys(pilot, "2", "comma"))
            assert not messages(pilot)
            assert (path.read_bytes() if path.is_file() else None) == before
            rows = pilot.app.screen.query_one(Rows)
            labels = [rows._line(place, 90, False).plain for place in range(rows.count)]
            rows.cursor = next(place for place, one in enumerate(labels) if "Time of writing" in one)
            await only_keys(pilot, "right")
            assert not journal.settings.writing_time, "it holds for now, at least"
            if refused:
                assert "could not be remembered there" in messages(pilot)[0]
                assert journal.settings.source("writing_time") == "for now"
                assert (path.read_bytes() if path.is_file() else None) == before
            else:
                assert before is not None
                assert path.read_bytes() == before + b'writing_time = "hidden"\n'


async def test_the_minutes_until_the_lock_count_from_the_change(tmp_path: Path, clock: HandSetClock) -> None:
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md"), tmp_path / "config") as journal:
        app = BouncebackApp(journal)
        async with app.run_test(size=(80, 24)) as pilot:
            await only_keys(pilot, "comma", *["down"] * 5, "right")
            assert journal.settings.lock_after == 1
            await only_keys(pilot, "left")
            clock.forward(minutes=6)
            await only_keys(pilot, "down")
            assert app.left_off is None, "never again"
            await only_keys(pilot, "up", "right")
            clock.forward(minutes=2)
            await pilot.press("down")
            assert app.left_off
            assert [one.name for one in app.left_off.windows] == ["settings"]
