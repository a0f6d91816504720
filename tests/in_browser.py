"""The app in a real browser: Chromium without a window, led over the protocol of its developer tools.

As a script, `python tests/in_browser.py COMMAND` serves a new journal with the installed command, journals a
rejection in the page, finds it in the history, and looks for it in the journal. Without a Chromium it says so
and leaves with 0, since nothing is known to be wrong; with one, whatever fails is an error.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import aiohttp

PATIENCE = 40.0
"""Seconds to wait for something to show; nothing is concluded from time."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIZE = (1280, 800)

_SHOWN = """
(() => {
  const rows = document.querySelectorAll('.xterm-rows > div, .xterm-accessibility-tree > div');
  return [...rows].map(row => row.textContent).join('\\n');
})()
"""


@contextmanager
def served(command: str, journal: Path, *options: str):
    """`bounceback serve` on a journal; the process and the address that it prints."""
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "BOUNCEBACK"))
    }
    surroundings |= {"BOUNCEBACK_NOW": "2026-11-23T09:30", "HOME": str(journal.parent)}
    process = subprocess.Popen(
        [command, "--db", str(journal), *options, "serve", "--json"],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings,
    )
    try:
        yield process, json.loads(process.stdout.readline())["address"]
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            process.stdout.close()


class Page:
    """One page of the browser."""

    def __init__(self, tools: aiohttp.ClientWebSocketResponse) -> None:
        self._tools = tools
        self._number = 0
        self.told: list[dict[str, Any]] = []
        """What the browser said meanwhile: messages of its console, requests."""

    async def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """What comes of a method of the protocol."""
        self._number += 1
        await self._tools.send_json({"id": self._number, "method": method, "params": values})
        while True:
            answer = await asyncio.wait_for(self._tools.receive_json(), PATIENCE)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.told.append(answer)

    async def go(self, address: str) -> None:
        """Open an address."""
        await self.ask("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """What a script in the page gives."""
        return (await self.ask("Runtime.evaluate", expression=script))["result"].get("value")

    async def text(self) -> str:
        """What the terminal in the page shows, or the page itself."""
        shown = await self.value(_SHOWN)
        return shown.replace("\u00a0", " ") if shown else await self.value("document.body?.innerText ?? ''")

    async def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait until the page shows something."""
        text = ""
        for _ in range(int(PATIENCE * 10)):
            text = await self.text()
            if wanted in text if isinstance(wanted, str) else wanted(text):
                return text
            await asyncio.sleep(0.1)
        raise AssertionError(f"{wanted!r} did not show:\n{text}")

    async def type(self, text: str) -> None:
        """Type words."""
        await self.ask("Input.insertText", text=text)

    async def press(self, key: str, code: int, sign: str = "", ctrl: bool = False) -> None:
        """Press a key with its code, as a browser numbers them; `sign` is what it would write."""
        what = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 if ctrl else 0}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", text=sign, **what)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **what)

    async def letter(self, letter: str, ctrl: bool = False) -> None:
        """Press the key of a letter or a digit."""
        await self.press(letter, ord(letter.upper()), "" if ctrl else letter, ctrl)

    async def enter(self) -> None:
        """Press enter."""
        await self.press("Enter", 13, "\r")

    async def tab(self) -> None:
        """Press tab."""
        await self.press("Tab", 9)

    async def picture(self, to: Path) -> None:
        """Keep what the page looks like."""
        to.write_bytes(base64.b64decode((await self.ask("Page.captureScreenshot"))["data"]))


@asynccontextmanager
async def browser(program: str):
    """A page of a Chromium that starts for it, knows nobody, and is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            program,
            "--headless=new",
            "--no-sandbox",  # which a user without rights of its own, as in a container, cannot have
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--remote-debugging-port=0",
            f"--user-data-dir={folder}",
            f"--window-size={SIZE[0]},{SIZE[1]}",
            "about:blank",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            async with aiohttp.ClientSession() as session:
                page = await _first_page(session, Path(folder) / "DevToolsActivePort")
                async with session.ws_connect(page, max_msg_size=0) as tools:
                    found = Page(tools)
                    for domain in ("Page", "Runtime", "Network", "Log"):
                        await found.ask(f"{domain}.enable")
                    await found.ask(
                        "Emulation.setDeviceMetricsOverride",
                        width=SIZE[0],
                        height=SIZE[1],
                        deviceScaleFactor=1,
                        mobile=False,
                    )
                    yield found
        finally:
            process.terminate()
            await process.wait()


async def _first_page(session: aiohttp.ClientSession, told: Path) -> str:
    for _ in range(int(PATIENCE * 10)):
        if told.exists() and (lines := told.read_text().split()):
            async with session.get(f"http://127.0.0.1:{lines[0]}/json/list") as answer:
                pages = [one for one in await answer.json() if one["type"] == "page"]
            if pages:
                return pages[0]["webSocketDebuggerUrl"]
        await asyncio.sleep(0.1)
    raise AssertionError("Chromium did not start.")
