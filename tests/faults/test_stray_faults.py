"""A fault beside the app, as in an answer of Patterns, leaves a report; the same one leaves one alone."""

from __future__ import annotations

import os
from pathlib import Path

from looking import running

from bounceback_tui.app import BouncebackApp
from bounceback_tui.services.workspace import Workspace

WORD = "a word of the journal"


def broken() -> Exception:
    try:
        raise ZeroDivisionError(WORD)
    except ZeroDivisionError as error:
        return error


def also_broken() -> Exception:
    try:
        raise KeyError(WORD)
    except KeyError as error:
        return error


def reports() -> list[str]:
    folder = Path(os.environ["XDG_STATE_HOME"]) / "bounceback"
    return sorted(path.read_text("utf-8") for path in folder.glob("crash-*.txt"))


async def test_one_that_comes_again_is_reported_and_told_once(workspace: Workspace) -> None:
    async with running(workspace) as pilot:
        app = pilot.app
        assert isinstance(app, BouncebackApp)
        for _ in range(3):
            app.tell_stray(broken())
        assert len(reports()) == 1
        assert [WORD in report for report in reports()] == [False]
        await pilot.pause()
        [note] = app._notifications
        assert "a report without a word of your journal is in" in str(note.message)
        app.clear_notifications()
        app.tell_stray(broken())
        await pilot.pause()
        assert list(app._notifications) == []
        app.tell_stray(also_broken())  # the control: another one is told
        await pilot.pause()
        assert len(reports()) == 2
        assert len(app._notifications) == 1
