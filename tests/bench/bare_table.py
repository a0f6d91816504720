"""Nothing but Textual's table with 50 rows: what a cursor costs that moves down a list."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class BareTable(App[None]):
    """The table, with the cursor on its first row."""

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fifty rows."""
        table = self.query_one(DataTable)
        table.add_columns("day", "title", "company")
        table.add_rows((f"Fri {day}", f"Entry {day} of them", "Acme") for day in range(50))


BareTable().run()
