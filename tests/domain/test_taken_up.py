"""A draft of a change takes over what was changed beside it, and tells where both changed the same."""

from __future__ import annotations

from bounceback_tui.domain.taken_up import BEGUN, marks, taken_up

BEFORE = {"text": "A walk", "tags": ["walk"], "mood": 3}


def draft(**changed: object) -> dict[str, object]:
    return {**BEFORE, **changed, BEGUN: marks(BEFORE)}


def test_what_was_left_alone_stands_as_it_is_now() -> None:
    now = {**BEFORE, "tags": ["walk", "rest"]}
    assert taken_up(draft(text="A long walk"), now) == ({**now, "text": "A long walk"}, False)


def test_the_same_changed_twice_is_told_and_mine_stays() -> None:
    assert taken_up(draft(mood=5), {**BEFORE, "mood": 4}) == ({**BEFORE, "mood": 5}, True)


def test_the_same_said_twice_is_no_matter() -> None:
    assert taken_up(draft(mood=4), {**BEFORE, "mood": 4}) == ({**BEFORE, "mood": 4}, False)


def test_of_something_new_all_is_mine_and_a_field_that_is_gone_is_kept() -> None:
    assert taken_up({"text": "New"}, BEFORE) == ({"text": "New"}, False)
    fields, both = taken_up(draft(seconds=90), BEFORE)
    assert (fields["seconds"], both) == (90, False)
