"""An argument with the standings that it must have."""

from dataclasses import dataclass, field
from textwrap import dedent

from argmap.reasoning.verdicts import Decision


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    stands: str = ""
    falls: str = ""
    open: str = ""
    verdicts: dict[str, Decision] = field(default_factory=dict)

    def source(self) -> str:
        return dedent(self.text)

    def expected(self) -> dict[str, str]:
        kinds = (("stands", self.stands), ("falls", self.falls), ("open", self.open))
        return {label: standing for standing, labels in kinds for label in labels.split()}
