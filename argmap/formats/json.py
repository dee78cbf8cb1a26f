"""A map as JSON and back: everything that the map says, for other programs.

The form is published as a JSON Schema (draft 2020-12) in `argmap.schema.json` beside this module.
"""

from typing import Any

from argmap.model.map import ArgumentMap

SCHEMA = "urn:argmap:map:1"
"""The identifier of the published schema."""
VERSION = 1
"""Of the form; a change that takes something away raises it."""


class JsonError(Exception):
    """A text is not a map in our JSON form; the message says where and what is wrong."""


def to_json(argument_map: ArgumentMap) -> str:
    """The map as an indented JSON document with its messages, without the texts it was read from.

    What nobody wrote (empty, absent or false values) is left out of the map's parts. Offsets count code
    points from 0.
    """
    from argmap.formats.json_classes import converter
    from argmap.formats.json_text import json_text

    return json_text({"$schema": SCHEMA, "version": VERSION, **converter().unstructure(argument_map)})


def from_json(text: str) -> ArgumentMap:
    """The map that `to_json` wrote: equal to the one given to it, with the same messages.

    Raises `JsonError` for anything that is not such a document, unknown keys and references to claims,
    steps or sections that are not there included.
    """
    from argmap.formats.json_classes import structured
    from argmap.formats.json_integrity import faults

    document = _document(text)
    document.pop("$schema", None)
    version = document.pop("version", None)
    if version != VERSION or isinstance(version, bool):
        raise JsonError(f"$.version: this program reads version {VERSION}, the document says {version!r}")
    try:
        argument_map = structured(document)
    except ValueError as error:
        raise JsonError(str(error)) from error
    for fault in faults(argument_map):
        raise JsonError(fault)
    return argument_map


def _document(text: str) -> dict[str, Any]:
    import json

    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise JsonError(f"line {error.lineno}, column {error.colno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise JsonError("not a map: brackets are nested too deeply") from error
    except ValueError as error:
        raise JsonError(f"not JSON: {error}") from error
    if not isinstance(document, dict):
        raise JsonError("$: a map is an object, in curly brackets")
    return document


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")
