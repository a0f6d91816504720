"""Faults of the program in words: where they arose, and never what they say, unless that was asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bounceback_tui.domain.faults import ENDS, LONGEST, everything_of, place_of, stack_of

WORDS = "what somebody wrote"
PACKAGE = "/home/somebody/lib/bounceback_tui"


def raised(
    file: str = f"{PACKAGE}/domain/tags.py", body: str = f"raise KeyError({WORDS!r})"
) -> BaseException:
    """The error of a function `work` in that file."""
    held: dict[str, Callable[[], None]] = {}
    lines = "\n    ".join(["def work():", *body.splitlines()])
    exec(compile(lines, file, "exec"), held)
    try:
        held["work"]()
    except BaseException as error:
        return error.with_traceback(error.__traceback__ and error.__traceback__.tb_next)
    raise AssertionError


def test_the_place_is_the_kind_of_error_with_the_innermost_file_and_line() -> None:
    assert place_of(raised()) == "KeyError in tags.py 2"
    assert place_of(raised(body="x = 1\n[][x]")) == "IndexError in tags.py 3"
    assert place_of(ValueError(WORDS)) == "ValueError"
    deep = raised(body="import json\njson.loads('')")
    assert place_of(deep).startswith("JSONDecodeError in decoder.py ")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/home/me/bounceback_tui/domain/tags.py", "bounceback_tui/domain/tags.py"),
        ("/a/site-packages/bounceback_tui/cli/main.py", "bounceback_tui/cli/main.py"),
        ("/a/bounceback_tui/lib/site-packages/textual/app.py", "textual/app.py"),
        ("/usr/lib/dist-packages/click/core.py", "click/core.py"),
        ("/home/me/secret/thing.py", "thing.py"),
        ("thing.py", "thing.py"),
        ("", ""),
    ],
)
def test_a_frame_names_no_folder_of_the_person(file: str, told: str) -> None:
    assert stack_of(raised(file)) == ["builtins.KeyError", f"  {told}:2:work"]


def test_a_stack_tells_what_an_error_came_with_each_once_and_none_of_the_words() -> None:
    inner, member = raised("/x/inner.py"), raised("/x/member.py")
    cause = raised("/x/cause.py", "raise OSError")
    group = ExceptionGroup(WORDS, [member, inner])
    inner.__cause__, inner.__context__, cause.__context__ = cause, group, inner
    assert stack_of(inner) == [
        *("builtins.KeyError", "  inner.py:2:work"),
        *("which came with builtins.OSError", "  cause.py:2:work"),
        "which came with builtins.ExceptionGroup",
        *("which came with builtins.KeyError", "  member.py:2:work"),
    ]


@pytest.mark.parametrize(("deep", "left"), [(2 * ENDS - 1, ""), (2 * ENDS, "  … 1 more")])
def test_of_a_long_stack_both_ends_are_told(deep: int, left: str) -> None:
    body = f"def go(left):\n    return go(left - 1) if left else [][1]\ngo({deep - 1})"
    lines = stack_of(raised("/x/deep.py", body))
    assert lines[0] == "builtins.IndexError"
    assert lines[1] == "  deep.py:4:work"
    assert len(lines) == 1 + 2 * ENDS + bool(left)
    assert (lines[1 + ENDS] == left) is bool(left)
    assert lines[-1] == "  deep.py:3:go"


def test_everything_is_the_message_and_the_values_but_for_lines_without_end() -> None:
    told = everything_of(raised(body=f"mood = {WORDS!r}\nlong = 'x' * 5000\nraise KeyError(mood)"))
    lines = told.split("\n")
    assert f"    mood = {WORDS!r}" in lines
    assert f"KeyError: {WORDS!r}" in lines
    (long,) = (line for line in lines if "xxx" in line)
    assert (len(long), long[-2:]) == (LONGEST + 1, "x…")
    assert all(len(line) <= LONGEST + 1 for line in lines)
    exact = everything_of(ValueError("y" * (LONGEST - len("ValueError: "))))
    assert "…" not in exact


def test_a_value_that_cannot_say_what_it_is_leaves_the_rest_to_be_told() -> None:
    body = "class Odd:\n    def __repr__(self): raise SystemError\nodd = Odd()\nraise KeyError('kept')"
    assert "KeyError: 'kept'" in everything_of(raised(body=body))
    broken = raised(body="raise KeyError('kept')")
    broken.__cause__ = _Unsayable()
    told = everything_of(broken)
    assert "KeyError: 'kept'" in told


class _Unsayable(Exception):
    def __str__(self) -> str:
        raise ValueError


SECRET = "correct horse"
INNER = f"passphrase = {SECRET!r}\nraise OSError"


@pytest.mark.parametrize(
    "file",
    [
        *("app/locked.py", "cli/encrypt.py", "cli/passphrase.py", "domain/recovery_key.py"),
        *("services/privacy.py", "services/sync_begin.py", "storage/cipher.py", "storage/recovery_file.py"),
    ],
)
def test_not_even_everything_holds_a_passphrase(file: str) -> None:
    error = raised(f"{PACKAGE}/{file}", INNER)
    assert SECRET not in everything_of(error)
    # neither where another error came with it, nor in a group, nor behind one that holds none
    beside, behind, plain = raised(), raised(), raised("/x/other.py")
    beside.__cause__, beside.__context__ = error, plain
    behind.__cause__, behind.__context__ = plain, error
    for outer in (beside, behind, ExceptionGroup("", [error, plain]), ExceptionGroup("", [plain, error])):
        assert SECRET not in everything_of(outer)


def test_what_a_file_with_passphrases_calls_is_told_without_values_and_what_calls_it_with_them() -> None:
    call = (
        "def helper(given):\n    raise OSError\n"
        f"exec(compile('def inner(given):\\n    raise OSError', '/x/helper.py', 'exec'), globals())\n"
        f"inner({SECRET!r})"
    )
    assert SECRET not in everything_of(raised(f"{PACKAGE}/storage/cipher.py", call))
    # the control: elsewhere it would be told
    assert SECRET in everything_of(raised(f"{PACKAGE}/storage/other.py", call))
    assert SECRET in everything_of(raised("/elsewhere/storage/cipher.py", INNER))


def test_errors_that_refer_to_each_other_are_told_once_and_without_a_passphrase() -> None:
    one, other = raised(f"{PACKAGE}/storage/cipher.py", INNER), raised()
    one.__cause__, other.__cause__ = other, one
    one.__context__, other.__context__ = other, one
    told = everything_of(other)
    assert SECRET not in told
    assert (told.count("OSError\n"), told.count("KeyError")) == (1, 1)
