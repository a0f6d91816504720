"""What was it about, in the words of employers: how many requests were answered, and what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from bounceback_tui.domain.feedback import FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.past import Past, Request
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import cut, folded, listing, plural
from bounceback_tui.domain.themes import Said, Theme, themes
from bounceback_tui.statistics.intervals import wilson
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.words import between, still_missing

ENOUGH = 3
"""Requests from which something is said."""

ENOUGH_SETTLED = 3
"""Requests that are answered, declined or silent, from which the share of answers is given."""

SILENT_AFTER = timedelta(days=14)
"""A request that had no answer for this long counts as silent."""

WORDS = 60
"""Characters of a remark that stand for it where it has no theme."""

_TOLD = 3
"""Most themes that a sentence names."""

_LISTS = {RemarkKind.STRENGTH: "strengths", RemarkKind.GAP: "gaps", RemarkKind.OUTSIDE: "outside"}


class Feedback(Result):
    """What became of requests for feedback. `n` counts those that were sent."""

    answered: int
    declined: int
    silent: int
    """Said to be silent, or without an answer for 14 days."""
    waiting: int
    """Without an answer, and not silent yet."""

    share: float | None
    """Answered, among those that are not waiting, 0 to 1."""
    low: float | None
    """Lower 95 % limit of the share."""
    high: float | None
    """Upper 95 % limit of the share."""

    said: Mapping[RemarkKind, tuple[Theme, ...]]
    """The themes of each kind, also of remarks that came without asking: what most different employers named
    first, else the latest."""

    def table(self) -> Table:
        """Every theme with who named it; below it what became of the requests."""
        if not self.n and not any(self.said.values()):
            return Table()
        headings = (
            Heading("kind"),
            Heading("theme", gives_way=True),
            Heading("employers", right=True),
            Heading("who", gives_way=True),
        )
        return Table(headings, tuple(row for kind in RemarkKind for row in self._rows(kind)), self._foot())

    def as_json(self) -> dict[str, object]:
        """The result as `stats feedback --json` gives it."""
        counts = {name: getattr(self, name) for name in ("answered", "declined", "silent", "waiting")}
        return (
            super().as_json()
            | {"asked": self.n, **counts, "share": self.share, "low": self.low, "high": self.high}
            | {
                name: [
                    {"theme": theme_words(one), "companies": list(one.companies)} for one in self.said[kind]
                ]
                for kind, name in _LISTS.items()
            }
        )

    def _rows(self, kind: RemarkKind) -> Iterator[Row]:
        for one in self.said[kind]:
            yield kind.value, theme_words(one), str(len(one.companies)), ", ".join(one.companies)
        if not self.said[kind]:
            yield kind.value, "none named yet", "–", ""

    def _foot(self) -> str:
        parts = [
            f"{count} {words}"
            for count, words in (
                (self.answered, "answered"),
                (self.declined, "declined"),
                (self.silent, "silent"),
                (self.waiting, "asked less than 14 days ago"),
            )
            if count
        ]
        return f"Of {plural(self.n, 'request')}: {', '.join(parts)}." if self.n else ""


def theme_words(theme: Theme) -> str:
    """A theme as it is told; the text of a remark without one is cut short."""
    return theme.words if theme.remarks[0].theme.strip() else cut(theme.words, WORDS)


def compute(past: Past) -> Feedback:
    """What became of every request up to today, and what employers said."""
    asked = [one for one in past.requests if one.asked_on and one.asked_on <= past.today]
    states = Counter(_state(one, past.today) for one in asked)
    n, answered = len(asked), states[FeedbackState.ANSWERED]
    waiting = states[FeedbackState.ASKED]
    settled = n - waiting
    share, low, high = None, None, None
    if settled >= ENOUGH_SETTLED:
        share = answered / settled
        low, high = wilson(answered, settled)
    said = _said(past)
    if n < ENOUGH:
        asking = still_missing(f"{plural(ENOUGH - n, 'more request')} for feedback")
    else:
        asking = _asking(answered, settled, waiting)
    return Feedback(
        name=STATISTIC.name,
        n=n,
        enough=n >= ENOUGH,
        sentence=" ".join([asking, *_agreed(said)]),
        answered=answered,
        declined=states[FeedbackState.DECLINED],
        silent=states[FeedbackState.SILENT],
        waiting=waiting,
        share=share,
        low=low,
        high=high,
        said=said,
    )


def _state(request: Request, today: date) -> FeedbackState:
    """What became of a request that was sent, as far as it is known today; asked while it waits."""
    came = request.answered_on
    if request.state in (FeedbackState.ANSWERED, FeedbackState.DECLINED) and (came is None or came <= today):
        return request.state
    if request.state is FeedbackState.SILENT:
        return request.state
    patient = request.asked_on is None or today - request.asked_on < SILENT_AFTER
    return FeedbackState.ASKED if patient else FeedbackState.SILENT


def _said(past: Past) -> dict[RemarkKind, tuple[Theme, ...]]:
    """The themes of each kind, of all that was said up to today."""
    latest_first = sorted(
        ((_day(one), one.episode, one) for one in past.requests if _day(one) <= past.today),
        key=lambda each: each[:2],
        reverse=True,
    )
    remarks: dict[RemarkKind, list[Said]] = {kind: [] for kind in RemarkKind}
    for _, _, request in latest_first:
        for remark in sorted(request.remarks, key=_by_the_alphabet):
            if folded(remark.theme) or folded(remark.text):
                remarks[remark.kind].append(Said(remark.theme, remark.text, request.company, request.episode))
    return {kind: tuple(themes(found)) for kind, found in remarks.items()}


def _day(request: Request) -> date:
    """When something was said, or else asked; the earliest of all days where neither is known."""
    return request.answered_on or request.asked_on or date.min


def _by_the_alphabet(remark: Remark) -> tuple[str, ...]:
    """In which order remarks of one answer come, since none of them is later than another."""
    return folded(remark.theme), folded(remark.text), remark.theme, remark.text


def _asking(answered: int, settled: int, waiting: int) -> str:
    still = f" {waiting} more may still come." if waiting else ""
    if settled >= ENOUGH_SETTLED:
        likely = between(*wilson(answered, settled))
        return f"{answered} of {plural(settled, 'request')} were answered: likely {likely}.{still}"
    more = plural(ENOUGH_SETTLED - settled, "more request")
    return (
        "How many requests are answered cannot be said yet; still missing: "
        f"{more} with an answer, or with none after 14 days."
    )


def _agreed(said: Mapping[RemarkKind, Iterable[Theme]]) -> Iterator[str]:
    """What two or more employers agree on, strengths first."""
    parts = []
    for kind, words in (
        (RemarkKind.STRENGTH, "as strengths"),
        (RemarkKind.GAP, "as gaps"),
        (RemarkKind.OUTSIDE, "as outside you"),
    ):
        agreed = [cut(one.words, 40) for one in said[kind] if one.agreed]
        if len(agreed) > _TOLD:
            agreed = [*agreed[:_TOLD], f"{len(agreed) - _TOLD} more"]
        if agreed:
            parts.append(f"{words}: {listing(agreed)}")
    if parts:
        yield f"Two or more employers named, {'; '.join(parts)}."


STATISTIC = Statistic(
    parts=("requests",),
    name="feedback",
    question="What was it about",
    compute=compute,
    how=(
        "A request counts from the day on which you asked. It is answered, declined, or silent: you said so, "
        "or 14 days went by. What was asked less than 14 days ago counts neither way yet. The share is of "
        "those that are settled, from 3 on, and its interval is Wilson's (1927) at 95 %: with few cases it "
        "is wide, and that is the truth. Silence says something of how firms work and little of you. Remarks "
        "are sorted by the kind and the theme that you gave them, also those that came unasked; case and "
        "spaces make no difference. Employers who name the same theme count once each, and all of them that "
        "have no name in your journal count as one, so that agreement is never made larger than it is. What "
        "two or more named comes first."
    ),
)
"""The statistic as the registry lists it."""
