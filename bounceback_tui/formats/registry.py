"""All formats: one name in a tuple is all that a new one needs."""

from __future__ import annotations

from bounceback_tui.formats.ics import ICS
from bounceback_tui.formats.proof_text import PROOFS
from bounceback_tui.formats.read_applications import APPLICATIONS
from bounceback_tui.formats.read_daylio import DAYLIO
from bounceback_tui.formats.read_dayone import DAY_ONE
from bounceback_tui.formats.read_freecbt import FREECBT
from bounceback_tui.formats.read_jobsync import JOBSYNC
from bounceback_tui.formats.read_jrnl import JRNL
from bounceback_tui.formats.read_markdown import MARKDOWN as MARKDOWN_READ
from bounceback_tui.formats.read_own_csv import OUR_CSV
from bounceback_tui.formats.read_tui_journal import TUI_JOURNAL
from bounceback_tui.formats.reading import ReadFormat
from bounceback_tui.formats.write_csv import TABLES
from bounceback_tui.formats.write_jrnl import JRNL_JSON, JRNL_TEXT
from bounceback_tui.formats.write_json import JSON
from bounceback_tui.formats.write_markdown import MARKDOWN
from bounceback_tui.formats.writing import WriteFormat

READ: tuple[ReadFormat, ...] = (
    JRNL,
    TUI_JOURNAL,
    DAYLIO,
    DAY_ONE,
    FREECBT,
    JOBSYNC,
    OUR_CSV,
    MARKDOWN_READ,
    APPLICATIONS,
)
"""What is read, beside our own JSON; the choosiest first, since the first that fits is guessed."""

WRITE: tuple[WriteFormat, ...] = (JSON, MARKDOWN, *TABLES, JRNL_JSON, JRNL_TEXT, ICS, *PROOFS)
"""What is written."""
