"""The lines of the table that the benchmarks fill."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A line of the table. `limit` is the largest `value` that we accept, where there is one."""

    what: str
    figures: str
    value: float
    limit: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the value keeps its limit."""
        if self.limit is None:
            return ""
        return "kept" if self.value <= self.limit else "MISSED"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | figures | value | limit | |", "|---|---|---|---|---|"]
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:g}"
        lines.append(f"| {row.what} | {row.figures} | {row.value:.3g} | {limit} | {row.verdict} |")
    return "\n".join(lines) + "\n"
