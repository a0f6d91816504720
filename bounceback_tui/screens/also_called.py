"""Words that people type for what is called otherwise here: "ghosted" for what happened, "quit" to leave."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

_LONG, _NEAR = 5, 0.85
"""Letters from which on a word may hold a slip, and how much of it must be right."""

_OUTCOMES = (
    "rejected rejection refused no turned down ghosted ghosting silent silence offer accepted yes "
    "moved on round interview screen task final withdrew withdrawn"
)

ALSO: Mapping[str, str] = {
    # what has a key, by its action
    "app.tell": f"{_OUTCOMES} result outcome news log entry",
    "app.check_in": "feel feeling feelings energy check-in",
    "app.write": "note new entry diary text",
    "app.take_back": "back mistake revert",
    "app.do_again": "again",
    "app.help": "help manual shortcuts",
    "app.quit": "quit exit close",
    "quit": "quit exit close",
    "search": "find",
    "add": "new",
    "change": "edit correct rename",
    "remove": "delete trash",
    "add_event": f"{_OUTCOMES} event date stage status",
    "gone_silent": "ghosted ghosting silence answer",
    "filter": "find search",
    # what has none, by its title
    "Today": "home start",
    "Journal": "entries history diary",
    "Recover": "guide checklist steps",
    "Applications": "jobs applied status stage ghosted interview delete",
    "Patterns": "statistics stats charts trends",
    "About bounceback": "license copyright credits research studies sources help",
    "Trash": "delete restore bin removed undelete",
    "Ask for feedback": "email mail",
    "Before the next one": "plan plans a before the next interview prepare preparation",
    "Plan a rest": "break holiday vacation pause",
    "Leads": "contacts network recruiter",
    "Changes to your CV": "resume résumé",
    "Close the search": "hired done over",
    "Import…": "load open restore csv json jrnl daylio spreadsheet",
    "Export…": "save backup json csv markdown obsidian jrnl calendar ics take out spreadsheet",
    "Somebody to talk to": (
        "help suicide suicidal crisis emergency danger kill die death self-harm hurt alone lonely despair "
        "hopeless helpline hotline samaritans therapy therapist counselling counsellor doctor support"
    ),
    "Encrypt the journal": "encryption password passphrase protect secret decrypt",
    "Another passphrase": "encrypt encryption decrypt password change",
    "On several machines": "sync synchronise laptop second computer git devices",
    "In a browser": "serve web page phone",
    "Settings…": "preferences options configuration config colours theme dark light dates name",
    "Sync now": "synchronise exchange push pull upload download laptop git",
    "Changed on two machines": "conflicts merge differences sync",
    "Write a report…": "export coach",
    "Write a record of applications…": "export unemployment",
}
"""What else each thing that can be done may be looked for by."""


def is_meant(typed: str, words: str) -> bool:
    """Whether every word that was typed begins one of these words, or is one but for a slip of the finger."""
    known = words.casefold().replace("-", "").split()
    wanted = typed.casefold().replace("-", "").split()
    return bool(wanted) and all(
        any(one.startswith(word) for one in known) or (len(word) >= _LONG and _close(word, known))
        for word in wanted
    )


def _close(word: str, known: list[str]) -> bool:
    return bool(get_close_matches(word, known, 1, _NEAR))
