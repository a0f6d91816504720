"""Taking back what was done, and doing it again; what was a large import beside the app."""

from __future__ import annotations

from bounceback_tui.app.locking import Locking
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.main import MainScreen


class TakingBack(Locking):
    """An app in which whatever was done can be taken back."""

    main: MainScreen
    """The screen with the pages."""

    _again = False  # asked once a key is pressed, not at every move of a cursor

    async def action_press_undo(self, again: bool) -> None:
        """Take back, or do again, what a message tells of, as the key does on the screen that is shown."""
        action = "do_again" if again else "take_back"
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and action in binding.action:
                await self.run_action(binding.action, node)
                return
        await self.run_action(f"app.{action}")

    def action_take_back(self) -> None:
        """Take back what was just done."""
        if any(isinstance(screen, Drafting) for screen in self.screen_stack):
            self.notify("Save or leave what you are writing first; then u takes back.", markup=False)
            return
        self._turn("Undone", "U does it again.", "There is nothing to take back.")

    def action_do_again(self) -> None:
        """Do again what was taken back last."""
        self._turn("Done again", "u takes it back.", "There is nothing to do again.", again=True)

    def _turn(self, what: str, how: str, nothing: str, *, again: bool = False) -> None:
        """Take back, or do again; what was a large import beside the app, since it takes a while."""
        if attempt(self.screen, lambda: self.workspace.undo.takes_a_while(again=again)):
            from bounceback_tui.screens.turning import turn_beside  # noqa: PLC0415 - hardly ever so much

            turn_beside(self.main, again, lambda label: self._tell_turn(label, what, how, nothing))
            return
        undo = self.workspace.undo
        label = attempt(self.screen, lambda: (undo.do_again() if again else undo.take_back()) or "")
        self._tell_turn(label, what, how, nothing)

    def _tell_turn(self, label: str | None, what: str, how: str, nothing: str) -> None:
        """Say what was taken back or done again; where that failed, it was said already."""
        if label is None:
            return
        self._again = self._can_do_again()
        self.notify(one_line(f"{what}: {label}. {how}" if label else nothing), markup=False, timeout=4)
        self.main.read_again()
        self.main.refresh_bindings()

    def done_anew(self) -> None:
        """Something was done, and so there is nothing to do again."""
        self._again = False

    @property
    def can_do_again(self) -> bool:
        """Whether there is something to do again; asked of the journal only where there may be."""
        self._again = self._again and self._can_do_again()
        return self._again

    def _can_do_again(self) -> bool:
        return bool(attempt(self.screen, lambda: self.workspace.undo.next_again))
