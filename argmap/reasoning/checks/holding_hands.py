"""R406 holding-hands: a premise speaks of something that neither the conclusion nor another premise mentions.

Why: In a step that claims to be conclusive, premises hold hands: what one of them mentions is in the
conclusion, or another premise takes it up. A word that hangs in the air does no work, or a premise is
missing. The rule is van Gelder's and Rationale's, and applies where the rabbit rule (R405) finds nothing:
in standard form, in steps called `conclusive`, and in deductive schemes.

Bad:
    1. Socrates is a man from Athens
    2. All men are mortal
    3. Socrates is mortal (1, 2)

Good:
    1. Socrates is a man
    2. All men are mortal
    3. Socrates is mortal (1, 2)
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import listed
from argmap.reasoning.wording.matching import MOST_TERMS, deductions, loose_terms, quoted_terms, rabbits
from argmap.reasoning.wording.passages import part_place
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R406"


def check(judged: Judged) -> Iterator[Diagnostic]:
    if judged.language is None:
        return
    for step in deductions(judged.map, judged.language):
        if rabbits(step):
            continue
        loose = loose_terms(step)
        if not loose:
            continue
        premise, first = loose[0]
        words = quoted_terms([term for _, term in loose])
        stand = (
            "stands in one premise and nowhere"
            if len(loose) == 1
            else "stand each in one premise and nowhere"
        )
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"{listed(words, most=MOST_TERMS)} {stand} else in the step",
            part_place(judged.map, premise, first.start, first.stop),
            ("tie it to the conclusion or to another premise, or leave it out",),
            (Label(step.inference.span, "of this step"),),
        )
