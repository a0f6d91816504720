"""Keys of a person's own: which are keys at all, which command is meant, and which may not be one key."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.keys import Command, chosen, commands_in, said, together, usable

LIST = """# Keys

- `mood`: `m`. Tell how you feel.
- `journal.tags`: `t` `ctrl+t`. Look at the tags.
- `journal.search`: `/`
- `undo`: `u`. Take back.
- `form.save`: `ctrl+s`. Save it.
- `today.open`: `enter`. Open it.
- `reader.open`: `o`
- not a command: `x`
"""
KNOWN = commands_in(LIST)


def test_the_list_is_read_as_it_is_written() -> None:
    known = commands_in(LIST)
    assert list(known) == [
        *("mood", "journal.tags", "journal.search", "undo", "form.save", "today.open", "reader.open"),
    ]
    assert known["journal.tags"] == Command("journal.tags", ("t", "ctrl+t"), "Look at the tags.")
    assert known["journal.search"] == Command("journal.search", ("/",))
    assert [one.place for one in known.values()][:3] == ["", "journal", "journal"]
    assert all(one.line in LIST.splitlines() for one in known.values())


GIVEN = [
    *((key, key) for key in ("t", "T", "?", "ä", "+")),
    *((key, key) for key in ("f1", "f24", "enter", "escape", "tab", "space", "backspace", "delete")),
    *((key, key) for key in ("insert", "home", "end", "pageup", "pagedown", "up", "down", "left", "right")),
    *((key, key) for key in ("ctrl+g", "alt+5", "ctrl+alt+shift+x", "shift+tab", "ctrl+f5")),
    (" CTRL+G ", "ctrl+g"),
    ("shift+ctrl+up", "ctrl+shift+up"),
    *((no, None) for no in ("", " ", "\x07", "f0", "f25", "gg", "shift+g", "ctrl+", "ctrl+gg", "ctrl+é")),
    *((no, None) for no in ("ctrl+ctrl+g", "super+g", "ctrl+?", "g+ctrl", 5, None, ["g"], True)),
]


def test_a_key_is_told_from_what_is_none() -> None:
    for given, key in GIVEN:
        assert usable(given) == key


def test_what_was_chosen_is_taken_by_name_with_or_without_quotation_marks() -> None:
    wanted = {"mood": "F5", "journal": {"tags": ["g", "ctrl+g", "g"]}}
    assert chosen(wanted, KNOWN) == ({"mood": ("f5",), "journal.tags": ("g", "ctrl+g")}, [])


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("f5", 'keys takes a table of commands with their keys, such as “mood = "f5"”; it is left out.'),
        ({"moood": "x"}, "keys names “moood”, which is no command (did you mean “mood”?); it does nothing."),
        ({"qqqq": "x"}, "keys names “qqqq”, which is no command; it does nothing."),
        ({"q" * 60: "x"}, f"keys names “{'q' * 39}…”, which is no command; it does nothing."),
        ({"mood": "super+x"}, "“super+x” is no key for “mood”, which keeps “m”."),
        ({"journal.tags": ["x", "yy"]}, "“yy” is no key for “journal.tags”, which keeps “t” and “ctrl+t”."),
        ({"mood": []}, "“” is no key for “mood”, which keeps “m”."),
        ({"mood": 5}, "“5” is no key for “mood”, which keeps “m”."),
        (
            {"journal.search": "t"},
            "the key “t” for “journal.search” is that of “journal.tags” in the same place, "
            "so “journal.search” keeps “/”.",
        ),
        (
            {"form.save": "u"},
            "the key “u” for “form.save” is that of “undo” in the same place, so “form.save” keeps “ctrl+s”.",
        ),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(value: object, told: str) -> None:
    assert chosen(value, KNOWN) == ({}, [told])


def test_two_commands_may_change_places_and_of_two_with_one_key_the_later_keeps_its_own() -> None:
    swapped = {"journal.search": "t", "journal.tags": "/"}
    assert chosen(swapped, KNOWN) == ({"journal.search": ("t",), "journal.tags": ("/",)}, [])
    # in another place the key may stand for something else
    assert chosen({"today.open": "t"}, KNOWN) == ({"today.open": ("t",)}, [])
    same = {"journal.search": "x", "journal.tags": ["x", "y"]}
    found, told = chosen(same, KNOWN)
    assert found == {"journal.search": ("x",)}
    assert told == [
        "the key “x” for “journal.tags” is that of “journal.search” in the same place, "
        "so “journal.tags” keeps “t” and “ctrl+t”."
    ]
    # what comes after the one that cannot be used is looked at all the same
    assert chosen({"qqqq": "x", "mood": "super+x", "undo": "x"}, KNOWN)[0] == {"undo": ("x",)}


def test_one_key_that_two_commands_have_by_turns_stays_theirs() -> None:
    known = {one.id: one for one in (Command("journal.look", ("s",)), Command("journal.keep", ("s",)))}
    assert chosen({"journal.look": ["s", "x"]}, known) == ({"journal.look": ("s", "x")}, [])


def command(name: str, *keys: str) -> Command:
    return Command(name, keys or (name,))


PLACES = [
    ("today.a", "today.b", True),
    ("today.a", "drafts.b", True),
    ("today.a", "journal.b", False),
    ("journal.a", "search-box.b", True),
    ("tool.a", "cv.b", True),
    ("cv.a", "leads.b", False),
    *((everywhere, "write.b", True) for everywhere in ("undo", "redo", "lock", "leave", "all")),
    # what leads anywhere does so from the pages, not from windows and forms
    *(("mood", f"{page}.b", True) for page in ("today", "patterns", "year")),
    ("mood", "form.b", False),
    ("mood", "feedback.b", False),
    # a list lies in pages and windows, a window around its own, a form around forms
    ("list.a", "today.b", True),
    ("list.a", "feedback.b", True),
    ("list.a", "write.b", False),
    ("window.a", "feedback.b", True),
    ("window.a", "today.b", False),
    ("window.a", "write.b", False),
    ("form.a", "write.b", True),
    ("form.a", "feedback.b", False),
]


def test_one_key_cannot_stand_for_two_that_work_at_the_same_time() -> None:
    for one, other, both in PLACES:
        assert together(command(one), command(other)) is both
        assert together(command(other), command(one)) is both


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (command("today.a", "x"), command("today.b", "x"), False),  # by turns
        (command("today.a", "x", "y"), command("today.b", "x"), True),
        (command("undo", "x"), command("today.b", "x"), False),  # the one hides the other
    ],
)
def test_those_that_share_a_key_as_ever_may_go_on(one: Command, other: Command, both: bool) -> None:
    assert together(one, other) is both


def test_keys_in_a_sentence() -> None:
    assert said(("t", "ctrl+g", "?")) == "“t” and “ctrl+g” and “?”"
