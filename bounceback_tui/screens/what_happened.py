"""What happened: one screen, top to bottom, every part optional but the first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from bounceback_tui.domain.application import STAGES, Beside, Kind, Result, Source
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.day_count import LONGEST_FORECAST, days_meant
from bounceback_tui.domain.entry import own_title
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, SLIDERS
from bounceback_tui.domain.outcome import Outcome, Revised
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.fields import scatter
from bounceback_tui.screens.follows import Follows, Names
from bounceback_tui.screens.known_feelings import known_feelings
from bounceback_tui.screens.other_side import LISTS, OtherSide
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.screens.result_heading import ResultHeading
from bounceback_tui.screens.room_to_write import RoomToWrite
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.feeling_sliders import FeelingSliders
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line, TagLine, Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.mood_picker import ENERGY_WORDS, MoodPicker
from bounceback_tui.widgets.when_field import WhenField

_EXAMPLE, _GLAD_EXAMPLE = "disappointment", "relief"
"""Of a feeling; calm is no word to greet somebody with who was just turned down."""


class WhatHappened(RoomToWrite):
    """Company and role, how it feels, room to write, the other side, a forecast, and how it feels again."""

    FORM = "what-happened"
    AUTO_FOCUS = "#company"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+t", "turn_prompt", "another prompt")]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the entry to change; empty for something new. Raises CannotDo and StorageError."""
        super().__init__(workspace, target)
        told = workspace.versions.told(self.target) if self.target else None
        if told and not isinstance(told, Outcome):
            raise CannotDo("This entry belongs to no application any more; nothing was changed.")
        self._told = told if isinstance(told, Outcome) else None
        self._beside = workspace.applications.beside(self.target) if self._told else Beside()

    def compose(self) -> ComposeResult:
        """All parts, in a column that scrolls."""
        with VerticalScroll(classes="form", can_focus=False):
            yield ResultHeading(changing=bool(self._told))
            yield from self._about()
            yield from self._reading("before", "How is it now?", feelings=True)
            yield from self._writing()
            yield OtherSide()
            with Vertical(id="forecast-part"):
                yield Static("How long?", classes="part")
                with Horizontal(classes="field"):
                    yield Static("In how many days do you expect to feel like yourself?", classes="question")
                    yield Line(id="forecast", placeholder="14, or two weeks")
            yield from self._reading("after", "And now?")
            yield Static("", id="after-words", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Put in what was told before, and show the parts that the result calls for."""
        if self._told:
            scatter(self, _content(self._told, self.query_one(WhenField).written(self._told.when)))
            for part in self.query(Follows):
                part.begin(self._names)
        self._show_parts()
        self._heading.settle()
        self.query_one("#text" if self._told else str(self.AUTO_FOCUS)).focus()

    def value(self) -> Outcome | Revised:
        """What was told. Raises ValueError where a date or number does not fit, or nothing was said."""
        self.take_sentence()
        setback = self._result.opens_episode
        side = self._other_side
        other_side = setback or side.said_more
        told = self._told or Outcome()
        outcome = Outcome(
            title=own_title(told.title, told.text),
            entry_id=self.target,
            application="" if self._alone else told.application,
            company=self._text("company"),
            role=self._text("role"),
            stage=_kind(self._choice("stage")),
            result=self._result,
            when=self.when(told.when),
            source=_source(self._choice("source")),
            before=self._read("before"),
            text=self.query_one("#text", Writing).text,
            tags=self.query_one(TagLine).tags,
            causes=side.causes if other_side else (),
            attribution=side.attribution if other_side else NOT_ATTRIBUTED,
            forecast=self._forecast() if setback else None,
            after=replace(self._read("after"), feelings=told.after.feelings),
        )
        if not outcome.says_something:
            self.query_one("#company").focus()
            raise ValueError("Name the company, or write a line about it; either is enough to save.")
        return Revised(self._told, outcome) if self._told else outcome

    def action_turn_prompt(self) -> None:
        """Show another prompt."""
        self.query_one(Prompt).turn()

    def fill(self, content: dict[str, Any]) -> None:
        """Put a draft back, and show the parts that its result calls for."""
        super().fill(content)
        self._show_parts()
        self._heading.settle()
        self._ask_who_follows()

    def _about(self) -> ComposeResult:
        applied = self.workspace.applications
        with Horizontal(classes="pair"):
            companies, roles = (attempt(self, known) or [] for known in (applied.companies, applied.roles))
            yield from labelled("Company", Line(id="company", names=companies, placeholder="who was it?"))
            yield from labelled("Role", Line(id="role", names=roles, placeholder="what was it for?"))
        if self._beside:
            yield Follows(self._beside)
        yield Choice("Stage", STAGES, id="stage")
        yield Choice("Result", tuple(Result), Result.REJECTED, required=True, id="result")
        yield WhenField(
            self.workspace.clock,
            self.workspace.settings.date_order,
            self._told.when if self._told else None,
        )
        yield Choice("Source", tuple(Source), id="source")

    def _reading(self, name: str, title: str, feelings: bool = False) -> ComposeResult:
        yield Static(title, classes="part")
        yield MoodPicker(id=f"{name}-mood")
        yield MoodPicker("Energy", ENERGY_WORDS, id=f"{name}-energy")
        if feelings:
            known = known_feelings(self, self.workspace)
            yield FeelingSliders(known, example=_EXAMPLE, id=f"{name}-feelings")

    def _writing(self) -> ComposeResult:
        yield Static("Write", classes="part")
        yield Prompt(read_list(asset("prompts.md")))
        known = attempt(self, self.workspace.tags.names) or []
        yield Writing(placeholder="Anything. Nobody else reads this.", tags=known, id="text")
        yield from labelled("Tags", TagLine(id="tags", tags=known, placeholder="panel, remote …"))

    @property
    def _other_side(self) -> OtherSide:
        return self.query_one(OtherSide)

    @property
    def _result(self) -> Result:
        return Result(self._choice("result") or Result.REJECTED)

    @on(Choice.Changed, "#result")
    def _show_parts(self) -> None:
        """Only setbacks have another side and a forecast; an offer is celebrated.

        What was written there stays in sight, since it is saved all the same.
        """
        setback = self._result.opens_episode
        self._heading.look(self._result)
        self._other_side.display = setback or self._other_side.said_more
        self.query_one("#forecast-part").display = setback
        stage = self.query_one("#stage", Choice)
        stage.label = "Moved to" if self._result is Result.MOVED_ON else "Stage"
        stage.refresh()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever goes on has chosen."""
        if event.widget.id == "result":
            self._heading.settle()

    @on(ResultHeading.Settled)
    def _go_with_result(self) -> None:
        """Whoever tells of good news is met with no word that is for a no."""
        setback = self._result.opens_episode
        self.query_one(FeelingSliders).suggest(_EXAMPLE if setback else _GLAD_EXAMPLE)
        self.query_one(Prompt).bare = not setback
        if not self._result.opens_episode and self._text("forecast"):
            self.say("Only a no has a forecast: yours is left out now, and comes back with “rejected”.")

    @property
    def _heading(self) -> ResultHeading:
        return self.query_one(ResultHeading)

    @on(Input.Changed, "#company, #role")
    @on(Choice.Changed, "#source")
    def _ask_who_follows(self) -> None:
        """Another name is one for all entries about that application, or for this one alone."""
        for part in self.query(Follows):
            part.look(self._names)

    @on(Choice.Changed, "#follow")
    def _say_who_follows(self) -> None:
        self.query_one(Follows).say()

    @property
    def _names(self) -> Names:
        return Names(self._text("company"), self._text("role"), self._choice("source"))

    @property
    def _alone(self) -> bool:
        """Whether this entry leaves what else belongs to its application. Raises ValueError until said."""
        return any(part.alone for part in self.query(Follows))

    @on(Choice.Changed, "#stage")
    def _suggest_what_went_right(self) -> None:
        self._other_side.suggest_what_went_right(self._choice("stage") == Kind.APPLIED)

    @on(MoodPicker.Chosen, "#after-mood")
    def _say_of_after(self) -> None:
        """A drop right after writing is common, and is said to be."""
        before, after = self._read("before").mood, self._read("after").mood
        dropped = before is not None and after is not None and after < before
        self.query_one("#after-words", Static).update(
            "Lower than before? That is common right after writing, and tends to pass." if dropped else ""
        )

    def _forecast(self) -> int | None:
        text = self._text("forecast")
        if not text:
            return None
        days = days_meant(text)
        if days is None or days > LONGEST_FORECAST:
            self.query_one("#forecast").focus()
            raise ValueError(
                "The forecast is a number of days, ten years at most: “14”, or “two weeks”; or none."
            )
        return days

    def _read(self, name: str) -> Reading:
        found = self.query(f"#{name}-feelings").results(FeelingSliders)
        return Reading(
            self.query_one(f"#{name}-mood", MoodPicker).value,
            self.query_one(f"#{name}-energy", MoodPicker).value,
            next((field.value for field in found), ()),
        )

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Line).value.strip()

    def _choice(self, name: str) -> str | None:
        return self.query_one(f"#{name}", Choice).value


def _content(told: Outcome, when: str) -> dict[str, Any]:
    """What was told, by field; the feelings of afterwards have no field of their own."""
    return {
        "company": told.company,
        "role": told.role,
        "stage": told.stage,
        "result": told.result,
        "when": when,
        "source": told.source,
        "before-mood": told.before.mood,
        "before-energy": told.before.energy,
        "before-feelings": [[one.name, one.strength] for one in told.before.feelings],
        "text": told.text,
        "tags": " ".join(told.tags),
        **{name: [one.text for one in told.causes if one.side is side] for name, side in LISTS.items()},
        **{name: getattr(told.attribution, name) for name in SLIDERS},
        "forecast": "" if told.forecast is None else str(told.forecast),
        "after-mood": told.after.mood,
        "after-energy": told.after.energy,
    }


def _kind(text: str | None) -> Kind | None:
    return Kind(text) if text else None


def _source(text: str | None) -> Source | None:
    return Source(text) if text else None
