"""What belongs to a rejection that turned out to be none is seen nowhere, and moves for no rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from journals import NOW, HandSetClock

from bounceback_tui.domain.application import Result
from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.feedback import Remark, RemarkKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import parse
from bounceback_tui.domain.rest_days import Falling, RestWanted
from bounceback_tui.domain.strength import Origin
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
NEXT_DAYS = Span(TODAY, TODAY + timedelta(days=2))
OWN = "# Mine\n\n## A\n\n- [ ] One {#one}\n"


@pytest.fixture
def with_guide(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    """A journal whose person has a guide of their own."""
    folder = tmp_path / "config"
    (folder / "guides").mkdir(parents=True)
    (folder / "guides" / "mine.md").write_text(OWN)
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md"), folder) as workspace:
        yield workspace


def test_nothing_is_seen_of_a_no_that_became_good_news(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome("Acme", "Cook", text="No."))
    episode, feedback = logged.episode or "", workspace.tools.feedback
    feedback.asked(episode, TODAY - timedelta(days=6))
    feedback.put_remark(episode, None, Remark(RemarkKind.STRENGTH, "xylophones", "Well played."))
    workspace.recovery.set_note(episode, "ask-feedback", "xylophones")
    query = parse("xylophones", TODAY, typing=True)
    assert workspace.elsewhere.told(query) == "Also in: 1 feedback request, 1 step"
    assert workspace.tools.rests.falling(NEXT_DAYS) == Falling(1)
    was = workspace.versions.told(logged.id)
    workspace.versions.revise(replace(was, result=Result.MOVED_ON), seen=was)
    assert workspace.today.overview().due == ()
    assert workspace.elsewhere.told(query) == ""
    assert workspace.tools.rests.falling(NEXT_DAYS) == Falling()
    assert [one for one in workspace.tools.strengths.every() if one.origin is Origin.NAMED] == []


def test_a_rest_leaves_a_follow_up_that_was_sent(workspace: Workspace) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    feedback = workspace.tools.feedback
    feedback.asked(episode, TODAY - timedelta(days=6))
    feedback.followed_up(episode)
    assert workspace.tools.rests.falling(NEXT_DAYS) == Falling()
    workspace.tools.rests.plan(RestWanted(NEXT_DAYS))
    assert feedback.one(episode).follow_up_on == TOMORROW


def test_a_rest_leaves_what_today_does_not_speak_of_any_more(workspace: Workspace) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    long_ago = TODAY - timedelta(days=10)
    workspace.tools.feedback.asked(episode, long_ago - timedelta(days=7))
    workspace.recovery.set_plan(episode, "ask-feedback", "If X", PlannedFor(long_ago))
    wanted = RestWanted(Span(long_ago, TODAY))
    assert workspace.tools.rests.falling(wanted.days) == Falling()
    workspace.tools.rests.plan(wanted)
    assert workspace.tools.feedback.one(episode).follow_up_on == long_ago
    assert workspace.recovery.ticks(episode)["ask-feedback"].due_on == long_ago


def test_a_rest_leaves_plans_of_steps_that_the_guide_has_not(with_guide: Workspace) -> None:
    recovery = with_guide.recovery
    episode = with_guide.journal.log(Outcome("Acme", text="No.")).episode or ""
    recovery.set_plan(episode, "ask-feedback", "If X", PlannedFor(TOMORROW))
    assert with_guide.tools.rests.falling(NEXT_DAYS) == Falling(plans=1)
    recovery.set_guide(episode, "mine")
    assert with_guide.tools.rests.falling(NEXT_DAYS) == Falling()
    with_guide.tools.rests.plan(RestWanted(NEXT_DAYS))
    assert recovery.ticks(episode)["ask-feedback"].due_on == TOMORROW
