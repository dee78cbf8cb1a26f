"""An exported page as it is shown while its map is being edited: with a script that reloads it."""

import html
import re
from importlib.resources import files

from argmap.pages.markup import attribute, text
from argmap.pages.policy import content_hash, policy

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_HEAD_ENDS = "</head>"


class NotOurPageError(Exception):
    """The file is no page that argmap exported."""


def live_page(page: bytes, version: str) -> bytes:
    """The page with the script that asks the page's own server whether `version` is still what it shows.

    Its policy allows this script too, and to ask that server; all else is forbidden as before. Raises
    NotOurPageError.
    """
    written = page.decode("utf-8", "replace")
    found = _POLICY.search(written)
    # The policy stands before all that a map's author wrote.
    ends = written.find(_HEAD_ENDS, found.end()) if found else -1
    if found is None or ends < 0:
        raise NotOurPageError
    script = live_script()
    allowed = attribute(_allowing(html.unescape(found[2]), script))
    element = f'<script data-version="{attribute(version)}">{script}</script>\n'
    return "".join(
        (
            written[: found.start(2)],
            allowed,
            written[found.end(2) : ends],
            element,
            written[ends:],
        )
    ).encode("utf-8", "replace")


def waiting_page(sentence: str) -> bytes:
    """A page that says why there is none yet; it can be made a live one."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{attribute(policy(""))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>argmap</title>\n</head>\n'
        f"<body>\n<p>{text(sentence)}</p>\n</body>\n</html>\n"
    ).encode()


def live_script() -> str:
    """The script that reloads the page."""
    return files("argmap.pages").joinpath("script/live.js").read_text(encoding="utf-8")


def _allowing(allowed: str, script: str) -> str:
    """The policy with one more script, and with the page's own server to ask."""
    directives = [directive.strip() for directive in allowed.split(";") if directive.strip()]
    own, nothing = f"'{content_hash(script)}'", " 'none'"
    # Beside another source `'none'` would count for nothing, and browsers complain of it.
    extended = [
        f"{directive.removesuffix(nothing)} {own}" if directive.startswith("script-src") else directive
        for directive in directives
    ]
    return "; ".join([*extended, "connect-src 'self'"])
