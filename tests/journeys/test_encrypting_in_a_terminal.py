"""Encrypting a journal at a terminal: the passphrase is asked for twice, never shown, and tried again."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from terminal import Terminal

pytestmark = pytest.mark.plain

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
WORDS = "vier lose Worte zusammen"


def flat(at: Terminal) -> str:
    """What it shows, wherever its lines end."""
    return " ".join(at.text.split())


@pytest.mark.long
def test_from_a_plain_journal_to_an_encrypted_one_and_back(tmp_path: Path) -> None:
    journal = tmp_path / "me.db"
    env = {"BOUNCEBACK_DB": str(journal), "BOUNCEBACK_NOW": "2026-11-23T09:30", "HOME": str(tmp_path)}

    def run(*args: str) -> Terminal:
        return Terminal([COMMAND, *args], env, (120, 40))

    with run("note", "Quittenmarmelade hilft.") as at:
        assert at.wait_for_end() == 0
    with run("encrypt") as at:
        at.wait_for("y or n:")
        assert "The plain files are overwritten and removed" in flat(at)
        at.press("y\r")
        at.wait_for("New passphrase:")
        assert "A lost passphrase is a lost journal" in flat(at)
        at.press("kurz\r")
        at.wait_for(lambda text: text.count("y or n:") == 2)
        assert "That has 4 characters," in flat(at)
        at.press("n\r")
        at.wait_for(lambda text: text.count("New passphrase:") == 2)
        at.press(f"{WORDS}\r")
        at.wait_for("once more:")
        at.press(f"{WORDS}x\r")
        at.wait_for("The two were not the same")
        at.wait_for(lambda text: text.count("New passphrase:") == 3)
        at.press(f"{WORDS}\r")
        at.wait_for(lambda text: text.count("once more:") == 2)
        at.press(f"{WORDS}\r")
        at.wait_for("Press enter once the recovery key is written down:")
        assert "Encrypted: the journal and 1 backup." in flat(at), "also for whoever leaves here with ctrl+c"
        at.press("\r")
        assert at.wait_for_end() == 0
        assert b"lose Worte" not in at.raw
        [recovery] = re.findall(r"(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}", at.text)
    assert b"Quittenmarmelade" not in journal.read_bytes()
    with run("list") as at:
        at.wait_for("Passphrase of me.db, or its recovery key:")
        at.press("wrong\r")
        at.wait_for("does not open me.db")
        at.wait_for(lambda text: text.count("Passphrase of me.db") == 2)
        at.press(f"{WORDS}\r")
        assert at.wait_for_end() == 0
        assert "Quittenmarmelade hilft." in flat(at)
    with run("decrypt", "--yes") as at:
        at.wait_for("recovery key:")
        at.press(f"{recovery}\r")
        assert at.wait_for_end() == 0
    assert b"Quittenmarmelade" in journal.read_bytes()


@pytest.mark.long
def test_nothing_typed_and_ctrl_c_change_nothing(tmp_path: Path) -> None:
    journal = tmp_path / "me.db"
    env = {"BOUNCEBACK_DB": str(journal), "HOME": str(tmp_path)}
    with Terminal([COMMAND, "note", "words"], env) as at:
        assert at.wait_for_end() == 0
    before = journal.read_bytes()
    for keys, code in (("\r", 1), ("\x03", 130)):
        with Terminal([COMMAND, "encrypt", "--yes"], env) as at:
            at.wait_for("New passphrase:")
            at.press(keys)
            assert at.wait_for_end() == code
    assert journal.read_bytes() == before
