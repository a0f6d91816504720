"""When somebody felt like themselves again after each rejection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import compress
from typing import NamedTuple

from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.days import Daily, middle

BASELINE_WITHIN = 14
"""Days before a rejection of which its baseline is made."""

BASELINE_DAYS = 5
"""Logged days among them that it needs."""

MARGIN = 0.5
"""How far below the baseline still counts as back, in points of mood."""

SPREAD = 10
"""The three logged days that show it must lie less than this many days apart, first to third."""

LENT = 60
"""For how many days a baseline may stand in for a missing one, only to tell which days to leave out."""


class State(StrEnum):
    """What is known of one way back."""

    RECOVERED = "recovered"
    CENSORED = "censored"
    NO_BASELINE = "no baseline"


class Clock(NamedTuple):
    """The way back from all rejections of one date, which share it."""

    began: date
    baseline: float | None
    """The usual mood just before, 1–9; None where too few days were logged."""
    state: State
    days: int | None
    """Whole days until back, or until the next rejection or today; None without a baseline."""
    back_on: date | None
    """The day on which they were found back; without a baseline, judged by one lent from an earlier clock."""

    @property
    def told(self) -> str:
        """How long it took, for a cell of a table."""
        if self.days is None:
            return "no baseline"
        if not self.days:
            return "today is the first day"
        about = f"about {plural(self.days, 'day')}"
        return f"after {about}" if self.state is State.RECOVERED else f"longer than {about}"


class WayBack(NamedTuple):
    """One episode and its clock."""

    episode: ShortEpisode
    clock: Clock

    @property
    def recovered(self) -> bool:
        """Whether this person was found back."""
        return self.clock.state is State.RECOVERED

    @property
    def words(self) -> str:
        """What can be said of this one episode: whole days, and "about"."""
        told = self.clock.told
        if self.clock.days is None:
            return f"{told}: fewer than {BASELINE_DAYS} logged days in the {BASELINE_WITHIN} days before"
        return f"back {told}" if self.recovered else f"not known; {told}"


def clocks(past: Past, daily: Daily) -> tuple[Clock, ...]:
    """The clock of each date with a rejection up to today, earliest first.

    Baseline: median of the logged days among the 14 days before, without those inside an earlier
    episode; it needs 5. Back: the middle one of the first three logged days in a row, less than 10
    days apart, whose median is at least the baseline less half a point, before the next rejection
    on a later date. Censored otherwise, at that next rejection or today.

    Days inside an episode run from its rejection until the day before it was over, or until the
    day on which it was censored. An episode without a baseline has no such end of its own. If it
    held every day until the next rejection, somebody rejected more than once a fortnight could
    never have a baseline again; if it held none, the low days would become the next baseline and
    every way back would look short. So the latest baseline of the last 60 days is lent to it, for
    this purpose alone; where there is none to lend it holds nothing.
    """
    starts = sorted({episode.began for episode in past.episodes if episode.began <= past.today})
    outside = bytearray(b"\x01" * len(daily.days))  # 0 for each logged day inside an episode
    found: list[Clock] = []
    lender: Clock | None = None
    at = daily.before(starts[0]) if starts else 0  # logged days before the rejection that it is about
    for began, following in zip(starts, (*starts, None)[1:], strict=True):
        baseline = _baseline(daily, outside, began, at)
        lent = lender.baseline if lender and (began - lender.began).days <= LENT else None
        yardstick = lent if baseline is None else baseline
        end = bisect_left(daily.days, following, at) if following else len(daily.days)
        first = at + 1 if at < len(daily.days) and daily.days[at] == began else at
        found_at = None if yardstick is None else _back(daily, range(first, end), yardstick)
        back = None if found_at is None else daily.days[found_at]
        stopped = following or past.today
        if yardstick is not None:
            stop = daily.up_to(stopped) if found_at is None else found_at
            outside[at:stop] = bytes(stop - at)
        clock = _clock(began, baseline, back, stopped)
        lender = lender if baseline is None else clock
        found.append(clock)
        at = end
    return tuple(found)


def ways_back(past: Past, timed: Sequence[Clock]) -> Packed[WayBack]:
    """Each episode that counts, up to today, with its clock among `timed`, earliest first."""
    by_date = {clock.began: clock for clock in timed}
    known = (episode for episode in past.episodes if episode.fits and episode.began in by_date)
    ordered = sorted(known, key=lambda episode: (episode.began, episode.id))
    return Packed(WayBack, ordered, [by_date[episode.began] for episode in ordered])


def still_back(clock: Clock, latest: Sequence[float]) -> bool:
    """Whether a way back that is over has stayed so: `latest` are the moods of the last three logged days."""
    if clock.state is not State.RECOVERED or clock.baseline is None or not latest:
        return False
    return middle(latest) >= clock.baseline - MARGIN


def _clock(began: date, baseline: float | None, back: date | None, stopped: date) -> Clock:
    if baseline is None:
        return Clock(began, None, State.NO_BASELINE, None, back)
    state = State.RECOVERED if back else State.CENSORED
    return Clock(began, baseline, state, ((back or stopped) - began).days, back)


def _baseline(daily: Daily, outside: bytearray, began: date, at: int) -> float | None:
    """Of a rejection before which there are `at` logged days."""
    # the calendar itself has a first day
    first = date.fromordinal(max(1, began.toordinal() - BASELINE_WITHIN))
    start = bisect_left(daily.days, first, max(at - BASELINE_WITHIN, 0), at)  # no more than that lie between
    values = list(compress(daily.values[start:at], outside[start:at]))
    return middle(values) if len(values) >= BASELINE_DAYS else None


def _back(daily: Daily, after: range, baseline: float) -> int | None:
    """Where the middle day of the first three in a row stands that show it; None where no three do."""
    for first in after[:-2]:
        close = (daily.days[first + 2] - daily.days[first]).days < SPREAD
        if close and middle(daily.values[first : first + 3]) >= baseline - MARGIN:
            return first + 1
    return None
