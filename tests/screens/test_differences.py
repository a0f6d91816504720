"""What was changed on two machines is shown side by side and settled; the Journal marks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import flat, running, screen_text, worked_out
from machines import Machine, quick_passphrases, settle_down
from textual.pilot import Pilot

from bounceback_tui.app.app import BouncebackApp
from bounceback_tui.domain.sync import Which

pytestmark = pytest.mark.needs("git")

ONE, OTHER = "It went badly [/] I thought", "It went better [@click=app.quit]than I thought[/]"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Machine, Machine]]:
    """Two machines, on the second of which an entry waits for a decision."""
    quick_passphrases(monkeypatch)
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        key = desk.note("as it was", "After the panel")
        desk.set_up()
        laptop.set_up()
        desk.change(key, ONE)
        laptop.change(key, OTHER)
        settle_down(desk, laptop)
        yield desk, laptop


async def opened(pilot: Pilot[None], name: str) -> str:
    """What the screen shows with a window over the page."""
    app = pilot.app
    assert isinstance(app, BouncebackApp)
    await app.open_tool(name)
    await pilot.pause()
    return screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_both_versions_are_seen(two: tuple[Machine, Machine], size: tuple[int, int]) -> None:
    async with running(two[1].workspace, size) as pilot:
        shown = flat(await opened(pilot, "differences"))
        for words in (
            "After the panel",
            "It went badly [/]",
            "It went better [@click=app.quit]",
            "take the other",
        ):
            assert words in shown


@pytest.mark.many(3)
@pytest.mark.parametrize(("key", "which"), [("o", Which.ONE), ("t", Which.OTHER), ("b", Which.BOTH)])
async def test_a_key_settles_it(two: tuple[Machine, Machine], key: str, which: Which) -> None:
    laptop = two[1]
    [one] = laptop.workspace.differences.every()
    async with running(laptop.workspace) as pilot:
        await opened(pilot, "differences")
        await pilot.press("enter")  # scrolls, and settles nothing
        assert laptop.workspace.differences.every()
        await pilot.press(key)
        await pilot.pause()
        assert "Nothing was changed in two ways." in screen_text(pilot.app)
        assert laptop.workspace.differences.every() == []
        says = laptop.says(str(one.key[0]))
        assert (one.stands["text"] in says) is (which is not Which.OTHER)
        assert ((one.other or {})["text"] in says) is (which is not Which.ONE)
        await pilot.press("escape")


async def test_the_journal_marks_it_until_it_is_settled(two: tuple[Machine, Machine]) -> None:
    laptop = two[1]
    async with running(laptop.workspace, (120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "≠ After the panel" in shown
        assert "≠ Changed on two machines" in flat(shown)
        await opened(pilot, "differences")
        await pilot.press("o", "escape")
        await pilot.pause()
        assert "≠" not in screen_text(pilot.app)


async def test_sync_now_brings_what_is_new(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    desk.note("written on the train")
    desk.sync()
    async with running(laptop.workspace) as pilot:
        await pilot.press("2")
        await opened(pilot, "sync")
        await worked_out(pilot.app)
        await pilot.pause()
        assert "written on the train" in screen_text(pilot.app)


@pytest.mark.long
async def test_sync_now_says_why_it_cannot(two: tuple[Machine, Machine]) -> None:
    desk, _ = two
    desk.remote.rename(desk.remote.with_name("away"))
    async with running(desk.workspace) as pilot:
        await opened(pilot, "sync")
        await worked_out(pilot.app)
        await pilot.pause()
        assert "could not be reached" in flat(screen_text(pilot.app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_days_are_told_as_everywhere(two: tuple[Machine, Machine], size: tuple[int, int]) -> None:
    async with running(two[1].workspace, size) as pilot:
        shown = await opened(pilot, "differences")
        assert "Mon 23 Nov, 09:30" in shown
        assert "2026-11" not in shown
