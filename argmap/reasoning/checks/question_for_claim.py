"""R402 question-for-claim: a question where a claim should be.

Why: A question cannot be true or false, so nothing can be argued for it or against it. Write the answer
that you expect a reader to give. A question that the whole map is about has a line of its own: `question`.

Bad:
    thesis buy-in: Does Russia want Turkey on board?

Good:
    question on-board: Does Russia want Turkey on board?
      answer buy-in: It does
        because west: Georgia and Ukraine went West
      answer alone: It would rather act alone
        because held: Russia has held the region alone before
"""

import re
from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.wording.passages import is_quoted, part_place, read
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R402"
_ASKS = re.compile(r"(?<=[^\s(?!])\s*[?!]*\?[?!]*\Z")


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if judged.language is None:
        return
    for claim in argument_map.claims.values():
        text = read(claim).rstrip()
        mark = _ASKS.search(text, max(0, len(text) - 20)) if text.endswith(("?", "!")) else None
        if mark is None or is_quoted(argument_map, claim):
            continue
        yield Diagnostic(
            CODE,
            Severity.HINT,
            "this claim asks instead of saying something",
            part_place(argument_map, claim, 0, len(text)),
            ("write the answer that you mean; what the map is about is a `question`",),
        )
