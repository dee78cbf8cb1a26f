"""The map's classes to and from JSON's objects, arrays and plain values."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from argmap.model.map import ArgumentMap

_PROBLEMS_SHOWN = 5


@cache
def converter() -> Converter:
    """A converter that leaves out what nobody wrote, and refuses unknown keys and values of a wrong kind."""
    made = make_converter(omit_if_default=True, forbid_extra_keys=True)
    for kind, accepted in ((str, str), (int, int), (float, int | float), (bool, bool)):
        made.register_structure_hook(kind, _exactly(kind, accepted))
    made.register_unstructure_hook(
        ArgumentMap,
        make_dict_unstructure_fn(ArgumentMap, made, _cattrs_omit_if_default=False, texts=override(omit=True)),
    )
    made.register_structure_hook(
        ArgumentMap,
        make_dict_structure_fn(ArgumentMap, made, _cattrs_forbid_extra_keys=True, texts=override(omit=True)),
    )
    return made


def structured(document: Mapping[str, Any]) -> ArgumentMap:
    """The map of a document; ValueError with the places (`$.claims['west'].text`) and what is wrong there."""
    try:
        return converter().structure(document, ArgumentMap)
    except BaseValidationError as error:
        problems = transform_error(error)
        more = len(problems) - _PROBLEMS_SHOWN
        lines = [*problems[:_PROBLEMS_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        raise ValueError("\n".join(lines)) from error


def _exactly(kind: type, accepted: Any) -> Any:
    """A hook that takes values as they are: cattrs would make a string of any number."""

    def structure(value: object, _: type) -> object:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"{value!r:.40} is no {kind.__name__}")
        return kind(value)

    return structure
