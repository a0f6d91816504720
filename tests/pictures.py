"""`python -m tests.pictures`: draws the pictures of README.md anew, in `docs/pictures/`.

They are made of the demo journal on a day that never changes, so a picture differs from the one that is kept
only where the program shows something else: `tests/test_pictures.py` tells.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.services.demo import fill
from tests.drawn import Frame, frame_of, moving, still
from tests.exactly import wait_exactly
from tests.looking import open_workspace, press, running, type_text

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (100, 30)
COMMAND = "python -m tests.pictures"

SAYS = {
    "today.svg": "Today on the demo journal: an open rejection with its next step, thirty days of mood, "
    "and what is coming up",
    "what-happened.svg": "What happened: company, stage and result, how it feels in two digits, "
    "and room to write",
    "recover.svg": "Recover: the four sections of the guide, and its steps with notes and plans",
    "patterns.svg": "Patterns: half a year of mood with each rejection marked, and what it says in words",
    "first-moment.svg": "From n to a saved entry: the company, final round, two digits of mood, a few words, "
    "ctrl+s, and back on Today",
}
"""Names of the pictures, and what each is for whoever cannot see it."""


async def drawn() -> dict[str, str]:
    """All pictures by name, of one walk through the app."""
    pictures: dict[str, Frame] = {}
    with (
        _in_colour(),
        tempfile.TemporaryDirectory() as folder,
        open_workspace(Path(folder) / "journal.db") as journal,
    ):
        fill(journal, journal.clock.now())
        async with running(journal, SIZE) as pilot:
            pilot.app.animation_level = "none"  # a page is where it is going to be
            for name, key in (("recover.svg", "3"), ("patterns.svg", "5"), ("today.svg", "1")):
                await press(pilot, key)
                pictures[name] = _seen(pilot)
            film, pictures["what-happened.svg"] = await _first_moment(pilot)
    return {
        name: still(pictures[name], says) if name in pictures else moving(film, says)
        for name, says in SAYS.items()
    }


@contextmanager
def _in_colour() -> Iterator[None]:
    """Whoever draws them may want no colours on a screen of their own."""
    with patch.dict(os.environ):
        os.environ.pop("NO_COLOR", None)
        yield


async def _first_moment(pilot: Pilot[Any]) -> tuple[list[Frame], Frame]:
    """The e-mail came a minute ago: frame by frame, and the form as it stands before it is saved."""
    film = [_seen(pilot, 2.5, "The e-mail came a minute ago.")]

    async def does(told: str, *keys: str, seconds: float = 0.9) -> None:
        await press(pilot, *keys)
        film.append(_seen(pilot, seconds, told))

    async def types(text: str, told: str, at_once: int) -> None:
        for start in range(0, len(text), at_once):
            await type_text(pilot, text[start : start + at_once])
            await pilot.pause()
            film.append(_seen(pilot, 0.12, told))

    await does("n: what happened", "n", seconds=1.6)
    await types("Junip", "the company", at_once=1)
    await does("→ takes the name that is known already", "right")
    await does("tab, tab, f: the final round", "tab", "tab", "f", seconds=1.4)
    await does("tab: rejected, now, and all else may stay as it is", *["tab"] * 4, seconds=1.4)
    await does("3 2: how it is, in two digits", "3")
    await does("3 2: how it is, in two digits", "2", seconds=1.4)
    await does("tab: room to write", "tab")
    await types(_WORDS, "a few words, or none", at_once=4)
    film.append(full := _seen(pilot, 2, "a few words, or none"))
    await press(pilot, "ctrl+s")
    # the card that the cursor was on goes down when another comes above it, and may take the page along
    pilot.app.screen.query_one("#today-column").scroll_home(animate=False)
    await does("ctrl+s: saved, and u takes it back", seconds=6)
    return film, full


_WORDS = "They took somebody from inside. I had hoped for this one."


def _seen(pilot: Pilot[Any], seconds: float = 0, told: str = "") -> Frame:
    """What the screen shows, with a cursor that does not blink."""
    focused = pilot.app.focused
    if isinstance(focused, Input | TextArea):
        focused._pause_blink(visible=True)
    return frame_of(pilot.app, seconds, told)


def main() -> None:
    """Write all of them."""
    wait_exactly()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, picture in asyncio.run(drawn()).items():
        (FOLDER / name).write_text(picture, "utf-8")
        print(f"{FOLDER / name}: {len(picture.encode()) // 1000} kB")


if __name__ == "__main__":
    main()
