"""What an answer to a request for feedback becomes: remarks, said at once or sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bounceback_tui.cli.options import completes, option
from bounceback_tui.domain.text import one_line, quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.domain.feedback import Remark, RemarkKind
    from bounceback_tui.services.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])

_KINDS = ("strength", "gap", "outside")


def remark_options(command: Command) -> Command:
    """The options that make remarks, as the help lists them."""
    for one in (
        option("--drop", metavar="TEXT", help="Take away the remark that begins so."),
        option(
            "--theme",
            metavar="NAME",
            shell_complete=completes("themes"),
            help="What the remarks are about, such as “depth”.",
        ),
        option("--outside", metavar="TEXT", multiple=True, help="A remark: it lay outside you."),
        option("--gap", metavar="TEXT", multiple=True, help="A remark: what was missing."),
        option(
            "--strength", metavar="TEXT", multiple=True, help="A remark: what was good. May be given again."
        ),
        option("--sort", is_flag=True, help="Ask what each sentence of the answer is about."),
    ):
        command = one(command)
    return command


def about_remarks(said: Mapping[str, Any]) -> bool:
    """Whether anything of it was said. Raises UsageError for what does not go together."""
    given = any(said[kind] for kind in _KINDS)
    ways = [bool(said["sort"]), given, said["drop"] is not None]
    if sum(ways) > 1:
        raise click.UsageError("Say one thing at a time: --sort, --drop, or remarks to keep.")
    if said["theme"] is not None and not given:
        raise click.UsageError("--theme goes with --strength, --gap or --outside.")
    return any(ways)


def keep_remarks(workspace: Workspace, episode: Episode, said: Mapping[str, Any]) -> str:
    """Do what was said, as one step for undo; what became of it. Raises CannotDo."""
    if said["drop"] is not None:
        return _drop(workspace, episode, said["drop"])
    remarks = _asked(workspace, episode) if said["sort"] else _given(said)
    if not remarks:
        return "No remark was made; the answer is kept as it is."
    with workspace.undo.step("sort the answer" if len(remarks) > 1 else f"keep {_name(remarks[0])}"):
        for one in remarks:
            workspace.tools.feedback.put_remark(episode.id, _same(workspace, episode, one), one)
    return "Kept: " + "; ".join(f"{one.kind}, {_name(one)}" for one in remarks) + "."


def _given(said: Mapping[str, Any]) -> list[Remark]:
    from bounceback_tui.domain.feedback import Remark  # noqa: PLC0415 - `--help` does without

    theme = " ".join((said["theme"] or "").split())
    return [Remark(_kind(kind), theme, text.strip()) for kind in _KINDS for text in said[kind]]


def _asked(workspace: Workspace, episode: Episode) -> list[Remark]:
    """Sentence by sentence of what is not sorted yet; ctrl+d leaves the rest. Raises CannotDo."""
    from bounceback_tui.cli.ask import answer, line_by_line  # noqa: PLC0415 - only asking needs it
    from bounceback_tui.domain.feedback import Remark, pieces  # noqa: PLC0415
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    request = workspace.tools.feedback.one(episode.id)
    waiting = [one.text for one in pieces(request) if one.remark is None]
    if not waiting:
        there = "Every sentence of it is a remark" if request.answer else "There is no answer to sort"
        raise CannotDo(f"{there}; nothing was changed.")
    found = []
    with line_by_line():
        for text in waiting:
            kind = answer(f"“{one_line(text)}” strength, gap, outside? (empty: none)", _kind)
            if kind is not None:
                found.append(Remark(kind, "", text))
                found[-1] = Remark(kind, answer("Theme?", str) or "", text)
    return found


def _kind(said: str) -> RemarkKind:
    """A kind of remark; its first letters are enough. Raises UsageError."""
    from bounceback_tui.domain.feedback import RemarkKind  # noqa: PLC0415 - `--help` does without

    found = [one for one in RemarkKind if one.startswith(said.strip().casefold())]
    if not said.strip() or len(found) != 1:
        raise click.UsageError(f"{quoted(said)} is neither “strength”, “gap” nor “outside”.")
    return found[0]


def _same(workspace: Workspace, episode: Episode, remark: Remark) -> Remark | None:
    """The remark of the same words, which is told otherwise now; None for a new one."""
    there = workspace.tools.feedback.one(episode.id).remarks
    return next((one for one in there if one.text and one.text == remark.text), None)


def _drop(workspace: Workspace, episode: Episode, said: str) -> str:
    from bounceback_tui.services.lookup import beginning_so  # noqa: PLC0415 - `--help` does without

    there: Sequence[Remark] = workspace.tools.feedback.one(episode.id).remarks
    found = beginning_so(there, lambda one: (one.text, one.theme), "remark", said)
    workspace.tools.feedback.remove_remark(episode.id, found)
    return f"Taken away: {_name(found)}."


def _name(remark: Remark) -> str:
    return quoted(remark.text or remark.theme)
