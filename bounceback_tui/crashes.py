"""What is left behind where the program itself fails: a report without a word of the journal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bounceback_tui import __version__
from bounceback_tui.clock import Clock
from bounceback_tui.domain.faults import everything_of, place_of, stack_of
from bounceback_tui.files import write_privately
from bounceback_tui.paths import state_folder

KEPT = 10
"""Reports that are kept; older ones go."""

SAFE = "nothing that was saved is lost"
"""What is said where nothing was being written."""

WITHOUT_WORDS = "No word of your journal is in this file: it tells only where in the program it broke."
"""The second line of a report."""

WITH_WORDS = "This may hold words of your journal: look through it before you show it to anybody."
"""What goes before everything there is to tell."""

_LIBRARIES = ("textual", "rich", "sqlite-utils", "click")


class Crashes:
    """Writes reports of faults, and says that there is one."""

    def __init__(self, clock: Clock, full: bool = False) -> None:
        """With `full` everything is told, the values of variables too."""
        self._clock = clock
        self._full = full

    def tell(self, error: BaseException, where: str, safe: str = SAFE) -> str:
        """Write a report; what is said: one sentence, after everything there is where that is asked for.

        `where` is a screen or a command by its own name; `safe` says what has not been lost. Never raises.
        """
        said = f"Something went wrong in the program itself ({place_of(error)}); {safe}; "
        path = self.report(error, where)
        if self._full:
            said += f"everything there is to tell is in {path}." if path else "no report could be written."
            return f"{everything_of(error)}\n{WITH_WORDS}\n{said}"
        if path is None:
            return f"{said}no report could be written, and `bounceback --debug` shows everything."
        return (
            f"{said}a report without a word of your journal is in {path}, "
            "and `bounceback --debug` shows everything."
        )

    def report(self, error: BaseException, where: str) -> Path | None:
        """Write a report alone; where it is, None where none could be written. Never raises."""
        try:
            folder = state_folder()
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = _free(folder, f"crash-{self._clock.now().local:%Y-%m-%d-%H%M%S}")
            write_privately(path, self._text(error, where))
        except Exception:  # whatever keeps a report from being written must not hide what it was about
            return None
        with suppress(OSError):
            _tidy(folder)
        return path

    def _text(self, error: BaseException, where: str) -> str:
        lines = [
            "Something went wrong in bounceback",
            WITH_WORDS if self._full else WITHOUT_WORDS,
            "",
            f"when      {self._clock.now().isoformat()}",
            f"where     {where}",
            *_versions(),
            "",
            *([everything_of(error)] if self._full else stack_of(error)),
            "",
        ]
        return "\n".join(lines).encode("utf-8", "backslashreplace").decode()


@contextmanager
def strays_watched(tell: Callable[[BaseException], object]) -> Iterator[None]:
    """Hand on faults in threads, and those that nobody can catch; Python's own way prints what they say."""
    before = threading.excepthook, sys.unraisablehook

    def told(failed: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        if failed.exc_value:
            tell(failed.exc_value)

    threading.excepthook = sys.unraisablehook = told
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before


def _versions() -> Iterator[str]:
    import platform  # noqa: PLC0415 - only needed now
    from importlib.metadata import version  # noqa: PLC0415

    yield f"version   {__version__}, Python {platform.python_version()}"
    yield f"system    {platform.platform()}"
    for name in _LIBRARIES:
        with suppress(Exception):  # a version that is not known is no reason to tell nothing
            yield f"{name:<13} {version(name)}"


def _free(folder: Path, name: str) -> Path:
    """A name that no report has yet."""
    names = (f"{name}.txt", *(f"{name}-{number}.txt" for number in range(2, 10 * KEPT)))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def _tidy(folder: Path) -> None:
    reports = [(path.stat().st_mtime_ns, path.name, path) for path in folder.glob("crash-*.txt")]
    for *_, path in sorted(reports)[:-KEPT]:
        path.unlink(missing_ok=True)
