"""What a person has settled for good, in `config.toml`: read kindly, written back with all that is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.text import one_line

NAME = "config.toml"
"""The file in the folder for configuration."""

SHOWN, HIDDEN = "shown", "hidden"
"""The words for what can be seen or not."""

NEVER, START_AND_END = "never", "start and end"
"""The words for when something is done by itself."""

LONGEST = 1_000_000
"""Bytes that are read; whatever is larger is another file."""


LOCKS_AFTER = (0, 1, 5, 15)
"""Minutes that can be chosen for `lock_after`."""


class ConfigError(Exception):
    """The configuration could not be written; its text is one sentence. The file is as it was."""


@dataclass(frozen=True)
class Config:
    """The settings in use."""

    date_order: DateOrder = DateOrder.ASK
    """What 3/4 means."""
    problems: tuple[str, ...] = ()
    """What could not be used of the file, one sentence each; the usual settings stand in for it."""
    name: str = ""
    """The person's own name, for the end of an e-mail; empty where they did not say."""
    guide: str = ""
    """Name of the person's own guide for new episodes; empty for the one that comes with the program."""
    stated: frozenset[str] = field(default=frozenset(), compare=False)
    """Names of the settings that stand in the file and are used."""
    editor_always: bool = False
    """Whether an editor of one's own may be opened on an encrypted journal, too."""
    lock_after: int | None = None
    """Minutes without a key after which the journal is locked; 0 for never, None where nobody chose."""
    sync: bool = False
    """Whether the journal is exchanged with other machines at the start and the end of the app."""
    writing_time: bool = True
    """Whether the writing programme shows how long somebody has been writing."""
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Commands by their names, with the keys that the person chose for them."""
    theme: str = ""
    """Name of the theme; empty for our own dark one. Whether there is one of that name only the app knows."""


def load(folder: Path) -> Config:
    """The settings in `folder`. Never raises: what is missing or broken gives the usual settings."""
    path = folder / NAME
    try:
        text = _read(path)
        if text is None:
            return Config()
        import tomllib  # noqa: PLC0415 - most people have no such file

        found = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        return Config(problems=(f"{path} {_reason(error)}; the usual settings are used instead.",))
    config, problems = Config(), []
    for key, value in found.items():
        if key == "keys":
            from bounceback_tui.config_keys import read_keys  # noqa: PLC0415 - most people keep the usual ones

            keys, told = read_keys(value, path)
            config = replace(config, keys=keys, stated=config.stated | {key})
            problems += told
            continue
        if key not in _READERS:
            problems.append(f"{path} has a setting {_quoted(key)} that is not known here; it does nothing.")
            continue
        try:
            config = replace(config, **{key: _READERS[key](value)}, stated=config.stated | {key})
        except ValueError as error:
            problems.append(f"In {path}, {key} is {_quoted(value)}, and {error}; it is left out.")
    return replace(config, problems=tuple(problems))


def remember(folder: Path, key: str, value: str) -> None:
    """Write one setting into the file of `folder`; comments and everything else in it stay.

    The folder and the file are made where they are missing, closed to others. Raises ConfigError where the
    file cannot be read or written.
    """
    path = folder / NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = _read(path) or ""
        after = _changed(before, key, value)
        if after != before:
            from bounceback_tui.files import write_privately  # noqa: PLC0415 - reading does without

            write_privately(path.resolve(), after)  # a link stays one
    except (OSError, ValueError, RuntimeError) as error:  # a RuntimeError: links that lead round and round
        raise ConfigError(
            f"{path} {_reason(error)}, so “{key}” could not be remembered there; the file is as it was."
        ) from error


def _changed(text: str, key: str, value: str) -> str:
    """The file with one setting changed. Raises ValueError where not all of it would stay."""
    import tomllib  # noqa: PLC0415 - only who settles something writes

    import tomlkit  # noqa: PLC0415

    before = tomllib.loads(text)
    try:
        document = tomlkit.parse(text)
        document[key] = value
        after = document.as_string()
        kept = tomllib.loads(after) == {**before, key: value}
    except (tomlkit.exceptions.TOMLKitError, tomllib.TOMLDecodeError):
        kept = False
    if not kept or isinstance(before.get(key), dict | list):
        raise ValueError(f"holds “{key}” in a way that cannot be changed here")
    return after


def _read(path: Path) -> str | None:
    """The text of the file, None where there is none. Raises OSError and ValueError."""
    if not path.exists():
        return None
    if not path.is_file():
        raise ValueError("is not a file")
    with path.open("rb") as file:
        raw = file.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise ValueError("is too large for settings")
    return raw.decode("utf-8-sig")


def _date_order(value: object) -> DateOrder:
    """Raises ValueError with what it takes."""
    said = " ".join(value.casefold().replace("-", " ").split()) if isinstance(value, str) else ""
    if said in list(DateOrder):
        return DateOrder(said)
    raise ValueError(f"it takes “{DateOrder.DAY_MONTH}”, “{DateOrder.MONTH_DAY}” or “{DateOrder.ASK}”")


def _name(value: object) -> str:
    """Raises ValueError with what it takes."""
    if isinstance(value, str) and len(value) <= 200:
        return one_line(value)
    raise ValueError("it takes a name in quotation marks")


def _guide(value: object) -> str:
    """Raises ValueError with what it takes."""
    name = value.strip().removesuffix(".md") if isinstance(value, str) else None
    if name is None or len(name) > 100 or name.startswith(".") or any(sign in name for sign in "/\\:\0"):
        raise ValueError("it takes the name of a file in the folder “guides”, such as “my-guide”")
    return name


def _writing_time(value: object) -> bool:
    """Raises ValueError with what it takes."""
    if value in (SHOWN, HIDDEN):
        return value == SHOWN
    raise ValueError(f"it takes “{SHOWN}” or “{HIDDEN}”")


def _editor_always(value: object) -> bool:
    """Raises ValueError with what it takes."""
    if isinstance(value, bool):
        return value
    raise ValueError("it takes true or false")


def _sync(value: object) -> bool:
    """Raises ValueError with what it takes."""
    if value in (NEVER, START_AND_END):
        return value == START_AND_END
    raise ValueError(f"it takes “{NEVER}” or “{START_AND_END}”")


def _lock_after(value: object) -> int:
    """Raises ValueError with what it takes."""
    if type(value) is int and value in LOCKS_AFTER:
        return value
    raise ValueError("it takes 0 (never), 1, 5 or 15, which are minutes")


def _theme(value: object) -> str:
    """Raises ValueError with what it takes."""
    if isinstance(value, str) and len(value) <= 40:
        return one_line(value).strip()
    raise ValueError("it takes the name of a theme, such as “bounceback-light”")


_READERS: dict[str, Callable[[Any], Any]] = {
    "date_order": _date_order,
    "editor_always": _editor_always,
    "guide": _guide,
    "lock_after": _lock_after,
    "name": _name,
    "sync": _sync,
    "theme": _theme,
    "writing_time": _writing_time,
}
"""Every setting with what reads its value. To add one: a field of Config, and a line here."""


def _reason(error: Exception) -> str:
    """What is wrong with the file, as the rest of a sentence that begins with its name."""
    match error:
        case UnicodeDecodeError():
            return "is not written in UTF-8"
        case OSError():
            return f"cannot be used ({(error.strerror or 'it did not work').lower()})"
        case RuntimeError():
            return "goes too deep"
    said = one_line(str(error))[:80]
    return said if said.startswith(("is ", "holds ")) else f"cannot be understood ({said})"


def _quoted(value: object) -> str:
    return f"“{one_line(str(value))[:40]}”"
