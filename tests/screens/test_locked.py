"""The screen before a closed journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from journals import HandSetClock, digest
from looking import flat, press, running, screen_text, type_text, worked_out
from textual.widgets import Input

from bounceback_tui.app.locked import LockedApp
from bounceback_tui.crashes import Crashes
from bounceback_tui.resources import asset
from bounceback_tui.services import privacy
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.cipher import Key

pytestmark = pytest.mark.plain

WORDS = "vier lose Worte"


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Path:
    """An encrypted one."""
    path = tmp_path / "acme-said-no.db"
    with Workspace(path, clock, asset("guide.md"), key=privacy.new_key(WORDS)) as workspace:
        workspace.journal.note("Quittenmarmelade hilft.")
    return path


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_wrong_passphrase_may_be_tried_again_and_changes_nothing(
    journal: Path, clock: HandSetClock, size: tuple[int, int]
) -> None:
    before = digest(journal)
    app = LockedApp(journal, Crashes(clock), encrypted=True)
    async with app.run_test(size=size) as pilot:
        shown = screen_text(app)
        assert "This journal is locked." in shown
        for _ in range(3):
            await type_text(pilot, "wrong")
            assert "wrong" not in screen_text(app)
            await pilot.press("enter")
            await worked_out(app)
            await pilot.pause()
            shown = flat(screen_text(app))
            assert "passphrase does not open" in shown
            assert app.query_one(Input).value == ""
            assert app.query_one(Input).has_focus
        assert digest(journal) == before
        await type_text(pilot, WORDS)
        assert "does not open" not in screen_text(app)
        await pilot.press("enter")
        await worked_out(app)
    assert app.opened
    with Workspace(journal, clock, asset("guide.md"), key=app.key) as workspace:
        assert workspace.database.rows("SELECT count(*) FROM entry") == [(1,)]


@pytest.mark.long
async def test_what_is_typed_can_be_shown_and_the_recovery_key_opens_it_too(
    journal: Path, clock: HandSetClock
) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, WORDS))
    app = LockedApp(journal, Crashes(clock), encrypted=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "abc")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "abc" in screen_text(app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "abc" not in screen_text(app)
        app.query_one(Input).value = recovery
        await pilot.press("enter")
        await worked_out(app)
    assert app.opened
    assert app.key
    assert app.key.recovered


@pytest.mark.parametrize("encrypted", [True, False])
async def test_the_foot_says_first_what_opens_and_last_what_leaves(
    journal: Path, clock: HandSetClock, encrypted: bool
) -> None:
    app = LockedApp(journal, Crashes(clock), encrypted=encrypted)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        keys = screen_text(app).splitlines()[-1].strip()
        shown = "enter open  ^r show what is typed  esc leave" if encrypted else "enter open again  esc leave"
        assert keys == shown


@pytest.mark.long
async def test_leaving_opens_nothing(journal: Path, clock: HandSetClock) -> None:
    app = LockedApp(journal, Crashes(clock), encrypted=True)
    async with app.run_test() as pilot:
        await pilot.press("escape")
    assert not app.opened
    assert app.return_code == 0


async def test_a_cover_says_what_it_is_worth_and_enter_lifts_it(tmp_path: Path, clock: HandSetClock) -> None:
    app = LockedApp(tmp_path / "journal.db", Crashes(clock), encrypted=False)
    async with app.run_test(size=(60, 20)) as pilot:
        shown = flat(screen_text(app).replace("│", " "))
        assert "keeps out eyes, not hands" in shown
        assert "bounceback encrypt" in shown
        await pilot.press("enter")
    assert app.opened
    assert app.key is None


@pytest.mark.parametrize("key", [None, Key(b"k" * 32, b"salt for a test!")], ids=["plain", "encrypted"])
async def test_a_new_journal_is_offered_a_passphrase_once_and_without_a_question(
    tmp_path: Path, clock: HandSetClock, key: Key | None
) -> None:
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md"), key=key) as workspace:
        async with running(workspace) as pilot:
            offered = "`bounceback encrypt` gives it a passphrase"
            assert (offered in screen_text(pilot.app)) is (key is None)
            workspace.journal.note("the first")
            assert offered not in await press(pilot, "2", "1")


async def test_where_a_shell_does_not_find_the_program_the_offer_names_it_as_it_was_started(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["[red].venv/bin/bounceback"])
    monkeypatch.setenv("PATH", str(tmp_path))
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md")) as workspace:
        async with running(workspace) as pilot:
            assert "`'[red].venv/bin/bounceback' encrypt` gives it a passphrase" in flat(
                screen_text(pilot.app)
            )


@pytest.mark.long
async def test_what_was_decrypted_meanwhile_is_opened(journal: Path, clock: HandSetClock) -> None:
    app = LockedApp(journal, Crashes(clock), encrypted=True)
    async with app.run_test(size=(80, 24)) as pilot:
        journal.unlink()
        with Workspace(journal, clock, asset("guide.md")):
            pass
        await type_text(pilot, WORDS)
        await pilot.press("enter")
        await worked_out(app)
    assert app.opened
    assert app.key is None
