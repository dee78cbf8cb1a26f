"""The page as it is served while its map is edited: what it may do, who may see it, and that it reloads."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.model.build import parse
from argmap.pages.live import NotOurPageError, live_page, live_script, waiting_page
from argmap.pages.page import to_page
from argmap.pages.policy import content_hash
from argmap.pages.serving import PageServer
from argmap.reasoning.standing import judge

ROOT = Path(__file__).parents[2]


def page_of(text: str) -> bytes:
    argument_map = parse(text)
    return to_page(argument_map, judge(argument_map))


PAGE = page_of("map M\nthesis t: T\n")


@pytest.fixture
def server() -> Iterator[PageServer]:
    with PageServer(["m.html", "ö b.html"]) as server:
        yield server


def get(server: PageServer, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def directives(page: bytes) -> dict[str, str]:
    (policy,) = re.findall(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    parts = policy.decode().replace("&#x27;", "'").split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_the_exported_page_stays_as_it_is_and_the_shown_one_may_do_one_thing_more() -> None:
    exported, shown = directives(PAGE), directives(live_page(PAGE, "1"))
    assert "connect-src" not in exported
    assert shown.pop("connect-src") == "'self'"
    assert shown.pop("script-src") == f"{exported.pop('script-src')} '{content_hash(live_script())}'"
    assert shown == exported


def test_what_a_map_says_is_never_taken_for_a_part_of_the_page() -> None:
    said = '</head><meta http-equiv="Content-Security-Policy" content="script-src *">'
    page = live_page(page_of(f"map {said}\nthesis t: {said}\n"), "1")
    assert page.index(b"data-version") < page.index(b"<body>")
    assert "*" not in directives(page)["script-src"]


@pytest.mark.parametrize("page", [b"", b"<html><head></head></html>", b"\xff" * 100])
def test_a_page_of_another_origin_is_not_shown(page: bytes, server: PageServer) -> None:
    with pytest.raises(NotOurPageError):
        live_page(page, "1")
    server.show("m.html", page)
    assert b"nothing to show yet" in get(server, "/m.html")[1]


def test_a_waiting_page_says_why_whatever_it_says() -> None:
    page = live_page(waiting_page("<script>1</script>"), "1")
    assert b"<p>&lt;script&gt;1&lt;/script&gt;</p>" in page


def test_pages_are_shown_by_name_and_the_first_also_without(server: PageServer) -> None:
    server.show("m.html", PAGE)
    server.show("ö b.html", page_of("thesis x: The other\n"))
    assert server.address("ö b.html") == f"http://127.0.0.1:{server.port}/%C3%B6%20b.html"
    assert get(server, "/") == get(server, "/m.html")
    assert b"The other" in get(server, "/%C3%B6%20b.html")[1]
    assert get(server, "/m.html", "HEAD") == (200, b"")
    assert get(server, "/other.html")[0] == 404
    assert get(server, "/../../etc/passwd")[0] == 404
    assert get(server, "/m.html", "POST")[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", ""])
@pytest.mark.parametrize("path", ["/m.html", "/events/m.html"])
def test_who_asks_by_another_name_gets_nothing(server: PageServer, host: str, path: str) -> None:
    server.show("m.html", PAGE)
    status, answer = get(server, path, Host=host.format(port=server.port))
    assert status == 421
    assert b"thesis" not in answer


def test_only_this_machine_is_listened_to(server: PageServer) -> None:
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("this system does not list its open ports in /proc")
    entries = [line.split()[1] for line in table.read_text().splitlines()[1:]]
    listening = [entry for entry in entries if entry.endswith(f":{server.port:04X}")]
    assert listening == [f"0100007F:{server.port:04X}"]


def test_a_change_is_sent_at_once_to_everybody_who_waits(server: PageServer) -> None:
    server.show("m.html", PAGE)
    connections = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=10) for _ in range(3)]
    waiting = []
    for connection in connections:
        connection.request("GET", "/events/m.html")
        waiting.append(connection.getresponse())
    first = {answer.readline() + answer.readline() for answer in waiting}
    server.show("m.html", page_of("thesis t: New\n"))
    second = {answer.readline() + answer.readline() for answer in waiting}
    assert len(first) == len(second) == 1
    assert first != second
    for connection in connections:
        connection.close()


def test_a_server_that_is_closed_lets_everybody_go_and_its_threads_end() -> None:
    with PageServer(["m.html"]) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", "/events/m.html")
        answer = connection.getresponse()
    answer.read()
    connection.close()
    stop = time.monotonic() + 10
    while any("process_request_thread" in thread.name for thread in threading.enumerate()):
        assert time.monotonic() < stop
        time.sleep(0.01)


@pytest.mark.slow
def test_a_browser_shows_each_new_page_without_being_asked(browser_page: Any, server: PageServer) -> None:
    browser_page.goto(server.address("m.html"))
    browser_page.get_by_text("nothing to show yet").wait_for(timeout=20_000)
    for title in ("The first", "The second", "The third"):
        server.show("m.html", page_of(f"map {title}\nthesis t: T\n"))
        browser_page.get_by_role("heading", name=title).wait_for(timeout=20_000)


@pytest.mark.slow
def test_a_saved_map_is_seen_in_the_browser_and_the_exported_file_knows_nothing_of_it(
    browser_page: Any, tmp_path: Path
) -> None:
    (tmp_path / "m.argmap").write_text("map The first\nthesis t: T\n")
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "watch", "m.argmap", "-o", "m.html"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    ) as watcher:
        assert watcher.stderr is not None
        address = re.search(r"http://\S+", watcher.stderr.readline())
        assert address
        browser_page.goto(address[0])
        for title in ("The second", "The third"):
            (tmp_path / "m.argmap").write_text(f"map {title}\nthesis t: T\n")
            browser_page.get_by_role("heading", name=title).wait_for(timeout=20_000)
        browser_page.locator("#canvas svg").wait_for(timeout=20_000)
        watcher.terminate()
        assert watcher.wait(20) == 0
    page = (tmp_path / "m.html").read_bytes()
    assert b"The third" in page
    assert "connect-src" not in directives(page)
    assert b"EventSource" not in page
