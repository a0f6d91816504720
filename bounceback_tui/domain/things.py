"""What a journal holds, by its table: what one is called in a sentence, and which tool keeps it."""

from __future__ import annotations

from bounceback_tui.domain.text import plural

NOUNS: dict[str, tuple[str, str]] = {
    "application": ("application", "applications"),
    "event": ("event", "events"),
    "cause": ("line of the other side", "lines of the other side"),
    "entry": ("entry", "entries"),
    "checkin": ("check-in", "check-ins"),
    "feedback": ("feedback request", "feedback requests"),
    "remark": ("remark", "remarks"),
    "lead": ("lead", "leads"),
    "rest": ("rest", "rests"),
    "thought": ("thought record", "thought records"),
    "trap": ("thinking trap", "thinking traps"),
    "person": ("person", "people"),
    "strength": ("strength", "strengths"),
    "focus": ("focus point", "focus points"),
    "posting": ("posting", "postings"),
    "cv_change": ("CV change", "CV changes"),
    "writing": ("writing programme", "writing programmes"),
    "preparation": ("preparation", "preparations"),
    "setback": ("likely setback", "likely setbacks"),
    "saved_search": ("saved search", "saved searches"),
    "tick": ("step", "steps"),
}
"""One of them and several, by the name of the table."""

TOOLS: dict[str, str] = {
    "feedback": "feedback",
    "thought": "reframe",
    "strength": "strengths",
    "focus": "focus",
    "posting": "focus",
    "cv_change": "cv",
    "rest": "rest",
    "lead": "leads",
    "preparation": "next-one",
}
"""The tool that shows such a thing, by the name that guides use; a step is shown in Recover."""


def noun(place: str) -> str:
    """ "thought record": what a row of that table is called."""
    return NOUNS[place][0]


def counted(place: str, count: int) -> str:
    """ "2 leads"."""
    return plural(count, *NOUNS[place])
