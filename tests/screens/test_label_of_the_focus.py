"""The name of the field that is filled in stands out, and of no other."""

from __future__ import annotations

from pathlib import Path

from looking import open_workspace, running
from textual.widgets import Static


async def test_the_name_of_the_field_with_the_focus_stands_out_alone(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            labels = {str(one.render()): one for one in pilot.app.screen.query(".label").results(Static)}
            usual = labels["When"].styles.color
            for key, name in (("", "Company"), ("tab", "Role"), ("shift+tab", "Company")):
                await pilot.press(*filter(None, [key]))
                await pilot.pause()
                told = [label for label, one in labels.items() if one.styles.color != usual]
                assert told == [name]
            await pilot.press("tab", "tab")
            await pilot.pause()
            assert [label for label, one in labels.items() if one.styles.color != usual] == []
