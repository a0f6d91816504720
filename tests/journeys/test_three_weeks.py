"""A whole episode over three weeks, by keys alone: the no, the forecast, five days of writing, feedback asked
and answered, a rest, a lead, a harsh thought, a plan, and the close. Today is looked at on every morning."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal
from looking import flat, press, press_keys, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import FeedbackState, RemarkKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query import parse
from bounceback_tui.domain.writing import WritingState
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.due_list import DueList

PINNED = "Acme said: You explain things clearly."
"""What stands on Today from the day on which it was pinned."""

FIRST = datetime.fromisoformat("2026-11-02T09:30+01:00")
"""A Monday."""

LAST = date(2026, 11, 24)


@dataclass
class Life:
    """Somebody's three weeks: a journal, a clock, and the app, opened anew each morning."""

    journal: Workspace
    clock: HandSetClock
    mornings: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def day(
        self, number: int, *due: str, says: str = "", mood: int | None = None
    ) -> AsyncIterator[Pilot[None]]:
        """The app on the morning of a day, counted from 0, with just that coming up and those words on it."""
        assert number == len(self.mornings), "no day is left out"
        self.clock.when = FIRST + timedelta(days=number)
        async with running(self.journal, (80, 40)) as pilot:
            text = flat(await press(pilot))
            self.mornings.append(text)
            assert coming_up(pilot) == list(due), f"day {number}"
            assert says in text, f"day {number}"
            if mood:
                await press_keys(pilot, "m", str(mood), "ctrl+s")
            yield pilot


def coming_up(pilot: Pilot[None]) -> list[str]:
    """The lines under "Coming up", each with single spaces."""
    shown = pilot.app.screen.query_one(DueList)
    return [flat(line.strip("▸ ")) for line in shown.render().plain.splitlines()[1:]] if shown.display else []


async def open_due(pilot: Pilot[None], place: int = 0) -> str:
    """Open a line of what is coming up, from Today."""
    await press_keys(pilot, "1")
    while not isinstance(pilot.app.focused, DueList):
        await press_keys(pilot, "down")
    return await press(pilot, *["down"] * place, "enter")


async def palette(pilot: Pilot[None], title: str) -> str:
    """Open something by its name."""
    await press_keys(pilot, "ctrl+p")
    await type_text(pilot, title)
    await pilot.pause(0.3)
    return await press(pilot, "enter")


async def to_field(pilot: Pilot[None], name: str) -> None:
    """Tab on to a field."""
    for _ in range(30):
        if pilot.app.focused and pilot.app.focused.id == name:
            return
        await pilot.press("tab")
    raise AssertionError(f"no tab leads to {name}")


@pytest.fixture
def life(tmp_path: Path) -> Life:
    clock = HandSetClock(FIRST)
    journal = open_journal(tmp_path / "journal.db", clock)
    for ago in range(1, 13):  # an ordinary fortnight before
        journal.journal.check_in(Reading(6), Moment.of(FIRST - timedelta(days=ago)))
    return Life(journal, clock)


@pytest.mark.long
async def test_three_weeks(life: Life, tmp_path: Path) -> None:
    await the_first_week(life, tmp_path / "question.eml")
    await the_second_week(life)
    await the_third_week(life)
    what_is_left(life.journal, tmp_path / "question.eml")
    life.journal.close()


