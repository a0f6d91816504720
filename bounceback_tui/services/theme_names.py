"""What themes are called, for all that loads nothing which draws."""

from __future__ import annotations

DARK, LIGHT = "bounceback-dark", "bounceback-light"
"""Names of our own themes."""

USUAL = {True: ("#ebe4dc", "#1c1917"), False: ("#2b2520", "#faf6f0")}
"""Words and ground of our themes, by whether it is a dark one; what a theme of one's own leaves out is so."""

WITH_TEXTUAL = (
    *("ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte"),
    *("catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord"),
    *("rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark"),
    *("textual-light", "tokyo-night"),
)
"""Names of the themes that come with Textual, which commands do without."""
