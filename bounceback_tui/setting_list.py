"""Every setting, described once: the Settings window, the doctor, what is said of a slip, and the manual."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from bounceback_tui.config_values import HIDDEN, LOCKS_AFTER, NEVER, SHOWN, START_AND_END, Config, Value
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.text import plural
from bounceback_tui.plain import FLAG, PLAIN, VARIABLE

GUIDE, THEME = "guide", "theme"
"""Settings whose choices are what there is on the machine."""

_WIDTH = 56
"""Columns of a comment in the sample, so that it fits on the narrowest screen."""


class Setting(NamedTuple):
    """One setting."""

    name: str
    """As it stands in the file."""
    label: str
    """What it is called on the screen."""
    words: str
    """What it does, in one sentence."""
    takes: str
    """What may stand there, as the rest of a sentence that begins with "it takes"."""
    usual: str
    """What holds where nobody chose."""
    sample: str
    """A value as it stands in the file."""
    choices: tuple[Value, ...] = ()
    """What can be chosen, where that is always the same; of two, the one that means no comes first."""
    later: str = ""
    """When a change takes effect, as a sentence; empty for at once."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "name",
        "Your name",
        "Stands at the end of the e-mails that are drafted for you.",
        "a name in quotation marks",
        "none",
        '"Ada Quinn"',
    ),
    Setting(
        THEME,
        "Theme",
        "The colours: one of ours, one of Textual's, or your own from the folder “themes”.",
        "the name of a theme, such as “bounceback-light”",
        "ours",
        '"bounceback-light"',
    ),
    Setting(
        "date_order",
        "What 3/4 means",
        "Whether 3/4 is 3 April or March 4th, in every form, search and command.",
        f"“{DateOrder.DAY_MONTH}”, “{DateOrder.MONTH_DAY}” or “{DateOrder.ASK}”",
        str(DateOrder.ASK),
        f'"{DateOrder.DAY_MONTH}"',
        (str(DateOrder.DAY_MONTH), str(DateOrder.MONTH_DAY), str(DateOrder.ASK)),
    ),
    Setting(
        GUIDE,
        "Guide",
        "The guide for new rejections: ours, or a file of yours in the folder “guides”.",
        "the name of a file in the folder “guides”, such as “my-guide”",
        "the one that comes with bounceback",
        '"my-guide"',
    ),
    Setting(
        "writing_time",
        "Time of writing",
        "Whether the writing programme tells how long you have been writing.",
        f"“{SHOWN}” or “{HIDDEN}”",
        SHOWN,
        f'"{HIDDEN}"',
        (HIDDEN, SHOWN),
    ),
    Setting(
        "lock_after",
        "Locks after",
        "Minutes without a key after which the journal is closed and covered; 0 for never.",
        "0 (never), 1, 5 or 15, which are minutes",
        "never; 5 minutes where the journal is encrypted",
        "15",
        LOCKS_AFTER,
    ),
    Setting(
        "editor_always",
        "Editor always",
        "Whether an editor of your own may get the text of an encrypted journal, as a plain file.",
        "true or false",
        "false",
        "true",
        (False, True),
        "A change holds from the next start on.",
    ),
    Setting(
        "sync",
        "Sync by itself",
        "Whether your machines exchange what is new at the start and the end of the app.",
        f"“{NEVER}” or “{START_AND_END}”",
        NEVER,
        f'"{START_AND_END}"',
        (NEVER, START_AND_END),
        "A change holds when you leave, and from the next start on.",
    ),
    Setting(
        PLAIN,
        "Plain",
        "Words and figures in place of frames, bars and pictures, for speech, braille and plain terminals.",
        "true or false",
        "false",
        "true",
        (False, True),
        f"A change holds from the next start on; {FLAG} or {VARIABLE}=1 ask for it at once.",
    ),
)
"""All of them, as they are shown. To add one: a line here, and see `READERS` in config.py."""


def setting_named(name: str) -> Setting:
    """The setting of that name. Raises StopIteration where there is none."""
    return next(one for one in SETTINGS if one.name == name)


def as_written(config: Config, name: str) -> Value | None:
    """The value in use as it stands in the file; None where nobody chose and it would be empty there."""
    value: Value | None = getattr(config, name)
    match name:
        case "writing_time":
            return SHOWN if value else HIDDEN
        case "sync":
            return START_AND_END if value else NEVER
    return value if isinstance(value, bool | int) else str(value) if value else None


def in_words(setting: Setting, value: Value | None) -> str:
    """A value as it is shown: "5 minutes", "yes", "day first", and "(ours)" where nobody chose."""
    if value is None or value == "":
        return f"({setting.usual})"
    if setting.choices == LOCKS_AFTER:
        return NEVER if value == 0 else plural(int(value), "minute")
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def sample() -> str:
    """A `config.toml` in which every setting is told and none is set, for the manual."""
    parts = []
    for one in SETTINGS:
        about = f"{one.label}. {one.words} It takes {one.takes}. Usual: {one.usual}."
        lines = textwrap.wrap(about, _WIDTH, initial_indent="# ", subsequent_indent="# ")
        parts.append("\n".join([*lines, f"#{one.name} = {one.sample}"]))
    return "\n\n".join(parts) + "\n"
