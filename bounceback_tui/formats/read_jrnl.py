"""jrnl: its JSON, and its text, which is also how it keeps a journal.

Layouts: `jrnl --export json` and `--export text` of version 4.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import tidy
from bounceback_tui.formats.read_dates import ASK_ORDER, date_of, is_in_figures, order_in, said_order
from bounceback_tui.formats.read_json import tags_of, things_of, words
from bounceback_tui.formats.read_text import beginning, text_of, unreadable, whole_text
from bounceback_tui.formats.reading import (
    MOST_THINGS,
    NO_DATE,
    NO_ENTRY,
    NOTHING,
    STARRED,
    Answers,
    Question,
    ReadFormat,
)

_DATED = re.compile(r"\[([^\]\n]{4,60})\] (.*)", re.DOTALL)
_LIST = re.compile(r'"entries"\s*:\s*\[')
_OURS = re.compile(r'"(?:title|body|date|time)"\s*:')
# as jrnl finds them: behind white space or at the beginning
_TAG = re.compile(r"(?<!\S)[@#][-+*#/\w]+")


def _entry(line: int, at: Moment, title: str, body: str, tags: tuple[str, ...]) -> Incoming:
    """An entry of a title and what follows; one that is all title is its own text."""
    title, text = " ".join(title.split()), tidy(body)
    if not text:
        text, title = title, ""
    return IncomingEntry("", line, at, title or title_of(text), text, clean_tags(tags))


def _fits(path: Path) -> bool:
    text = beginning(path)
    if text.lstrip().startswith("{"):
        inner = _LIST.search(text)
        return bool(inner and len({one.group() for one in _OURS.finditer(text)}) == 4)
    match = _DATED.match(text.partition("\n")[0])
    return bool(match and (date_of(match[1]) or is_in_figures(match[1])))


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    if _is_json(path):
        yield from _read_json(path, answers)
    else:
        yield from _read_text(path, answers)


def _is_json(path: Path) -> bool:
    return beginning(path).lstrip()[:1] in ("{", "")


def _read_json(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    for number, thing in things_of(path, whole_text(path), "entries"):
        yield _from_json(number, thing, answers)


def _from_json(number: int, thing: Any, answers: Answers) -> Incoming | Refused:
    if not isinstance(thing, dict):
        return Refused(number, NO_ENTRY)
    read = date_of(f"{words(thing, 'date')} {words(thing, 'time')}")
    if read is None:
        return Refused(number, NO_DATE)
    title, body = words(thing, "title"), words(thing, "body")
    if not (title.strip() or body.strip()):
        return Refused(number, NOTHING)
    tags = (*tags_of(thing), *((STARRED,) if thing.get("starred") is True else ()))
    return _entry(number, read.moment(answers.zone), title, body, tags)


def _read_text(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    order = said_order(answers) or _order(path) or DateOrder.ASK
    begun: tuple[int, Moment | None, str] | None = None
    body: list[str] = []
    count = 0
    with text_of(path) as file:
        for line, text in enumerate(file, 1):
            match = _DATED.match(text)
            read = date_of(match[1], order) if match else None
            if match is None or not (read or is_in_figures(match[1])):
                if begun is None and text.strip():
                    raise unreadable(path, "does not begin with a date in brackets", "name a journal of jrnl")
                body.append(text)
                continue
            if begun:
                yield _from_text(*begun, "".join(body))
            begun, body = (line, read.moment(answers.zone) if read else None, match[2]), []
            if (count := count + 1) > MOST_THINGS:
                raise unreadable(path, f"holds more than {MOST_THINGS:,} entries")
    if begun is None:
        raise unreadable(path, "is empty")
    yield _from_text(*begun, "".join(body))


def _order(path: Path) -> DateOrder | None:
    """What the dates of all entries say of their order. Raises Unreadable."""
    with text_of(path) as file:
        return order_in({match[1] for line in file if (match := _DATED.match(line))})


def _questions(path: Path, answers: Answers) -> tuple[Question, ...]:
    if _is_json(path) or said_order(answers):
        return ()
    return (ASK_ORDER,) if _order(path) is DateOrder.ASK else ()


def _from_text(line: int, at: Moment | None, title: str, body: str) -> Incoming | Refused:
    if at is None:
        return Refused(line, NO_DATE)
    title = title.strip()
    starred = title.endswith("*") and not title.endswith("**")
    title = title.rstrip(" *") if starred else title
    if not (title or body.strip()):
        return Refused(line, NOTHING)
    tags = tuple(_TAG.findall(f"{title}\n{body}"))
    return _entry(line, at, title, body, (*tags, *((STARRED,) if starred else ())))


JRNL = ReadFormat(
    "jrnl",
    "jrnl (JSON or text)",
    (".json", ".txt"),
    "entries with tags",
    fits=_fits,
    read=_read,
    questions=_questions,
)
"""The journal of jrnl."""
