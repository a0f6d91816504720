"""The window around feedback: every key of it, what it says where something fails, and hostile words."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from helpers_messages import said
from helpers_recover import HOSTILE_COMPANY, HOSTILE_NOTE, all_sizes, flat, press, rejected, sizes
from journals import HandSetClock, open_journal
from looking import press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    with open_journal(tmp_path / "journal.db", clock) as opened:
        yield opened


@pytest.fixture
def episode(journal: Workspace) -> str:
    return rejected(journal, "Acme", 2)


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Links that were handed to the system; no test reaches it."""
    links: list[str] = []
    monkeypatch.setattr("bounceback_tui.desktop.open_link", lambda link: links.append(link) or bool(links))
    monkeypatch.setattr("bounceback_tui.desktop.copy", lambda text: False)
    return links


async def open_feedback(pilot: Pilot[None], subject: str = "") -> str:
    await pilot.app.open_tool("feedback", subject)
    return await press(pilot)


@pytest.mark.long
async def test_without_an_open_rejection_the_palette_says_where_to_look(
    journal: Workspace, episode: str
) -> None:
    async with running(journal) as pilot:
        assert "Feedback · Acme" in await open_feedback(pilot)
        await press_keys(pilot, "escape")
        journal.recovery.set_closed(episode, True)
        assert "Feedback ·" not in await open_feedback(pilot)
        assert said(pilot).startswith("No rejection is open just now.")
        assert "Feedback · Acme" in await open_feedback(pilot, episode)


@sizes
async def test_it_opens_in_the_mail_program_with_all_of_it(
    journal: Workspace, episode: str, size: tuple[int, int], opened: list[str]
) -> None:
    async with running(journal, size) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "n")
        await type_text(pilot, "Ito i@acme.test")
        await press_keys(pilot, "enter", "m")
        (link,) = opened
        assert urlsplit(link).path == "i@acme.test"
        fields = parse_qs(urlsplit(link).query)
        assert fields["subject"] == ["A short question about my application for the Data engineer position"]
        assert fields["body"][0].startswith("Dear Ito,\r\n\r\nThank you")
        assert said(pilot).startswith("Handed to your mail program. Nothing is sent until")
        await press_keys(pilot, "c")
        assert "If nothing can be pasted, s saves it" in said(pilot)


@pytest.mark.long
@sizes
async def test_a_file_is_saved_where_somebody_says_and_replaces_nothing_unasked(
    journal: Workspace, episode: str, size: tuple[int, int], tmp_path: Path
) -> None:
    target = tmp_path / "ask.eml"
    async with running(journal, size) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "s")
        field = pilot.app.screen.query_one(Input)
        assert field.value == "~/feedback-acme.eml"
        field.value = str(tmp_path / "journal.db")
        assert "that is your journal" in await press(pilot, "enter")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "nowhere" / "x")
        assert "there is no such folder" in await press(pilot, "enter")
        pilot.app.screen.query_one(Input).value = str(target)
        await press_keys(pilot, "enter")
        assert said(pilot).startswith("Saved as ")
        read = message_from_bytes(target.read_bytes(), policy=default)
        assert read.get_content().startswith("Dear hiring team,")
        target.write_text("mine")
        pilot.app.clear_notifications()
        await press_keys(pilot, "s")
        pilot.app.screen.query_one(Input).value = str(target)
        assert "there already" in flat(await press(pilot))
        assert "there already; enter again replaces it" in flat(await press(pilot, "enter"))
        assert target.read_text() == "mine"
        await press_keys(pilot, "escape")
        assert target.read_text() == "mine"


@pytest.mark.long
@sizes
async def test_own_words_are_kept_as_a_draft_and_then_for_good(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "e")
        pilot.app.screen.query_one(TextArea).load_text("Dear all,\n\nwhat now?")
        await pilot.pause(0.6)
        (draft,) = journal.drafts.waiting()
        assert draft.content["text"] == "Dear all,\n\nwhat now?"
        await press_keys(pilot, "ctrl+s")
        assert "what now?" in screen_text(pilot.app)
        assert journal.tools.feedback.one(episode).message == "Dear all,\n\nwhat now?"
        assert "Thank you for the time" in await press(pilot, "u")
        assert "what now?" in await press(pilot, "U")
        await press_keys(pilot, "e")
        pilot.app.screen.query_one(TextArea).load_text("")
        assert "Thank you for the time" in await press(pilot, "ctrl+s")


@pytest.mark.long
@sizes
@pytest.mark.parametrize(
    "told",
    [
        ("d", FeedbackState.DECLINED, "they would rather not say"),
        ("z", FeedbackState.SILENT, "no answer came"),
    ],
)
async def test_no_answer_takes_one_key_and_can_be_taken_back(
    journal: Workspace, episode: str, size: tuple[int, int], told: tuple[str, FeedbackState, str]
) -> None:
    key, state, words = told
    async with running(journal, size) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, key)
        assert journal.tools.feedback.one(episode).state is FeedbackState.NOT_ASKED
        await press_keys(pilot, "a")
        assert words in await press(pilot, key)
        assert journal.tools.feedback.one(episode).state is state
        assert "waiting" in await press(pilot, "u")
        await press_keys(pilot, "u")
        assert journal.tools.feedback.one(episode) == Feedback(episode)
        assert journal.recovery.ticks(episode) == {}
        assert "not asked yet" in screen_text(pilot.app)


