"""What every app on the screen would pay anew in tests: styles that are the same again, and pictures that
nobody looks at.

What is shown stays the same: the one remembers what Textual itself found, the other draws what is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import CodeType, FunctionType, MethodType
from typing import Any

from textual import _callback, strip
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.reactive import Reactive

RENDER = Compositor.render_update
"""How Textual draws what changed."""

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What a widget keeps of which styles there are for it."""


class _Known:
    """What a few rules were found to say, in whichever style sheet they stand."""

    def __init__(self, rules: list[RuleSet]) -> None:
        self.rules = rules
        """Kept, so that no other rule gets the name in memory of one of them."""
        states: set[str] = set()
        self.states = tuple(states.union(*(rule.pseudo_classes for rule in rules)))
        """Which of hover, focus and the like matter."""
        self.said: dict[object, tuple[list[Any], dict[str, bool]]] = {}
        """The styles and `FLAGS`, by how a widget and those around it stand."""


class _Sheet:
    """The rules of a style sheet, by what a widget can be called in them."""

    def __init__(self, rules: list[RuleSet]) -> None:
        self.rules = rules
        self.places = {rule: place for place, rule in enumerate(rules)}
        self.known: dict[frozenset[str], _Known] = {}
        self.called: dict[object, _Known] = {}
        """The same by type, id and classes, which is quicker to ask."""


