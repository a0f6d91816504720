"""Writing the whole journal into a file that others read: in which form, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from bounceback_tui.domain.going import Going
from bounceback_tui.domain.text import one_line
from bounceback_tui.files import write_folder_privately, write_privately
from bounceback_tui.formats.registry import WRITE
from bounceback_tui.formats.writing import WriteFormat
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.file_line import path_of, remark_on
from bounceback_tui.screens.format_list import FormatList
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.working import Working
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.path_names import PathNames

_READABLE = "It is not encrypted: whoever gets it can read it."
_FAILED = "It could not be written there, and nothing was changed; name another place."


class ExportChoice(FormatList[WriteFormat]):
    """What it shall become. Returns the name of the format, or None."""

    HEADING = "Export"
    WHOLE = True
    ABOUT = "Everything in the journal as something that other programs read; the first can come back whole."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", tooltip="Write the journal as this")
    ]

    def things(self) -> list[WriteFormat]:
        """All that is written."""
        return list(WRITE)


def ask_for_export(main: MainScreen) -> None:
    """Which format, then where to."""

    def go_on(name: str | None) -> None:
        if chosen := next((one for one in WRITE if one.name == name), None):
            _ask_where(main, chosen)

    main.app.push_screen(ExportChoice(main.workspace), go_on)


def _ask_where(main: MainScreen, format: WriteFormat) -> None:
    journal = main.workspace.path
    today = main.workspace.clock.now().local_date

    def go_on(name: str | None) -> None:
        if name:
            _write(main, format, path_of(name))

    def remark(name: str) -> Remark:
        return _on_folder(name, journal) if format.is_folder else remark_on(name, journal)

    about = f"{format.title}. {_READABLE}"
    suggested = f"~/bounceback-{format.name}-{today}{format.ending}"
    window = AskLine("Export", about, remark, suggested, label="To", suggester=PathNames())
    main.app.push_screen(window, go_on)


def _on_folder(name: str, journal: Path) -> Remark:
    """What becomes of a folder with that name: a new or an empty one, so that nothing is replaced."""
    try:
        path = path_of(name)
        if name.strip() and path.is_dir():
            if any(path.iterdir()):
                return Remark("there is something in that folder; name a new or an empty one", fits=False)
            return Remark(f"= {path.absolute()}, which is empty")
        if name.strip() and path.exists():
            return Remark("that is a file; name a new folder", fits=False)
    except (OSError, ValueError, RuntimeError):
        return Remark("no folder can have that name", fits=False)
    return remark_on(name, journal)


def _write(main: MainScreen, format: WriteFormat, path: Path) -> None:
    """In a thread, which needs the journal opened for itself; what is stopped leaves no file."""

    def write(going: Going) -> Path:
        with main.workspace.beside() as workspace:
            _written(workspace, format, path.resolve(), going)
        return path

    def done(written: Path | None) -> None:
        if written:
            words = f"{format.holds} is in {one_line(str(written))} now. {_READABLE}"
            main.app.notify(words, markup=False, timeout=8)

    main.app.push_screen(Working("Writing", write, _FAILED), done)


def _written(workspace: Workspace, format: WriteFormat, target: Path, going: Going) -> None:
    pieces = workspace.exchange.write(format, going=going)
    if format.is_folder:
        write_folder_privately(target, pieces)
    else:
        write_privately(target, (piece.text for piece in pieces))
