"""What is known of a chain of names, and how deep in quotations a character stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from etl.records import EntityLabel
from etl.transform.entity.anaphor import Anaphor
from etl.transform.entity.chain import Chain
from etl.transform.entity.name import Name, text_of
from etl.transform.entity.role import roles_of
from etl.transform.outlets import is_outlet
from etl.transform.word import Words


def depths_of(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Characters at which the number of ranges around changes, each with the number from there on; begins at -1."""
    changes: Counter[int] = Counter()
    for start, end in ranges:
        changes[start] += 1
        changes[end] -= 1
    return list(
        zip([-1, *sorted(changes)], accumulate((changes[at] for at in sorted(changes)), initial=0), strict=True)
    )


def known_roles(chain: Chain, names: Sequence[Name], paragraphs: Sequence[Words]) -> frozenset[str]:
    """What a text says that somebody or something is."""
    roles: set[str] = set()
    for place in chain.names[:40]:
        roles |= roles_of(names[place], paragraphs[names[place].paragraph])
    return frozenset(roles)


def is_paper(chain: Chain, names: Sequence[Name], paragraphs: Sequence[Words]) -> bool:
    """Whether a body publishes."""
    if not fits(chain.label, EntityLabel.ORG):
        return False
    return any(is_outlet(text_of(names[place], paragraphs[names[place].paragraph])) for place in chain.names[:10])


def fits(label: str, wanted: EntityLabel) -> bool:
    """Whether a chain's label is one that an anaphor may stand for: a person, or any body."""
    if wanted is EntityLabel.PERSON:
        return label == EntityLabel.PERSON
    return label in (EntityLabel.ORG, EntityLabel.GPE, EntityLabel.FAC)


def clashes(chain: Chain, anaphor: Anaphor) -> bool:
    """Whether two genders are known and differ."""
    return anaphor.gender is not None and chain.gender is not None and chain.gender != anaphor.gender
