"""The desktop around the terminal: its clipboard, and the program that mail is written in.

Nothing here goes through a shell, waits long, or says anything on the terminal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LONGEST = 2.0
"""Seconds that a program gets to take a text."""

_CLIPBOARDS = (
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
)
"""What puts standard input on the clipboard: Wayland, X11 twice, macOS, Windows."""

_WEB = re.compile(r"https?://[^\s\x00-\x1f\x7f]+$", re.IGNORECASE)


def copy(text: str) -> bool:
    """Put a text on the clipboard of the system; whether a program there took it. Never raises."""
    for name, *arguments in _CLIPBOARDS:
        program = shutil.which(name)
        encoding = "utf-16-le" if name == "clip.exe" else "utf-8"
        if program and _run([program, *arguments], text.encode(encoding, "replace")):
            return True
    return False


def open_link(link: str) -> bool:
    """Open a link in the program that the person chose for its kind; whether that began. Never raises."""
    if sys.platform == "win32":
        try:
            os.startfile(link)
        except (OSError, ValueError):
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if not program:
        return False
    try:
        process = subprocess.Popen(
            [program, link],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    try:
        return process.wait(LONGEST) == 0
    except subprocess.TimeoutExpired:
        return True  # some stay for as long as what they opened


def openable(place: str) -> str:
    """What `open_link` can be given for a path or link that somebody noted; empty where there is nothing.

    A link is of the web; a path may begin with "~" and leads to a file or folder that is there. Never raises.
    """
    place = place.strip()
    if _WEB.match(place):
        return place
    try:
        path = Path(place).expanduser().absolute() if place else None
        return str(path) if path and path.exists() else ""
    except (OSError, RuntimeError, ValueError):  # too long, no home folder, a null character
        return ""


def _run(command: list[str], given: bytes) -> bool:
    """Whether a program did its work. One that is still busy with a text when its time is up did not."""
    try:
        # what it would print goes nowhere; a pipe would wait for the child that stays to hold the text
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
