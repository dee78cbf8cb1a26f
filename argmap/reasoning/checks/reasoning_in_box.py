"""R401 reasoning-in-box: a claim with a word such as `therefore` in it, which holds a step of reasoning.

Why: A claim says one thing that can be granted or denied. A step inside it can be neither: nothing can be
said for it, nor against it. Write the conclusion, and the reason below it. The words are known in English,
German, Turkish, French and Spanish; in quotation marks and brackets they are left in peace, and so is a
claim that stands in double quotes as a whole.

Bad:
    thesis mortal: Socrates is a man, therefore he is mortal

Good:
    thesis mortal: Socrates is mortal
      because man: Socrates is a man

Fix: makes the conclusion the claim, with a line `because` for the reason below it. What was cited or said
of the line stays with the conclusion. It is not offered where either part could not stand alone.
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.wording.passages import is_quoted, part_place, read
from argmap.reasoning.wording.signals import first_signal
from argmap.reasoning.wording.splitting import splitting
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R401"
_HINTS = {
    "conclusion": "write the conclusion only, and each reason on a line below it: `because ...`",
    "reason": "end the claim here, and write the reason on a line below it: `because ...`",
}
_FIRST = {
    "conclusion": "leave the word out; the reason stands on a line below: `because ...`",
    "reason": "begin with the conclusion, and write the reason on a line below it: `because ...`",
}


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map, language = judged.map, judged.language
    if language is None:
        return
    for claim in argument_map.claims.values():
        text = read(claim)
        found = first_signal(text, language)
        if found is None or is_quoted(argument_map, claim):
            continue
        hints = _FIRST if not text[: found.start].strip() else _HINTS
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"“{text[found.start : found.stop]}” puts a step of reasoning into the claim",
            part_place(argument_map, claim, found.start, found.stop),
            (hints[found.signal.leads_to],),
            fix=splitting(argument_map, claim, found, language),
        )
