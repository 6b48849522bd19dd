"""What one article says of one thing: all its mentions of it under the fullest name that it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from etl.link.entity.name import class_of, fold_name, read_person, sound


@dataclass(frozen=True, slots=True)
class NamedMention:
    """One mention by name; ``chain_id`` is the key of the chain's first mention."""

    mention_id: int
    article_id: int
    chain_id: int
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Chain:
    """``node`` is the fullest name folded, ``names`` all of them as written."""

    chain_id: int
    article_id: int
    name_class: str
    label: str
    node: str
    name: str
    names: tuple[str, ...]
    surname_key: str | None
    is_bare: bool


def read_chain(mentions: Iterable[NamedMention]) -> Chain | None:
    """The chain of one thing's mentions by name; ``None`` where no name has a letter in it."""
    mentions = sorted(mentions, key=lambda mention: mention.mention_id)
    labels = Counter(mention.label for mention in mentions)
    label = min(labels, key=lambda each: (-labels[each], each))
    name_class = class_of(label)
    names = tuple(dict.fromkeys(" ".join(m.name.split()) for m in mentions if fold_name(m.name, name_class)))
    if not names:
        return None
    name = min(names, key=lambda each: fullness(each, name_class))
    node = fold_name(name, name_class)
    person = read_person(node) if name_class == "PERSON" else None
    return Chain(
        chain_id=mentions[0].chain_id,
        article_id=mentions[0].article_id,
        name_class=name_class,
        label=label,
        node=node,
        name=name,
        names=names,
        surname_key=surname_key(node) if person else None,
        is_bare=person is not None and person.is_bare,
    )


def surname_key(node: str) -> str:
    """The last name of a person with transliterations alike."""
    return sound(read_person(node).last)


def fullness(name: str, name_class: str) -> tuple[int, int, int, str]:
    """Sorts the fullest and most usual writing of a name first: most words, then small letters.

    Persons have up to five words, other things up to nine; what is longer is mostly more than a name.
    """
    words = len(fold_name(name, name_class).split())
    most = 5 if name_class == "PERSON" else 9
    return (-words if words <= most else 0, int(name.isupper() and words > 1), -len(name), name)
