"""How long employers take to reply, and how long the open applications have been silent."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from bounceback_tui.domain.application import Kind, Log, Status, status_of
from bounceback_tui.domain.episode import UNNAMED
from bounceback_tui.domain.packed import Keys, Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import cut, plural
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.survival import Curve, Point, Span, kaplan_meier
from bounceback_tui.statistics.words import likely_days, still_missing

ENOUGH = 5
"""Replies from which something is said."""

REPLIES = frozenset({Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL, Kind.OFFER, Kind.REJECTED})
"""What the employer does. All else is done or said by the person: it ends the watch and is no reply."""

AWAITED_AFTER = frozenset({Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL})
"""After these it is the employer's turn; at an offer it is the person's, and after an ending nobody's."""


class Replies(NamedTuple):
    """The replies of employers that came within so many days; there may be very many."""

    days: int
    """Whole days since what happened before."""
    applications: Sequence[str]
    """For each the key of its application."""


class Waiting(NamedTuple):
    """An open application for which it is the employer's turn."""

    application: str
    """Its key."""
    company: str
    role: str
    days_silent: int
    """Whole days since its last event."""
    longer: int | None
    """How many of the person's own replies took longer than that; None where there are too few to say."""
    share_longer: float | None
    """The same as a share of all replies, 0 to 1."""

    @property
    def name(self) -> str:
        """ "Acme · Data engineer", as it was written."""
        return " · ".join(filter(None, (self.company or UNNAMED, self.role)))


class Silence(Result):
    """Replies and silences. `n` counts replies."""

    median: int | None
    """Days within which half of the waits end with a reply; None where that is not known yet."""

    interval: tuple[int | None, int | None]
    """The 95 % limits of the median in days; None where one is not known yet."""

    quarters: tuple[int | None, int | None]
    """Days within which a quarter and three quarters of the waits end with a reply."""

    open: tuple[Waiting, ...]
    """The longest silence first."""

    replies: Sequence[Replies]
    """Every reply, the quickest first."""

    curve: tuple[Point, ...]
    """Share of waits still without a reply, day by day; empty where there is too little to say."""

    @cached_property
    def took(self) -> tuple[int, ...]:
        """The days of every reply, the quickest first."""
        return tuple(chain.from_iterable([one.days] * len(one.applications) for one in self.replies))

    def table(self) -> Table:
        """The open applications; where there are none, within how many days replies came."""
        if not self.open and self.enough:
            parts = zip(("a quarter", "half", "three quarters"), self.within, strict=True)
            return Table(
                (Heading("of all your waits"), Heading("answered within", right=True)),
                tuple(
                    (words, "not known yet" if days is None else plural(days, "day")) for words, days in parts
                ),
            )
        headings = (
            Heading("company", gives_way=True),
            Heading("role", gives_way=True),
            Heading("silent", right=True),
            Heading("took longer", right=True),
        )
        foot = "Took longer: so many of your own replies did." * self.enough
        return Table(headings, Packed(self._row, self.open), foot)

    def _row(self, one: Waiting) -> Row:
        return (
            one.company or UNNAMED,
            one.role,
            plural(one.days_silent, "day"),
            "–" if one.longer is None else f"{one.longer} of {self.n}",
        )

    @property
    def within(self) -> tuple[int | None, int | None, int | None]:
        """Days within which a quarter, half and three quarters of the waits end with a reply."""
        return self.quarters[0], self.median, self.quarters[1]

    def as_json(self) -> dict[str, object]:
        """The result as `stats silence --json` gives it."""
        return super().as_json() | {
            "median": self.median,
            "interval": list(self.interval),
            "open": [
                {
                    "application": one.application,
                    "company": one.company,
                    "role": one.role,
                    "days_silent": one.days_silent,
                    "share_longer": one.share_longer,
                }
                for one in self.open
            ],
        }


def compute(past: Past) -> Silence:
    """Days from each event of an application to the employer's next reply, and what is open now.

    A wait begins on the day of an event after which it is the employer's turn (applied, screen,
    interview, task, final) and ends with a reply: the next screen, interview, task, final round,
    offer or rejection. It is cut short (censored) by whatever the person does or declares (withdrew,
    ghosted, accepted, applied once more), and today. What an employer says after the person had called
    it ghosted ends no wait, and begins one: to count the whole time there, and only there, would take
    notice of late replies but not of those that never came.

    An event whose date only follows from an outcome breaks the chain: a reply came on some day before,
    so it neither ends a wait nor begins one, and the wait that it lies in is not counted. Several events
    of one date are waits of 0 days.

    Open are applications for which it is the employer's turn, which have no later date in their log (an
    interview on Thursday is no silence) and no interview ahead that is prepared for,
    and whose last event has a known date.
    """
    spans: Counter[Span] = Counter()  # of very many few differ
    replies: defaultdict[int, list[int]] = defaultdict(list)  # places of applications, by days
    keys, logs = _by_key(past.applications)
    for place, log in enumerate(logs):
        for span in _waits(log, past.today):
            spans[span] += 1
            if span.ended:
                replies[span.days].append(place)
    took = [days for days in sorted(replies) for _ in replies[days]]
    enough = len(took) >= ENOUGH
    curve = kaplan_meier(spans if enough else ())
    waiting = _open(past, took if enough else [])
    return Silence(
        name=STATISTIC.name,
        n=len(took),
        enough=enough,
        sentence=_sentence(curve, len(took), waiting) if enough else _missing(len(took)),
        median=curve.median,
        interval=curve.interval,
        quarters=(curve.first_day(0.75), curve.first_day(0.25)),
        open=waiting,
        replies=_packed(keys, replies),
        curve=curve.points,
    )


