"""The server of `serve`: one page on 127.0.0.1, and an app of its own for each time that it is open."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from string import Template

from aiohttp import web
from textual_serve.server import Server, to_int

from bounceback_tui.cli.door import Door
from bounceback_tui.cli.served import ServedApp
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo

HOST = "127.0.0.1"
"""This machine, and nobody else's."""

_LARGEST = 64 * 2**20
"""Bytes of a message at most: what somebody pastes comes in one."""

_AFTER_ANOTHER = 5.0
"""Seconds for which a page that is loaded again waits for the app that was in it to leave."""


def free_socket(port: int) -> socket.socket:
    """A socket on 127.0.0.1 at `port`, or at a free one where that is 0. Raises CannotDo."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere two programs could then have the same one
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen()
    except OSError as error:
        found.close()
        raise CannotDo(
            f"Port {port} cannot be had ({error.strerror}); without --port a free one is taken."
            " Nothing was started."
        ) from error
    return found


class Serving(Server):
    """Textual's server with a door: its own page, nothing from elsewhere, and nothing for strangers."""

    def __init__(self, port: int, arguments: Sequence[str], environment: dict[str, str]) -> None:
        """`arguments` and `environment` are what each app is started with; an empty value takes one away."""
        super().__init__("bounceback", HOST, port, title="bounceback")
        self.door = Door(port)
        """Who gets in."""
        self._arguments, self._environment = arguments, environment
        self._apps: set[ServedApp] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    async def run(self, at: socket.socket, announce: Callable[[str], None]) -> None:
        """Serve until somebody ends it; `announce` gets the address once it can be opened."""
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.SockSite(runner, at).start()
            announce(self.door.address)
            await self.ended()
        finally:
            await asyncio.gather(*(app.stop() for app in self._apps), *self._leaving)
            await runner.cleanup()

    async def ended(self) -> None:
        """Wait for ctrl+c, or for the terminal or the system to end it."""
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):  # Windows ends the waiting itself
                loop.add_signal_handler(getattr(signal, name), over.set)
        await over.wait()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self.door.guard])
        app.on_response_prepare.append(self.door.tell)
        path = self.door.path
        app.add_routes(
            [
                web.get(f"{path}/", self._page),
                web.get(f"{path}/browser.js", self._script),
                web.get(f"{path}/ws", self.handle_websocket),
                web.get(f"{path}/download/{{key}}", self.handle_download),
                web.static(f"{path}/static", self.statics_path),
            ]
        )
        return app

    async def _page(self, request: web.Request) -> web.Response:
        values = {
            "static": f"{self.door.path}/static",
            "socket": f"ws://{request.host}{self.door.path}/ws",
            "again": f"{self.door.path}/",
        }
        page = Template(asset("browser.html"))
        text = page.substitute({name: escape(value) for name, value in values.items()})
        return web.Response(text=text, content_type="text/html")

    async def _script(self, _request: web.Request) -> web.Response:
        return web.Response(text=asset("browser.js"), content_type="text/javascript")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """An app for as long as the page is open."""
        page = web.WebSocketResponse(heartbeat=15, max_msg_size=_LARGEST)
        await page.prepare(request)
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=_AFTER_ANOTHER)
        app = ServedApp(self._arguments, self._environment, page, self.download_manager, self.door.path)
        self._apps.add(app)
        try:
            await app.start(
                to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24)
            )
            with suppress(ValueError, LookupError, TypeError, AssertionError):  # nothing that our page says
                await self._process_messages(page, app)
        finally:
            leaving = asyncio.create_task(app.stop())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
            leaving.add_done_callback(lambda _: self._apps.discard(app))
            await asyncio.shield(leaving)
        return page
