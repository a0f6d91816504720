"""What the window at the end of a search says."""

from __future__ import annotations

from datetime import date
from enum import Enum

from textual.content import Content

from bounceback_tui.domain.application import STAGE_WORDS, Application, Kind, of_job
from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.episode import Episode, setbacks_told
from bounceback_tui.domain.text import cut, plural
from bounceback_tui.screens.tool_window import row
from bounceback_tui.widgets.application_list import since


class Part(Enum):
    """What the window asks."""

    WITHDRAW = "withdraw"
    CLOSE = "close"


def greeting(accepted: Application) -> str:
    """Congratulations in plain words."""
    return f"Congratulations: you said yes to {firm(accepted)}. Nothing has to be done now."


def asked_of_applications(count: int) -> str:
    """What can be done about so many that are open."""
    return (
        f"{plural(count, 'application')} {_be(count)} still open. If you like, withdraw "
        "them in one go; the note below is for you to send. esc leaves everything as it is."
    )


def asked_of_episodes(episodes: list[Episode]) -> str:
    """What can be done about those that are open."""
    return (
        f"{setbacks_told(episodes)} {_be(len(episodes))} still open on Recover. Close them, or "
        "leave them: nothing written there is lost."
    )


def does(part: Part, chosen: int, count: int) -> str:
    """How many of all are chosen, and what the keys do about them."""
    them = "it" if chosen == 1 else "them"
    keys = f"enter {part.value}s {them}, n leaves all" if chosen else "space chooses one, n leaves all"
    return f"{chosen} of {count} chosen. {keys}."


def line_of(thing: Application | Episode, chosen: bool, today: date, width: int) -> Content:
    """One that is open, in so many columns."""
    if isinstance(thing, Application):
        beside = " · ".join(filter(None, (STAGE_WORDS[thing.stage_reached], since(thing, today))))
    else:
        did = "silence" if thing.kind is Kind.GHOSTED else "rejection"
        beside = f"{did} · {day_near(thing.began, today)}"
    return row("[x] " if chosen else "[ ] ", of_job(thing.company, thing.role), beside, width)


def firm(application: Application) -> str:
    """Who made the offer."""
    return cut(application.company, 40) or "the offer"


def _be(count: int) -> str:
    return "is" if count == 1 else "are"
