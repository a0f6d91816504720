"""Journals of any length, made by code: the same seed gives the same words, moods and days."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bounceback_tui.domain.application import SETBACKS, Application, Event, Kind, Source
from bounceback_tui.domain.checkin import CheckIn, Reading, Relation
from bounceback_tui.domain.entry import Entry
from bounceback_tui.domain.episode import Cause, Side, StepState, Tick
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import applications, checkins, entries, episodes, feedback
from bounceback_tui.storage.database import Database

NOW = datetime.fromisoformat("2026-11-23T09:30+01:00")
"""The moment at which every measurement takes place."""

A_DAY = 12
"""Entries a day: enough for 100,000 to fit into 23 years."""

PER_APPLICATION = 20
"""Entries for one application."""

STILL_OPEN = 3
"""Episodes that are left open, the latest ones."""

_PIECES = (
    "They went with somebody from inside",
    "I keep going through the second question of the panel",
    "The recruiter rang while I was on the bus",
    "Walked along the river for an hour, and it helped a little",
    "What I said about the salary was not wrong, only early",
    "My sister asked how it went, and I could tell her without crying",
    "The letter is two lines long and thanks me for my time",
    "I slept badly and woke at five",
    "Tomorrow I shall write to two people I used to work with",
    "The take-home task took eleven hours, which nobody will pay for",
    "Perhaps the job was never really open",
    "I made soup and read for a while",
    "Another form that wants my whole history once more",
    "It is not the end of anything, it only feels like that today",
    "Asked for feedback, and was promised some by Friday",
    "The hiring manager was kind and looked tired",
    "I was glad to see the team laugh with each other",
    "Nothing in the post, nothing in the mail",
    "I told myself to be fair: three interviews in one month is a lot",
    "Ran in the rain and felt like myself for twenty minutes",
)
_COMPANIES = ("Acme", "Brook", "Corvid", "Dunmore", "Elm Street", "Fennel", "Granite", "Harbour", "Juniper")
_ENDINGS = ("Labs", "Systems", "and Sons", "Health", "Energy", "Books", "Foods", "Transport")
_ROLES = ("Data engineer", "Analyst", "Product designer", "Backend developer", "Team lead", "Editor")
_TAGS = ("walk", "panel", "salary", "sleep", "family", "task")
_CAUSES = tuple(f"{piece.lower()}" for piece in _PIECES[:8])
_STEPS = (
    *("happens-to-all", "outside-me", "one-change", "went-right", "not-personal", "set-limit"),
    *("ask-feedback", "say-thanks", "excelled", "serious-mistake"),
)
"""Ids of some steps of the guide."""

_WAY = (Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL)


def make(path: Path, length: int, seed: int = 7) -> None:
    """Make a journal with `length` entries at `path`; with 0 an empty one."""
    database = Database(path)
    try:
        with database.write():
            _fill(database, length, random.Random(seed))
    finally:
        database.close()


def text(chance: random.Random) -> str:
    """What somebody writes in one go: mostly 20 to 120 words, at times 400, in paragraphs."""
    sentences = min(int(chance.lognormvariate(1.5, 0.7)) + 1, 40)
    pieces = [f"{chance.choice(_PIECES)}." for _ in range(sentences)]
    paragraphs = [" ".join(pieces[start : start + 4]) for start in range(0, sentences, 4)]
    return "\n\n".join(paragraphs)


def _fill(database: Database, length: int, chance: random.Random) -> None:
    setbacks = list(_applications(database, length // PER_APPLICATION, length, chance))
    for number, event_id in enumerate(setbacks):
        key = new_id(NOW)
        episodes.add(database, key, event_id, chance.choice((None, 3, 7, 14)))
        when = _moment(length, length * number // len(setbacks))
        if number < len(setbacks) - STILL_OPEN:
            episodes.set_closed(database, key, when)
        _recovery(database, key, event_id, when, chance)
    for number in range(length):
        _entry(database, number, _moment(length, number), setbacks, chance)


def _recovery(database: Database, key: str, event_id: str, when: Moment, chance: random.Random) -> None:
    """What somebody does in the days after: some steps, some with a plan; causes; at times feedback."""
    for step in chance.sample(_STEPS, chance.randint(0, 6)):
        day = Moment.of(min(when.local + timedelta(days=chance.randint(0, 9)), NOW))
        state = StepState.DONE if chance.random() < 0.8 else StepState.OPEN
        plan = "if it is nine, then I begin" if chance.random() < 0.4 else ""
        episodes.put_tick(database, key, Tick(step, day, state, plan=plan))
    sides = (Side.OUTSIDE, Side.CHANGEABLE)
    episodes.put_causes(database, event_id, [Cause(side, chance.choice(_CAUSES)) for side in sides])
    if chance.random() < 0.4:
        remark = Remark(chance.choice(list(RemarkKind)), chance.choice(_TAGS), "as they put it")
        state, remarks = (
            (FeedbackState.ANSWERED, (remark,)) if chance.random() < 0.5 else (FeedbackState.ASKED, ())
        )
        day = when.local_date
        feedback.put(
            database, Feedback(key, state, day, answered_on=day if remarks else None, remarks=remarks)
        )


def _moment(length: int, number: int) -> Moment:
    """When one of the entries was written; the last one is an hour old."""
    apart = timedelta(days=1) / A_DAY
    return Moment.of(NOW - timedelta(hours=1) - apart * (length - 1 - number))


def _applications(database: Database, count: int, length: int, chance: random.Random) -> Iterator[str]:
    """Applications spread over the whole time; the keys of the events that turned them down."""
    for number in range(count):
        begun = _moment(length, length * number // count)
        key = new_id(NOW)
        stages = _WAY[: chance.randint(1, len(_WAY))]
        log = [_event(key, kind, begun, week) for week, kind in enumerate(stages)]
        if chance.random() < 0.8:
            kind = Kind.GHOSTED if chance.random() < 0.2 else Kind.REJECTED
            log.append(_event(key, kind, begun, len(log)))
        company = f"{chance.choice(_COMPANIES)} {chance.choice(_ENDINGS)}"
        source = chance.choice(list(Source))
        applications.add(
            database, Application(key, company, chance.choice(_ROLES), source, events=tuple(log)), begun
        )
        if log[-1].kind in SETBACKS:
            yield log[-1].id


def _event(application_id: str, kind: Kind, begun: Moment, week: int) -> Event:
    at = min(begun.local + timedelta(weeks=week), NOW - timedelta(hours=2))
    return Event(new_id(NOW), application_id, kind, Moment.of(at))


def _entry(database: Database, number: int, when: Moment, setbacks: list[str], chance: random.Random) -> None:
    """One entry with how it felt; one in twenty belongs to a rejection."""
    words = text(chance)
    place, rest = divmod(number, PER_APPLICATION)
    event_id = setbacks[place % len(setbacks)] if setbacks and not rest else None
    tags = (chance.choice(_TAGS),) if chance.random() < 0.2 else ()
    title = words.split(".")[0][:72]
    key = new_id(when.utc)
    entries.add(database, Entry(key, when, title, words, tags, event_id), when)
    mood = min(max(round(chance.gauss(5.5, 1.6)), 1), 9)
    checkins.add(
        database, CheckIn(new_id(when.utc), when, Reading(mood, chance.randint(3, 7)), Relation.BEFORE, key)
    )
    if number % 4 == 0:
        after = Reading(min(max(mood + chance.randint(-1, 2), 1), 9))
        checkins.add(database, CheckIn(new_id(when.utc), when, after, Relation.AFTER, key))
    # as the app takes it, once a day, and not by everybody
    if number % A_DAY == 0 and when.utc <= NOW - timedelta(days=1) and chance.random() < 0.5:
        later = Moment.of(when.local + timedelta(days=1))
        felt = Reading(min(max(mood + chance.randint(-2, 2), 1), 9))
        checkins.add(database, CheckIn(new_id(later.utc), later, felt, Relation.NEXT_DAY, key))
