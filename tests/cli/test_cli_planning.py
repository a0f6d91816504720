"""A step that is planned stays open, and is due at its moment."""

from __future__ import annotations

from conftest import Shell


def test_planning_a_step_leaves_it_open_and_ticking_it_with_a_plan_says_how(shell: Shell) -> None:
    shell.logged()
    code, said = shell.refused("tick", "set-limit", "--plan", "if it is saturday 9:00, then I stop at noon")
    assert (code, "nothing was ticked" in said, "bounceback plan STEP" in said) == (2, True, True)
    planned = shell.do("plan", "set-limit", "if it is saturday 9:00, then I stop at noon", "--json").json
    assert (planned["state"], planned["due"], planned["due_time"]) == ("open", "2026-11-28", "09:00")
    assert shell.do("plan", "set-limit", "--due", "friday").out.startswith("Planned, and still open: ")
    moved = next(one for one in shell.do("steps", "--json").json if one["id"] == "set-limit")
    assert (moved["plan"], moved["due"]) == (planned["plan"], "2026-11-27")
    assert "noon" in shell.do("due").out
    shell.do("tick", "set-limit")
    assert "`bounceback untick set-limit`" in shell.refused("plan", "set-limit", "later")[1]
    assert shell.refused("plan", "set-limit")[0] == 2


def test_a_plan_that_is_taken_away_is_not_said_to_be_planned(shell: Shell) -> None:
    shell.logged()
    shell.do("plan", "set-limit", "if it is saturday 9:00, then I stop at noon")
    assert shell.do("plan", "set-limit", "--due", "none").out.startswith("Planned, and still open: ")
    assert shell.do("plan", "set-limit", "").out.startswith("Open, with no plan: ")
    left = next(one for one in shell.do("steps", "--json").json if one["id"] == "set-limit")
    assert (left["plan"], left["due"], left["state"]) == ("", None, "open")
