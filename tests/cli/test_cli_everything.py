"""Everything by command line: what each page, form and window of the app does, and the command for it."""

from __future__ import annotations

import click

from bounceback_tui.cli.main import bounceback
from bounceback_tui.resources import asset
from bounceback_tui.screens.registry import AT_THE_END, FORMS, OF_THE_FILE, PAGES, TOOLS

BY_COMMAND = {
    "Today": ("due", "steps", "stats mood", "check-ins"),
    "Journal": (
        "list",
        "search",
        "show",
        "show --versions",
        "edit",
        "delete",
        "delete --for-good",
        "restore",
        "restore --version",
        "tags --rename",
        "search --save",
    ),
    "Recover": ("steps", "plan", "tick", "untick", "skip", "close", "close --reopen", "guide", "guide --use"),
    "Applications": (
        "applications",
        "applications --add",
        "applications --change",
        "applications --delete",
        "event",
        "event --delete",
        "people --delete",
    ),
    "Patterns": ("stats", "report", "report --filter"),
    "what-happened": ("log", "edit --stage", "edit --result"),
    "write": ("note", "edit"),
    "mood": ("mood",),
    "application": ("applications --add", "applications --change"),
    "event": ("event", "event --change"),
    "person": ("people --add", "people --change"),
    "closing": ("close", "close --what-helped"),
    "withdrawal-note": ("withdraw --letter", "withdraw --eml", "withdraw --text"),
    "note": ("tick --note", "untick --note", "skip --note"),
    "plan": ("plan", "plan --due", "untick --plan"),
    "feedback-email": ("feedback", "feedback --eml"),
    "feedback-answer": ("feedback --answered", "feedback --declined", "feedback --silent"),
    "feedback-remark": ("feedback --sort", "feedback --strength", "feedback --gap", "feedback --outside"),
    "writing": ("note --tag",),
    "rest": ("rest", "rest --end"),
    "lead": ("leads --add", "leads --change", "leads --contacted", "leads --done", "leads --delete"),
    "lead-date": ("leads --next",),
    "cv": ("cv --add", "cv --change", "cv --done", "cv --delete"),
    "cv-gap": ("cv --add",),
    "thought": ("thoughts", "thoughts --fairer", "thoughts --change", "thoughts --delete"),
    "strength": ("strengths",),
    "went-right": ("log --went-right",),
    "feedback": ("feedback", "feedback --asked", "feedback --reminded", "feedback --thanked"),
    "leads": ("leads",),
    "focus": ("focus", "focus --add", "focus --change", "focus --delete"),
    "posting": ("focus --hold", "focus --posting"),
    "reframe": ("thoughts",),
    "strengths": ("strengths", "strengths --pin", "strengths --drop"),
    "next-one": ("prepare", "prepare --on"),
    "setback": ("prepare --if", "prepare --then", "prepare --drop"),
    "differences": ("sync",),
    "backups": ("backup", "restore-backup"),
    "doctor": ("doctor", "doctor --fix"),
    "sync": ("sync",),
    "look-back": ("look-back",),
    "search-over": ("withdraw --all", "close --all", "look-back"),
}
"""Commands by the name of what the app has for it; with an option where only that does it."""

IN_A_FILE = {"settings": "`config.toml`"}
"""What is written into a file instead."""

ALL = (*PAGES, *FORMS, *TOOLS, *AT_THE_END, *OF_THE_FILE)


def test_whatever_the_app_does_a_command_does_or_a_file_says() -> None:
    told = {*BY_COMMAND, *IN_A_FILE}
    assert {one.name for one in ALL} <= told
    assert told <= {one.name for one in ALL}
    manual = asset("help.md").split("## For speech and braille")[1].split("\n## ")[0]
    assert [words for words in IN_A_FILE.values() if words not in manual] == []


def test_each_of_these_commands_is_there_with_its_option() -> None:
    context = click.Context(bounceback)
    for said in sorted({one for each in BY_COMMAND.values() for one in each}):
        name, *words = said.split()
        command = bounceback.get_command(context, name)
        assert command is not None, said
        options = {option for one in command.params for option in one.opts}
        assert {word for word in words if word.startswith("--")} <= options, said
