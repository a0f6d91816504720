"""An answer of an employer: its sentences, the remarks beside them, and the e-mail that comes next."""

from __future__ import annotations

from datetime import date

import pytest

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind, pieces, sentences
from bounceback_tui.domain.letter import Letter

TODAY = date(2026, 11, 23)
DEPTH = Remark(RemarkKind.GAP, "depth", "More depth, please.")


def test_an_answer_falls_into_sentences_with_their_remarks_beside_them() -> None:
    answer = "Dear Sam,\n\n- You stayed calm. More depth, please.  See e.g. our site!\nAll the best"
    assert sentences(answer) == [
        "Dear Sam,",
        "You stayed calm.",
        "More depth, please.",
        "See e.g. our site!",
        "All the best",
    ]
    own = Remark(RemarkKind.OUTSIDE, "luck", "they had somebody")
    part = Remark(RemarkKind.STRENGTH, "calm", "calm")
    told = pieces(Feedback("E", answer=answer, remarks=(own, DEPTH, part)))
    assert [(one.text, one.remark) for one in told] == [
        ("Dear Sam,", None),
        ("You stayed calm.", part),
        ("More depth, please.", DEPTH),
        ("See e.g. our site!", None),
        ("All the best", None),
        ("they had somebody", own),
    ]


def test_two_remarks_of_one_sentence_stand_there_each_and_one_without_words_stands_last() -> None:
    calm, bare = Remark(RemarkKind.STRENGTH, "calm", "calm"), Remark(RemarkKind.GAP, "pace")
    told = pieces(
        Feedback("E", answer="You were calm.\nCalm, you were calm.", remarks=(bare, calm, DEPTH, calm))
    )
    assert [(one.text, one.remark) for one in told] == [
        ("You were calm.", calm),
        ("You were calm.", calm),
        ("Calm, you were calm.", None),
        ("", bare),
        ("More depth, please.", DEPTH),
    ]
    assert pieces(Feedback("E")) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("\n \n* \n> quoted\n• point", ["quoted", "point"]),
        ("One! Two? Three… Four", ["One!", "Two?", "Three…", "Four"]),
        ("We said “no.” Then “yes.”", ["We said “no.”", "Then “yes.”"]),
        ("(We liked you.) Sadly no. (“Yes.”) No", ["(We liked you.)", "Sadly no.", "(“Yes.”)", "No"]),
        ("About 3.5 years, i.e. a lot. Ok", ["About 3.5 years, i.e. a lot.", "Ok"]),
        ("Gut. Übrigens nein.", ["Gut.", "Übrigens nein."]),
        ("a\r\nb\rc", ["a", "b", "c"]),
    ],
)
def test_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("state", "follow_up", "followed_up", "letter"),
    [
        (FeedbackState.NOT_ASKED, None, None, Letter.ASK),
        (FeedbackState.ASKED, None, None, Letter.ASK),
        (FeedbackState.ASKED, date(2026, 11, 24), None, Letter.ASK),
        (FeedbackState.ASKED, TODAY, None, Letter.FOLLOW_UP),
        (FeedbackState.ASKED, date(2026, 11, 1), None, Letter.FOLLOW_UP),
        (FeedbackState.ASKED, date(2026, 11, 1), date(2026, 11, 2), Letter.ASK),
        (FeedbackState.SILENT, TODAY, None, Letter.ASK),
        (FeedbackState.ANSWERED, TODAY, None, Letter.THANKS),
        (FeedbackState.DECLINED, TODAY, None, Letter.THANKS),
    ],
)
def test_the_e_mail_that_comes_next(
    state: FeedbackState, follow_up: date | None, followed_up: date | None, letter: Letter
) -> None:
    request = Feedback("e", state, follow_up_on=follow_up, followed_up_on=followed_up)
    assert request.next_letter(TODAY) is letter
    assert request.follow_up_is_due(TODAY) is (letter is Letter.FOLLOW_UP)
