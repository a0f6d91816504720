"""The person's own editor: which one, in a private folder, and without copies that it would leave behind."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_VIM = ("-n", "-i", "NONE", "-c", "silent! set nobackup nowritebackup noundofile")
_EMACS = (
    "--eval",
    "(setq make-backup-files nil auto-save-default nil create-lockfiles nil)",
)
_WAIT = ("--wait",)
_QUIET: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "vimx", "rvim"), _VIM),
    **dict.fromkeys(("gvim", "mvim", "evim"), ("-f", *_VIM)),
    **dict.fromkeys(("emacs", "emacsclient"), _EMACS),
    **dict.fromkeys(("code", "codium", "subl", "zed"), _WAIT),
    "micro": ("-backup", "false", "-savehistory", "false"),
}
"""What makes an editor keep no swap, undo, backup or history file, which would hold journal text, and what
makes one with a window of its own wait until that is closed."""

_IN_TERMINAL = frozenset(
    {
        *("editor", "sensible-editor", "vi", "vim", "nvim", "view", "vimx", "rvim", "nano", "pico", "micro"),
        *("hx", "helix", "kak", "joe", "jed", "ne", "mg", "ed"),
    }
)
"""Editors that draw in the terminal; others have a window of their own, or ask nobody."""

_USUAL = ("editor", "nano", "vim", "vi")
"""What is tried where no editor was named."""


class NoEditor(Exception):
    """There is no editor to be found, or it did not end well; the text says so."""


def command(environ: Mapping[str, str]) -> list[str]:
    """The editor named by VISUAL or EDITOR, else a usual one, as the words of a command. Raises NoEditor."""
    named = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise NoEditor("The editor in VISUAL or EDITOR has an open quote; nothing was changed.") from error
    if not words:
        words = [found for name in _USUAL if (found := shutil.which(name, path=environ.get("PATH")))][:1]
    if not words:
        raise NoEditor("No editor is named; set EDITOR to the one you like. Nothing was changed.")
    return [*words, *_quiet(words[0], environ)]


def needs_terminal(environ: Mapping[str, str]) -> bool:
    """Whether the editor is one that draws in the terminal, as far as its name tells. Raises nothing."""
    try:
        name = command(environ)[0]
    except NoEditor:
        return False  # which is told where it is started
    if not shutil.which(name, path=environ.get("PATH")):
        return False  # as above
    return bool(_IN_TERMINAL.intersection(_names(name, environ)))


def _quiet(name: str, environ: Mapping[str, str]) -> tuple[str, ...]:
    """What keeps an editor quiet, in words behind its name."""
    return next((_QUIET[known] for known in _names(name, environ) if known in _QUIET), ())


def _names(name: str, environ: Mapping[str, str]) -> tuple[str, str, str]:
    """What an editor may be known by: "editor" may be a link to "/usr/bin/vim.basic", which is vim."""
    found = shutil.which(name, path=environ.get("PATH"))
    real = Path(found).resolve().name if found else name
    return Path(name).name, real, real.partition(".")[0]


def folder(environ: Mapping[str, str]) -> Path:
    """A folder for the owner alone, in memory where there is one. Raises OSError."""
    for own in _own_folders(environ):
        if os.path.isdir(own.parent) and os.access(own.parent, os.W_OK):
            try:
                own.mkdir(mode=0o700, exist_ok=True)
            except OSError:
                continue  # something else has that name
            status = own.lstat()
            if own.is_symlink() or (hasattr(os, "getuid") and status.st_uid != os.getuid()):
                continue  # somebody else made it: nothing goes there
            own.chmod(0o700)
            return own
    raise FileNotFoundError("no folder for a private file")


def folder_there(environ: Mapping[str, str]) -> Path | None:
    """The same folder where there is one already; none is made."""
    # that of somebody else may be named, which cannot be looked into: os.path says no there, a Path raises
    found = (own for own in _own_folders(environ) if os.path.isdir(own) and not os.path.islink(own))
    return next(found, None)


def _own_folders(environ: Mapping[str, str]) -> list[Path]:
    """Where such a folder may be, the best place first."""
    name = f"bounceback-edit-{os.getuid() if hasattr(os, 'getuid') else 'me'}"
    places = (environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm", tempfile.gettempdir())
    return [Path(place) / name for place in places if place]


def run(path: Path, environ: Mapping[str, str]) -> None:
    """Open a file in the editor and wait until it is closed. Raises NoEditor."""
    words = command(environ)
    try:
        # no shell: the name of the file is one word, whatever is in it
        with _left_to_the_editor():
            ended = subprocess.run([*words, str(path)], check=False)
    except OSError as error:
        raise NoEditor(
            f"“{words[0]}” cannot be started; set EDITOR to the editor you like. Nothing was changed."
        ) from error
    if ended.returncode:
        raise NoEditor(f"“{words[0]}” ended with an error.")


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """ctrl+c is the editor's meanwhile: here it would end the wait, and with it what is being written."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # a handler, not SIG_IGN: the editor would inherit that it is ignored
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
