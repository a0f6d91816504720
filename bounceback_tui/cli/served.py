"""One app behind a page of `serve`: a program of its own, with pipes for its pictures and keys."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_LEAVES = 8.0
"""Seconds that an app gets to leave by itself; an exchange with other machines takes up to five."""

_DIES = 2.0
"""Seconds that it gets after it was told by the system."""

_PRELUDE = b"_"
"""Begins the line with which each app in a program says that it is there; no packet begins so."""


class ServedApp(AppService):
    """Textual's service for an app, which ends it kindly and lets one app follow another."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: dict[str, str],
        page: web.WebSocketResponse,
        downloads: DownloadManager,
        path: str,
    ) -> None:
        """`arguments` and `environment` are added to those of this program; `path` is where the page lies."""

        async def close() -> None:
            await page.close()

        super().__init__(
            "bounceback",
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=downloads,
        )
        self._arguments, self._added, self._path = arguments, environment, path
        self._leaving: asyncio.Task[None] | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height) | self._added
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # nothing that lies in the folder of the moment is taken for a part of the program
            "-m",
            "bounceback_tui",
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,  # what goes wrong is said where `serve` was typed
            env={name: value for name, value in environment.items() if value},
            start_new_session=True,  # ctrl+c reaches the server alone, which ends this in order
        )
        assert process.stdin
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the app shows until it is over, also once nobody looks any more."""
        assert self._process
        assert self._process.stdout
        out = self._process.stdout
        with suppress(asyncio.IncompleteReadError):
            while kind := await out.read(1):
                if kind == _PRELUDE:
                    await out.readline()
                    continue
                size = int.from_bytes(await out.readexactly(4), "big")
                payload = await out.readexactly(size)
                with suppress(ConnectionError):  # else the app would wait for ever for somebody to read
                    await self._hand_on(kind, payload)
        with suppress(ConnectionError):
            await self.remote_close()

    async def _hand_on(self, kind: bytes, payload: bytes) -> None:
        match kind:
            case b"D":
                await self.on_data(payload)
            case b"M":
                await self.on_meta(payload)
            case b"P":
                await self.on_packed(payload)

    async def on_meta(self, data: bytes) -> None:
        """What an app says beside its pictures. Where one ends another may follow, as after unlocking."""
        told = json.loads(data)
        match told["type"]:
            case "exit":
                return
            case "deliver_file_start":
                await self._offer(told)
            case _:
                await super().on_meta(data)

    async def _offer(self, told: dict[str, str]) -> None:
        """Have the browser fetch a file, at the only place to which it sends its cookie."""
        await self._download_manager.create_download(
            app_service=self,
            delivery_key=told["key"],
            file_name=Path(told["path"]).name,
            open_method=told["open_method"],
            mime_type=told["mime_type"],
            encoding=told["encoding"],
            name=told.get("name"),
        )
        place = {"url": f"{self._path}/download/{told['key']}", "new_tab": True}
        await self.remote_write_str(json.dumps(["open_url", place]))

    async def stop(self) -> None:
        """Have it leave with every draft kept, and wait until it has."""
        if self._process is None:
            return
        self._leaving = self._leaving or asyncio.create_task(self._leave(self._process))
        await asyncio.shield(self._leaving)

    async def _leave(self, process: Process) -> None:
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        for patience, end in ((_LEAVES, process.terminate), (_DIES, process.kill)):
            try:
                await asyncio.wait_for(process.wait(), patience)
                break
            except TimeoutError:
                with suppress(ProcessLookupError):
                    end()
        if self._task:
            await self._task
