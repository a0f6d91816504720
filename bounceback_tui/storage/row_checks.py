"""Rows of another journal of this program, held against what reading them later takes for granted.

The rules of the tables look at the shape of a value alone, and not at what stands in it as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from bounceback_tui.domain.outcome import Outcome, Told
from bounceback_tui.domain.text import quoted
from bounceback_tui.storage.columns import day_from, key_of, microseconds, moment_from, utc_from
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.errors import JournalDamaged
from bounceback_tui.storage.passed_over import WORDS
from bounceback_tui.storage.readings import reading_from
from bounceback_tui.storage.told import decode
from bounceback_tui.storage.undo_schema import ALL_KEYS, KEYS

_WITHIN = 1 << 63
_FAR = 1_000_000
"""Microseconds by which the place of an entry may be behind its time."""

_DEEPEST = 20
"""How deep lists may stand in lists in what a form keeps."""

_WORDS_IN_JSON = {"thought": ("traps",), "revision": ("tags",), "import_mapping": ("headers",)}
"""Columns that hold a list of words."""


class Unfit(Exception):
    """A row cannot come in; its text says why in a few words."""


def fitting(table: str, row: object, columns: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The values of a row by column, each of a kind that can be read later; `columns` by table. Raises Unfit.

    What the program works out itself is worked out anew.
    """
    if not isinstance(row, dict):
        raise Unfit("it is no row")
    for name, value in row.items():
        if name not in columns[table]:
            raise Unfit(f"there is no {quoted(name)}")
        _check_kind(name, value)
    if missing := [name for name in ALL_KEYS[table] if row.get(name) is None]:
        raise Unfit(f"it has no “{missing[0]}”")
    # SQLite reads a text out of JSON, which keys are noted in to take things back, as far as that sign only
    if broken := [name for name in ALL_KEYS[table] if "\0" in str(row[name])]:
        raise Unfit(f"its “{broken[0]}” holds a sign that is none")
    values = dict(row)
    try:
        _check_times(values)
        _check_json(table, values)
        if table == "passed_over":
            _check_wording(values, columns)
        if finish := _FINISH.get(table):
            finish(values)
    except Unfit:
        raise
    except (
        *(ValueError, TypeError, KeyError, AttributeError),
        *(OverflowError, RecursionError, JournalDamaged),
    ) as error:
        raise Unfit("one of its values cannot be read") from error
    return values


def _check_kind(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (str, int, type(None))):
        raise Unfit(f"its “{name}” is no text and no whole number")
    if isinstance(value, int) and not -_WITHIN <= value < _WITHIN:
        raise Unfit(f"its “{name}” is too large")
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise Unfit(f"its “{name}” holds half of a character") from error


def _check_times(values: Mapping[str, Any]) -> None:
    """Dates and times that can be read."""
    for name, value in values.items():
        if value is None:
            continue
        if name.endswith("_at"):
            utc_from(value)
        elif name.endswith("_on") or name in ("local_date", "starts", "ends"):
            day_from(value)
        elif name == "due_time":
            time.fromisoformat(value)
    if "utc_offset" in values:
        [at] = [name for name in values if name.endswith("_at") and name not in ("saved_at", "deleted_at")]
        moment = moment_from(values[at], values["utc_offset"], values["zone"])
        if moment.local_date != date.fromisoformat(values["local_date"]):
            raise Unfit("its day is not that of its time")


def _check_json(table: str, values: Mapping[str, Any]) -> None:
    """What stands as JSON in a column is what the program makes of it."""
    for name in _WORDS_IN_JSON.get(table, ()):
        if not _are_words(_list(values[name])):
            raise Unfit(f"its “{name}” is no list of words")
    if table == "revision" and values.get("told") is not None:
        _check_told(decode(values["told"], values["entry_id"]))
    elif table == "checkin_revision":
        reading_from(json.loads(values["reading"]))
    elif table == "draft":
        content = json.loads(values["content"])
        if not isinstance(content, dict) or not _is_shallow(content, _DEEPEST):
            raise Unfit("its content is no set of fields")
    elif table == "import_mapping":
        mapping = json.loads(values["mapping"])
        if not isinstance(mapping, dict) or not _are_words(mapping.values()):
            raise Unfit("its mapping is none")


def _check_told(told: Told) -> None:
    """All that a version says is of its kind; JSON may hold anything."""
    words: list[Any] = [told.title, told.text, *told.tags]
    if told.when:
        if told.when.utc.utcoffset() != timedelta(0) or not told.when.local_date:
            raise Unfit("its “told” has a time that is none")
        words.append(told.when.zone)
    if isinstance(told, Outcome):
        sliders = told.attribution
        words += [told.company, told.role, told.application, *(one.text for one in told.causes)]
        numbers = (told.forecast, sliders.locus, sliders.stability, sliders.globality)
        if not all(one is None or isinstance(one, int) for one in numbers):
            raise Unfit("its “told” has something else in the place of a number")
    if not _are_words(words):
        raise Unfit("its “told” has something else in the place of words")
    for one in words:
        _check_kind("told", one)


def _check_wording(values: Mapping[str, Any], columns: Mapping[str, Sequence[str]]) -> None:
    """A wording that was passed over is a row, or a part of one, of the table that it names."""
    place, key, content = values["place"], _list(values["row_key"]), json.loads(values["content"])
    if place not in WORDS or len(key) != len(KEYS[place]) or not content.keys() <= set(columns[place]):
        raise Unfit("what it was is not known")
    for name, value in (*zip(KEYS[place], key, strict=True), *content.items()):
        _check_kind(name, value)
    _check_times(content)
    if "traps" in content and not _are_words(_list(content["traps"])):
        raise Unfit("its “traps” is no list of words")


def _are_words(values: Iterable[object]) -> bool:
    return all(isinstance(one, str) for one in values)


def _is_shallow(value: object, deepest: int) -> bool:
    """Whether no lists or sets of fields stand deeper than that in one another."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return deepest > 0 and all(_is_shallow(one, deepest - 1) for one in inner)


def _list(text: str) -> list[Any]:
    found = json.loads(text)
    if not isinstance(found, list):
        raise Unfit("one of its lists is none")
    return found


def _entry(values: dict[str, Any]) -> None:
    wanted = microseconds(moment_from(values["written_at"], values["utc_offset"], values["zone"]))
    if not 0 <= values.get("position", -1) - wanted <= _FAR:
        values["position"] = wanted
    _seal(values, values["title"], values["text"])


def _revision(values: dict[str, Any]) -> None:
    _seal(values, values["title"], values["text"], values["tags"], values.get("told"))


def _seal(values: dict[str, Any], *words: object) -> None:
    """Give it the digest of its words, unless it brings one: earlier versions had none."""
    if not isinstance(values.get("digest"), str) or not values["digest"]:
        values["digest"] = digest_of(values["id"], *words)


def _application(values: dict[str, Any]) -> None:
    values["company_key"], values["role_key"] = key_of(values["company"]), key_of(values["role"])


_FINISH: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "entry": _entry,
    "revision": _revision,
    "application": _application,
}
"""What the program works out itself, and what earlier versions did not have."""
