"""A document as indented JSON text that any UTF-8 file can hold."""

import re
from collections.abc import Mapping


def json_text(document: Mapping[str, object]) -> str:
    """The document, indented, its last line ended; half of a surrogate pair is escaped."""
    import json

    # UTF-8 cannot hold half of a surrogate pair; JSON's escapes can.
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
