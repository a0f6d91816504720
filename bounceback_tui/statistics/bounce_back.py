"""How long does it take me: days from a rejection until feeling like oneself again."""

from __future__ import annotations

from collections.abc import Sequence

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.recovery import (
    BASELINE_DAYS,
    BASELINE_WITHIN,
    State,
    WayBack,
    clocks,
    ways_back,
)
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.survival import Curve, Point, Span, kaplan_meier
from bounceback_tui.statistics.too_few import BASELINE, nothing_yet, of_yours, spared, too_few
from bounceback_tui.statistics.words import likely_days, plain, still_missing

ENOUGH = 5
"""Rejections with a baseline from which something is said."""

ENOUGH_RECOVERED = 3
"""How many of them must have been seen through to their end."""

_NEEDED = f"{ENOUGH} of your ways back are known, {ENOUGH_RECOVERED} of them seen through to the end"


class BounceBack(Result):
    """The bounce-back curve.

    Rejections of one date share one clock: each is listed among `episodes`, but `n` and the curve
    count their date once, since it was one way back and not two.
    """

    episodes: Sequence[WayBack]
    """Every episode up to today, earliest first, with what is known of it."""

    median: int | None
    """Days after which half of the ways back are over; None where that is not known yet."""

    interval: tuple[int | None, int | None]
    """The 95 % limits of the median in days; None where one is not known yet."""

    curve: tuple[Point, ...]
    """Share not yet back, day by day; empty where there is too little to say."""

    def table(self) -> Table:
        """Each rejection, the latest first, with what is known of the way back."""
        headings = (
            Heading("date"),
            Heading("company", gives_way=True),
            Heading("baseline", right=True),
            Heading("back to it"),
        )
        without = any(way.clock.state is State.NO_BASELINE for way in self.episodes)
        foot = f"No baseline: fewer than {BASELINE_DAYS} logged days in the {BASELINE_WITHIN} days before."
        return Table(headings, Packed(_row, self.episodes).backwards, foot * without)

    def as_json(self) -> dict[str, object]:
        """The result as `stats bounce-back --json` gives it."""
        return super().as_json() | {
            "episodes": [_episode(way) for way in self.episodes],
            "median": self.median,
            "interval": list(self.interval),
            "curve": [_point(point) for point in self.curve],
        }


def compute(past: Past) -> BounceBack:
    """How long the ways back took, with those cut short counted for as long as they were seen."""
    timed = clocks(past, daily_values(past))
    ways = ways_back(past, timed)
    counted = {way.clock.began: way.clock for way in ways}.values()
    spans = [Span(each.days, each.state is State.RECOVERED) for each in counted if each.days is not None]
    recovered = sum(span.ended for span in spans)
    enough = len(spans) >= ENOUGH and recovered >= ENOUGH_RECOVERED
    curve = kaplan_meier(spans if enough else ())
    return BounceBack(
        name=STATISTIC.name,
        n=len(spans),
        enough=enough,
        sentence=_sentence(curve) if enough else _missing(past, len(spans), recovered),
        episodes=ways,
        median=curve.median,
        interval=curve.interval,
        curve=curve.points,
    )


def _row(way: WayBack) -> Row:
    return (
        short_date(way.episode.began),
        way.episode.who,
        "–" if way.clock.baseline is None else plain(way.clock.baseline),
        way.clock.told,
    )


def _episode(way: WayBack) -> dict[str, object]:
    return {
        "id": way.episode.id,
        "date": way.episode.began.isoformat(),
        "company": way.episode.company,
        "baseline": way.clock.baseline,
        "state": way.clock.state.value,
        "days": way.clock.days,
    }


def _point(point: Point) -> dict[str, object]:
    return {
        "day": point.day,
        "at_risk": point.at_risk,
        "recovered": point.ended,
        "share": point.share,
        "low": point.low,
        "high": point.high,
    }


def _missing(past: Past, n: int, recovered: int) -> str:
    if spared(past):
        return nothing_yet(f"{_NEEDED}; a way back needs a baseline ({BASELINE})")
    if n >= ENOUGH:
        ways = plural(ENOUGH_RECOVERED - recovered, "more way back", "more ways back")
        return still_missing(f"{ways} seen through to the end")
    so_far = of_yours(n, past, "one", by_date=True)
    return too_few(f"A way back needs a baseline: {BASELINE} it{so_far and '; '}{so_far}", _NEEDED)


def _sentence(curve: Curve) -> str:
    seen = plural(curve.n, "way back", "ways back")
    low, high = curve.interval
    if curve.median is None:
        least = "" if low is None else f" It is likely at least {plural(low, 'day')}."
        return (
            f"How long it usually takes you is not known yet: of {seen}, too many were "
            f"cut short by the next rejection or are still under way.{least}"
        )
    return (
        f"After a rejection it usually takes you about {plural(curve.median, 'day')} to feel like yourself "
        f"again: {likely_days(low, high)} ({seen})."
    )


STATISTIC = Statistic(
    parts=("readings", "episodes"),
    name="bounce-back",
    question="How long does it take me",
    compute=compute,
    how=(
        "Your baseline is the median mood of the 14 days before a rejection, without days that still belong "
        "to an earlier one; it needs 5 days with a reading. You count as back on the middle one of the first "
        "three logged days in a row, less than 10 days apart, whose median is at most half a point below "
        "that baseline. (Where an earlier rejection has no baseline, the latest of the last 60 days tells "
        "which days belong to it.) Where the next rejection or today comes first, all that is known is that "
        "it takes longer. "
        "Such cases are not thrown away, which would make you look quicker than you are: each counts for as "
        "long as it was seen (Kaplan and Meier 1958). The usual time is the first day by which at most half "
        "are still on their way. Its 95 % interval is read off the limits of the curve (log–log form of "
        "Greenwood's formula, Kalbfleisch and Prentice 1980; Brookmeyer and Crowley 1982). Rejections of one "
        "day count once."
    ),
)
"""The statistic as the registry lists it."""
