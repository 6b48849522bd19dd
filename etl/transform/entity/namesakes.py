"""Whom a bare surname means where an article names several relatives.

"Baker died, his daughter Nettie Baker said. *Baker* had been ill": who was there first keeps the name. The relative
has it where the title is new ("*Mr* Okoro said", of a pilot's father, in an article that calls the pilot Okoro), or
where the relative speaks and the other has not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from etl.transform.entity.binding import speaks
from etl.transform.entity.chain import Chain
from etl.transform.entity.kin import is_younger
from etl.transform.entity.name import Name, title_gender
from etl.transform.word import Words, root_of

#: In so many paragraphs behind the last name of a relative a bare surname that speaks may be the relative's.
_NEAR = 1
#: So many names of one person are looked at, so that time stays linear.
_LATELY = 12


def named_before(chain: Chain, full: Sequence[int], place: int) -> list[int]:
    """The last places at which a chain was named before ``place``; ``full`` are those of its full names, in order."""
    count = bisect_left(full, place)
    return [*full[max(count - _LATELY, 0) : count], *chain.names[len(full) :][-_LATELY:]]


def meant(
    place: int,
    names: Sequence[Name],
    paragraphs: Sequence[Words],
    told: str | None,
    chains: Sequence[Chain],
    before: Mapping[int, Sequence[int]],
    nearness: Callable[[int], tuple[int, int, bool, int]],
) -> Chain | None:
    """The chain of the short name at ``place``; ``None`` where no kinship tells.

    ``told`` is what the words say of which one it is ("younger", "elder", "jr", "sr"); ``before`` are the places at
    which each chain, by its ``id``, was named before.
    """
    candidates = [each for each in chains if before[id(each)]]
    if len(candidates) < 2:
        return None
    nearest = max(candidates, key=lambda each: nearness(max(before[id(each)])))
    if told is not None:
        of_age = _of_age(told in ("younger", "jr"), candidates)
        return nearest if nearest in of_age else next(iter(of_age), None)
    mains = [each for each in candidates if not _is_relative(each)]
    if not _is_relative(nearest) or not mains:
        return None
    main = max(mains, key=lambda each: (len(each.names), -min(each.names)))
    if min(nearest.names) < min(main.names):
        return None  # "Hamza bin Laden, son of Osama bin Laden": the article is of the son
    if title_gender(names[place].titles) is not None:
        return main if any(_is_titled_short(names[at]) for at in before[id(main)]) else nearest
    name = names[place]
    is_near = name.paragraph - names[max(before[id(nearest)])].paragraph <= _NEAR
    has_spoken = any(_speaks(names[at], paragraphs) for at in before[id(main)])
    return nearest if is_near and not has_spoken and _speaks(name, paragraphs) else main


def _of_age(is_young: bool, candidates: Sequence[Chain]) -> list[Chain]:
    """Those of the younger or of the elder generation, as far as the article tells the generations."""
    ages = [(each, _is_young(each)) for each in candidates]
    known = [each for each, age in ages if age is is_young]
    if known:
        return known
    others = {id(each) for each, age in ages if age is (not is_young)}
    return [each for each in candidates if id(each) not in others] if others else []


def _is_young(chain: Chain) -> bool | None:
    return {"jr": True, "sr": False}.get(chain.generation, is_younger(chain.kin))


def _is_relative(chain: Chain) -> bool:
    return chain.kin is not None or chain.generation == "jr"


def _is_titled_short(name: Name) -> bool:
    return title_gender(name.titles) is not None and name.end - name.start == 1


def _speaks(name: Name, paragraphs: Sequence[Words]) -> bool:
    return speaks(root_of(paragraphs[name.paragraph][name.start : name.end]))
