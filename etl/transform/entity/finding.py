"""Names that the model passed over: abbreviations given with their long form, names that stand elsewhere too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from etl.records import EntityLabel
from etl.transform.entity.acronym import is_acronym
from etl.transform.entity.beside import kind_beside
from etl.transform.entity.evidence import surname
from etl.transform.entity.generic import GENERIC
from etl.transform.entity.given_names import is_sure_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.known import BODY_ALIASES, BODY_NAMES, COUNTRIES
from etl.transform.entity.name import STORMS, Name, text_of, words_of
from etl.transform.entity.reading import end_of_run, is_sure_title, join_pieces, lengthened, title_words_before
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set
from etl.transform.outlets import known_outlet
from etl.transform.singular import singular
from etl.transform.word import Word, Words, written

_SKIPPED: Final = word_set("the of for and on in to a an at & de la du des und y")
_SHORTEST_CLIPPED: Final = 4
_SHORTEST_TOLD: Final = 3
#: Words that begin sentences and are surnames too; without a tag they are no evidence.
_COMMON_WORDS = word_set(
    """will may brown white black green young long short park field lake hill wood stone day king bush rice page price
    bell cook mark grant hope case chance wise good best moon love sharp west north east south church marsh""",
)


#: Countries and bodies of several words, which are names wherever they stand with capitals.
_KNOWN_AT_LARGE: Final = tuple(
    (tuple(name.split()), label.value)
    for names, label in ((COUNTRIES, EntityLabel.GPE), (BODY_ALIASES, EntityLabel.ORG))
    for name in sorted(names)
    if " " in name
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to look for: words and label of known names by their first word, and the labels of abbreviations."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    shorts: Mapping[str, str]


def abbreviations(names: Sequence[Name], paragraphs: Sequence[Words]) -> dict[str, Name]:
    """Abbreviations given in parentheses after their long form ("Islamic State (IS)"), each with the long name."""
    found: dict[str, Name] = {}
    for name in names:
        words = paragraphs[name.paragraph]
        after = words[name.end : name.end + 3]
        if len(after) == 3 and after[0].text == "(" and after[2].text == ")":
            short = after[1].text
            long = text_of(name, words)
            if (is_abbreviation(short) and abbreviates(short, long)) or clips(short, long):
                found.setdefault(short, name)
    return found


def is_abbreviation(word: str) -> bool:
    letters = word.replace(".", "")
    return (2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()) or is_acronym(word)


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long`` ("WHO", "World Health Organization")."""
    return short.replace(".", "").upper() in initials(long)


def clips(short: str, long: str) -> bool:
    """Whether ``short`` is beginnings of words of ``long``, in their order, put together: "Interpol", "CalFire"."""
    words = words_of(long)
    return len(short) >= _SHORTEST_CLIPPED and short[0].isupper() and _begins(short.lower(), words, 0)


def _begins(rest: str, words: Sequence[str], pieces: int) -> bool:
    if not rest:
        return pieces > 1
    for place, word in enumerate(words):
        for size in range(min(len(word), len(rest)), 1, -1):
            if rest.startswith(word[:size]) and _begins(rest[size:], words[place + 1 :], pieces + 1):
                return True
    return False


def initials(name: str) -> frozenset[str]:
    """The abbreviations that ``name``'s words give, with and without its small words."""
    words = name.replace("-", " ").split()
    if len(words) < 2:
        return frozenset()
    told = "".join(word[0] for word in words if word.lower() not in _SKIPPED)
    every = "".join(word[0] for word in words)
    no_article = "".join(word[0] for word in words if word.lower() != "the")
    return frozenset(each.upper() for each in (told, every, no_article) if len(each) > 1)


def with_missing(names: Sequence[Name], paragraphs: Sequence[Words]) -> list[Name]:
    """``names`` and those that the model passed over, in text order; an abbreviation has its long form's label."""
    shorts = {short: name.label for short, name in abbreviations(names, paragraphs).items()}
    wanted = _Wanted(_by_first(names, paragraphs), shorts)
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for name in names:
        taken[name.paragraph].update(range(name.start, name.end))
    found = [replace(name, label=shorts.get(text_of(name, paragraphs[name.paragraph]), name.label)) for name in names]
    for place, words in enumerate(paragraphs):
        found.extend(_of_paragraph(place, words, wanted, taken[place]))
    return sorted(found, key=lambda name: (name.paragraph, name.start))


