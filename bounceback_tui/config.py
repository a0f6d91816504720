"""What a person has settled for good, in `config.toml`: read kindly, written back with all that is in it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bounceback_tui.config_values import (
    CONFIG_FILE,
    HIDDEN,
    LOCKS_AFTER,
    NEVER,
    SHOWN,
    START_AND_END,
    Config,
    Value,
)
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.text import loosely, one_line

LONGEST = 1_000_000
"""Bytes that are read; whatever is larger is another file."""

LONGEST_NAME = 200
"""Characters of the person's own name."""

TABLES = frozenset({"keys"})
"""Tables of ours that others read; what is in them is no setting, whatever it is called."""


class ConfigError(Exception):
    """The configuration could not be written; its text is one sentence. The file is as it was."""


def load(folder: Path) -> Config:
    """The settings in `folder`. Never raises: what is missing or broken gives the usual settings."""
    path, text = folder / CONFIG_FILE, ""
    try:
        text = _read(path) or ""
        if not text:
            return Config()
        import tomllib  # noqa: PLC0415 - most people have no such file

        found = tomllib.loads(text)
    except (OSError, ValueError, RuntimeError) as error:  # a RuntimeError: nested too deep, links in a circle
        return Config(problems=(f"{_fault(path, error, text)}; the usual settings are used instead.",))
    config, wrong, of_keys = Config(), list[str](), list[str]()
    for key, value in found.items():
        if key == "keys":
            from bounceback_tui.config_keys import read_keys  # noqa: PLC0415 - most people keep the usual ones

            keys, told = read_keys(value, path)
            config = replace(config, keys=keys, stated=config.stated | {key})
            of_keys += told
            continue
        if key not in READERS:
            wrong += [] if isinstance(value, dict) else [key]  # a table may be somebody else's
            continue
        try:
            config = replace(config, **{key: READERS[key](value)}, stated=config.stated | {key})
        except ValueError:
            wrong.append(key)
    return replace(config, problems=(*_problems(path, text, found, wrong), *of_keys))


def _problems(path: Path, text: str, found: dict[str, Any], wrong: list[str]) -> tuple[str, ...]:
    """What could not be used of the file; and settings that came to stand in a table of somebody else's."""
    astray = [
        (table, key)
        for table, held in found.items()
        if isinstance(held, dict) and table not in READERS and table not in TABLES
        for key in held
        if key in READERS
    ]
    if not (wrong or astray):
        return ()
    from bounceback_tui import config_problems  # noqa: PLC0415 - most people make no slip

    told = config_problems.of_keys(path, text, found, wrong)
    return told + tuple(config_problems.of_table(path, text, *one) for one in astray[: config_problems.MOST])


def remember(folder: Path, key: str, value: Value | None) -> None:
    """Write one setting into the file of `folder`, or take it out (None); comments and all else in it stay.

    The folder and the file are made where they are missing, closed to others. Raises ConfigError where the
    file cannot be read or written.
    """
    path, before = folder / CONFIG_FILE, ""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = _read(path) or ""
        after = _changed(before, key, value)
        if after != before:
            from bounceback_tui.files import write_privately  # noqa: PLC0415 - reading does without

            write_privately(path.resolve(), after)  # a link stays one
    except (OSError, ValueError, RuntimeError) as error:  # a RuntimeError: links that lead round and round
        raise ConfigError(
            f"{_fault(path, error, before)}, so “{key}” could not be remembered there; the file is as it was."
        ) from error


def _changed(text: str, key: str, value: Value | None) -> str:
    """The file with one setting changed, or without it. Raises ValueError where not all of it would stay."""
    import tomllib  # noqa: PLC0415 - only who settles something writes

    import tomlkit  # noqa: PLC0415

    before = tomllib.loads(text)
    wanted = {one: held for one, held in before.items() if one != key}
    if value is not None:
        wanted[key] = value
    try:
        document = tomlkit.parse(text)
        if value is not None:
            document[key] = value
        elif key in document:
            del document[key]
        after = document.as_string()
        kept = tomllib.loads(after) == wanted
    except (tomlkit.exceptions.TOMLKitError, tomllib.TOMLDecodeError):
        kept = False
    if not kept or isinstance(before.get(key), dict | list):
        raise ValueError(f"holds “{key}” in a way that cannot be changed here")
    return after


def _read(path: Path) -> str | None:
    """The text of the file, None where there is none. Raises OSError and ValueError."""
    try:
        there = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(there.st_mode):
        raise ValueError("is not a file")
    with path.open("rb") as file:
        raw = file.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise ValueError("is too large for settings")
    return raw.decode("utf-8-sig")


def _date_order(value: object) -> DateOrder:
    return DateOrder(loosely(value) if isinstance(value, str) else "")


def _name(value: object) -> str:
    if isinstance(value, str) and len(value) <= LONGEST_NAME:
        return one_line(value)
    raise ValueError


def _guide(value: object) -> str:
    name = value.strip().removesuffix(".md") if isinstance(value, str) else None
    if name is None or len(name) > 100 or name.startswith(".") or any(sign in name for sign in "/\\:\0"):
        raise ValueError
    return name


def _one_of(no: str, yes: str) -> Callable[[object], bool]:
    """Reads one of two words, as whether it is the second."""

    def read(value: object) -> bool:
        return (no, yes).index(value) == 1 if isinstance(value, str) else _refuse()

    return read


def _refuse() -> bool:
    raise ValueError


def _yes_or_no(value: object) -> bool:
    return value if isinstance(value, bool) else _refuse()


def _lock_after(value: object) -> int:
    if type(value) is int and value in LOCKS_AFTER:
        return value
    raise ValueError


def _theme(value: object) -> str:
    if isinstance(value, str) and len(value) <= 40:
        return one_line(value)
    raise ValueError


READERS: dict[str, Callable[[Any], Any]] = {
    "date_order": _date_order,
    "editor_always": _yes_or_no,
    "guide": _guide,
    "lock_after": _lock_after,
    "name": _name,
    "plain": _yes_or_no,
    "sync": _one_of(NEVER, START_AND_END),
    "theme": _theme,
    "writing_time": _one_of(HIDDEN, SHOWN),
}
"""Every setting with what reads its value, and raises ValueError where it cannot.

To add one: a field of `Config` in `config_values.py`, a line here, and its description in `setting_list.py`.
"""


def _fault(path: Path, error: Exception, text: str) -> str:
    """What is wrong with the file, as the beginning of a sentence."""
    from bounceback_tui.config_problems import of_file  # noqa: PLC0415 - hardly ever needed

    return of_file(path, error, text)
