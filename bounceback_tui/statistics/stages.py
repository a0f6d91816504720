"""Where do I get stuck: the share of applications that move on from each stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bounceback_tui.domain.application import SETBACKS, Kind, Status, furthest, status_of
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.packed import Keys
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import capital, plural
from bounceback_tui.statistics.intervals import wilson
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import between

LADDER = (Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.FINAL, Kind.OFFER)
"""The stages in order; a task stands on the rung of an interview."""

ENOUGH = 5
"""Applications that moved on or ended at a step, from which its share is given."""

_ENDED = tuple(Status(kind.value) for kind in SETBACKS)

_FROM = {
    Kind.APPLIED: "applying",
    Kind.SCREEN: "the screen",
    Kind.INTERVIEW: "the interview or task",
    Kind.FINAL: "the final round",
}
_NAMES = _FROM | {Kind.APPLIED: "the one right after applying"}
_PLACES = {kind: f"at {name}" for kind, name in _FROM.items()} | {Kind.APPLIED: "right after applying"}
"""A step by the stage that it begins at: what was moved on from, what the step is called, and where it is."""

_Standing = Mapping[tuple[int, Status], Sequence[str]]
"""The keys of the applications by the rung that they reached and what their log says last."""


class Step(Frozen):
    """One rung of the ladder and what became of the applications that stood on it."""

    start: Kind
    to: Kind
    """The next rung."""
    moved_on: int
    """Applications that reached the next rung or one beyond it."""
    ended: int
    """Applications that were rejected or ghosted on this rung."""
    open: int
    """Applications that stand here and may still move on."""
    withdrew: int
    """Applications that the person withdrew here; they say nothing about the employer's answer."""
    share: float | None
    """Moved on, among those that moved on or ended here, 0 to 1."""
    low: float | None
    """Lower 95 % limit of the share."""
    high: float | None
    """Upper 95 % limit of the share."""
    behind: Sequence[str] = ()
    """Keys of the applications that `behind_words` tells of."""

    @property
    def words(self) -> str:
        """ "screen → interview"."""
        return f"{self.start} → {self.to}"

    @property
    def resolved(self) -> int:
        """Applications that moved on or ended here."""
        return self.moved_on + self.ended

    @property
    def enough(self) -> bool:
        """Whether a share can be given."""
        return self.resolved >= ENOUGH

    @property
    def told(self) -> str:
        """All of it in words: "screen → interview: 4 of 10 moved on, likely between 1 in 6 and 2 in 3"."""
        if not (self.resolved or self.open or self.withdrew):
            return f"{self.words}: no application came this far yet"
        found = f"{self.moved_on} of {self.resolved} moved on" if self.resolved else "no answer yet"
        if self.low is not None and self.high is not None:
            found += f", likely {between(self.low, self.high)}"
        elif self.resolved:
            found += f", too few to say ({ENOUGH - self.resolved} more)"
        counted = ((self.open, "still open"), (self.withdrew, "withdrew"))
        beside = ", ".join(f"{count} {words}" for count, words in counted if count)
        return f"{self.words}: {found}" + f"; {beside}" * bool(beside)

    @property
    def behind_words(self) -> str:
        """Which applications are behind it: those that ended here; where none did, those that stand here."""
        if self.ended or not (self.open or self.withdrew or self.moved_on):
            return f"Ended {_PLACES[self.start]}"
        if self.open or self.withdrew:
            return f"Open or withdrawn {_PLACES[self.start]}"
        return f"Moved on from {_FROM[self.start]}"


class Stages(Result):
    """The ladder. `n` counts applications; `enough` means that at least one step has enough."""

    steps: tuple[Step, ...]
    """From applied upwards."""

    def table(self) -> Table:
        """Counts for each rung, those that are still open and those withdrawn apart."""
        headings = (
            Heading("step"),
            *(Heading(words, right=True) for words in ("moved on", "ended", "open", "withdrew")),
        )
        return Table(headings, tuple(_row(step) for step in self.steps))

    def as_json(self) -> dict[str, object]:
        """The result as `stats stages --json` gives it."""
        return super().as_json() | {"steps": [_step_json(step) for step in self.steps]}


def compute(past: Past) -> Stages:
    """How many applications moved on from each stage, by the whole of each event log.

    An application without events, or with nothing but an ending, was at least applied for. Who is invited
    to a stage has reached it, also where its day is still to come: that they move on is known already.
    """
    standing: defaultdict[tuple[int, Status], list[str]] = defaultdict(list)
    for each in past.applications:
        standing[rung_of(furthest(each.kinds)), status_of(each.kinds)].append(each.id)
    steps = tuple(_step(standing, rung) for rung in range(len(LADDER) - 1))
    told = [step for step in steps if step.enough]
    return Stages(
        name=STATISTIC.name,
        n=sum(map(len, standing.values())),
        enough=bool(told),
        sentence=_sentence(told, steps) if told else _missing(steps),
        steps=steps,
    )


