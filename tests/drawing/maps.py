"""Maps for the tests of drawing, built by hand from the classes of the model."""

from collections.abc import Iterable
from typing import Any

from argmap.model.elements import (
    Citation,
    Claim,
    Inference,
    Likelihood,
    Person,
    Premise,
    PremiseRole,
    Question,
    Section,
    Source,
)
from argmap.model.map import ArgumentMap
from argmap.source.spans import Span

NOWHERE = Span("map.argmap", 0, 0)


def claim(label: str, text: str = "", *cited: str, **rest: Any) -> Claim:
    """A claim that cites `cited`, written `key` or `key, locator`; a `because` line's by default."""
    keyword = rest.pop("keyword", "thesis" if rest.get("thesis") else "because")
    likely = rest.pop("likely", None)
    citations = []
    for reference in cited:
        key, _, locator = reference.partition(", ")
        citations.append(Citation(key, locator=locator))
    return Claim(
        label,
        text or f"Text of {label}",
        keyword,
        NOWHERE,
        name=rest.pop("name", None if label.startswith("_") else label),
        citations=tuple(citations),
        likelihood=Likelihood(*likely) if likely else None,
        **rest,
    )


def thesis(label: str, text: str = "", *cited: str, **rest: Any) -> Claim:
    return claim(label, text, *cited, thesis=True, **rest)


def _step(kind: Any, keyword: Any, target: str, premises: Iterable[str], rest: dict[str, Any]) -> Inference:
    """`since:rule` and `assuming:hope` among the premises are a warrant and an assumption."""
    roles: dict[str, PremiseRole] = {"since": "warrant", "assuming": "assumption"}
    parts = []
    for premise in premises:
        word, _, label = premise.rpartition(":")
        parts.append(Premise(label, roles.get(word, "premise")))
    first = parts[0].claim if parts else "nothing"
    return Inference(
        rest.pop("id", f"{target}<{first}"), kind, keyword, tuple(parts), target, NOWHERE, **rest
    )


def because(target: str, *premises: str, **rest: Any) -> Inference:
    return _step("support", rest.pop("keyword", "because"), target, premises, rest)


def evidence(target: str, *premises: str, **rest: Any) -> Inference:
    return _step("support", "evidence", target, premises, rest)


def but(target: str, *premises: str, **rest: Any) -> Inference:
    return _step("attack", "but", target, premises, rest)


def unless(step: str, *premises: str, **rest: Any) -> Inference:
    return _step("undercut", "unless", step, premises, rest)


def question(label: str, text: str, *answers: str, **rest: Any) -> Question:
    return Question(label, text, answers, NOWHERE, name=label, **rest)


def source(key: str, title: str, *authors: str, **rest: Any) -> Source:
    """A source by authors given as `Family, Given`."""
    people = tuple(
        Person(family, given) for family, _, given in (author.partition(", ") for author in authors)
    )
    return Source(key, title, NOWHERE, authors=people, **rest)


def argument_map(*parts: Claim | Inference | Question | Section | Source, **fields: Any) -> ArgumentMap:
    """A map of these parts, in this order."""

    def of(kind: type, key: str) -> dict[str, Any]:
        return {getattr(part, key): part for part in parts if isinstance(part, kind)}

    return ArgumentMap(
        claims=of(Claim, "label"),
        inferences=of(Inference, "id"),
        questions=of(Question, "label"),
        sections=of(Section, "id"),
        sources=of(Source, "key"),
        **fields,
    )


def section(title: str) -> Section:
    return Section(title.lower().replace(" ", "-"), title, NOWHERE)


