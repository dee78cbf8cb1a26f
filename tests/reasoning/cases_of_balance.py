"""Rules 4, 5 and 7: standards, each just met and just missed, and loops. See `cases` for the weights."""

from case import Case

from argmap.reasoning.verdicts import ACCEPT


def _standard(standard: str, reason: str, objection: str) -> str:
    """A thesis `t` under a standard, with one reason `r` and perhaps one objection `o` of these strengths."""
    lines = [f"thesis t: T {{standard: {standard}}}", f"  because r: R {{{reason}}}"]
    return "\n".join(lines + ([f"  but o: O {{{objection}}}"] if objection else []))


BALANCE = (
    # Rule 4: each standard just met and just missed.
    Case(
        "preponderance is met by any lead", _standard("preponderance", "strong", "moderate"), stands="t r o"
    ),
    Case(
        "preponderance is missed by a tie",
        _standard("preponderance", "strong", "strong"),
        stands="r o",
        open="t",
    ),
    Case(
        "a lead the other way is a denial",
        _standard("preponderance", "weak", "moderate"),
        stands="r o",
        falls="t",
    ),
    Case(
        "clear and convincing is met by a lead of fifty",
        _standard("clear-and-convincing", "conclusive", "moderate"),
        stands="t r o",
    ),
    Case(
        "clear and convincing is missed by a lead of thirty",
        _standard("clear-and-convincing", "strong", "moderate"),
        stands="r o",
        open="t",
    ),
    Case(
        "beyond reasonable doubt is met by a lead of fifty over less than thirty",
        _standard("beyond-reasonable-doubt", "strong", "weak"),
        stands="t r o",
    ),
    Case(
        "beyond reasonable doubt is missed by a doubt of fifty",
        _standard("beyond-reasonable-doubt", "conclusive", "moderate"),
        stands="r o",
        open="t",
    ),
    # x = 50, y = 100: the denial leads by fifty.
    Case(
        "clear and convincing is met by the denial",
        _standard("clear-and-convincing", "moderate", "conclusive"),
        stands="r o",
        falls="t",
    ),
    # x = 50, y = 20: the doubt is less than thirty, but the lead is thirty, not fifty.
    Case(
        "beyond reasonable doubt is missed by a lead of thirty",
        _standard("beyond-reasonable-doubt", "moderate", "weak"),
        stands="r o",
        open="t",
    ),
    # x = 20, y = 80: the denial leads by sixty over twenty.
    Case(
        "beyond reasonable doubt is met by the denial",
        _standard("beyond-reasonable-doubt", "weak", "strong"),
        stands="r o",
        falls="t",
    ),
    Case(
        "dialectical validity is met by the denial when nothing applies for it",
        # t: x = 0 (r is denied by its own word), y = 20. Its own word is nothing, as it has a reason.
        """
        claim t: T {standard: dialectical-validity}
          because r: R {3%}
          but o: O {weak}
        """,
        stands="o",
        falls="r t",
    ),
    Case(
        "what does not apply is no objection under dialectical validity",
        # o is undercut by u (97): y = 0.
        """
        claim t: T {standard: dialectical-validity}
          because r: R {weak}
          but o: O {conclusive}
          unless u: U {97%}
        """,
        stands="t r o u",
    ),
    Case(
        "weights are compared in whole per cents",
        # t: own word 69.6, counted as 70, against 20: a lead of fifty. u: 69.4 counts as 69.
        """
        map M
          standard: clear-and-convincing
        claim t: T {69.6%}
          but o: O {weak, standard: preponderance}
        claim u: U {69.4%}
          but @o {weak}
        """,
        stands="t o",
        open="u",
    ),
    Case(
        "a likelihood is weighed under the standard",
        # t: a reason of 100 against its own 70 is thirty apart. u: its own 80 against 0.
        """
        claim t: T {30%, standard: clear-and-convincing}
          because r: R {conclusive}
        claim u: U {80%, standard: clear-and-convincing}
        """,
        stands="r u",
        open="t",
    ),
    Case(
        "dialectical validity is met when nothing applies against",
        _standard("dialectical-validity", "weak", ""),
        stands="t r",
    ),
    Case(
        "dialectical validity is missed by the weakest objection",
        _standard("dialectical-validity", "conclusive", "weak"),
        stands="r o",
        open="t",
    ),
    Case(
        "the map's standard counts where a claim names none",
        # a: 80 against 50 is no lead of fifty. b: its own standard asks for any lead.
        """
        map M
          standard: clear-and-convincing
        claim a: A
          because a1: R {strong}
          but a2: O
        claim b: B {standard: preponderance}
          because b1: R {strong}
          but b2: O
        """,
        stands="a1 a2 b b1 b2",
        open="a",
    ),
    # Rules 5 and 7: loops.
    Case(
        "claims that only support each other depend on themselves",
        # a has the one reason b and b the one reason a: neither is ever decided.
        """
        claim a: A
          because b: B
        claim @b
          because @a
        """,
        open="a b",
    ),
    Case(
        "claims that attack each other with more than their word are left open",
        # each: x = 50, y at most 80: in or denied, as the other goes.
        """
        claim a: A
          but b: B {strong}
        claim @b
          but @a {strong}
        """,
        open="a b",
    ),
    Case(
        "a loop is decided as soon as it can no longer change the outcome",
        # a: x = 100 for sure, y at most 50, whatever b does: in. Then b: x = 50, y = 50.
        """
        claim a: A
          because r: R {conclusive}
          but b: B
        claim @b
          but @a
        """,
        stands="a r",
        open="b",
    ),
    Case(
        "an objection that no reason in a loop can outweigh decides",
        # a: x at most 50 (by b, which waits for a), y = 80 for sure: denied. So b has x = y = 0.
        """
        claim a: A
          because b: B
          but o: O {strong}
        claim @b
          because @a
        """,
        stands="o",
        falls="a",
        open="b",
    ),
    Case(
        "what rests on a loop is open, what does not need it is decided",
        # c rests on a alone: undecided. d has a conclusive reason beside it: in.
        """
        claim a: A
          because b: B
        claim @b
          because @a
        claim c: C
          because @a
        claim d: D
          because @a
          because r: R
        """,
        stands="d r",
        open="a b c",
    ),
    Case(
        "a verdict opens a loop",
        """
        claim a: A
          because b: B
        claim @b
          because @a
        """,
        stands="a b",
        verdicts={"a": ACCEPT},
    ),
)