def rung_of(stage: Kind) -> int:
    """The place of a stage on the ladder, 0 for applied. Raises ValueError for what is no stage."""
    return LADDER.index(Kind.INTERVIEW if stage is Kind.TASK else stage)


def _step(standing: _Standing, rung: int) -> Step:
    beyond = [key for (reached, _), keys in standing.items() if reached > rung for key in keys]
    ended = [key for status in _ENDED for key in standing.get((rung, status), ())]
    still_open = standing.get((rung, Status.OPEN), ())
    withdrew = standing.get((rung, Status.WITHDREW), ())
    resolved = len(beyond) + len(ended)
    share, low, high = None, None, None
    if resolved >= ENOUGH:
        share = len(beyond) / resolved
        low, high = wilson(len(beyond), resolved)
    return Step(
        start=LADDER[rung],
        to=LADDER[rung + 1],
        moved_on=len(beyond),
        ended=len(ended),
        open=len(still_open),
        withdrew=len(withdrew),
        share=share,
        low=low,
        high=high,
        behind=Keys(sorted(ended or (*still_open, *withdrew) or beyond)),
    )


def _row(step: Step) -> Row:
    return step.words, *(str(count) for count in (step.moved_on, step.ended, step.open, step.withdrew))


def _step_json(step: Step) -> dict[str, object]:
    return {
        "from": step.start.value,
        "to": step.to.value,
        "moved_on": step.moved_on,
        "ended": step.ended,
        "open": step.open,
        "withdrew": step.withdrew,
        "share": step.share,
        "low": step.low,
        "high": step.high,
    }


def _missing(steps: Sequence[Step]) -> str:
    nearest = max(steps, key=lambda step: step.resolved)
    more = plural(ENOUGH - nearest.resolved, "more application")
    missing = f"still missing: {more} that moved on, or ended, {_PLACES[nearest.start]}."
    left_out = " ".join(_not_counted(steps))
    lead = "Too few to say where applications stop"
    return f"{lead}. {left_out} {capital(missing)}" if left_out else f"{lead}; {missing}"


def _sentence(told: Sequence[Step], steps: Sequence[Step]) -> str:
    return " ".join([_found(told), *_not_counted(steps)])


def _found(told: Sequence[Step]) -> str:
    """The narrowest step, where there are two or more to choose from."""
    narrow = min(told, key=lambda step: (step.moved_on / step.resolved, -step.resolved))
    limits = wilson(narrow.moved_on, narrow.resolved)
    likely = f"likely {between(*limits)}"
    counted = f"{narrow.moved_on} of {narrow.resolved} moved on, {likely}"
    if len(told) == 1:
        return f"Only one step has enough answers so far, {_NAMES[narrow.start]}: {counted}."
    if not narrow.ended:
        return (
            "At each step with enough answers, all moved on: "
            f"{_PLACES[narrow.start]} {narrow.moved_on} of {narrow.resolved}, {likely}."
        )
    rivals = [
        step
        for step in told
        if step is not narrow and wilson(step.moved_on, step.resolved).low <= limits.high
    ]
    close = " Another step is too close to be sure." if len(rivals) == 1 else ""
    close = " Other steps are too close to be sure." if len(rivals) > 1 else close
    return f"Of the steps with enough answers, the narrowest is {_NAMES[narrow.start]}: {counted}.{close}"


def _not_counted(steps: Sequence[Step]) -> Iterator[str]:
    """Those that say nothing yet of the step at which they stand, and where most of them stand."""
    fullest = max(steps, key=lambda step: step.open)
    still_open = sum(step.open for step in steps)
    if still_open:
        are, count = ("is", "counts") if still_open == 1 else ("are", "count")
        place = _PLACES[fullest.start]
        if fullest.open == still_open:
            yield f"{still_open} {are} still open {place} and {count} on neither side there."
        else:
            where = f"where they stand, {fullest.open} of them {place}"
            yield f"{still_open} {are} still open and {count} on neither side {where}."
    if withdrew := sum(step.withdrew for step in steps):
        one = withdrew == 1
        that = f"the {'one' if one else withdrew} that you withdrew"
        if still_open:
            yield f"So {'does' if one else 'do'} {that}."
        else:
            yield f"T{that[1:]} {'counts' if one else 'count'} on neither side."


STATISTIC = Statistic(
    parts=("applications",),
    name="stages",
    question="Where do I get stuck",
    compute=compute,
    how=(
        "The stages are applied, screen, interview (a task counts as one), final round and offer. An "
        "application has reached a stage if its log holds that stage or one beyond it, so a rejection never "
        "takes away how far it came, and an invitation counts as soon as it is noted. For each stage: how "
        "many moved on, out of those that moved on or ended there with a rejection or silence. Those still "
        "open and those that you withdrew are shown beside it and left out of the share. The interval is "
        "Wilson's (1927) at 95 %: with few cases it is wide, and that is the truth. A share is given from 5 "
        "applications at a stage. It says where applications stop, not why."
    ),
)
"""The statistic as the registry lists it."""