def karabakh(*, sections: bool = False) -> ArgumentMap:
    """Twenty-two claims on Turkey, Russia and the war over Karabakh in the autumn of 2020."""

    def part(name: str) -> dict[str, str]:
        return {"section": name} if sections else {}

    war, ties = part("the-war"), part("the-ties")
    frames = (section("The war"), section("The ties")) if sections else ()
    return argument_map(
        *frames,
        source(
            "declaration",
            "Statement by the Presidents of Azerbaijan and Russia and the Prime Minister of Armenia",
            date="2020-11-10",
            publisher="President of Russia",
            url="http://en.kremlin.ru/events/president/news/64384",
        ),
        source("sipri", "Trends in International Arms Transfers, 2020", date="2021", publisher="SIPRI"),
        source("eia", "Country Analysis: Turkey", date="2017", publisher="U.S. EIA"),
        source("montreux", "Montreux Convention", date="1936", type="book"),
        source("hill", "Winning Ugly? Notes on Regional Orders", "Hill, Mary", "Yılmaz, Deniz", date="2019"),
        thesis(
            "partners",
            "Turkey and Russia will go on managing the South Caucasus together, rivals who need each other",
        ),
        claim("ceasefire", "Moscow let Ankara share in ending the war", **war),
        claim(
            "centre",
            "A joint centre of both watches the ceasefire",
            "declaration, art. 5",
            keyword="evidence",
            on="2020-11-10",
            **war,
        ),
        claim(
            "corridor",
            "The corridor to Nakhchivan serves Turkish trade under Russian guard",
            "declaration, art. 9",
            likely=(0.7, "likely"),
            **war,
        ),
        claim("rule", "Whoever holds a share in a settlement has reason to keep it", keyword="since", **war),
        claim(
            "last",
            "Both governments expect the settlement to last",
            keyword="assuming",
            likely=(0.5, "roughly even"),
            **war,
        ),
        claim(
            "peacekeepers",
            "Only Russian soldiers keep the peace on the ground; the joint centre watches from afar",
            "declaration, art. 3",
            keyword="but",
            **war,
        ),
        claim(
            "drones",
            "Turkish drones decided the war, and Moscow knows it",
            keyword="but",
            likely=(0.8, None),
            **war,
        ),
        claim(
            "iran",
            "Iran could take the place of Turkey",
            keyword="unless",
            raised=True,
            likely=(0.3, "unlikely"),
            **war,
        ),
        claim("foothold", "Iran has no foothold in the Black Sea", keyword="but", **war),
        claim("_1", "Its ties with Yerevan give it a say", keyword="but", **war),
        claim("gas", "Each depends on the other in energy", **ties),
        claim(
            "stream",
            "TurkStream carries gas to Turkey and the Balkans",
            "eia, p. 4",
            keyword="evidence",
            on="2020-01-08",
            **ties,
        ),
        claim("akkuyu", "Rosatom builds and will own the reactors at Akkuyu", keyword="evidence", **ties),
        claim(
            "lng",
            "Liquefied gas has halved the Russian share of Turkish imports",
            "eia",
            keyword="unless",
            raised=True,
            **ties,
        ),
        claim(
            "contracts",
            "Long contracts bind both sides whatever the share",
            keyword="unless",
            raised=True,
            **ties,
        ),
        claim("west", "Neither is at home in the Western order", likely=(0.87, "very likely"), **ties),
        claim(
            "s400",
            "Washington put sanctions on Turkey over the S-400",
            keyword="evidence",
            on="2020-12-14",
            **ties,
        ),
        claim(
            "nato",
            "Turkey stays in NATO and closes the straits as Montreux allows",
            "montreux, art. 20",
            keyword="but",
        ),
        claim(
            "arms",
            "Turkey sells drones to Ukraine, against which Russia fights",
            "sipri, p. 8",
            "hill, ch. 2",
            keyword="but",
        ),
        claim("small", "The sales are small so far", keyword="but"),
        claim("syria", "In Idlib they stopped shooting at each other within a month", "hill, pp. 101–103"),
        because("partners", "ceasefire", strength="strong", **war),
        evidence("ceasefire", "centre", **war),
        because(
            "ceasefire",
            "corridor",
            "since:rule",
            "assuming:last",
            id="share",
            scheme="practical-reasoning",
            **war,
        ),
        but("centre", "peacekeepers", **war),
        but("ceasefire", "drones", **war),
        unless("share", "iran", strength="weak", **war),
        but("iran", "foothold", **war),
        but("foothold", "_1", **war),
        because("partners", "gas", id="energy", **ties),
        evidence("gas", "stream", **ties),
        evidence("gas", "akkuyu", **ties),
        unless("energy", "lng", id="less", **ties),
        unless("less", "contracts", **ties),
        because("partners", "west", **ties),
        evidence("west", "s400", **ties),
        but("west", "nato"),
        but("partners", "arms", strength="strong"),
        but("arms", "small", strength="weak"),
        because("partners", "syria", scheme="analogy"),
        title="Are Turkish-Russian relations again undergoing a transformation?",
        author="Seminar group 3",
        date="2020-11-18",
    )
