"""A real browser for the pages. Without one those tests are skipped, and say so."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.drawing.picture import USUAL, Picture
from argmap.model.build import parse
from argmap.pages.page import to_page
from argmap.reasoning.standing import judge

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_SERVER_GONE = "ERR_"  # what the browser says once the server has ended

Opened = Any  # a Playwright page; the library is there only where the tests' needs are installed


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """What starts browsers: there can be only one in a process."""
    if CHROMIUM is None:
        pytest.skip("this machine has no Chromium: no `chromium` on PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser with a new profile, which may not reach any network."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=CHROMIUM,
        args=_ARGUMENTS,
        offline=True,
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a map written in the language; fails when the page complained of anything."""
    complaints: list[str] = []
    pages = []

    def open_page(
        source: str,
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        picture: Picture = USUAL,
    ) -> Opened:
        argument_map = parse(source)
        path = tmp_path / f"page-{len(pages)}.html"
        path.write_bytes(to_page(argument_map, judge(argument_map), picture=picture))
        page = browser.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on(
            "request", lambda request: complaints.append(request.url) if "file:" not in request.url else 0
        )
        page.goto(path.as_uri())
        return page

    yield open_page
    for page in pages:
        page.close()
    assert complaints == []


@pytest.fixture
def browser_page(playwright: Any, tmp_path: Path) -> Iterator[Any]:
    """A page of a real browser that reaches this machine and no other; fails when it complained."""
    complaints: list[str] = []
    only_here = ["--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=CHROMIUM, args=[*_ARGUMENTS, *only_here]
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    context.close()
    assert [words for words in complaints if _SERVER_GONE not in words] == []


@pytest.fixture
def editor_page(playwright: Any, tmp_path: Path) -> Iterator[Any]:
    """A page of a real browser, which fails when anything goes wrong in it or is refused to it."""
    complaints: list[str] = []
    only_here = ["--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=CHROMIUM, args=[*_ARGUMENTS, *only_here]
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("console", lambda message: message.type != "error" or complaints.append(message.text))
    yield page
    context.close()
    assert complaints == []
