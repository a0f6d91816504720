"""What helps: mood before writing, right after, and the next day."""

from __future__ import annotations

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.domain.past import Written
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_slopes
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.words import plain, signed
from bounceback_tui.statistics.writing import Change, Writing
from bounceback_tui.widgets.slopes import Panel, Slopes


def writing_view(result: Writing) -> View:
    """Three moods for each of the latest entries, their medians, and the same for days without writing."""
    cases = rests_on(plural(result.n, "entry", "entries") + " with moods around it") if result.n else ""
    if not result.enough:
        return too_few(cases, example_slopes, result.table())
    latest = result.latest
    thin = "each entry" if result.n <= len(latest) else f"the latest {len(latest)} entries"
    panels = [_around(result, latest)]
    if result.low_days.median is not None:
        panels.append(_without(result.low_days))
    return View(
        cases,
        f"Thick the median mood and its change, thin {thin}",
        Slopes(tuple(panels), [_words(one) for one in latest]),
        result.table(),
        tuple(Behind(f"Written on {weekday_date(one.day)}", entries=(one.entry,)) for one in latest),
        in_words="\n".join([*map(_told, panels), f"Moods around {thin}, the latest last:"]),
    )


def _around(result: Writing, latest: tuple[Written, ...]) -> Panel:
    start = result.before
    ends = [_end(start, change) for change in (result.after, result.next_day)]
    return Panel(
        f"with writing, {plural(result.n, 'entry', 'entries')}",
        ("before", "after", "next day"),
        (_mood(start), *(_figure(*end) for end in ends)),
        (start, *(mood for mood, _ in ends)),
        tuple((one.before, one.after, one.next_day) for one in latest),
    )


def _without(change: Change) -> Panel:
    end = _end(change.start, change)
    return Panel(
        f"without, {plural(change.n, 'day')}",
        ("such a day", "next day"),
        (_mood(change.start), _figure(*end)),
        (change.start, end[0]),
    )


def _told(panel: Panel) -> str:
    """ "The middle with writing, 44 entries: before 6; after 6, same; next day 5.5, −0.5"."""
    places = zip(panel.times, panel.figures, strict=True)
    return f"The middle {panel.title}: " + "; ".join(f"{when} {figure}" for when, figure in places if figure)


def _end(start: float | None, change: Change) -> tuple[float | None, float | None]:
    """Where a median change leads to, and the change."""
    if start is None or change.median is None:
        return None, None
    return start + change.median, change.median


def _mood(mood: float | None) -> str:
    return "" if mood is None else plain(mood)


def _figure(mood: float | None, change: float | None) -> str:
    """ "2.5, −0.5"; a word where it is not known."""
    if mood is None or change is None:
        return "too few"
    return f"{plain(mood)}, {signed(change) if change else 'same'}"


def _words(one: Written) -> str:
    moods = ((one.before, "before"), (one.after, "right after"), (one.next_day, "the next day"))
    told = ", ".join(f"{mood} {when}" for mood, when in moods if mood is not None)
    return f"{weekday_date(one.day)}: {told}"
