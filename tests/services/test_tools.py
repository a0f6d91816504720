"""What the tools of the guide keep comes back as it was, and shows on Today when it is due."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.thought import ThoughtRecord

TODAY = NOW.date()


def test_a_request_for_feedback_keeps_its_remarks_and_is_due(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        episode = journal.journal.log(Outcome("Acme", text="No.")).episode
        asked = Feedback(episode, FeedbackState.ASKED, TODAY, TODAY + timedelta(days=2))
        journal.tools.feedback.put(asked)
        assert [due.text for due in journal.today.overview().due] == ["follow up with Acme on feedback"]
        remarks = (Remark(RemarkKind.STRENGTH, "calm", "You stayed calm."), Remark(RemarkKind.GAP, "depth"))
        answered = Feedback(episode, FeedbackState.ANSWERED, TODAY, None, TODAY, "You stayed calm.", remarks)
        journal.tools.feedback.put(answered)
        assert journal.tools.feedback.every() == {episode: answered}
        assert journal.today.overview().due == ()


def test_an_open_lead_is_due_on_its_date_and_a_done_one_never(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        lead = Lead(new_id(NOW), LeadKind.AGENCY, "Denise", "ring her", TODAY + timedelta(days=3))
        journal.tools.leads.put(lead)
        assert [(due.day, due.text) for due in journal.today.overview().due] == [
            (TODAY + timedelta(days=3), "agency: Denise")
        ]
        done = Lead(lead.id, lead.kind, lead.name, lead.note, lead.next_on, done=True)
        journal.tools.leads.put(done)
        assert journal.tools.leads.every() == [done]
        assert journal.today.overview().due == ()


def test_nothing_nags_during_a_rest(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.tools.leads.put(Lead(new_id(NOW), LeadKind.FRIEND, "Dev", next_on=TODAY))
        rest = Rest(new_id(NOW), TODAY - timedelta(days=1), TODAY + timedelta(days=1), "the sea")
        journal.tools.rests.put(rest)
        assert journal.tools.rests.every() == [rest]
        overview = journal.today.overview()
        assert overview.rest == rest
        assert [due.text for due in overview.due] == ["your rest ends"]


def test_a_rest_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        Rest(new_id(NOW), date(2026, 11, 23), date(2026, 11, 22))


def test_a_thought_record_can_be_taken_up_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        now = journal.clock.now()
        begun = ThoughtRecord(new_id(NOW), now, "I am always second", belief_before=80)
        journal.tools.thoughts.put(begun)
        done = ThoughtRecord(
            begun.id, now, begun.thought, None, 80, "twice", "eleven times not", ("always",), "Sometimes", 40
        )
        journal.tools.thoughts.put(done)
        assert journal.tools.thoughts.every() == [done]
