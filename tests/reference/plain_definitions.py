"""What the definitions say, told once more: slowly, plainly, and without a line of the package's statistics.

Each function takes a `Past` and gives the spans (days, whether they ended) or counts that a library can be
fed with. Written from the words of the definitions, one case and one day at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.past import Past

Spans = list[tuple[int, bool]]
"""Days, and whether what was waited for came; in no particular order."""

ONE_DAY = timedelta(days=1)


def value_of_day(past: Past, day: date) -> float | None:
    """The median of the moods of a day without readings right after writing; None for no logged day."""
    moods = [
        int(digit)
        for reading in past.readings
        if reading.day == day and not reading.after
        for digit in reading.moods
    ]
    return float(numpy.median(moods)) if moods and day <= past.today else None


def ways_back(past: Past) -> dict[date, tuple[float | None, int | None, bool]]:
    """For each date with a rejection: its baseline, the days counted, and whether the person was back."""
    first = min((reading.day for reading in past.readings), default=past.today)
    logged = {}
    for number in range((past.today - first).days + 1):
        day = first + number * ONE_DAY
        value = value_of_day(past, day)
        if value is not None:
            logged[day] = value
    dates = sorted({one.began for one in past.episodes if one.began <= past.today})
    taken: set[date] = set()  # days inside an earlier episode
    found: dict[date, tuple[float | None, int | None, bool]] = {}
    for place, began in enumerate(dates):
        stop = dates[place + 1] if place + 1 < len(dates) else None
        before = [began - number * ONE_DAY for number in range(1, 15)]
        values = [logged[day] for day in before if day in logged and day not in taken]
        baseline = float(numpy.median(values)) if len(values) >= 5 else None
        held_against = baseline
        if baseline is None:  # the latest one of the last 60 days, only to tell which days are taken
            earlier = [day for day in dates[:place] if found[day][0] is not None]
            if earlier and (began - earlier[-1]).days <= 60:
                held_against = found[earlier[-1]][0]
        back = _back(logged, began, stop, held_against)
        end = stop or past.today
        if held_against is not None:
            last = back - ONE_DAY if back else end
            day = began
            while day <= last:
                taken.add(day)
                day += ONE_DAY
        if baseline is None:
            found[began] = (None, None, False)
        else:
            found[began] = (baseline, ((back or end) - began).days, back is not None)
    return found


def _back(logged: dict[date, float], began: date, stop: date | None, baseline: float | None) -> date | None:
    """The middle day of the first three in a row that are as good as before."""
    days = sorted(day for day in logged if day > began and (stop is None or day < stop))
    for at in range(len(days)):
        three = days[at : at + 3]
        if baseline is None or len(three) < 3 or (three[2] - three[0]).days >= 10:
            continue
        if numpy.median([logged[day] for day in three]) >= baseline - 0.5:
            return three[1]
    return None


def way_spans(past: Past) -> Spans:
    """The ways back with a baseline, of those rejections that count, each date once."""
    ways = ways_back(past)
    counted = {one.began for one in past.episodes if one.fits and one.began <= past.today}
    return [(days, back) for began, (_, days, back) in ways.items() if began in counted and days is not None]


EMPLOYER = ("screen", "interview", "task", "final", "offer", "rejected")


def reply_spans(past: Past) -> Spans:
    """Every wait for an employer, application by application, pair by pair of events."""
    spans: Spans = []
    for log in past.applications:
        events = _until(log, past.today)
        for at, (kind, day, known) in enumerate(events):
            if kind not in ("applied", "screen", "interview", "task", "final") or not known:
                continue  # nobody waits for an employer, or nobody knows since when
            if at + 1 == len(events):
                spans.append(((past.today - day).days, False))
            elif events[at + 1][2]:
                spans.append(((events[at + 1][1] - day).days, events[at + 1][0] in EMPLOYER))
    return spans


def silent(past: Past) -> list[tuple[str, int]]:
    """Key and days of each application that waits for an employer, in no particular order."""
    found = []
    for log in past.applications:
        events = _until(log, past.today)
        if not events or len(events) < len(log.kinds):
            continue
        if log.interview and log.interview >= past.today:
            continue
        kind, day, known = events[-1]
        if kind not in ("offer", "accepted", "rejected", "ghosted", "withdrew") and known:
            found.append((log.id, (past.today - day).days))
    return found


LADDER = (("applied",), ("screen",), ("interview", "task"), ("final",), ("offer", "accepted"))


def rungs(past: Past) -> list[dict[str, int]]:
    """For each step of the ladder: moved on, ended, open and withdrew."""
    found = [dict.fromkeys(("moved on", "ended", "open", "withdrew"), 0) for _ in LADDER[:-1]]
    for log in past.applications:
        events = log.kinds
        reached = max((rung for rung, kinds in enumerate(LADDER) if set(kinds) & set(events)), default=0)
        for rung in range(min(reached, 4)):
            found[rung]["moved on"] += 1
        if reached < 4:
            last = events[-1] if events else ""
            now = {"rejected": "ended", "ghosted": "ended", "withdrew": "withdrew"}.get(last, "open")
            found[reached][now] += 1
    return found


def _until(log: Log, today: date) -> Sequence[tuple[Kind, date, bool]]:
    known = log.known or [True] * len(log.kinds)
    return [one for one in zip(log.kinds, log.days, known, strict=True) if one[1] <= today]
