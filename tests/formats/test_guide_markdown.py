"""Guides in Markdown: what is read, what is told, and that no text can break it."""

from __future__ import annotations

import hashlib

import pytest
from brisk import often
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bounceback_tui.domain.guide import MAX_BYTES, MAX_LINES, MAX_STEPS, Guide, GuideError, Section, Step
from bounceback_tui.domain.text import one_line
from bounceback_tui.formats.guide_json import guide_from_json, guide_to_json
from bounceback_tui.formats.guide_markdown import MAX_PROBLEMS, outline, parse_guide

WHOLE = """\
---
title: "After: a no"
author: somebody else's key
credit: After a friend
---

Hello.

Still *hello*.

## Look up {#up}

Why it helps.

- [ ] Walk round the block {#walk}
- [ ] Write it down {#write-it tool=writing}

More on why, with a list of its own:

- tea
- biscuits

## Look back

1. [ ] Read `notes` from **last** time
   on one line {#read-notes tool="strengths"}

---

Goodbye.

- soon
"""

SECTION = "## A section\n\n"
STEP = "- [ ] Do it {#do-it}\n"


def problems(text: str) -> list[tuple[int, str]]:
    try:
        parse_guide(text)
    except GuideError as error:
        return [tuple(problem) for problem in error.problems]
    return []


def test_every_part_of_a_guide_is_read() -> None:
    guide = parse_guide(WHOLE)
    assert guide.title == "After: a no"
    assert guide.credit == "After a friend"
    assert guide.opening == "Hello.\n\nStill *hello*."
    assert [(section.id, section.title) for section in guide.sections] == [
        ("up", "Look up"),
        ("look-back", "Look back"),
    ]
    assert guide.steps == (
        Step("walk", "Walk round the block"),
        Step("write-it", "Write it down", "writing"),
        Step("read-notes", "Read notes from last time on one line", "strengths"),
    )
    assert guide.closing == "Goodbye.\n\n- soon"


def test_text_around_the_steps_and_lists_without_boxes_stay_with_the_section() -> None:
    assert parse_guide(WHOLE).sections[0].text == (
        "Why it helps.\n\nMore on why, with a list of its own:\n\n- tea\n- biscuits"
    )


def test_front_matter_opening_and_close_may_be_left_out() -> None:
    guide = parse_guide(SECTION + STEP)
    assert (guide.credit, guide.opening, guide.closing) == ("", "", "")
    assert guide.title


def test_a_heading_at_the_top_is_the_title_and_not_part_of_the_opening() -> None:
    guide = parse_guide("# My *own* way\n\nHello.\n\n" + SECTION + STEP)
    assert (guide.title, guide.opening) == ("My own way", "Hello.")


@pytest.mark.parametrize("later", ["## Another\n\n- [ ] Go on {#go-on}\n", "- [ ] Go on {#go-on}\n"])
def test_a_line_of_dashes_before_the_last_step_does_not_begin_the_close(later: str) -> None:
    guide = parse_guide(SECTION + STEP + "\n---\n\n" + later)
    assert [step.id for step in guide.steps] == ["do-it", "go-on"]
    assert guide.closing == ""


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_files_of_other_systems_read_the_same(end: str) -> None:
    ours, theirs = parse_guide(WHOLE), parse_guide("\ufeff" + WHOLE.replace("\n", end))
    assert theirs.title == ours.title
    assert theirs.sections == ours.sections
    assert theirs.closing == ours.closing


