"""Messages as GitHub's workflow commands, which mark the lines of a pull request."""

from collections.abc import Iterable, Mapping

from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.text import SourceText

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github_report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, SourceText]) -> str:
    """One `::error file=...,line=...,col=...,endColumn=...,title=CODE::message` line a message.

    The commands and their escapes are those of "Workflow commands for GitHub Actions". Hints are
    `notice`; hints for mending follow the message on lines of their own. Columns count from 1, the end
    exclusive.
    """
    return "".join(f"{_command(diagnostic, texts)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, texts: Mapping[str, SourceText]) -> str:
    properties = {"file": diagnostic.span.file, **_place(diagnostic, texts), "title": diagnostic.code}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = "\n".join([diagnostic.message, *(f"help: {hint}" for hint in diagnostic.hints)])
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(message)}"


def _place(diagnostic: Diagnostic, texts: Mapping[str, SourceText]) -> dict[str, str]:
    source = texts.get(diagnostic.span.file)
    if source is None:
        return {}
    line, column = source.position(diagnostic.span.start)
    end_line, end_column = source.position(diagnostic.span.stop)
    if line != end_line:
        # GitHub takes columns only where the message keeps to one line.
        return {"line": str(line), "endLine": str(end_line)}
    return {"line": str(line), "col": str(column), "endColumn": str(end_column)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
