"""What the made-up person of the demo kept in the tools of the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bounceback_tui.clock import Clock
from bounceback_tui.domain.cv import CvChange
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.focus import Answer, FocusKind, FocusPoint, Posting
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.outcome import Logged
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.demo_days import Days, Table, working_day
from bounceback_tui.services.tools import Tools

Act = Callable[..., object]
"""Something to do, whatever comes of it."""

Planned = tuple[date, str, Act, Table]
"""What is done on which day, at which time of day ("20:30"), and the table of the story that tells of it."""


@dataclass
class Known:
    """What the person wrote so far, by the names that it has in the story."""

    applied: dict[str, str] = field(default_factory=dict)
    """Keys of applications by company."""
    logged: dict[str, Logged] = field(default_factory=dict)
    """What was told through the journal: "Acme rejected"."""

    def episode(self, name: str) -> str:
        """Key of the episode that a rejection opened; empty where it opened none."""
        return self.logged[name].episode or ""


class ToolStory:
    """Tells the tools their part, with keys made by the clock that is set by hand."""

    def __init__(self, story: Table, days: Days, known: Known, clock: Clock, tools: Tools) -> None:
        self._story = story
        self._days = days
        self._known = known
        self._clock = clock
        self._tools = tools
        self._points: dict[str, str] = {}
        self._changes: dict[str, str] = {}

    def plan(self) -> Iterator[Planned]:
        """Everything that has a day of its own; in any order. What falls on one day is a minute apart."""
        for name, hour, act in (
            ("thought", 20, self._keep_thought),
            ("person", 21, self._name_person),
            ("strength", 22, self._note_strength),
            ("pin", 22, self._pin),
            ("focus", 9, self._add_point),
            ("posting", 20, self._hold_posting),
            ("cv", 21, self._note_change),
            ("preparation", 20, self._prepare),
        ):
            for number, one in enumerate(self._story[name]):
                yield self._days.of(one), f"{hour}:{30 + number}".zfill(5), act, one
        for one in self._story["cv"]:
            if "done" in one:
                yield self._days.of(one) + timedelta(days=one["done"]), "21:55", self._tick_change, one
        for one in self._story["writing"]:
            began = self._days.of(one)
            yield began, "21:10", self._begin_writing, one
            yield began + timedelta(days=one["ended"]), "21:10", self._end_writing, one
        for entry in self._story["entry"]:
            if asked := entry.get("way", {}).get("feedback"):
                came = self._after(entry, asked.get("answered", asked["asked"]))
                yield working_day(came), "21:20", self._put_feedback, entry

    def tell_the_rest(self) -> None:
        """Leads and rests, which have no day on which they were written down."""
        for one in self._story["lead"]:
            next_on = self._days.today + timedelta(days=one["in"]) if "in" in one else None
            seen = self._days.today - timedelta(days=one["contacted"]) if "contacted" in one else None
            kind, done = LeadKind(one["kind"]), one.get("done", False)
            self._tools.leads.put(Lead(self._new_key(), kind, one["name"], one["note"], next_on, done, seen))
        for one in self._story["rest"]:
            starts, ends = (self._days.today - timedelta(days=one[end]) for end in ("from", "to"))
            self._tools.rests.put(Rest(self._new_key(), starts, ends, one["enjoy"]))

    def _new_key(self) -> str:
        return new_id(self._clock.now().utc)

    def _after(self, entry: Table, days: int) -> date:
        return self._days.of_event(entry["of"]) + timedelta(days=days)

    def _put_feedback(self, entry: Table) -> None:
        told, thanked = entry["way"]["feedback"], entry["way"]["ticks"].get("say-thanks")
        answered = self._clock.now().local_date if "answered" in told else None
        self._tools.feedback.put(
            Feedback(
                self._known.episode(entry["of"]),
                FeedbackState(told["state"]),
                self._after(entry, told["asked"]),
                self._after(entry, told["follow_up"]),
                answered,
                told.get("answer", ""),
                tuple(Remark(RemarkKind(kind), theme, text) for kind, theme, text in told.get("remarks", ())),
                thanked_on=max(self._after(entry, thanked), answered) if thanked and answered else None,
            ),
        )

    def _keep_thought(self, one: Table) -> None:
        for trap in one.get("own", ()):
            self._tools.thoughts.add_trap(trap)
        record = ThoughtRecord(
            self._new_key(),
            self._clock.now(),
            one["thought"],
            self._known.episode(one["near"]),
            one["before"],
            one["for"],
            one["against"],
            (*one["traps"], *one.get("own", ())),
            one["fairer"],
            one["after"],
        )
        self._tools.thoughts.put(record)

    def _name_person(self, one: Table) -> None:
        self._tools.feedback.name_interviewer(self._known.applied[one["company"]], one["line"])

    def _note_strength(self, one: Table) -> None:
        self._tools.strengths.add(one["text"])

    def _pin(self, one: Table) -> None:
        strengths = self._tools.strengths
        strengths.turn_pin(next(each for each in strengths.every() if each.text == one["text"]))

    def _add_point(self, one: Table) -> None:
        point = FocusPoint("", FocusKind(one["kind"]), one["text"])
        self._points[one["name"]] = self._tools.focus.put(point)

    def _hold_posting(self, one: Table) -> None:
        self._tools.focus.postings.put(
            Posting(
                "",
                one["title"],
                self._clock.now(),
                one.get("link", ""),
                one["note"],
                self._known.applied.get(one.get("company", "")),
                {self._points[name]: Answer(answer) for name, answer in one["answers"].items()},
            )
        )

    def _note_change(self, one: Table) -> None:
        gap = one.get("gap", "")
        episode = self._known.episode(one["near"]) if gap else None
        change = CvChange("", one["text"], self._clock.now(), gap, episode)
        self._changes[one["text"]] = self._tools.cv.put(change)

    def _tick_change(self, one: Table) -> None:
        self._tools.cv.set_done(self._changes[one["text"]], True)

    def _prepare(self, one: Table) -> None:
        if "before" in one:
            interview = self._days.of_event(f"{one['company']} {one['before']}")
        else:
            interview = working_day(self._days.today + timedelta(days=one["in"]))
        setbacks = tuple(Setback(text, answer) for text, answer in one["setbacks"])
        application = self._known.applied[one["company"]]
        self._tools.preparations.put(Preparation("", application, self._clock.now(), interview, setbacks))

    def _begin_writing(self, one: Table) -> None:
        self._tools.writing.begin(self._known.episode(one["near"]))

    def _end_writing(self, _one: Table) -> None:
        self._tools.writing.end()
