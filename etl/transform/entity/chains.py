"""Which names of an article name the same thing."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.records import EntityLabel
from etl.transform.entity.binding import height_of
from etl.transform.entity.evidence import surname
from etl.transform.entity.finding import abbreviations, initials, is_abbreviation
from etl.transform.entity.given_names import gender_of, is_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.known import BODY_ALIASES, COUNTRY_ALIASES
from etl.transform.entity.name import Name, text_of, title_gender, without_suffix, words_of
from etl.transform.entity.titles import NAME_PARTICLES
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Words, root_of

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
#: So many short names make one the usual one.
_USUAL = 3
#: So many names later a person who was named once is no longer meant.
_STILL_IN_MIND = 1
#: So many short names of one person are looked at.
_LATELY = 12
_OUTLET_TAILS = word_set("news newspaper magazine tv online website")


@dataclass(slots=True)
class Chain:
    """One thing: the places of its names in the list of names, and what they tell."""

    label: str
    words: set[tuple[str, ...]] = field(default_factory=set)
    names: list[int] = field(default_factory=list)
    gender: str | None = None

    def add(self, place: int, name: Name, words: tuple[str, ...]) -> None:
        self.names.append(place)
        self.words.add(words)
        self.gender = self.gender or _gender(name, words)


def chain_names(names: Sequence[Name], paragraphs: Sequence[Words]) -> list[Chain]:
    """Chains over ``names`` (in text order), ordered by their first name; every name is in exactly one."""
    words = [words_of(text_of(name, paragraphs[name.paragraph])) for name in names]
    persons = [place for place, name in enumerate(names) if name.label == EntityLabel.PERSON]
    others = [place for place, name in enumerate(names) if name.label != EntityLabel.PERSON]
    chains = [*_persons(persons, names, words, paragraphs), *_others(others, names, words, paragraphs)]
    for chain in chains:
        chain.names.sort()
    return sorted(chains, key=lambda chain: chain.names[0])


def _gender(name: Name, words: tuple[str, ...]) -> str | None:
    return title_gender(name.titles) or (gender_of(words[0]) if len(words) > 1 else None)


def _persons(
    places: Sequence[int], names: Sequence[Name], words: Sequence[tuple[str, ...]], paragraphs: Sequence[Words]
) -> list[Chain]:
    """Full names first; then each short one goes to the last full one before it that it may stand for."""
    chains: list[Chain] = []
    by_word: defaultdict[str, list[Chain]] = defaultdict(list)
    by_first_surname: defaultdict[str, list[Chain]] = defaultdict(list)
    short = []
    for place in places:
        plain = without_suffix(words[place])
        if len(_told(plain)) < 2:
            short.append(place)
            continue
        last, first_surname = surname(plain), _first_of_two_surnames(plain)
        chain = next((each for each in by_word[last] if _is_same_person(plain, each)), None)
        chain = chain or next((each for each in by_first_surname[last] if _has_one_more_surname(each, plain)), None)
        if chain is None and first_surname is not None:
            chain = next((each for each in by_word[first_surname] if _has_one_less_surname(each, plain)), None)
        if chain is None and _is_birth(names[place], paragraphs[names[place].paragraph]):
            chain = _named_so_at_birth(plain, chains)
        if chain is None:
            chain = Chain(EntityLabel.PERSON)
            chains.append(chain)
            by_word[_told(plain)[0]].append(chain)
        if chain not in by_word[last]:
            by_word[last].append(chain)
        if first_surname is not None and chain not in by_first_surname[first_surname]:
            by_first_surname[first_surname].append(chain)
        chain.add(place, names[place], plain)
    full = {id(chain): tuple(chain.names) for chain in chains}

    def nearness(place: int) -> tuple[int, int, bool, int]:
        return _nearness(place, names[place], paragraphs[names[place].paragraph])

    for place in short:
        plain = without_suffix(words[place])
        last = surname(plain)
        candidates = by_word.get(last) or by_first_surname.get(last, [])
        chain = _chain_of_short(place, words, names[place], candidates, full, nearness)
        if chain is None:
            chain = Chain(EntityLabel.PERSON)
            chains.append(chain)
            by_word[last].append(chain)
        chain.add(place, names[place], plain)
    return chains


def _first_of_two_surnames(words: tuple[str, ...]) -> str | None:
    """ "Rosselló" of "Ricardo Rosselló Nevares": by it people with a father's and a mother's surname are called."""
    told = _told(words)
    if len(told) < 3 or len(told[-2]) < 3 or is_given_name(told[-2]) or told[-1].lower() in THING_HEADS:
        return None
    return told[-2]


def _has_one_more_surname(chain: Chain, words: tuple[str, ...]) -> bool:
    """Whether somebody called ``words`` is one of the names of ``chain`` without the mother's surname."""
    told = _told(words)
    return len(told) == 2 and any((_told(each)[0], _first_of_two_surnames(each)) == told for each in chain.words)


