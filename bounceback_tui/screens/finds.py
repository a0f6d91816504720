"""What the palette finds by its name: entries, applications and themes. None of it is listed unasked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.offers import Offered

APPLICATION, ENTRY = 1.9, 1.7
"""How much each letter counts in a name that holds it.

Less than in what can be done, which is called so; more than letters that are only scattered over its title.
"""

_THEME = 0.9
"""How much a fit counts with the name of a theme: the list of all of them comes first."""


def named(main: MainScreen, typed: str) -> Iterator[tuple[float, Offered]]:
    """The applications and entries that hold what was typed in their names, with what a letter counts."""
    by_name = main.workspace.by_name
    for one in attempt(main, lambda: by_name.applications(typed)) or ():
        title = f"{one.company}, {one.role}" if one.company and one.role else one.company or one.role
        there = partial(main.turn_to, "Applications", one.id)
        yield APPLICATION, Offered(title, "An application, with its log", there)
    for entry in attempt(main, lambda: by_name.entries(typed)) or ():
        there = partial(main.turn_to, "Journal", entry.id)
        yield ENTRY, Offered(entry.title, f"An entry of {weekday_date(entry.day)}", there)


def themes(main: MainScreen) -> Iterator[Offered]:
    """Every theme there is, those of the person too."""
    app = main.app
    for name in sorted(app.available_themes):
        choose = partial(setattr, app, "theme", name)
        yield Offered(f"Theme: {name}", "", choose, _THEME)
