"""At the start and at the end of the app, where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import flat, running, screen_text, worked_out
from machines import Machine, quick_passphrases

from bounceback_tui.app import running as run_of_the_app
from bounceback_tui.app.app import BouncebackApp
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

pytestmark = pytest.mark.needs("git")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Machine, Machine]]:
    quick_passphrases(monkeypatch)
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        desk.set_up()
        laptop.set_up()
        yield desk, laptop


def wanting(machine: Machine, when: str) -> Workspace:
    """The journal of a machine with that setting."""
    folder = machine.path.parent / "config"
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text(f'sync = "{when}"\n')
    return Workspace(machine.path, machine.clock, asset("guide.md"), folder)


@pytest.mark.parametrize("when", ["start and end", "never"])
def test_leaving_lets_the_others_have_what_is_new(two: tuple[Machine, Machine], when: str) -> None:
    desk, laptop = two
    desk.note("before leaving")
    with wanting(desk, when) as workspace:
        run_of_the_app._exchange(workspace)
    laptop.sync()
    assert laptop.texts() == (["before leaving"] if when != "never" else [])


def test_leaving_offline_says_and_loses_nothing(two: tuple[Machine, Machine]) -> None:
    desk, _ = two
    desk.remote.rename(desk.remote.with_name("away"))
    desk.note("before leaving")
    with wanting(desk, "start and end") as workspace:
        run_of_the_app._exchange(workspace)
        assert workspace.sync.status().to_tell  # type: ignore[union-attr]  # it was set up


@pytest.mark.long
async def test_what_came_at_the_start_is_on_the_page(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    desk.note("from the other machine")
    desk.sync()
    with wanting(laptop, "start and end") as workspace:
        async with running(workspace) as pilot:
            assert isinstance(pilot.app, BouncebackApp)
            assert pilot.app.exchanging
            await pilot.press("2")
            pilot.app._exchange()
            await worked_out(pilot.app)
            await pilot.pause()
            assert "from the other machine" in flat(screen_text(pilot.app))


async def test_nothing_is_exchanged_unless_it_is_wanted_and_set_up(tmp_path: Path) -> None:
    with Machine(tmp_path / "alone", tmp_path / "remote") as alone:
        for when in ("never", "start and end"):
            with wanting(alone, when) as workspace:
                async with running(workspace) as pilot:
                    assert isinstance(pilot.app, BouncebackApp)
                    assert not pilot.app.exchanging
