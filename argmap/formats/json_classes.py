"""The map's classes to and from JSON's objects, arrays and plain values."""

import enum
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeGuard, get_args

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from argmap.model.map import ArgumentMap
from argmap.source.diagnostics import Severity

_PROBLEMS_SHOWN = 5
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@cache
def converter() -> Converter:
    """A converter that leaves out what nobody wrote, and refuses unknown keys and values of a wrong kind."""
    made = make_converter(omit_if_default=True, forbid_extra_keys=True)
    for kind, accepted in ((str, str), (int, int), (float, int | float), (bool, bool)):
        made.register_structure_hook(kind, _exactly(kind, accepted))
    # An enumeration of strings would otherwise be taken for a string.
    made.register_structure_hook(Severity, lambda value, _: Severity(value))
    # The texts are files of their own, and a place in the header is of use only with its text.
    left_out = override(omit=True)
    made.register_unstructure_hook(
        ArgumentMap,
        make_dict_unstructure_fn(
            ArgumentMap,
            made,
            _cattrs_omit_if_default=False,
            texts=left_out,
            absent=left_out,
            allow_span=left_out,
        ),
    )
    made.register_structure_hook(
        ArgumentMap,
        make_dict_structure_fn(
            ArgumentMap,
            made,
            _cattrs_forbid_extra_keys=True,
            texts=left_out,
            absent=left_out,
            allow_span=left_out,
        ),
    )
    return made


def structured(document: Mapping[str, Any]) -> ArgumentMap:
    """The map of a document; ValueError with the places (`$.claims['west'].text`) and what is wrong there."""
    try:
        return converter().structure(document, ArgumentMap)
    except BaseValidationError as error:
        problems = transform_error(error, format_exception=_in_words)
        more = len(problems) - _PROBLEMS_SHOWN
        lines = [*problems[:_PROBLEMS_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        raise ValueError("\n".join(lines)) from error


def _in_words(error: BaseException, kind: type | None) -> str:
    """What is wrong with one value."""
    if isinstance(error, KeyError):
        return f"the key {error.args[0]!r} is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown key {', '.join(sorted(map(repr, error.extra_fields)))}"
    if words := get_args(kind) or (tuple(member.value for member in kind) if _is_enum(kind) else ()):
        return f"the value is none of {', '.join(map(str, words))}"
    return str(error)


def _is_enum(kind: type | None) -> TypeGuard[type[enum.Enum]]:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _exactly(kind: type, accepted: Any) -> Any:
    """A hook that takes values as they are: cattrs would make a string of any number."""

    def structure(value: object, _: type) -> object:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"the value is {_shortened(value)}, not {_KINDS[kind]}")
        return kind(value)

    return structure


def _shortened(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 40 else f"{written[:39]}…"