async def the_first_week(life: Life, file: Path) -> None:
    """The no, five days of writing, and the question."""
    async with life.day(0) as pilot:
        await press_keys(pilot, "n")
        await type_text(pilot, "Acme")
        await press_keys(pilot, "tab")
        await type_text(pilot, "Data engineer")
        await press_keys(pilot, "tab", "f", "tab", "tab", "tab", "tab", "3", "2", "tab")
        await type_text(pilot, "They took somebody from inside.")
        await to_field(pilot, "forecast")
        await type_text(pilot, "14")
        text = flat(await press(pilot, "ctrl+s"))
        assert "Acme said no today." in text
        assert "you expected 14 days" in text
    felt = after("They took somebody from insid…")
    async with life.day(1, felt, says="Acme said no yesterday.", mood=3) as pilot:
        await palette(pilot, "Write on five")
        await write_a_page(pilot, "I had hoped so much.")
        assert coming_up(pilot) == []  # nothing more of it on the same day
    pages = [f"today your writing, day {number} of 5" for number in range(6)]
    async with life.day(
        2, pages[2], after("I had hoped so much."), says="Two days since Acme said no.", mood=3
    ) as pilot:
        await open_due(pilot)
        await write_a_page(pilot, "It was one hour of one day.")
    async with life.day(3, pages[3], after("It was one hour of one day."), says="Three", mood=4) as pilot:
        await open_due(pilot)
        await write_a_page(pilot, "What they liked was the demo.")
        await press_keys(pilot, "3", "right")
        assert "Dear hiring team," in await press(pilot, "enter")
        await press_keys(pilot, "n")
        await type_text(pilot, "Ms Ito")
        await press_keys(pilot, "enter", "s", "ctrl+a", "ctrl+k")
        await type_text(pilot, str(file))
        await press_keys(pilot, "enter")
        assert "asked Thu 5 Nov" in flat(await press(pilot, "a"))
        await press_keys(pilot, "escape", "1")
        assert coming_up(pilot) == ["Thu 12 Nov follow up with Acme on feedback"]
    follow_up = "Thu 12 Nov follow up with Acme on feedback"
    felt = after("What they liked was the demo.")
    async with life.day(4, pages[4], felt, follow_up, says="Four days", mood=4) as pilot:
        await open_due(pilot)
        await write_a_page(pilot, "I slept.")
    async with life.day(5, pages[5], after("I slept."), follow_up, says="Five days", mood=4) as pilot:
        await open_due(pilot)
        await write_a_page(pilot, "Enough of this for now.")
        assert coming_up(pilot) == [follow_up]
    felt = after("Enough of this for now.")
    async with life.day(6, felt, follow_up, says="Six days", mood=5) as pilot:
        await palette(pilot, "Plan a rest")
        await press_keys(pilot, "ctrl+a", "ctrl+k")
        await type_text(pilot, "tuesday")
        await press_keys(pilot, "tab")
        await press_keys(pilot, "ctrl+a", "ctrl+k")
        await type_text(pilot, "3 days")
        await press_keys(pilot, "tab")
        await type_text(pilot, "the sea")
        assert "Due in these days: 1 follow-up." in flat(screen_text(pilot.app))
        await press_keys(pilot, "ctrl+s", "1")
        assert coming_up(pilot) == [
            "Tue 10 Nov your rest begins",
            "Fri 13 Nov follow up with Acme on feedback",
        ]


def after(title: str) -> str:
    """The line that offers a check-in on the day after an entry."""
    return f"today how is it, the day after “{title}”?"


async def the_second_week(life: Life) -> None:
    """A lead, a rest, a reminder, and a thought that is left in the middle and taken up again."""
    rest, follow_up = "Tue 10 Nov your rest begins", "Fri 13 Nov follow up with Acme on feedback"
    async with life.day(7, rest, follow_up, says="Seven days", mood=5) as pilot:
        await palette(pilot, "Leads")
        await press_keys(pilot, "a")
        await type_text(pilot, "Dev")
        await press_keys(pilot, "enter", "tab")
        await type_text(pilot, "in a week")
        await press_keys(pilot, "ctrl+s", "escape")
        assert coming_up(pilot) == [rest, follow_up, "Mon 16 Nov friend: Dev"]
    for number in (8, 9, 10):
        resting = "You are resting until Thu 12 Nov: the sea. Nothing is due."
        if number == 10:
            resting = "This is the last day of your rest: the sea."
        ends = "today your rest ends" if number == 10 else "Thu 12 Nov your rest ends"
        async with life.day(number, ends, says=resting):
            assert "Next" not in life.mornings[-1]
    lead = "Mon 16 Nov friend: Dev"
    async with life.day(
        11, "today follow up with Acme on feedback", lead, says="Welcome back", mood=5
    ) as pilot:
        assert "One friendly reminder" in await open_due(pilot)
        await press_keys(pilot, "a", "escape")
        assert coming_up(pilot) == [lead]
    async with life.day(12, lead, says="days since Acme said no.", mood=5) as pilot:
        assert "Welcome back" not in life.mornings[-1]
        await palette(pilot, "Answer a harsh")
        await type_text(pilot, "I am not good enough")
        await press_keys(pilot, "enter", "8", "ctrl+s")
        assert life.journal.tools.thoughts.every()[0].fairer == ""
    thought = "today go on with “I am not good enough”, if you like"
    async with life.day(13, thought, lead, says="days since Acme said no.", mood=5) as pilot:
        assert "I am not good enough" in await open_due(pilot)
        await to_field(pilot, "fairer")
        await type_text(pilot, "One firm wanted something else")
        await press_keys(pilot, "tab", "3", "ctrl+s")
        await press_keys(pilot, "escape") if len(pilot.app.screen_stack) > 1 else None
        assert coming_up(pilot) == [lead]


