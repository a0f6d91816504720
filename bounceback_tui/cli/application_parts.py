"""What an application says of itself, as options of `applications --change ID`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import completes, option, standard_input, words

if TYPE_CHECKING:
    from bounceback_tui.cli.session import Session
    from bounceback_tui.domain.application import Application, Source

_ANSWERS = {"yes": True, "no": False, values.NONE: None}
_QUALITIES = {"read_closely": "read-closely", "tailored": "tailored", "liked": "liked"}
_CHOSEN = {
    "read-closely": "You read the posting closely: yes, no, none.",
    "tailored": "You tailored the CV to it: yes, no, none.",
    "liked": "You really like the look of it: yes, no, none.",
}
_TEXTS = ("company", "role", "link", "document", "notes", "next_words")


def _source(text: str) -> Source | str:
    """A source, or "none". Raises UsageError."""
    return values.NONE if text.strip().casefold() == values.NONE else values.source(text)


def _answer(name: str, purpose: str) -> Callable[[Any], Any]:
    known = tuple(_ANSWERS)
    read = values.one_of(f"answer to --{name}", known)
    return option(f"--{name}", metavar="YES|NO", callback=read, shell_complete=words(*known), help=purpose)


_OPTIONS = (
    option("--company", metavar="NAME", shell_complete=completes("companies"), help="Who it is."),
    option("--role", metavar="NAME", shell_complete=completes("roles"), help="The job."),
    option(
        "--source",
        metavar="SOURCE",
        callback=values.through(_source),
        shell_complete=words(*values.SOURCES, values.NONE),
        help=f"{', '.join(values.SOURCES)}; {values.NONE}.",
    ),
    _answer("specialised", "It is for your own field: yes, no, none."),
    option("--link", metavar="LINK", help="The posting."),
    option("--sent", "document", metavar="PLACE", help="CV or letter that you sent: a path or a link."),
    *(_answer(name, purpose) for name, purpose in _CHOSEN.items()),
    option("--notes", metavar="TEXT", help="Your notes in place of those there; “-” is standard input."),
    option("--next", "next_on", metavar="DATE", help="When next: “tomorrow”, “friday”, ISO, “none”."),
    option("--what", "next_words", metavar="TEXT", help="What is next, in a few words."),
)


def parts(command: Any) -> Any:
    """The options; an empty text takes out what is there."""
    for one in reversed(_OPTIONS):
        command = one(command)
    return command


def said_anything(said: Mapping[str, Any]) -> bool:
    """Whether any of them was given."""
    return any(value is not None for value in said.values())


def changed(before: Application, said: Mapping[str, Any], session: Session) -> Application:
    """An application with what was said of it anew; the rest stays. Raises UsageError."""
    from bounceback_tui.domain.application import Quality  # noqa: PLC0415 - a list changes nothing
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - the same
    from bounceback_tui.domain.text import tidy  # noqa: PLC0415 - the same

    new: dict[str, Any] = {name: said[name].strip() for name in _TEXTS if said[name] is not None}
    if said["notes"] is not None:
        new["notes"] = tidy(standard_input() if said["notes"] == "-" else said["notes"])
    if new.get("company") == "" and before.company.strip():
        raise click.UsageError("An application needs a company; one word is enough.")
    if said["source"] is not None:
        new["source"] = None if said["source"] == values.NONE else said["source"]
    if said["specialised"] is not None:
        new["specialised"] = _ANSWERS[said["specialised"]]
    if said["next_on"] is not None:
        from bounceback_tui.cli.dates_said import day_or_none  # noqa: PLC0415 - few say a date

        new["next_on"] = day_or_none(session, said["next_on"])
    quality = before.quality
    chosen = {
        name: getattr(quality, name) if said[name] is None else _ANSWERS[said[name]] for name in _QUALITIES
    }
    return replace(before, **new, quality=Quality(**chosen))
