"""A theme of one's own on which words cannot be read is told, and so is a name that there is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from bounceback_tui.services.own_themes import OwnTheme, read_all
from bounceback_tui.services.theme_names import WITH_TEXTUAL
from bounceback_tui.services.theme_words import LEAST, contrast, hard_to_read, problems_of

FAINT = 'foreground = "#777777"\nbackground = "#808080"\nsurface = "#8a8a8a"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "fog.toml").write_text(FAINT)
    (tmp_path / "themes" / "night.toml").write_text('background = "#000000"\n')
    return tmp_path


def test_the_worst_of_a_faint_theme_is_one_sentence_and_a_good_one_none(folder: Path) -> None:
    fog, night = read_all(folder)[0]
    told = hard_to_read(fog)
    assert "“fog”" in told
    assert "background (#808080) by 1.1 to 1" in told
    assert told.count(". ") == 0
    assert hard_to_read(night) == ""


def test_what_is_left_out_is_measured_as_it_will_be() -> None:
    light = OwnTheme("paper", False, (("background", "#4a4a4a"),))
    assert "#2b2520" in hard_to_read(light)
    assert contrast("#777777", "#ffffff") < LEAST < contrast("#767676", "#ffffff")


def test_names_are_known_without_textual(folder: Path) -> None:
    assert set(WITH_TEXTUAL) == set(BUILTIN_THEMES)
    for known in ("nord", "night", "bounceback-light", ""):
        assert all("not known" not in one for one in problems_of(folder, known))
    assert "“nrd” of the settings is not known (the nearest is “nord”)" in " ".join(
        problems_of(folder, "nrd")
    )
