"""What the answer to each question looks like: a picture and a table, or an example of what will be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import median

from textual.content import Content
from textual.widget import Widget

from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_bars, example_curve, example_line
from bounceback_tui.screens.words import full_day, number
from bounceback_tui.statistics import mood as mood_statistic
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.mood import Mood, MoodDay
from bounceback_tui.statistics.recovery import BASELINE_DAYS, BEFORE, Clock, State, WayBack
from bounceback_tui.statistics.stages import ENOUGH, Stages, Step
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.statistics.words import plain
from bounceback_tui.widgets.drawing import AXIS
from bounceback_tui.widgets.faint_picture import FaintPicture
from bounceback_tui.widgets.interval_bars import IntervalBars, IntervalRow
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.plain_table import Heading, Table
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.survival_curve import SurvivalCurve
from bounceback_tui.widgets.trend_line import TrendLine

PERIOD = timedelta(days=183)
"""How far back the mood picture reaches: about six months."""

LISTED = 60
"""Most rejections that a table lists."""

EXAMPLE = "An example of what will stand here, not yours:"


@dataclass(frozen=True)
class View:
    """How one answer is shown, top to bottom."""

    cases: str
    """What the figures rest on, in words; empty for nothing."""
    heading: str
    """What the picture shows."""
    picture: Widget
    table: Table


def mood_view(result: Mood) -> View:
    """The mood line of the last six months in which something was logged, and its months."""
    cases = _rests_on(plural(result.n, "logged day"))
    if not result.enough:
        return View(cases if result.n else "", EXAMPLE, FaintPicture(example_line), Table())
    since = result.days[-1].day - PERIOD
    days = [day for day in result.days if day.day >= since]
    first = days[0].day
    rejections = [day for day in result.rejections if day >= first]
    last = max([days[-1].day, *rejections])
    picture = TrendLine(
        tuple((day.day, day.mood, day.rolling) for day in days), tuple(rejections), result.usual
    )
    heading = f"Your mood from {_date(first)} to {_date(last)}"
    return View(cases, heading, picture, _months(days, rejections))


def bounce_back_view(result: BounceBack) -> View:
    """The curve, and what is known of each way back."""
    table = _ways(result.episodes)
    cases = _rests_on(_counted(result)) if result.n else ""
    if not result.enough:
        return View(cases, EXAMPLE, FaintPicture(example_curve), table)
    curve = tuple((float(one.day), one.share, one.low, one.high) for one in result.curve)
    picture = SurvivalCurve(curve, result.median)
    return View(cases, "Share of ways back that took longer than so many days", picture, table)


def stages_view(result: Stages) -> View:
    """The ladder: what share moved on from each rung, and what became of the others."""
    cases = _rests_on(plural(result.n, "application"))
    if not result.n:
        labels = [_rung(step) for step in result.steps]
        return View("", EXAMPLE, FaintPicture(partial(example_bars, labels)), Table())
    heading = "Share that moved on, and the range it likely lies in"
    return View(cases, heading, IntervalBars(tuple(map(_bar, result.steps))), _rungs(result.steps))


VIEWS: Mapping[str, Callable[..., View]] = {
    "mood": mood_view,
    "bounce-back": bounce_back_view,
    "stages": stages_view,
}
"""To show a new statistic: a function above, and its name here."""


def view_of(result: Result) -> View:
    """How a result is shown."""
    return VIEWS[result.name](result)


def _rests_on(cases: str) -> str:
    return f"Rests on {cases}."


def _date(day: date) -> str:
    """ "23 Nov 2026"."""
    return full_day(day).split(" ", 1)[1]


def _month(day: date) -> str:
    """ "Nov 2026"."""
    return full_day(day).split(" ", 2)[2]


def _months(days: list[MoodDay], rejections: list[date]) -> Table:
    """A row for each month, the latest first. A month with too few days has no median."""
    rows = []
    all_days = [*rejections, *(day.day for day in days)]
    for month in sorted({day.replace(day=1) for day in all_days}, reverse=True):
        moods = [day.mood for day in days if day.day.replace(day=1) == month]
        marks = sum(day.replace(day=1) == month for day in rejections)
        rows.append(
            (
                Content(_month(month)),
                Content(str(len(moods))),
                _middle(moods),
                Content(f"{plain(min(moods))}–{plain(max(moods))}" if moods else "–"),
                Content(str(marks) if marks else "–"),
            )
        )
    headings = (
        Heading("month"),
        Heading("days", right=True),
        Heading("median", right=True),
        Heading("from–to", right=True),
        Heading("rejections", right=True),
    )
    return Table(headings, tuple(rows))


def _middle(moods: list[float]) -> Content:
    """The median of some days as a bar and a figure; words where they are too few."""
    if len(moods) < mood_statistic.ENOUGH:
        return Content.styled("too few", AXIS)
    middle = median(moods)
    return mood_mark(middle, digit=False) + f" {plain(middle)}"


def _ways(ways: tuple[WayBack, ...]) -> Table:
    """Each rejection, the latest first, with what is known of the way back."""
    shown = ways[::-1][:LISTED]
    rows = tuple(
        (
            Content(_date(way.episode.began)),
            safe_line(way.episode.company or "a company"),
            Content("–" if way.clock.baseline is None else plain(way.clock.baseline)),
            Content(_state(way.clock)),
        )
        for way in shown
    )
    headings = (
        Heading("date"),
        Heading("company", gives_way=True),
        Heading("baseline", right=True),
        Heading("back to it"),
    )
    feet = []
    if any(way.clock.state is State.NO_BASELINE for way in shown):
        feet.append(f"No baseline: fewer than {BASELINE_DAYS} logged days in the {BEFORE} days before.")
    if len(ways) > LISTED:
        feet.append(f"{number(len(ways) - LISTED).capitalize()} earlier ones are counted too.")
    return Table(headings, rows, Content.styled(" ".join(feet), AXIS))


def _counted(result: BounceBack) -> str:
    """The ways back that count; rejections of one date share one."""
    states = Counter({way.clock.began: way.clock.state for way in result.episodes}.values())
    cut = states[State.CENSORED]
    more = f", {cut} cut short or still under way" if cut else ""
    return f"{plural(result.n, 'way back', 'ways back')}: {states[State.RECOVERED]} seen to the end{more}"


def _state(clock: Clock) -> str:
    if clock.days is None:
        return "no baseline"
    if not clock.days:
        return "today is the first day"
    about = f"about {plural(clock.days, 'day')}"
    return f"after {about}" if clock.state is State.RECOVERED else f"longer than {about}"


def _rung(step: Step) -> str:
    return f"{step.start} → {step.to}"


def _bar(step: Step) -> IntervalRow:
    missing = max(ENOUGH - step.resolved, 0)
    return IntervalRow(_rung(step), step.moved_on, step.resolved, step.low, step.high, missing)


def _rungs(steps: tuple[Step, ...]) -> Table:
    """Counts for each rung, those that are still open and those withdrawn apart."""
    headings = (
        Heading("step"),
        *(Heading(words, right=True) for words in ("moved on", "ended", "open", "withdrew")),
    )
    rows = tuple(
        (
            Content(_rung(step)),
            *(Content(str(count)) for count in (step.moved_on, step.ended, step.open, step.withdrew)),
        )
        for step in steps
    )
    return Table(headings, rows)
