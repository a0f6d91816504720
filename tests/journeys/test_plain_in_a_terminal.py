"""Plain mode as it reaches a terminal: every byte that is drawn, from the first paint to a saved entry."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from bounceback_tui.widgets.plain_marks import BLOCKS

COMMAND = [sys.executable, "-m", "bounceback_tui"]


def drawn(raw: bytes) -> set[str]:
    """Signs of lines, blocks, shapes and dots among what was written."""
    text = re.sub(r"\x1b\][^\x07\x1b]*", "", raw.decode("utf-8", "replace"))
    return {sign for sign in text if any(ord(sign) in codes for codes in BLOCKS)}


@pytest.mark.many(4)
@pytest.mark.parametrize(
    ("flags", "variable", "is_plain"),
    [
        (("--plain",), "", True),
        pytest.param((), "1", True, marks=pytest.mark.long),  # `tests/cli/test_cli_plain.py` asks it, too
        ((), "0", False),
    ],
)
def test_no_byte_of_it_draws_a_line_or_a_block(
    tmp_path: Path, flags: tuple[str, ...], variable: str, is_plain: bool
) -> None:
    env = {"HOME": str(tmp_path), "BOUNCEBACK_NOW": "2026-11-23T09:30", "BOUNCEBACK_PLAIN": variable}
    with Terminal([*COMMAND, *flags, "--demo"], env) as terminal:
        terminal.wait_for("Four days since Acme said no.")
        for key, words in (("2", "entries, newest first"), ("3", "Think of one able"), ("5", "logged days")):
            terminal.press(key)
            terminal.wait_for(words)
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert (drawn(terminal.raw) == set()) is is_plain
