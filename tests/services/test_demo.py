"""The made-up journal: rich enough to look at, the same every time, whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from brisk import FILL
from demo_journals import MONDAY, demo_journal, every_entry, rows

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import STAGES, Kind, Source, Status
from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.episode import CLOSING, Side, StepState
from bounceback_tui.domain.feedback import FeedbackState, RemarkKind
from bounceback_tui.resources import asset
from bounceback_tui.services.rests import Rests
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.mood import Mood
from bounceback_tui.storage import episodes, feedback, leads, rests, thoughts

KEY = re.compile(r"\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b")
CALENDAR_WORDS = re.compile(
    r"\b((mon|tues|wednes|thurs|fri|satur|sun)day|weekend|january|february|april|june|july|august|september"
    r"|october|november|december|christmas|easter|summer|autumn|winter|snow)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with demo_journal(tmp_path_factory.mktemp("demo"), MONDAY) as workspace:
        yield workspace


def test_it_is_the_search_of_one_person_over_fourteen_months(monday: Workspace) -> None:
    applications = monday.applications.every()
    stood = Counter(one.status for one in applications)
    assert len(applications) in range(38, 45)
    assert stood[Status.REJECTED] in range(11, 15)
    assert stood[Status.GHOSTED] == 2
    assert stood[Status.OFFER] == 1
    assert stood[Status.WITHDREW] >= 3
    assert stood[Status.ACCEPTED] == 0
    assert {one.source for one in applications} == set(Source)
    assert 4 <= sum(bool(one.specialised) for one in applications) <= 12
    assert {one.stage_reached for one in applications} >= set(STAGES) - {Kind.TASK}
    first = every_entry(monday)[-1].entry.written_at.local_date
    assert (MONDAY.date() - first).days in range(400, 440)


def test_most_days_have_a_reading_but_not_all(monday: Workspace) -> None:
    mood = monday.patterns.result("mood")
    assert isinstance(mood, Mood)
    span = (mood.days[-1].day - mood.days[0].day).days + 1
    assert 0.7 < len(mood.days) / span < 0.95
    assert max((later.day - sooner.day).days for sooner, later in pairwise(mood.days)) >= 4
    assert mood.usual is not None
    assert 5.5 <= mood.usual <= 6.5
    assert {int(day.mood) for day in mood.days} >= {2, 3, 4, 5, 6, 7, 8}


def test_entries_read_like_a_journal(monday: Workspace) -> None:
    entries = [item.entry for item in every_entry(monday)]
    texts = [entry.text for entry in entries]
    assert len(entries) >= 35
    assert all(text.strip() for text in texts)
    assert sum(len(text) > 120 for text in texts) >= 0.9 * len(texts)
    assert len({entry.title for entry in entries}) == len(entries)
    assert len(set(texts)) == len(texts)
    assert all(entry.tags for entry in entries)
    assert any(re.search(r"^- ", text, re.MULTILINE) for text in texts)
    assert not any(re.search(r"[a-z,]\n[a-z]", text) for text in texts), "a paragraph is one line"


def test_no_sentence_recurs(monday: Workspace) -> None:
    sentences = Counter(
        sentence.strip()
        for item in every_entry(monday)
        for sentence in re.split(r"(?<=[.!?])\s", item.entry.text)
        if len(sentence) > 25
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_nothing_names_a_day_that_the_calendar_may_contradict() -> None:
    told = [line for line in asset("demo.toml").splitlines() if not line.startswith("#")]
    assert CALENDAR_WORDS.findall("\n".join(told)) == []


def test_two_demos_are_equal_but_for_their_keys(tmp_path: Path, monday: Workspace) -> None:
    def without_keys(workspace: Workspace) -> list[str]:
        return sorted(
            # ten signs of a key are time, the rest is chance, and a digest is also of the key
            KEY.sub(lambda key: key[0][:10], f"{name} { {**row, 'digest': ''} }")
            for name, table in rows(workspace).items()
            for row in table
        )

    with demo_journal(tmp_path, MONDAY, FILL) as again:
        assert without_keys(again) == without_keys(monday)


def test_rejections_are_told_from_both_sides(monday: Workspace) -> None:
    told = [item for item in every_entry(monday) if item.result and item.result.opens_episode]
    assert len(told) == len(monday.recovery.episodes())
    for item in told:
        shown = monday.journal.show(item.entry.id)
        sides = {cause.side for cause in shown.causes}
        assert sides >= {Side.OUTSIDE, Side.CHANGEABLE}, item.entry.title
        assert shown.attribution, item.entry.title
    moved = [
        episode
        for episode in monday.recovery.episodes()
        if episodes.attribution(monday.database, episode.event_id, at_close=True)
    ]
    assert len(moved) >= 5


def test_check_ins_stand_before_after_and_the_day_after_entries(monday: Workspace) -> None:
    shown = [monday.journal.show(item.entry.id) for item in every_entry(monday)]
    relations = Counter(checkin.relation for one in shown for checkin in one.checkins)
    assert relations[Relation.BEFORE] >= 35
    assert relations[Relation.AFTER] >= 20
    assert relations[Relation.NEXT_DAY] >= 20
    assert sum(bool(one.revisions) for one in shown) == 2


def test_steps_were_taken_with_notes_and_plans(monday: Workspace) -> None:
    known = {step.id for step in monday.recovery.guide.steps}
    ticks = [tick for one in monday.recovery.episodes() for tick in monday.recovery.ticks(one.id).values()]
    assert {tick.step_id for tick in ticks} - {CLOSING} == known, "every step was tried at least once"
    states = Counter(tick.state for tick in ticks)
    assert states[StepState.DONE] >= 60
    assert states[StepState.NOT_FOR_ME] >= 5
    assert sum(bool(tick.note) for tick in ticks) >= 20
    planned = [tick for tick in ticks if tick.plan]
    assert len(planned) >= 15
    assert all(tick.plan.startswith("If ") and ", then " in tick.plan for tick in planned)
    closed = Counter(episode.closed for episode in monday.recovery.episodes())
    assert closed[False] == 2


def test_feedback_names_a_strength_again_and_again(monday: Workspace) -> None:
    requests = feedback.every(monday.database)
    states = Counter(one.state for one in requests.values())
    assert states[FeedbackState.ANSWERED] >= 4
    assert states[FeedbackState.ASKED] == states[FeedbackState.SILENT] == states[FeedbackState.DECLINED] == 1
    themes = Counter(
        remark.theme
        for one in requests.values()
        for remark in one.remarks
        if remark.kind is RemarkKind.STRENGTH
    )
    assert themes["clear communication"] >= 4
    assert len(themes) >= 3
    for key, one in requests.items():
        tick = monday.recovery.ticks(key)["ask-feedback"]
        assert (tick.state, tick.at.local_date) == (StepState.DONE, one.asked_on)


def test_leads_rests_and_thoughts_are_there(monday: Workspace) -> None:
    assert len(leads.every(monday.database)) >= 3
    past = [rest for rest in rests.every(monday.database) if rest.ends < MONDAY.date()]
    assert len(past) >= 2
    records = thoughts.every(monday.database)
    assert len(records) >= 2
    for record in records:
        assert record.fairer
        assert record.belief_before is not None
        assert record.belief_after is not None
        assert record.belief_after < record.belief_before


def test_every_tool_of_the_guide_has_something_to_show(monday: Workspace) -> None:
    tables = (
        "feedback thought trap strength focus posting posting_mark cv_change rest lead contact "
        "writing writing_session preparation setback person"
    )
    told = rows(monday)
    assert [name for name in tables.split() if not told[name]] == []
    assert all(row.get("deleted_at") is None for name in tables.split() for row in told[name])


def test_nothing_of_it_is_for_the_person_to_take_back(monday: Workspace) -> None:
    assert monday.undo.take_back() is None


def test_it_comes_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("the last thing goes wrong")

    monkeypatch.setattr(Rests, "put", breaks)
    with Workspace(tmp_path / "journal.db", FixedClock(MONDAY), asset("guide.md")) as workspace:
        with pytest.raises(RuntimeError):
            FILL(workspace, workspace.clock.now())
        assert every_entry(workspace) == []
        assert workspace.applications.every() == []
