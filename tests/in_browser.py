"""The app in a real browser: Chromium without a window, led over the protocol of its developer tools.

As a script, `python tests/in_browser.py COMMAND` serves a new journal with the installed command, journals a
rejection in the page, finds it in the history, and looks for it in the journal. Without a Chromium it says so
and leaves with 0, since nothing is known to be wrong; with one, whatever fails is an error.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
from terminal import Picture, surroundings

PATIENCE = 40.0
"""Seconds to wait for something to show; nothing is concluded from time."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIZE = (1280, 800)


@contextmanager
def served(
    command: str, journal: Path, *options: str, env: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`bounceback serve` on a journal; the process and the address that it prints."""
    usual = {"BOUNCEBACK_NOW": "2026-11-23T09:30", "HOME": str(journal.parent)}
    process = subprocess.Popen(
        [command, "--db", str(journal), *options, "serve", "--json"],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings({**usual, **(env or {})}),
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
        self._picture = Picture((80, 24))
        self.asked_for: list[str] = []
        """Every address that was loaded."""
        self.complaints: list[str] = []
        """What the browser refused, or said that it is wrong."""

    async def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """What comes of a method of the protocol."""
        self._number += 1
        await self._tools.send_json({"id": self._number, "method": method, "params": values})
        while True:
            answer = await asyncio.wait_for(self._tools.receive_json(), PATIENCE)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer.get("method"), answer.get("params", {}))

    def _note(self, what: str | None, told: dict[str, Any]) -> None:
        """Take in what the browser says of itself; the terminal's own canvas could only be looked at."""
        match what:
            case "Network.requestWillBeSent":
                self.asked_for.append(told["request"]["url"])
            case "Network.webSocketFrameSent" if told["response"]["payloadData"].startswith('["resize"'):
                size = json.loads(told["response"]["payloadData"])[1]
                self._picture.screen.resize(size["height"], size["width"])
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self._picture.feed(base64.b64decode(told["response"]["payloadData"]))
            case "Network.webSocketClosed":
                self._picture = Picture((80, 24))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(told))

    async def go(self, address: str) -> None:
        """Open an address."""
        await self.ask("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """What a script in the page gives."""
        return (await self.ask("Runtime.evaluate", expression=script))["result"].get("value")

    async def text(self) -> str:
        """What the page shows: its words, and what the terminal in it was given to show."""
        words = await self.value("document.body?.innerText ?? ''")
        return f"{words}\n{self._picture.text}"

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
async def browser(program: str) -> AsyncIterator[Page]:
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


async def journey(program: str, address: str, picture: Path | None) -> None:
    """Journal a rejection in the page, and find it; leave half a page, and find that as well."""
    async with browser(program) as page:
        await page.go(address)
        await page.wait_for("A quiet place for a hard moment.")
        assert "token" not in await page.value("location.href")
        await page.letter("n")
        await page.wait_for("who was it?")
        await page.type("Acme")
        await page.tab()
        await page.type("Data engineer")
        await page.tab()
        await page.letter("f")
        await page.wait_for("[final]")
        for _ in range(4):
            await page.tab()
        await page.letter("3")
        await page.wait_for("[3]")
        await page.letter("2")
        await page.wait_for("[2]")  # which moves on to the feelings
        await page.tab()
        await page.type("They took somebody from inside.")
        await page.wait_for("They took somebody from inside.")
        await page.letter("s", ctrl=True)
        await page.wait_for("Acme said no today.")
        await page.letter("2")
        await page.wait_for("1 entry, newest first")
        await page.wait_for("They took somebody from inside.")
        if picture:
            await page.picture(picture)
        await page.letter("w")
        await page.wait_for("Nobody else reads this")
        await page.type("Half a page")
        await page.wait_for("Half a page")
        await page.ask("Page.reload")
        await page.wait_for("Acme said no today.")
        await page.letter("w")
        await page.wait_for("Half a page")
        await page.type(" and more")
        await page.wait_for("Half a page and more")
        assert page.complaints == []
        assert {
            one for one in page.asked_for if not one.startswith(("data:", address.split("?", maxsplit=1)[0]))
        } == set()


def main(command: str, picture: Path | None = None) -> int:
    """The exit code."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        print(
            "There is no Chromium here, so the app was NOT shown in a browser. Nothing is known to be wrong."
        )
        return 0
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.db"
        with served(command, journal) as (process, address):
            asyncio.run(journey(program, address, picture))
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        with closing(sqlite3.connect(journal)) as found:
            texts = [text for (text,) in found.execute("SELECT text FROM entry")]
            drafts = [str(row) for row in found.execute("SELECT * FROM draft")]
    assert texts == ["They took somebody from inside."]
    assert any("Half a page and more" in draft for draft in drafts), drafts
    print("A rejection was journalled in Chromium, found there again, and is in the journal; so is a draft.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]) if sys.argv[2:] else None))
