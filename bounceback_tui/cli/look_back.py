"""`look-back`: the whole search, in facts."""

from __future__ import annotations

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_line, print_table
from bounceback_tui.cli.session import Session


@click.command("look-back", epilog=example("look-back", "look-back --json"))
@as_json
@pass_session
def look_back(session: Session, /, as_json: bool) -> None:
    """Look back over the search: how far it got, how it ended, what you heard; facts alone.

    It ends with the offer that you accepted, or goes on today. At its end `withdraw --all` withdraws what
    is still open, and `close --all` closes your rejections; nothing has to be done.
    """
    from bounceback_tui.domain.application import STAGE_WORDS  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.domain.look_back_words import (  # noqa: PLC0415 - the same
        LED_HERE,
        counted,
        sentences,
        span,
    )
    from bounceback_tui.formats.records import look_back_record  # noqa: PLC0415 - the same

    with session.workspace() as workspace:
        back = workspace.search_over.look_back()
    if as_json:
        print_json(look_back_record(back))
        return
    print_line(span(back))
    print_line()
    print_line(counted(back))
    print_table([(STAGE_WORDS[stage], str(count)) for stage, count in back.reached])
    print_line()
    for sentence in sentences(back):
        print_line(sentence)
    if back.is_over:
        print_line()
        print_line(LED_HERE)


COMMANDS = (look_back,)
"""The commands of this file."""
