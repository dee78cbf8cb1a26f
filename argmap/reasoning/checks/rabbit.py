"""R405 rabbit: the conclusion speaks of something that no premise mentions.

Why: No rabbit comes out of a hat that nobody put in. In a step that claims to be conclusive, every
significant word of the conclusion must come from a premise; where one does not, a premise is missing. This
is the rabbit rule of van Gelder and of Rationale. It looks at standard form, at steps called `conclusive`,
and at deductive schemes, and compares words by their stems; words of the same meaning it does not know.

Bad:
    1. Socrates is a philosopher
    2. All men are mortal
    3. Socrates is mortal and wise (1, 2)

Good:
    1. Socrates is a man
    2. All men are mortal
    3. Socrates is mortal (1, 2)
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import listed
from argmap.reasoning.wording.matching import MOST_TERMS, deductions, quoted_terms, rabbits
from argmap.reasoning.wording.passages import part_place
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R405"


def check(judged: Judged) -> Iterator[Diagnostic]:
    if judged.language is None:
        return
    for step in deductions(judged.map, judged.language):
        new = rabbits(step)
        if not new:
            continue
        stands = "stands" if len(new) == 1 else "stand"
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"{listed(quoted_terms(new), most=MOST_TERMS)} {stands} in the conclusion and in no premise",
            part_place(judged.map, step.target, new[0].start, new[0].stop),
            ("add the premise that brings it in, or say in the premises what the conclusion says",),
            () if step.inference.span == step.target.span else (Label(step.inference.span, "of this step"),),
        )