@pytest.mark.long
async def test_half_an_address_is_not_taken(journal: Workspace, episode: str) -> None:
    application = journal.recovery.find(episode).application_id
    async with running(journal) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "n")
        for half in ("Ms Ito <ito@", "Ms Ito <ito", "ito@", "Ms Ito @"):
            pilot.app.screen.query_one(Input).value = half
            assert "an address looks like name@firm.example" in flat(await press(pilot, "enter"))
        assert journal.tools.feedback.interviewer(application) is None
        pilot.app.screen.query_one(Input).value = "Ms Ito <ito@acme.test>"
        await press_keys(pilot, "enter")
        person = journal.tools.feedback.interviewer(application)
        assert person
        assert person.line == "Ms Ito <ito@acme.test>"


@pytest.mark.long
async def test_a_text_file_holds_plain_text(journal: Workspace, episode: str, tmp_path: Path) -> None:
    async with running(journal) as pilot:
        await open_feedback(pilot, episode)
        for name in ("ask.txt", "ASK.TXT"):
            pilot.app.clear_notifications()
            await press_keys(pilot, "s")
            pilot.app.screen.query_one(Input).value = str(tmp_path / name)
            await press_keys(pilot, "enter")
            subject, blank, greeting = (tmp_path / name).read_text("utf-8").splitlines()[:3]
            assert subject.startswith("Subject: A short question about")
            assert (blank, greeting) == ("", "Dear hiring team,")
            assert said(pilot).startswith("Saved as ")
            assert "your mail program opens it" not in said(pilot)


async def test_it_may_have_been_asked_on_another_day(journal: Workspace, episode: str) -> None:
    async with running(journal) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "A")
        await type_text(pilot, "tomorrow")
        assert "still to come" in flat(await press(pilot, "enter"))
        pilot.app.screen.query_one(Input).value = "yesterday"
        assert "asked Sun 22 Nov" in await press(pilot, "enter")
        assert journal.recovery.ticks(episode)["ask-feedback"].state is StepState.DONE


@pytest.mark.long
@sizes
async def test_remarks_are_changed_added_and_taken_away_and_the_answer_stays(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    tool = journal.tools.feedback
    tool.put_remark(rejected(journal, "Oak", 9), None, Remark(RemarkKind.GAP, "explaining", "more"))
    tool.answered(episode, "You explain well. Thanks.")
    async with running(journal, size) as pilot:
        await open_feedback(pilot, episode)
        await press_keys(pilot, "s", "e", "x")
        await pilot.pause(0.1)
        await press_keys(pilot, "right", "enter")  # completed from an earlier theme
        assert tool.one(episode).remarks == (Remark(RemarkKind.STRENGTH, "explaining", "You explain well."),)
        await press_keys(pilot, "up", "enter", "o", "tab", "tab")
        pilot.app.screen.query_one(TextArea).load_text("explain well")
        await press_keys(pilot, "ctrl+s")
        assert tool.one(episode).remarks == (Remark(RemarkKind.OUTSIDE, "explaining", "explain well"),)
        assert "outside me  explaining" in screen_text(pilot.app)
        await press_keys(pilot, "n", "g", "tab")
        await type_text(pilot, "own words")
        await press_keys(pilot, "ctrl+s")
        assert [one.theme for one in tool.one(episode).remarks] == ["explaining", "own words"]
        await press_keys(pilot, "home", "x")
        assert [one.theme for one in tool.one(episode).remarks] == ["own words"]
        await press_keys(pilot, "u")
        assert [one.theme for one in tool.one(episode).remarks] == ["explaining", "own words"]
        assert tool.one(episode).answer == "You explain well. Thanks."


async def test_an_empty_answer_is_not_kept(journal: Workspace, episode: str) -> None:
    async with running(journal) as pilot:
        await open_feedback(pilot, episode)
        assert "There is no answer yet to keep" in await press(pilot, "r", "ctrl+s")
        await press_keys(pilot, "escape")
        assert journal.tools.feedback.every() == {}


@pytest.mark.long
@all_sizes
async def test_hostile_words_are_only_words(
    journal: Workspace, size: tuple[int, int], opened: list[str], tmp_path: Path
) -> None:
    episode = rejected(journal, HOSTILE_COMPANY)
    application = journal.recovery.find(episode).application_id
    tool = journal.tools.feedback
    tool.name_interviewer(application, HOSTILE_NOTE)
    tool.write(episode, HOSTILE_NOTE, HOSTILE_NOTE)
    async with running(journal, size) as pilot:
        shown = await open_feedback(pilot, episode)
        assert "[@click=app.quit]x" in shown
        for keys in (("e",), ("escape", "n"), ("escape", "s"), ("escape", "c"), ("m", "a"), ("r",)):
            shown += await press(pilot, *keys)
        pilot.app.screen.query_one(TextArea).load_text(f"{HOSTILE_NOTE}\n[/]\n" + "word " * 200_000)
        shown += await press(pilot, "ctrl+s")
        assert tool.one(episode).answer.startswith(f"{HOSTILE_NOTE}\n[/]\n")
        shown += await press(pilot, "s")
        pilot.app.screen.query_one(Input).value = HOSTILE_NOTE
        shown += await press(pilot, "enter")
        shown += await press(pilot, "up", "enter")
        shown += await press(pilot, "escape", "end", "t", "escape")
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        assert pilot.app.is_running
    assert tool.one(episode).remarks[0].text.startswith("[@click=app.quit]x")
    assert not set(opened[0]) & set(" \r\n\x1b\u202e")
