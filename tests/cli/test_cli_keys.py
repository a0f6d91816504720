"""Wherever a key is taken: it may be shortened, and "-1" is the latest, "-2" the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Shell

DAYS = ("2026-11-20T09:00", "2026-11-21T09:00", "2026-11-22T09:00")


@pytest.fixture
def keys(shell: Shell) -> dict[str, list[str]]:
    """Three of everything that has a key, the oldest first."""
    kinds = ("entry", "application", "episode", "event", "lead", "cv", "person")
    found: dict[str, list[str]] = {kind: [] for kind in kinds}
    for name, day in zip(("Acme", "Bolt", "Cree"), DAYS, strict=True):
        told = shell.do("log", f"{name} said no", "--company", name, "--source", "agency", now=day).json
        found["entry"].append(told["id"])
        found["application"].append(told["application"])
        found["episode"].append(told["episode"])
        found["event"].append(told["event"])
        met = shell.do("people", told["application"], "--add", name, "--json", now=day).json
        found["person"].append(met["id"])
        found["lead"].append(shell.do("leads", "--add", name, "--json", now=day).json["id"])
        found["cv"].append(shell.do("cv", "--add", name, "--json", now=day).json["id"])
    return found


def entry_of(*args: str) -> Callable[[Shell, str], str]:
    return lambda shell, said: shell.do(*args, said, "--json").json["id"]


def application_of(*args: str) -> Callable[[Shell, str], str]:
    def key(shell: Shell, said: str) -> str:
        noted = shell.do("event", said, "screen", "--json").json["id"]
        every = shell.do("applications", "--json").json
        return next(one["id"] for one in every if noted in [event["id"] for event in one["events"]])

    return key


def episode_of(shell: Shell, said: str) -> str:
    shell.do("tick", "say-thanks", "--episode", said)
    company = shell.do("steps", "--episode", said).out.split(":")[0]
    every = {one["company"]: one["id"] for one in shell.do("applications", "--json").json}
    return every[company]


def closed(shell: Shell, said: str) -> str:
    return str(shell.do("close", said, "--json").json[0]["application"])


TAKES = {
    "show": ("entry", entry_of("show")),
    "delete": ("entry", entry_of("delete")),
    "event": ("application", application_of()),
    "applications --delete": ("application", entry_of("applications", "--delete")),
    "--episode": ("application", episode_of),
    "leads --done": ("lead", entry_of("leads", "--done")),
    "cv --done": ("cv", entry_of("cv", "--done")),
    "event --delete": ("event", entry_of("event", "--yes", "--delete")),
    "people --delete": ("person", entry_of("people", "--delete")),
    "close": ("application", closed),
}


@pytest.mark.many(12)
@pytest.mark.parametrize("back", [1, 2, 3])
@pytest.mark.parametrize("command", TAKES)
def test_a_number_counts_back_from_the_latest(
    shell: Shell, keys: dict[str, list[str]], command: str, back: int
) -> None:
    kind, found = TAKES[command]
    assert found(shell, f"-{back}") == keys[kind][-back]


@pytest.mark.many(6)
@pytest.mark.parametrize("command", [name for name in TAKES if name != "--episode"])
def test_a_beginning_that_only_one_has_is_enough(
    shell: Shell, keys: dict[str, list[str]], command: str
) -> None:
    kind, found = TAKES[command]
    wanted = keys[kind][1]
    others = [key for key in keys[kind] if key != wanted]
    short = next(
        wanted[:length]
        for length in range(1, 27)
        if not any(key.startswith(wanted[:length]) for key in others)
    )
    assert found(shell, short.lower()) == wanted


def test_an_episode_is_found_by_its_beginning(shell: Shell, keys: dict[str, list[str]]) -> None:
    assert shell.do("steps", "--episode", keys["episode"][1][:12]).out.startswith("Bolt")


@pytest.mark.many(9)
@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("show", "-4"), "There are only 3 entries."),
        (("event", "-4", "screen"), "There are only 3 applications."),
        (("steps", "--episode", "-4"), "There are only 3 rejections."),
        (("leads", "--done", "-4"), "There are only 3 leads."),
        (("restore", "-1"), "The trash is empty."),
        (("show", "-0"), "There is no entry “-0”."),
        (("show", "-99999999999"), "There is no entry “-99999999999”."),
    ],
)
@pytest.mark.usefixtures("keys")
def test_where_there_are_not_so_many_it_is_told(shell: Shell, args: tuple[str, ...], words: str) -> None:
    code, sentence = shell.refused(*args)
    assert code == 1
    assert sentence.startswith(words)


def test_what_came_last_into_the_trash_is_its_latest(shell: Shell, keys: dict[str, list[str]]) -> None:
    shell.do("delete", keys["entry"][0])
    assert shell.do("restore", "-1", "--json").json["id"] == keys["entry"][0]


def test_an_application_may_be_named_by_the_beginning_of_its_company(shell: Shell) -> None:
    for name in ("Umbrella Corporation", "Acme", "Acme Labs", "01 Systems"):
        shell.do("applications", "--add", f"{name}, Cook, agency, today")
    assert "Umbrella Corporation" in shell.do("event", "umbr", "screen").out
    assert "Noted for Acme:" in shell.do("event", "acme", "screen").out  # the whole name comes first
    code, sentence = shell.refused("event", "ac", "screen")
    assert code == 1
    assert "more than one" in sentence
    code, sentence = shell.refused("event", "mbrella", "screen")
    assert (code, sentence[:24]) == (1, "There is no application ")
