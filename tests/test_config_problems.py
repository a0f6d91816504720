"""A slip in the settings is told with file, line, key, and what is nearest to what was meant."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bounceback_tui.config import READERS, TABLES, load, remember
from bounceback_tui.config_problems import of_guide
from bounceback_tui.config_values import CONFIG_FILE, Config
from bounceback_tui.resources import asset
from bounceback_tui.setting_list import SETTINGS, as_written, in_words, sample
from bounceback_tui.toml_lines import line_of


def problems(folder: Path, text: str | bytes) -> tuple[str, ...]:
    (folder / CONFIG_FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(folder).problems


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('# mine\n\ndate_order = "day frist"\n', "line 3, date_order is “day frist”, and it takes"),
        ('date_order = "day frist"', "“ask” (the nearest is “day first”); it is left out."),
        ("lock_after = 10", "(the nearest is 5)"),
        ("lock_after = 12", "(the nearest is 15)"),
        ("lock_after = 1_000_000_000_000_000_000_000.5", "(the nearest is 15)"),
        ('lock_after = "5"', "(the nearest is 5)"),
        ('lock_after = "never"', "(the nearest is 0)"),
        ('editor_always = "Yes"', "it takes true or false (the nearest is true)"),
        ("sync = true", "sync is “true”, and it takes “never” or “start and end” (the nearest is “start and"),
        ('writing_time = "hiden"', "(the nearest is “hidden”)"),
        ("name = 7", "it takes a name in quotation marks (the nearest is “7”)"),
        ('guide = "guides/mine.md"', "(the nearest is “mine”)"),
        (
            '\n\nThemes = "dusk"',
            "line 3, has a setting “Themes” that is not known here (the nearest is “theme”)",
        ),
        ('date_order = "ask"\nname = \'Ada\n', "line 2, cannot be understood ("),
        ('name = "Ada"\ndate_order = [\n"ask"\n', "line 3, cannot be understood ("),
        (b"# mine\nname = '\xff'\n", "line 2, is not written in UTF-8"),
        ('x = """\ndate_order = 3\n"""\n\ndate_order = 4', "line 5, date_order"),
        (
            "[colours]\ndate_order = 3\n",
            "line 1, begins a table “colours”, and date_order below it does nothing",
        ),
        ("lock_after = 0x" + "f" * 5000, "lock_after is “a very long number”"),
    ],
    ids=lambda text: str(text)[:25],
)
def test_it_is_told_where_it_stands_and_what_is_nearest(tmp_path: Path, text: str | bytes, says: str) -> None:
    told = problems(tmp_path, text)
    assert says in told[-1]
    assert str(tmp_path / CONFIG_FILE) in told[-1]
    assert told[-1].endswith(".")
    assert load(tmp_path).date_order == "ask"


def test_a_table_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    assert problems(tmp_path, '[colours]\nlow = 1\n\n[shapes]\nround = "ctrl+y"\n') == ()


def test_of_very_many_slips_only_some_are_told_one_by_one(tmp_path: Path) -> None:
    told = problems(tmp_path, "\n".join(f"x{number} = 1" for number in range(60_000)))
    assert len(told) == 11
    assert "has 59990 more settings" in told[-1]


def test_a_name_written_in_an_unusual_way_has_no_line() -> None:
    assert line_of('"na\\u006de" = 1', "name") is None
    assert line_of("broken = [", "broken") is None
    assert line_of("[x]\nname = 1\n[name]\n", "name") == 3


def test_every_setting_is_described_once_and_the_description_holds(tmp_path: Path) -> None:
    names = [one.name for one in SETTINGS]
    assert (
        sorted(names)
        == sorted(READERS)
        == sorted({one.name for one in fields(Config)} - {"problems", "stated", *TABLES})
    )
    for one in SETTINGS:
        for value in (*one.choices, tomllib.loads(f"x = {one.sample}")["x"]):
            remember(tmp_path, one.name, value)
            config = load(tmp_path)
            assert not config.problems
            assert (type(value), value) == (type(as_written(config, one.name)), as_written(config, one.name))
            if one.choices:
                assert str(value).lower() in one.takes
        remember(tmp_path, one.name, None)
        usual = {"true": "yes", "false": "no"}.get(one.usual, one.usual)
        assert usual in in_words(one, as_written(load(tmp_path), one.name))
    assert (tmp_path / CONFIG_FILE).read_text() == ""


def test_taking_a_setting_out_leaves_everything_around_it(tmp_path: Path) -> None:
    around = '# mine\ntheme = "nord"  # quiet\n{}\n[colours]\nlow = 1  # purple\n'
    (tmp_path / CONFIG_FILE).write_text(around.format("lock_after = 5\n"))
    remember(tmp_path, "lock_after", None)
    remember(tmp_path, "sync", None)
    assert (tmp_path / CONFIG_FILE).read_text() == around.format("")


def test_the_manual_shows_every_setting_as_it_is_described(tmp_path: Path) -> None:
    assert f"```\n{sample()}```" in asset("help.md"), "setting_list.sample() belongs into help.md"
    assert problems(tmp_path, sample()) == ()
    assert load(tmp_path) == Config()
    wanted = sample().replace("\n#", "\n").replace("\n ", "\n# ")  # as somebody would take them up
    assert problems(tmp_path, wanted) == ()
    assert load(tmp_path).stated == set(READERS)


def test_a_guide_that_is_not_there_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "my-week.md").touch()
    assert problems(tmp_path, '# mine\nguide = "my-weak"\n') == ()
    said = of_guide(tmp_path, "my-weak")
    assert f"In {tmp_path / CONFIG_FILE}, line 2, guide is “my-weak”, and" in said
    assert "(the nearest is “my-week”)" in said
    assert of_guide(tmp_path, "my-week") == of_guide(tmp_path, "") == ""