def style_once() -> None:
    """What the rules say of a widget that stands as another one did is looked up."""
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign] - the same, but not in Python
    apply, replace = Stylesheet.apply, Stylesheet.replace_rules
    sheets: dict[int, _Sheet] = {}
    few: dict[tuple[int, ...], _Known] = {}
    found: list[list[Any]] = []
    lines: dict[object, int] = {}
    around: list[dict[Any, Any]] = []  # what was seen of those around, while the parts of a widget are styled

    def parts(self: Stylesheet, node: DOMNode, seen: dict[Any, Any]) -> None:
        """What a widget's own names for its parts say: they stand where the widget does."""
        around.append(seen)
        try:
            self._process_component_classes(node)
        finally:
            around.pop()

    def line(sheet: Stylesheet, states: tuple[str, ...], node: Any, seen: dict[Any, Any]) -> int:
        """A number for how the widgets stand from the screen down to this one."""
        if not isinstance(node, DOMNode):
            return -1
        key = (node, states)  # those around are asked once for all widgets that are styled in one go
        if (number := seen.get(key)) is None:
            stands = (_one(sheet, states, node), line(sheet, states, node._parent, seen))
            number = seen[key] = lines.setdefault(stands, len(lines))
        return number

    def replaced(self: Stylesheet, node: DOMNode, rules: Any, animate: bool = False) -> None:
        if found and not found[-1]:
            found[-1].append(rules)
        replace(node, rules, animate)

    def applied(self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
        known = _known(self, node, sheets, few)
        states = known.states
        seen = cache if cache is not None else around[-1] if around else {}
        key = (_one(self, states, node), line(self, states, node._parent, seen))
        if (said := known.said.get(key)) is not None:
            rules, flags = said
            vars(node).update(flags)
            if rules:
                replace(node, rules[0], animate)
            if node._get_component_classes():
                parts(self, node, seen)
            return
        found.append([])
        try:
            apply(self, node, animate=animate, cache=cache)
        finally:
            rules = found.pop()
        known.said[key] = rules, {flag: getattr(node, flag) for flag in FLAGS}

    Stylesheet.apply, Stylesheet.replace_rules = applied, replaced  # type: ignore[method-assign]


def _known(
    sheet: Stylesheet, node: DOMNode, sheets: dict[int, _Sheet], few: dict[tuple[int, ...], _Known]
) -> _Known:
    """What is known of the rules that can be for this widget, in whichever sheet they are."""
    rules = sheet.rules
    mine = sheets.get(id(rules)) or sheets.setdefault(id(rules), _Sheet(rules))
    called = (type(node), node._id, frozenset(node._classes))
    if (known := mine.called.get(called)) is not None:
        return known
    names = frozenset(sheet.rules_map.keys() & node._selector_names)
    if (known := mine.known.get(names)) is None:
        wanted = {rule for name in names for rule in sheet.rules_map[name]}
        ordered = sorted(wanted, key=mine.places.__getitem__)
        known = mine.known[names] = few.setdefault(tuple(map(id, ordered)), _Known(ordered))
    mine.called[called] = known
    return known


def _one(sheet: Stylesheet, states: tuple[str, ...], node: DOMNode) -> object:
    asked, name = node._PSEUDO_CLASSES, node._id
    return (
        type(node),
        name if name is not None and f"#{name}" in sheet.rules_map else None,
        frozenset(node._classes),
        tuple([one in asked and asked[one](node) for one in states]),
    )


class _Forgetful:
    """Stands for the seven small caches of each line that is drawn: here hardly a line is asked for twice."""

    __slots__ = ()

    def get(self, _key: object) -> None:
        """Nothing is known."""

    def __setitem__(self, _key: object, _value: object) -> None:
        """Nothing is kept."""


def count_once() -> None:
    """How many arguments a function takes that is made anew for each call: Textual asks that slowly."""
    count = _callback._count_parameters
    known: dict[CodeType, int] = {}

    def counted(function: Any) -> int:
        if isinstance(function, MethodType):  # what a partial is of; its first argument is given
            return counted(function.__func__) - 1
        if not isinstance(function, FunctionType) or hasattr(function, "__wrapped__"):
            return count(function)
        if (number := known.get(function.__code__)) is None:
            number = known[function.__code__] = count(function)
        return number

    _callback._count_parameters = counted


def remember_no_lines() -> None:
    """To make those caches takes longer than they save, where nothing is on show for long."""
    nothing = _Forgetful()

    def made(self: Any, segments: Iterable[Any], cell_length: int | None = None) -> None:
        self._segments, self._cell_length = list(segments), cell_length
        self._divide_cache = self._crop_cache = self._style_cache = self._filter_cache = nothing
        self._line_length_cache = self._crop_extend_cache = self._offsets_cache = nothing
        self._render_cache = self._link_ids = self._cell_count = None

    strip.Strip.__init__ = made  # type: ignore[method-assign]


def look_up_once() -> None:
    """What a widget keeps under a reactive name is looked up where it is, if nothing reckons it anew."""
    get, nothing = Reactive.__get__, object()

    def got(self: Any, node: Any, kind: type) -> Any:
        try:
            return node.__dict__[self._looked_up[kind]]
        except (AttributeError, KeyError):
            return asked(self, node, kind)

    def asked(self: Any, node: Any, kind: type) -> Any:
        if node is None:
            return self
        names = vars(self).setdefault("_looked_up", {})
        if kind is type(node) and kind not in names:
            names[kind] = nothing if hasattr(kind, self.compute_name) else self.internal_name
        return get(self, node, kind)

    Reactive.__get__ = got  # type: ignore[method-assign]


def print_no_traceback() -> None:
    """A fault that ends an app is raised in its test; printed with all it knew, it would take a second."""

    def ended(self: App[Any]) -> None:
        self.bell()
        if self.is_headless:
            self._close_messages_no_wait()
        else:
            print_all(self)

    print_all = App._fatal_error
    App._fatal_error = ended  # type: ignore[method-assign]


def draw_what_is_looked_at() -> None:
    """Nothing is drawn for no terminal; what a test looks at is, and what an app shows last."""
    leave = App._shutdown

    def passed_over(
        self: Compositor, full: bool = False, screen_stack: list[Any] | None = None, simplify: bool = False
    ) -> Any:
        if full or simplify:  # somebody wants to see it
            return RENDER(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        return None

    async def left(self: App[Any]) -> None:
        if self.is_headless and self._running and self._screen_stack and not self._exception:
            self.screen._compositor.render_strips()
        await leave(self)

    Compositor.render_update, App._shutdown = passed_over, left  # type: ignore[method-assign]
