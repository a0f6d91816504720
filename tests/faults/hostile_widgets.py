"""Every widget with a text in each place where it takes one. A widget that is missing here fails a test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from pkgutil import iter_modules

from textual.widget import Widget

import bounceback_tui.widgets as package
from bounceback_tui.domain.checkin import Feeling
from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.focus import FocusKind, FocusPoint
from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.answer_list import AnswerList
from bounceback_tui.widgets.count_bars import Bar, CountBars, Group
from bounceback_tui.widgets.day_bars import DayBars, DayRow, UsualDays
from bounceback_tui.widgets.difference_bars import DifferenceBars, DifferenceRow
from bounceback_tui.widgets.due_list import DueLine, DueList
from bounceback_tui.widgets.feeling_sliders import FeelingSlider, FeelingSliders
from bounceback_tui.widgets.fields import Line, TagLine, Writing
from bounceback_tui.widgets.fitted import Fitted
from bounceback_tui.widgets.interval_bars import IntervalBars, IntervalRow
from bounceback_tui.widgets.kind_word import KindWord
from bounceback_tui.widgets.labelled import LabelledLines
from bounceback_tui.widgets.line_list import LineList
from bounceback_tui.widgets.many_choice import ManyChoice, Option
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.paired_dots import DotRow, PairedDots
from bounceback_tui.widgets.pick import Pick
from bounceback_tui.widgets.pieces import Pieces, piece_of
from bounceback_tui.widgets.plain_picture import PlainPicture, Words
from bounceback_tui.widgets.plain_table import PlainTable
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.sentences import Sentences
from bounceback_tui.widgets.shift_lines import Shift, ShiftLines
from bounceback_tui.widgets.signpost import Place, Signpost
from bounceback_tui.widgets.slider import Slider
from bounceback_tui.widgets.slopes import Panel, Slopes
from bounceback_tui.widgets.step_list import StepList, StepRow
from bounceback_tui.widgets.subject_line import Subject, SubjectLine
from bounceback_tui.widgets.survival_curve import SurvivalCurve
from bounceback_tui.widgets.trend_line import TrendLine
from bounceback_tui.widgets.whole_parts import WholeParts
from bounceback_tui.widgets.year_in_pixels import YearInPixels

DAY = date(2026, 11, 23)


def _due(text: str) -> Widget:
    shown = DueList()
    shown.show((DueLine(Due(DAY + timedelta(days=1), text, DueKind.LEAD, "1"), "tue"),), DAY)
    return shown


def _kind(text: str) -> Widget:
    shown = KindWord(safe(text))
    shown.display = True
    return shown


def _labelled(text: str) -> Widget:
    shown = LabelledLines()
    shown.lines = (("Said", safe(text)), ("", safe_line(text)))
    return shown


def _pieces(text: str) -> Widget:
    shown = Pieces()
    shown.call_later(shown.show_pieces, [piece_of(safe(text))])
    return shown


def _steps(text: str) -> Widget:
    shown = StepList()
    row = StepRow("a", text, since=text, note=text, plan=text, begun=text, when=text, tool=text)
    shown.call_later(shown.set_rows, (row,), 0)
    return shown


def _subject(text: str) -> Widget:
    shown = SubjectLine()
    shown.subject = Subject(text, "today", 1, 2, "closed")
    return shown


def _slopes(text: str) -> Widget:
    return Slopes((Panel("When", ("a", "b"), ("3", "4"), (3.0, 4.0), ((2.0, 5.0),)),), [text])


def _heads(text: str) -> Table:
    return Table((Heading("Who"), Heading("What", gives_way=True)), ((text, text), ("a", text)), "So.")


def _parts(text: str) -> Widget:
    shown = WholeParts(safe_line(text))
    shown.parts = (safe_line(text), safe_line(text))
    return shown


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "AnswerList": lambda text: AnswerList([FocusPoint("a", FocusKind.MUST, text)], {}, None),
    "CountBars": lambda text: CountBars((Group(text, (Bar(text, 3),)),), [text]),
    "DayBars": lambda text: DayBars([DayRow(text, 3, "fact")], UsualDays(2, (1, 5)), [text]),
    "DifferenceBars": lambda text: DifferenceBars(
        [DifferenceRow(text, text, 1.0, 0.5, 2.0), DifferenceRow(text, text, instead=text)], [text, text]
    ),
    "DueList": _due,
    "FeelingSlider": lambda text: FeelingSlider(Feeling(text.strip() or "x", 40)),
    "FeelingSliders": lambda text: FeelingSliders([text], (Feeling(text.strip() or "x", 30),)),
    "Fitted": lambda text: Fitted(lambda width: safe(text).wrap(max(width, 1))),
    "IntervalBars": lambda text: IntervalBars([IntervalRow(text, 3, 5, 0.2, 0.9)], [text]),
    "KindWord": _kind,
    "LabelledLines": _labelled,
    "Line": lambda text: Line(text, placeholder=text, names=[text]),
    "Line that is empty": lambda text: Line(placeholder=text, names=[text]),
    "LineList": lambda text: LineList("Lines", [text], names=[text], placeholder=text),
    "ManyChoice": lambda text: ManyChoice("Which", [Option(text, text), Option("b", text, own=True)], [text]),
    "MoodPicker": lambda text: MoodPicker(text, ("low", "so", "high"), 4),
    "PairedDots": lambda text: PairedDots([DotRow(text, "9", 3, 9)], ("said", "was"), [text]),
    "Pick": lambda text: Pick("Which", {"a": text, "b": text}, "a"),
    "Pieces": _pieces,
    "PlainPicture": lambda text: PlainPicture(
        DayBars([DayRow(text, 3, "fact")], UsualDays(2, (1, 5)), [text])
    ),
    "PlainTable": lambda text: PlainTable(_heads(text)),
    "Rows": lambda text: Rows(1, lambda *_: safe_line(text), empty=safe(text)),
    "Sentences": lambda text: Sentences(safe(text), markup=False),
    "ShiftLines": lambda text: ShiftLines((Shift("low", "high", 40.0, 60.0),)),
    "Signpost": lambda text: Signpost([Place(text, safe_line(text))]),
    "Slider": lambda text: Slider(text, ("a", "b"), 40),
    "Slopes": _slopes,
    "StepList": _steps,
    "SubjectLine": _subject,
    "SurvivalCurve": lambda text: SurvivalCurve([(3, 0.5, 0.3, 0.8)], 3.0, [text]),
    "TagLine": lambda text: TagLine(text, placeholder=text, tags=[text]),
    "TrendLine": lambda text: TrendLine([(DAY, 4.0, 4.5)], [DAY], 5.0, {DAY: text}),
    "WholeParts": _parts,
    "Words": lambda text: Words((text, text)),
    "Writing": lambda text: Writing(text, placeholder=text, tags=[text]),
    "Writing that is empty": lambda text: Writing(placeholder=text),
    "YearInPixels": lambda text: YearInPixels({DAY: 4.0}, [DAY], {DAY: text}),
}
"""How each is made from what somebody wrote; words of our own stay where only those can stand."""

IN_A_JOURNAL = {
    *("ApplicationList", "ApplicationView", "EntryReader", "HistoryList", "KeyBar", "MoodLine", "SearchBox"),
    *("WhenField", "DayField", "DueField", "Column", "Titled", "PageTabs"),
}
"""Those that show things of the journal, or nothing that somebody wrote; the walk through a journal that is
full of hostile text meets each of them."""

OURS = {
    *("Picture", "RowPicture", "RollRows", "Choice", "OrderChoice", "QualityLine", "FaintPicture"),
    *("FeelingLine", "WindowColumn"),
}
"""What the others are made of, and choices between answers that nobody but us words."""


def public_widgets() -> set[str]:
    """The names of all widgets in the package."""
    found = set()
    for module in iter_modules(package.__path__):
        name = f"{package.__name__}.{module.name}"
        for one in vars(import_module(name)).values():
            if isinstance(one, type) and issubclass(one, Widget) and one.__module__ == name:
                found |= {one.__name__} - {one.__name__ for _ in [0] if one.__name__.startswith("_")}
    return found
