"""A walk over all that a person can come to: every page, form and window, and states of what is in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from looking import press_keys, worked_out
from textual.command import CommandPalette
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp
from bounceback_tui.domain.kinds import Result
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.recovery_words import target_of
from bounceback_tui.screens.registry import AT_THE_END, FORMS, OF_THE_FILE, TOOLS
from bounceback_tui.screens.search_over import SearchOverWindow
from bounceback_tui.services.workspace import Workspace

PAGES = (
    ("1", "down"),
    ("2", "down", "enter"),
    ("2", "slash", *"zzz"),
    ("3", "down", "tab"),
    ("4", "down"),
    ("4", "right", "down"),
    ("4", "f", *"stge:final"),
    ("5", "tab"),
    *(("5", *(["right"] * question), *(["v"] * view), "enter") for question in range(5) for view in range(3)),
)
"""Keys to each page and each answer; with a search that finds nothing and a filter with a slip."""

WINDOWS = (
    ("question_mark",), ("question_mark", "m"), ("ctrl+p",), ("ctrl+p", *"zzz"), ("comma", "down"),
    ("2", "v"), ("2", "c"), ("2", "t"), ("2", "s"), ("2", "ctrl+g"), ("2", "ctrl+g", *"3/4"), ("2", "d"),
    ("3", "y"), ("3", "l"), ("3", "c"), ("4", "d"), ("5", "enter", "enter"), ("comma", "enter"),
    ("n", "ctrl+s"), ("n", "tab", "tab", "tab", "tab", *"3/4"), ("m", "ctrl+s"), ("m", "3", "tab", "7"),
    ("ctrl+p", *"trash", "enter"), ("ctrl+p", *"import", "enter"), ("ctrl+p", *"report", "enter"),
    ("ctrl+p", *"export", "enter"), ("ctrl+p", *"export", "enter", "enter"), ("ctrl+p", *"crisis", "enter"),
    ("ctrl+p", *"theme", "enter"),
)  # fmt: skip
"""Keys that open the other windows, each on its page."""

_WITHOUT_A_SUBJECT = ("feedback", "reframe", "next-one", "strengths")
"""Tools that look different where they are about no rejection."""

_TOUCHED = ("tab", "tab", "down")
"""Keys that are pressed in a form: what has the focus looks different."""


def targets(journal: Workspace) -> dict[str, str]:
    """What each form is about that needs something; of the demo."""
    episode = journal.recovery.episodes()[0]
    step = journal.recovery.guide_of(episode).sections[0].steps[0].id
    application = journal.database.rows("SELECT id FROM application LIMIT 1")[0][0]
    lead = journal.database.rows("SELECT id FROM lead LIMIT 1")[0][0]
    preparation = journal.database.rows("SELECT id FROM preparation LIMIT 1")[0][0]
    return {
        **dict.fromkeys(("note", "plan"), target_of(episode.id, step)),
        **dict.fromkeys(("feedback-email", "feedback-answer", "feedback-remark", "went-right"), episode.id),
        **dict.fromkeys(("withdrawal-note", "event", "person"), application),
        "closing": episode.id,
        "lead-date": lead,
        "setback": preparation,
    }


async def everywhere(pilot: Pilot[Any], part: int = 0, parts: int = 1) -> AsyncIterator[str]:
    """Go to one place after the other; each is named once it is on the screen.

    Of `parts` parts it is that of number `part`; together they are all of it.
    """
    app = pilot.app
    assert isinstance(app, BouncebackApp)
    for keys in (*PAGES, *WINDOWS)[part::parts]:
        await press_keys(pilot, *keys)
        yield f"keys {' '.join(keys)}"
        await _back(pilot)
    about = targets(app.workspace)
    for form in FORMS[part::parts]:
        await app._open(form.name, about.get(form.name, ""))
        await press_keys(pilot)
        yield f"form {form.name}"
        await press_keys(pilot, *_TOUCHED)
        yield f"form {form.name}, touched"
        await _back(pilot)
    episode = app.workspace.recovery.episodes()[0].id
    for tool in (*TOOLS, *AT_THE_END, *OF_THE_FILE)[part::parts]:
        for subject in ("", episode) if tool.name in _WITHOUT_A_SUBJECT else (episode,):
            await app.open_tool(tool.name, subject)
            await press_keys(pilot, "down")
            await worked_out(app)
            await pilot.pause()
            yield f"tool {tool.name} of {subject or 'nothing'}"
            await _back(pilot)
    if part == 0:  # nothing is accepted in the demo, so nothing opens it
        app.workspace.journal.log(Outcome("Wexcombe Vale Housing", result=Result.ACCEPTED))
        await app.push_screen(SearchOverWindow(app.workspace))
        await press_keys(pilot, "down")
        yield "the end of a search"
        await _back(pilot)


async def _back(pilot: Pilot[Any]) -> None:
    """To the pages, with nothing typed in a search."""
    for _ in range(4):
        if len(pilot.app.screen_stack) > 1 or isinstance(pilot.app.screen, CommandPalette):
            await press_keys(pilot, "escape")
    while len(pilot.app.screen_stack) > 1:
        pilot.app.pop_screen()
        await pilot.pause()
    await press_keys(pilot, "escape", "escape")
    pilot.app.clear_notifications()
