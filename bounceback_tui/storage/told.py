"""All that was said with an entry, as JSON and back: what a version keeps."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome, Told, Written
from bounceback_tui.storage.readings import reading_from, reading_record


def encode(told: Told) -> str:
    """A JSON object; `result` tells an outcome from a page of free writing."""
    record: dict[str, Any] = {
        "title": told.title,
        "text": told.text,
        "tags": told.tags,
        "when": _moment_record(told.when),
        "before": reading_record(told.before),
        "after": reading_record(told.after),
    }
    if isinstance(told, Outcome):
        sliders = told.attribution
        record |= {
            "application": told.application,
            "company": told.company,
            "role": told.role,
            "stage": told.stage,
            "result": told.result,
            "source": told.source,
            "causes": [[one.side, one.text] for one in told.causes],
            "attribution": [sliders.locus, sliders.stability, sliders.globality],
            "forecast": told.forecast,
        }
    return json.dumps(record, ensure_ascii=True)


def decode(text: str, entry_id: str) -> Told:
    """The value again, as a change to that entry."""
    record = json.loads(text)
    before, after = reading_from(record["before"]), reading_from(record["after"])
    title, words, tags = record["title"], record["text"], tuple(record["tags"])
    when = _moment_from(record["when"])
    if "result" not in record:
        return Written(entry_id, title, words, tags, before, after, when)
    return Outcome(
        company=record["company"],
        role=record["role"],
        stage=Kind(record["stage"]) if record["stage"] else None,
        result=Result(record["result"]),
        when=when,
        source=Source(record["source"]) if record["source"] else None,
        before=before,
        title=title,
        text=words,
        tags=tags,
        causes=tuple(Cause(Side(side), said) for side, said in record["causes"]),
        attribution=Attribution(*record["attribution"]),
        forecast=record["forecast"],
        after=after,
        entry_id=entry_id,
        application=record.get("application", ""),
    )


def _moment_record(moment: Moment | None) -> list[Any] | None:
    return [moment.utc.isoformat(), moment.offset, moment.zone] if moment else None


def _moment_from(record: list[Any] | None) -> Moment | None:
    return Moment(datetime.fromisoformat(record[0]), record[1], record[2]) if record else None
