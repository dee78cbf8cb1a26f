"""A map that is built again where nothing has changed but what its reviews say."""

import attrs

from argmap.language.keywords import VERDICTS
from argmap.model.build import Built, build_to_go_on, with_reviews
from argmap.model.reading import Part, Reading
from argmap.model.references import Resolver, mistaken
from argmap.model.reviews import build_reviews

_OF_A_REVIEW = VERDICTS | {"review"}


def build_again(before: Built, reading: Reading) -> Built:
    """What `build_to_go_on` makes of a reading; where verdicts alone are others, in a hundredth of the time.

    The claims and the steps of the map are then the very same mappings as before.
    """
    if not _argues_the_same(before, reading):
        return build_to_go_on(reading)
    # A copy, as labels count how often they were compared: so the reviews find them as they did before.
    definitions = before.resolver.definitions
    labels = attrs.evolve(definitions.labels, suggestions=before.suggestions)
    definitions = attrs.evolve(definitions, labels=labels)
    resolver = Resolver(definitions, before.resolver.sources, before.resolver.readers)
    reviews, problems = build_reviews(reading, resolver, definitions)
    argument_map = with_reviews(before.map, reading, reviews, [*before.argued, *problems])
    return attrs.evolve(before, reading=reading, map=argument_map)


def _argues_the_same(before: Built, new: Reading) -> bool:
    """Whether a reading is the one before but for the verdicts in reviews that nothing else is said in."""
    old, resolver = before.reading, before.resolver
    sections = resolver.definitions.section_of
    return (
        old.root.name == new.root.name
        and len(old.parts) == len(new.parts)
        and old.absent == new.absent
        and old.files == new.files
        and old.bibliographies.keys() == new.bibliographies.keys()
        and all(new.bibliographies[name][1] is found for name, (_, found) in old.bibliographies.items())
        and all(
            _stands_there(one, other)
            and (
                one.placed.block is other.placed.block
                or (
                    one.placed.block.lines[:1] == other.placed.block.lines[:1]
                    and _only_judges(one, section, resolver)
                    and _only_judges(other, section, resolver)
                )
            )
            for one, other, section in zip(old.parts, new.parts, sections, strict=True)
        )
    )


def _stands_there(old: Part, new: Part) -> bool:
    return old.placed.start == new.placed.start and old.file == new.file and old.scope == new.scope


def _only_judges(part: Part, section: str | None, resolver: Resolver) -> bool:
    """Whether a block has verdicts alone, in whose words no name stands that could be meant."""
    block = part.placed.block
    return (
        bool(block.lines)
        and block.lines[0].keyword == "review"
        and not (block.lost_labels or block.steps)
        and all(line.keyword in _OF_A_REVIEW and not line.citations for line in block.lines)
        and not any(mistaken(part, section, resolver))
    )
