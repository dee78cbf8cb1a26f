"""Maps of hard shapes for the search for critical claims: all of them argue for or against `c0`."""

from collections.abc import Iterator


def shapes(claims: int) -> Iterator[tuple[str, str]]:
    """The name and the text of maps of about so many claims."""
    half, third = claims // 2, claims // 3
    links = "".join(f"claim @c{n}\n  because c{n + 1}: C\n  and d{n}: D\n" for n in range(half - 1))
    yield "a chain", f"claim c0: C\n{links}"
    kinds = ("because", "because", "but")
    twigs = "".join(f"claim @c{n // 3}\n  {kinds[n % 3]} c{n + 1}: C\n" for n in range(claims - 1))
    yield "bushy", f"claim c0: C\n{twigs}"
    # Each level rests on both claims of the next one: no claim is all that the rest follows from.
    rungs = "".join(
        f"claim @c{n}\n  because c{n + 1}: C\n  and d{n + 1}: D\n  and e{n}: E\n"
        f"claim @d{n}\n  because @d{n + 1}\n  and @c{n + 1}\n"
        for n in range(third - 1)
    )
    yield "a ladder", f"claim c0: C\nclaim d0: D\n{rungs}"
    ring = "".join(
        f"claim @c{n}\n  because {'@c0' if n == half - 1 else f'c{n + 1}: C'}\n  and d{n}: D\n"
        for n in range(half)
    )
    yield "one loop that stands", f"claim c0: C\n{ring}claim @c{half - 1}\n  because start: S\n"
    feud = "".join(
        f"claim @c{n}\n  but {'@c0' if n == half - 1 else f'c{n + 1}: C'}\n  because d{n}: D {{weak}}\n"
        for n in range(half)
    )
    yield "one loop that is open", f"claim c0: C\n{feud}"
    answers = "".join(f"  answer a{n}: A\n    because b{n}: B\n" for n in range(half - 1))
    yield "one question", f"claim c0: C\n  because @a0\nquestion q: Q\n{answers}"
    rivals = "".join(
        f"question q{n}: Q\n  answer a{n}: A\n    because @a{n + 1} {{strong}}\n"
        f"  answer d{n}: D\n    because e{n}: E\n"
        for n in range(third)
    )
    yield "questions that rest on questions", f"claim c0: C\n  because @a0\n{rivals}claim a{third}: A\n"
