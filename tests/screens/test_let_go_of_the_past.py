"""What figures are worked out from is held while they are worked out, and no longer."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Event, get_ident

import pytest
from looking import open_workspace, press, running
from textual._styles_cache import StylesCache

from bounceback_tui.app.at_rest import AtRest
from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.checkin import DayMoods, Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.past import Checklist, Reasons, StepMark
from bounceback_tui.services.patterns import EVERYTHING, HELD, Asked
from bounceback_tui.statistics.statistic import Result

ROWS = (DayMoods, Log, StepMark, Checklist, Reasons)
"""What there is very much of in a long journal."""


def held() -> list[object]:
    """Rows that anything holds on to; as many as there are, where they are not kept in columns."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, ROWS)]


async def test_after_a_visit_to_each_page_no_row_of_a_past_is_held(tmp_path: Path) -> None:
    others = set(map(id, before := held()))  # what tests before this one left, kept so that no id comes twice
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.log(Outcome("Acme", stage=Kind.SCREEN))
        journal.journal.check_in(Reading(4))
        async with running(journal, (80, 24)) as pilot:
            for key in ("4", "5", "right", "right", "right", "right", "v", "1"):
                await pilot.press(key)
                await pilot.pause()
            assert {"mood", "reasons", "steps"} <= set(journal.patterns._known[EVERYTHING])
            assert journal.patterns._parts.keys() > HELD, "the control: more questions may come at once"
            # the guide that all lists have in common is there once
            assert all(
                isinstance(one, StepMark) and one.day is None for one in held() if id(one) not in others
            )
            journal.patterns.rest()  # as where keys rest in a terminal
            assert not [one for one in held() if id(one) not in others]
    assert len(before) == len(others)


async def test_what_is_usual_is_worked_out_by_one_thread_and_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a thread took for a moment stays with it, so a second one takes as much once more."""
    answered: list[tuple[str, int, list[str]]] = []
    answer = Asked.answer

    def told(asked: Asked) -> Result:
        answered.append((asked.statistic.name, get_ident(), sorted(asked.parts)))
        return answer(asked)

    monkeypatch.setattr(Asked, "answer", told)
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.log(Outcome("Acme", stage=Kind.SCREEN))
        async with running(journal, (80, 24)) as pilot:
            await pilot.pause()
    assert [(name, known) for name, _, known in answered] == [
        ("mood", []),
        ("bounce-back", ["episodes", "readings"]),
    ]
    assert len({thread for _, thread, _ in answered} - {get_ident()}) == 1


async def test_what_an_answer_is_worked_out_from_is_let_go_only_once_nothing_is_worked_on(
    tmp_path: Path,
) -> None:
    done = Event()
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.check_in(Reading(4))
        async with running(journal, (80, 24)) as pilot:
            assert isinstance(pilot.app, AtRest)
            journal.patterns.past("checklists")
            worker = pilot.app.run_worker(done.wait, thread=True)
            try:
                pilot.app._tidy()
                assert "checklists" in journal.patterns._parts
            finally:
                done.set()
            await worker.wait()
            pilot.app._tidy()
            assert "checklists" not in journal.patterns._parts


@pytest.mark.usefixtures("all_is_drawn")
async def test_the_lines_of_a_window_are_let_go_with_it_once_keys_rest(tmp_path: Path) -> None:
    kept = StylesCache.get_inner_outer.cache_info  # in which the toolkit holds on to lines of what is gone
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (80, 24)) as pilot:
            await press(pilot, "n")
            await press(pilot, "escape")
            assert kept().currsize > 20, "the control: whatever was drawn is there"
            assert isinstance(pilot.app, AtRest)
            pilot.app._tidy()
            assert kept().currsize == 0
