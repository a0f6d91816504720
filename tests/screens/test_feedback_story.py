"""From a rejection to feedback sorted into remarks, with keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from helpers_messages import messages
from helpers_recover import flat, press, rejected, sizes
from journals import HandSetClock, open_journal
from looking import press_keys, running, screen_text, type_text

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import FeedbackState, Remark, RemarkKind
from bounceback_tui.services.workspace import Workspace

ANSWER = """Hello!
You explain things clearly. We would have liked more depth on databases.

In the end a colleague of ours got the job."""

REMARKS = (
    Remark(RemarkKind.STRENGTH, "explaining", "You explain things clearly."),
    Remark(RemarkKind.GAP, "databases", "We would have liked more depth on databases."),
    Remark(RemarkKind.OUTSIDE, "inside job", "In the end a colleague of ours got the job."),
)


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    with open_journal(tmp_path / "journal.db", clock) as opened:
        yield opened


@pytest.fixture(autouse=True)
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the clipboard of the system was given, the latest last."""
    given: list[str] = []
    monkeypatch.setattr("bounceback_tui.desktop.copy", lambda text: given.append(text) or True)
    return given


def due(journal: Workspace) -> list[str]:
    return [one.text for one in journal.today.overview().due]


@sizes
async def test_from_the_rejection_to_three_remarks(
    journal: Workspace, clock: HandSetClock, size: tuple[int, int], clipboard: list[str]
) -> None:
    episode = rejected(journal, "Acme")
    feedback = journal.tools.feedback
    async with running(journal, size) as pilot:
        text = flat(await press(pilot, "3", "right"))
        assert "enter Ask for feedback" in text
        text = await press(pilot, "enter")
        assert "not asked yet" in text
        assert "Thank you for the time you gave" in text
        assert "Dear hiring team," in text
        await press_keys(pilot, "n")
        await type_text(pilot, "Ms Ito")
        text = await press(pilot, "enter")
        assert "Dear Ms Ito," in text
        await press_keys(pilot, "c")
        assert pilot.app.clipboard == clipboard[-1]
        assert clipboard[-1].startswith("Dear Ms Ito,\n\nThank you for the time")
        assert "for the Data engineer position at Acme." in clipboard[-1]
        text = flat(await press(pilot, "a"))
        assert "asked Mon 23 Nov" in text
        assert "a reminder Mon 30 Nov" in text
        (said,) = messages(pilot)
        assert said == (
            "Well done. Today offers one reminder on Mon 30 Nov. Its step in the guide is ticked, too."
            " u takes it back."
        )
        asked = feedback.one(episode)
        assert (asked.state, asked.asked_on) == (FeedbackState.ASKED, date(2026, 11, 23))
        assert asked.message == clipboard[-1]
        assert journal.recovery.ticks(episode)["ask-feedback"].state is StepState.DONE
        assert "Mon 30 Nov follow up with Acme on feedback" in flat(await press(pilot, "escape", "1"))
    clock.forward(days=7)
    async with running(journal, size) as pilot:
        assert "today follow up with Acme on feedback" in flat(screen_text(pilot.app))
        await pilot.app.open_tool("feedback", episode)
        text = await press(pilot)
        assert "One friendly reminder" in text
        text = flat(await press(pilot, "a"))
        assert "reminded Mon 30 Nov" in text
        assert "follow up with" not in flat(await press(pilot, "escape"))
    for _ in range(20):
        clock.forward(days=1)
        assert due(journal) == []
    async with running(journal, size) as pilot:
        await pilot.app.open_tool("feedback")
        await press_keys(pilot, "r")
        pilot.app.screen.query_one("#text").load_text(ANSWER)
        await press_keys(pilot, "ctrl+s")
        assert feedback.one(episode).answer == ANSWER
        assert "answered Sun 20 Dec" in screen_text(pilot.app)
        await press_keys(pilot, "down")
        for key, theme in (("s", "explaining"), ("g", "databases"), ("o", "inside job")):
            await press_keys(pilot, key)
            await type_text(pilot, theme)
            await press_keys(pilot, "enter")
        text = screen_text(pilot.app)
        assert "strength    explaining  You explain things clearly." in text
        assert feedback.one(episode).remarks == REMARKS
        assert feedback.one(episode).answer == ANSWER
        await press_keys(pilot, "t")
        assert "It is not a small thing to answer" in flat(screen_text(pilot.app))
        assert "thanked Sun 20 Dec" in await press(pilot, "a")
    assert journal.recovery.ticks(episode)["say-thanks"].state is StepState.DONE
    for word in ("databases", "colleague", "inside job"):
        assert found(journal, word) == [("feedback", episode)]
    exported = journal.exchange.as_json()
    assert [row["theme"] for row in exported["remark"]] == ["explaining", "databases", "inside job"]
    assert exported["feedback"][0]["answer"] == ANSWER
    assert exported["person"][0]["name"] == "Ms Ito"


def found(journal: Workspace, words: str) -> list[tuple[str, str]]:
    """What the index of the tools' words finds."""
    return journal.database.rows(
        "SELECT place, key FROM findable JOIN tool_words ON tool_words.rowid = number WHERE words MATCH ?",
        (f'"{words}"',),
    )


@pytest.mark.long
@sizes
async def test_today_opens_the_reminder_which_may_be_left(
    journal: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    episode = rejected(journal, "Acme")
    journal.tools.feedback.asked(episode)
    clock.forward(days=7)
    async with running(journal, size) as pilot:
        pilot.app.screen.query_one("DueList").focus()
        text = flat(await press(pilot, "enter"))
        assert "Feedback · Acme · Data engineer" in text
        assert "a friendly reminder, and the last one" in text
        await press_keys(pilot, "l", "escape")
        assert due(journal) == []
        await press_keys(pilot, "u")
        assert due(journal) == ["follow up with Acme on feedback"]


def test_a_reminder_that_nobody_took_up_is_not_spoken_of_for_ever(
    journal: Workspace, clock: HandSetClock
) -> None:
    journal.tools.feedback.asked(rejected(journal, "Acme"))
    shown = []
    for day in range(30):
        if due(journal):
            shown.append(day)
        clock.forward(days=1)
    assert (shown[0], shown[-1]) == (0, 14)  # a week ahead, the day itself, and a week for it
