"""Every page in the order of its key, and every form; each is loaded when it is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from bounceback_tui.domain.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from bounceback_tui.screens.drafting import Drafting
    from bounceback_tui.screens.page import Page
    from bounceback_tui.services.workspace import Workspace


class Listed(Frozen):
    """A page or form by name; most of a start would be spent on loading what nobody looks at yet."""

    name: str
    """As the class itself says."""
    where: str
    """Module in this folder, and class: "today:TodayPage"."""
    words: str = ""
    """What a draft of it is called in a sentence, for a form; what it is for, for a tool."""
    title: str = ""
    """What is done with a tool, for a step and the palette: "Ask for feedback"."""

    def load(self) -> type:
        """The class, or what makes the right one."""
        module, _, name = self.where.partition(":")
        return cast("type", getattr(import_module(f"bounceback_tui.screens.{module}"), name))


PAGES = (
    Listed("Today", "today:TodayPage"),
    Listed("Journal", "journal:JournalPage"),
    Listed("Recover", "recover:RecoverPage"),
    Listed("Applications", "applications:ApplicationsPage"),
    Listed("Patterns", "patterns:PatternsPage"),
)
"""To add a page: a file of its own beside this one, and a line here."""

FORMS = (
    Listed("what-happened", "what_happened:WhatHappened", "what happened"),
    Listed("write", "write:WriteForm", "an entry"),
    Listed("mood", "mood:MoodForm", "how you feel"),
    Listed("application", "add_application:application_form", "an application"),
    Listed("event", "add_event:AddEvent", "what came next"),
    Listed("person", "person_form:PersonForm", "somebody you met"),
    Listed("note", "step_forms:NoteForm", "a note on a step"),
    Listed("plan", "step_forms:PlanForm", "a plan for a step"),
    Listed("feedback-email", "feedback_forms:EmailForm", "an e-mail asking for feedback"),
    Listed("feedback-answer", "feedback_forms:AnswerForm", "an answer with feedback"),
    Listed("feedback-remark", "feedback_forms:RemarkForm", "a remark out of feedback"),
    Listed("withdrawal-note", "withdrawal_note:WithdrawalForm", "a note that withdraws"),
    Listed("closing", "closing:ClosingForm", "what helped, at the close"),
    Listed("writing", "writing_session:WritingSessionForm", "a page of the writing programme"),
    Listed("rest", "rest:RestForm", "a rest"),
    Listed("lead", "lead_forms:LeadForm", "a lead"),
    Listed("lead-date", "lead_forms:NextDateForm", "a next date"),
    Listed("focus", "focus:FocusForm", "a point of your focus"),
    Listed("posting", "posting:PostingForm", "a posting"),
    Listed("cv", "cv:CvForm", "a change to your CV"),
    Listed("cv-gap", "cv:GapForm", "a change to your CV"),
    Listed("next-one", "preparation_forms:PreparationForm", "an interview"),
    Listed("setback", "preparation_forms:SetbackForm", "a plan for an interview"),
    Listed("thought", "reframe:Reframe", "a thought record"),
    Listed("strength", "strength_forms:StrengthForm", "a strength"),
    Listed("went-right", "strength_forms:WentRightForm", "what went right"),
)
"""To add a form: a file of its own, and a line here."""


TOOLS: tuple[Listed, ...] = (
    Listed(
        "feedback",
        "feedback:FeedbackWindow",
        "The e-mail that asks what went well and what to improve, and what they answered",
        "Ask for feedback",
    ),
    Listed(
        "rest",
        "rests:rest_tool",
        "Plan a few days off with something you enjoy, or come back from them",
        "Plan a rest",
    ),
    Listed(
        "writing",
        "writing_programme:WritingProgrammeWindow",
        "Twenty minutes of writing on five days, with what research found of it",
        "Write on five days",
    ),
    Listed("leads", "leads:LeadsWindow", "Friends, agencies and job boards to turn to, and when", "Leads"),
    Listed("focus", "focus:FocusWindow", "What the next job must have; hold a posting against it", "Focus"),
    Listed(
        "cv", "cv:CvWindow", "What to change in your CV, and the feedback it came from", "Changes to your CV"
    ),
    Listed(
        "next-one",
        "next_one:NextOneWindow",
        "What may go wrong, and your answer to it",
        "Before the next one",
    ),
    Listed(
        "reframe",
        "reframe:open_reframe",
        "Look at a harsh thought from both sides",
        "Answer a harsh thought",
    ),
    Listed(
        "strengths",
        "strengths:StrengthsWindow",
        "What went right, and what employers said you are good at",
        "See what speaks for you",
    ),
)
"""What the steps of the guide open, by the names that guides use. To add one: a file of its own, a line here.

A tool is a window or a form, or a function that gives one, made from the open journal and the key of what
it is about: an episode, one of the things that it keeps, or nothing.
"""

AT_THE_END: tuple[Listed, ...] = (
    Listed(
        "search-over",
        "search_over:search_over",
        "Once an offer is accepted: withdraw what is still open, and close what was",
        "Close the search",
    ),
    Listed(
        "look-back",
        "look_back:LookBackWindow",
        "All of it on one screen, from the first application on",
        "Look back over the search",
    ),
)
"""What opens in the same way and is a tool of no step."""


OF_THE_FILE: tuple[Listed, ...] = (
    Listed(
        "backups",
        "backups:BackupsWindow",
        "Copies of the whole journal: make one now, bring one back",
        "Backups",
    ),
    Listed(
        "doctor",
        "doctor:DoctorWindow",
        "Whether the journal is sound, and what to do if not",
        "Check the journal",
    ),
    Listed("sync", "syncing:SyncWindow", "Exchange what is new with your other machines, sealed", "Sync now"),
    Listed(
        "differences",
        "differences:DifferencesWindow",
        "What was changed on two machines: both versions, to take one or both",
        "Changed on two machines",
    ),
    Listed(
        "settings",
        "settings:SettingsWindow",
        "Theme, dates, guide, lock and the rest: what holds, and where that comes from",
        "Settings…",
    ),
)
"""What has to do with the journal as a file, and with the program."""


def tool_listed(name: str) -> Listed | None:
    """The tool that a step names; None for a name that a person's own guide made up."""
    return next((tool for tool in (*TOOLS, *AT_THE_END, *OF_THE_FILE) if tool.name == name), None)


def page_named(name: str) -> type[Page]:
    """The page that a tab, a key or a message names. Raises KeyError."""
    return cast("type[Page]", {page.name: page for page in PAGES}[name].load())


def form_named(name: str) -> Callable[[Workspace, str], Drafting]:
    """What makes the form of that name from an open journal and the key of what to edit. Raises KeyError."""
    return cast("Callable[[Workspace, str], Drafting]", {form.name: form for form in FORMS}[name].load())
