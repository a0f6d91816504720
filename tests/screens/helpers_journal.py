"""A small lived-in journal, and short ways to look at the pages that show it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from looking import NOW, open_workspace, screen_text
from textual.pilot import Pilot
from textual.strip import Strip

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.workspace import Workspace

WIDE = (120, 40)
NARROW = (80, 24)

HOSTILE = {
    "[/]": "[/]",
    "[@click=app.quit]x": "[@click=app.quit]x",
    "bell\x1b]52;c;aGk=\x07": "bell␛]52;c;aGk=␇",
    "\u202egnp.exe": "<U+202E>gnp.exe",
    "[bold red]no": "[bold red]no",
}
"""Text that must stay text, and how it is shown."""


def live(path: Path) -> None:
    """A walk three weeks ago, a no from Acme ten days ago with all parts told, and a step forward today."""
    with open_workspace(path, NOW - timedelta(days=21)) as journal:
        journal.journal.note("A quiet walk\n\nNobody asked.", tags=["walk"], before=Reading(6))
        journal.applications.add("Acme", "Data engineer", Source.REFERRAL)
    with open_workspace(path, NOW - timedelta(days=10)) as journal:
        journal.journal.log(
            Outcome(
                "Acme",
                "Data engineer",
                Kind.FINAL,
                Result.REJECTED,
                before=Reading(3, 2, (Feeling("shame", 60),)),
                text="They chose another.\n\nThe *panel* was **kind**.",
                tags=("panel",),
                causes=(
                    Cause(Side.OUTSIDE, "an internal candidate"),
                    Cause(Side.CHANGEABLE, "ask about the team"),
                    Cause(Side.WENT_RIGHT, "they invited me"),
                ),
                attribution=Attribution(70, 10, None),
                forecast=14,
                after=Reading(2),
            )
        )
    with open_workspace(path, NOW - timedelta(days=9)) as journal:
        journal.journal.check_in(Reading(5, 4))
    with open_workspace(path) as journal:
        journal.journal.log(Outcome("Brook", "Analyst", Kind.SCREEN, Result.MOVED_ON, text="Brook rang"))


def titles(journal: Workspace, query: str = "") -> list[str]:
    """What a search finds in the database, newest first."""
    found = journal.journal.history(parse(query, NOW.date()))
    return [item.entry.title for item in found.items(0, found.known)]


def key_of(journal: Workspace, title: str) -> str:
    """The key of the entry with a title that begins so."""
    found = journal.journal.history(Query())
    return next(one.entry.id for one in found.items(0, found.known) if one.entry.title.startswith(title))


def line_with(pilot: Pilot[Any], words: str) -> str:
    """The first line of the screen with these words; "" where there is none."""
    return next((line for line in screen_text(pilot.app).splitlines() if words in line), "")


def under_cursor(pilot: Pilot[Any]) -> str:
    """The row with the cursor, without what stands beside the list."""
    return line_with(pilot, "▸").split("│")[0]


def strip_with(pilot: Pilot[Any], words: str) -> Strip:
    """The same as it goes to the terminal, with its styles."""
    strips = pilot.app.screen._compositor.render_strips()
    return next(strip for strip in strips if words in strip.text)


def underlined(strip: Strip) -> list[str]:
    """The pieces of a line that are underlined."""
    return [one.text for one in strip if one.style and one.style.underline]


async def turn_to(pilot: Pilot[Any], page: str) -> None:
    """Go to a page by its tab."""
    line = screen_text(pilot.app).splitlines()[0]
    await pilot.click(offset=(line.index(page), 0))
    await pilot.pause()
