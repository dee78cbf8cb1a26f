"""The editor in a browser on this machine, by textual-serve."""

import asyncio
import logging
import os
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web
from textual_serve.server import Server

_LOOPBACK = "127.0.0.1"
_PATIENCE = 5.0
"""Seconds for the editors to keep what was written and end."""
_OWN = Path(__file__).parent / "served"
"""Our page: that of textual-serve has its font fetched from another site."""
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalServer(Server):
    """A server that answers pages of its own address alone.

    Whoever can open its socket can edit the file. So a page from elsewhere, or a name that leads here (DNS
    rebinding), is refused; and since other users of the machine reach the socket as well, the address has a
    part that nobody can guess. Nothing is fetched from any other place.
    """

    def __init__(self, command: str, *, port: int, title: str) -> None:
        super().__init__(command, host=_LOOPBACK, port=port, title=title, templates_path=_OWN)
        self.key = secrets.token_urlsafe(16)
        self._sessions = set[asyncio.Task[Any]]()

    @property
    def address(self) -> str:
        """What is to be opened."""
        return f"{self.public_url}/{self.key}/"

    async def _make_app(self) -> web.Application:
        names = {f"{_LOOPBACK}:{self.port}", f"localhost:{self.port}"}
        policy = _policy(self.port)

        @web.middleware
        async def from_here_alone(request: web.Request, handler: _Handler) -> web.StreamResponse:
            origin = request.headers.get("Origin", "").removeprefix("http://")
            if request.headers.get("Host") not in names or (origin and origin not in names):
                raise web.HTTPForbidden(text="this address is for this machine's own pages")
            return await handler(request)

        async def only_from_here(_: web.Request, response: web.StreamResponse) -> None:
            response.headers["Content-Security-Policy"] = policy
            response.headers["Referrer-Policy"] = "no-referrer"

        app = web.Application(middlewares=[from_here_alone])
        app.on_response_prepare.append(only_from_here)
        inner = await super()._make_app()
        inner.router.add_static("/own", _OWN)
        app.add_subapp(f"/{self.key}/", inner)
        return app

    def serve(self, debug: bool = False) -> None:
        """Serve until SIGINT or SIGTERM comes; print the address once it answers."""
        logging.basicConfig(level=logging.WARNING, format="argmap: %(message)s")
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._say_address)

    def _say_address(self, _: str) -> None:
        sys.stdout.write(f"{self.address} shows the editor; Ctrl-C ends it\n")
        sys.stdout.flush()

    async def on_startup(self, app: web.Application) -> None:
        """Nothing: the address is said when it answers."""

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an editor for as long as its page is open."""
        session = asyncio.current_task()
        assert session is not None  # a request is always handled by one
        self._sessions.add(session)
        try:
            return await super().handle_websocket(request)
        finally:
            self._sessions.discard(session)

    async def on_shutdown(self, app: web.Application) -> None:
        """End the editors, which keep what was not saved."""
        for session in self._sessions:
            session.cancel()
        if self._sessions:
            await asyncio.wait(tuple(self._sessions), timeout=_PATIENCE)


def serve(command: Sequence[str], *, port: int = 0) -> None:
    """Show a command of the editor at an address of this machine until it is ended; prints the address.

    `port` 0 takes one that is free. Raises OSError when the port is taken.
    """
    number = port or _free_port()
    program = shlex.join([sys.executable, "-m", "argmap", *command])
    if os.name == "posix":
        # No shell stays between: the editor sees when this process has gone.
        program = f"exec {program}"
    LocalServer(program, port=number, title="argmap").serve()


def _policy(port: int) -> str:
    sockets = f"ws://{_LOOPBACK}:{port} http://{_LOOPBACK}:{port}"
    own = f"'self' http://{_LOOPBACK}:{port}"
    return (
        f"default-src 'none'; script-src {own}; style-src {own} 'unsafe-inline'; font-src {own}; "
        f"img-src {own} data: blob:; connect-src 'self' {sockets}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((_LOOPBACK, 0))
        return int(trial.getsockname()[1])
