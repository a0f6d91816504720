"""Guides of a person's own: found, chosen, switched, broken, gone, and never trusted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from journals import HandSetClock, without_rights

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.guide import MAX_BYTES
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

MINE = "# Mine\n\n## Rest\n\n- [ ] Walk {#walk}\n- [ ] Ask {#ask-feedback}\n"
BROKEN = "## Rest\n\n- [ ] Walk {#walk}\n- [x] Eat {#eat}\n"

Open = Callable[[], Workspace]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The folder for configuration, with room for guides."""
    (tmp_path / "config" / "guides").mkdir(parents=True)
    return tmp_path / "config"


@pytest.fixture
def opened(tmp_path: Path, config: Path, clock: HandSetClock) -> Open:
    return lambda: Workspace(tmp_path / "journal.db", clock, asset("guide.md"), config)


def put(config: Path, text: str, name: str = "mine") -> Path:
    path = config / "guides" / f"{name}.md"
    path.write_text(text)
    return path


def rejected(journal: Workspace, company: str = "Acme") -> str:
    return journal.journal.log(Outcome(company, text="No.")).episode or ""


def steps_of(journal: Workspace, episode: str) -> list[str]:
    return [step.id for step in journal.recovery.guide_of(journal.recovery.find(episode)).steps]


def ours(journal: Workspace) -> list[str]:
    return [step.id for step in journal.guides.named("").steps]


def test_a_new_episode_gets_the_guide_of_the_settings_and_an_older_one_keeps_its_own(
    opened: Open, config: Path
) -> None:
    with opened() as journal:
        before = rejected(journal, "Oak")
    put(config, MINE)
    (config / "config.toml").write_text('guide = "mine"\n')
    with opened() as journal:
        episode = rejected(journal)
        assert journal.recovery.find(episode).guide == "mine"
        assert steps_of(journal, episode) == ["walk", "ask-feedback"]
        assert steps_of(journal, before) == ours(journal)
        cards = {card.episode.id: card for card in journal.today.overview().cards}
        assert [title for title, _ in cards[episode].sections] == ["Rest"]
        assert journal.guides.news() == []


def test_ticks_go_with_their_steps_there_and_back(opened: Open, config: Path) -> None:
    put(config, MINE)
    with opened() as journal:
        episode = rejected(journal)
        journal.recovery.set_state(episode, "ask-feedback", StepState.DONE)
        journal.recovery.set_note(episode, "agency", "kept")
        before = journal.recovery.ticks(episode)
        journal.recovery.set_guide(episode, "mine")
        assert steps_of(journal, episode) == ["walk", "ask-feedback"]
        assert journal.recovery.ticks(episode) == before
        journal.recovery.set_state(episode, "walk", StepState.DONE)
        assert journal.undo.take_back() == "tick “Walk”"
        assert journal.undo.take_back() == "use “mine” for Acme"
        assert steps_of(journal, episode) == ours(journal)
        journal.undo.do_again()
        journal.undo.do_again()
        journal.recovery.set_guide(episode, "")
        assert set(journal.recovery.ticks(episode)) == {*before, "walk"}
        assert steps_of(journal, episode) == ours(journal)


@pytest.mark.parametrize("config_line", ['guide = "mine"', 'guide = "mine.md"'])
def test_a_broken_guide_is_told_with_file_and_line_and_ours_is_used(
    opened: Open, config: Path, config_line: str
) -> None:
    path = put(config, BROKEN)
    (config / "config.toml").write_text(config_line)
    with opened() as journal:
        episode = rejected(journal)
        assert len(journal.today.overview().cards[0].sections) == 4
        (said,) = journal.guides.news()
        assert said.startswith(f"{path}, line 4: this step is ticked")
        assert said.endswith("the guide that comes with bounceback is used meanwhile.")
        assert steps_of(journal, episode) == ours(journal)
        assert journal.guides.news() == []
        put(config, MINE)  # put right while the program runs
        assert steps_of(journal, episode) == ["walk", "ask-feedback"]


