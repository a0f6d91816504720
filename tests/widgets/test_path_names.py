"""The name of a file is completed while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bounceback_tui.widgets.path_names import PathNames


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (".hidden", "diary.txt", "Diary-old.txt", "evil\x1b[31m.txt"):
        (tmp_path / name).touch()
    (tmp_path / "exports").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("di", "diary-old.txt"), ("diary.", "diary.txt"), ("exp", "exports/"), ("none", None)],
)
async def test_the_first_that_begins_so_is_suggested(folder: Path, typed: str, completed: str | None) -> None:
    found = await PathNames().get_suggestion(f"{folder}/{typed}")
    assert found == (completed and f"{folder}/{completed}")


@pytest.mark.parametrize("typed", ["", ".", ".hid", "ev"])
async def test_what_is_hidden_or_hostile_is_not(folder: Path, typed: str) -> None:
    assert await PathNames().get_suggestion(f"{folder}/{typed}") is None


async def test_what_is_no_folder_suggests_nothing(folder: Path) -> None:
    assert await PathNames().get_suggestion(f"{folder}/none/x") is None
    assert await PathNames().get_suggestion("a\0b/x") is None
