"""Postings held against the points of the focus: asked point by point, or said at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from bounceback_tui.cli import values
from bounceback_tui.cli.options import completes, option
from bounceback_tui.cli.output import (
    day_of,
    print_json,
    print_json_list,
    print_line,
    print_table,
    short_key,
    tell,
)
from bounceback_tui.domain.text import one_line

if TYPE_CHECKING:
    from bounceback_tui.domain.focus import Answer, FocusPoint, Posting
    from bounceback_tui.services.focus import Postings
    from bounceback_tui.services.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


def posting_options(command: Command) -> Command:
    """The options that postings are held with, as the help lists them."""
    point = completes("points")
    for one in (
        option(
            "--application",
            metavar="ID",
            shell_complete=completes("applications"),
            help="Which application it is for.",
        ),
        option("--note", metavar="TEXT", help="A few words about it."),
        option("--link", metavar="LINK", help="Where it is to be found."),
        option("--unclear", metavar="ID", multiple=True, shell_complete=point, help="It does not say."),
        option("--lacks", metavar="ID", multiple=True, shell_complete=point, help="This point is not in it."),
        option("--has", metavar="ID", multiple=True, shell_complete=point, help="This point is in it."),
        option("--postings", is_flag=True, help="The postings so far, the latest first."),
        option(
            "--posting",
            metavar="ID",
            shell_complete=completes("postings"),
            help="One of them again: to read, or to change with the options below.",
        ),
        option("--hold", metavar="TITLE", help="Hold a posting against the points."),
    ):
        command = one(command)
    return command


def with_postings(workspace: Workspace, way: str, said: Mapping[str, Any], as_json: bool) -> None:
    """List them, read one, or keep what one says to the points. Raises CannotDo and UsageError."""
    kept = workspace.tools.focus.postings
    if way == "postings":
        _list(kept, as_json)
        return
    posting = _begun(workspace, kept, way, said)
    if way == "hold" or posting != kept.find(posting.id):
        posting = kept.find(kept.put(posting))
    _print(kept, posting, as_json)


def _begun(workspace: Workspace, kept: Postings, way: str, said: Mapping[str, Any]) -> Posting:
    """The posting as it is to be kept. Raises CannotDo and UsageError."""
    from dataclasses import replace  # noqa: PLC0415 - `--help` does without

    from bounceback_tui.domain.focus import Answer, Posting  # noqa: PLC0415

    if way == "hold":
        posting = Posting("", one_line(said["hold"]).strip(), workspace.clock.now())
    else:
        posting = kept.meant(said["posting"])
    points, answers = kept.points(posting.id), dict(posting.answers)
    given = False
    for name, answer in (("has", Answer.YES), ("lacks", Answer.NO), ("unclear", Answer.UNCLEAR)):
        for key in said[name]:
            answers[kept.point_meant(points, key).id] = answer
            given = True
    if way == "hold" and not given:
        answers = _asked(points)
    posting = replace(posting, answers=answers)
    for name in ("link", "note"):
        if said[name] is not None:
            posting = replace(posting, **{name: said[name].strip()})
    if said["application"] is not None:
        from bounceback_tui.cli.named import application as one_named  # noqa: PLC0415 - seldom is one said

        posting = replace(posting, application_id=one_named(workspace, said["application"]).id)
    return posting


def _asked(points: list[FocusPoint]) -> dict[str, Answer]:
    """Point by point; ctrl+d leaves the rest. Raises CannotDo where there is none."""
    from bounceback_tui.cli.ask import answer, line_by_line  # noqa: PLC0415 - only asking needs it
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    if not points:
        raise CannotDo("There is no point to hold it against yet; `bounceback focus --add TEXT` makes one.")
    found: dict[str, Answer] = {}
    with line_by_line():
        for one in points:
            said = answer(f"{one.kind}: {one_line(one.text)} – yes, no, unclear?", values.posting_answer)
            if said is not None:
                found[one.id] = said
    return found


def _print(kept: Postings, posting: Posting, as_json: bool) -> None:
    """What it says to the points, in words first."""
    points, told = kept.points(posting.id), kept.told(posting)
    if as_json:
        from bounceback_tui.formats.tool_records import posting_record  # noqa: PLC0415 - plain lines do without

        print_json(posting_record(posting, points, told))
        return
    print_line(f"{posting.title}: {told or 'nothing to hold it against.'}")
    for one in points:
        print_line(f"{one.kind}: {one.text}: {posting.answers.get(one.id) or 'not looked at'}", "  ")
    for words in (posting.link, posting.note):
        if words:
            print_line(words, "  ")


def _list(kept: Postings, as_json: bool) -> None:
    found = kept.every()
    if as_json:
        from bounceback_tui.formats.tool_records import posting_record  # noqa: PLC0415 - as above

        print_json_list(posting_record(one, kept.points(one.id), kept.told(one)) for one in found)
    elif found:
        rows = [(short_key(one.id), day_of(one.held_at), one.title, kept.told(one)) for one in found]
        print_table(rows, flexible=3)
    else:
        tell("There is no posting yet; --hold TITLE holds one against your points.")
