"""The editor in a browser on this machine, by textual-serve."""

import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from textual_serve.server import Server

_LOOPBACK = "127.0.0.1"
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalServer(Server):
    """A server that answers pages of its own address alone.

    Whoever can open its socket can edit the file: so a page from elsewhere, or a name that leads here (DNS
    rebinding), is refused.
    """

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        names = {f"{_LOOPBACK}:{self.port}", f"localhost:{self.port}"}

        @web.middleware
        async def from_here_alone(request: web.Request, handler: _Handler) -> web.StreamResponse:
            origin = request.headers.get("Origin", "").removeprefix("http://")
            if request.headers.get("Host") not in names or (origin and origin not in names):
                raise web.HTTPForbidden(text="this address is for this machine's own pages")
            return await handler(request)

        app.middlewares.append(from_here_alone)
        return app


def serve(command: Sequence[str], *, port: int = 0) -> None:
    """Show a command of the editor at an address of this machine until it is ended; prints the address.

    `port` 0 takes one that is free.
    """
    number = port or _free_port()
    program = shlex.join([sys.executable, "-m", "argmap", *command])
    LocalServer(program, host=_LOOPBACK, port=number, title="argmap").serve()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((_LOOPBACK, 0))
        return int(trial.getsockname()[1])
