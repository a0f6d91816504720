"""Small things told in words: what an episode began with, what is due in a rest, what a table holds."""

from __future__ import annotations

from datetime import date

import pytest
from journals import moment

from bounceback_tui.domain.application import NOT_SAID, Kind, Quality, Result
from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.entry import Entry, HistoryItem, own_title
from bounceback_tui.domain.episode import Attribution, Episode, setbacks_told
from bounceback_tui.domain.going import Stopped, each, onwards, part_of
from bounceback_tui.domain.outcome import NewEvent, Outcome, accepts
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.rest_days import Falling
from bounceback_tui.domain.text import capital, nearest, plural, quoted, tidy
from bounceback_tui.domain.things import NOUNS, TOOLS, counted, noun
from bounceback_tui.domain.thought import ThoughtRecord, Trap, same_trap
from bounceback_tui.domain.writing import SESSIONS, WritingProgramme, WritingSession

TODAY = date(2026, 11, 23)


def episode(kind: Kind) -> Episode:
    return Episode("e", "v", "a", "Acme", "Cook", Kind.FINAL, kind, TODAY)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], ""),
        ([Kind.REJECTED], "1 rejection"),
        ([Kind.GHOSTED], "1 silence"),
        ([Kind.GHOSTED, Kind.GHOSTED], "2 silences"),
        ([Kind.GHOSTED, Kind.REJECTED, Kind.REJECTED], "2 rejections and 1 silence"),
    ],
)
def test_rejections_are_told_from_silences(kinds: list[Kind], said: str) -> None:
    assert setbacks_told([episode(kind) for kind in kinds]) == said


@pytest.mark.parametrize(
    ("falling", "said"),
    [
        (Falling(), "nothing"),
        (Falling(follow_ups=1), "1 follow-up"),
        (Falling(leads=1), "1 lead"),
        (Falling(plans=2), "2 plans"),
        (Falling(next_dates=1), "1 next date"),
        (Falling(1, 2, 0, 3), "1 follow-up, 2 leads and 3 next dates"),
    ],
)
def test_what_is_due_in_a_rest(falling: Falling, said: str) -> None:
    assert str(falling) == said
    assert bool(falling) is (said != "nothing")


def test_what_a_table_holds_is_told_by_its_noun() -> None:
    assert (noun("cv_change"), counted("person", 1), counted("person", 2)) == (
        "CV change",
        "1 person",
        "2 people",
    )
    assert counted("feedback", 0) == "0 feedback requests"
    assert TOOLS.keys() <= NOUNS.keys()
    assert (plural(1, "entry", "entries"), plural(2, "entry", "entries")) == ("1 entry", "2 entries")


def test_the_nearest_word_however_it_is_written_and_none_for_anything_else() -> None:
    known = ["job-board", "Referral", "agency_one"]
    assert [nearest(said, known) for said in ("JOB BOARD", "job_bord", "refferal", "agency-one")] == [
        *("job-board", "job-board", "Referral", "agency_one"),
    ]
    assert nearest("something else", known) == nearest("", known) == nearest("x", []) == ""
    assert nearest("referral" + "!" * 4, known) == "Referral"


TOLD = [
    *((Outcome("Acme", result=result), result is Result.ACCEPTED) for result in Result),
    *((NewEvent("a", kind), kind is Kind.ACCEPTED) for kind in Kind),
    ("accepted", False),
]


def test_an_offer_that_was_accepted_is_known_whichever_way_it_is_told() -> None:
    for value, is_one in TOLD:
        assert accepts(value) is is_one


def test_a_thinking_trap_is_the_same_however_it_is_written() -> None:
    traps = [Trap("Mind  reading"), Trap("all or nothing")]
    assert same_trap("mind READING ", traps) is traps[0]
    assert same_trap("All or\nnothing", iter(traps)) is traps[1]
    assert same_trap("mindreading", traps) is None


