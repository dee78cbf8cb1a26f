"""Pages shown to the browsers of this machine, and to nobody else, which reload when they change.

The standard library's server: two kinds of address, a handful of readers on one machine, and nothing to
install. What it sends when a page changes are server-sent events (HTML, 9.2).
"""

import hashlib
import sys
import threading
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from types import TracebackType
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from argmap.pages.live import NotOurPageError, live_page, waiting_page

HOST = "127.0.0.1"
"""The one address that is listened on."""

_EVENTS = "/events"
_SIGN_OF_LIFE = 15.0  # seconds; what is written into a connection that is gone tells so
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PageServer:
    """Shows pages by their names, the first also without one, until it is closed.

    Raises OSError when the port cannot be had; 0 takes a free one.
    """

    def __init__(self, names: Sequence[str], *, port: int = 0) -> None:
        self._names = tuple(names)
        self._pages: dict[str, tuple[str, bytes]] = {}
        self._closed = False
        self._changed = threading.Condition()
        self._server = _Server((HOST, port), lambda *given: _Handler(*given, pages=self))
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.1,), name="argmap pages", daemon=True
        )
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def address(self, name: str) -> str:
        """Where a page of this name is shown, also before there is one."""
        return f"http://{HOST}:{self.port}/{quote(name)}"

    def show(self, name: str, page: bytes) -> None:
        """Show a page that argmap exported; whoever looks at an older one of that name gets it at once.

        A page of another origin is not shown: nobody knows what it would do.
        """
        version = hashlib.sha256(page).hexdigest()[:16]
        try:
            live = live_page(page, version)
        except NotOurPageError:
            return
        with self._changed:
            self._pages[name] = version, live
            self._changed.notify_all()

    def name_of(self, path: str) -> str | None:
        """The page at a path such as `/debate.html`; None when there is none of that name."""
        name = unquote(path).removeprefix("/") or self._names[0]
        return name if name in self._names else None

    def page(self, name: str) -> bytes:
        """A page by its name; until there is one, a page that says so."""
        with self._changed:
            _, page = self._pages.get(name, ("", b""))
        return page or live_page(waiting_page("There is nothing to show yet: the map has errors."), "")

    def newer(self, name: str, version: str | None) -> str | None:
        """The version of a page once it is another than this one; None after a while, or at the end."""

        def is_another() -> bool:
            return self._closed or self._pages.get(name, ("",))[0] != version

        with self._changed:
            if not self._changed.wait_for(is_another, _SIGN_OF_LIFE) or self._closed:
                return None
            return self._pages.get(name, ("",))[0]

    @property
    def closed(self) -> bool:
        """Whether nothing is shown any more."""
        return self._closed

    def close(self) -> None:
        """Stop listening, and let go of whoever waits for changes."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingTCPServer):
    # HTTPServer would ask the network for a name of the machine first.
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let others take the port

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away, and show what else went wrong."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server_version = "argmap"
    sys_version = ""
    timeout = 30  # seconds for a request to be made

    def __init__(self, *given: object, pages: PageServer) -> None:
        self.pages = pages
        super().__init__(*given)  # type: ignore[arg-type]  # what the server gives every handler

    def do_GET(self) -> None:
        """Answer with a page, or with its changes."""
        path = urlsplit(self.path).path
        changes = path.startswith(f"{_EVENTS}/")
        name = self._asked_for(path.removeprefix(_EVENTS) if changes else path)
        if name is None:
            return
        if changes:
            self._send_changes(name)
            return
        page = self.pages.page(name)
        self._begin("text/html; charset=utf-8", length=len(page))
        self.wfile.write(page)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the page."""
        if name := self._asked_for(urlsplit(self.path).path):
            self._begin("text/html; charset=utf-8", length=len(self.pages.page(name)))

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what happens to the map."""

    def _asked_for(self, path: str) -> str | None:
        """The page that is asked for; None after the browser was told that it gets none."""
        if not self._is_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server has another address")
            return None
        name = self.pages.name_of(path)
        if name is None:
            self.send_error(HTTPStatus.NOT_FOUND, "There is no page of this name")
        return name

    def _is_for_us(self) -> bool:
        """Whether the browser asked for this machine by its own name.

        A stranger's page may give its own name this machine's address and then read what is here as if it
        were the stranger's (DNS rebinding): the browser still sends the stranger's name.
        """
        own = {f"{name}:{self.pages.port}" for name in (HOST, "localhost")}
        if self.pages.port == 80:
            own |= {HOST, "localhost"}
        named = self.headers.get_all("Host", [])
        return len(named) == 1 and named[0].lower() in own

    def _begin(self, kind: str, *, length: int | None = None) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_changes(self, name: str) -> None:
        self._begin("text/event-stream")
        version: str | None = None
        while True:
            newer = self.pages.newer(name, version)
            if self.pages.closed:
                return
            self.wfile.write(b": still here\n\n" if newer is None else f"data: {newer}\n\n".encode())
            version = version if newer is None else newer
