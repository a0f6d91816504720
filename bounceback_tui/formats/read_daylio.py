"""Daylio: a table of moods, what somebody did, and notes, the newest first."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

from bounceback_tui.domain.checkin import NOTHING_READ, SCALE, Reading
from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import one_line, quoted, tidy
from bounceback_tui.formats.read_csv import Row, has_headings, rows_of
from bounceback_tui.formats.read_dates import Read, clock_of, date_of
from bounceback_tui.formats.reading import NO_DATE, Answers, Question, ReadFormat

_MOODS = {"awful": 1, "bad": 3, "meh": 5, "good": 7, "rad": 9}
_WANTED = ("full_date", "time", "mood", "activities", "note")
_WORDS = ("activities", "note_title", "scales", "note")
_LEAVE = "none"
_CHOICES = (*map(str, SCALE), _LEAVE)
_MARKUP = re.compile(r"</?(?:br|p|div|li|ul|ol|b|strong|i|em|u|s|span|font)(?:\s[^<>]*)?/?>", re.I)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{1,6});")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_MOST_MOODS = 50


def _fits(path: Path) -> bool:
    return has_headings(path, _WANTED)


def _questions(path: Path, answers: Answers) -> tuple[Question, ...]:
    """What each mood with a name of somebody's own is on our scale."""
    own: dict[str, None] = {}
    for row in rows_of(path, _WANTED):
        if isinstance(row, Row) and (name := _name(row)) and name not in _MOODS:
            own.setdefault(name)
    asked = [name for name in own if f"mood:{name}" not in answers.said]
    return tuple(
        Question(
            f"mood:{name}",
            f"Where is {quoted(name)} between 1, as low as it gets, and 9? 5 is neither good nor bad.",
            _CHOICES,
            "5",
        )
        for name in asked[:_MOST_MOODS]
    )


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    for row in rows_of(path, _WANTED):
        yield row if isinstance(row, Refused) else _entry(row, answers)


def _entry(row: Row, answers: Answers) -> Incoming | Refused:
    day = date_of(row["full_date"])
    if day is None:
        return Refused(row.line, NO_DATE)
    clock = clock_of(row["time"])
    if clock is None and row["time"].strip():
        return Refused(row.line, "its time cannot be read")
    name = _name(row)
    mood = _mood(name, answers)
    did = tuple(one for part in row["activities"].split("|") if (one := " ".join(part.split())))
    title, text = one_line(_plain(row["note_title"])), tidy(_plain(row["note"]))
    more = [f"Scales: {scales}"] if (scales := one_line(row["scales"])) else []
    if name and mood is None:
        more.append(f"Mood: {one_line(row['mood'])}")
    if did and not (title or text):
        more.insert(0, ", ".join(did))  # without a word it would be a mood alone
    text = "\n\n".join([text] * bool(text) + more)
    text, title = text or title, title if text else ""
    if mood is None and not text:
        return Refused(row.line, "there is neither a mood nor a word in it")
    reading = Reading(mood) if mood else NOTHING_READ
    at = Read(day.day, clock).moment(answers.zone)
    return IncomingEntry(_key(row), row.line, at, title or title_of(text), text, clean_tags(did), reading)


def _key(row: Row) -> str:
    """A digest of what stands in a row, so that it stays the same whatever its mood is taken for."""
    words = [row[name].strip() for name in _WORDS]
    said = [row["full_date"].strip(), row["time"].strip(), *words, "" if any(words) else _name(row)]
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()


def _name(row: Row) -> str:
    return one_line(row["mood"]).casefold()


def _mood(name: str, answers: Answers) -> int | None:
    if name in _MOODS:
        return _MOODS[name]
    said = answers.said.get(f"mood:{name}", _LEAVE)
    return int(said) if said in _CHOICES and said != _LEAVE else None


def _plain(note: str) -> str:
    """A note as Markdown: newer ones hold a little HTML."""
    if not _MARKUP.search(note):
        return _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\xa0", " "), note)
    plain = html.unescape(_MARKUP.sub(_mark, note)).replace("\xa0", " ")
    return re.sub(r"\n{3,}", "\n\n", plain)


def _mark(match: re.Match[str]) -> str:
    tag = match[0].strip("</>").split()[0].casefold()
    if tag == "li":
        return "" if match[0].startswith("</") else "\n- "
    if tag in ("br", "p", "div", "ul", "ol"):
        return "\n"
    return _MARKS.get(tag, "")


DAYLIO = ReadFormat(
    "daylio",
    "Daylio (CSV)",
    (".csv",),
    "moods, with notes and activities as tags",
    fits=_fits,
    read=_read,
    questions=_questions,
)
"""The export of Daylio."""
