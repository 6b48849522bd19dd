"""Which names of an article name the same person: full name and surname, the couple told apart by title.

Where relatives share a surname, :mod:`etl.transform.entity.kin` tells who was brought in as whose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from etl.records import EntityLabel
from etl.transform.entity.binding import height_of
from etl.transform.entity.chain import Chain
from etl.transform.entity.evidence import surname
from etl.transform.entity.given_names import is_given_name, is_sure_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.kin import generation, kinship, told_age
from etl.transform.entity.name import Name, text_of, title_gender, without_suffix, words_of
from etl.transform.entity.namesakes import meant, named_before
from etl.transform.entity.titles import NAME_PARTICLES
from etl.transform.lexicon import word_set
from etl.transform.word import Words, root_of, written

_FATHER_AND_SON = word_set("father son sons namesake elder younger dad")
#: So many short names make one the usual one.
_USUAL = 3
#: So many names later a person who was named once is no longer meant.
_STILL_IN_MIND = 1
#: So many short names of one person are looked at.
_LATELY = 12


def chain_persons(
    places: Sequence[int], names: Sequence[Name], words: Sequence[tuple[str, ...]], paragraphs: Sequence[Words]
) -> list[Chain]:
    """Full names first; then each short one goes to the last full one before it that it may stand for."""
    chains: list[Chain] = []
    by_word: defaultdict[str, list[Chain]] = defaultdict(list)
    by_first_surname: defaultdict[str, list[Chain]] = defaultdict(list)
    short = []
    for place in places:
        own = paragraphs[names[place].paragraph]
        shared = _with_partners_surname(place, names, words, own)
        plain = without_suffix(words_of(shared or "") or words[place])
        if len(_told(plain)) < 2:
            short.append(place)
            continue
        which = generation(words[place])
        is_family = _is_family(own)
        last, first_surname = surname(plain), _first_of_two_surnames(plain)
        alike = (each for each in by_word[last] if _is_same_person(plain, each))
        chain = next((each for each in alike if each.generation == which or not (is_family or each.is_family)), None)
        chain = chain or next((each for each in by_first_surname[last] if _has_one_more_surname(each, plain)), None)
        if chain is None and first_surname is not None:
            chain = next((each for each in by_word[first_surname] if _has_one_less_surname(each, plain)), None)
        if chain is None and _is_birth(names[place], paragraphs[names[place].paragraph]):
            chain = _named_so_at_birth(plain, chains)
        if chain is None:
            chain = Chain(EntityLabel.PERSON, generation=which, kin=kinship(names[place], own))
            chains.append(chain)
            by_word[_told(plain)[0]].append(chain)
        if chain not in by_word[last]:
            by_word[last].append(chain)
        if first_surname is not None and chain not in by_first_surname[first_surname]:
            by_first_surname[first_surname].append(chain)
        chain.is_family |= is_family
        if shared is not None:
            chain.shared[place] = shared
        chain.add(place, names[place], plain)
    _add_short(short, chains, by_word, by_first_surname, names, words, paragraphs)
    return chains


def _add_short(
    places: Sequence[int],
    chains: list[Chain],
    by_word: defaultdict[str, list[Chain]],
    by_first_surname: Mapping[str, list[Chain]],
    names: Sequence[Name],
    words: Sequence[tuple[str, ...]],
    paragraphs: Sequence[Words],
) -> None:
    """Give each short name, in text order, to one of the chains of the full ones, or to a new one."""
    full = {id(chain): tuple(chain.names) for chain in chains}

    def nearness(place: int) -> tuple[int, int, bool, int]:
        return _nearness(place, names[place], paragraphs[names[place].paragraph])

    for place in places:
        plain = without_suffix(words[place])
        last = surname(plain)
        candidates = by_word.get(last) or by_first_surname.get(last, [])
        chain = None
        if len(candidates) > 1:
            fitting = [each for each in candidates if _fits(each, names[place])]
            before = {id(each): named_before(each, full.get(id(each), ()), place) for each in fitting}
            told = generation(words[place]) or told_age(names[place], paragraphs[names[place].paragraph])
            chain = meant(place, names, paragraphs, told, fitting, before, nearness)
        chain = chain or _chain_of_short(place, words, names[place], candidates, full, nearness)
        if chain is None:
            chain = Chain(EntityLabel.PERSON)
            chains.append(chain)
            by_word[last].append(chain)
        chain.add(place, names[place], plain)


def _with_partners_surname(
    place: int, names: Sequence[Name], words: Sequence[tuple[str, ...]], own: Words
) -> str | None:
    """ "Bill Clinton" for the *Bill* of "Bill and Hillary Clinton"; ``None`` elsewhere."""
    if len(words[place]) != 1 or place + 1 == len(names) or not is_sure_given_name(words[place][0]):
        return None
    name, partner = names[place], names[place + 1]
    is_joined = partner.paragraph == name.paragraph and partner.start == name.end + 1
    if not is_joined or own[name.end].lower not in ("and", "&") or partner.label != EntityLabel.PERSON:
        return None
    is_whole = len(without_suffix(words[place + 1])) > 1 and is_given_name(words[place + 1][0])
    return f"{text_of(name, own)} {written(own[partner.start + 1 : partner.end])}" if is_whole else None


def _is_family(words: Words) -> bool:
    """Whether a paragraph speaks of father and son, so that "Roe Jr." and "Roe" in it are two."""
    return any(word.lower in _FATHER_AND_SON for word in words)


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
        if _differ_in_middle(told, other):
            continue
        is_initial = min(len(first), len(others_first)) == 1 and first[0] == others_first[0]
        if first == others_first or is_initial or set(told) <= set(other) or set(other) <= set(told):
            return True
    return False


def _differ_in_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of one given name have other middle names: George W. Bush, George H. W. Bush."""
    middle = "".join(word[0] for word in one[1:-1])
    others = "".join(word[0] for word in other[1:-1])
    return one[0] == other[0] and bool(middle) and bool(others) and not (middle in others or others in middle)


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
    fitting = [each for each in candidates if _fits(each, name)]
    last = {id(each): _last_before(place, words, each, full.get(id(each), ())) for each in fitting}
    before = [each for each in fitting if last[id(each)] >= 0]
    if before:
        latest = max(before, key=lambda each: nearness(last[id(each)])) if len(before) > 1 else before[0]
        usual = max(before, key=lambda each: _short_names(each, full))
        is_new = not _short_names(latest, full) and place - last[id(latest)] > _STILL_IN_MIND
        return usual if is_new and _short_names(usual, full) >= _USUAL else latest
    return min(fitting, key=lambda each: each.names[0], default=None)


def _fits(chain: Chain, name: Name) -> bool:
    """Whether a title does not tell the other gender."""
    told = title_gender(name.titles)
    return told is None or chain.gender in (None, told)


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
