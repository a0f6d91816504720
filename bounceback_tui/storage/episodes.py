"""Episodes with their ticks, guides, causes and attributions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import time
from sys import intern

from bounceback_tui.domain.application import MEETINGS, STAGES, Kind, Source
from bounceback_tui.domain.episode import (
    CLOSING,
    Attribution,
    Cause,
    Episode,
    Setback,
    Side,
    StepState,
    Tick,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import (
    beginning_so,
    date_from,
    day_from,
    iso,
    moment_columns,
    moment_from,
    one_of,
    stamp,
)
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.log_order import STAGE_RANK
from bounceback_tui.storage.standing import LATEST_FIRST, OF_EPISODE, OF_FEW, STANDING, STANDS

_REPLIES = one_of((*MEETINGS, Kind.OFFER, Kind.ACCEPTED, Kind.REJECTED))
_ANSWERED = f"""(event.kind = '{Kind.GHOSTED}' AND EXISTS (
    SELECT 1 FROM event AS later
    WHERE later.application_id = event.application_id AND later.deleted_at IS NULL
    AND later.kind IN {_REPLIES}
    AND (later.local_date, later.last_word, later.happened_at, later.seq)
        > (event.local_date, event.last_word, event.happened_at, event.seq)))"""
_STANDING = f"FROM episode {OF_EPISODE} WHERE {STANDS} "
_OF_FEW = f"FROM episode {OF_FEW} WHERE {STANDS} "
_OPEN = f"{_OF_FEW}AND episode.closed_at IS NULL "
_COLUMNS = f"""SELECT episode.id, episode.event_id, event.application_id,
    application.company, application.role,
    {STAGE_RANK},
    event.kind, event.local_date, episode.forecast, episode.closed_at,
    application.source, episode.guide, {_ANSWERED} """
_EPISODE = _COLUMNS + _STANDING
_FEW = _COLUMNS + _OF_FEW


def add(db: Database, episode_id: str, event_id: str, forecast: int | None, guide: str = "") -> None:
    """Open an episode at an event; `forecast` in days, `guide` by its name."""
    with db.write():
        db.insert("episode", id=episode_id, event_id=event_id, forecast=forecast, guide=guide)


def setbacks(db: Database) -> tuple[Setback, ...]:
    """All episodes in short, in no particular order."""
    rows = db.each(
        f"""SELECT episode.id, application.company, event.local_date, episode.forecast,
        episode.closed_at IS NOT NULL, event.kind = '{Kind.GHOSTED}' {_STANDING}"""
    )
    return tuple(
        [
            # a few names, each in very many rows
            Setback(key, intern(company), day_from(day), forecast, bool(closed), True, bool(silent))
            for key, company, day, forecast, closed, silent in rows
        ]
    )


def keys(db: Database) -> Sequence[str]:
    """The key of every episode: open ones first, then the latest first."""
    from bounceback_tui.domain.packed import Keys  # noqa: PLC0415 - what is due needs none of it

    rows = db.each(f"SELECT episode.id {STANDING} ORDER BY episode.closed_at IS NOT NULL, {LATEST_FIRST}")
    return Keys(row[0] for row in rows)


def with_keys(db: Database, wanted: Sequence[str]) -> dict[str, Episode]:
    """The episodes with these very keys, by key."""
    rows = db.rows(f"{_FEW}AND episode.id IN (SELECT value FROM json_each(?))", (json.dumps(list(wanted)),))
    return {row[0]: _episode(row) for row in rows}


def still_open(db: Database) -> list[Episode]:
    """The episodes that are not closed, the latest first."""
    return [_episode(row) for row in db.rows(f"{_COLUMNS}{_OPEN}ORDER BY {LATEST_FIRST}")]


def with_help(db: Database) -> list[Episode]:
    """The episodes in which a step was marked as helpful, or something was said at the close."""
    marked = "SELECT episode_id FROM tick WHERE helped = 1 OR (step_id = ? AND note <> '')"
    return [_episode(row) for row in db.rows(f"{_FEW}AND episode.id IN ({marked})", (CLOSING,))]


def with_id(db: Database, beginning: str) -> list[Episode]:
    """The episodes whose key begins so, at most two."""
    rows = db.rows(
        _EPISODE + "AND episode.id >= ? AND episode.id < ? ORDER BY episode.id LIMIT 2",
        beginning_so(beginning),
    )
    return [_episode(row) for row in rows]


def latest(db: Database, place: int) -> list[Episode]:
    """The episode of the latest rejection, or of that so many places before; empty where there is none."""
    rows = db.rows(f"{_EPISODE}ORDER BY {LATEST_FIRST} LIMIT 1 OFFSET ?", (place,))
    return [_episode(row) for row in rows]


def forecast_of(db: Database, event_id: str) -> int | None:
    """The forecast in the episode that an event opened, in days."""
    row = db.row("SELECT forecast FROM episode WHERE event_id = ?", (event_id,))
    return None if row is None or row[0] is None else int(row[0])


def set_forecast(db: Database, event_id: str, forecast: int | None) -> None:
    """Store another forecast for the episode that an event opened, in days; nothing where it opened none."""
    with db.write():
        db.run("UPDATE episode SET forecast = ? WHERE event_id = ?", (forecast, event_id))


def of_event(db: Database, event_id: str) -> str | None:
    """Key of the episode that an event opened."""
    row = db.row("SELECT id FROM episode WHERE event_id = ?", (event_id,))
    return str(row[0]) if row else None


def set_closed(db: Database, episode_id: str, when: Moment | None) -> None:
    """Close an episode, or with None open it again."""
    with db.write():
        db.run("UPDATE episode SET closed_at = ? WHERE id = ?", (when and stamp(when), episode_id))


def set_guide(db: Database, episode_id: str, name: str) -> None:
    """Use another guide in an episode, by its name; empty for ours."""
    with db.write():
        db.run("UPDATE episode SET guide = ? WHERE id = ?", (name, episode_id))


def ticks(db: Database, episode_id: str) -> dict[str, Tick]:
    """What became of the steps in an episode, by step id; steps never touched are not there."""
    return _ticks(db, "episode_id = ?", (episode_id,)).get(episode_id, {})


def open_ticks(db: Database) -> dict[str, dict[str, Tick]]:
    """The ticks of every episode that is not closed and was not taken back, by episode and step id."""
    return _ticks(db, f"episode_id IN (SELECT episode.id {_OPEN})", ())


def put_tick(db: Database, episode_id: str, tick: Tick) -> None:
    """Store what became of a step, in place of what was known before."""
    with db.write():
        db.put(
            "tick",
            "episode_id",
            "step_id",
            episode_id=episode_id,
            step_id=tick.step_id,
            state=tick.state,
            note=tick.note,
            plan=tick.plan,
            due_on=iso(tick.due_on),
            due_time=tick.due_time and f"{tick.due_time:%H:%M}",
            helped=tick.helped,
            **moment_columns("ticked", tick.at),
        )


def put_causes(db: Database, event_id: str, causes: Sequence[Cause]) -> None:
    """Store "the other side" of an event, in place of what was there."""
    with db.write():
        db.run("DELETE FROM cause WHERE event_id = ?", (event_id,))
        for place, cause in enumerate(causes):
            db.insert("cause", event_id=event_id, place=place, side=cause.side, text=cause.text)


def causes(db: Database, event_id: str) -> tuple[Cause, ...]:
    """ "The other side" of an event, in the order given."""
    rows = db.rows("SELECT side, text FROM cause WHERE event_id = ? ORDER BY place", (event_id,))
    return tuple(Cause(Side(side), text) for side, text in rows)


def put_attribution(db: Database, event_id: str, attribution: Attribution, at_close: bool = False) -> None:
    """Store the three sliders, as moved when logging or when closing; where none was, forget them."""
    with db.write():
        db.run("DELETE FROM attribution WHERE event_id = ? AND at_close = ?", (event_id, at_close))
        if not attribution:
            return
        db.insert(
            "attribution",
            event_id=event_id,
            at_close=at_close,
            locus=attribution.locus,
            stability=attribution.stability,
            globality=attribution.globality,
        )


def attribution(db: Database, event_id: str, at_close: bool = False) -> Attribution | None:
    """The three sliders, or None where none was moved."""
    row = db.row(
        "SELECT locus, stability, globality FROM attribution WHERE event_id = ? AND at_close = ?",
        (event_id, at_close),
    )
    return Attribution(*row) if row else None


def guide_outline(db: Database, digest: str) -> str | None:
    """The parsed guide of this very wording, or of a name, as JSON; None where it was never seen."""
    row = db.row("SELECT outline FROM guide WHERE digest = ?", (digest,))
    return str(row[0]) if row else None


def keep_guide(db: Database, digest: str, outline: str) -> None:
    """Keep a parsed guide: the next start need not parse it, and old ticks can still be read."""
    with db.write():
        db.run("INSERT OR REPLACE INTO guide (digest, outline) VALUES (?, ?)", (digest, outline))


def _ticks(db: Database, where: str, values: Sequence[str]) -> dict[str, dict[str, Tick]]:
    found: dict[str, dict[str, Tick]] = {}
    for episode, step, state, note, plan, at, offset, zone, due_on, due_time, helped in db.rows(
        "SELECT episode_id, step_id, state, note, plan, ticked_at, utc_offset, zone, due_on, due_time, helped"
        f" FROM tick WHERE {where}",
        values,
    ):
        tick = Tick(
            step,
            moment_from(at, offset, zone),
            StepState(state),
            note,
            plan,
            date_from(due_on),
            time.fromisoformat(due_time) if due_time else None,
            None if helped is None else bool(helped),
        )
        found.setdefault(episode, {})[step] = tick
    return found


def _episode(row: Row) -> Episode:
    key, event, application, company, role, rank, kind, day, forecast, closed, source, guide, answered = row
    return Episode(
        key,
        event,
        application,
        company,
        role,
        STAGES[rank],
        Kind(kind),
        day_from(day),
        forecast,
        closed is not None,
        Source(source) if source else None,
        intern(guide),
        bool(answered),
    )
