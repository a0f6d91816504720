"""Reading JSON that others wrote: one thing of a list at a time, and nothing that means two things."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from bounceback_tui.formats.read_text import unreadable, whole_characters, whole_text
from bounceback_tui.formats.reading import DEEPEST, MOST_THINGS

Numbered = tuple[int, Any]
"""An element with its number."""

_SPACE = re.compile(r"[ \t\r\n]*")


class _Broken(ValueError):
    """What stands there is not JSON as it is read here; the text says why in a few words."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Raises _Broken where a name stands twice: which of them is meant nobody can know."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Broken("names one thing twice")
    return found


def _no_number(word: str) -> Any:
    raise _Broken(f"holds {word}, which is no number of JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)


def things_in(path: Path, name: str) -> Iterator[Numbered]:
    """The elements of a file's list with their numbers from 1: the file itself, or what it keeps as `name`.

    Raises Unreadable, at the latest at the end of the file.
    """
    yield from things_of(path, whole_text(path), name)


def things_of(path: Path, text: str, name: str) -> Iterator[Numbered]:
    """The same of a text that was read from `path`."""
    try:
        for number, thing in _elements(text, name):
            if number > MOST_THINGS:
                raise _Broken(f"holds more than {MOST_THINGS:,} things")
            _check_depth(thing)
            yield number, thing
    except RecursionError as error:
        raise unreadable(path, f"has lists in lists more than {DEEPEST} deep") from error
    except _Broken as error:
        raise unreadable(path, str(error)) from error
    except ValueError as error:
        raise unreadable(path, "is not whole JSON", "take it out of the other program again") from error


def words(thing: dict[str, Any], name: str) -> str:
    """What stands there under a name as text; nothing where there is none, or something else."""
    value = thing.get(name)
    return whole_characters(value) if isinstance(value, str) else ""


def tags_of(thing: dict[str, Any]) -> tuple[str, ...]:
    """The texts of its list of tags; nothing where there is none."""
    value = thing.get("tags")
    found = value if isinstance(value, list) else ()
    return tuple(whole_characters(one) for one in found if isinstance(one, str))


def _elements(text: str, name: str) -> Iterator[Numbered]:
    place = _after_space(text, 0)
    if text[place : place + 1] == "[":
        place = yield from _list(text, place)
    elif text[place : place + 1] == "{":
        place = yield from _members(text, place, name)
    else:
        raise _Broken("is not JSON")
    if _after_space(text, place) != len(text):
        raise _Broken("goes on behind the end of its JSON")


def _members(text: str, place: int, wanted: str) -> Generator[Numbered, None, int]:
    """The elements of one member of an object, whose other members are passed over."""
    seen: set[str] = set()
    place = _after_space(text, place + 1)
    while text[place : place + 1] != "}":
        name, place = _value(text, place)
        if not isinstance(name, str) or name in seen:
            raise _Broken("names one thing twice")
        seen.add(name)
        place = _after_space(text, _past(text, place, ":"))
        if name == wanted:
            if text[place : place + 1] != "[":
                raise _Broken(f"keeps no list as “{wanted}”")
            place = yield from _list(text, place)
        else:
            passed, place = _value(text, place)
            _check_depth(passed)
        place = _past_comma(text, place, "}")
    if wanted not in seen:
        raise _Broken(f"has no “{wanted}” in it")
    return place + 1


def _list(text: str, place: int) -> Generator[Numbered, None, int]:
    number = 0
    place = _after_space(text, place + 1)
    while text[place : place + 1] != "]":
        value, place = _value(text, place)
        number += 1
        yield number, value
        place = _past_comma(text, place, "]")
    return place + 1


def _value(text: str, place: int) -> tuple[Any, int]:
    return _DECODER.raw_decode(text, place)


def _past_comma(text: str, place: int, end: str) -> int:
    """Where the next one begins, or the end stands."""
    place = _after_space(text, place)
    if text[place : place + 1] == end:
        return place
    place = _past(text, place, ",")
    if text[place : place + 1] == end:
        raise _Broken("is not whole JSON")
    return place


def _past(text: str, place: int, sign: str) -> int:
    place = _after_space(text, place)
    if text[place : place + 1] != sign:
        raise _Broken("is not whole JSON")
    return _after_space(text, place + 1)


def _after_space(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place


def _check_depth(thing: Any) -> None:
    """Raises _Broken where lists stand in lists too deep."""
    inner, depth = [thing], 1
    while inner := [
        part
        for one in inner
        if isinstance(one, dict | list)
        for part in (one.values() if isinstance(one, dict) else one)
    ]:
        depth += 1
        if depth > DEEPEST:
            raise _Broken(f"has lists in lists more than {DEEPEST} deep")
