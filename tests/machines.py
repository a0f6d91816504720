"""Several machines of one person over one remote, for tests: each a journal of its own."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from journals import NOW, HandSetClock, check_whole, open_journal

from bounceback_tui import sealed
from bounceback_tui.domain.outcome import Written
from bounceback_tui.domain.sync_report import Report
from bounceback_tui.services.integrity import check

PASSPHRASE = "seven horses, one ü"

OWN = {"entry": "position", "event": "seq"}
"""Columns that are each machine's own."""


class Machine:
    """One of them. Use it as a `with`."""

    def __init__(self, folder: Path, remote: Path, when: datetime = NOW) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "journal.db"
        self.remote = remote
        self.clock = HandSetClock(when)
        self.workspace = open_journal(self.path, self.clock)

    def __enter__(self) -> Machine:
        return self

    def __exit__(self, *_: object) -> None:
        self.workspace.close()

    def set_up(self, passphrase: str = PASSPHRASE) -> Report:
        """Begin to exchange, or join."""
        return self.workspace.sync.set_up(str(self.remote), lambda _: passphrase)

    def sync(self) -> Report:
        """Exchange what is new."""
        return self.workspace.sync.run()

    def note(self, text: str, title: str = "") -> str:
        """Write an entry; its key."""
        self.clock.forward(seconds=1)
        return self.workspace.journal.write(Written("", title, text))

    def change(self, key: str, text: str) -> None:
        """Let an entry say something else."""
        self.clock.forward(seconds=1)
        told = self.workspace.versions.told(key)
        self.workspace.versions.rewrite(key, told.title, text, told.tags)

    def says(self, key: str) -> str:
        """What an entry says."""
        return self.workspace.journal.find(key).entry.text

    def texts(self) -> list[str]:
        """What all entries say that are not in the trash."""
        rows = self.workspace.database.rows("SELECT text FROM entry WHERE deleted_at IS NULL ORDER BY 1")
        return [str(text) for (text,) in rows]

    def whole(self) -> dict[str, list[dict[str, Any]]]:
        """The whole journal, but for what is each machine's own."""
        found = {}
        for table, rows in self.workspace.exchange.as_json().items():
            if isinstance(rows, list) and table != "draft":
                own = OWN.get(table)
                kept = [{name: value for name, value in row.items() if name != own} for row in rows]
                found[table] = sorted(kept, key=repr)
        return found

    def order(self) -> tuple[list[str], list[str]]:
        """Keys of the entries and of the events of each application in their order."""
        ask = self.workspace.database.rows
        entries = [str(one) for (one,) in ask("SELECT id FROM entry ORDER BY position")]
        events = [str(one) for (one,) in ask("SELECT id FROM event ORDER BY application_id, seq")]
        return entries, events

    def waiting(self) -> int:
        """How many rows wait for what they belong to."""
        status = self.workspace.sync.status()
        return status.waiting if status else 0

    def check(self) -> None:
        """File, references and indexes of words are in order, and each entry says what was saved."""
        check_whole(self.workspace.database)
        assert check(self.workspace.database) == {}


def same(*machines: Machine) -> None:
    """Every machine has the same journal, in the same order, with nothing out of order."""
    first = machines[0].whole()
    for one in machines:
        one.check()
        assert one.whole() == first
        assert one.order() == machines[0].order()


def settle_down(*machines: Machine) -> None:
    """Let everybody know everything."""
    for _ in range(2):
        for one in machines:
            one.sync()


def changed_on_both(desk: Machine, laptop: Machine) -> str:
    """An entry that says something else on each; its key."""
    key = desk.note("before")
    desk.set_up()
    laptop.set_up()
    desk.change(key, "as the desk says")
    laptop.change(key, "as the laptop says")
    settle_down(desk, laptop)
    return key


def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost nothing: with the real one each wrapping takes a second."""

    def mark(passphrase: str) -> bytes:
        return hashlib.sha256(sealed.tidy(passphrase).encode()).hexdigest().encode()

    def unwrap(wrapped: bytes, passphrase: str) -> str:
        kept, _, key = wrapped.partition(b" ")
        if kept != mark(passphrase):
            raise sealed.NotOpened
        return bytes.fromhex(key.decode()).decode()

    monkeypatch.setattr(sealed, "wrap", lambda key, said: mark(said) + b" " + key.encode().hex().encode())
    monkeypatch.setattr(sealed, "unwrap", unwrap)
