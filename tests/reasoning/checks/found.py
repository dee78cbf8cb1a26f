"""What a check finds in a text, for the tests of the checks."""

import argmap
from argmap.reasoning.checking import Selection, check_reasoning
from argmap.source.diagnostics import Diagnostic


def found(text: str, code: str) -> tuple[Diagnostic, ...]:
    """The messages with this code. The text must have no errors."""
    argument_map = argmap.parse(text)
    assert argument_map.errors == ()
    return check_reasoning(argument_map, Selection(select=(code,)))


def marked(text: str, code: str) -> list[str]:
    """The places that the messages with this code mark, in order."""
    return [text[message.span.start : message.span.stop] for message in found(text, code)]


def messages(text: str, code: str) -> list[str]:
    """The sentences of the messages with this code."""
    return [message.message for message in found(text, code)]
