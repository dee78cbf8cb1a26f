"""R601 unknown-code: an `allow:` names a code that no message has.

Why: `allow:` keeps a message from being given, and with a code that does not exist it keeps nothing: the
message that was meant comes back, or was never there. `argmap explain` lists the codes.

Bad:
    question who: Who lost the war? {allow: R110 R910}
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts

Good:
    question who: Who lost the war? {allow: R110}
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts
"""

import re
from collections.abc import Iterator, Sequence

from argmap.model.map import ArgumentMap
from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.spans import Span

CODE = "R601"

_ALLOW = re.compile(r"\ballow\s*:")


def check(judged: Judged) -> Iterator[Diagnostic]:
    for codes, span in _allowances(judged.map):
        for code in dict.fromkeys(codes):
            hints = _unknown(code)
            if hints:
                place = _place(judged.map, span, code)
                yield Diagnostic(CODE, Severity.WARNING, f"no message has the code {code}", place, hints)


def _unknown(code: str) -> tuple[str, ...]:
    """What to do about a code that does not exist; nothing for one that does."""
    # The list of codes holds this check too, and most maps allow nothing: it is read when it is needed.
    from argmap.reasoning.codes import codes_of, near_codes

    if codes_of(code):
        return ()
    near = near_codes(code)
    return (f"did you mean {' or '.join(near)}?" if near else "`argmap explain` lists the codes",)


def _allowances(argument_map: ArgumentMap) -> Iterator[tuple[Sequence[str], Span]]:
    """The codes that the header, claims and questions allow, each with where they stand."""
    if argument_map.allow and argument_map.allow_span is not None:
        yield argument_map.allow, argument_map.allow_span
    for claim in argument_map.claims.values():
        if claim.allow:
            yield claim.allow, claim.span
    for question in argument_map.questions.values():
        if question.allow:
            yield question.allow, question.span


def _place(argument_map: ArgumentMap, span: Span, code: str) -> Span:
    """Where the code stands; the whole line when its text is not at hand."""
    source = argument_map.texts.get(span.file)
    if source is None:
        return span
    # A claim's own words may hold the code too: what counts comes after its `allow:`.
    allow = _ALLOW.search(source.text, span.start, span.stop)
    found = re.compile(rf"\b{code}\b").search(source.text, allow.end() if allow else span.start, span.stop)
    return Span(span.file, *found.span()) if found else span
