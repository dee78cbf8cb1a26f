"""R403 two-claims-in-one: a claim that goes on after a semicolon, or with a second sentence.

Why: A reader may grant one and doubt the other, and has no place to say so. Give each a line: premises that
count only together are joined by `and`, reasons that count alone have a `because` each. Full stops of
abbreviations, initials and ordinal numbers end no sentence, and semicolons after a colon divide a list.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West; Moscow needs a partner

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
      and partner: Moscow needs a partner
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.wording.passages import is_quoted, part_place, read
from argmap.reasoning.wording.sentences import second_claim
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R403"


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map, language = judged.map, judged.language
    if language is None:
        return
    for claim in argument_map.claims.values():
        mark = second_claim(read(claim), language)
        if mark is None or is_quoted(argument_map, claim):
            continue
        yield Diagnostic(
            CODE,
            Severity.HINT,
            "a second claim begins here, and a reader may grant one without the other",
            part_place(argument_map, claim, *mark),
            ("give each a line of its own: `and` if they count only together, else `because` for each",),
        )
