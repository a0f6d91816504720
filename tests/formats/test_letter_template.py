"""Drafts with blanks: whatever is not known, the sentences stay good; whatever is broken, it is told."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.letter import BLANKS, Letter
from bounceback_tui.formats.letter_template import TemplateError, fill_in, read_templates
from bounceback_tui.resources import asset

KNOWN = {
    "interviewer": "Ms Ito",
    "role": "Data engineer",
    "company": "Acme",
    "stage": "final round",
    "name": "Sam Doe",
}


@pytest.mark.parametrize("letter", list(Letter))
def test_our_drafts_read_well_whatever_is_known(letter: Letter) -> None:
    template = read_templates(asset("feedback-email.md"))[letter]
    for count in range(len(BLANKS) + 1):
        for names in combinations(BLANKS, count):
            email = fill_in(template, {name: KNOWN[name] for name in names})
            for text in (email.subject, email.text):
                assert not set("{}|") & set(text)
                assert (
                    re.search(r" [,.;:!?]|  |\n\n\n|(Dear|at|for|the)[,.?\n]| (a|the|at|for) *$", text)
                    is None
                )
            assert email.text.startswith("Dear Ms Ito," if "interviewer" in names else "Dear hiring team,")
            assert email.text.endswith("Sam Doe") == ("name" in names)


def test_our_question_thanks_them_and_asks_two_things() -> None:
    text = fill_in(read_templates(asset("feedback-email.md"))[Letter.ASK], KNOWN).text
    assert "Thank you for the time you gave" in text
    assert re.findall(r"^- (.*\?)$", text, re.MULTILINE) == [
        "What went well, seen from your side?",
        "What could I do better next time?",
    ]


@pytest.mark.parametrize(
    ("line", "known", "made"),
    [
        ("Hello {interviewer}!", {}, "Hello hiring team!"),
        ("As {role} I learnt much. Thanks.", {}, "Thanks."),
        ("As {role} I learnt much. Thanks.", {"role": "cook"}, "As cook I learnt much. Thanks."),
        ("As {role|a candidate}, I ask.", {}, "As a candidate, I ask."),
        ("the {role|} post", {}, "the post"),
        ("Dear {interviewer|},", {}, "Dear,"),
        ("    kept {role}", {"role": "as it is"}, "    kept as it is"),
        ("  two  spaces stay", {}, "  two  spaces stay"),
        ("{role}", {"role": "{name} {boss} %s \\1"}, "{name} {boss} %s \\1"),
        ("{role}", {"role": "a\r\nBcc: x\x1b"}, "a Bcc: x␛"),
        ("{role}", {"role": " "}, ""),
    ],
)
def test_a_blank_is_filled_in_or_leaves_a_good_sentence(line: str, known: dict[str, str], made: str) -> None:
    assert fill_in(f"Subject: x\n\nfirst\n{line}", known).text == f"first\n{made}".strip()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needs a line “Subject: …”"),
        ("Dear you", "needs a line “Subject: …”"),
        ("Subject: alone", "needs a line “Subject: …”"),
        ("## ask\nSubject: x\n\ny\n## thnaks\nSubject: x\n\ny", "has a heading “thnaks”"),
        ("Subject: x\n\n{boss}", "has a blank “{boss}” that is not known"),
        ("Subject: x\n\n{}", "has a blank “{}”"),
        ("Subject: x\n\n{role", "has a brace"),
        ("Subject: x\n\n{{role}}", "has a brace"),
        ("Subject: {\n\nrole}", "has a brace"),
        ("Subject: x\n\n{role.__class__}", "has a blank"),
    ],
)
def test_what_is_broken_is_told(text: str, says: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(says)):
        read_templates(text)


def test_sections_are_read_whatever_their_headings_look_like() -> None:
    found = read_templates(
        "\ufeffAbout.\r\n## Ask ##\r\nsubject : a\r\n\r\nb\r\n## follow-up\nSubject: c\n\nd\n"
    )
    assert list(found) == [Letter.ASK, Letter.FOLLOW_UP]
    assert fill_in(found[Letter.ASK], {}).subject == "a"
    assert fill_in(found[Letter.FOLLOW_UP], {}).text == "d"


@given(st.text())
def test_no_file_does_anything_but_work_or_be_told(text: str) -> None:
    for draft in (text, f"Subject: x\n\n{text}"):
        try:
            for template in read_templates(draft).values():
                fill_in(template, {})
        except TemplateError:
            pass
