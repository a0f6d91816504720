"""Bringing in what other programs wrote: which file, what to ask, a look, and then all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bounceback_tui.domain.going import Going
from bounceback_tui.domain.import_report import Found
from bounceback_tui.domain.text import capital, one_line
from bounceback_tui.formats.reading import ReadFormat
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.import_windows import FormatChoice, Look, Questions
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.working import Working
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.importing import Importing, Wanted
from bounceback_tui.widgets.path_names import PathNames
from bounceback_tui.widgets.plain_marks import keys_in_words

_ABOUT = (
    "A file of another program (a diary, a mood tracker, a table of applications), or a journal that this one"
    " exported. It is looked at first; nothing comes in before you say so."
)
_FAILED = "The file could not be brought in, and nothing of it is in your journal, which is as it was."


def ask_for_import(main: MainScreen) -> None:
    """Which file; what it seems to be is said while its name is typed."""
    importing = main.workspace.importing

    def go_on(name: str | None) -> None:
        if name and (path := _path(name)):
            _with_format(main, path)

    main.app.push_screen(
        AskLine(
            "Import",
            _ABOUT,
            lambda name: _in_keys(_remark(importing, name), main),
            "~/",
            label="File",
            suggester=PathNames(),
        ),
        go_on,
    )


def _path(name: str) -> Path | None:
    try:
        # a whole path that was put behind the “~/” that stands there already
        return Path(name.strip().removeprefix("~/") if name.startswith("~//") else name.strip()).expanduser()
    except (RuntimeError, ValueError):
        return None


def _remark(importing: Importing, name: str) -> Remark:
    path = _path(name)
    if path is None or name.strip() in ("", "~", "~/"):
        return Remark("the name of a file, → completes it", fits=False)
    try:
        if not path.exists():
            return Remark("there is no file of that name; → completes a name", fits=False)
        return _seems(path, importing.guess(path))
    except (OSError, ValueError):
        return Remark("no file can have that name", fits=False)
    except CannotDo as error:
        return Remark(str(error), fits=False)


def _in_keys(remark: Remark, main: MainScreen) -> Remark:
    return replace(remark, words=keys_in_words(remark.words, main))


def _seems(path: Path, guessed: ReadFormat | None) -> Remark:
    if guessed:
        return Remark(f"seems to be {guessed.title}: {guessed.holds}")
    if path.is_dir():
        return Remark("a folder; go on to a file in it", fits=False)
    return Remark("it cannot be told what that is; enter asks")


def _with_format(main: MainScreen, path: Path) -> None:
    importing = main.workspace.importing
    guessed = attempt(main, lambda: importing.guess(path) or "")
    if isinstance(guessed, ReadFormat):
        _with_answers(main, Wanted(path, guessed, {}))
    elif guessed is not None:
        _ask_for_format(main, path)


def _ask_for_format(main: MainScreen, path: Path) -> None:
    def go_on(name: str | None) -> None:
        if name and (found := main.workspace.importing.named(name)):
            _with_answers(main, Wanted(path, found, {}))

    main.app.push_screen(FormatChoice(main.workspace, path), go_on)


def _with_answers(main: MainScreen, wanted: Wanted) -> None:
    """Ask until nothing is left to ask; answers may lead to more questions."""
    left = attempt(main, lambda: main.workspace.importing.questions(wanted))
    if left is None:
        return
    if not left:
        _look(main, wanted)
        return

    def go_on(said: dict[str, str] | None) -> None:
        if said is not None:
            _with_answers(main, replace(wanted, said={**wanted.said, **said}))

    main.app.push_screen(Questions(wanted.path.name, left), go_on)


def _look(main: MainScreen, wanted: Wanted) -> None:
    def go_on(found: Found | None) -> None:
        if found is not None:
            main.app.push_screen(Look(wanted.path.name, wanted.format.title, found), decided)

    def decided(yes: bool | None) -> None:
        if yes:
            _bring_in(main, wanted)

    _work(main, "Looking", lambda importing, going: importing.look(wanted, going), go_on)


def _bring_in(main: MainScreen, wanted: Wanted) -> None:
    def done(found: Found | None) -> None:
        main.read_again()
        main.refresh_bindings()
        if found is None:
            return
        words = found.new_words()
        back = " u takes it back." if found.anything else ""
        said = f"{capital(words)} came in. {found.beside_words()}{back}"
        main.app.notify(one_line(said), markup=False, timeout=8)

    _work(main, "Bringing it in", lambda importing, going: importing.bring_in(wanted, going), done)


def _work(
    main: MainScreen,
    title: str,
    work: Callable[[Importing, Going], Found],
    done: Callable[[Found | None], None],
) -> None:
    """In a thread, which needs the journal opened for itself."""

    def beside(going: Going) -> Found:
        with main.workspace.beside() as workspace:
            return work(workspace.importing, going)

    main.app.push_screen(Working(title, beside, _FAILED), done)
