"""Reframe: a harsh thought, what speaks for it and against it, and a fairer one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.text import quoted, tidy
from bounceback_tui.domain.thought import LONGEST_TRAP, ThoughtRecord, Trap, same_trap
from bounceback_tui.formats.cards import Group, find_group, read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.form import Form
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.screens.thoughts import ThoughtsWindow
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.many_choice import ManyChoice, Option
from bounceback_tui.widgets.slider import Slider

_EVIDENCE = (
    "Over four studies with 353 people this kind of work went with faring better (r = .35). They did it with "
    "a therapist; what it does alone is not known."
)
_SCALE = ("not at all", "fully")
_STEPS = ("thought", "before", "for", "against", "fairer", "after")
"""The fields by which it is seen how far somebody got; traps are not, since there may be none."""


class HotThought(Writing):
    """The thought that hurts. Enter leads on: it is one thought, not a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.focus_next", "on", key_display="enter", priority=True),
    ]


class Reframe(Form):
    """A thought record; the thought stays in sight through all of it, and is all that is needed."""

    FORM = "thought"
    AUTO_FOCUS = "#thought"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "turn_prompt", "from a distance", tooltip="Look at it from further away"),
    ]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the record to go on with, or the episode of a new one; empty for neither."""
        super().__init__(workspace, target)
        self._before = workspace.tools.thoughts.find(self.target) if self.target else None
        self._episode = self.target if self.target and self._before is None else None
        if self._episode:
            workspace.recovery.find(self._episode)  # one that was taken back has no thoughts

    @property
    def done(self) -> str:
        """What is said after saving."""
        if self.query_one("#fairer", Writing).text.strip():
            return "Saved. u takes it back."
        return "Saved as it stands; its step takes it up again. u takes it back."

    def compose(self) -> ComposeResult:
        """The thought on top, and all else below it."""
        said = self._before or ThoughtRecord("", self.workspace.clock.now(), "")
        with Vertical(id="pinned"):
            yield Static("The thought that hurts", classes="part", markup=False)
            yield HotThought(said.thought, placeholder="In its own words, as harsh as it is.", id="thought")
            yield Prompt(self._prompts(), shown=False)
        with VerticalScroll(classes="form", can_focus=False):
            yield Static("How true does it feel?", classes="part", markup=False)
            yield Slider("Now", _SCALE, said.belief_before, id="before")
            yield from self._evidence(said)
            yield ManyChoice("Is there a trap in it?", self._options(), said.traps, id="traps")
            yield Static("A fairer thought", classes="part", markup=False)
            yield Writing(said.fairer, placeholder="What would be true, and fair to you?", id="fairer")
            yield Static("And how true does the first one feel now?", classes="part", markup=False)
            yield Slider("Again", _SCALE, said.belief_after, id="after")
            yield Static(_EVIDENCE, classes="hint", id="evidence", markup=False)
        yield KeyBar()

    def _evidence(self, said: ThoughtRecord) -> ComposeResult:
        with Horizontal(id="sides"):
            for name, title, words, hint in (
                ("for", "What speaks for it", said.evidence_for, "Facts, as somebody watching saw them."),
                ("against", "And against it", said.evidence_against, "What it leaves out."),
            ):
                with Vertical():
                    yield Static(title, classes="part", markup=False)
                    yield Writing(words, placeholder=hint, id=name)

    def on_mount(self) -> None:
        """Go on where it was left."""
        self._go_on()

    def fill(self, content: dict[str, object]) -> None:
        """Put a draft back, and go on where it was left."""
        super().fill(content)
        self._go_on()

    def _go_on(self) -> None:
        """To the first field that is empty; a record that is whole shows its thought."""
        thought = self.query_one("#thought", Writing)
        thought.move_cursor(thought.document.end)
        said = self.content()
        empty = (name for name in _STEPS if said[name] in ("", None))
        self.query_one(f"#{next(empty, 'thought')}").focus()

    def value(self) -> ThoughtRecord:
        """The record as it stands. Raises ValueError where there is no thought."""
        thought = self._words("thought")
        if not thought:
            self.query_one("#thought").focus()
            raise ValueError("There is nothing to save yet; the thought is enough.")
        now = self.workspace.clock.now()
        before = self._before
        return ThoughtRecord(
            before.id if before else new_id(now.utc),
            before.written_at if before else now,
            thought,
            before.episode_id if before else self._episode,
            self.query_one("#before", Slider).value,
            self._words("for"),
            self._words("against"),
            self.query_one("#traps", ManyChoice).value,
            self._words("fairer"),
            self.query_one("#after", Slider).value,
        )

    def action_turn_prompt(self) -> None:
        """Show another prompt from a distance; after the last one none."""
        self.query_one(Prompt).turn()

    @on(ManyChoice.AddWanted)
    def _ask_for_trap(self) -> None:
        traps = attempt(self, self.workspace.tools.thoughts.traps) or []
        self.app.push_screen(
            AskLine(
                "A trap of your own", "", lambda name: _remark(name, traps), placeholder="the old tune …"
            ),
            self._add_trap,
        )

    def _add_trap(self, name: str | None) -> None:
        added = attempt(self, lambda: self.workspace.tools.thoughts.add_trap(name)) if name else None
        if added:
            traps = self.query_one("#traps", ManyChoice)
            traps.set_options(self._options(), added.name)
            traps.tick(added.name)

    @on(ManyChoice.RemoveWanted)
    def _remove_trap(self, event: ManyChoice.RemoveWanted) -> None:
        service = self.workspace.tools.thoughts
        trap = same_trap(event.option.name, attempt(self, service.traps) or [])
        if trap and attempt(self, lambda: service.remove_trap(trap)):
            traps = self.query_one("#traps", ManyChoice)
            traps.set_options(self._options())
            traps.tick(trap.name, ticked=False)
            self.say(f"{quoted(trap.name)} is removed; thoughts in which you saw it keep it.")

    def _options(self) -> list[Option]:
        traps = attempt(self, self.workspace.tools.thoughts.traps) or []
        return [Option(one.name, one.about, own=bool(one.id)) for one in traps]

    def _words(self, name: str) -> str:
        return tidy(self.query_one(f"#{name}", Writing).text)

    @staticmethod
    def _prompts() -> tuple[Group, ...]:
        groups = read_list(asset("prompts.md"))
        return (find_group(groups, "distance"), find_group(groups, "friend"))


def open_reframe(workspace: Workspace, subject: str = "") -> Screen[str] | Screen[str | None]:
    """What is there to do with the fewest keys.

    For an episode: what was begun there and not finished, else a new record. For a record: that one. For
    nothing: all records, or a new one where there is none. Raises CannotDo and StorageError.
    """
    thoughts = workspace.tools.thoughts
    if not subject and thoughts.every():
        return ThoughtsWindow(workspace)
    if subject and workspace.drafts.find(Reframe.FORM, subject) is None:
        begun = thoughts.begun(subject)
        subject = begun.id if begun else subject
    return Reframe(workspace, subject)


def _remark(name: str, traps: list[Trap]) -> Remark:
    """What is said of the name of a trap while it is typed."""
    if same_trap(name, traps):
        return Remark("is there already, and is ticked")
    if len(name.strip()) > LONGEST_TRAP:
        return Remark(f"at most {LONGEST_TRAP} characters", fits=False)
    return Remark("a few words; it is offered from then on, and x removes it", fits=bool(name.strip()))
