"""What helps: mood before writing, right after, and the next day, beside days with nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from math import floor, lcm
from operator import itemgetter, mul

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.past import MoodsAround, Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.median_interval import median_interval, weighted_median
from bounceback_tui.statistics.mood_points import between_points, moved
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import signed, still_missing

ENOUGH = 6
"""Pairs of moods from which a change is told."""

LATEST = 30
"""So many entries are kept to be drawn: more lines could not be told apart."""

_TOGETHER = 500
"""So many are looked at together to find the latest."""

_DATE = itemgetter(1)
_TIME = itemgetter(1, 0)
_MOODS = itemgetter(2, 3, 4)

_DAY = timedelta(days=1)

_Pair = tuple[float, float]
"""Where a mood began, and where it went."""

_FOOT = "No writing: from days with such moods on which you wrote nothing, to the day after."


_Moods = tuple[int, int | None, int | None]
"""Before writing, right after, and the next day."""


class Change(Frozen):
    """How mood went from one time to another, in points of the scale of 1–9."""

    n: int
    """Pairs of moods."""
    lower: int
    """Pairs in which it fell."""
    higher: int
    """Pairs in which it rose."""
    start: float | None = None
    """Median of where it began, 1–9; like all below None with fewer than six pairs."""
    median: float | None = None
    """Median of the change, negative for a fall."""
    low: float | None = None
    """Lower 95 % limit of that median."""
    high: float | None = None
    """Upper 95 % limit."""

    @property
    def missing(self) -> int:
        """How many more pairs are needed; 0 where there are enough."""
        return max(ENOUGH - self.n, 0)

    def as_json(self) -> dict[str, object]:
        """As the contract has it."""
        return {"n": self.n, "median": self.median, "low": self.low, "high": self.high}


class Writing(Result):
    """The moods around writing. `n` counts entries with a mood before and one after or the next day."""

    latest: tuple[MoodsAround, ...]
    """The latest of those entries, 30 at most, earliest first; the others are not kept once they counted."""
    before: float | None
    """Median mood before writing, over all of them; None where there is too little to say."""
    after: Change
    """From before writing to right after."""
    next_day: Change
    """From before writing to the next day."""
    low_days: Change
    """From a day without writing, as low as those on which something was written, to the day after."""

    def table(self) -> Table:
        """A line for each change: what it counts, which way it went, and how far."""
        headings = (
            Heading("change", gives_way=True),
            *(Heading(words, right=True) for words in ("pairs", "lower", "higher", "median")),
            Heading("likely"),
        )
        rows = (
            _row("right after", self.after),
            _row("next day", self.next_day),
            _row("no writing", self.low_days),
        )
        return Table(headings, rows if self.n else (), _FOOT if self.n else "")

    def as_json(self) -> dict[str, object]:
        """The result as `stats writing --json` gives it."""
        return super().as_json() | {
            "after": self.after.as_json(),
            "next_day": self.next_day.as_json(),
            "low_days": self.low_days.as_json(),
        }


def compute(past: Past) -> Writing:
    """How mood changed around writing, each change over the entries that have both of its readings.

    *Low days* are what the next day is compared with, since a low mood rises by itself. They are the logged
    days of the period on which nothing was written, whose value, rounded to a whole mood, is one that an
    entry with a next day began with, and after which the next calendar day is logged, too. The change is
    that day's value less their own. They are weighted so that each mood has the same share among them as
    among those moods before writing. That compares like with like: days “at or below the median” would be
    lower than those of writing, and so rise further.
    """
    around: Counter[_Moods] = Counter()
    latest = _counted(past, around)
    after = _change(_pairs(around, 1))
    later = _pairs(around, 2)
    next_day = _change(later)
    low_days = _change(*_low_days(past, later)) if next_day.median is not None else Change(0, 0, 0)
    enough = not (after.missing and next_day.missing)
    return Writing(
        name=STATISTIC.name,
        n=around.total(),
        enough=enough,
        sentence=_sentence(after, next_day, low_days) if enough else _missing(after, next_day),
        latest=tuple(latest),
        before=weighted_median([start for start, _, _ in around], tuple(around.values())) if enough else None,
        after=after,
        next_day=next_day,
        low_days=low_days,
    )


def _counted(past: Past, around: Counter[_Moods]) -> list[MoodsAround]:
    """Count entries with a mood before and another one by those; the latest of them, earliest first.

    Of very many the latest alone are kept, since few of their moods differ.
    """
    latest: list[MoodsAround] = []
    rest = iter(past.writings)
    while some := list(islice(rest, _TOGETHER)):
        counted = [one for one in _as_of(past.today, some) if one.before and (one.after or one.next_day)]
        around.update(map(_MOODS, counted))
        latest = _latest((*latest, *counted))
    return latest


def _latest(found: Sequence[MoodsAround]) -> list[MoodsAround]:
    """Most come in order, and days in order are sorted in no time; so only few are put in order by all."""
    first = sorted(map(_DATE, found))[-LATEST:][:1]
    return sorted((one for one in found if one.day >= first[0]), key=_TIME)[-LATEST:] if first else []


def _as_of(today: date, some: Sequence[MoodsAround]) -> Sequence[MoodsAround]:
    """Those written by then. The next day of today has not come yet."""
    if max(map(_DATE, some)) < today:
        return some
    return [one if one.day < today else one._replace(next_day=None) for one in some if one.day <= today]


def _pairs(around: Counter[_Moods], later: int) -> Counter[_Pair]:
    """From the mood before writing to another of the three, and how often that was."""
    pairs: Counter[_Pair] = Counter()
    for moods, many in around.items():
        if end := moods[later]:
            pairs[moods[0], end] += many
    return pairs


def _low_days(past: Past, later: Counter[_Pair]) -> tuple[Counter[_Pair], list[int]]:
    """The days to compare with, and the weight of each kind of them."""
    daily = daily_values(past)
    days, values, written = daily.days, daily.values, frozenset(past.days_written)
    befores = _by_mood(later)
    found = Counter(
        (start, end)
        for day, following, start, end in zip(days, days[1:], values, values[1:], strict=False)
        if day not in written
        and following - day == _DAY
        and (past.since is None or day >= past.since)
        and (past.until is None or day <= past.until)
        and _whole(start) in befores
    )
    free = _by_mood(found)
    common = lcm(*free.values())  # weights stay whole, so that their order cannot matter
    return found, [befores[mood] * (common // free[mood]) for mood in (_whole(start) for start, _ in found)]


def _by_mood(pairs: Counter[_Pair]) -> Counter[int]:
    """How many began with each mood, rounded to a whole one."""
    found: Counter[int] = Counter()
    for (start, _), many in pairs.items():
        found[_whole(start)] += many
    return found


def _whole(mood: float) -> int:
    return floor(mood + 0.5)


def _change(pairs: Counter[_Pair], weights: Sequence[int] = ()) -> Change:
    """What some pairs come to; with `weights` one for each kind of them."""
    changes = [end - start for start, end in pairs]
    times = tuple(pairs.values())
    n = pairs.total()
    lower, higher = (
        sum(many for change, many in zip(changes, times, strict=True) if sign * change > 0)
        for sign in (-1, 1)
    )
    if n < ENOUGH:
        return Change(n, lower, higher)
    weight = tuple(map(mul, weights, times)) if weights else times
    start = weighted_median([start for start, _ in pairs], weight)
    limits = median_interval(changes, weights, times)
    return Change(n, lower, higher, start, weighted_median(changes, weight), *limits)


def _row(words: str, change: Change) -> Row:
    counts = tuple(map(str, (change.n, change.lower, change.higher)))
    if change.median is None or change.low is None or change.high is None:
        return words, *counts, "too few", ""
    return words, *counts, signed(change.median), f"{signed(change.low)} to {signed(change.high)}"


def _missing(after: Change, next_day: Change) -> str:
    more = min(after.missing, next_day.missing)
    entries = "more entry" if more == 1 else "more entries"
    return still_missing(
        f"{more} {entries} with a mood before writing and another one, right after or the next day"
    )


def _sentence(after: Change, next_day: Change, low_days: Change) -> str:
    parts = []
    if after.median is not None and after.low is not None and after.high is not None:
        dip = " A dip right after is common, and says nothing against you." if after.low < 0 else ""
        parts.append(
            f"Right after writing your mood was {moved(after.median)} (from {after.n} entries; "
            f"likely {between_points(after.low, after.high)}).{dip}"
        )
    if next_day.median is not None and next_day.low is not None and next_day.high is not None:
        parts.append(
            f"The next day it was {moved(next_day.median)}{'' if parts else ' than before writing'} "
            f"(from {next_day.n}; likely {between_points(next_day.low, next_day.high)}). "
            f"{_compared(next_day.median, low_days)}"
        )
    return " ".join(parts)


def _compared(with_writing: float, low_days: Change) -> str:
    if low_days.median is None:
        return (
            "A low mood rises by itself, too, and there are too few days with such moods, without writing, "
            f"to compare it with ({low_days.n} of {ENOUGH})."
        )
    way = moved(low_days.median)  # a quarter of a point is told as about the same, and so is no rise
    also = " as well" if way == moved(with_writing) else ""
    lead = "A low mood rises by itself, too: after" if way.endswith("higher") else "To compare: after"
    return f"{lead} {low_days.n} days with such moods, without writing, it was {way}{also}."


STATISTIC = Statistic(
    name="writing",
    question="What helps: writing",
    compute=compute,
    parts=("readings", "writings", "days_written"),
    how=(
        "For each entry with a text: the mood right after writing less the mood before, and that of the "
        "next day less the mood before, over the entries that have both. The figure is the median of these "
        "changes in points of the scale of 1–9, with its 95 % interval from 2,000 draws of the same cases "
        "(bootstrap, Efron 1979); each is given from 6 pairs. Mood often dips right after such writing "
        "(Smyth 1998), so the next day tells more. Since a low mood rises by itself, it stands beside days "
        "of the same period on which you wrote nothing, weighted so that each mood is as frequent among "
        "them as it was before writing: how it went from such a day to the next. In 146 studies of such "
        "writing what it did was small (Frattaroli 2006: r = .075). This shows what went with writing, and "
        "promises nothing."
    ),
)
"""The statistic as the registry lists it."""
