"""Journals for the Recover and Patterns pages, and ways to look at what stands where."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from looking import NOW, SIZES, flat, press, screen_text
from textual.pilot import Pilot

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import Tick
from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace

__all__ = ["flat", "press"]

HOSTILE_COMPANY = "[/]"
HOSTILE_NOTE = "[@click=app.quit]x \x1b]52;c;aGVsbG8=\x07 \u202eexe.gnp \x9b31m"

FOOTER = "space tick"

SMALL = (60, 20)

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
all_sizes = pytest.mark.parametrize(
    "size", [SMALL, *SIZES, (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)


def ago(days: float) -> Moment:
    """Noon or so, so many days ago."""
    return Moment.of(NOW - timedelta(days=days))


def rejected(journal: Workspace, company: str, days_ago: int = 0, stage: Kind = Kind.FINAL) -> str:
    """The episode after being turned down so many days ago."""
    logged = journal.journal.log(
        Outcome(company, "Data engineer", stage, Result.REJECTED, when=ago(days_ago), text="No.")
    )
    return logged.episode or ""


def ten_rejections(journal: Workspace) -> None:
    """About nine months: a no each 25 days, a dip after it, and the usual 6 in between."""
    with journal.database.write():
        for number in range(10):
            day = 260 - 25 * number
            for offset, mood in [(-1 - i, 6) for i in range(13)] + [
                (1, 3),
                (3, 3),
                (5, 4),
                (6, 6),
                (7, 6),
                (8, 6),
            ]:
                if day - offset >= 0:
                    journal.journal.check_in(Reading(mood), ago(day - offset))
            rejected(journal, f"Firm {number}", day, Kind.FINAL if number % 3 == 0 else Kind.SCREEN)


def line_with(pilot: Pilot[Any], words: str) -> str:
    """The first line of the screen with these words in it."""
    lines = screen_text(pilot.app).splitlines()
    found = next((line for line in lines if words in line), None)
    assert found is not None, f"{words!r} is not on the screen:\n" + "\n".join(lines)
    return found


def place_of(pilot: Pilot[Any], words: str) -> tuple[int, int]:
    """Column and row where these words begin."""
    lines = screen_text(pilot.app).splitlines()
    row = lines.index(line_with(pilot, words))
    return lines[row].index(words), row


def body(pilot: Pilot[Any], footer: str = FOOTER) -> str:
    """The screen above the keys, as it reads."""
    text = screen_text(pilot.app)
    return flat(text[: text.index(footer)]) if footer in text else flat(text)


def tick_of(journal: Workspace, episode: str, number: int = 0) -> Tick | None:
    """What the journal keeps of a step, counted from 0 over the whole guide."""
    return journal.recovery.ticks(episode).get(journal.recovery.guide.steps[number].id)


def beginning(guide: Guide, number: int) -> str:
    """The first words of a step: short enough to stand on one line everywhere."""
    return guide.steps[number].text[:24]
