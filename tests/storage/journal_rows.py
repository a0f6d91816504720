"""What the rows of a journal say of each entry and application, in plain loops over an export."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from oracle import Told

from bounceback_tui.domain.application import Kind, Result, Source, furthest, result_of
from bounceback_tui.domain.query import Has

Row = Mapping[str, Any]
Rows = Sequence[Row]

_OVER = (Result.ACCEPTED, Result.REJECTED, Result.GHOSTED, Result.WITHDREW)
"""Results after which nothing more is expected."""


class Journal:
    """The rows of an export, and what they say of each entry and application."""

    def __init__(self, tables: Row, now: datetime) -> None:
        """`tables` as the export has them, as of `now`, which is aware."""
        self._tables = tables
        self.entries = [self._entry(row) for row in sorted(tables["entry"], key=_age, reverse=True)]
        """Newest first."""
        added = sorted(tables["application"], key=lambda row: str(row["added_at"]), reverse=True)
        latest = sorted(added, key=lambda row: [_when(event) for event in self._log(row)[-1:]], reverse=True)
        over = [row for row in latest if self._application(row).result in _OVER]
        going = [row for row in latest if row not in over]
        going.sort(key=lambda row: (self._due(row, now), self._silent_since(row)))
        self.applications = [self._application(row) for row in (*going, *over)]
        """Open ones by what is due and then the longest silent; then what is over, the latest first."""

    def _silent_since(self, row: Row) -> str:
        """The moment of the last event; "9" for none."""
        return max((str(event["happened_at"]) for event in self._log(row)[-1:]), default="9")

    def _due(self, row: Row, now: datetime) -> str:
        """The next date, a week more once it has passed, or the next meeting that is ahead; "9" for none."""
        today, last_week = now.date().isoformat(), (now.date() - timedelta(days=7)).isoformat()
        ahead = [
            str(event["local_date"])
            for event in self._log(row)
            if event["kind"] in ("screen", "interview", "task", "final")
            and event["date_known"]
            and (
                str(event["local_date"]) >= today
                if _is_without_time(event)
                else datetime.fromisoformat(event["happened_at"]) > now
            )
        ]
        ahead += [
            str(one["interview_on"])
            for one in self._live("preparation", application_id=row["id"])
            if one["interview_on"] and str(one["interview_on"]) >= today
        ]
        return min([*ahead, row["next_on"] if (row["next_on"] or "") >= last_week else "9"])

    def _of(self, table: str, **wanted: object) -> Rows:
        return [
            row for row in self._tables[table] if all(row[name] == value for name, value in wanted.items())
        ]

    def _live(self, table: str, **wanted: object) -> Rows:
        return [row for row in self._of(table, **wanted) if row["deleted_at"] is None]

    def _feedback_asked(self, event_id: str | None) -> bool:
        return any(
            one["state"] != "not asked"
            for episode in self._of("episode", event_id=event_id)
            for one in self._of("feedback", episode_id=episode["id"])
        )

    def _beside(self, event_id: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was said in feedback, and what was thought, in the episode that an event opened."""
        said: list[str] = []
        thought: list[str] = []
        for episode in self._of("episode", event_id=event_id):
            said += [one["answer"] for one in self._of("feedback", episode_id=episode["id"])]
            for remark in self._of("remark", episode_id=episode["id"]):
                said += [remark["theme"], remark["text"]]
            for record in self._of("thought", episode_id=episode["id"]):
                thought += [
                    record[name] for name in ("thought", "evidence_for", "evidence_against", "fairer")
                ]
                thought += json.loads(record["traps"])
        return tuple(said), tuple(thought)

    def _entry(self, row: Row) -> Told:
        [event] = self._of("event", id=row["event_id"]) or [None]
        [application] = self._of("application", id=event["application_id"]) if event else [None]
        tags = tuple(one["name"] for one in self._of("tag", entry_id=row["id"]))
        checkins = self._live("checkin", entry_id=row["id"])
        has = {
            Has.TEXT: row["text"] != "",
            Has.TAGS: bool(tags),
            Has.FEELINGS: any(self._of("feeling", checkin_id=one["id"]) for one in checkins),
            Has.CHECKIN: bool(checkins),
            Has.EVENT: event is not None,
            Has.FEEDBACK: self._feedback_asked(row["event_id"]),
            Has.REVISIONS: bool(self._of("revision", entry_id=row["id"])),
        }
        names = (application["company"], application["role"]) if application else ("", "")
        said, thought = self._beside(row["event_id"])
        return Told(
            id=row["id"],
            deleted=row["deleted_at"] is not None,
            day=date.fromisoformat(row["local_date"]),
            fields=((row["title"],), (row["text"],), tags, *[(name,) for name in names], said, thought),
            company=application and application["company"],
            role=application and application["role"],
            source=application and application["source"] and Source(application["source"]),
            stage=event and self._stage(application["id"], event["local_date"]),
            result=event and result_of(Kind(event["kind"])),
            has=frozenset(name for name, there in has.items() if there),
            moods=_first_felt(checkins, "mood"),
            energies=_first_felt(checkins, "energy"),
            tags=frozenset(tags),
            feelings=frozenset(
                one["name"] for checkin in checkins for one in self._of("feeling", checkin_id=checkin["id"])
            ),
        )

    def _stage(self, application_id: str, until: str) -> Kind:
        """The furthest stage until a day."""
        log = self._live("event", application_id=application_id)
        return furthest(Kind(one["kind"]) for one in log if one["local_date"] <= until)

    def _log(self, application: Row) -> Rows:
        return sorted(_with(application, self._of("event", application_id=application["id"])), key=_in_log)

    def _application(self, row: Row) -> Told:
        log = self._log(row)
        entries = [one for event in log for one in _with(row, self._of("entry", event_id=event["id"]))]
        told = [self._entry(one) for one in entries]
        last = log[-1] if log else None
        result = last and result_of(Kind(last["kind"]))
        own = {
            Has.EVENT: bool(log),
            Has.FEEDBACK: any(self._feedback_asked(event["id"]) for event in log),
        }
        through = {name for one in told for name in one.has if name not in own}
        words = (row["company"], row["role"], row["source"] or "", _status(result), row["notes"])
        return Told(
            id=row["id"],
            deleted=row["deleted_at"] is not None,
            day=last and date.fromisoformat(last["local_date"]),
            fields=(*[(word,) for word in words], tuple(event["note"] for event in log)),
            company=row["company"],
            role=row["role"],
            source=row["source"] and Source(row["source"]),
            stage=furthest(Kind(event["kind"]) for event in log),
            result=result,
            has=frozenset(through | {name for name, there in own.items() if there}),
            moods=tuple(value for one in told for value in one.moods),
            energies=tuple(value for one in told for value in one.energies),
            tags=frozenset(name for one in told for name in one.tags),
            feelings=frozenset(name for one in told for name in one.feelings),
        )


def _age(row: Row) -> tuple[str, str]:
    return row["written_at"], row["saved_at"]


def _with(application: Row, rows: Rows) -> Rows:
    """What belongs to an application: of one in the trash also what went there with it."""
    return [one for one in rows if one["deleted_at"] in (None, application["deleted_at"])]


def _when(event: Row) -> tuple[Any, ...]:
    return event["happened_at"], event["utc_offset"], event["zone"]


def _is_without_time(event: Row) -> bool:
    local = datetime.fromisoformat(event["happened_at"]) + timedelta(minutes=event["utc_offset"])
    return local.time() == time(12)


def _in_log(event: Row) -> tuple[Any, ...]:
    last_word = event["kind"] in ("accepted", "rejected", "withdrew")
    return event["local_date"], last_word, event["happened_at"], event["seq"]


def _first_felt(checkins: Rows, name: str) -> tuple[int, ...]:
    """The reading before writing, else after it, else of the next day."""
    for relation in ("before", "after", "next day"):
        for one in checkins:
            if one["relation"] == relation and one[name] is not None:
                return (one[name],)
    return ()


def _status(result: Result | None) -> str:
    return "open" if result in (None, Result.MOVED_ON) else str(result)