def test_the_digest_tells_one_wording_from_another() -> None:
    assert parse_guide(WHOLE).digest == hashlib.sha256(WHOLE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Read [the list](https://example.org/a)", "Read the list (https://example.org/a)"),
        ("Read <https://example.org/a>", "Read https://example.org/a"),
        ("Say *no* &amp; <b>mean</b> it", "Say no & <b>mean</b> it"),
        ("Weigh up {pros}, then {cons} and sleep", "Weigh up {pros}, then {cons} and sleep"),
        ("Look\x1b[31m \u202eleft", "Look␛[31m <U+202E>left"),
        ("Look &#x202E;left", "Look <U+202E>left"),
    ],
)
def test_a_step_is_shown_as_plain_words(written: str, shown: str) -> None:
    assert parse_guide(f"{SECTION}- [ ] {written} {{#one}}\n").steps[0].text == shown


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no section"),
        ("Only text.\n", 1, "no section"),
        (SECTION, 1, "“A section” has no step"),
        ("Text\n---\n\n" + SECTION + STEP, 1, "dashes below touch it"),
        ("## \n\n" + STEP, 1, "no title"),
        ("## One {#Not_One}\n" + STEP, 1, "the id “Not_One”"),
        ("## One {tool=cv}\n" + STEP, 1, "opens no tool"),
        (f"{SECTION}{STEP}\n## A section\n- [ ] Go {{#go}}\n", 5, "line 1 has the same name"),
        (STEP + "\n" + SECTION + "- [ ] Go {#go}\n", 1, "before the first section"),
        (SECTION + "- [ ] Call Zoë's sister\n", 3, "{#call-zoes-sister}"),
        (SECTION + "- [ ] 打电话\n", 3, "{#step}"),
        (SECTION + "- [ ] Go {#Go}\n", 3, "the id “Go” is not made of"),
        (SECTION + "- [ ] Go {#-go}\n", 3, "the id “-go”"),
        (SECTION + "- [ ] Go {#" + "a" * 41 + "}\n", 3, "40 at most"),
        (SECTION + "- [ ] Go {#go tool=teleport}\n", 3, "no tool “teleport”; there are feedback, reframe"),
        (SECTION + "- [ ] Go {#go colour=red}\n", 3, "“colour=red” in braces"),
        (SECTION + STEP + "- [ ] Again {#do-it}\n", 4, "“do-it” is taken by line 3"),
        (SECTION + "- [x] Go {#go}\n", 3, "is ticked"),
        (SECTION + "- [ ] {#go}\n", 3, "no words"),
        (SECTION + STEP + "- Go {#go}\n", 4, "starts with “- [ ] ”"),
        (SECTION + "- [ ]Go {#go}\n", 3, "starts with “- [ ] ”"),
        (SECTION + STEP + "  - [ ] Go {#go}\n", 3, "no list of its own"),
        (SECTION + "- Day one\n  - [ ] Go {#go}\n", 3, "no list of its own"),
        (SECTION + STEP + "\n  And more.\n", 3, "single paragraph"),
        (SECTION + "- > [ ] Go {#go}\n", 3, "starts with “- [ ] ”"),
        (SECTION + STEP + "\nText\n\n    - [ ] Go {#go}\n", 7, "indented too far"),
        (SECTION + "- [ ] " + "go " * 80 + "{#go}\n", 3, "200 is the most"),
        ("---\ntitle: >\n  Long\n---\n" + SECTION + STEP, 2, "same line as “title:”"),
        (SECTION + STEP + "\0", 4, "nul byte"),
        (SECTION + STEP + "\r\n\udcff", 5, "not UTF-8"),
        ("\n" * MAX_LINES + SECTION + STEP, MAX_LINES, "at most 10,000 lines"),
        ("x" * MAX_BYTES + "\n" + SECTION + STEP, 1, "200 kB"),
        ("é" * (MAX_BYTES // 2) + "\n" + SECTION + STEP, 1, "200 kB"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    assert any(at == line and words in sentence for at, sentence in problems(text)), problems(text)
    with pytest.raises(GuideError, match=f"line {line}: "):
        parse_guide(text)


def test_everything_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    told = problems(SECTION + "- [ ] One\n- [x] Two {#two}\n- [ ] Three {#two tool=hammer}\n")
    assert [line for line, _ in told] == [3, 4, 5, 5]


def test_the_suggested_ids_put_it_right() -> None:
    text = SECTION + STEP + "- [ ] Do it\n- [ ] Do it\n"
    for _, sentence in problems(text):
        suggestion = sentence[sentence.index("{#") :]
        text = text.replace("Do it\n", f"Do it {suggestion}\n", 1)
    assert [step.id for step in parse_guide(text).steps] == ["do-it", "do-it-2", "do-it-3"]


def test_a_guide_may_have_five_hundred_steps_and_no_more() -> None:
    steps = [f"- [ ] Do it {{#step-{number}}}\n" for number in range(MAX_STEPS + 1)]
    assert len(parse_guide(SECTION + "".join(steps[:-1])).steps) == MAX_STEPS
    assert problems(SECTION + "".join(steps)) == [(MAX_STEPS + 3, "a guide has at most 500 steps")]


def test_very_many_problems_are_told_by_their_number() -> None:
    told = problems(SECTION + "- [ ] Do it\n" * 5_000)
    assert len(told) == MAX_PROBLEMS + 1
    assert "401 more problems" in told[-1][1]


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "sign", ["[", "![", "[a](", "> ", "- ", "`a", "*a_", "[a]: b\n", "-\n", "&", "\t- \n"]
)
def test_a_hostile_heap_of_signs_is_refused_and_not_choked_on(sign: str) -> None:
    heap = sign * (MAX_BYTES // len(sign) - 100)
    assert problems(heap)
    assert problems("## " + heap)
    assert problems(f"{SECTION}- [ ] {heap}")


@pytest.mark.many(8)
@pytest.mark.parametrize(
    "line", ["-", "[a]: b", "\t-", "> a", "- a", "1. a", "- [ ] a", "## a", "    - [ ] a"]
)
def test_a_heap_of_hostile_lines_is_refused_and_not_choked_on(line: str) -> None:
    assert problems(f"{line}\n" * (MAX_LINES - 10))
    assert problems(SECTION + STEP + f"{line}\n\n" * (MAX_LINES // 2 - 10) + "- [x] last\n")


def test_the_outline_names_all_that_there_is_and_is_safe_to_print() -> None:
    lines = outline(parse_guide(WHOLE))
    assert lines[:4] == ["After: a no", "After a friend", "2 sections, 3 steps", ""]
    assert "  walk        Walk round the block" in lines
    assert "  write-it    Write it down  (tool: writing)" in lines
    hostile = "a\x1b]52;c;x\x07\nb"
    made = Guide(hostile, hostile, "", (Section("s", hostile, "", (Step("t", hostile),)),), "")
    assert all(line.isprintable() for line in outline(made))


@given(st.text(max_size=300))
@example("---\n")
@example("---\n---")
@example("## ")
@example("- [ ]")
def test_any_text_gives_a_guide_or_its_problems(text: str) -> None:
    _guide_or_problems(text)


MARKS = [
    *("## A\n", "# T\n", "---\n", "===\n", STEP, "- [x] ", "- ", "1. ", "> ", "  ", "\n", "text", "{", "}"),
    *("{#", "tool=", "[", "](", ")", "`", "*", "<", "&#27;", "\t", "title: x\n", "...\n", "\r", "\ufeff"),
    *("\x1b", "\u2028", "\f", "```\n", "[a]: b\n", "\0", "\ud800"),
]


@settings(max_examples=often(400))
@given(st.lists(st.sampled_from(MARKS), max_size=25).map("".join))
def test_any_heap_of_the_marks_of_a_guide_gives_a_guide_or_its_problems(text: str) -> None:
    _guide_or_problems(text)


def _guide_or_problems(text: str) -> None:
    told = problems(text)
    if told:
        lines = text.count("\n") + text.count("\r") + 1
        assert all(1 <= line <= lines for line, _ in told)
        assert told == sorted(told)
        assert all(one_line(sentence) == sentence for _, sentence in told)
        return
    guide = parse_guide(text)
    assert all(section.steps for section in guide.sections)
    assert guide_from_json(guide_to_json(guide)) == guide
