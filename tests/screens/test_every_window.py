"""Every window and small form that there is, walked through: its title and keys are seen, nothing is cut, tab
goes round and meets only what is seen, and esc leads back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, running, worked_out
from textual.command import CommandList
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from bounceback_tui.formats.reading import Question
from bounceback_tui.screens.help import Help
from bounceback_tui.screens.import_windows import Questions
from bounceback_tui.screens.registry import AT_THE_END, FORMS, OF_THE_FILE, TOOLS
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.themes import DARK, LIGHT

PAGES_OF_THEIR_OWN = {"what-happened", "write", "mood"}
"""Forms with tests of their own for what is seen of them."""

WINDOWS = ".dialog, .list-window, .form, #help"
"""What holds all of a window or form but its keys."""

MOST_STOPS = 40
"""Fields of the longest form, and more."""

EMPTY_SAYS_SO = {"search-over", "sync", "feedback", "look-back"}
"""What opens only once there is something to show, and says so otherwise."""


def targets(journal: Workspace) -> dict[str, str]:
    """What a form is about, by its name, where it needs to be about something."""
    applications, leads = journal.applications.every(), journal.tools.leads.every()
    preparations, episodes = journal.tools.preparations.every(), journal.recovery.still_open()
    if not (applications and leads and preparations and episodes):
        return {}
    episode = episodes[0]
    step = f"{episode.id} {journal.recovery.guide_of(episode).steps[0].id}"
    return {
        "event": applications[0].id,
        "person": applications[0].id,
        "lead-date": leads[0].id,
        "setback": preparations[0].id,
        "note": step,
        "plan": step,
        **dict.fromkeys(("feedback-email", "feedback-answer", "feedback-remark", "closing"), episode.id),
    }


def windows(pilot: Pilot[Any], journal: Workspace) -> Iterator[tuple[str, Callable[[], Awaitable[object]]]]:
    """Each by its name, and how it is opened."""
    app = pilot.app
    about = targets(journal)
    for tool in (*TOOLS, *AT_THE_END, *OF_THE_FILE):
        yield tool.name, lambda tool=tool: app.open_tool(tool.name)
    for form in FORMS:
        if form.name not in PAGES_OF_THEIR_OWN and (about or form.name in ("lead", "focus", "cv", "rest")):
            yield f"form {form.name}", lambda form=form: app._open(form.name, about.get(form.name, ""))
    asked = [Question(str(place), "Which column is it?", ("company", "none"), "none") for place in range(7)]
    yield "import", lambda: app.push_screen(Questions("jobs.csv", asked))
    for part in ("keys", "manual", "about"):
        yield f"help {part}", lambda part=part: app.push_screen(Help(app.main, journal, part))


def is_seen(widget: Widget) -> bool:
    """Whether any of it is on the screen, and not scrolled away or hidden."""
    place = widget.screen._compositor.visible_widgets.get(widget)
    return bool(place and place[0].intersection(place[1]).area)


def behind_title(widget: Widget) -> bool:
    """Whether the title that stays lies over it."""
    return any(title.region.overlaps(widget.region) for title in widget.screen.query(".dialog--title"))


def wrong_with(screen: Screen[Any], name: str) -> Iterator[str]:
    """What somebody would see at once."""
    for title in _titles(screen):
        if not is_seen(title):
            yield f"{name}: its title is not seen"
    bar = screen.query_one(KeyBar)
    lines = bar.lines(bar.content_size.width)
    if len(lines) > bar.content_size.height or bar.region.bottom > screen.size.height:
        yield f"{name}: a line of its keys is cut off"
    if any(sum(key.cells + 2 for key in line) - 2 > bar.content_size.width for line in lines):
        yield f"{name}: a key is cut off"
    for window in screen.query(WINDOWS):
        for widget in window.query("*"):
            if is_seen(widget) and widget.region.right > window.content_region.right:
                yield f"{name}: {widget} is cut at the right"


def _titles(screen: Screen[Any]) -> list[Widget]:
    """What says which window it is."""
    found = [*screen.query(".dialog--title, #writing-day")]
    return found or [*screen.query(".list-window > Static")][:1]


async def wrong_going_round(pilot: Pilot[Any], name: str) -> list[str]:
    """What is wrong on the way of tab through a window."""
    screen = pilot.app.screen
    first, met = screen.focused, []
    for _ in range(MOST_STOPS):
        now = screen.focused
        if now is None or (met and now is first):
            break
        met.append(now)
        if not is_seen(now):
            await pilot.pause()  # it is scrolled to once the layout stands
        if not is_seen(now) or (now.region.height == 1 and behind_title(now)):
            return [f"{name}: {now} has the keys and is not seen"]
        await pilot.press("tab")
    else:
        return [f"{name}: tab does not come back"]
    if met and len(met) != len(set(met)):
        return [f"{name}: tab is caught between {met}"]
    if not met:
        return [f"{name}: nothing has the keys"]
    await pilot.press("shift+tab")
    return [] if screen.focused is met[-1] else [f"{name}: shift+tab does not go back"]


@pytest.mark.long
@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
@pytest.mark.parametrize("made_up", [True, False], ids=["demo", "empty"])
async def test_every_window_is_whole(tmp_path: Path, made_up: bool, size: tuple[int, int]) -> None:
    wrong: list[str] = []
    seen: list[str] = []
    with open_workspace(tmp_path / "journal.db") as journal:
        if made_up:
            fill(journal, journal.clock.now())
        async with running(journal, size) as pilot:
            below = pilot.app.screen
            for name, open_it in windows(pilot, journal):
                await open_it()
                await worked_out(pilot.app)
                await pilot.pause()
                if pilot.app.screen is below:
                    if name not in EMPTY_SAYS_SO:
                        wrong.append(f"{name}: it did not open")
                    continue
                seen.append(name)
                wrong += wrong_with(pilot.app.screen, name)
                wrong += await wrong_going_round(pilot, name)
                await pilot.press("escape")
                await pilot.pause()
                if pilot.app.screen is not below:
                    wrong.append(f"{name}: esc does not leave it")
                    break
    assert not wrong, "\n".join(wrong)
    assert len(seen) > (30 if made_up else 15)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_the_field_with_the_keys_is_told_by_its_ground_and_its_name(tmp_path: Path, theme: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            pilot.app.theme = theme
            await pilot.app._open("lead")
            await pilot.pause()
            first, *others = pilot.app.screen.query(Line)
            grounds = [line.background_colors[1] for line in (first, *others)]
            window = pilot.app.screen.query_one(".dialog").background_colors[1]
            assert first.has_focus
            assert len({window, *grounds}) == 3, "the window, the field with the keys, the others"
            names = [label.styles.color for label in pilot.app.screen.query(".label")]
            assert names[0] != names[1]


async def test_the_list_of_commands_begins_with_what_is_done_most_and_wears_the_theme(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause(0.3)
            said = [option.hit.text for option in pilot.app.screen.query_one(CommandList).options]
            assert said[:3] == ["What happened", "Mood", "Write"]
            assert {"Theme", "Picture of the screen"} <= set(said[-3:])
            assert len(said) == len(set(said)), "nothing is offered twice"
            ground = pilot.app.screen.query_one(CommandList).styles.background
            pilot.app.theme = LIGHT
            await pilot.pause(0.1)
            assert pilot.app.screen.query_one(CommandList).styles.background != ground


async def test_in_a_window_undo_and_the_way_out_stand_last(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.app.open_tool("leads")
            await pilot.pause()
            said = [key.words for key in pilot.app.screen.query_one(KeyBar).keys]
            assert said == ["add", "undo", "close"]
            await pilot.press("escape", "2")
            await pilot.pause()
            assert "undo" in [key.words for key in pilot.app.screen.query_one(KeyBar).keys][:-2]
