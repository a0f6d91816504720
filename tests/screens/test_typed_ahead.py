"""Keys that come all at once land in the fields in which a slow typist's land."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from looking import open_workspace, running
from textual import events
from textual.pilot import Pilot

from bounceback_tui.app.in_turn import InTurn
from bounceback_tui.screens.form import Form
from bounceback_tui.widgets.mood_picker import MoodPicker

SHOWN = {"\t": "tab", "\n": "enter", " ": "space", "\b": "backspace"}
SHOWN |= {"/": "slash", "\x13": "ctrl+s", "‹": "left", "›": "right", "⇤": "shift+tab"}
"""Keys by the sign that stands for them here."""

STORIES = [
    ("n", "Acme\tData engineer\tf\t\t\t\t32shame 60\nanger 20\n\b\t\t\tThey said no.\tpanel remote"),
    (
        "n",
        "\t\t\t\t\t\t32\tIt was close.\tpanel\tan insider\nhaste\n\tslower\n\tmet Ann\n\t›\t›\t‹\t14\t23",
    ),
    ("m", "34calm 40\nproud 60\n\tas it is"),
    ("w", "One line.\nAnd another.\tcalm walk\t\t5"),
]

KEYS = "\t\t\t\t⇤\n\n\b‹› 1234shame"


def event(sign: str) -> events.Key:
    return events.Key(SHOWN.get(sign, sign), None if sign in SHOWN and sign not in " /" else sign)


async def at_once(pilot: Pilot[None], keys: Sequence[str]) -> None:
    for sign in keys:
        pilot.app.post_message(event(sign))
    for _ in range(3):
        await pilot.pause()


async def one_by_one(pilot: Pilot[None], keys: Sequence[str]) -> None:
    for sign in keys:
        await pilot.press(SHOWN.get(sign, sign) if sign != "." else "full_stop")
    await pilot.pause()


async def typed(path: Path, opens: str, keys: str, fast: bool) -> tuple[dict[str, object], str]:
    """What stands in a form after these keys, and where the focus is."""
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            if fast:
                await at_once(pilot, opens + keys)
            else:
                await one_by_one(pilot, opens + keys)
            form = pilot.app.screen
            if not isinstance(form, Form):
                return {}, type(form).__name__  # the keys handed it up
            assert form.focused
            near = form.focused.ancestors_with_self[:2]
            return form.content(), str([one.id or type(one).__name__ for one in near])


@pytest.mark.many(4)
@pytest.mark.parametrize(("opens", "keys"), STORIES)
@pytest.mark.long
async def test_keys_that_come_at_once_do_what_they_do_one_by_one(
    tmp_path: Path, opens: str, keys: str
) -> None:
    slow = await typed(tmp_path / "slow.db", opens, keys, fast=False)
    assert sum(map(bool, slow[0].values())) >= 3, "the story fills in fields"
    assert await typed(tmp_path / "fast.db", opens, keys, fast=True) == slow


@pytest.mark.many(18)
@pytest.mark.parametrize("opens", "nmw")
@pytest.mark.parametrize("seed", range(6))
async def test_so_do_any_keys(tmp_path: Path, opens: str, seed: int) -> None:
    keys = "".join(random.Random(seed).choices(KEYS, k=60))
    if opens == "m":  # where enter saves, and what comes behind it is for no field
        keys = keys.replace("\n", "")
    slow = await typed(tmp_path / "slow.db", opens, keys, fast=False)
    assert await typed(tmp_path / "fast.db", opens, keys, fast=True) == slow


async def test_a_key_that_never_comes_to_an_end_keeps_no_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InTurn, "PATIENCE", 0.1)
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await at_once(pilot, "m3")
            picker = pilot.app.screen.query_one("#mood", MoodPicker)
            picker.focus()
            await pilot.pause()
            # what shall come along behind the key never does
            monkeypatch.setattr(picker, "call_later", lambda *_: True)
            await at_once(pilot, "45")
            await pilot.pause(0.3)
            energy = pilot.app.screen.query_one("#energy", MoodPicker)
            assert (picker.value, energy.value) == (4, 5)
