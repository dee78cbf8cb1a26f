"""Text in double quotes, which is taken as it is."""

import re

QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')


def unquote(raw: str) -> str:
    r"""The text meant by `raw`: without quotes, and `\"` and `\\` undone, where it is quoted as a whole."""
    if raw[:1] == '"' and (match := QUOTED.fullmatch(raw)):
        return re.sub(r'\\(["\\])', r"\1", match[1])
    return raw
