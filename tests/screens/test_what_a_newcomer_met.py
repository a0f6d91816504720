"""What somebody stumbled over who had never seen the program: small things that made a hard day harder."""

from __future__ import annotations

import pytest
from helpers_recover import flat, press, rejected, sizes
from looking import running, screen_text, type_text

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace


@sizes
async def test_recover_turns_to_the_rejection_that_was_just_logged(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    rejected(workspace, "Acme", 3)
    async with running(workspace, size) as pilot:
        assert "Acme" in (await press(pilot, "3")).splitlines()[2]
        await press(pilot, "1", "n")
        await type_text(pilot, "Betta")
        await press(pilot, "ctrl+s")
        assert "Betta" in flat(await press(pilot, "3"))
        assert "Acme" not in "".join(screen_text(pilot.app).splitlines()[:4])
        await press(pilot, "]")
        assert "Acme" in flat(await press(pilot, "1", "3"))  # whoever turned on stays there


@pytest.mark.long
async def test_what_was_done_in_a_tool_leads_back_to_its_step(workspace: Workspace) -> None:
    episode = rejected(workspace, "Acme", 3)
    async with running(workspace, (100, 40)) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} narrow-search")  # type: ignore[attr-defined]  # it is this app
        await press(pilot, "enter", "escape")
        assert "space ticks it" not in screen_text(pilot.app)  # nothing was done there
        await press(pilot, "enter", "a")
        await type_text(pilot, "Near home")
        await press(pilot, "ctrl+s", "escape")
        assert "If that was this step: space ticks it." in flat(screen_text(pilot.app))
        await press(pilot, "space")
        assert "narrow-search" in workspace.recovery.ticks(episode)


async def test_a_title_made_of_the_company_follows_its_name(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome(company="Betta"))
    told = workspace.versions.told(logged.id)
    assert isinstance(told, Outcome)
    workspace.versions.revise(Outcome(**{**vars(told), "company": "Beta"}))
    assert workspace.journal.find(logged.id).entry.title == "Beta: rejected"
    own = workspace.journal.log(Outcome(company="Zed", title="Zed: again", text="Zed: again\nand more"))
    told = workspace.versions.told(own.id)
    assert isinstance(told, Outcome)
    workspace.versions.revise(Outcome(**{**vars(told), "company": "Zett"}))
    assert workspace.journal.find(own.id).entry.title == "Zed: again"


@pytest.mark.long
async def test_an_edit_that_changed_nothing_says_so(workspace: Workspace) -> None:
    workspace.journal.note("A walk")
    async with running(workspace) as pilot:
        await press(pilot, "2", "e", "ctrl+s")
        assert "Nothing was changed." in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_the_forecast_can_be_read_back(workspace: Workspace, size: tuple[int, int]) -> None:
    async with running(workspace, size) as pilot:
        await press(pilot, "n")
        for _ in range(30):
            await pilot.press("tab")
            if pilot.app.focused and pilot.app.focused.id == "forecast":
                break
        await press(pilot, "1", "4")
        assert " 14" in screen_text(pilot.app)


async def test_leaving_by_habit_is_answered_in_our_words(workspace: Workspace) -> None:
    async with running(workspace) as pilot:
        assert "ctrl+q leaves; everything is kept." in flat(await press(pilot, "ctrl+c"))
