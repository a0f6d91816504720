"""Markdown is shown as it was meant, and nothing in it reaches the terminal or comes alive."""

from __future__ import annotations

from looking import screen_text
from textual.app import App, ComposeResult
from textual.widgets import Static

from bounceback_tui.widgets.reader import rendered

TEXT = """# It hurt

They said *no* after the **final** round. [see](javascript:alert) &#27;]52;c;aGk=&#7; &#x202E;x

- one [/]
- two [@click=app.quit]

`&#27;[2J`
"""


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(rendered(TEXT), markup=False)


async def test_a_line_break_stays_where_somebody_made_one() -> None:
    class Lines(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(rendered("one\ntwo", keep_lines=True), markup=False)

    app = Lines()
    async with app.run_test():
        assert screen_text(app).splitlines()[:2] == ["one", "two"]


async def test_markdown_is_rendered_and_tamed() -> None:
    app = Host()
    async with app.run_test():
        shown = screen_text(app)
        assert "They said no after the final round." in shown
        assert "• one [/]" in shown
        assert "[@click=app.quit]" in shown
        assert "]52;c;aGk=" in shown
        assert "<U+202E>x" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


async def test_what_stands_between_angle_brackets_stays() -> None:
    class Bracketed(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(rendered("I said <sigh> and a<b>c\n\n<div>whole</div>"), markup=False)

    app = Bracketed()
    async with app.run_test():
        shown = screen_text(app)
        assert "I said <sigh> and a<b>c" in shown
        assert "<div>whole</div>" in shown
