"""How each shell asks for completions and is answered; what is offered is the same in all of them.

Click's own scripts put a name into the line as it is. A company called "a; b" would be two commands there,
so bash is told to escape it; zsh and fish do so by themselves.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, suppress
from typing import Any, ClassVar

import click
from click.shell_completion import (
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from bounceback_tui.cli.variables import COMPLETE

_BREAKS = ":="
"""Signs at which bash takes a word apart, each a word of its own."""


class Bash(ShellComplete):
    """Bash 4.4 and newer."""

    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = r"""%(complete_func)s() {
    local IFS=$'\n' type value line
    COMPREPLY=()
    while read -r line; do
        type=${line%%%%,*} value=${line#*,}
        if [[ $type == file ]]; then
            compopt -o default
        elif [[ $type == plain ]]; then
            printf -v value '%%q' "$value"
            [[ $value == *[:=] ]] && compopt -o nospace
            COMPREPLY+=("$value")
        fi
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one, both put together again."""
        place = int(os.environ["COMP_CWORD"])
        words = split_arg_string(os.environ["COMP_WORDS"])[: place + 1]
        words += [""] * (place + 1 - len(words))
        whole: list[str] = []
        for before, word in zip(["", *words[1:]], words[1:], strict=False):
            if whole and ((word and not word.strip(_BREAKS)) or (before and not before.strip(_BREAKS))):
                whole[-1] += word
            else:
                whole.append(word)
        *args, typed = whole or [""]
        self._there = typed[: max(map(typed.rfind, _BREAKS)) + 1]
        return args, typed

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """What comes behind the last sign at which bash takes the word apart."""
        value, there = str(item.value), self._there
        known = there and value.casefold().startswith(there.casefold())
        return f"{item.type},{value[len(there) :] if known else value}"


class Zsh(ZshComplete):
    """Zsh; the script goes to a file `_bounceback` in `$fpath`, or through `eval`."""

    source_template: ClassVar[str] = r"""#compdef %(prog_name)s

%(complete_func)s() {
    local -a response told plain open
    local type value descr
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \
        %(complete_var)s=zsh_complete ${(Q)words[1]} 2>/dev/null)}")
    for type value descr in "${response[@]}"; do
        if [[ $type == file ]]; then
            _files
        elif [[ $type == plain && $descr != _ ]]; then
            told+=("$value:$descr")
        elif [[ $type == plain && $value == *[:=] ]]; then
            open+=("$value")
        elif [[ $type == plain ]]; then
            plain+=("$value")
        fi
    done
    (( $#told )) && _describe -V unsorted told -U
    (( $#plain )) && compadd -U -V unsorted -a plain
    (( $#open )) && compadd -U -S '' -V unsorted -a open
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Fish(FishComplete):
    """Fish 3.0 and newer."""

    source_template: ClassVar[str] = r"""function %(complete_func)s
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp | string collect) \
        COMP_CWORD=(commandline -ct | string collect) %(prog_name)s 2>/dev/null)
    for line in $response
        set -l parts (string split --max 1 , -- $line)
        if test "$parts[1]" = file
            __fish_complete_path (commandline -ct)
        else if test "$parts[1]" = plain
            echo $parts[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """As fish hands them over: the last word stands in both."""
        args = split_arg_string(os.environ["COMP_WORDS"])[1:]
        typed = next(iter(split_arg_string(os.environ["COMP_CWORD"])), "")
        return (args[:-1] if typed and args else args), typed


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}
"""By name."""


def script(shell: str, cli: click.Command) -> str:
    """What a shell has to read to know what can follow `bounceback`."""
    return SHELLS[shell](cli, {}, "bounceback", COMPLETE).source()


def answer(cli: click.Command) -> int:
    """Answer a shell that asks for completions; without a word where something goes wrong."""
    with suppress(Exception, SystemExit), redirect_stderr(io.StringIO()):
        shell = os.environ[COMPLETE].partition("_")[0]
        text = SHELLS[shell](cli, {}, "bounceback", COMPLETE).complete()
        sys.stdout.buffer.write(f"{text}\n".encode(errors="replace"))
        sys.stdout.buffer.flush()
    return 0
