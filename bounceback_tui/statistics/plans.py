"""What helps: steps with an if-then plan, and steps without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.past import Checklist, Past, StepMark
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import listing, plural
from bounceback_tui.statistics.intervals import wilson
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import between, proportion, still_missing

_Kind = tuple[bool, StepState]
"""Whether a step is planned, and what became of it."""

ENOUGH = 5
"""Steps on each side from which shares are told."""


class Side(Frozen):
    """Steps with a plan, or those without."""

    done: int
    n: int
    """All of them, done or not."""
    episodes: tuple[str, ...]
    """Keys of the episodes that they belong to, latest first."""
    share: float | None = None
    """Share that was done, 0 to 1; None where one of the sides has too few."""
    low: float | None = None
    """Lower 95 % limit of the share."""
    high: float | None = None
    """Upper 95 % limit."""

    @property
    def missing(self) -> int:
        """How many more steps are needed; 0 where there are enough."""
        return max(ENOUGH - self.n, 0)

    def as_json(self) -> dict[str, object]:
        """As the contract has it."""
        return {"done": self.done, "n": self.n, "share": self.share, "low": self.low, "high": self.high}


class Plans(Result):
    """Steps done with a plan and without. `n` counts steps."""

    planned: Side
    unplanned: Side
    not_for_me: int
    """Steps left out since they were set aside."""
    untouched: int
    """Episodes left out since none of their steps was touched."""

    @property
    def rejections(self) -> int:
        """Episodes that the steps belong to."""
        return len({*self.planned.episodes, *self.unplanned.episodes})

    def table(self) -> Table:
        """How many steps were done on either side."""
        headings = (
            Heading("steps"),
            *(Heading(words, right=True) for words in ("done", "not done", "all", "share")),
            Heading("likely"),
        )
        rows = (_row("with an if-then plan", self.planned), _row("without", self.unplanned))
        left_out = [
            f"{plural(self.not_for_me, 'step')} not for you" * bool(self.not_for_me),
            f"{plural(self.untouched, 'rejection')} with no step touched" * bool(self.untouched),
        ]
        told = listing([words for words in left_out if words])
        return Table(headings, rows if self.n else (), f"Left out: {told}." if told else "")

    def as_json(self) -> dict[str, object]:
        """The result as `stats plans --json` gives it."""
        return super().as_json() | {"with": self.planned.as_json(), "without": self.unplanned.as_json()}


def compute(past: Past) -> Plans:
    """The share of steps done, with a plan and without, over the guides in use.

    Every step of an episode's guide counts, touched or not, but for those that are not for the person.
    Episodes in which no step was touched at all are left out: with no plan made and nothing done, they would
    only make the steps without a plan look bad. What was done with a step later than today is not known.
    """
    counted: Counter[_Kind] = Counter()
    episodes: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
    untouched = 0
    for one in past.checklists:
        if one.fits and one.began <= past.today:
            kinds = _kinds(one, past.today)
            untouched += not kinds
            counted.update(kinds)
            for side in {planned for planned, state in kinds if state is not StepState.NOT_FOR_ME}:
                episodes[side].append((one.began, one.episode))
    planned, unplanned = _side(counted, episodes, planned=True), _side(counted, episodes, planned=False)
    enough = not (planned.missing or unplanned.missing)
    if enough:
        planned, unplanned = _shared(planned), _shared(unplanned)
    return Plans(
        name=STATISTIC.name,
        n=planned.n + unplanned.n,
        enough=enough,
        sentence=_sentence(planned, unplanned) if enough else _missing(planned, unplanned),
        planned=planned,
        unplanned=unplanned,
        not_for_me=sum(counted[planned, StepState.NOT_FOR_ME] for planned in (True, False)),
        untouched=untouched,
    )


def _until_today(step: StepMark, today: date) -> StepMark:
    return step if step.day is None or step.day <= today else StepMark(step.step, step.words)


def _kinds(one: Checklist, today: date) -> Counter[_Kind]:
    """How many steps are planned or not, and what became of them; empty where none was touched."""
    steps = [_until_today(step, today) for step in (*one.touched, *one.beside)]
    if not any(step.day for step in steps):
        return Counter()
    kinds = Counter([(step.planned, step.state) for step in steps])
    if untouched := len(one.guide) - len(one.touched):
        kinds[False, StepState.OPEN] += untouched
    return kinds


def _side(
    counted: Mapping[_Kind, int], episodes: Mapping[bool, Iterable[tuple[date, str]]], *, planned: bool
) -> Side:
    done, still_open = (counted.get((planned, state), 0) for state in (StepState.DONE, StepState.OPEN))
    latest_first = sorted(episodes[planned], reverse=True)
    return Side(done, done + still_open, tuple(episode for _, episode in latest_first))


def _shared(side: Side) -> Side:
    return Side(side.done, side.n, side.episodes, side.done / side.n, *wilson(side.done, side.n))


def _row(words: str, side: Side) -> Row:
    counts = (str(side.done), str(side.n - side.done), str(side.n))
    if side.share is None or side.low is None or side.high is None:
        return words, *counts, "too few", ""
    return (
        words,
        *counts,
        f"{round(side.share * 100)} %",
        f"{round(side.low * 100)}–{round(side.high * 100)} %",
    )


def _missing(planned: Side, unplanned: Side) -> str:
    sides = ((planned, "with an if-then plan"), (unplanned, "without one"))
    more = [f"{plural(side.missing, 'more step')} {words}" for side, words in sides if side.missing]
    return still_missing(listing(more))


def _sentence(planned: Side, unplanned: Side) -> str:
    return (
        f"Steps with an if-then plan were done {_told(planned)}; steps without one {_told(unplanned)}. "
        f"{_compared(planned, unplanned)} People plan the steps that they mean to do, so it proves nothing."
    )


def _told(side: Side) -> str:
    limits = wilson(side.done, side.n)
    about = proportion(side.done / side.n)
    return f"{side.done} of {side.n} times ({about}, likely {between(*limits)})"


def _compared(planned: Side, unplanned: Side) -> str:
    first, second = wilson(planned.done, planned.n), wilson(unplanned.done, unplanned.n)
    if first.low > second.high:
        return "Having a plan went with being done more often."
    if first.high < second.low:
        return "Having a plan went with being done less often."
    return "The two ranges overlap, so the difference may be chance."


STATISTIC = Statistic(
    name="plans",
    question="What helps: if-then plans",
    compute=compute,
    parts=("checklists",),
    how=(
        "All steps of the guide, in every rejection in which you touched one or more of them: the share "
        "that is done, for steps with an if-then plan and for those without. Steps that are not for you "
        "count on neither side; steps that are still open count as not done yet. The intervals are Wilson's "
        "(1927) at 95 %; they take each step as a case of its own, which steps of one rejection are not "
        "quite, so the truth is rather less sure than they look. Shares are given from 5 steps on each side. "
        "In 94 tests of if-then plans, people who were asked to make them did what they meant to do clearly "
        "more often (Gollwitzer, Sheeran 2006: d = .65). Here you chose yourself what to plan, so your "
        "shares show what went with a plan, not what came from it."
    ),
)
"""The statistic as the registry lists it."""
