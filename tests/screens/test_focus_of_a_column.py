"""The focus of a column changes nothing that stands in it, and so asks for the style of nothing there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, press, running
from textual.css.stylesheet import Stylesheet

from bounceback_tui.app import BouncebackApp
from bounceback_tui.screens.pattern_answer import PatternAnswer
from bounceback_tui.widgets.column import Column

_SIGNS = {"TYPE": "", "UNIVERSAL": "", "CLASS": ".", "ID": "#", "NESTED": "&"}


async def test_only_the_column_itself_is_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press(pilot, "5")
            column = pilot.app.screen.query_one(PatternAnswer)
            within = set(column.query("*"))
            assert column.has_focus
            assert len(within) > 4
            asked: list[object] = []
            usual = Stylesheet.apply

            def counted(sheet: Stylesheet, node: Any, **more: Any) -> None:
                asked.append(node)
                usual(sheet, node, **more)

            monkeypatch.setattr(Stylesheet, "apply", counted)
            pilot.app.screen.set_focus(None)
            await press(pilot)
            column.focus()
            await press(pilot)
            assert asked.count(column) >= 2, "the control: without the focus, and with it again"
            assert not within.intersection(asked)


async def test_no_rule_is_for_what_stands_in_a_column_with_the_focus(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            assert isinstance(pilot.app, BouncebackApp)
            for sheet in ("pages.tcss", "windows.tcss", "plain.tcss"):
                pilot.app.wear(sheet)
            await press(pilot, "2", "3", "5")
            columns = pilot.app.screen.query(Column)
            assert len(columns) > 2
            names = {"*"}.union(*(column._selector_names for column in columns))
            chains = [chain.selectors for rule in pilot.app.stylesheet.rules for chain in rule.selector_set]
            around = {
                _SIGNS[one.type.name] + one.name
                for chain in chains
                for one in chain[:-1]
                if one.pseudo_classes & {"focus", "blur"}
            }
            assert "Rows" in around, "the control: the row under the cursor"
            assert not around & names
