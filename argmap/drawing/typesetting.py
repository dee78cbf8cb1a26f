"""The one place that runs Typst: a fixed source with data beside it, made into pages."""

import re
from collections.abc import Mapping
from typing import Literal

from argmap.drawing.engine import DrawingError
from argmap.drawing.metrics import FONTS, is_measured

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def typst_language(tag: str | None) -> str:
    """The language of a BCP 47 tag as Typst takes it; English where the tag says none."""
    language = (tag or "").lower().split("-")[0]
    return language if _LANGUAGE.fullmatch(language) else "en"


def typeset_source(
    source: bytes,
    format: Literal["pdf", "png"],
    *,
    inputs: Mapping[str, str],
    dpi: float | None = None,
    machine_fonts: bool = False,
) -> bytes | list[bytes]:
    """What Typst makes of a source, which reads `inputs` as `sys.inputs`: a list for several PNG pages.

    `machine_fonts` says that it asks for a family of the machine's, which a text that our fonts lack needs as
    well. Nothing outside them and the fonts is read: no file, no package, no network. Raises DrawingError.
    """
    import tempfile

    import typst

    fonts = typst.Fonts(
        font_paths=[str(FONTS)],
        # Reading the machine's fonts takes time, and is of use only where ours will not do.
        include_system_fonts=machine_fonts or not is_measured("".join(set().union(*inputs.values()))),
    )
    try:
        folder = tempfile.TemporaryDirectory()
    except OSError as error:
        raise DrawingError(f"a temporary folder is needed, and none can be made: {error}") from error
    with folder as empty:
        try:
            made = typst.Compiler(
                source,
                root=empty,
                font_paths=fonts,
                sys_inputs=dict(inputs),
                package_path=empty,
                package_cache_path=empty,
            ).compile(format=format, ppi=dpi)
        except typst.TypstError as error:
            raise DrawingError(
                f"the page could not be made ({error}); please report this with the map"
            ) from error
        except BaseException as error:
            # What the renderer gives up on comes out of Rust as no Exception of Python's.
            if type(error).__name__ != "PanicException":
                raise
            raise DrawingError(
                f"the page could not be made: the renderer failed on a text ({error}); export SVG, and "
                "please report this with the map"
            ) from error
    assert made is not None  # it is, where no output file is named
    return made
