"""The door of `serve`: who gets in, and what a browser is told beside each answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from hmac import compare_digest
from secrets import token_urlsafe

from aiohttp import web

_COOKIE = "bounceback"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""What the page may load: its own files, and styles that the terminal in it makes as it goes."""

_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "bounceback",
}


class Door:
    """Lets the browser in that comes first with the token, and from then on nobody but that one.

    Browsers send a cookie to every port of a host, and so to what another user of the machine may run on one.
    It is bound to a path that nobody else knows, so that it goes there alone.
    """

    def __init__(self, port: int) -> None:
        """`port` is that of 127.0.0.1."""
        self.path = f"/{token_urlsafe(18)}"
        """Below it lies everything; a browser at any other place gets nothing."""
        self._token: str | None = token_urlsafe(32)
        self._session = ""
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.address = f"http://{self._hosts[0]}/?token={self._token}"
        """Where to go, once."""

    @web.middleware
    async def guard(
        self,
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        """Hand a request on, or answer it with nothing."""
        if not self._from_here(request):
            return _nothing()
        if request.path == "/":
            return self._first(request)
        if not (request.path.startswith(f"{self.path}/") and self._known(request)):
            return _nothing()
        return await handler(request)

    async def tell(self, request: web.Request, response: web.StreamResponse) -> None:
        """What the browser is told beside an answer."""
        host = request.host if request.host in self._hosts else self._hosts[0]
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = _POLICY.format(host=host)

    def _from_here(self, request: web.Request) -> bool:
        """Whether it names this very server, and no page of another site made it.

        Another name that leads to 127.0.0.1 could belong to anybody's page.
        """
        if request.method != "GET" or request.host not in self._hosts:
            return False
        origin = request.headers.get("Origin")
        if origin is None:  # browsers always name it for a websocket
            return "Upgrade" not in request.headers
        return origin == f"http://{request.host}"

    def _first(self, request: web.Request) -> web.StreamResponse:
        """Take the token, which is worth nothing from then on, and give a cookie for it."""
        if self._token is None or not _same(request.query.get("token", ""), self._token):
            return _nothing()
        if "prefetch" in request.headers.get("Sec-Purpose", ""):  # nobody looks at that
            return _nothing()
        self._token, self._session = None, token_urlsafe(32)
        answer = web.Response(status=303, headers={"Location": f"{self.path}/"})
        answer.set_cookie(_COOKIE, self._session, path=f"{self.path}/", httponly=True, samesite="Strict")
        return answer

    def _known(self, request: web.Request) -> bool:
        return bool(self._session) and _same(request.cookies.get(_COOKIE, ""), self._session)


def _same(said: str, meant: str) -> bool:
    """Whether they are equal; how long that takes tells nothing."""
    return compare_digest(said.encode("utf-8", "replace"), meant.encode())


def _nothing() -> web.Response:
    return web.Response(status=403)
