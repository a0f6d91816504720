"""Where do I get stuck: who stood on which rung, and what is said of it."""

from __future__ import annotations

import json

import pytest
from made_up_pasts import application, applications, day

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import stages
from bounceback_tui.statistics.stages import Stages, Step

APPLIED, SCREEN, INTERVIEW, TASK, FINAL = Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL
OFFER, ACCEPTED, REJECTED, GHOSTED, WITHDREW = (
    Kind.OFFER,
    Kind.ACCEPTED,
    Kind.REJECTED,
    Kind.GHOSTED,
    Kind.WITHDREW,
)


def answer(*known: Log, today: int = 50) -> Stages:
    return stages.compute(Past(day(today), applications=known))


def counts(*kinds: Kind) -> list[tuple[int, int, int, int]]:
    """(moved on, ended, open, withdrew) of each step, for one application with these events."""
    steps = answer(application(*kinds)).steps
    return [(step.moved_on, step.ended, step.open, step.withdrew) for step in steps]


MOVED, ENDED, OPEN, LEFT, NOT_THERE = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("kinds", "steps"),
    [
        ((), [OPEN, NOT_THERE, NOT_THERE, NOT_THERE]),
        ((APPLIED,), [OPEN, NOT_THERE, NOT_THERE, NOT_THERE]),
        ((REJECTED,), [ENDED, NOT_THERE, NOT_THERE, NOT_THERE]),
        ((APPLIED, GHOSTED), [ENDED, NOT_THERE, NOT_THERE, NOT_THERE]),
        ((APPLIED, SCREEN, WITHDREW), [MOVED, LEFT, NOT_THERE, NOT_THERE]),
        ((APPLIED, SCREEN, REJECTED), [MOVED, ENDED, NOT_THERE, NOT_THERE]),
        # A rung that was passed over was passed.
        ((APPLIED, INTERVIEW), [MOVED, MOVED, OPEN, NOT_THERE]),
        # A task stands on the rung of an interview, so going from one to the other is not moving on.
        ((TASK, REJECTED), [MOVED, MOVED, ENDED, NOT_THERE]),
        ((INTERVIEW, TASK), [MOVED, MOVED, OPEN, NOT_THERE]),
        ((FINAL, REJECTED), [MOVED, MOVED, MOVED, ENDED]),
        # The furthest stage counts, though a lesser one came later.
        ((FINAL, SCREEN, GHOSTED), [MOVED, MOVED, MOVED, ENDED]),
        ((OFFER,), [MOVED, MOVED, MOVED, MOVED]),
        ((OFFER, WITHDREW), [MOVED, MOVED, MOVED, MOVED]),
        # Whoever accepts had an offer.
        ((ACCEPTED,), [MOVED, MOVED, MOVED, MOVED]),
        # A stage after silence opens an application again.
        ((APPLIED, GHOSTED, SCREEN), [MOVED, OPEN, NOT_THERE, NOT_THERE]),
    ],
)
def test_one_application_counts_where_it_stood(kinds: tuple[Kind, ...], steps: list[tuple[int, ...]]) -> None:
    assert counts(*kinds) == steps


def test_the_ladder_leads_from_applied_to_an_offer() -> None:
    assert [(step.start, step.to) for step in answer().steps] == [
        (APPLIED, SCREEN),
        (SCREEN, INTERVIEW),
        (INTERVIEW, FINAL),
        (FINAL, OFFER),
    ]


def twelve_screens() -> tuple[Log, ...]:
    """3 of 12 moved on from a screen; 2 open and 4 withdrawn there."""
    return (
        *applications(9, APPLIED, SCREEN, REJECTED),
        *applications(3, APPLIED, SCREEN, INTERVIEW),
        *applications(2, APPLIED, SCREEN),
        *applications(4, APPLIED, SCREEN, WITHDREW),
    )


