"""The editor in a browser: what is typed arrives, nobody else is let in, and it ends in order."""

import http.client
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TEXT = "thesis main: Russia wants a partner\n"


class Served:
    """An editor that is served, by its command."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.file = folder / "debate.argmap"
        self.file.write_text(TEXT, encoding="utf-8")
        (folder / "argmap").mkdir(exist_ok=True)
        (folder / "argmap" / "first-start").touch()
        places = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "argmap", *command, str(self.file), "--serve"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **places},
            start_new_session=True,
        )
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        assert ready, "no address was printed"
        self.line = self.process.stdout.readline()
        self.address = self.line.split()[0]

    def ended_by(self, number: int) -> int:
        """The exit status after a signal."""
        self.process.send_signal(number)
        return self.process.wait(timeout=20)

    def editors(self) -> list[int]:
        """The editors that run on the file, served or left behind."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != self.process.pid:
                try:
                    words = (entry / "cmdline").read_bytes()
                except OSError:
                    continue
                if str(self.file).encode() in words and b"--serve" not in words:
                    found.append(int(entry.name))
        return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    server = Served(tmp_path, "edit")
    yield server
    if server.process.poll() is None:
        server.process.kill()
    server.process.wait()
    for editor in server.editors():
        os.kill(editor, signal.SIGKILL)


def until(holds: Any, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it has not come to that"
        time.sleep(0.05)


def ready(editor_page: Any) -> None:
    """Until the editor is shown and has the keys."""
    editor_page.wait_for_selector("body.-first-byte")
    editor_page.wait_for_selector(".xterm-helper-textarea:focus", state="attached")
    editor_page.wait_for_timeout(1000)  # the screen is a picture, in which nothing can be waited for


def status(address: str, **headers: str) -> int:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", parts.path, headers=headers)
    found = connection.getresponse().status
    connection.close()
    return found


def test_what_is_typed_in_the_browser_is_saved_by_ctrl_s(served: Served, editor_page: Any) -> None:
    asked: list[str] = []
    editor_page.on("request", lambda request: asked.append(request.url))
    editor_page.goto(served.address)
    until(served.editors)
    ready(editor_page)
    editor_page.keyboard.type("# by hand\n")
    editor_page.wait_for_timeout(300)
    editor_page.keyboard.press("Control+s")
    until(lambda: served.file.read_text(encoding="utf-8") == "# by hand\n" + TEXT)
    # A page fetches nothing from elsewhere, fonts neither.
    here = urlsplit(served.address).netloc
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {here}
    editor_page.goto("about:blank")
    until(lambda: not served.editors())
    assert served.ended_by(signal.SIGINT) == 0


def test_its_own_address_is_said_and_other_names_and_pages_are_refused(served: Served) -> None:
    assert served.line == f"{served.address} shows the editor; Ctrl-C ends it\n"
    assert served.address.startswith("http://127.0.0.1:")
    assert status(served.address) == 200
    port = urlsplit(served.address).port
    socket = served.address + "ws"
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    upgrade["Sec-WebSocket-Key"] = "AAAAAAAAAAAAAAAAAAAAAA=="
    assert status(served.address, Host=f"evil.example:{port}") == 403
    assert status(served.address, Origin="http://evil.example") == 403
    assert status(socket, Origin="http://evil.example", **upgrade) == 403
    assert status(socket, Origin=f"https://127.0.0.1:{port}", **upgrade) == 403
    assert status(socket, Origin="null", **upgrade) == 403
    assert status(f"http://127.0.0.1:{port}/") == 404
    assert status(f"http://127.0.0.1:{port}/ws", **upgrade) == 404
    assert not served.editors()


def test_it_ends_with_a_page_open_and_leaves_no_editor(served: Served, editor_page: Any) -> None:
    editor_page.goto(served.address)
    until(served.editors)
    ready(editor_page)
    assert served.ended_by(signal.SIGTERM) == 0
    until(lambda: not served.editors())


def test_what_was_typed_is_kept_when_the_server_is_killed(
    served: Served, editor_page: Any, tmp_path: Path
) -> None:
    editor_page.goto(served.address)
    until(served.editors)
    ready(editor_page)
    editor_page.keyboard.type("# unsaved ")
    editor_page.wait_for_timeout(1500)
    served.ended_by(signal.SIGKILL)
    until(lambda: not served.editors())
    kept = [path.read_text(encoding="utf-8") for path in tmp_path.glob("argmap/recovery/*") if path.is_file()]
    assert any("# unsaved" in text for text in kept)


def test_a_review_is_served_too(tmp_path: Path, editor_page: Any) -> None:
    server = Served(tmp_path, "review", "--as", "ana")
    try:
        editor_page.goto(server.address)
        until(server.editors)
        ready(editor_page)
        editor_page.keyboard.press("r")
        until((tmp_path / "debate.ana.review.argmap").exists)
    finally:
        status_at_end = server.ended_by(signal.SIGTERM)
    assert status_at_end == 0
