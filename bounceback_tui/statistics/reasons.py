"""What was it about, in the person's own words: causes outside, what they could change, and the sliders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from statistics import median

from bounceback_tui.domain.episode import SLIDERS, Attribution, Side
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.past import Past, Reasons
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import listing, one_line, plural
from bounceback_tui.statistics.causes import Cause, add, in_order
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.too_few import nothing_yet, spared, too_few
from bounceback_tui.statistics.words import plain, signed

ENOUGH = 3
"""Rejections from which something is said."""

ENOUGH_SLIDERS = 3
"""Rejections with a slider from which its middle is given, and with both readings from which its shift is."""

LISTED = 10
"""Causes of each list that a table shows at most, so that it never shows one side alone."""

SIDES = (Side.OUTSIDE, Side.CHANGEABLE)
"""The two lists, which are always told together."""

_SHIFTS = {
    "locus": ("more to yourself", "less to yourself"),
    "stability": ("more passing", "more lasting"),
    "globality": ("more about that one job", "to reach beyond that one job"),
}
"""What it means that a slider went down, or up."""


class NamedCause(Frozen):
    """A cause on one of the two lists."""

    side: Side
    text: str
    """As it was last written."""
    episodes: tuple[str, ...]
    """Keys of the episodes of the rejections that it was named for, the earliest first."""


class Named(Frozen):
    """How many rejections name causes on which list."""

    outside_only: int
    changeable_only: int
    both: int
    neither: int


class Slid(Frozen):
    """Where a slider stood, 0–100; None where too few rejections tell."""

    at_log: float | None
    """Median of all that were moved when the rejection was written down."""
    at_close: float | None
    """Median of all that were moved when it was closed."""
    shift: float | None
    """Median of the differences, at the close less at first, of those that have both."""
    n: int
    """Rejections that have both."""


class WhatItWas(Result):
    """What rejections were put down to. `n` counts rejections."""

    causes: tuple[NamedCause, ...]
    """Those outside first; on each list the most frequent first, else the latest."""

    rejections: Named

    sliders: dict[str, Slid]
    """By dimension: locus, stability and globality."""

    def of(self, side: Side) -> tuple[NamedCause, ...]:
        """The causes on one list."""
        return tuple(one for one in self.causes if one.side is side)

    def total(self, side: Side) -> int:
        """Causes named on one list; one that is named for two rejections counts twice."""
        return sum(len(one.episodes) for one in self.of(side))

    def table(self) -> Table:
        """The top of both lists, alike in length, then who named what, and the sliders."""
        if not self.n:
            return Table()
        headings = (Heading("list"), Heading("cause", gives_way=True), Heading("rejections", right=True))
        rows = tuple(row for side in SIDES for row in self._rows(side))
        return Table(headings, rows, "\n".join(self._foot()))

    def as_json(self) -> dict[str, object]:
        """The result as `stats reasons --json` gives it."""
        return super().as_json() | {
            "outside": self.total(Side.OUTSIDE),
            "changeable": self.total(Side.CHANGEABLE),
            "unknown": self.rejections.neither,
            "sliders": {name: asdict(one) for name, one in self.sliders.items()},
            "rejections": asdict(self.rejections),
            "causes_outside": [_cause_json(one) for one in self.of(Side.OUTSIDE)],
            "causes_changeable": [_cause_json(one) for one in self.of(Side.CHANGEABLE)],
        }

    def _rows(self, side: Side) -> Iterator[Row]:
        found = self.of(side)
        for one in found[:LISTED]:
            yield side.value, one_line(one.text), str(len(one.episodes))
        if not found:
            yield side.value, "none named yet", "–"

    def _foot(self) -> Iterator[str]:
        more = [(max(len(self.of(side)) - LISTED, 0), side.value) for side in SIDES]
        if any(many for many, _ in more):
            counted = " and ".join(f"{many} {side}" for many, side in more if many)
            yield f"Further causes, counted too: {counted}."
        named = self.rejections
        yield (
            f"Of {plural(self.n, 'rejection')}: both lists {named.both}, outside me only "
            f"{named.outside_only}, could change only {named.changeable_only}, neither {named.neither}."
        )
        told = [words for name, one in self.sliders.items() if (words := _slid(*SLIDERS[name], one))]
        if told:
            yield f"The sliders, from 0 to 100, middle of all: {'; '.join(told)}.{_of_changes(self.sliders)}"


def _cause_json(one: NamedCause) -> dict[str, object]:
    return {"cause": one.text, "rejections": len(one.episodes)}


def compute(past: Past) -> WhatItWas:
    """What the rejections up to today were put down to."""
    found: dict[Side, dict[str, Cause]] = {side: {} for side in SIDES}
    counted: Counter[tuple[bool, ...]] = Counter()
    moved: list[tuple[Attribution, Attribution]] = []
    for one in past.reasons:
        if one.day > past.today:
            continue
        when = one.day, one.episode
        named = [add(found[side], _lines(side, one), when) for side in SIDES]
        counted[tuple(named)] += 1
        if one.at_log or one.at_close:
            moved.append((one.at_log, one.at_close))
    n = counted.total()
    causes = tuple(
        NamedCause(side, one.words, one.episodes) for side in SIDES for one in in_order(found[side])
    )
    rejections = Named(
        outside_only=counted[True, False],
        changeable_only=counted[False, True],
        both=counted[True, True],
        neither=counted[False, False],
    )
    sliders = {name: _slider(name, moved) for name in SLIDERS}
    enough = n >= ENOUGH
    return WhatItWas(
        name=STATISTIC.name,
        n=n,
        enough=enough,
        sentence=_sentence(n, causes, rejections.neither, sliders) if enough else _missing(past, n),
        causes=causes,
        rejections=rejections,
        sliders=sliders,
    )


def _lines(side: Side, reasons: Reasons) -> tuple[str, ...]:
    return reasons.outside if side is Side.OUTSIDE else reasons.changeable


def _slider(name: str, moved: Iterable[tuple[Attribution, Attribution]]) -> Slid:
    places: list[tuple[int | None, int | None]] = [
        (getattr(first, name), getattr(last, name)) for first, last in moved
    ]
    shifts = [last - first for first, last in places if first is not None and last is not None]
    return Slid(
        at_log=_middle([first for first, _ in places if first is not None]),
        at_close=_middle([last for _, last in places if last is not None]),
        shift=_middle(shifts),
        n=len(shifts),
    )


def _middle(values: Sequence[int]) -> float | None:
    return float(median(values)) if len(values) >= ENOUGH_SLIDERS else None


def _slid(low: str, high: str, one: Slid) -> str:
    """ "me–them 30 at first and 55 at the close, shift +25 (4 with both)"; empty where nothing is known."""
    places = [
        f"{plain(value)} {when}"
        for value, when in ((one.at_log, "at first"), (one.at_close, "at the close"))
        if value is not None
    ]
    if not places:
        return ""
    shift = "" if one.shift is None else f", shift {signed(one.shift)} ({one.n} with both)"
    return f"{low}–{high} {listing(places)}{shift}"


def _of_changes(sliders: Mapping[str, Slid]) -> str:
    """Why the three figures of a slider need not fit each other."""
    if all(one.shift is None for one in sliders.values()):
        return ""
    return " The shift is the middle of the changes, which need not be the difference of the middles."


def _missing(past: Past, n: int) -> str:
    needs = f"what you think of {ENOUGH} of them can be laid side by side"
    if not n and spared(past):
        return nothing_yet(needs)
    return too_few("", needs)


def _named(word: str, nothing: str, episodes: Sequence[int]) -> tuple[str, str]:
    """ "2 causes", and "5 times in all" where some were named for more than one rejection."""
    distinct, times = len(episodes), sum(episodes)
    often = f" ({times} times in all)" if times != distinct else ""
    return plural(distinct, word) if distinct else nothing, often


def _sentence(n: int, causes: Iterable[NamedCause], none: int, sliders: dict[str, Slid]) -> str:
    many: dict[Side, list[int]] = {side: [] for side in SIDES}
    for one in causes:
        many[one.side].append(len(one.episodes))
    found = f"For {plural(n, 'rejection')} you named "
    if not any(many.values()):
        found += "no cause outside you and nothing that you could change, and nobody has to."
    else:
        outside, often = _named("cause", "no cause", many[Side.OUTSIDE])
        changeable, again = _named("thing", "nothing", many[Side.CHANGEABLE])
        found += f"{outside} outside you{often} and {changeable} that you could change{again}"
        found += f"; for {none} of them you named none." if none else "."
    return " ".join([found, *_shifted(sliders)])


def _shifted(sliders: Mapping[str, Slid]) -> Iterator[str]:
    """Where the sliders went between the first day and the close, for those that are known."""
    when = "At the close, that is when you closed them,"
    locus = sliders["locus"]
    if locus.shift:
        way = _SHIFTS["locus"][locus.shift > 0]
        yield f"{when} you put it {way} than at first, {_by(locus)}."
    elif locus.shift is not None:
        of_all = f"the middle change of {locus.n} rejections"
        yield f"{when} you put it to yourself as much as at first ({of_all})."
    others = [
        f"{_SHIFTS[name][shift > 0]}, {_by(sliders[name])}"
        for name in ("stability", "globality")
        if (shift := sliders[name].shift)
    ]
    if others:
        yield f"{when if locus.shift is None else 'By then'} it seemed {', and '.join(others)}."


def _by(one: Slid) -> str:
    return f"by {plain(abs(one.shift or 0))} of 100 (the middle change of {one.n} rejections)"


STATISTIC = Statistic(
    parts=("reasons", "episodes"),
    name="reasons",
    question="What was it about",
    compute=compute,
    how=(
        "What you wrote on the two lists of each rejection, outside you and what you could change, counted "
        "as it stands there; the same words in another case count as one cause, and once for a rejection. "
        "Silences count as rejections. Both lists are always told together: looking only outside helped "
        "people who thought little of themselves and set back people who thought well of themselves (Hall "
        "and others 2011, 50 people). The sliders (me to them, passing to lasting, this job to everything; "
        "the dimensions of Abramson, Seligman and Teasdale 1978) are given as the median of all that were "
        "moved at first, and of all at the close; the shift is the median of the differences, of rejections "
        "that have both. Each is given from 3 rejections. It says what you put it down to, which is not the "
        "same as what it was, and it is no measure of you."
    ),
)
"""The statistic as the registry lists it."""
