"""One application with all that belongs to it: read, corrected and thinned out by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers_journal import HOSTILE, NARROW, line_with, live, turn_to
from looking import NOW, SIZES, flat, open_workspace, press, press_keys, running, screen_text, type_text

from bounceback_tui import desktop
from bounceback_tui.domain.application import Kind, Quality
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.person import Person
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace

SMALL = (60, 20)
both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
all_sizes = pytest.mark.parametrize("size", [SMALL, *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


def told(journal: Workspace, company: str = "Calder") -> str:
    """An open application with everything that can be said of one; its key."""
    key = journal.applications.add(company, "Tester", when=Moment.of(NOW - timedelta(days=5))).id
    journal.applications.describe(
        replace(
            journal.applications.find(key),
            link="https://jobs.test/12",
            document="~/cv/calder.pdf",
            next_on=date(2026, 11, 24),
            next_words="call Ms Ito",
            notes="They build **bridges**.\n\n- near the sea",
            quality=Quality(True, False, None),
        )
    )
    journal.tools.people.put(Person("", key, "Ms Ito", "head of data", "ito@acme.test"))
    return key


def kinds(journal: Workspace, key: str) -> list[Kind]:
    return [event.kind for event in journal.applications.find(key).events]


@all_sizes
async def test_all_of_one_is_read_with_the_arrows(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        told(journal)
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right")
            assert "▸ Calder · Tester" in text
            assert "●○○○○○  application · open · quiet for 5 days" in text
            assert "Next: Tue 24 Nov 2026 · call Ms Ito" in text
            text += await press(pilot, "down")
            assert "applied" in line_with(pilot, "▸ Wed 18 Nov 2026")
            text += await press(pilot, "down")
            assert "▸ Ms Ito · head of data · ito@acme.test" in screen_text(pilot.app)
            text += await press(pilot, "down", "down", *["down"] * 9)
            for words in ("https://jobs.test/12", "~/cv/calder.pdf", "posting read closely, CV not tailored"):
                assert words in flat(text)
            assert "They build bridges." in text  # rendered, not as it was typed
            text = await press(pilot, "home", "escape")
            assert "Acme · Data engineer" in text


@pytest.mark.long
@both_sizes
async def test_a_date_is_corrected_and_taken_back(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        key = told(journal)
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right", "down", "e")
            assert "What happened with Calder · Tester?" in text
            assert "[applied]" in text
            await pilot.press("tab", "ctrl+u")
            await type_text(pilot, "2 nov")
            await pilot.press("tab")
            await type_text(pilot, "by mail")
            text = await press(pilot, "ctrl+s")
            assert "Corrected. u takes it back." in flat(text.replace("▌", " "))
            assert "applied  by mail" in line_with(pilot, "▸ Mon 2 Nov 2026")
            assert journal.applications.find(key).events[0].at.local_date == date(2026, 11, 2)
            await press_keys(pilot, "u")
            assert line_with(pilot, "▸ Wed 18 Nov 2026")


@pytest.mark.long
@both_sizes
async def test_a_rejection_noted_by_mistake_becomes_something_else(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        key = told(journal)
        journal.applications.add_event(key, Kind.REJECTED, Moment.of(NOW - timedelta(days=1)))
        before = len(journal.recovery.episodes())
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "down", "right", "down", "down", "e", "i", "ctrl+s")
            assert kinds(journal, key) == [Kind.APPLIED, Kind.INTERVIEW]
            assert len(journal.recovery.episodes()) == before - 1
            assert "interview" in line_with(pilot, "▸ Sun 22 Nov 2026")
            text = await press(pilot, "e", "g", "ctrl+s")
            assert "Its guide waits" in flat(text.replace("▌", " "))
            assert len(journal.recovery.episodes()) == before


@both_sizes
async def test_an_event_goes_to_the_trash_at_one_press_and_comes_back(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        key = told(journal)
        journal.applications.add_event(key, Kind.SCREEN, Moment.of(NOW - timedelta(days=1)))
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right", "down", "down", "d")
            assert "“screen” is out of the log now." in flat(text.replace("▌", " "))
            assert kinds(journal, key) == [Kind.APPLIED]
            await press_keys(pilot, "u")
            assert kinds(journal, key) == [Kind.APPLIED, Kind.SCREEN]


@pytest.mark.long
@both_sizes
async def test_what_an_entry_tells_of_is_changed_there_and_goes_with_it_at_the_second_press(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right", "down", "e")  # Brook, first screen
            assert "“Brook rang” tells of that" in flat(text.replace("▌", " "))
            assert "Brook rang" in text
            text = await press(pilot, "escape", "d")
            assert "d once more puts both" in flat(text.replace("▌", " "))
            (brook,) = (one for one in journal.applications.every() if one.company == "Brook")
            assert kinds(journal, brook.id) == [Kind.SCREEN]
            text = await press(pilot, "d")
            assert "out of the log now, with its entry" in flat(text.replace("▌", " "))
            assert "Nothing is noted yet" in text
            assert "Brook rang" not in text
            await press_keys(pilot, "u")
            assert kinds(journal, brook.id) == [Kind.SCREEN]
            assert "Brook rang" in screen_text(pilot.app)


@pytest.mark.long
@both_sizes
async def test_deleting_an_entry_says_what_stays_and_how_to_take_it_out(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            text = flat((await press(pilot, "d")).replace("▌", " "))
            assert "“screen” stays in the log of Brook;" in text
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "right", "down", "d")
            (brook,) = (one for one in journal.applications.every() if one.company == "Brook")
            assert brook.events == ()
            journal.undo.take_back()
            journal.undo.take_back()
            assert journal.journal.history(Query()).known == 3


@both_sizes
async def test_people_are_added_changed_and_taken_away_and_feedback_greets_them(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        acme = next(one for one in journal.applications.every() if one.company == "Acme")
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "down", "right", "p")
            await type_text(pilot, "Mr Okoro, head of data")
            await press_keys(pilot, "ctrl+s")
            assert "Mr Okoro · head of data" in screen_text(pilot.app)
            assert journal.tools.feedback.interviewer(acme.id).greeted == "Mr Okoro"
            await pilot.press(*["down"] * 4, "e", "ctrl+u")
            await type_text(pilot, "Ms Okoro, director")
            await press_keys(pilot, "ctrl+s")
            (person,) = journal.logs.of(acme).people
            assert (person.name, person.role) == ("Ms Okoro", "director")
            assert "▸ Ms Okoro · director" in screen_text(pilot.app)
            text = await press(pilot, "d")
            assert "Ms Okoro is in the trash now" in flat(text.replace("▌", " "))
            assert journal.logs.of(acme).people == ()
            assert [one.place for one in journal.trash.everything()] == ["person"]
            await press_keys(pilot, "u")
            assert journal.logs.of(acme).people == (person,)


@both_sizes
async def test_enter_opens_the_entry_in_the_journal(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "down", "right", *["down"] * 4)
            assert "They chose another" in line_with(pilot, "▸ Fri 13 Nov 2026")
            assert "The panel was kind." in await press(pilot, "enter")


@pytest.mark.long
@both_sizes
async def test_the_pointer_goes_to_what_it_clicks_and_opens_it_at_the_second_click(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "right")
            lines = screen_text(pilot.app).splitlines()
            row = next(number for number, line in enumerate(lines) if "Brook rang" in line)
            spot = (lines[row].index("Brook rang"), row)
            await pilot.click(offset=spot)
            assert "Brook rang" in line_with(pilot, "▸ Mon 23 Nov 2026")
            await pilot.click(offset=spot)
            await pilot.pause()
            assert pilot.app.main.page.NAME == "Journal"


@pytest.mark.long
async def test_the_document_is_opened_only_where_it_is_there(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(desktop, "open_link", lambda link: not opened.append(link))
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_workspace(path) as journal:
        told(journal)
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Applications")
            await press_keys(pilot, "right", "o")
            await pilot.pause(0.2)
            assert "is not there" in flat(screen_text(pilot.app).replace("▌", " "))
            assert opened == []
            (tmp_path / "cv").mkdir()
            (tmp_path / "cv" / "calder.pdf").write_text("CV")
            await press_keys(pilot, "o")
            await pilot.pause(0.2)
            assert opened == [str(tmp_path / "cv" / "calder.pdf")]
            await press_keys(pilot, "down", "down", "down", "enter")
            await pilot.pause(0.2)
            assert opened[1:] == ["https://jobs.test/12"]


@pytest.mark.long
@all_sizes
async def test_everything_hostile_is_text(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        for text in HOSTILE:
            key = journal.applications.add(text, text).id
            journal.applications.describe(
                replace(
                    journal.applications.find(key),
                    link=text,
                    document=text,
                    next_words=text,
                    notes=f"{text}\n\n<b>{text}</b> [x](javascript:alert)",
                )
            )
            journal.tools.people.put(Person("", key, text, text, text))
            journal.applications.add_event(key, Kind.SCREEN, note=text)
            journal.journal.log(Outcome(text, text, Kind.FINAL, text=text))
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            for _ in HOSTILE:
                await press_keys(pilot, "right")
                for _ in range(8):
                    text = await press(pilot, "down")
                    assert not {"\x1b", "\x07", "\u202e"} & set(text)
                await press_keys(pilot, "end", "escape", "e")
                text = await press(pilot, "escape", "down")
                assert not {"\x1b", "\x07", "\u202e"} & set(text)
            assert pilot.app.is_running


@pytest.mark.long
@both_sizes
async def test_a_date_that_was_not_known_stays_so_until_somebody_says_it(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "down", "right", "down", "down", "e")
            assert "[final]" in text
            assert "= the date is not known" in text
            await pilot.press("tab", "tab", *"panel", "ctrl+s")
            await press_keys(pilot)
            assert "final  panel" in line_with(pilot, "▸ date not known")
            await press_keys(pilot, "e", "tab", *"10", "space", *"nov", "ctrl+s")
            assert "final  panel" in line_with(pilot, "▸ Tue 10 Nov 2026")
            (acme,) = (one for one in journal.applications.every() if one.company == "Acme")
            assert kinds(journal, acme.id) == [Kind.APPLIED, Kind.FINAL, Kind.REJECTED]
