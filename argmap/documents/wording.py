"""How claims, citations and steps are put into words in every document."""

from collections.abc import Iterable

from argmap.model.elements import Citation, Claim, Inference, Likelihood
from argmap.model.map import ArgumentMap

_SHORT = 40  # characters of an unlabelled claim that tell a reader which one is meant


def named_text(claim: Claim) -> str:
    """The claim's text after its label or number, as a reader sees them: `west: ...`, `1. ...`."""
    if claim.name is None:
        return claim.text
    return f"{claim.name}{'.' if claim.keyword == 'number' else ':'} {claim.text}"


def handle(claim: Claim) -> str:
    """The shortest way to point at a claim: `@west`, or the first words of an unlabelled one in quotes."""
    from argmap.model.reference_text import shorten

    return f"@{claim.label}" if claim.name else f"“{shorten(claim.text, limit=_SHORT)}”"


def citations_text(argument_map: ArgumentMap, citations: Iterable[Citation]) -> str:
    """Citations in short form, as the bibliography writes them: `Milliyet 2020; Aquinas 1274, I.2.3`."""
    from argmap.model.reference_text import cite_on

    return "; ".join(cite_on(argument_map, citation) for citation in citations)


def likelihood_text(likelihood: Likelihood) -> str:
    """The estimative word, or the figure in per cent."""
    return likelihood.word or f"{likelihood.value * 100:.4g}%"


def annotations(argument_map: ArgumentMap, claim: Claim | None, step: Inference | None = None) -> str:
    """What stands after a text: `[sources] {date, likelihood, strength} (by scheme) #tags`.

    Of the claim, of the step, or of both, each part after a space.
    """
    cited = f" [{citations_text(argument_map, claim.citations)}]" if claim and claim.citations else ""
    return cited + qualifications(claim, step)


def qualifications(claim: Claim | None, step: Inference | None = None) -> str:
    """What `annotations` says beside the sources: `{date, likelihood, strength} (by scheme) #tags`."""
    figures = [
        *(_claim_figures(claim) if claim else []),
        *([step.strength] if step and step.strength else []),
    ]
    parts = [f"{{{', '.join(figures)}}}"] if figures else []
    if step and step.scheme:
        answers = "".join(f"; {question} {answer}" for question, answer in step.critical_questions.items())
        parts.append(f"(by {step.scheme}{answers})")
    tags = dict.fromkeys([*(claim.tags if claim else ()), *(step.tags if step else ())])
    parts += [f"#{tag}" for tag in tags]
    return "".join(f" {part}" for part in parts)


def _claim_figures(claim: Claim) -> list[str]:
    from argmap.model.reference_text import date_text

    figures = [
        date_text(claim.on) if claim.on else "",
        likelihood_text(claim.likelihood) if claim.likelihood else "",
        f"standard: {claim.standard}" if claim.standard else "",
        f"reliability: {claim.reliability}" if claim.reliability else "",
    ]
    return [figure for figure in figures if figure]


def section_title(argument_map: ArgumentMap, section: str | None) -> str:
    """A section's title; what stands before the first section has none of its own."""
    if section is None:
        return "Outside the sections"
    return argument_map.sections[section].title