def _by_key(logs: Sequence[Log]) -> tuple[Keys, Sequence[Log]]:
    """The keys of applications in order, and their logs; to sort all that were read would be to hold them."""
    keys = Keys(log.id for log in logs)
    if all(one <= after for one, after in pairwise(keys)):
        return keys, logs
    return Keys(sorted(keys)), sorted(logs, key=attrgetter("id"))


def _packed(keys: Keys, replies: Mapping[int, Iterable[int]]) -> Packed[Replies]:
    """By days, the fewest first; `replies` are places among the keys of all applications."""
    days = sorted(replies)
    places = [array("i", replies[one]) for one in days]
    return Packed(lambda one, of: Replies(one, Packed(keys.__getitem__, of)), days, places)


def _waits(log: Log, today: date) -> Iterator[Span]:
    """The waits of one application up to today."""
    since: date | None = None
    for kind, day, known in _dated(log):
        if day > today:
            break
        if known and since is not None:
            yield Span((day - since).days, kind in REPLIES)
        since = day if known and kind in AWAITED_AFTER else None
    if since is not None:
        yield Span((today - since).days, False)


def _dated(log: Log) -> Iterator[tuple[Kind, date, bool]]:
    return zip(log.kinds, log.days, log.known or (True,) * len(log.kinds), strict=True)


def _open(past: Past, took: Sequence[int]) -> tuple[Waiting, ...]:
    """What waits for an employer now, the longest silence first, beside the days that replies `took`."""
    found = []
    for log in past.applications:
        if not log.kinds or status_of(log.kinds) is not Status.OPEN or log.days[-1] > past.today:
            continue
        if log.interview and log.interview >= past.today:
            continue
        if log.known and not log.known[-1]:
            continue
        days = (past.today - log.days[-1]).days
        longer = len(took) - bisect_right(took, days) if took else None
        share = None if longer is None else longer / len(took)
        found.append(Waiting(log.id, log.company, log.role, days, longer, share))
    return tuple(sorted(found, key=lambda one: (-one.days_silent, one.company, one.role, one.application)))


def _missing(n: int) -> str:
    more = plural(ENOUGH - n, "more reply", "more replies")
    return still_missing(f"{more} with a known date, and a known date before it")


def _sentence(curve: Curve, n: int, waiting: tuple[Waiting, ...]) -> str:
    if not waiting:
        return f"{_found(curve, n)} No application waits for one now."
    first = waiting[0]
    company = cut(first.company, 40) or UNNAMED
    longer = f"{first.longer or 'none'} of your {n} replies took longer"
    return f"{_found(curve, n)} Longest silent now: {company}, {plural(first.days_silent, 'day')}; {longer}."


def _found(curve: Curve, n: int) -> str:
    low, high = curve.interval
    if curve.median is None:
        least = "" if low is None else f" It is likely {plural(low, 'day')} or more."
        return (
            "Within how many days half of all your waits have an answer is not known yet, since too many are "
            f"still open or ended without one ({_counted(curve, n)}).{least}"
        )
    within = f"within about {plural(curve.median, 'day')}" if curve.median else "on the same day"
    likely = likely_days(low, high, unit=not curve.median)
    return f"Of all your waits, half had an answer {within}, {likely} ({_counted(curve, n)})."


def _counted(curve: Curve, n: int) -> str:
    """ "52 answered, 30 not or not yet"."""
    without = curve.n - n
    return f"{n} answered" + f", {without} not or not yet" * bool(without)


STATISTIC = Statistic(
    name="silence",
    question="How long do replies take",
    compute=compute,
    parts=("applications",),
    how=(
        "A reply is whatever an employer does: a screen, an interview, a task, a final round, an offer or a "
        "rejection. Its time is counted in days from what happened before at the same application. Where you "
        "withdrew, accepted or called it ghosted, and where it is still open, no reply was seen: those waits "
        "are not thrown away, which would make replies look quicker than they are, but count for as long as "
        "they were seen (Kaplan and Meier 1958), with the 95 % interval of the median read off the limits of "
        "the curve (Brookmeyer and Crowley 1982). Events whose date is not known are left out. It needs 5 "
        "replies. Beside each open application stands for how long it has been silent, and how many of your "
        "replies took longer than that; with an offer it is your turn, and where the next date is set "
        "nothing is silent. The middle time and the range in the picture are those of all your waits: half "
        "had an answer by the one, and a quarter and three quarters by the ends of the other. None of it "
        "says what an employer will do."
    ),
)
"""The statistic as the registry lists it."""
