"""Rule 6: answers and their rivals. See `cases` for the weights."""

from case import Case

from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT

QUESTIONS = (
    # Rule 6: questions.
    Case(
        "the answer with the heaviest reason stands and the others fall",
        # a 80, b 50: both survive, a beats b. c has nothing (raised, no reason): out, and falls with b.
        """
        question q: Q
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R
          answer c: C
        """,
        stands="a a1 b1",
        falls="b c",
    ),
    Case(
        "without a winner the survivors are open and the rest stay as judged",
        # a 50 and b 50: no lead. c: x = 0, y = 20: denied, and stays so.
        """
        question q: Q
          answer a: A
            because a1: R
          answer b: B
            because b1: R
          answer c: C
            but c1: O {weak}
        """,
        stands="a1 b1 c1",
        falls="c",
        open="a b",
    ),
    Case(
        "a lone survivor wins",
        # a: x = 50. b: x = 20, y = 80: denied.
        """
        question q: Q
          answer a: A
            because a1: R
          answer b: B
            because b1: R {weak}
            but b2: O {strong}
        """,
        stands="a a1 b1 b2",
        falls="b",
    ),
    Case(
        "the standard of the question sets survivors against each other",
        # a 80 and b 50: a lead, but not of fifty.
        """
        question q: Q {standard: clear-and-convincing}
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R
        """,
        stands="a1 b1",
        open="a b",
    ),
    Case(
        "an accepted answer makes the others fall without being weighed",
        """
        question q: Q
          answer a: A
          answer b: B
            because b1: R {conclusive}
        """,
        stands="a b1",
        falls="b",
        verdicts={"a": ACCEPT},
    ),
    Case(
        "a rejected answer leaves the field to the others",
        # b 50 is the only survivor once a is rejected.
        """
        question q: Q
          answer a: A
            because a1: R {conclusive}
          answer b: B
            because b1: R
        """,
        stands="a1 b b1",
        falls="a",
        verdicts={"a": REJECT},
    ),
    Case(
        "two accepted answers both stand, as the reader says",
        """
        question q: Q
          answer a: A
          answer b: B
          answer c: C
            because c1: R
        """,
        stands="a b c1",
        falls="c",
        verdicts={"a": ACCEPT, "b": ACCEPT},
    ),
    Case(
        "an answer to two questions stands only by both",
        # q: a 80 beats b 50. p: a 80 against c 80, no winner, a is open. Together: a is open.
        """
        question q: Q
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R
        question p: P
          answer @a
          answer c: C
            because c1: R {strong}
        """,
        stands="a1 b1 c1",
        falls="b",
        open="a c",
    ),
    Case(
        "answers wait until all their reasons are decided",
        # a is in by a1 whatever l does, but l could still make it outweigh b: the question waits.
        """
        question q: Q
          answer a: A
            because a1: R
            because l: L {conclusive}
          answer b: B
            because b1: R {strong}
        claim @l
          because m: M
        claim @m
          because @l
        """,
        stands="a1 b1",
        open="a b l m",
    ),
    Case(
        "what rests on an answer follows its rivalry",
        # a wins over b, so s has x = 50; b falls, so r has only the weak objection.
        """
        question q: Q
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R
        claim s: S
          because @a
        claim r: R
          because @b
          but r1: O {weak}
        """,
        stands="a a1 b1 s r1",
        falls="b r",
    ),
    Case(
        "a doubted answer is open and no rival",
        # a is out by the reader, whatever its 100; b is the only survivor.
        """
        question q: Q
          answer a: A
            because a1: R {conclusive}
          answer b: B
            because b1: R {weak}
        """,
        stands="a1 b b1",
        open="a",
        verdicts={"a": DOUBT},
    ),
    Case(
        "the map's standard sets survivors against each other where the question names none",
        # Each answer survives by its own standard: a 80 against 0, b 50 against 0. But 80 leads 50 by thirty.
        """
        map M
          standard: clear-and-convincing
        question q: Q
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R
        """,
        stands="a1 b1",
        open="a b",
    ),
    Case(
        "answers do not wait for objections that can change nothing",
        # o waits for itself, and weighs 20 at most. a: x = 80, y = 0 or 20: in, with all its reasons decided.
        # b: x = 50. So a beats b.
        """
        question q: Q
          answer a: A
            because a1: R {strong}
            but o: O {weak}
              because o1: P
          answer b: B
            because b1: R
        claim @o1
          because @o
        """,
        stands="a a1 b1",
        falls="b",
        open="o o1",
    ),
    Case(
        "no survivor beats another under dialectical validity",
        # a 100, b 20: 20 is not nothing. Alone, either would stand.
        """
        question q: Q {standard: dialectical-validity}
          answer a: A
            because a1: R {conclusive}
          answer b: B
            because b1: R {weak}
        """,
        stands="a1 b1",
        open="a b",
    ),
    Case(
        "beyond reasonable doubt an answer beats a weak rival",
        # q: a 80 against b 20: sixty apart, and 20 is less than thirty. p: c 100 against d 50, too much.
        """
        question q: Q {standard: beyond-reasonable-doubt}
          answer a: A
            because a1: R {strong}
          answer b: B
            because b1: R {weak}
        question p: P {standard: beyond-reasonable-doubt}
          answer c: C
            because c1: R {conclusive}
          answer d: D
            because d1: R
        """,
        stands="a a1 b1 c1 d1",
        falls="b",
        open="c d",
    ),
)
