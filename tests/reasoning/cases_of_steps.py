"""Rules 1 to 3: verdicts, the author's own word, and when a step applies. See `cases` for the weights."""

from case import Case

from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT

STEPS = (
    # Rule 1. Accepted, rejected and doubted against every reason.
    Case(
        "a verdict goes before reasons and objections",
        # a: x = 80, y = 0, but rejected. b: x = 0, y = 80, but accepted. c: x = 80, but doubted.
        """
        claim a: A
          because a1: R {strong}
        claim b: B
          but b1: O {strong}
        claim c: C
          because c1: R {strong}
        """,
        stands="b a1 b1 c1",
        falls="a",
        open="c",
        verdicts={"a": REJECT, "b": ACCEPT, "c": DOUBT},
    ),
    Case(
        "what a rejected premise carried falls away",
        # r is denied: the reason does not apply. t has a reason, so its own word is nothing: x = y = 0.
        """
        thesis t: T
          because r: R
        """,
        falls="r",
        open="t",
        verdicts={"r": REJECT},
    ),
    # Rule 2.
    Case(
        "an assertion without reasons stands by its author's word",
        # a: own word 50 against 0. b: 50 against a moderate 50 is no lead. c: 50 against 80.
        # d: 50 against a weak 20.
        """
        claim a: A
        claim b: B
          but b1: O
        claim c: C
          but c1: O {strong}
        claim d: D
          but d1: O {weak}
        """,
        stands="a b1 c1 d d1",
        falls="c",
        open="b",
    ),
    Case(
        "a likelihood is a reason or an objection of its weight",
        # a: reason of 80. b: objection of 80. c: neither, 0 against 0. d: 60 against the strong 80.
        # e: 90 against 80. f: objection of 60, reason of 80. g: objection of 90, reason of 80.
        """
        claim a: A {80%}
        claim b: B {20%}
        claim c: C {50%}
        claim d: D {60%}
          but d1: O {strong}
        claim e: E {90%}
          but e1: O {strong}
        claim f: F {40%}
          because f1: R {strong}
        claim g: G {10%}
          because g1: R {strong}
        """,
        stands="a e f d1 e1 f1 g1",
        falls="b d g",
        open="c",
    ),
    Case(
        "a likelihood goes beside reasons, an author's bare word does not",
        # a: reasons 20 and own 70, against 50. b: the reason of 20 replaces the word of 50, against 50.
        """
        claim a: A {70%}
          because a1: R {weak}
          but a2: O
        claim b: B
          because b1: R {weak}
          but b2: O
        """,
        stands="a a1 a2 b1 b2",
        falls="b",
    ),
    Case(
        "a claim that is only raised has nothing",
        # u: raised by `unless` alone, x = y = 0: open, so the step is not undercut. v cites, so it is
        # asserted: x = 50, the step is undercut, and s has nothing that applies.
        """
        source k: K
        thesis t: T
          because r: R
          unless u: U
        claim s: S
          because q: Q
          unless v: V [@k]
        """,
        stands="t r q v",
        open="u s",
    ),
    # Rule 3.
    Case(
        "linked premises count only together",
        # p and q: q has x = 50, y = 80, denied: the reason does not apply. t: x = 0 against 20.
        """
        thesis t: T
          because p: P
          and q: Q
            but o: O {strong}
          but w: W {weak}
        """,
        stands="p o w",
        falls="q t",
    ),
    Case(
        "warrants and assumptions must be in as well",
        # a: its warrant is denied (own word 97 against). b: its assumption is out (50 against 50).
        """
        claim a: A
          because a1: R
          since a2: W {3%}
        claim b: B
          because b1: R
          assuming b2: S
            but b3: O
        """,
        stands="a1 b1 b3",
        falls="a2",
        open="a b b2",
    ),
    Case(
        "an undercut blocks the step and nothing else",
        # u is certain enough (97 for it): the undercut applies, whatever its weight; t: x = 0 against 20.
        # r itself is untouched.
        """
        thesis t: T
          because r: R {conclusive}
          unless u: U {almost certain}
          but w: W {weak}
        """,
        stands="r u w",
        falls="t",
    ),
    Case(
        "an undercut of an undercut gives the step back",
        # v (97) undercuts the undercut by u: it is blocked, the reason applies: x = 50 against 20.
        """
        thesis t: T
          because r: R
          unless u: U {almost certain}
            unless v: V {almost certain}
          but w: W {weak}
        """,
        stands="t r u v w",
    ),
    Case(
        "a third undercut takes it away again",
        # w undercuts v's undercut: blocked; so u's applies; so the reason is blocked: x = 0 against 20.
        """
        thesis t: T
          because r: R
          unless u: U {almost certain}
            unless v: V {almost certain}
              unless w: W {almost certain}
          but o: O {weak}
        """,
        stands="r u v w o",
        falls="t",
    ),
    Case(
        "an undercut with two premises needs both",
        # u is certain, v only raised (0 against 0): the exception does not apply.
        """
        thesis t: T
          because r: R
          unless u: U {almost certain}
          and v: V
        """,
        stands="t r u",
        open="v",
    ),
    Case(
        "a failed critical question blocks the step",
        # honesty fails: a has x = 0 against 20; ok changes nothing: b has x = 50 against 20.
        """
        claim a: A
          because a1: R
          by position to know {honesty: fails}
          but a2: O {weak}
        claim b: B
          because b1: R
          by position to know {honesty: ok}
          but b2: O {weak}
        """,
        stands="a1 a2 b b1 b2",
        falls="a",
    ),
    Case(
        "an open question of the assumption kind keeps the step from applying",
        # position is an assumption: a has x = 0 against 20. honesty is an exception: b has x = 50.
        # c: the assumption is met.
        """
        claim a: A
          because a1: R
          by position to know {position: open}
          but a2: O {weak}
        claim b: B
          because b1: R
          by position to know {honesty: open}
          but b2: O {weak}
        claim c: C
          because c1: R
          by position to know {position: ok}
          but c2: O {weak}
        """,
        stands="a1 a2 b b1 b2 c c1 c2",
        falls="a",
    ),
    Case(
        "an assumption that fails blocks the step as an exception does",
        # position is an assumption: a has x = 0 against 20.
        """
        claim a: A
          because a1: R
          by position to know {position: fails}
          but a2: O {weak}
        """,
        stands="a1 a2",
        falls="a",
    ),
    Case(
        "the weight of an undercut plays no part",
        # The undercut weighs 20 and the reason 100; u is in, so the reason is blocked: x = 0 against 20.
        """
        thesis t: T
          because r: R {conclusive}
          unless u: U {almost certain} {weak}
          but w: W {weak}
        """,
        stands="r u w",
        falls="t",
    ),
    Case(
        "a step that is blocked is decided though a premise is not",
        # m and n wait for each other. The reason m is blocked by u (97), so t has x = 0 against 20 for sure.
        """
        claim m: M
          because n: N
        claim @n
          because @m
        thesis t: T
          because @m {conclusive}
          unless u: U {97%}
          but w: W {weak}
        """,
        stands="u w",
        falls="t",
        open="m n",
    ),
    Case(
        "a step that lacks a premise is decided though its undercut is not",
        # m and n wait for each other, and the undercut for m. But p is denied (97 against): x = 0 against 20.
        """
        claim m: M
          because n: N
        claim @n
          because @m
        thesis t: T
          because p: P {3%}
          unless @m
          but w: W {weak}
        """,
        stands="w",
        falls="p t",
        open="m n",
    ),
    Case(
        "a step whose undercut is not decided waits for it",
        # As above, but p is in: whether the reason is blocked depends on m. t: x = 50 or 0, against 20.
        """
        claim m: M
          because n: N
        claim @n
          because @m
        thesis t: T
          because p: P
          unless @m
          but w: W {weak}
        """,
        stands="p w",
        open="m n t",
    ),
)
