"""Questions on standard error: those of a bare `log` line by line, and whether somebody agrees."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.output import ask, complain, somebody_is_there

if TYPE_CHECKING:
    from bounceback_tui.cli.session import Session
    from bounceback_tui.domain.checkin import Feeling


def ask_outcome(session: Session, said: dict[str, Any]) -> None:
    """Fill in `said`, asking for all that was not given; ctrl+d leaves the rest empty."""
    from bounceback_tui.domain.application import Result  # noqa: PLC0415 - other commands only ask yes or no

    with line_by_line():
        for name, question, read in _questions(session):
            if name == "forecast":
                _needs_who(said)
            if said[name] or (name == "forecast" and not (said["result"] or Result.REJECTED).opens_episode):
                continue
            given = answer(question, read)
            if given is None:
                continue
            said[name] = given
            if name in ("stage", "result"):  # which have other words, too, and may have been guessed at
                complain(f"{name.capitalize()}: {given}.")


def _needs_who(said: dict[str, Any]) -> None:
    """With whom and what happened: one of the two is needed."""
    while not (said["text"].strip() or said["company"].strip()):
        complain("Name the company, or write a line about it; either is enough to save.")
        said["company"] = answer("Company?", str) or ""
        said["text"] = answer("What happened?", str) or ""


def _feelings(line: str) -> tuple[Feeling, ...]:
    """ "shame=60, anger 40" as feelings. Raises UsageError."""
    said = [one.strip() for one in line.split(",") if one.strip()]
    return values.feelings([one if "=" in one else "=".join(one.rsplit(None, 1)) for one in said])


def _questions(session: Session) -> tuple[tuple[str, str, Callable[[str], object]], ...]:
    """Name, question and reader of each answer, in the order of the form in the app."""
    from bounceback_tui.domain.application import STAGES, Result  # noqa: PLC0415 - as above
    from bounceback_tui.domain.dates import echo  # noqa: PLC0415

    def when(words: str) -> object:
        moment = session.moment(words)
        if moment:
            complain(echo(moment, session.clock.now()))
        return moment

    return (
        ("company", "Company?", str),
        ("role", "Role?", str),
        ("stage", f"How far had it got? ({', '.join(STAGES)})", values.stage),
        ("result", f"Result? ({', '.join(Result)}; empty: rejected)", values.result),
        ("when", "When? (“yesterday 3pm”; empty: now)", when),
        ("mood", "Mood, 1–9? (5 is neither good nor bad)", values.mood),
        ("energy", "Energy, 1–9?", values.energy),
        ("feel", "Feelings? (“shame=60, anger=40”, from 0 to 100)", _feelings),
        ("text", "What happened?", str),
        ("forecast", "In how many days do you expect to feel like yourself? (14, “two weeks”)", values.days),
    )


@contextmanager
def line_by_line() -> Iterator[None]:
    """For questions that may be left open: how, and that ctrl+d goes on with what was said so far."""
    complain("Every line may be left empty; ctrl+d skips the rest, ctrl+c saves nothing.")
    try:
        yield
    except EOFError:
        sys.stderr.write("\n")


def agreed(question: str) -> bool:
    """Whether somebody at a terminal says yes; nobody there means no."""
    if not somebody_is_there():
        return False
    ask(question, "y or n:")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def wait_for_enter(question: str) -> None:
    """Go on once somebody at a terminal says so; where what is printed goes elsewhere, at once."""
    if all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        sys.stdout.flush()
        ask(question)
        sys.stdin.readline()


def answer(question: str, read: Callable[[str], object]) -> Any:
    """An answer that can be read, or None for an empty line. Raises EOFError at the end of input."""
    while True:
        ask(question)  # not through input(): it would ask on standard output, which belongs to the data
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not line.strip():
            return None
        try:
            return read(line.strip())
        except click.UsageError as problem:
            complain(problem.message)