def test_the_share_is_of_those_that_moved_on_or_ended() -> None:
    screen = answer(*twelve_screens()).steps[1]
    assert (screen.moved_on, screen.ended, screen.open, screen.withdrew) == (3, 9, 2, 4)
    assert screen.share == 0.25
    assert (screen.low, screen.high) == pytest.approx((0.089, 0.532), abs=0.0005)


def bare(step: Step) -> bool:
    return step.share is None and step.low is None and step.high is None


def test_five_resolved_at_a_step_are_enough_for_it_and_four_are_not() -> None:
    four = answer(*applications(4, APPLIED, REJECTED), *applications(9, APPLIED), *applications(9, WITHDREW))
    assert not four.enough
    assert all(bare(step) and not step.enough for step in four.steps)
    five = answer(*applications(4, APPLIED, REJECTED), *applications(1, SCREEN))
    assert five.enough
    assert [step.enough for step in five.steps] == [True, False, False, False]
    assert five.steps[0].share == 0.2
    assert all(bare(step) for step in five.steps[1:])


def test_too_few_says_what_is_still_missing() -> None:
    assert answer(*applications(3, SCREEN, REJECTED)).sentence == (
        "Too few to say where applications stop; still missing: 2 more applications that moved on, or ended, "
        "right after applying."
    )
    assert "5 more applications" in answer().sentence
    assert "1 more application that" not in answer(*applications(3, APPLIED, REJECTED)).sentence
    waiting = answer(*applications(3, APPLIED, REJECTED), *applications(4, APPLIED))
    assert waiting.sentence == (
        "Too few to say where applications stop. 4 are still open right after applying and count on neither "
        "side there. Still missing: 2 more applications that moved on, or ended, right after applying."
    )


def test_the_sentence_names_the_narrowest_step_with_the_interval_in_words() -> None:
    result = answer(*twelve_screens())
    assert result.n == 18
    assert result.sentence == (
        "Of the steps with enough answers, the narrowest is the screen: 3 of 12 moved on, likely between "
        "1 in 11 and 1 in 2. 5 are still open and count on neither side where they stand, 3 of them at the "
        "interview or task. So do the 4 that you withdrew."
    )


def test_the_narrowest_is_not_said_to_be_where_most_ended() -> None:
    # 10 end after applying, 4 of 5 at the final round: the lowest share is not the largest number
    known = (*applications(10, REJECTED), *applications(4, FINAL, REJECTED), *applications(5, OFFER))
    known += applications(4, FINAL, REJECTED)
    sentence = answer(*known).sentence
    assert sentence == (
        "Of the steps with enough answers, the narrowest is the final round: 5 of 13 moved on, likely "
        "between 1 in 6 and 2 in 3. Another step is too close to be sure."
    )
    assert "most often" not in sentence


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ((SCREEN,), "1 is still open at the screen and counts on neither side there."),
        ((APPLIED, SCREEN, WITHDREW), "The one that you withdrew counts on neither side."),
    ],
)
def test_what_is_not_counted_is_told_of_one_alone(known: tuple[Kind, ...], told: str) -> None:
    assert answer(*applications(9, FINAL, REJECTED), application(*known)).sentence.endswith(f" {told}")


def test_where_several_are_too_close_it_says_so() -> None:
    known = (*applications(6, REJECTED), *applications(6, SCREEN, REJECTED))
    sentence = answer(*known, *applications(6, INTERVIEW, REJECTED), *applications(6, FINAL)).sentence
    assert "the narrowest is the interview or task: 6 of 12 moved on" in sentence
    assert "Other steps are too close to be sure. 6 are still open at the final round and" in sentence


def test_narrowest_means_the_smallest_share_and_not_the_largest_number() -> None:
    # 10 of 40 end after applying, 9 of 30 at the screen.
    known = (*applications(10, REJECTED), *applications(9, SCREEN, REJECTED), *applications(21, FINAL))
    sentence = answer(*known).sentence
    assert "the narrowest is the screen: 21 of 30 moved on" in sentence
    assert "Another step is too close to be sure." in sentence


