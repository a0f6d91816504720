"""An offer is accepted from a script: one line says what is still open, and how to withdraw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bounceback_tui.cli import capture

if TYPE_CHECKING:
    from conftest import Shell


def applied(shell: Shell, *companies: str) -> None:
    for company in companies:
        shell.do("log", "--company", company, "--result", "moved-on")


def test_event_says_in_one_line_what_is_still_open(shell: Shell) -> None:
    applied(shell, "Acme", "Brook", "Calder")
    noted = "Noted for Acme: offer, Mon 23 Nov 2026.\n"
    assert shell.do("event", "acme", "offer").out == noted
    assert shell.do("event", "acme", "accepted").out == (
        "Noted for Acme: accepted, Mon 23 Nov 2026.\n"
        "2 applications are still open; `bounceback withdraw --all` withdraws them.\n"
    )
    assert shell.do("event", "brook", "accepted", "--json").json["kind"] == "accepted"
    assert shell.do("event", "calder", "accepted").out == "Noted for Calder: accepted, Mon 23 Nov 2026.\n"


def test_log_says_so_where_somebody_reads_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(capture, "tell", told.append)
    applied(shell, "Brook")
    told.clear()
    shell.do("log", "--company", "Acme", "--result", "offer")
    assert len(told) == 1
    shell.do("log", "--company", "Acme", "--result", "accepted")
    assert told[-1] == "1 application is still open; `bounceback withdraw --all` withdraws it."
    told.clear()
    shell.do("log", "--company", "Acme", "--result", "accepted", "--json")
    assert told == []
