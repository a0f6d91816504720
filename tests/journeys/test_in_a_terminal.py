"""The installed command in a pseudo-terminal, with the keyboard alone."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest
from terminal import Terminal

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
SAVE, QUIT, TAB, ESC = "\x13", "\x11", "\t", "\x1b"
TERMINAL_RESTORED = b"\x1b[?1049l"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {
        "BOUNCEBACK_DB": str(tmp_path / "folder" / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00",
        "HOME": str(tmp_path),
    }


def test_start_tell_quit_start_again_and_find_it(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place for a hard moment.")
        terminal.wait_for(lambda text: "journal.db" in text.replace("\n ", ""))  # the first start says where
        terminal.press("n")
        terminal.wait_for("who was it?")
        terminal.press("Acme", TAB, "Data engineer", TAB, "f")
        terminal.wait_for("[final]")
        terminal.press(TAB, TAB, TAB, TAB, "3", "2", TAB)
        terminal.press("They took somebody from inside.")
        terminal.wait_for("They took somebody from inside.")
        terminal.press(SAVE)
        terminal.wait_for("Acme said no today.")
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0
        assert TERMINAL_RESTORED in terminal.raw
    journal = tmp_path / "folder" / "journal.db"
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("Acme said no today.")
        terminal.press("/")
        terminal.wait_for("words, company:acme")
        terminal.press("insid")
        terminal.wait_for("1 entry")
        terminal.wait_for("They took somebody from inside.")
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0


@pytest.mark.long
def test_the_demo_touches_nothing_and_leaves_nothing(env: dict[str, str], tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with Terminal([COMMAND, "--demo"], {**env, "TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("since Acme said no.")
        assert any(temporary.iterdir())
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "folder").exists()
    assert os.listdir(tmp_path) == ["temporary"]


@pytest.mark.long
def test_a_text_is_changed_in_an_editor_of_ones_own(env: dict[str, str], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f"#!{sys.executable}\nimport sys\nopen(sys.argv[-1], 'a').write(' and home again')\n")
    editor.chmod(0o700)
    env |= {"EDITOR": str(editor), "VISUAL": "", "XDG_RUNTIME_DIR": str(tmp_path)}
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press("A walk", SAVE)
        terminal.wait_for("Saved.")
        terminal.press("2")
        terminal.wait_for("1 entry")
        terminal.press("E")
        terminal.wait_for("A walk and home again")
        terminal.press("v")
        terminal.wait_for("Earlier versions of “A walk and home again”")
        terminal.wait_for("{+walk and home again+}")
        terminal.press(ESC)
        terminal.wait_for("e edit")
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0
    assert list(tmp_path.glob("bounceback-edit-*/*")) == []
