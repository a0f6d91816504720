"""`guide`: the guide in outline, and a check of a person's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bounceback_tui.cli.options import as_json, completes, example, files, option
from bounceback_tui.cli.output import complain, print_json, print_json_list, print_line, print_text
from bounceback_tui.cli.recovery import episode_option
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.values import OURS
from bounceback_tui.domain.text import quoted, reason


@click.command(
    epilog=example("guide", "guide my-guide.md", "guide --list", "guide --use my-guide --episode -1")
)
@click.argument("file", required=False, shell_complete=files)
@option("--list", "every", is_flag=True, help="The guides that may be used for a rejection.")
@option(
    "--use",
    metavar="NAME",
    shell_complete=completes("guides"),
    help=f"Use one of them; “{OURS}” is that of bounceback. Every tick is kept.",
)
@episode_option
@as_json
@click.pass_context
def guide(
    context: click.Context,
    /,
    *,
    file: str | None,
    every: bool,
    use: str | None,
    episode: str | None,
    as_json: bool,
) -> None:
    """The outline of the guide of bounceback; with FILE, a check of your own guide and its outline.
    FILE may be “-” for standard input.

    What is wrong in FILE is told with its line, and the exit code is 1. With --json and FILE, all that
    is wrong stands under "problems".
    """
    if (file is not None) + every + (use is not None) > 1:
        raise click.UsageError("FILE, --list and --use are different things; do one after the other.")
    if episode is not None and not every and use is None:
        raise click.UsageError("--episode goes with --use or --list.")
    if every or use is not None:
        _of_episode(context.find_object(Session), use, episode, as_json)
        return
    from bounceback_tui.domain.guide import GuideError  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.guide_markdown import outline, parse_guide  # noqa: PLC0415
    from bounceback_tui.formats.records import guide_record, problem_record  # noqa: PLC0415
    from bounceback_tui.resources import asset  # noqa: PLC0415

    try:
        parsed = parse_guide(asset("guide.md") if file is None else _read(file))
    except GuideError as error:
        for problem in error.problems:
            complain(f"{file or 'guide.md'}:{problem.line}: {problem.sentence}")
        if as_json:
            print_json({"problems": [problem_record(one) for one in error.problems]}, indent=2)
        context.exit(1)
    if as_json:
        print_json(guide_record(parsed) | {"problems": []}, indent=2)
        return
    print_text("\n".join(outline(parsed)))


def _of_episode(session: Session | None, use: str | None, episode: str | None, as_json: bool) -> None:
    """Say which guides there are, or use one of them. Raises CannotDo."""
    assert session is not None
    with session.workspace() as workspace:
        own = workspace.guides.names()
        if use is not None:
            name = "" if use.strip().casefold() == OURS and use not in own else use.strip()
            found = workspace.recovery.find(episode)
            used = workspace.recovery.set_guide(found.id, name)
            if as_json:
                print_json({"episode": found.id, "guide": name or OURS, "title": used.title})
            else:
                print_line(f"Now with {quoted(used.title)}. Every tick is kept.")
            return
        there = workspace.recovery.find(episode).guide if episode or workspace.recovery.roll().known else None
    each = [(name or OURS, name == there) for name in ("", *own)]
    if as_json:
        print_json_list({"guide": name, "used": is_used} for name, is_used in each)
    for name, is_used in () if as_json else each:
        print_line(f"{name}{' (in use)' if is_used else ''}")


def _read(name: str) -> str:
    """The text of a guide; not a byte more is read than shows that it is too large. Raises CannotDo."""
    from bounceback_tui.domain.guide import MAX_BYTES  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotDo(f"{name} cannot be read ({reason(error)}).") from error
    # what is not UTF-8 becomes lone surrogates, which the reader of guides tells with their line
    return data.decode("utf-8", "surrogateescape")


COMMANDS = (guide,)
"""The commands of this file."""
