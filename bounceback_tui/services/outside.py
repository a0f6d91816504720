"""Writing in the person's own editor: the text goes out in a private file, and what comes back is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bounceback_tui import editor
from bounceback_tui.domain.entry import own_title
from bounceback_tui.domain.fingerprint import fingerprint
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.text import tidy
from bounceback_tui.files import runs, write_privately
from bounceback_tui.services.drafts import Drafts
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.versions import Versions
from bounceback_tui.storage.errors import StorageError

NEW = "new"
"""Stands in the name of a file for an entry that is not there yet."""


class Outside:
    """Texts in an editor of their own. A file that a crash left behind becomes a draft at the next start."""

    def __init__(
        self,
        drafts: Drafts,
        versions: Versions,
        environ: Mapping[str, str],
        journal: Path,
        allowed: bool = True,
    ) -> None:
        """`environ` names the editor and the folder in memory; `journal` is where the journal lies.

        Where an editor is not `allowed`, no text goes out: of an encrypted journal, unless it is asked for.
        """
        self._allowed = allowed
        self._journal = _mark_of(journal)
        self._drafts = drafts
        self._versions = versions
        self._environ = environ

    def change(self, entry_id: str) -> bool:
        """Let the person change the text of an entry in their editor; whether they did.

        Raises CannotDo and StorageError: what was written then waits as a draft.
        """
        told = self._versions.told(entry_id)
        return self.write(told.text, entry_id, lambda text: self._save(entry_id, text)) is not None

    def write(self, text: str, name: str = NEW, save: Callable[[str], object] = id) -> str | None:
        """What the person made of a text in their editor, None where they left it as it was.

        `save` is called with it while the file is still there, which goes only once that is safe.
        Raises CannotDo and StorageError.
        """
        if not self._allowed:
            raise CannotDo(
                "The journal is encrypted, and your own editor would get the text as a plain file. Nothing"
                " was changed; `e` in the Journal edits it here, and editor_always = true in config.toml"
                " allows it."
            )
        try:
            folder = editor.folder(self._environ)
            path = folder / f"{name}.{os.getpid()}.{self._journal}{os.urandom(3).hex()}.md"
            write_privately(path, text)
        except OSError as error:
            raise CannotDo("No private file can be made for your editor. Nothing was changed.") from error
        failed: Exception | None = None
        try:
            editor.run(path, self._environ)
        except editor.NoEditor as error:
            failed = error
        try:
            written = _read(path)
        except OSError as error:  # not to be taken for one that was left as it was
            raise CannotDo(
                f"What you wrote cannot be read again; it stays in {path}. Nothing was changed."
            ) from error
        if written is None or tidy(written) in ("", tidy(text)):  # an emptied file means: never mind
            path.unlink(missing_ok=True)
            if failed:
                raise CannotDo(str(failed)) from failed
            return None
        if failed:
            self._rescue(path)
            raise CannotDo(f"{failed} What you wrote is kept as a draft.") from failed
        try:
            save(written)
        except (CannotDo, StorageError) as error:
            self._rescue(path)
            raise type(error)(f"{error} What you wrote is kept as a draft.") from error
        path.unlink(missing_ok=True)
        return written

    def recover(self) -> int:
        """Turn files that a crash left behind into drafts; how many there were. Never raises."""
        count = 0
        with suppress(OSError, StorageError):
            for path in _left_over(editor.folder(self._environ)):
                if path.suffix != ".md" or path.name.startswith("."):
                    path.unlink(missing_ok=True)  # what an editor keeps for itself, or half a file of ours
                elif path.name.split(".")[2].startswith(self._journal):
                    count += self._rescue(path)
        return count

    def _save(self, entry_id: str, text: str) -> None:
        told = self._versions.told(entry_id)
        self._versions.revise(replace(told, text=text, title=own_title(told.title, told.text)))

    def _rescue(self, path: Path) -> bool:
        """Keep what stands in a file as a draft, and only then remove the file; whether that was done."""
        entry_id, text = path.name.partition(".")[0], None
        with suppress(OSError):
            text = _read(path)
        if text is None:
            return False
        form, target, before = "write", "", ""
        try:
            if entry_id != NEW:
                told = self._versions.told(entry_id)
                form, target, before = self._form(told), entry_id, told.text
        except CannotDo:
            pass  # deleted for good meanwhile: these words may be all there is
        rescued = bool(tidy(text)) and tidy(text) != before
        if rescued:
            self._drafts.set_aside(form, {"text": text}, target)
        path.unlink(missing_ok=True)
        return rescued

    @staticmethod
    def _form(told: object) -> str:
        return "what-happened" if isinstance(told, Outcome) else "write"


def waiting(journal: Path, environ: Mapping[str, str]) -> int:
    """How many texts in an editor a crash left behind; the next start makes drafts of them."""
    folder = editor.folder_there(environ)
    try:
        found = list(_left_over(folder)) if folder else []
    except OSError:
        return 0
    mark = _mark_of(journal)
    return sum(path.suffix == ".md" and path.name.split(".")[2].startswith(mark) for path in found)


def _mark_of(journal: Path) -> str:
    """What tells its files from those of other journals."""
    return fingerprint(str(journal.absolute()).encode("utf-8", "surrogatepass"))[:8]


def _left_over(folder: Path) -> Iterator[Path]:
    """Files of programs that run no more."""
    for path in sorted(folder.iterdir()):
        process = path.name.lstrip(".").split(".")[1:2]
        if process and process[0].isdecimal() and not runs(int(process[0])):
            yield path


def _read(path: Path) -> str | None:
    """What stands in a file; where it is no UTF-8, as the Latin-1 that old editors write.

    None where there is none. Raises OSError where it cannot be read.
    """
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("latin-1")
