"""Printing: data on standard output, talk on standard error, and never a character that steers a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from bounceback_tui.domain.text import one_line, visible

if TYPE_CHECKING:
    from bounceback_tui.domain.moment import Moment

SHORT_KEY = 14
"""Characters of a key that are shown: its time to the millisecond and 20 random bits."""

_GAP = "  "


JSON_VERSION = 1
"""Stands as `schema_version` in every answer; one higher once a name is taken away or means another thing."""


def print_json(value: Mapping[str, Any], indent: int | None = None) -> None:
    """One JSON object on standard output, with its version; a file with a version of its own keeps that."""
    whole = value if "schema_version" in value else {"schema_version": JSON_VERSION, **value}
    _write(safe_json(whole, indent) + "\n")


def print_saved(value: Mapping[str, Any], as_json: bool) -> None:
    """What a command that saves answers, for scripts; left out where somebody reads plain lines."""
    if as_json or not (sys.stdout.isatty() and sys.stderr.isatty() and wants_plain()):
        print_json(value)


def print_json_list(values: Iterable[Any]) -> None:
    """A JSON object with a list under `items`, one of them a line, written as they come."""
    _write(f'{{"schema_version": {JSON_VERSION}, "items": [')
    for place, value in enumerate(values):
        _write((",\n" if place else "\n") + safe_json(value))
    _write("\n]}\n")


def safe_json(value: Any, indent: int | None = None) -> str:
    """JSON that reads well and can go anywhere: what a terminal may act on is escaped, as is all that
    standard output cannot encode."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=indent)
    if visible(text) == text:
        return text
    return "".join(sign if visible(sign) == sign else f"\\u{ord(sign):04x}" for sign in text)


def print_file(text: str) -> None:
    """A whole file on standard output, with its line ends and in UTF-8; on a terminal made harmless."""
    if sys.stdout.isatty():
        print_text(text.replace("\r\n", "\n").removesuffix("\n"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def print_line(text: str = "", indent: str = "") -> None:
    """One plain line on standard output, after `indent`; a terminal gets as many as it needs."""
    _write(_folded(text, terminal_width(), indent) + "\n")


def print_text(text: str) -> None:
    """Text of several lines on standard output."""
    _write(visible(text) + "\n")


def print_table(rows: Sequence[Sequence[str]], flexible: int | None = None) -> None:
    """Rows with their columns one below the other; on a terminal the flexible one is cut to fit."""
    for line in _lines(rows, flexible, terminal_width()):
        _write(f"{line}\n")


def print_named(rows: Sequence[Sequence[str]]) -> None:
    """A table whose last column are names to type: never cut, and below the rest where room is short."""
    room = terminal_width()
    if not room or all(cells(line) <= room for line in _lines(rows)):
        print_table(rows)
        return
    for line, row in zip(_lines([row[:-1] for row in rows]), rows, strict=True):
        _write(f"{line}\n")
        _write(f"{_GAP}{row[-1]}\n")


def somebody_is_there() -> bool:
    """Whether a question would be read, and could be answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def tell(sentence: str) -> None:
    """A friendly word on standard error, where somebody is there to read it."""
    if sys.stderr.isatty():
        complain(sentence)


def complain(sentence: str) -> None:
    """One sentence on standard error; a terminal gets as many lines as it needs."""
    sys.stderr.write(_folded(sentence, _width_of(sys.stderr)) + "\n")


def ask(question: str, answers: str = "") -> None:
    """A question on standard error, the answers that it takes, which stay together, and then the cursor."""
    width = _width_of(sys.stderr)  # of which a digit or a letter is typed behind the question
    sys.stderr.write(_folded(question, width and width - 2, last=answers) + " ")
    sys.stderr.flush()


def wants_plain() -> bool:
    """Whether the flag or the environment asks for plain lines: none is cut, broken or written over."""
    import click  # noqa: PLC0415 - here only the running command is asked for

    from bounceback_tui.plain import imposed  # noqa: PLC0415 - only on a terminal

    context = click.get_current_context(silent=True)
    said = imposed(bool(context and context.find_root().params.get("plain")), os.environ)
    return bool(said and said.value)


def terminal_width() -> int | None:
    """Columns of the terminal that standard output is; None where it is none, or lines are to be whole."""
    return _width_of(sys.stdout)


def _width_of(stream: TextIO) -> int | None:
    """The same of any stream."""
    if not stream.isatty() or wants_plain():
        return None
    try:
        return int(os.environ.get("COLUMNS", "")) or None
    except ValueError:
        pass
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None


def cells(text: str) -> int:
    """Columns that a line takes up in a terminal."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def short_key(key: str) -> str:
    """The beginning of a key: enough to name it by."""
    return key[:SHORT_KEY]


def day_of(moment: Moment) -> str:
    """ "Fri 20 Nov 2026"."""
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - JSON does without

    return weekday_date(moment.local_date)


def ready_streams() -> None:
    """Let no character stop a message: what a stream cannot encode or decode becomes a sign for it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def drop_output() -> None:
    """Forget what standard output cannot take, so that Python does not complain of it at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_WHOLE = r"/\S*(?: \S*/\S*)+|(?:`[^`]*`|\S)+"
"""What stays on one line: a path with its spaces, a command in backticks, a word."""


def _folded(text: str, width: int | None, indent: str = "", last: str = "") -> str:
    """`text` and a `last` part on one line, or on several that fit a terminal, each after `indent`.

    Lines end at spaces alone, and never within a command in backticks, so that it can be copied. What is
    longer than a line stays whole; the terminal goes on with it below.
    """
    line = one_line(f"{text} {last}")
    if not width or cells(indent + line) <= width:
        return f"{indent}{line}" if line else ""
    room = max(width - cells(indent), 20)
    lines = [""]
    words = re.findall(_WHOLE, one_line(text))
    for word in [*words, last] if last else words:
        if lines[-1] and cells(lines[-1]) + 1 + cells(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return "\n".join(f"{indent}{one}" for one in lines)


def _lines(
    rows: Sequence[Sequence[str]], flexible: int | None = None, room: int | None = None
) -> Iterator[str]:
    """Rows with their columns one below the other; the flexible one cut so that all fits into `room`."""
    tidy = [[one_line(cell) for cell in row] for row in rows]
    widths = [max((cells(row[place]) for row in tidy), default=0) for place in range(len(tidy[0]))]
    if flexible is not None and room:
        others = sum(widths) - widths[flexible] + len(_GAP) * (len(widths) - 1)
        widths[flexible] = max(min(widths[flexible], room - others), 12)
    for row in tidy:
        yield _GAP.join(_fitted(cell, widths[place]) for place, cell in enumerate(row)).rstrip()


def _write(text: str) -> None:
    sys.stdout.write(text)


def _cells_of(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _fitted(text: str, width: int) -> str:
    """`text` padded to `width` columns, or cut with "…"."""
    if cells(text) > width:
        while cells(text) > width - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (width - cells(text))
