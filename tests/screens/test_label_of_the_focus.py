"""The name of the field that is filled in stands out, and of no other."""

from __future__ import annotations

from pathlib import Path

from looking import open_workspace, running
from textual.content import Content
from textual.widget import Widget
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


async def test_the_name_of_a_scale_and_of_a_row_of_words_stands_out_in_the_same_way(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            for name, words in (("stage", "Stage"), ("before-mood", "Mood"), ("locus", "Cause")):
                field = pilot.app.screen.query_one(f"#{name}")
                assert style_of(field, words) == "$foreground-muted"
                field.focus()
                await pilot.pause()
                assert style_of(field, words) == "$text-accent"


def style_of(field: Widget, words: str) -> str:
    """The style of these words in what a widget shows."""
    shown = field.render()
    assert isinstance(shown, Content)
    at = shown.plain.index(words)
    return next(str(span.style) for span in shown.spans if span.start <= at < span.end)