def test_where_nothing_was_said_of_quality_or_of_the_cause_nothing_was() -> None:
    assert not NOT_SAID
    assert not Attribution()
    for given in ({"read_closely": False}, {"tailored": False}, {"liked": False}):
        assert Quality(**given)
    for moved in (Attribution(0), Attribution(None, 0), Attribution(None, None, 0), Attribution(100)):
        assert moved
    for wrong in ((-1, 0, 0), (0, 101, 0), (0, 0, 200)):
        with pytest.raises(ValueError, match="from 0 to 100, not "):
            Attribution(*wrong)


def test_work_tells_how_far_it_is_before_each_thing_and_at_the_end() -> None:
    shares: list[float] = []
    assert list(each("abcd", lambda share: not shares.append(share))) == list("abcd")
    assert shares == [0, 0.25, 0.5, 0.75, 1]
    assert list(each("", onwards)) == []
    inner = part_of(lambda share: not shares.append(share), 0.5, 0.75)
    assert inner(0.0)
    assert inner(1.0)
    assert shares[-2:] == [0.5, 0.75]


@pytest.mark.parametrize(("until", "done"), [(0.0, ""), (0.5, "ab"), (1.0, "abcd")])
def test_work_that_nobody_wants_to_wait_for_stops_there(until: float, done: str) -> None:
    seen: list[str] = []
    with pytest.raises(Stopped):
        seen.extend(each("abcd", lambda share: share < until))
    assert "".join(seen) == done


def test_a_page_tells_what_is_known_of_what_it_is_about() -> None:
    entry = Entry("e", moment("2026-11-23T09:30+01:00"), "A no", "No.")
    assert OutgoingEntry(HistoryItem(entry)).about == ()
    whole = HistoryItem(entry, "a", "Acme", "Cook", Kind.FINAL, Result.REJECTED)
    assert OutgoingEntry(whole).about == (
        *(("company", "Acme"), ("role", "Cook"), ("stage", "final"), ("result", "rejected")),
    )
    assert OutgoingEntry(HistoryItem(entry, "a", "", "Cook")).about == (("role", "Cook"),)


def test_a_title_that_only_repeats_the_text_is_none_of_its_own() -> None:
    assert own_title("They said no.", "They said no.\nAgain.") == ""
    assert own_title("A no", "They said no.") == "A no"


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        (Relation.ALONE, ""),
        (Relation.BEFORE, "before an entry"),
        (Relation.AFTER, "after an entry"),
        (Relation.NEXT_DAY, "the day after an entry"),
    ],
)
def test_a_check_in_tells_which_entry_it_stands_beside(relation: Relation, words: str) -> None:
    assert relation.words == words


def test_a_text_is_kept_without_white_space_around_it_and_quoted_on_one_line() -> None:
    assert tidy("  a\r\nb\rc \n") == "a\nb\nc"
    assert quoted("The panel\nat Acme") == "“The panel at Acme”"
    assert quoted("x" * 40) == f"“{'x' * 40}”"
    assert quoted("x" * 41) == f"“{'x' * 39}…”"
    assert quoted("long words", 5) == "“long…”"


def test_a_sentence_begins_large_and_names_in_it_stay_as_they_are() -> None:
    assert capital("lead “Dev at ACME”") == "Lead “Dev at ACME”"
    assert capital("") == ""


def test_the_next_session_of_a_programme_is_one_place_and_one_day_later() -> None:
    begun = WritingProgramme("w", moment("2026-11-20T09:30+01:00"))
    assert (begun.next_place, begun.next_day, begun.is_whole) == (1, date(2026, 11, 21), False)
    # the entry of the second was deleted for good
    held = tuple(WritingSession(place, "e", 60, date(2026, 11, 20 + place)) for place in (1, 3, 4))
    later = WritingProgramme("w", begun.begun_at, sessions=held)
    assert (later.next_place, later.next_day, later.is_whole) == (SESSIONS, date(2026, 11, 25), False)
    last = WritingSession(SESSIONS, "e", 60, date(2026, 11, 26))
    assert WritingProgramme("w", begun.begun_at, sessions=(*held, last)).is_whole


def test_a_thought_is_finished_once_it_was_answered() -> None:
    record = ThoughtRecord("t", moment("2026-11-20T09:30+01:00"), "I am no good", fairer=" \n")
    assert not record.finished
    assert ThoughtRecord("t", record.written_at, "I am no good", fairer="One no.").finished
