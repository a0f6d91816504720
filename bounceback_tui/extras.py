"""What is not installed, or not on the PATH: the line that works as it stands, wherever the program lies."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

LIBRARIES: Mapping[str, str] = {
    "encryption": "sqlcipher3>=0.6.2",
    "sync": "pyrage>=1.2",
    "web": "textual-serve>=1.1.3,<2",
}
"""What each extra of `pyproject.toml` brings; a test sees to it that they stay alike."""

_OURS = "bounceback"


def how_to_install(extra: str) -> str:
    """The line that brings what an extra needs to the very Python that runs here.

    It names the library itself: the program may have come from a folder that is gone, or that no index knows.
    """
    python = sys.executable or "python3"
    install = ["pip", "install"]
    if find_spec("pip"):
        words = [python, "-m", *install]
    elif uv := shutil.which("uv"):
        words = [uv, *install, "--python", python]
    else:  # made without pip, as where Debian lacks `python3-venv`; that of the system will do
        words = ["python3", "-m", "pip", "--python", python, "install"]
    return _typed([*words, LIBRARIES[extra]])


def called() -> str:
    """What to type for the program: its short name, or how it was started where a shell finds none."""
    started = sys.argv[0] if sys.argv else ""
    path = Path(started)
    if shutil.which(_OURS):
        return _OURS
    if path.stem == _OURS:
        return _typed([started])
    if path.parts[-2:] == ("bounceback_tui", "__main__.py"):
        return _typed([sys.executable or "python3", "-m", "bounceback_tui"])
    return _OURS


def _typed(words: list[str]) -> str:
    """As a shell takes it."""
    if os.name == "nt":
        return " ".join(f'"{word}"' if set(word) & set(" <>&|^") else word for word in words)
    return shlex.join(words)
