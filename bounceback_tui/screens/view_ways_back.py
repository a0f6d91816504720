"""How long does it take me: the bounce-back curve, what was expected, and how soon one goes on."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_curve, example_dots, example_strip
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.forecast import Forecast, Pair
from bounceback_tui.statistics.recovery import State
from bounceback_tui.statistics.return_to_search import GoingOn, Return
from bounceback_tui.widgets.paired_dots import DotRow, PairedDots
from bounceback_tui.widgets.survival_curve import SurvivalCurve


def bounce_back_view(result: BounceBack) -> View:
    """The curve, and what is known of each way back."""
    cases = rests_on(_counted(result)) if result.n else ""
    if not result.enough:
        return too_few(cases, example_curve, result.table())
    curve = tuple((float(one.day), one.share, one.low, one.high) for one in result.curve)
    marks = _days_told(result)
    picture = SurvivalCurve(curve, result.median, marks)
    heading = "Share of ways back that took longer than so many days"
    behind = Packed(lambda point: _on_day(result, point.day), result.curve)
    return View(cases, heading, picture, result.table(), behind)


def forecast_view(result: Forecast) -> View:
    """Each forecast beside what it came to, the latest first."""
    cases = _compared(result) if result.pairs else ""
    if not result.enough:
        return too_few(cases, example_dots, result.table())
    pairs = result.pairs[::-1]
    rows = [
        DotRow(
            pair.way.episode.who,
            f"{pair.forecast} → {pair.actual}{'' if pair.way.recovered else '+'}",
            pair.actual,
            pair.forecast,
            not pair.way.recovered,
        )
        for pair in pairs
    ]
    picture = PairedDots(rows, ("expected", "took"), Packed(_expected, pairs))
    heading = "Days that you expected, and days until back; the latest first"
    behind = Packed(lambda pair: _behind(_expected(pair), pair.way.episode.id), pairs)
    return View(cases, heading, picture, result.table(), behind)


def return_view(result: Return) -> View:
    """Days from each rejection to the next thing done for the search, the latest first."""
    cases = rests_on(plural(result.n, "date with a rejection", "dates with a rejection")) if result.n else ""
    if not result.enough:
        return too_few(cases, example_strip, result.table())
    returns = result.returns[::-1]
    rows = [DotRow(one.companies, "–" if one.days is None else str(one.days), one.days) for one in returns]
    picture = PairedDots(rows, ("", "the next thing for the search"), Packed(_went_on, returns))
    heading = "Days from a rejection to the next thing, without rest; the latest first"
    behind = Packed(lambda one: _behind(_went_on(one), *(each.id for each in one.episodes)), returns)
    return View(cases, heading, picture, result.table(), behind)


def _counted(result: BounceBack) -> str:
    """The ways back that count; rejections of one date share one."""
    states = Counter({way.clock.began: way.clock.state for way in result.episodes}.values())
    cut = states[State.CENSORED]
    more = f", {cut} cut short or still under way" if cut else ""
    return f"{plural(result.n, 'way back', 'ways back')}: {states[State.RECOVERED]} seen to the end{more}"


def _days_told(result: BounceBack) -> list[str]:
    """ "day 8: 6 of 12 under way, 2 cut short; 59 % (28–80 %)", for each day of the curve."""
    told, back = [], 0
    left = (*(later.at_risk for _, later in pairwise(result.curve)), 0)
    for point, under_way in zip(result.curve, left, strict=True):
        back += point.ended
        cut = result.n - under_way - back
        short = f", {cut} cut short" * bool(cut)
        limits = ""
        if point.low is not None and point.high is not None:
            limits = f" ({round(point.low * 100)}–{round(point.high * 100)} %)"
        share = f"{round(point.share * 100)} %{limits}"
        told.append(f"day {point.day}: {under_way} of {result.n} under way{short}; {share}")
    return told


def _on_day(result: BounceBack, day: int) -> Behind:
    """The rejections that were back on that day, or cut short."""
    ways = [way for way in result.episodes if way.clock.days == day]
    states = {way.clock.state for way in ways}
    days = plural(day, "day")
    parts = [f"back after about {days}"] * (State.RECOVERED in states)
    parts += [f"not back after {days}, and not known any further"] * (State.CENSORED in states)
    return Behind("; ".join(parts).capitalize(), episodes=tuple(way.episode.id for way in ways))


def _compared(result: Forecast) -> str:
    """What the figures rest on, and what tells nothing yet."""
    seen = sum(pair.way.recovered for pair in result.pairs)
    longer = result.n - seen
    parts = f": {seen} seen to the end" + f", {longer} longer than expected already" * bool(longer)
    said = rests_on(plural(result.n, "forecast") + parts * bool(result.n))
    tells = "tell" if result.undecided > 1 else "tells"
    more = f" {result.undecided} more {tells} nothing: cut short, or still under way."
    return said + more * bool(result.undecided)


def _expected(pair: Pair) -> str:
    episode = pair.way.episode
    actual = plural(pair.actual, "day")
    came = f"back after about {actual}" if pair.way.recovered else f"not back after {actual}"
    about = f"{episode.company or 'a company'}, {short_date(episode.began)}"
    return f"Expected {plural(pair.forecast, 'day')}, {came}: {about}"


def _went_on(one: GoingOn) -> str:
    words = one.words
    return f"{words.capitalize()}: {one.companies}, {short_date(one.began)}"


def _behind(title: str, *episodes: str) -> Behind:
    return Behind(title, episodes=episodes)