async def the_third_week(life: Life) -> None:
    """The lead, the answer, what comes of it, a plan kept, and the close."""
    async with life.day(14, "today friend: Dev", says="days since Acme said no.", mood=5) as pilot:
        await open_due(pilot)
        await press_keys(pilot, "t", "escape", "escape")
        assert coming_up(pilot) == []
        await press_keys(pilot, "3")
        await palette(pilot, "Ask for feedback")
        await press_keys(pilot, "r")
        await type_text(pilot, "You explain things clearly.\nMore depth on databases.")
        await press_keys(pilot, "ctrl+s")
        for key, theme in (("s", "explaining"), ("g", "databases")):
            await press_keys(pilot, key)
            await type_text(pilot, theme)
            await press_keys(pilot, "enter")
        await press_keys(pilot, "escape")
    async with life.day(15, says="days since Acme said no.", mood=5) as pilot:
        await palette(pilot, "Changes to your CV")
        await press_keys(pilot, "f", "enter", "escape")
        await palette(pilot, "See what speaks")
        await press_keys(pilot, "p", "escape", "1")
        assert PINNED in flat(screen_text(pilot.app))
    async with life.day(16, says=PINNED, mood=5) as pilot:
        await press_keys(pilot, "3", "right", "right", "right", "down", "p")
        await type_text(pilot, "I ask Dev")
        await press_keys(pilot, "tab")
        await type_text(pilot, "friday 10:00")
        await press_keys(pilot, "enter", "1")
        assert coming_up(pilot) == ["Fri 20 Nov 10:00 I ask Dev"]
    async with life.day(17, "Fri 20 Nov 10:00 I ask Dev", says="days since Acme said no.", mood=6):
        pass
    async with life.day(18, "today 10:00 I ask Dev", says="days since Acme said no.", mood=6) as pilot:
        assert "Ask a friend in the industry" in flat(await open_due(pilot))
        assert "helped" in flat(await press(pilot, "space", "h"))
        await press_keys(pilot, "1")
        assert coming_up(pilot) == []
    async with life.day(19, says="days since Acme said no.", mood=6):
        pass
    back = "You have been back at your usual mood since"
    async with life.day(20, says=back, mood=6):
        pass
    async with life.day(21, says=back, mood=6) as pilot:
        assert back in flat(await press(pilot, "3"))
        await press_keys(pilot, "c")
        await type_text(pilot, "Writing, and the sea")
        await press_keys(pilot, "enter")
        text = flat(await press(pilot, "1"))
        assert "Nothing open. However today is, there is room for it here." in text
        assert "Acme said no" not in text
    async with life.day(22, says="Nothing open."):
        pass


async def write_a_page(pilot: Pilot[None], words: str) -> None:
    """A page of the programme, from its window and back to Today."""
    await press_keys(pilot, "enter", "4")
    await type_text(pilot, words)
    await press_keys(pilot, "tab", "3", "ctrl+s", "escape", "1")


def what_is_left(journal: Workspace, file: Path) -> None:
    """What the journal and the file hold in the end."""
    (episode,) = journal.recovery.episodes()
    assert (episode.closed, episode.forecast) == (True, 14)
    programme = journal.tools.writing.every()[0]
    assert (programme.state, len(programme.sessions)) == (WritingState.ENDED, 5)
    feedback = journal.tools.feedback.one(episode.id)
    assert feedback.state is FeedbackState.ANSWERED
    assert [(one.kind, one.theme) for one in feedback.remarks] == [
        (RemarkKind.STRENGTH, "explaining"),
        (RemarkKind.GAP, "databases"),
    ]
    assert [one.came_from for one in journal.tools.cv.every()] == ["More depth on databases."]
    (lead,) = journal.tools.leads.every()
    assert lead.contacted_on == date(2026, 11, 16)
    (thought,) = journal.tools.thoughts.every()
    assert (thought.belief_before, thought.belief_after) == (80, 30)
    tick = journal.recovery.ticks(episode.id)["ask-friend"]
    assert (tick.state, tick.helped, tick.plan) == (StepState.DONE, True, "I ask Dev")
    pages = journal.journal.history(parse("tag:writing", LAST)).items(0, 9)
    assert [one.entry.text for one in pages][-1] == "I had hoped so much."
    letter = message_from_bytes(file.read_bytes(), policy=default)
    assert letter["Subject"] == "A short question about my application for the Data engineer position"
    body = letter.get_body()
    assert body
    assert body.get_content().startswith("Dear Ms Ito,")
