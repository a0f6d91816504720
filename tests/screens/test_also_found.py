"""Below the search the Journal says in what else the words are; one key lists it, and enter opens one."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import HOSTILE, WIDE, line_with, strip_with, underlined
from looking import open_workspace, running, screen_text, type_text
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens import registry
from bounceback_tui.services.workspace import Workspace

every_size = pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE, (160, 50)], ids=str)


class FakeTool(ModalScreen[str | None]):
    """A tool that only shows what it was opened on."""

    BINDINGS = [("escape", "dismiss", "close")]  # noqa: RUF012 - as short as can be

    def __init__(self, workspace: Workspace, subject: str) -> None:
        super().__init__()
        self.subject = subject

    def compose(self) -> ComposeResult:
        yield Static(f"tool on {self.subject}", markup=False)


def with_words(path: Path) -> tuple[Workspace, str]:
    """A journal with a lead and a note that say “fair”, and the key of the episode."""
    journal = open_workspace(path)
    episode = journal.journal.log(Outcome("Acme", text="A fair no.")).episode or ""
    journal.recovery.set_note(episode, journal.recovery.guide.steps[3].id, "It was a fair panel.")
    journal.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann", "She knows the fair in March."))
    return journal, episode


@every_size
async def test_it_is_counted_listed_and_opened(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = registry.Listed("leads", "x:X", "w", "t")
    monkeypatch.setattr(registry.Listed, "load", lambda one: FakeTool if one is listed else _load(one))
    monkeypatch.setattr(registry, "TOOLS", (listed,))
    journal, _ = with_words(tmp_path / "journal.db")
    with journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "/", *"fair")
            await pilot.pause(0.3)
            assert "Also in: 1 lead, 1 step. f shows them." in " ".join(screen_text(pilot.app).split())
            await pilot.press("enter", "f")
            await pilot.pause()
            assert "lead   " in line_with(pilot, "She knows the")
            assert "step   " in line_with(pilot, "It was a")
            assert "fair" in underlined(strip_with(pilot, "It was a"))
            await pilot.press("enter")
            await pilot.pause()
            assert f"tool on {'L' * 26}" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert "She knows the" in screen_text(pilot.app)
            await pilot.press("escape", "escape")
            await pilot.pause(0.3)
            assert "Also in" not in screen_text(pilot.app)


_load = registry.Listed.load


@every_size
async def test_a_note_on_a_step_leads_to_that_step(tmp_path: Path, size: tuple[int, int]) -> None:
    journal, _ = with_words(tmp_path / "journal.db")
    with journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "/", *"panel", "enter")
            await pilot.pause(0.3)
            await pilot.press("f", "enter")
            await pilot.pause()
            await pilot.pause()
            assert pilot.app.main.page.NAME == "Recover"
            first = journal.recovery.guide.steps[3].text[:24]
            # the section has a cursor of its own where there is room for it
            assert any(f"▸ [ ] {first}" in line for line in screen_text(pilot.app).splitlines())


@pytest.mark.long
async def test_where_more_than_words_is_asked_nothing_is_said(tmp_path: Path) -> None:
    journal, _ = with_words(tmp_path / "journal.db")
    with journal:
        async with running(journal, WIDE) as pilot:
            await pilot.press("2", "/")
            await type_text(pilot, "fair since")
            await pilot.press(":", *"2026")
            await pilot.pause(0.3)
            assert "Also in" not in screen_text(pilot.app)
            await pilot.press("enter", "f")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main


@pytest.mark.long
@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_only_words(tmp_path: Path, words: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "fair", words))
        async with running(journal, WIDE) as pilot:
            await pilot.press("2", "/", *"fair", "enter")
            await pilot.pause(0.3)
            await pilot.press("f")
            await pilot.pause()
            assert HOSTILE[words] in screen_text(pilot.app)
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")
