"""`guide`: the guide in outline, and a check of a person's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bounceback_tui.cli.options import as_json, example, files
from bounceback_tui.cli.output import complain, print_json, print_text


@click.command(epilog=example("guide", "guide my-guide.md"))
@click.argument("file", required=False, shell_complete=files)
@as_json
@click.pass_context
def guide(context: click.Context, file: str | None, as_json: bool) -> None:
    """The outline of the guide in use; with FILE, a check of your own guide and its outline.
    FILE may be “-” for standard input.

    What is wrong in FILE is told with its line, and the exit code is 1. With --json and FILE, all that
    is wrong stands under "problems".
    """
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


def _read(name: str) -> str:
    """The text of a guide; not a byte more is read than shows that it is too large. Raises CannotDo."""
    from bounceback_tui.domain.guide import MAX_BYTES  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotDo(f"{name} cannot be read ({(error.strerror or 'it did not work').lower()}).") from error
    # what is not UTF-8 becomes lone surrogates, which the reader of guides tells with their line
    return data.decode("utf-8", "surrogateescape")


COMMANDS = (guide,)
"""The commands of this file."""
