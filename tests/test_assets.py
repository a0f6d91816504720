"""The words that are shipped: whole, honest, and in the shape that the program reads."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bounceback_tui.domain.checkin import Feeling
from bounceback_tui.domain.episode import Side
from bounceback_tui.domain.guide import Guide, Step, is_id
from bounceback_tui.formats.cards import Card, find_group, read_list
from bounceback_tui.formats.guide_markdown import outline, parse_guide
from bounceback_tui.resources import asset

NAMES = (
    *("guide", "prompts", "writing", "feelings", "causes", "evidence", "help", "support"),
    *("somebody", "emergency"),
    *("feedback-email", "setbacks", "thinking-traps"),
)

ADVICE = {
    "do not take it personally": ("not-personal", "harshest thought"),
    "better-suited qualifications, an internal candidate, somebody's friend": (
        "outside-me",
        "nothing to do with you",
    ),
    "it happens to everybody": ("happens-to-all", "turned down too"),
    "do not dwell, set it a limit": ("set-limit", "Set a limit"),
    "write down what you did right": ("went-right", "what you did right"),
    "being invited is proof of the CV and letter": ("went-right", "invitation"),
    "one thing to change, for balance": ("one-change", "one thing you could change"),
    "ask the interviewer what went well and what to improve": ("ask-feedback", "E-mail the interviewer"),
    "thank them for it and for their time": ("say-thanks", "their feedback and their time"),
    "you may yet work for them": ("say-thanks", "may yet work for them"),
    "find what you excelled at": ("excelled", "did best"),
    "find the serious mistake, so as not to make it twice": ("serious-mistake", "one serious mistake"),
    "narrow the search": ("narrow-search", "narrow the search"),
    "rework the CV for those jobs": ("rework-cv", "CV for the jobs you want"),
    "read postings closely": ("read-closely", "to its last line"),
    "apply only where you like the look of it": ("read-closely", "only if you like the look"),
    "a few days off with something you enjoy": ("short-rest", "a few days off with something you enjoy"),
    "rest while waiting for the feedback": ("short-rest", "while the answer is on its way"),
    "specialised fields have few openings, so widen": ("widen", "next to yours"),
    "ask friends in the industry": ("ask-friend", "know of something or can ask around"),
    "sign up with an agency": ("agency", "agency"),
    "search job boards, online and in print": ("job-boards", "one online and one in print"),
    "when one looks good, go for it": ("go-for-it", "Go for the one that looks good"),
}
"""Each piece of the article's advice, the step that holds it, and words of that step."""

