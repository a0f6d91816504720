"""A list that changes while a form or a draft waits: what is kept goes in the place of no other one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_messages import said
from helpers_tools import all_done, keys, only_keys, open_tool, path, settle, typed
from looking import NOW, open_workspace, running

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.feedback import Remark, RemarkKind
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Line

__all__ = ["path"]
DAY = NOW.date() + timedelta(days=1)
ONE, TWO, THREE = (Setback(text, text) for text in ("one", "two", "three"))


def remarked(journal: Workspace) -> str:
    """An episode with three remarks in words of their own."""
    episode = journal.journal.log(Outcome("Acme", "Cook", text="No.")).episode or ""
    journal.tools.feedback.answered(episode, "One thing.")
    for theme in ("alpha", "beta", "gamma"):
        journal.tools.feedback.put_remark(episode, None, Remark(RemarkKind.GAP, theme, f"on {theme}"))
    return episode


def remarks(journal: Workspace, episode: str) -> list[str]:
    return [one.text for one in journal.tools.feedback.one(episode).remarks]


def prepared(journal: Workspace) -> str:
    acme = journal.applications.add("Acme", "Cook")
    preparation = Preparation("", acme.id, Moment.of(NOW), DAY, (ONE, TWO, THREE))
    return journal.tools.preparations.put(preparation)


@pytest.mark.long
@pytest.mark.parametrize("which", ["alpha", "beta"])
async def test_a_draft_of_a_remark_becomes_no_other_remark(path: Path, which: str) -> None:
    with open_workspace(path) as journal:
        episode = remarked(journal)
        async with running(journal, (100, 40)) as pilot:
            await pilot.app.open_tool("feedback", episode)
            await only_keys(pilot, "down", "down", "enter", "tab", "tab", "end")
            await typed(pilot, " and more", "escape")
            (draft,) = journal.drafts.waiting()
            taken = next(one for one in journal.tools.feedback.one(episode).remarks if one.theme == which)
            journal.tools.feedback.remove_remark(episode, taken)
            await only_keys(pilot, "escape")
            await pilot.app._open("feedback-remark", draft.target)
            await all_done(pilot)
            await only_keys(pilot, "ctrl+s")
        left = {
            "alpha": ["on beta and more", "on gamma"],
            "beta": ["on alpha", "on gamma", "on beta and more"],
        }
        assert remarks(journal, episode) == left[which]
        changed = journal.tools.feedback.one(episode).remarks[left[which].index("on beta and more")]
        assert (changed.kind, changed.theme) == (RemarkKind.GAP, "beta"), "what was left alone in it, too"


@pytest.mark.long
async def test_a_remark_is_taken_away_as_it_is_shown(path: Path) -> None:
    with open_workspace(path) as journal, open_workspace(path) as other:
        episode = remarked(journal)
        alpha, beta, gamma = journal.tools.feedback.one(episode).remarks
        async with running(journal, (100, 40)) as pilot:
            await pilot.app.open_tool("feedback", episode)
            await all_done(pilot)
            other.tools.feedback.remove_remark(episode, alpha)
            await only_keys(pilot, "down", "down", "x")
            assert remarks(journal, episode) == [gamma.text]
            await only_keys(pilot, "u")
            other.tools.feedback.remove_remark(episode, beta)
            text = await keys(pilot, "home", "down", "x")
            assert remarks(journal, episode) == [gamma.text]
            assert "beta" not in text
            assert "is not there any more" in said(pilot)


@pytest.mark.parametrize("gone", [pytest.param(ONE, marks=pytest.mark.long), TWO])
async def test_a_draft_of_a_setback_becomes_no_other_setback(path: Path, gone: Setback) -> None:
    with open_workspace(path) as journal:
        key = prepared(journal)
        async with running(journal, (100, 40)) as pilot:
            await open_tool(pilot, "before the next")
            await only_keys(pilot, "down", "enter", "end")
            await typed(pilot, " better", "escape")
            (draft,) = journal.drafts.waiting()
            journal.tools.preparations.drop(key, gone)
            await only_keys(pilot, "escape")
            await pilot.app._open("setback", draft.target)
            await all_done(pilot)
            await only_keys(pilot, "ctrl+s")
        better = Setback("two", "two better")
        kept = journal.tools.preparations.find(key).setbacks
        assert kept == ((better, THREE) if gone == ONE else (ONE, THREE, better))


@pytest.mark.long
async def test_the_date_of_an_interview_changes_nothing_that_was_planned_meanwhile(path: Path) -> None:
    with open_workspace(path) as journal, open_workspace(path) as other:
        key = prepared(journal)
        async with running(journal, (100, 40)) as pilot:
            await open_tool(pilot, "before the next")
            await only_keys(pilot, "d")
            other.tools.preparations.drop(key, ONE)
            pilot.app.screen.query_one("#day", Line).value = "in 3 days"
            await all_done(pilot)
            await only_keys(pilot, "ctrl+s")
        kept = journal.tools.preparations.find(key)
        assert (kept.interview_on, kept.setbacks) == (NOW.date() + timedelta(days=3), (TWO, THREE))


@pytest.mark.parametrize("own", ["- [ ] One {#one}", "- [ ] Ask {#ask-feedback}\n- [ ] Thanks {#say-thanks}"])
async def test_asking_and_thanking_tick_the_steps_that_this_rejection_has(tmp_path: Path, own: str) -> None:
    folder = tmp_path / "config"
    (folder / "guides").mkdir(parents=True)
    (folder / "guides" / "mine.md").write_text(f"# Mine\n\n## A\n\n{own}\n")
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md"), folder) as journal:
        episode = journal.journal.log(Outcome("Acme", "Cook", text="No.")).episode or ""
        journal.recovery.set_guide(episode, "mine")
        async with running(journal) as pilot:
            await pilot.app.open_tool("feedback", episode)
            await all_done(pilot)
            await only_keys(pilot, "a")
            journal.tools.feedback.answered(episode, "Calm.")
            await only_keys(pilot, "escape")
            await pilot.app.open_tool("feedback", episode)
            await all_done(pilot)
            await only_keys(pilot, "t", "a")
        request = journal.tools.feedback.one(episode)
        assert request.asked_on == request.thanked_on == NOW.date()
        steps = {"ask-feedback", "say-thanks"} if "ask-feedback" in own else set()
        assert set(journal.recovery.ticks(episode)) == steps


@pytest.mark.long
async def test_the_window_closes_when_its_rejection_is_taken_back(path: Path) -> None:
    with open_workspace(path) as journal:
        episode = journal.journal.log(Outcome("Acme", "Cook", text="No.")).episode or ""
        async with running(journal) as pilot:
            await pilot.app.open_tool("feedback", episode)
            await all_done(pilot)
            assert "Feedback · Acme" not in await keys(pilot, "u")
            assert "nothing of it is lost" in said(pilot)
            await only_keys(pilot, "U")
            assert [one.id for one in journal.recovery.episodes()] == [episode]


async def test_a_list_shows_at_once_what_was_gone_already(path: Path) -> None:
    with open_workspace(path) as journal, open_workspace(path) as other:
        key = journal.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann"))
        async with running(journal) as pilot:
            await pilot.app.open_tool("leads")
            assert "Ann" in await settle(pilot)
            other.tools.leads.remove(key)
            await only_keys(pilot, "space")
            pilot.app.clear_notifications()
            assert "Ann" not in await settle(pilot)