def test_one_step_alone_is_not_called_the_worst() -> None:
    result = answer(*applications(5, APPLIED, REJECTED), *applications(1, SCREEN))
    assert result.sentence == (
        "Only one step has enough answers so far, the one right after applying: 1 of 6 moved on, likely "
        "between 1 in 30 and 3 in 5. 1 is still open at the screen and counts on neither side there."
    )


def test_where_nothing_stopped_no_step_is_blamed() -> None:
    sentence = answer(*applications(6, FINAL)).sentence
    assert sentence == (
        "At each step with enough answers, all moved on: right after applying 6 of 6, likely between 3 in 5 "
        "and all. 6 are still open at the final round and count on neither side there."
    )


def test_an_invitation_has_moved_on_though_its_day_is_still_to_come() -> None:
    known = application(APPLIED, SCREEN, FINAL, first=10)
    for today in (10, 11, 12, 13):
        found = answer(known, today=today)
        assert [step.moved_on for step in found.steps] == [1, 1, 1, 0]
        assert [step.open for step in found.steps] == [0, 0, 0, 1]


def keyed(name: str, *kinds: Kind) -> Log:
    return application(*kinds)._replace(id=name)


def test_behind_a_step_are_those_that_ended_there_else_those_that_stand_there() -> None:
    known = [
        keyed("e", APPLIED, SCREEN, REJECTED),
        keyed("d", APPLIED, SCREEN, GHOSTED),
        keyed("c", APPLIED, SCREEN),
        keyed("b", APPLIED, FINAL),
        keyed("a", APPLIED, FINAL, WITHDREW),
    ]
    steps = answer(*known).steps
    assert [(step.behind_words, step.behind) for step in steps] == [
        ("Moved on from applying", ("a", "b", "c", "d", "e")),
        ("Ended at the screen", ("d", "e")),
        ("Moved on from the interview or task", ("a", "b")),
        ("Open or withdrawn at the final round", ("a", "b")),
    ]
    assert [step.behind for step in answer().steps] == [()] * 4
    assert answer(*reversed(known)) == answer(*known)


def test_a_step_tells_all_of_itself() -> None:
    told = [step.told for step in answer(*twelve_screens()).steps]
    assert told == [
        "applied → screen: 18 of 18 moved on, likely between 4 in 5 and all",
        "screen → interview: 3 of 12 moved on, likely between 1 in 11 and 1 in 2; 2 still open, 4 withdrew",
        "interview → final: no answer yet; 3 still open",
        "final → offer: no application came this far yet",
    ]
    few = answer(*applications(3, SCREEN, REJECTED)).steps[1].told
    assert few == "screen → interview: 0 of 3 moved on, too few to say (2 more)"


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(answer(*twelve_screens()).as_json()))
    assert list(parsed) == ["name", "n", "enough", "sentence", "steps"]
    assert (parsed["name"], parsed["n"], parsed["enough"]) == ("stages", 18, True)
    limits = parsed["steps"][1]["low"], parsed["steps"][1]["high"]
    assert parsed["steps"][1] == {
        "from": "screen",
        "to": "interview",
        "moved_on": 3,
        "ended": 9,
        "open": 2,
        "withdrew": 4,
        "share": 0.25,
        "low": limits[0],
        "high": limits[1],
    }
    assert parsed["steps"][3] == {
        "from": "final",
        "to": "offer",
        "moved_on": 0,
        "ended": 0,
        "open": 0,
        "withdrew": 0,
        "share": None,
        "low": None,
        "high": None,
    }


def test_what_is_not_counted_is_told_before_what_is_missing() -> None:
    known = application(SCREEN), application(SCREEN, WITHDREW)
    assert answer(*known).sentence == (
        "Too few to say where applications stop. 1 is still open at the screen and counts on neither side "
        "there. So does the one that you withdrew. Still missing: 3 more applications that moved on, or "
        "ended, right after applying."
    )
