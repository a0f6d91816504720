"""Whether the journal is sound, and what to do if not, as `bounceback doctor` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from bounceback_tui.domain.going import Stopped
from bounceback_tui.screens.window import Window
from bounceback_tui.screens.working import hand_on, telling
from bounceback_tui.services.doctor import Told, case_of, examined
from bounceback_tui.services.doctor_checks import CHECKS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.fitted import Draw, Fitted
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.labelled import Labelled, labelled_lines
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.progress_bar import share_bar
from bounceback_tui.widgets.safe import safe

_FAILED = (
    "The journal could not be looked at; `bounceback doctor` in a shell tells more. Nothing was changed."
)


class DoctorWindow(Window[str | None]):
    """Looks in a copy beside the page, and changes nothing."""

    AUTO_FOCUS = "#doctor-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` means nothing here."""
        super().__init__()
        self._case = case_of(workspace.backups, workspace.clock, workspace.settings.folder)

    def compose(self) -> ComposeResult:
        """The heading, what was found, the keys."""
        with Container(classes="list-window"):
            yield Static(Content.styled("Check the journal", "bold $text-accent"))
            with WindowColumn(id="doctor-column", can_focus=True):
                yield Fitted(lambda _: [Content("Looking…")], id="doctor-told")
        yield KeyBar()

    def on_mount(self) -> None:
        """A long journal takes a moment."""
        self.run_worker(self._look, thread=True, exit_on_error=False)

    def _look(self) -> None:
        worker = get_current_worker()
        try:
            found = examined(self._case, CHECKS, telling(self, self._show_share, worker))
        except Stopped:
            return
        except Exception as error:  # a fault of ours must not end without a word
            hand_on(error)
            told: Draw = safe(_FAILED, "$text-warning").wrap
        else:
            told = partial(_told, found)
        if not worker.is_cancelled:
            self.call_later(self._show, told)

    def _show_share(self, share: float) -> None:
        bar = share_bar(share, plain=is_plain(self))
        looking = Content.assemble("Looking… ", bar, safe("  esc stops it.", "$foreground-muted"))
        self._show(lambda _: [looking])

    def _show(self, told: Draw) -> None:
        self.query_one("#doctor-told", Fitted).show(told)


def _told(found: Sequence[Told], width: int) -> list[Content]:
    """What needs doing first, then what is well; what is looked at stands in a column of its own."""
    to_do = [one for one in found if one.finding.to_do]
    lines = [safe("Something needs doing." if to_do else "All is well.", "bold"), Content("")]
    if any(one.finding.fixable for one in to_do):
        words = safe("`bounceback doctor --fix` in a shell does what is safe to do of it.")
        lines += [*words.wrap(max(width, 1)), Content("")]
    rows: list[Labelled] = []
    for check, every in groupby(to_do, lambda one: one.called):
        findings = [one.finding for one in every]
        texts = [safe(one.words, "$text-warning") for one in findings]
        texts += [safe(words) for words in dict.fromkeys(one.to_do for one in findings)]
        rows += zip([check, *[""] * len(texts)], [*texts, Content(" ")], strict=True)
    rows += [(one.called, safe(one.finding.words, "$foreground-muted")) for one in found if one not in to_do]
    return lines + labelled_lines(rows, width)
