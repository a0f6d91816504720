"""`serve` over HTTP: who gets in with the token, and that nobody else gets anything."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from conftest import Shell
from in_browser import served
from journals import HandSetClock
from terminal import PATIENCE, Picture

from bounceback_tui.cli.serving import free_socket
from bounceback_tui.resources import asset
from bounceback_tui.services import privacy
from bounceback_tui.services.workspace import Workspace

pytestmark = pytest.mark.plain

COMMAND = str(Path(sys.executable).with_name("bounceback"))
WORDS = "vier lose Worte zusammen"


class Visitor:
    """Somebody at the port, with what a browser would send along."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.origin = "http://" + urlsplit(address).netloc
        self.cookie, self.path = "", "/"

    def said(self, headers: Mapping[str, str], cookie: bool = True) -> dict[str, str]:
        return {**({"Cookie": self.cookie} if cookie else {}), **headers}

    async def get(
        self, path: str, *, cookie: bool = True, method: str = "GET", **headers: str
    ) -> tuple[int, str, Mapping[str, str]]:
        """Status, body and headers; the names of `headers` with _ for -."""
        told = self.said({name.replace("_", "-"): value for name, value in headers.items()}, cookie)
        async with self.session.request(
            method, self.origin + path, headers=told, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text(), answer.headers

    async def enter(self, address: str) -> str:
        """Come in with the token, as the first; what came as a cookie."""
        status, _, headers = await self.get(address.removeprefix(self.origin))
        assert status == 303
        self.path = headers["Location"]
        self.cookie = headers["Set-Cookie"].split(";")[0]
        return headers["Set-Cookie"]

    @asynccontextmanager
    async def page(self) -> AsyncIterator[Shown]:
        """The app behind an open page."""
        place = f"{self.origin}{self.path}ws?width=80&height=24"
        headers = self.said({"Origin": self.origin})
        async with self.session.ws_connect(place, headers=headers) as socket:
            yield Shown(socket)


class Shown:
    """What an app behind a page shows, and keys for it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._picture = socket, Picture((80, 24))

    async def press(self, keys: str) -> None:
        await self._socket.send_json(["stdin", keys])

    async def wait_for(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words not in self._picture.text:
                message = await self._socket.receive()
                assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), self._picture.text
                if message.type == aiohttp.WSMsgType.BINARY:
                    self._picture.feed(message.data)

    async def over(self) -> None:
        """Wait until the server closes it."""
        async with asyncio.timeout(PATIENCE):
            while not self._socket.closed:
                await self._socket.receive()


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visitor]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield Visitor(session, address)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def address(journal: Path) -> Iterator[str]:
    with served(COMMAND, journal) as (_, address):
        yield address


async def test_only_the_browser_that_comes_first_with_the_token_gets_in(address: str, journal: Path) -> None:
    token = address.partition("/?")[2]
    async with visiting(address) as one, visiting(address) as other:
        for path in (
            "/",
            "/?token=",
            "/?token=wrong",
            "/?token=%C3%A9",
            "/static/js/textual.js",
            "/ws",
            "/x",
        ):
            assert (await other.get(path))[:2] == (403, ""), path
        assert (await one.get(f"/?{token}", Sec_Purpose="prefetch"))[:2] == (403, ""), "nobody looks at it"
        assert (await one.get(f"/?{token}", method="HEAD"))[0] == 403
        given = await one.enter(address)
        assert "HttpOnly" in given
        assert "SameSite=Strict" in given
        assert f"Path={one.path}" in given
        assert token.partition("=")[2] not in given + one.path
        status, page, _ = await one.get(one.path)
        assert (status, "bounceback" in page) == (200, True)
        for path in (f"/?{token}", one.path, f"{one.path}static/js/textual.js", f"{one.path}download/x"):
            assert (await other.get(path))[:2] == (403, ""), path
        other.cookie = "bounceback=guessed"
        assert (await other.get(one.path))[:2] == (403, "")
        assert (await one.get(one.path, method="POST"))[:2] == (403, "")
    assert not journal.exists(), "no page was open, so nothing was"


async def test_other_hosts_and_origins_are_refused(address: str) -> None:
    port = urlsplit(address).port
    async with visiting(address) as one:
        await one.enter(address)
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1.evil.example:{port}"):
            assert (await one.get(one.path, Host=host))[:2] == (403, ""), host
        assert (await one.get(one.path, Host=f"localhost:{port}"))[0] == 200
        for origin in ("http://evil.example", "null", "http://127.0.0.1:1", f"https://127.0.0.1:{port}"):
            assert (await one.get(one.path, Origin=origin))[:2] == (403, ""), origin
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await one.session.ws_connect(
                    f"{one.origin}{one.path}ws", headers=one.said({"Origin": origin})
                )
        for headers in (one.said({}), {"Origin": one.origin}):  # no origin, and no cookie
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await one.session.ws_connect(f"{one.origin}{one.path}ws", headers=headers)


async def test_what_a_browser_is_told_beside_an_answer(address: str) -> None:
    async with visiting(address) as one:
        await one.enter(address)
        for path in (one.path, f"{one.path}static/js/textual.js", "/"):
            headers = (await one.get(path))[2]
            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["X-Content-Type-Options"] == "nosniff"
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self';" in policy
            assert set(re.findall(r"\w+://[^;\s]+", policy)) == {f"ws://{urlsplit(address).netloc}"}
        page = (await one.get(one.path))[1]
        assert set(re.findall(r"\w+://[^/\"]+", page)) == {f"ws://{urlsplit(address).netloc}"}
        for link in re.findall(r"(?:src|href)=\"([^\"]+)\"", page):
            assert link.startswith("data:") or (await one.get(link))[0] == 200, link


def test_only_this_machine_can_reach_it() -> None:
    with free_socket(0) as found:
        assert found.getsockname()[0] == "127.0.0.1"


@pytest.mark.long
async def test_a_draft_outlives_a_closed_page_and_the_end_of_the_server(journal: Path) -> None:
    with served(COMMAND, journal) as (process, address):
        async with visiting(address) as one:
            await one.enter(address)
            async with one.page() as page:
                await page.wait_for("A quiet place")
                await page.press("w")
                await page.wait_for("Nobody else reads this")
                await page.press("Half a page")
                await page.wait_for("Half a page")
            async with one.page() as page:  # which waits for the other to leave, so nobody is told of two
                await page.wait_for("Half a page")
                await page.press("w")
                await page.wait_for("ctrl+t")
                await page.press(" and the end")
                await page.wait_for("Half a page and the end")
                process.send_signal(signal.SIGINT)
                await page.over()
        assert await asyncio.to_thread(process.wait, PATIENCE) == 0
    with Workspace(journal, HandSetClock(), asset("guide.md")) as workspace:
        assert [one.content["text"] for one in workspace.drafts.waiting()] == ["Half a page and the end"]


@pytest.mark.long
async def test_an_encrypted_journal_asks_in_the_page_whatever_commands_may_do(journal: Path) -> None:
    with Workspace(journal, HandSetClock(), asset("guide.md"), key=privacy.new_key(WORDS)) as workspace:
        workspace.journal.note("Quittenmarmelade hilft.")
    with served(COMMAND, journal, env={"BOUNCEBACK_PASSPHRASE_COMMAND": f"echo {WORDS}"}) as (_, address):
        async with visiting(address) as one:
            await one.enter(address)
            async with one.page() as page:
                await page.wait_for("This journal is locked.")
                await page.press(f"{WORDS}\r")
                await page.wait_for("1 Today")
                await page.press("2")
                await page.wait_for("Quittenmarmelade hilft.")
                await page.press("E")
                await page.wait_for("cannot be handed over")
                await page.press("\x0c")
                await page.wait_for("This journal is locked.")


def test_a_port_that_is_taken_is_one_sentence(shell: Shell) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, sentence = shell.refused("serve", "--port", str(taken.getsockname()[1]))
    assert code == 1
    assert sentence.startswith("Port ")
    assert "without --port a free one is taken" in sentence
    assert shell.refused("serve", "--port", "70000")[0] == 2


def test_without_the_extra_a_sentence_says_how_to_get_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("bounceback_tui.cli.serv", "textual_serve"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    code, sentence = shell.refused("serve")
    assert code == 1
    assert sentence.endswith(f"`{sys.executable} -m pip install 'textual-serve>=1.1.3,<2'`.")
