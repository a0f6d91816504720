"""An entry is found by the feedback and the thought records beside it, whatever becomes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from brisk import often
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import check_whole, moment
from told_journal import TODAY, titles

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import parse
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError

THOUGHT = ThoughtRecord(
    id="T" * 26,
    written_at=moment("2026-11-23T10:00+01:00"),
    thought="I am hopeless",
    evidence_for="the silence afterwards",
    evidence_against="three earlier invitations",
    traps=('mind "reading"', "back\\slash", "new\nline"),
    fairer="one panel decided once",
)
ANSWER = "Thanks for your patience"
REMARKS = (
    Remark(RemarkKind.STRENGTH, "communication", "explains clearly"),
    Remark(RemarkKind.GAP, "estimating", "guessed the budget"),
)


@pytest.fixture
def told(workspace: Workspace) -> Workspace:
    """At Acme an entry on the interview and one on the rejection; a rejection by Zed; a note."""
    application = workspace.applications.add("Acme", kind=Kind.INTERVIEW)
    [interview] = application.events
    workspace.journal.log(Outcome(company="Acme", title="rejected", text="no"))
    workspace.journal.log(Outcome(company="Zed", title="other", text="no"))
    key = workspace.journal.note("on the day", title="interview")
    workspace.journal.note("alone", title="note")
    with workspace.database.write():
        workspace.database.run("UPDATE entry SET event_id = ? WHERE id = ?", (interview.id, key))
    return workspace


def episode_of(workspace: Workspace, company: str) -> str:
    return next(one.id for one in workspace.recovery.episodes() if one.company == company)


def put_all(workspace: Workspace, company: str = "Acme") -> None:
    episode = episode_of(workspace, company)
    workspace.tools.feedback.put(
        Feedback(episode, FeedbackState.ANSWERED, answer=ANSWER, remarks=REMARKS),
    )
    workspace.tools.thoughts.put(ThoughtRecord(**{**vars(THOUGHT), "episode_id": episode}))


def found(workspace: Workspace, text: str) -> set[str]:
    check_whole(workspace.database)
    return titles(workspace, parse(text, TODAY))


SAID = ["patience", "communication", "clearly", "explaining", "estimating", '"guessed the budget"']
THOUGHTS = [
    *("hopeless", "silence", "invitation", '"mind reading"', "slash", "line", '"one panel"', "panels"),
    "hope*",
]


@pytest.mark.many(9)
@pytest.mark.parametrize("word", [*SAID, *THOUGHTS])
def test_the_entry_on_the_rejection_is_found_and_no_other(told: Workspace, word: str) -> None:
    assert found(told, word) == set()
    put_all(told)
    assert found(told, word) == {"rejected"}
    assert found(told, f"{word} company:acme no") == {"rejected"}
    assert found(told, f"-{word}") == {"interview", "other", "note"}


def test_an_entry_that_is_written_later_is_found_too(told: Workspace) -> None:
    put_all(told)
    told.journal.log(Outcome(company="Acme", title="again", text="told again"))
    assert found(told, "patience hopeless") == {"rejected", "again"}


def test_what_was_said_or_thought_before_is_not_found_any_more(told: Workspace) -> None:
    put_all(told)
    episode = episode_of(told, "Acme")
    told.tools.feedback.put(Feedback(episode, FeedbackState.ANSWERED, remarks=REMARKS[1:]))
    told.tools.thoughts.put(
        ThoughtRecord(**{**vars(THOUGHT), "episode_id": episode, "thought": "I am tired", "traps": ()})
    )
    for word in ("patience", "communication", "hopeless", "slash"):
        assert found(told, word) == set()
    for word in ("budget", "tired", "invitations"):
        assert found(told, word) == {"rejected"}


def test_a_thought_without_an_episode_is_found_once_it_has_one(told: Workspace) -> None:
    told.tools.thoughts.put(THOUGHT)
    assert found(told, "hopeless") == set()
    told.tools.thoughts.put(ThoughtRecord(**{**vars(THOUGHT), "episode_id": episode_of(told, "Zed")}))
    assert found(told, "hopeless") == {"other"}


EPISODE = """(SELECT episode.id FROM episode JOIN event ON event.id = event_id
    JOIN application ON application.id = application_id WHERE company = '{}')"""


def run(*statements: str) -> Callable[[Workspace], object]:
    """Writes by statements, in which :acme and :zed are the episodes."""
    ready = [
        one.replace(":acme", EPISODE.format("Acme")).replace(":zed", EPISODE.format("Zed"))
        for one in statements
    ]

    def write(workspace: Workspace) -> None:
        with workspace.database.write():
            for statement in ready:
                workspace.database.run(statement)

    return write


_NEW_REMARK = "INTO remark VALUES (:acme, 1, 'gap', 'depth', 'newword')"
_NEW_THOUGHT = f"""INTO thought SELECT '{"N" * 26}', :zed, 'newword', NULL, '', '', '[]', '', NULL,
    written_at, utc_offset, zone, local_date FROM thought"""
_MOVE = "SET episode_id = :zed WHERE episode_id = :acme"

WRITES: dict[str, Callable[[Workspace], object]] = {
    "all beside one": put_all,
    "all beside the other": lambda one: put_all(one, "Zed"),
    "answer": run("UPDATE feedback SET answer = 'newword'"),
    "asked": run("UPDATE feedback SET state = 'silent'"),
    "remark": run("UPDATE remark SET text = 'newword', theme = '' WHERE place = 0"),
    "remarks change places": run("UPDATE remark SET place = 5 WHERE place = 0"),
    "remark removed": run("DELETE FROM remark WHERE place = 1"),
    "remark added twice": run(*[f"INSERT OR IGNORE {_NEW_REMARK}"] * 2),
    "remark put": run(f"INSERT {_NEW_REMARK} ON CONFLICT DO UPDATE SET text = 'newword'"),
    "feedback removed": run("DELETE FROM feedback"),
    "feedback of one removed": run("DELETE FROM feedback WHERE episode_id = :acme"),
    "feedback twice": run("INSERT OR IGNORE INTO feedback VALUES (:zed, 'silent', NULL, NULL, NULL, 'x')"),
    "feedback moves": run("DELETE FROM remark", f"UPDATE OR FAIL feedback {_MOVE}"),
    "thought": run("UPDATE thought SET fairer = 'newword', evidence_for = '', traps = '[\"a\"]'"),
    "thought twice": run(*[f"INSERT OR IGNORE {_NEW_THOUGHT} LIMIT 1"] * 2),
    "thought moves": run(f"UPDATE thought {_MOVE}"),
    "thought let go": run("UPDATE thought SET episode_id = NULL"),
    "thought renamed": run("UPDATE thought SET id = 'A' || substr(id, 2) WHERE id LIKE 'T%'"),
    "thought removed": run("DELETE FROM thought"),
    "episode removed": run("DELETE FROM episode WHERE id = :acme"),
    "all episodes removed": run("DELETE FROM episode"),
    "episode moves": run(
        "UPDATE episode SET event_id = (SELECT id FROM event WHERE kind = 'interview') WHERE id = :acme"
    ),
    "episode closed": run("UPDATE episode SET closed_at = '2026-11-23T08:30:00.000000Z'"),
    "event moves": run(
        "UPDATE event SET application_id = (SELECT id FROM application WHERE company = 'Zed')"
        " WHERE kind = 'interview'"
    ),
    "application removed": run("DELETE FROM application"),
    "entry moves": run("UPDATE entry SET event_id = (SELECT max(event_id) FROM entry) WHERE title = 'note'"),
    "entry let go": run("UPDATE entry SET event_id = NULL WHERE title = 'rejected'"),
    "entry removed": run("DELETE FROM entry WHERE title = 'other'"),
    "entries removed": run("DELETE FROM entry"),
    "application and entries removed": run("DELETE FROM entry", "DELETE FROM application"),
    "tags": run("INSERT INTO tag SELECT id, 'panel' FROM entry", "UPDATE tag SET name = 'newword'"),
    "tag twice": run(*["INSERT OR IGNORE INTO tag SELECT id, 'panel' FROM entry"] * 2),
}


def write(workspace: Workspace, name: str) -> None:
    """Does it, or finds that it cannot be done: then nothing may have changed."""
    before = workspace.exchange.as_json()
    try:
        WRITES[name](workspace)
    except (StorageError, StopIteration):
        assert {**workspace.exchange.as_json(), "exported_at": ""} == {**before, "exported_at": ""}


@pytest.mark.many(6)
@pytest.mark.parametrize("name", WRITES)
def test_the_index_is_in_order_after(told: Workspace, name: str) -> None:
    put_all(told)
    write(told, name)
    check_whole(told.database)
    write(told, "all beside one")
    check_whole(told.database)


def write_all(workspace: Workspace, names: list[str]) -> None:
    """One after the other, looking at the index each time; all is taken back in the end."""
    with workspace.database.write():
        for name in names:
            write(workspace, name)
            workspace.database.run(
                "INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)"
            )
        raise KeyError(names)


@settings(max_examples=often(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(list(WRITES)), min_size=2, max_size=8))
def test_the_index_is_in_order_after_any_sequence(told: Workspace, names: list[str]) -> None:
    with pytest.raises(KeyError):
        write_all(told, names)
    check_whole(told.database)


def test_what_is_found_follows_a_write_by_whatever_program(told: Workspace) -> None:
    put_all(told)
    WRITES["episode moves"](told)
    assert found(told, "patience hopeless clearly") == {"interview"}
    WRITES["thought moves"](told)
    assert (found(told, "hopeless"), found(told, "patience")) == ({"other"}, {"interview"})
    WRITES["thought let go"](told)
    assert found(told, "hopeless") == set()
    WRITES["feedback removed"](told)
    assert found(told, "patience") == set()


@pytest.mark.parametrize(
    ("trigger", "name"),
    [
        ("feedback_removing", "feedback removed"),
        ("remark_changed", "remark put"),
        ("remark_removed", "remark removed"),
        ("thought_changed", "thought"),
        ("event_changed", "event moves"),
        ("episode_removed", "episode removed"),
        ("tag_changed", "tags"),
    ],
)
def test_control_without_a_trigger_it_is_found_out(told: Workspace, trigger: str, name: str) -> None:
    put_all(told)
    with told.database.write():
        told.database.run(f"DROP TRIGGER words_{trigger}")
    WRITES[name](told)
    with pytest.raises(StorageError):
        check_whole(told.database)