def _has_one_less_surname(chain: Chain, words: tuple[str, ...]) -> bool:
    """Whether a name of ``chain`` is ``words`` without the mother's surname."""
    short = (_told(words)[0], _first_of_two_surnames(words))
    return any(_told(each) == short for each in chain.words)


def _told(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in NAME_PARTICLES) or words


def _is_same_person(words: tuple[str, ...], chain: Chain) -> bool:
    told = _told(words)
    for each in chain.words:
        other = _told(each)
        if len(other) < 2 or told[-1] != other[-1]:
            continue
        first, others_first = told[0], other[0]
        is_initial = min(len(first), len(others_first)) == 1 and first[0] == others_first[0]
        if first == others_first or is_initial or set(told) <= set(other) or set(other) <= set(told):
            return True
    return False


def _is_birth(name: Name, words: Words) -> bool:
    """ "*Dora Anne Fisk* was born in …" """
    return [word.lower for word in words[name.end : name.end + 2]] == ["was", "born"]


def _named_so_at_birth(words: tuple[str, ...], chains: Sequence[Chain]) -> Chain | None:
    """The one person so far with the given name of whom a text tells the birth: "Dora *Lund*" was born Dora *Fisk*."""
    given = _told(words)[0]
    found = [chain for chain in chains if any(len(_told(each)) > 1 and _told(each)[0] == given for each in chain.words)]
    return found[0] if len(found) == 1 and len(given) > 1 else None


def _chain_of_short(
    place: int,
    words: Sequence[tuple[str, ...]],
    name: Name,
    candidates: Sequence[Chain],
    full: Mapping[int, tuple[int, ...]],
    nearness: Callable[[int], tuple[int, int, bool, int]],
) -> Chain | None:
    """The chain that was last named before ``place``, else the first named after it, if the title's gender fits.

    Who was called so all along keeps the short name where a relative was named in full a while ago.

    ``full`` are the places of each chain's full names; the short ones were added in text order.
    """
    told = title_gender(name.titles)
    fitting = [each for each in candidates if told is None or each.gender in (None, told)]
    last = {id(each): _last_before(place, words, each, full.get(id(each), ())) for each in fitting}
    before = [each for each in fitting if last[id(each)] >= 0]
    if before:
        latest = max(before, key=lambda each: nearness(last[id(each)])) if len(before) > 1 else before[0]
        usual = max(before, key=lambda each: _short_names(each, full))
        is_new = not _short_names(latest, full) and place - last[id(latest)] > _STILL_IN_MIND
        return usual if is_new and _short_names(usual, full) >= _USUAL else latest
    return min(fitting, key=lambda each: each.names[0], default=None)


def _nearness(place: int, name: Name, words: Words) -> tuple[int, int, bool, int]:
    """How near a name is to what follows; of two in one sentence the subject: "*Ann Roe*, no kin of Jan Roe, said"."""
    return name.paragraph, words[name.start].sent_start.i, height_of(root_of(words[name.start : name.end])) > 0, place


def _short_names(chain: Chain, full: Mapping[int, tuple[int, ...]]) -> int:
    return len(chain.names) - len(full.get(id(chain), ()))


def _last_before(place: int, words: Sequence[tuple[str, ...]], chain: Chain, full: Sequence[int]) -> int:
    """The last name of ``chain`` before ``place``; -1 where there is none.

    Whoever was called by a given name ("her daughter Ann") was not called by the surname that stands here.
    """
    count = bisect_left(full, place)
    last_full = full[count - 1] if count else -1
    called = without_suffix(words[place])[-1]
    lately = range(len(chain.names) - 1, max(len(full), len(chain.names) - _LATELY) - 1, -1)
    shorts = (chain.names[at] for at in lately)
    return max(last_full, next((each for each in shorts if without_suffix(words[each])[-1:] == (called,)), -1))


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
            short = text.replace(".", "") if is_abbreviation(text) else " ".join(words)
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
        if words[0] not in COUNTRY_ALIASES and words[0] not in _NO_SHORT_NAMES:  # "Northwind" for "Northwind Energy"
            by_short[family, words[0]].add(words)
        if words[-1] in _OUTLET_TAILS:
            by_short[family, " ".join(words[:-1])].add(words)
    return by_short
