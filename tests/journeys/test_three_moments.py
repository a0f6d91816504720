"""The three moments that decide whether bounceback is good, lived through the real app."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text
from textual.widgets import TextArea

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading, Relation
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query

pytestmark = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.mark.both  # the others on encrypted journals with the rest of the journeys, by `--journals encrypted`
async def test_the_mail_came_a_minute_ago(tmp_path: Path, size: tuple[int, int]) -> None:
    """From the first key to a saved entry: 25 keys at most beside the words themselves."""
    keys = 0
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:

            async def press(*names: str) -> None:
                nonlocal keys
                keys += len(names)
                await pilot.press(*names)

            assert "n  tells what happened" in screen_text(pilot.app)
            await press("n")
            await type_text(pilot, "Acme")
            await press("tab")
            await type_text(pilot, "Data engineer")
            await press("tab", "f", "tab", "tab", "tab", "tab")  # final; rejected and now are there already
            await press("3", "2", "tab")  # mood, energy, past the feelings
            await type_text(pilot, "They went with somebody from inside. It hurts.")
            text = screen_text(pilot.app)
            assert "They went with somebody from inside. It hurts." in text
            await press("ctrl+s")
            await pilot.pause()
            assert keys <= 25
            text = screen_text(pilot.app)
            assert "Acme said no today." in text
            assert "Acme · Data engineer · final round" in text
            assert "Next" in text
            assert "today ▂3" in text
            await pilot.press("2")
            await pilot.pause()
            assert "They went with somebody from inside" in screen_text(pilot.app)

        shown = journal.journal.show("-1")
        assert shown.item.entry.text == "They went with somebody from inside. It hurts."
        assert (shown.item.company, shown.item.role) == ("Acme", "Data engineer")
        assert (shown.item.stage, shown.item.result, shown.item.mood) == (Kind.FINAL, Result.REJECTED, 3)
        assert [(one.relation, one.reading) for one in shown.checkins] == [(Relation.BEFORE, Reading(3, 2))]
        (application,) = journal.applications.every()
        assert [(one.kind, one.at.local_date) for one in application.events] == [
            (Kind.FINAL, NOW.date()),
            (Kind.REJECTED, NOW.date()),
        ]
        assert [one.began for one in journal.recovery.episodes()] == [NOW.date()]
        assert journal.drafts.waiting() == []


async def test_day_three(tmp_path: Path, size: tuple[int, int]) -> None:
    """Back with low energy: one next step, ticked with one key, and proof on the screen that it is kept."""
    path = tmp_path / "journal.db"
    with open_workspace(path, NOW - timedelta(days=3)) as journal:
        journal.journal.log(Outcome("Acme", "Data engineer", Kind.FINAL, text="No.", forecast=14))
    with open_workspace(path) as journal:
        first = journal.recovery.guide.steps[0]
        async with running(journal, size) as pilot:
            text = screen_text(pilot.app)
            assert "Three days since Acme said no." in text
            assert "you expected 14 days" in text
            assert "streak" not in text.lower()
            assert first.text[:30] in text
            await pilot.press("enter")  # the card has the focus: one key to the next step
            await pilot.pause()
            assert first.text[:30] in screen_text(pilot.app)
            await pilot.press("space")
            await pilot.pause()
            assert "[x]" in screen_text(pilot.app)
            await pilot.press("1")
            await pilot.pause()
            second = journal.recovery.guide.steps[1]
            assert second.text[:30] in screen_text(pilot.app)
            await pilot.press("m", "5", "4", "enter")
            await pilot.pause()
            assert "5" in screen_text(pilot.app)
        (episode,) = journal.recovery.episodes()
        assert journal.recovery.ticks(episode.id)[first.id].state is StepState.DONE
        assert [one.moods for one in journal.patterns.past().readings] == ["5"]


async def test_sunday_evening_ten_rejections_in(tmp_path: Path, size: tuple[int, int]) -> None:
    """Is it me? Figures with the number of cases and an interval, and "too few" where that is the truth."""
    path = tmp_path / "journal.db"
    start = NOW - timedelta(days=260)
    for number in range(10):
        day = start + timedelta(days=25 * number)
        for offset, mood in [(-13 + i, 6) for i in range(13)] + [
            (1, 3),
            (3, 3),
            (5, 4),
            (6, 6),
            (7, 6),
            (8, 6),
        ]:
            when = day + timedelta(days=offset)
            if when < NOW:
                _check_in(path, when, mood)
        with open_workspace(path, day) as journal:
            stage = Kind.FINAL if number % 3 == 0 else Kind.SCREEN
            journal.journal.log(Outcome(f"Firm {number}", "Engineer", stage, text="They said no."))
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("5")
            await pilot.pause()
            assert journal.patterns.result("mood").sentence[:40] in screen_text(pilot.app)
            back = journal.patterns.result("bounce-back")
            assert back.enough
            await pilot.press("right")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).split())
            assert back.sentence[:40] in text
            await pilot.press("right")
            await pilot.pause()
            stages = journal.patterns.result("stages")
            text = " ".join(screen_text(pilot.app).split())
            assert stages.sentence[:40] in text
            assert "%" in text
            assert "too few to say" in text.lower()
            await pilot.press("slash")
            await type_text(pilot, "stage:final")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "4 entries" in text
            assert "Firm 9" in text
            assert "Firm 8" not in text
        assert journal.journal.history(Query()).known == 10


def _check_in(path: Path, when: datetime, mood: int) -> None:
    with open_workspace(path, when) as journal:
        journal.journal.check_in(Reading(mood))


async def test_what_was_typed_is_there_after_a_crash(tmp_path: Path, size: tuple[int, int]) -> None:
    """The app is gone without a word: the draft was kept within half a second, and is offered again."""
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press(*["tab"] * 8)
            assert isinstance(pilot.app.focused, TextArea) or await _to_text(pilot)
            await type_text(pilot, "I was so sure")
            await pilot.pause(0.6)
            # another process looks into the journal while the form is open, as after a crash
            with open_workspace(path) as other:
                assert other.drafts.find("what-happened").content["text"] == "I was so sure"
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            assert "what happened: “Acme”, just now" in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            form = pilot.app.screen
            assert form.query_one("#company").value == "Acme"
            assert pilot.app.focused is form.query_one("#text")  # where the words stopped
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "Acme said no today." in screen_text(pilot.app)
        assert journal.journal.find("-1").entry.text == "I was so sure"
        assert journal.drafts.waiting() == []


async def _to_text(pilot) -> bool:
    pilot.app.screen.query_one("#text").focus()
    await pilot.pause()
    return True
