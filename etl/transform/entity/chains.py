"""Which names of an article name the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from etl.records import EntityLabel
from etl.transform.entity.chain import Chain
from etl.transform.entity.finding import abbreviations, initials, is_abbreviation
from etl.transform.entity.generic import heads_of
from etl.transform.entity.known import BODY_ALIASES, COUNTRY_ALIASES
from etl.transform.entity.name import Name, is_storm, text_of, words_of
from etl.transform.entity.persons import chain_persons
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Words

#: Labels that a model mixes up for one and the same thing.
_FAMILIES = {
    EntityLabel.ORG: "body",
    EntityLabel.FAC: "body",
    EntityLabel.PRODUCT: "body",
    EntityLabel.GPE: "place",
    EntityLabel.LOC: "place",
}
_LEGAL_FORMS = word_set(
    "inc corp corporation co company ltd llc plc group holdings ag sa gmbh asa as ab nv bv oyj spa pty llp"
)
#: First words of bodies' names by which nobody calls them.
_NO_SHORT_NAMES = word_set(
    """the new national international royal central federal first american united general north south east west state
    university bank house council department ministry institute supreme high world european office school"""
)
#: Last words of bodies that are another's: "Senate" is no short name of the Senate Judiciary Committee.
_PARTS_OF_BODIES = word_set("committee subcommittee caucus fund")
_OUTLET_TAILS = word_set("news newspaper magazine tv online website")


def chain_names(names: Sequence[Name], paragraphs: Sequence[Words]) -> list[Chain]:
    """Chains over ``names`` (in text order), ordered by their first name; every name is in exactly one."""
    words = [words_of(text_of(name, paragraphs[name.paragraph])) for name in names]
    persons = [place for place, name in enumerate(names) if name.label == EntityLabel.PERSON]
    others = [place for place, name in enumerate(names) if name.label != EntityLabel.PERSON]
    chains = [*chain_persons(persons, names, words, paragraphs), *_others(others, names, words, paragraphs)]
    for chain in chains:
        chain.names.sort()
    return sorted(chains, key=lambda chain: chain.names[0])


def _others(
    places: Sequence[int], names: Sequence[Name], words: Sequence[tuple[str, ...]], paragraphs: Sequence[Words]
) -> list[Chain]:
    longs = _long_forms([names[place] for place in places], paragraphs)
    chains: dict[tuple[str, str], Chain] = {}
    for place in places:
        name = names[place]
        family = _FAMILIES.get(EntityLabel(name.label), name.label)
        text = text_of(name, paragraphs[name.paragraph])
        key = (family, longs.get((family, text), "") or _usual(words[place], family))
        if key not in chains:
            chains[key] = Chain(name.label)
        chains[key].add(place, name, words[place])
    return list(chains.values())


def _usual(words: tuple[str, ...], family: str) -> str:
    """A name folded so that its everyday variants fall together."""
    kept = list(words[1:] if words[:1] == ("the",) and len(words) > 1 else words)
    folded = " ".join(kept)
    if family == EntityLabel.NORP and len(kept) == 1:
        return singular(folded)
    if family == EntityLabel.EVENT and is_storm(tuple(kept)):
        return kept[-1]
    if family == "place":
        return COUNTRY_ALIASES.get(folded, folded).lower()
    if family == "body":
        if folded in BODY_ALIASES:
            return BODY_ALIASES[folded].lower()
        while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
            kept.pop()
    return " ".join(kept)


def _long_forms(names: Sequence[Name], paragraphs: Sequence[Words]) -> Mapping[tuple[str, str], str]:
    """The usual form of the long name behind a short one, by family and the short name as written."""
    given = abbreviations(names, paragraphs)
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for name in names:
        family = _FAMILIES.get(EntityLabel(name.label), name.label)
        text = text_of(name, paragraphs[name.paragraph])
        texts.setdefault((family, text), words_of(text))
    by_short = _by_short(texts)
    longs: dict[tuple[str, str], str] = {}
    for (family, text), words in texts.items():
        if text in given:
            longs[family, text] = _usual(words_of(text_of(given[text], paragraphs[given[text].paragraph])), family)
        else:
            short = text.replace(".", "").upper() if is_abbreviation(text) else " ".join(words)
            longer = by_short.get((family, short), set())
            if len(longer) == 1:
                longs[family, text] = _usual(next(iter(longer)), family)
    return longs


def _by_short(texts: Mapping[tuple[str, str], tuple[str, ...]]) -> Mapping[tuple[str, str], set[tuple[str, ...]]]:
    """The names that a short form may stand for: initials of a body's name, an outlet's without "News"."""
    by_short: defaultdict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for (family, text), words in texts.items():
        if family != "body" or len(words) < 2:
            continue
        for short in initials(text):
            by_short[family, short].add(words)
        is_part = words[-1] in _PARTS_OF_BODIES
        if (
            words[0] not in COUNTRY_ALIASES and words[0] not in _NO_SHORT_NAMES and not is_part
        ):  # "Northwind" for "Northwind Energy"
            by_short[family, words[0]].add(words)
        for head in heads_of(words):
            by_short[family, head].add(words)
        if words[-1] in _OUTLET_TAILS:
            by_short[family, " ".join(words[:-1])].add(words)
    return by_short
