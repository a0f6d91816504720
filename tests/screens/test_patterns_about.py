"""What was it about, as somebody looks at it: both lists, what employers said, and what is behind a bar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import ago, all_sizes, body, line_with, press
from looking import NOW, open_workspace, press_keys, running, screen_text

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.outcome import Closing, Outcome
from bounceback_tui.services.workspace import Workspace

FOOTER = "← → question"
ABOUT = ("5", "right", "right", "right")
HOSTILE = "[/] [@click=app.quit]x\x1b]52;c;aGk=\x07 \u202eexe " + "long " * 2000


def rejected(
    journal: Workspace,
    company: str,
    days: int,
    causes: tuple[tuple[Side, str], ...] = (),
    sliders: tuple[Attribution, Attribution] | None = None,
) -> str:
    episode = journal.journal.log(
        Outcome(
            company,
            stage=Kind.FINAL,
            result=Result.REJECTED,
            when=ago(days),
            text=f"No from {company}.",
            causes=tuple(Cause(*cause) for cause in causes),
            attribution=sliders[0] if sliders else Attribution(),
        )
    ).episode
    assert episode
    if sliders:
        journal.recovery.close(Closing(episode, "", sliders[1]))
    return episode


def answered(journal: Workspace, episode: str, *remarks: Remark) -> None:
    day = NOW.date()
    journal.tools.feedback.put(
        Feedback(episode, FeedbackState.ANSWERED, day, answered_on=day, answer="Thanks.", remarks=remarks)
    )


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Four rejections with causes, sliders and feedback, which no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("four") / "journal.db") as journal:
        for number, company in enumerate(("Acme", "Brook", "Calder", "Dene")):
            causes = (
                (Side.OUTSIDE, "an internal candidate"),
                (Side.CHANGEABLE, "shorter answers" if number % 2 else "one example"),
            )
            moved = Attribution(30), Attribution(50 + number)
            episode = rejected(journal, company, 40 - number, causes if number else (), moved)
            kind = RemarkKind.STRENGTH if number else RemarkKind.GAP
            answered(journal, episode, Remark(kind, "preparation" if number < 3 else "calm"))
        yield journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


async def everything(pilot, *keys: str) -> str:  # type: ignore[no-untyped-def]  # a pilot
    """All that the page has, from top to bottom."""
    await press_keys(pilot, *keys)
    text = body(pilot, FOOTER)
    for _ in range(6):
        await press_keys(pilot, "pagedown")
        text += " " + body(pilot, FOOTER)
    await press_keys(pilot, "home")
    return text


@pytest.mark.long
@all_sizes
async def test_both_lists_stand_there_with_the_sliders(four: Workspace, size: tuple[int, int]) -> None:
    result = four.patterns.result("reasons")
    async with running(four, size) as pilot:
        text = await everything(pilot, *ABOUT)
        assert result.sentence in text
        assert "you named 1 cause outside you (3 times in all)" in text
        assert "less to yourself than at first, by 21.5 of 100 (the middle change of 4 rejections)" in text
        assert "Rests on 4 rejections." in text
        assert "█ outside me" in text
        assert "▒ could change" in text
        assert "list cause rejections outside me an internal candidate 3" in text
        assert "○ at first" in text
        assert "them 30 → 51.5" in text
        assert "me–them 30 at first and 51.5 at the close, shift +21.5 (4 with both)" in text


@pytest.mark.long
@all_sizes
async def test_a_bar_leads_to_the_entries_behind_it(four: Workspace, size: tuple[int, int]) -> None:
    async with running(four, size) as pilot:
        text = await press(pilot, *ABOUT, "enter")
        assert "3 rejections · outside me: an internal candidate" in text
        await press_keys(pilot, "right")
        assert "▸ shorter answers" in screen_text(pilot.app)
        text = await press(pilot, "enter")
        assert "“shorter answers” · 2 rejections" in text
        assert "Brook" in text
        assert "Dene" in text
        assert "Calder" not in text
        text = await press(pilot, "enter")
        assert "No from Dene." in text


@all_sizes
async def test_what_employers_said(four: Workspace, size: tuple[int, int]) -> None:
    result = four.patterns.result("feedback")
    async with running(four, size) as pilot:
        text = await everything(pilot, *ABOUT, "v")
        assert result.sentence in text
        assert "4 of 4 requests were answered: likely between 1 in 2 and all." in text
        assert "Two or more employers named, as strengths: preparation." in text
        assert "Rests on 4 requests and 4 remarks." in text
        for heading in ("█ strength", "▒ gap", "░ outside me", "none named yet"):
            assert heading in text
        assert "Of 4 requests: 4 answered." in text
        text = await press(pilot, "enter")
        assert "2 employers · strength: “preparation” · " in text  # of one day, in either order
        assert "Calder, Brook" in text or "Brook, Calder" in text
        text = await press(pilot, "enter")
        assert "“preparation” · 2 employers" in text
        assert "Calder" in text
        assert "Dene" not in text


@pytest.mark.long
@all_sizes
async def test_too_few_are_shown_an_example_of_their_own(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        text = await everything(pilot, *ABOUT)
        assert "may it stay so. This can be said once what you think of 3" in text
        assert "An example of what will stand here, not yours:" in text
        assert "a friend of theirs got it" in text
        assert "Rests on" not in text
        text = await everything(pilot, "v")
        assert "still missing: 3 more requests for feedback" in text
        assert "explains things clearly" in text
        assert "a friend of theirs" not in text
        assert "%" not in text


@pytest.mark.long
@all_sizes
async def test_words_count_from_the_first_remark_on(journal: Workspace, size: tuple[int, int]) -> None:
    answered(journal, rejected(journal, "Acme", 3), Remark(RemarkKind.STRENGTH, "calm"))
    async with running(journal, size) as pilot:
        text = await everything(pilot, *ABOUT, "v")
        assert "still missing: 2 more requests for feedback" in text
        assert "An example" not in text
        assert "calm" in text
        assert "likely" not in text


@pytest.mark.long
@all_sizes
async def test_hostile_words_are_only_words(journal: Workspace, size: tuple[int, int]) -> None:
    for number in range(3):
        causes = ((Side.OUTSIDE, HOSTILE), (Side.CHANGEABLE, f"{number}{HOSTILE}"))
        episode = rejected(journal, f"{number}{HOSTILE}"[:80], number, causes)
        remarks = (Remark(RemarkKind.STRENGTH, HOSTILE), Remark(RemarkKind.GAP, "", HOSTILE))
        answered(journal, episode, *remarks)
    async with running(journal, size) as pilot:
        for keys in ((*ABOUT, "enter"), ("enter",), ("escape", "escape", "v", "enter"), ("enter",)):
            text = await press(pilot, *keys)
            assert "[/] [@click" in text
            assert not set(text) & set("\x1b\x07\u202e")
            assert pilot.app.is_running
        text = await everything(pilot, "escape", "escape")
        assert not set(text) & set("\x1b\x07\u202e")


async def test_without_colour_the_lists_and_the_cursor_can_be_told(
    four: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(four) as pilot:
        text = await press(pilot, *ABOUT, "enter", "right")
        assert "█" in line_with(pilot, "internal candidate")
        assert "▒" in line_with(pilot, "one example")
        assert "▸ shorter answers" in text
        await press_keys(pilot, "escape")
        assert "▸" not in screen_text(pilot.app)