def test_a_guide_that_breaks_or_goes_away_is_used_as_it_was_last(opened: Open, config: Path) -> None:
    path = put(config, MINE)
    with opened() as journal:
        episode = rejected(journal)
        journal.recovery.set_guide(episode, "mine")
    put(config, MINE.replace("Walk", "Walk slowly"))
    with opened() as journal:
        assert journal.recovery.guide_of(journal.recovery.find(episode)).steps[0].text == "Walk slowly"
    path.write_text(BROKEN)
    with opened() as journal:
        assert steps_of(journal, episode) == ["walk", "ask-feedback"]
        assert "line 4" in journal.guides.news()[0]
    path.unlink()
    with opened() as journal:
        assert journal.recovery.guide_of(journal.recovery.find(episode)).steps[0].text == "Walk slowly"
        assert journal.guides.news() == []  # it may be gone on purpose
        assert journal.guides.names() == []


def test_a_guide_that_never_was_there_is_told(opened: Open, config: Path) -> None:
    (config / "config.toml").write_text('guide = "mine"\n')
    with opened() as journal:
        episode = rejected(journal)
        assert steps_of(journal, episode) == ours(journal)
        (said,) = journal.guides.news()
        assert said.startswith("There is no guide “mine” at ")


def test_only_a_guide_that_can_be_used_can_be_chosen(opened: Open, config: Path) -> None:
    put(config, BROKEN)
    with opened() as journal:
        episode = rejected(journal)
        for name in ("mine", "other", "../config", "..", "/etc/passwd", "a\0b", "\ud800", "x" * 300):
            with pytest.raises(CannotDo, match="nothing was changed"):
                journal.recovery.set_guide(episode, name)
        assert journal.recovery.find(episode).guide == ""
        assert journal.undo.next_back == "save what happened with Acme"


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"a\0b", b"#" * (MAX_BYTES + 1), b"[" * 100_000, b"\n" * 50_000, b"## \xed\xa0\x80\n"],
    ids=["empty", "not UTF-8", "nul", "too large", "brackets", "lines", "surrogate"],
)
def test_hostile_files_never_stop_anything(opened: Open, config: Path, content: bytes) -> None:
    (config / "guides" / "mine.md").write_bytes(content)
    (config / "config.toml").write_text('guide = "mine"\n')
    with opened() as journal:
        episode = rejected(journal)
        assert steps_of(journal, episode) == ours(journal)
        (said,) = journal.guides.news()
        assert ", line " in said
        assert "\n" not in said


@pytest.mark.skipif(os.name != "posix", reason="there are no such files elsewhere")
def test_what_is_no_plain_file_is_never_waited_for(opened: Open, config: Path) -> None:
    folder = config / "guides"
    os.mkfifo(folder / "pipe.md")
    (folder / "round.md").symlink_to("round.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    (folder / "folder.md").mkdir()
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / ".hidden.md").write_text(MINE)
    (folder / "notes.txt").write_text(MINE)
    with opened() as journal:
        assert journal.guides.names() == []
        assert not journal.guides.has_own()
        for name in ("pipe", "round", "zero", "folder", "gone"):
            assert journal.guides.named(name) == journal.guides.named("")
            assert len(journal.guides.news()) == 1, name


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_to_a_file_elsewhere_is_followed(opened: Open, config: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles.md"
    elsewhere.write_text(MINE)
    (config / "guides" / "mine.md").symlink_to(elsewhere)
    with opened() as journal:
        assert journal.guides.names() == ["mine"]
        assert journal.guides.named("mine").title == "Mine"


@pytest.mark.skipif(os.name != "posix", reason="permissions mean something else elsewhere")
def test_a_file_that_may_not_be_read_is_told(opened: Open, config: Path) -> None:
    path = put(config, MINE)
    path.chmod(0)
    with opened() as journal, without_rights():
        assert journal.guides.named("mine") == journal.guides.named("")
        (said,) = journal.guides.news()
        assert said.startswith(f"{path} cannot be read (permission denied); the guide that comes with ")


def test_a_thousand_files_are_listed_by_name_and_not_read(
    opened: Open, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1_000):
        put(config, BROKEN, f"guide {number:04}")
    with opened() as journal:
        names = journal.guides.names()
        assert len(names) == 1_000
        assert names[:2] == ["guide 0000", "guide 0001"]
        assert journal.guides.news() == []


def test_without_a_folder_there_is_ours(tmp_path: Path, clock: HandSetClock) -> None:
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md")) as journal:
        assert journal.guides.names() == []
        assert journal.guides.named("mine") == journal.guides.named("")
