"""Keys of one's own: they work, are shown, and leave the usual ones free; the list of commands is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers_journal import NARROW, live, turn_to
from looking import open_workspace, running, screen_text

from bounceback_tui import config_values
from bounceback_tui.app.key_list import as_text, kinds
from bounceback_tui.config import load
from bounceback_tui.domain.keys import commands_in
from bounceback_tui.resources import asset
from bounceback_tui.services.settings import Settings
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.keymap import command_id, own_bindings

CHOSEN = """
[keys]
mood = "f5"
leave = "+"
keys = "f1"
"journal.save-search" = "y"
"list.down" = ["down", "*"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the settings are, with some keys chosen."""
    (tmp_path / config_values.CONFIG_FILE).write_text(CHOSEN)
    return tmp_path


async def test_they_work_are_shown_and_are_letters_in_a_field(tmp_path: Path, folder: Path) -> None:
    live(tmp_path / "journal.db")
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.settings = Settings(folder)
        assert not journal.settings.problems
        async with running(journal, NARROW) as pilot:
            app = pilot.app
            assert "f5 mood" in screen_text(app)
            await pilot.press("m")
            assert len(app.screen_stack) == 1
            await pilot.press("f5")
            assert len(app.screen_stack) == 2
            await pilot.press("escape")
            await turn_to(pilot, "Journal")
            await pilot.press("*")
            assert app.screen.query_one("#history").cursor == 1
            assert "searches" in [
                key.words for key in app.screen.query_one(KeyBar).keys
            ]  # its key is still there though another left it
            await pilot.press("slash", *"f+x")  # a letter that leaves, which here is one
            assert app.is_running
            assert "f+x" in screen_text(app)
            assert "y save search" not in screen_text(app)
            await pilot.press("enter")
            assert "y save search" in screen_text(app)
            await pilot.press("f1")
            assert re.search(r"f5 +How is it now\?", screen_text(app))
            await pilot.press("escape", "ctrl+p", *"how is it")
            await pilot.pause(0.3)
            assert "How is it now? (f5)" in screen_text(app)
            await pilot.press("escape", "+")
            assert not app.is_running


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ('"journal.tag" = "x"', "“journal.tag”, which is no command (did you mean “journal.tags”?)"),
        ('"journal.tags" = "f99"', "“f99” is no key for “journal.tags”, which keeps “t”"),
        ('"journal.tags" = 3', "“3” is no key for “journal.tags”"),
        ('"journal.tags" = "c"', "“c” for “journal.tags” is that of “journal.check-ins” in the same place"),
        ('"journal.tags" = "m"', "“m” for “journal.tags” is that of “mood”"),
        ('write = "e"', "“e” for “write” is that of “application.change”"),
        ('"steps.note" = "ctrl+q"', "“ctrl+q” for “steps.note” is that of “leave”"),
        ('mood = "f5"\nwrite = "f5"', "“f5” for “write” is that of “mood”"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence_and_the_usual_key_stands(
    tmp_path: Path, said: str, says: str
) -> None:
    (tmp_path / config_values.CONFIG_FILE).write_text(f"[keys]\n{said}\n")
    found = load(tmp_path)
    (problem,) = found.problems
    assert says in problem
    assert str(tmp_path) in problem
    assert problem.endswith(".")
    assert dict(found.keys) in ({}, {"mood": ("f5",)})


@pytest.mark.parametrize(
    "said",
    [
        '"journal.tags" = "c"\n"journal.check-ins" = "t"',  # two change places
        'journal.tags = "b"',  # as TOML reads it without quotation marks
        '"tags.rename" = "m"',  # pages lie below that window
        '"steps.note" = "t"',  # which is a key of another page
        '"journal.tags" = ["t", "ctrl+b"]',
    ],
)
def test_what_does_not_clash_is_taken(tmp_path: Path, said: str) -> None:
    (tmp_path / config_values.CONFIG_FILE).write_text(f"[keys]\n{said}\n")
    found = load(tmp_path)
    assert not found.problems
    assert found.keys


def test_the_list_is_that_of_the_screens() -> None:
    assert asset("keys.md") == as_text(), "python -m bounceback_tui.app.key_list > assets/keys.md"


def test_every_key_that_the_foot_of_the_screen_shows_can_be_changed() -> None:
    known = commands_in(asset("keys.md"))
    for kind in kinds():
        for binding in own_bindings(kind):
            if binding.show and not binding.key.isdigit():
                assert command_id(kind, binding) in known, (kind, binding)


def test_the_keys_in_the_readme_are_those_of_the_list() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    table = readme.partition("| Key | What it does |")[2].partition("\n\n")[0]
    known = {key for one in commands_in(asset("keys.md")).values() for key in one.keys}
    for row in table.splitlines()[2:]:
        for key in re.findall(r"`([^`]+)`", row.split("|")[1]):
            assert key in known | {"j", "k", "gg", "G"}, row
