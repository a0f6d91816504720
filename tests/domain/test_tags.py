"""Tags as they are given, as they stand in a text, and as both change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.tags import (
    LONGEST,
    all_tags,
    begun_tag,
    changed_tags,
    clean_tags,
    may_be_written,
    tags_in,
)


@pytest.mark.parametrize(
    ("names", "tidy"),
    [
        (("panel",), ("panel",)),
        (("#Panel", " panel ", "PANEL", "@panel"), ("panel",)),
        (("b", "a"), ("b", "a")),
        (("final round", "final  round", "final\tround"), ("final-round",)),
        (("# panel", "##"), ("panel",)),
        (("", " ", "#"), ()),
        (("straße", "STRASSE"), ("strasse",)),
        (("c#",), ("c#",)),
        (("caf\u00e9", "cafe\u0301", "CAFÉ"), ("café",)),
        (("\uff03panel", "\u1680#panel"), ("panel",)),
        (("pa\0nel", "\0"), ("panel",)),
    ],
)
def test_tags_are_tidied(names: tuple[str, ...], tidy: tuple[str, ...]) -> None:
    assert clean_tags(names) == tidy


@given(st.lists(st.text()))
def test_tidy_tags_stay_as_they_are(names: list[str]) -> None:
    tidy = clean_tags(names)
    assert clean_tags(tidy) == tidy
    assert len(set(tidy)) == len(tidy)
    assert all(tidy)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("They were kind. #panel", ("panel",)),
        ("#Panel @walk and #PANEL again", ("panel", "walk")),
        ("a walk (#calm), “#kind”, *#loud*, **@bold**", ("calm", "kind", "loud", "bold")),
        ("#panel.", ("panel",)),
        ("#panel's and @anna’s", ("panel", "anna")),
        ("#one,#two #three/#four", ("one", "three")),
        ("#next-step_2 #-x #_y #a- #b_", ("next-step_2", "a", "b")),
        ("#größe #naïve #面接 #परीक्षा #собес", ("grösse", "naïve", "面接", "परीक्षा", "собес")),
        ("#cafe\u0301 #caf\u00e9", ("café",)),
        ("a\n#two\r\n#three\ttab", ("two", "three")),
        ("> #quoted\n- #listed\n\n    #deeper in the list", ("quoted", "listed", "deeper")),
        ("| #cell | @other |", ("cell", "other")),
        # no tags
        ("# Heading\n## Heading", ()),
        ("##panel #", ()),
        ("## Heading with #panel", ("panel",)),
        ("no. #1, # 2, #3-4, C#, F#major, a#b", ()),
        ("#1st and #2-years", ("1st", "2-years")),
        ("me@acme.com, @ home, @3pm, @acme.com, @scope/package, @me@example.org", ()),
        ("https://acme.com/#jobs http://a/(#b) www.acme.com/#c see mailto:me,@you.org", ()),
        ("[jobs](#jobs) and [#panel](https://acme.com/ #x)\n\n[ref]: #anchor", ("panel",)),
        ("`#code` and ``a ` #code`` but ` #open", ("open",)),
        ("`a`#b and ` #c\n\n#d`", ("c", "d")),
        (r"\#escaped &#x27; \` #kept \`", ("kept",)),
        ("```\n#code\n\n#code\n```\n#after", ("after",)),
        ("~~~ python\n# comment\n#code\n```\n~~~\n#after", ("after",)),
        ("> ```\n> #code\n> ```\n> #after", ("after",)),
        ("- ```\n  #code\n  ```\n  #after", ("after",)),
        ("```\n#never closed", ()),
        ("```not code``` #prose", ("prose",)),
        ("    #code\n    - #code\n\n    ```\n\n#prose", ("prose",)),
        ("prose\n    #goes on", ("goes",)),
        ("\t#code", ()),
        ("\u202e#turned [#markup] [@click=app.quit]", ("markup", "click")),
        ("#\x1b[31m #\x07 #\ud800 @\u200b", ()),
        ("#" + "x" * LONGEST, ("x" * LONGEST,)),
        ("#" + "x" * (LONGEST + 1), ()),
        ("", ()),
    ],
)
def test_tags_in_a_text(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


@given(st.text(st.sampled_from("#@ab1 \n\t`~>-[]():/.\\_*é\u0301x"), max_size=60))
def test_tags_of_any_text_are_tidy_and_stand_in_it(text: str) -> None:
    found = tags_in(text)
    assert clean_tags(found) == found
    for tag in found:
        assert any(letter.isalpha() for letter in tag)
        assert tags_in(f"#{tag}") == (tag,)


@pytest.mark.parametrize("hostile", ["`" * 9, "`a``b", "](", "#", "@a", "a:", "[", "> - ", "#a#", "(#a"])
def test_a_long_hostile_text_is_read_in_one_go(hostile: str) -> None:
    tags_in("#a " + hostile * 30_000)
    begun_tag(hostile * 30_000)


def test_given_and_written_tags_are_one_list() -> None:
    assert all_tags(["Walk", "panel"], "A #panel with @anna") == ("walk", "panel", "anna")


@pytest.mark.parametrize(
    ("given", "text", "old_tags", "old_text", "tags"),
    [
        # as it was
        (["panel"], "#panel", ["panel"], "#panel", ("panel",)),
        # out of the text
        (["panel", "walk"], "", ["panel", "walk"], "#panel", ("walk",)),
        # out of both
        ([], "", ["panel"], "#panel", ()),
        # out of the field alone: the text still names it
        ([], "#panel", ["panel"], "#panel", ("panel",)),
        # out of the text, and typed into the field, where it did not stand
        (["panel"], "", [], "#panel", ("panel",)),
        # into the text
        (["walk"], "a #panel", ["walk"], "a", ("walk", "panel")),
        # another one in its place
        (["panel"], "#talk", ["panel"], "#panel", ("talk",)),
        # out of the field, and never in the text
        ([], "a", ["walk"], "a", ()),
        # renamed or taken off since: the word in the text does not bring it back
        (["talk"], "#panel more", ["talk"], "#panel", ("talk",)),
        # but the same name given by hand does
        (["talk", "panel"], "#panel", ["talk"], "#panel", ("talk", "panel")),
    ],
)
def test_tags_change_with_the_text(
    given: list[str], text: str, old_tags: list[str], old_text: str, tags: tuple[str, ...]
) -> None:
    assert changed_tags(given, text, old_tags, old_text) == tags


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("a #pa", "pa"),
        ("@Pa", "Pa"),
        ("(#pa", "pa"),
        ("#one (#pa", "pa"),
        ("#", None),
        ("# pa", None),
        ("a#pa", None),
        ("me@pa", None),
        ("#pa ", None),
        ("#pa(", None),
        ("", None),
    ],
)
def test_a_tag_is_seen_while_it_is_typed(line: str, begun: str | None) -> None:
    assert begun_tag(line) == begun


@pytest.mark.parametrize(
    ("name", "may"), [("panel", True), ("c#", False), ("[/]", False), ("2026", False), ("a\x1b", False)]
)
def test_not_every_tag_can_be_written_in_a_text(name: str, may: bool) -> None:
    assert may_be_written(name) is may