WHY = {
    "bright-side": (
        "everybody",
        "fine candidates",
        "training",
        "inside the firm",
        "friend of the person hiring",
    ),
    "learn": ("happens only once", "yet work with them"),
    "back-in-the-game": ("a few days", "shape your CV"),
    "branch-out": ("specialised", "fewer the openings"),
}
"""What the paragraphs of each section speak of."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return parse_guide(asset("guide.md"))


def test_the_guide_has_nothing_wrong() -> None:
    assert parse_guide(asset("guide.md")).sections


def test_the_guide_has_the_four_sections_of_the_article_and_credits_it(guide: Guide) -> None:
    assert [section.title for section in guide.sections] == [
        "Look on the bright side",
        "Learn from it",
        "Get yourself back in the game",
        "Branch out",
    ]
    for part in ("Cameron Collins", "Turned down? How to handle job rejection", "22 August 2017"):
        assert part in guide.credit
        assert part in asset("evidence.md")
    assert guide.opening
    assert guide.closing


def test_the_guide_has_sixteen_to_twenty_short_steps(guide: Guide) -> None:
    assert 16 <= len(guide.steps) <= 20
    assert len({step.id for step in guide.steps}) == len(guide.steps)
    assert all(len(step.text) <= 90 for step in guide.steps)
    assert all(4 <= len(section.steps) <= 6 for section in guide.sections)


@pytest.mark.parametrize("advice", ADVICE)
def test_every_piece_of_advice_has_its_step(guide: Guide, advice: str) -> None:
    step_id, words = ADVICE[advice]
    assert words in _step(guide, step_id).text


def test_every_step_holds_a_piece_of_advice(guide: Guide) -> None:
    assert {step.id for step in guide.steps} == {step_id for step_id, _ in ADVICE.values()}


def test_the_paragraphs_carry_the_why(guide: Guide) -> None:
    for section in guide.sections:
        for words in WHY[section.id]:
            assert words in section.text, words


def test_a_cause_outside_and_one_to_change_stand_side_by_side(guide: Guide) -> None:
    ids = [step.id for step in guide.steps]
    assert ("outside-me", "one-change") in list(pairwise(ids))


def test_the_ids_of_the_guide_never_change(guide: Guide) -> None:
    """Ticks are kept under them; a step may be added or reworded, but none of these renamed."""
    kept = {step_id for step_id, _ in ADVICE.values()}
    assert kept <= {step.id for step in guide.steps}
    assert [section.id for section in guide.sections] == [
        "bright-side",
        "learn",
        "back-in-the-game",
        "branch-out",
    ]


def test_the_outline_of_the_guide_has_a_line_for_each_step(guide: Guide) -> None:
    lines = outline(guide)
    assert "4 sections, 19 steps" in lines
    assert all(any(step.text in line for line in lines) for step in guide.steps)


def test_the_prompt_book_has_a_prompt_for_every_mood() -> None:
    groups = read_list(asset("prompts.md"))
    assert [group.id for group in groups] == [
        "right-now",
        "distance",
        "friend",
        "facts",
        "went-right",
        "next",
    ]
    cards = [card for group in groups for card in group.cards]
    assert 22 <= len(cards) <= 26
    assert len({card.id for card in cards}) == len(cards)
    assert all(is_id(card.id) for card in cards)
    assert "Kross and Ayduk 2008" in find_group(groups, "distance").note
    assert "Breines and Chen 2012" in find_group(groups, "friend").note
    assert any("third person" in text for text in find_group(groups, "distance").items)
    assert any("good friend" in text for text in find_group(groups, "friend").items)


def test_feelings_are_single_words_in_three_groups() -> None:
    groups = read_list(asset("feelings.md"))
    assert [group.id for group in groups] == ["pleasant", "unpleasant", "mixed"]
    words = [word for group in groups for word in group.items]
    assert 28 <= len(words) <= 34
    assert len(set(words)) == len(words)
    assert all(Feeling(word, 50).name == word.casefold() and " " not in word for word in words)


def test_the_other_side_has_a_list_for_each_side() -> None:
    groups = read_list(asset("causes.md"))
    assert [group.id for group in groups] == [side.replace(" ", "-") for side in Side]
    assert all(9 <= len(group.items) <= 11 for group in groups)
    assert find_group(groups, "went-right").items[0] == "they invited me"
    outside = "; ".join(find_group(groups, "outside-me").items)
    for cause in ("qualifications suited it better", "internal candidate", "friend", "frozen"):
        assert cause in outside


def test_each_thinking_trap_is_a_name_and_a_plain_sentence() -> None:
    (group,) = read_list(asset("thinking-traps.md"))
    assert 9 <= len(group.cards) <= 12
    assert len({card.id for card in group.cards}) == len(group.cards)
    for card in group.cards:
        name, _, sentence = card.text.partition(": ")
        assert len(name) <= 24
        assert sentence.endswith(".")
        assert len(sentence) <= 100
        assert is_id(card.id)


FIGURES = (
    *("six", "63", "41", "20 minutes", "five days", "53 %", "24 %", "14 %", "146", "r = .075", "small"),
    *("50 people", "low in self-esteem", "high in it", "47 programmes", "2.67", "378", "165,933", "94"),
    *(
        "d = .65",
        "1,801",
        "four experiments",
        "a week later",
        "4 studies",
        "353",
        "r = .35",
        "with a therapist",
    ),
)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_about_page_tells_every_figure_and_limit(figure: str) -> None:
    assert figure in " ".join(asset("evidence.md").split())


@pytest.mark.parametrize(
    "source",
    [
        "Gilbert and others 1998",
        "Spera, Buhrfeind and Pennebaker 1994",
        "Frattaroli 2006",
        "Smyth 1998",
        "Hall and others 2011",
        "Liu, Huang and Wang 2014",
        "van Hooft and others 2021",
        "Gollwitzer and Sheeran 2006",
        "Vinokur, Price and Schul 1995",
        "Breines and Chen 2012",
        "Kross and Ayduk 2008",
    ],
)
def test_the_about_page_names_every_source(source: str) -> None:
    assert source in asset("evidence.md")


def test_every_source_named_elsewhere_is_told_of_on_the_about_page() -> None:
    about = asset("evidence.md")
    for name in NAMES:
        for author, year in re.findall(
            r"(\w+)(?: and others)? ((?:19|20)\d\d)\b(?=[,;)])", asset(f"{name}.md")
        ):
            assert re.search(rf"{author}(?: and others)? {year}", about), (name, author, year)


def test_the_manual_speaks_of_all_that_there_is() -> None:
    manual = asset("help.md")
    for page in ("Today", "Journal", "Recover", "Applications", "Patterns", "What happened"):
        assert f"**{page}**" in manual or f"*{page}*" in manual
    for words in (
        "draft",
        "journal.db",
        "no network connection",
        "yesterday 3pm",
        "BOUNCEBACK_DB",
        "guide FILE",
    ):
        assert words in manual


def test_the_step_shown_in_the_manual_is_one_that_a_guide_may_hold() -> None:
    sample = re.search(r"^    (- \[ \] .*)$", asset("help.md"), re.MULTILINE)
    assert sample is not None
    assert len(parse_guide(f"## Mine\n\n{sample[1]}\n").steps) == 1


LIKE_A_PHONE_NUMBER = re.compile(r"\d(?:[ ./()–-]{0,2}\d){5,}")


def _phone_numbers(text: str) -> list[str]:
    return LIKE_A_PHONE_NUMBER.findall(re.sub(r"\b\d{4}-\d\d(-\d\d( \d\d:\d\d)?)?\b", "a date", text))


@pytest.mark.parametrize("number", ["01632 960 001", "+44 (0)1632-960001", "116 123", "0800.11.11.11"])
def test_a_phone_number_would_be_noticed(number: str) -> None:
    assert _phone_numbers(f"Call {number} on 2026-11-22 15:00.")


@pytest.mark.parametrize("name", NAMES)
def test_no_phone_numbers_are_given(name: str) -> None:
    assert _phone_numbers(asset(f"{name}.md")) == []


def test_the_support_text_is_short_and_names_no_service_or_number() -> None:
    text = asset("support.md")
    assert "talk to somebody" in text
    assert len(text.split()) < 100
    assert re.search(r"\d|http|@", text) is None


@pytest.mark.parametrize("name", NAMES)
def test_assets_are_plain_text_and_promise_nothing(name: str) -> None:
    text = asset(f"{name}.md")
    assert text.endswith("\n")
    assert all(character.isprintable() or character == "\n" for character in text)
    assert re.search(r"\b(guarantee|proven|will help|will work|will make you|cures?)\b", text) is None


def test_a_list_is_read_with_notes_ids_and_long_lines() -> None:
    groups = read_list(
        "Read me.\r\n\r\n- not a card\r\n## First one\r\nA note\r\non two lines.\r\n\r\n"
        "- a card that\r\n  goes on {#goes-on}\r\n- {#no-words}\r\n- plain\r\n## Second {#two}\n"
    )
    assert [(group.id, group.title, group.note) for group in groups] == [
        ("first-one", "First one", "A note on two lines."),
        ("two", "Second", ""),
    ]
    assert groups[0].cards == (Card("a card that goes on", "goes-on"), Card("plain"))
    assert groups[0].items == ("a card that goes on", "plain")
    assert groups[1].cards == ()


def test_a_group_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_group(read_list("## One\n- a\n"), "two")


def _step(guide: Guide, step_id: str) -> Step:
    return next(step for step in guide.steps if step.id == step_id)
