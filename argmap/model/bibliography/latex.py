"""LaTeX in the fields of a bibliography, turned into plain text."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

# Control characters and lone surrogates would break the output; spaces of every kind become one space.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_COMMAND = re.compile(r"\\[^\s]|(?<!\\)\$")
_BRACE = re.compile(r"(?<!\\)[{}]")
_ESCAPED_SIGN = re.compile(r"\\([&%$#_{}])")
_DOLLAR = re.compile(r"(?<!\\)\$")
_LINK_TARGET = re.compile(r"\\href\s*\{[^{}]*\}")
_PERCENT = re.compile(r"(?<!\\)%")
# The decoder takes some 50 microseconds a character of commands: a whole abstract at most.
_LONGEST = 5_000


def plain_text(text: str) -> str:
    """One line without anything that cannot be printed, in Unicode's composed form (NFC)."""
    printable = _UNPRINTABLE.sub("\ufffd", text).replace("\u00ad", "")
    return unicodedata.normalize("NFC", " ".join(printable.split()))


@lru_cache(maxsize=4096)
def decode(latex: str) -> str:
    """The text that a field shows: accents as letters, braces and formatting commands gone.

    Commands that read files or that nobody knows are not followed. Text that is no LaTeX at all comes
    back with its braces removed.
    """
    if not _COMMAND.search(latex):
        return plain_text(_punctuation(_BRACE.sub("", latex)))
    simple = _ESCAPED_SIGN.sub(r"\1", latex)
    if not _COMMAND.search(simple) or len(latex) > _LONGEST:
        return plain_text(_punctuation(_BRACE.sub("", simple)))
    prepared = _PERCENT.sub(r"\\%", _LINK_TARGET.sub("", latex))
    if len(_DOLLAR.findall(prepared)) % 2:
        prepared = _DOLLAR.sub(r"\\$", prepared)
    try:
        return plain_text(_decoder().latex_to_text(prepared))
    except Exception:
        # Broken or bottomless LaTeX makes the decoder fail in many ways; the reader is better served
        # by the field as written than by nothing.
        return plain_text(_BRACE.sub("", simple))


def verbatim(value: str) -> str:
    """An address or identifier: only the escapes that BibTeX files put into them are undone."""
    inner = re.sub(r"^\\url\s*\{(.*)\}$", r"\1", value.strip(), flags=re.DOTALL)
    unescaped = _ESCAPED_SIGN.sub(r"\1", _BRACE.sub("", inner)).replace("\\~{}", "~").replace("\\~", "~")
    return plain_text(unescaped).replace(" ", "")


def _punctuation(text: str) -> str:
    if "-" in text:
        text = text.replace("---", "—").replace("--", "–")
    if "`" in text or "''" in text:
        text = text.replace("``", "“").replace("''", "”")
    return text.replace("~", " ")


@cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    context = get_default_latex_context_db()
    plain = {"url": "%s", "LaTeX": "LaTeX", "TeX": "TeX"}
    # The day of reading is no part of the entry, and no file is read because an entry says so.
    never_followed = ("today", "input", "include")
    macros = [MacroTextSpec(name, simplify_repl=text) for name, text in plain.items()]
    macros += [MacroTextSpec(name, discard=True) for name in never_followed]
    context.add_context_category("bibliography", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)
