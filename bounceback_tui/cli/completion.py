"""`completion`: what a shell has to read so that the tab key knows the commands and the journal."""

from __future__ import annotations

import click

from bounceback_tui.cli.options import as_json, example, words
from bounceback_tui.cli.output import print_json, print_text
from bounceback_tui.cli.values import one_of

SHELLS = ("bash", "zsh", "fish")
"""Shells that are known."""


@click.command(
    epilog=example(
        "completion bash > ~/.local/share/bash-completion/completions/bounceback",
        "completion zsh > ~/.zfunc/_bounceback     (a folder of your $fpath)",
        "completion fish > ~/.config/fish/completions/bounceback.fish",
    )
)
@click.argument("shell", metavar="SHELL", callback=one_of("shell", SHELLS), shell_complete=words(*SHELLS))
@as_json
@click.pass_context
def completion(context: click.Context, shell: str, as_json: bool) -> None:
    """Print what makes the tab key complete commands, ids, companies, tags, steps and filters.

    SHELL is bash, zsh or fish. Nothing is installed or changed: put it where your shell looks, as below. In
    bash, “source <(bounceback completion bash)” tries it at once.
    """
    from bounceback_tui.cli.completion_scripts import script  # noqa: PLC0415 - `--help` does without

    text = script(shell, context.find_root().command)
    if as_json:
        print_json({"shell": shell, "script": text})
        return
    print_text(text.removesuffix("\n"))


COMMANDS = (completion,)
"""The commands of this file."""