def _by_first(names: Sequence[Name], paragraphs: Sequence[Words]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    seen: set[tuple[tuple[str, ...], str]] = set()
    for name in names:
        words = words_of(text_of(name, paragraphs[name.paragraph]))
        is_told = len(words) > 1 or name.label == EntityLabel.PERSON or _is_found_alone(name, words)
        entries = [(words, name.label)] if is_told else []
        if name.label == EntityLabel.PERSON and len(surname(words)) > 2:
            entries.append(((surname(words),), name.label))
        for entry in entries:
            if entry not in seen and entry[0]:
                seen.add(entry)
                by_first[entry[0][0]].append(entry)
    for known, label in _KNOWN_AT_LARGE:
        if (known, label) not in seen:
            by_first[known[0]].append((known, label))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


def _is_found_alone(name: Name, words: tuple[str, ...]) -> bool:
    """Whether one word that is a body here is one wherever it stands with a capital."""
    return name.label == EntityLabel.ORG and len(words[0]) >= _SHORTEST_CLIPPED and words[0] not in GENERIC


def _of_paragraph(place: int, words: Words, wanted: _Wanted, taken: set[int]) -> Iterator[Name]:
    is_shouted = "".join(word.text for word in words).isupper()
    start = 0
    while start < len(words):
        name = None
        if start not in taken and words[start].text[:1].isupper():
            name = (None if is_shouted else _marked(place, words[start], wanted)) or _known(place, words[start], wanted)
        if name is not None and not taken.intersection(range(name.start, name.end)):
            yield name
            start = name.end
        else:
            start += 1


def _marked(place: int, token: Word, wanted: _Wanted) -> Name | None:
    """An abbreviation, or a word that is a name as it is written."""
    label = wanted.shorts.get(token.text) or _label_of_word(token.text)
    if label is not None:
        return lengthened(Name(place, token.i, token.i + 1, label), token.words)
    if token.lower in STORMS:
        return _storm(place, token)
    finders = (_titled_outlet, _behind_title, _given_and_family_name, _told_beside)
    return next((name for find in finders if (name := find(place, token)) is not None), None)


def _storm(place: int, token: Word) -> Name | None:
    """ "*Typhoon Phanfone*": a storm's name is one whatever it looks like; "Hurricane Hunters" are none."""
    before, after = token.before, token.after
    if after is None or after.pos != "PROPN" or after.is_sent_start or not after.text[1:2].islower():
        return None
    is_inside = (
        before is not None and before.text[:1].isupper() and before.text != "Tropical" and not token.is_sent_start
    )
    if is_inside or not token.text.istitle() or after.lower in THING_HEADS or singular(after.text) != after.lower:
        return None
    return Name(place, token.i, token.i + 2, EntityLabel.EVENT.value)


def _titled_outlet(place: int, token: Word) -> Name | None:
    """ "told *The Stage*": an outlet whose name begins with "The", where no sentence does."""
    before = token.before
    if before is None or before.text != "The" or before.is_sent_start or token.pos not in ("PROPN", "NOUN", "ADJ"):
        return None
    end = end_of_run(token.i, token.words)
    if end < len(token.words) and token.words[end].lower == "of":
        return None  # "on stage in The *Time* of Your Life"
    known = known_outlet(f"The {written(token.words[token.i : end])}")
    return None if known is None else Name(place, token.i, end, EntityLabel.ORG.value)


def _told_beside(place: int, token: Word) -> Name | None:
    """A run of capitals that the words beside it call a body or a place: "the semi-official news agency *Izna*"."""
    before = token.before
    is_inside = before is not None and (before.text[:1].isupper() or before.text == "-") and not token.is_sent_start
    if token.pos != "PROPN" or token.label or is_inside or len(token.text) < _SHORTEST_TOLD:
        return None
    name = Name(place, token.i, end_of_run(token.i, token.words), EntityLabel.ORG.value)
    kind = (
        kind_beside(name, token.words) if all(not word.label for word in token.words[name.start : name.end]) else None
    )
    return None if kind in (None, EntityLabel.PERSON.value) else replace(name, label=str(kind))


def _given_and_family_name(place: int, token: Word) -> Name | None:
    """ "Omri Ceren": a word that is hardly anything but a given name, and one or two capitals behind it."""
    words = token.words
    if not is_sure_given_name(token.text) or token.i + 1 >= len(words) or words[token.i + 1].is_sent_start:
        return None
    end = end_of_run(token.i, words)
    last = words[end - 1]
    is_person = 2 <= end - token.i <= 4 and last.lower not in THING_HEADS and last.pos in ("PROPN", "NOUN", "")
    return Name(place, token.i, end, EntityLabel.PERSON, title_words_before(token.i, words)) if is_person else None


def _behind_title(place: int, token: Word) -> Name | None:
    """A run of capitals right behind a title: "the Prime Minister Haider al-Abadi"."""
    words = token.words
    if not token.i or not is_sure_title(words[token.i - 1]) or token.is_sent_start or not token.text[1:2].islower():
        return None
    end = end_of_run(token.i, words)
    if all(is_title_word(word.text) for word in words[token.i : end]):
        return None  # "the Governor *General*"
    return Name(place, token.i, end, EntityLabel.PERSON, title_words_before(token.i, words))


def _known(place: int, token: Word, wanted: _Wanted) -> Name | None:
    """A name that the article holds elsewhere too."""
    folded = words_of(token.text)
    for known, label in wanted.by_first.get(folded[0], ()) if folded else ():
        end = _match(known, token.i, token.words)
        is_sure = len(known) > 1 or (_stands_alone(token.i, token.words) and _is_like_name(token, label))
        if end is not None and is_sure:
            name = join_pieces(Name(place, token.i, end, label), token.words)
            return replace(name, titles=title_words_before(name.start, token.words))
    return None


def _is_like_name(token: Word, label: str) -> bool:
    """Whether a word that is a body's name elsewhere is tagged as a name here, and not only begins a sentence."""
    if label == EntityLabel.PERSON:
        return True
    return token.pos == "PROPN" and (not token.is_sent_start or token.dep == "nsubj")


def _label_of_word(word: str) -> str | None:
    """The label of a word that is a name wherever it stands as written: "U.S.", "NATO", "BloombergView"."""
    folded = " ".join(words_of(word))
    is_marked = is_abbreviation(word) or any(char.isupper() for char in word[1:])
    if not is_marked and not (folded in COUNTRIES and len(folded) > 4):
        return None
    if folded in COUNTRIES and (word.isupper() or len(folded) > 4):
        return EntityLabel.GPE
    if folded in BODY_NAMES and len(folded) > 2:
        return EntityLabel.ORG
    return EntityLabel.ORG if len(word) > 2 and known_outlet(word) is not None else None


def _match(known: tuple[str, ...], start: int, words: Words) -> int | None:
    """The end of the words from ``start`` that are ``known``, hyphens and stops between them left aside."""
    place = start
    for word in known:
        while place < len(words) and place > start and words[place].text in ("-", ".", "’", "'"):
            place += 1
        if place >= len(words) or words_of(words[place].text) != (word,):
            return None
        if words[place].is_sent_start and place > start:
            return None
        place += 1
    return place


def _stands_alone(start: int, words: Words) -> bool:
    """Whether a surname is no part of a longer name, and no common word that begins a sentence."""
    token = words[start]
    if token.lower in _COMMON_WORDS and not _is_subject(token) and (token.is_sent_start or token.pos != "PROPN"):
        return False
    if token.pos not in ("PROPN", "NOUN", "ADJ", "X", ""):
        return False
    after = words[start + 1] if start + 1 < len(words) else None
    return after is None or not (after.text[:1].isupper() and after.pos == "PROPN" and bool(token.has_space))


def _is_subject(token: Word) -> bool:
    """Whether a word does something by itself: "Lake continues", not "Lake levels rose" or "Will he"."""
    return token.dep == "nsubj" and token.head.pos == "VERB" and not any(True for _ in token.children)
