"""Names as the pipeline marks them, trimmed to the name and cut or joined where it marked them wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from etl.records import EntityLabel
from etl.transform.entity.name import Name, is_determiner, is_possessive, text_of
from etl.transform.entity.titles import NAME_PARTICLES, SURE_TITLES, folded, is_title_word
from etl.transform.lexicon import word_set

_NAME_LABELS = frozenset(label.value for label in EntityLabel if label.is_name)
_CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today tomorrow yesterday"""
)
#: Words of web pages and captions that a model takes for names.
_DEBRIS = word_set(
    """photo photos image images video videos picture pictures gallery slideshow caption copyright advertisement
    subscribe share print email comment comments login login signup menu search read watch click follow
    facebook.com twitter.com http https www update updated editor's note related more next previous source
    sources via reply responses post posts tags tagged topics sign here i we he she it they you this that there"""
)
_ADDRESS = re.compile(r"https?:|www\.|@\w|\w@|\.(?:com|org|net|html?)\b|[{}<>\\|=_]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def read_names(docs: Iterable[Doc]) -> list[Name]:
    """Every name of every paragraph, in text order, none overlapping another."""
    return [name for place, doc in enumerate(docs) for name in _of_paragraph(place, doc)]


def _of_paragraph(place: int, doc: Doc) -> Iterator[Name]:
    last_end = 0
    for ent in doc.ents:
        if ent.label_ not in _NAME_LABELS or ent.end <= last_end:
            continue
        whole = Name(place, max(ent.start, last_end), ent.end, ent.label_)
        for piece in _pieces(whole, doc):
            name = _with_titles(join_pieces(_trimmed(piece, doc), doc, last_end), doc)
            if name.start >= last_end and is_name(name, doc):
                yield name
                last_end = name.end


def is_name(name: Name, doc: Doc) -> bool:
    """Whether the tokens can be a name at all: letters, a capital, no address, no word of a web page."""
    if name.end <= name.start:
        return False
    text = text_of(name, doc)
    words = text.split()
    if not _LETTER.search(text) or _ADDRESS.search(text) or len(words) > 12:
        return False
    if not any(char.isupper() or (char.isalpha() and not char.islower()) for char in text):
        return False
    return not all(folded(word) in _DEBRIS or folded(word) in _CALENDAR for word in words)


def _pieces(name: Name, doc: Doc) -> Iterator[Name]:
    """Cut at line breaks and, for persons, at titles inside ("Iraqi Prime Minister Haider al-Abadi")."""
    start = name.start
    for place in range(name.start, name.end):
        if doc[place].is_space and "\n" in doc[place].text:
            if place > start:
                yield from _cut_at_titles(replace(name, start=start, end=place), doc)
            start = place + 1
    if start < name.end:
        yield from _cut_at_titles(replace(name, start=start), doc)


def _cut_at_titles(name: Name, doc: Doc) -> Iterator[Name]:
    if name.label != EntityLabel.PERSON:
        yield name
        return
    inside = [place for place in range(name.start, name.end - 1) if folded(doc[place].text) in SURE_TITLES]
    if not inside or inside[0] == name.start:
        yield name
        return
    first = inside[0]
    while first > name.start and is_title_word(doc[first - 1].text):
        first -= 1
    if first > name.start:
        before = EntityLabel.ORG if first - name.start > 1 else EntityLabel.NORP
        yield replace(name, end=first, label=before.value)
    yield replace(name, start=inside[-1] + 1)


def _trimmed(name: Name, doc: Doc) -> Name:
    start, end = name.start, name.end
    while start < end and (is_determiner(doc[start].text) or not _is_word(doc[start])):
        start += 1
    while end > start and (is_possessive(doc[end - 1].text) or not _is_word(doc[end - 1])):
        if doc[end - 1].text in (".", ")") and end - start > 1 and _belongs(doc[end - 1], doc[start : end - 1].text):
            break
        end -= 1
    if name.label == EntityLabel.PERSON:
        while start < end - 1 and is_title_word(doc[start].text) and doc[start].text[:1].isupper():
            if folded(doc[start].text) not in SURE_TITLES and end - start <= 2:
                break  # "Grant Shapps", "Judge Reinhold": a name can begin with a word for a title
            start += 1
    return replace(name, start=start, end=end)


def _is_word(token: Token) -> bool:
    return bool(_LETTER.search(token.text)) or token.text.isdigit()


def _belongs(mark: Token, before: str) -> bool:
    """Whether a closing mark is part of the name: the stop of an abbreviation, a parenthesis opened inside."""
    return "(" in before if mark.text == ")" else before[-2:-1] in (".", " ") or before.endswith(("Jr", "Sr", "Inc"))


def join_pieces(name: Name, doc: Doc, floor: int = 0) -> Name:
    """Take in the rest of a hyphenated or particled name that the model cut: "Hadi" + "al" "-" "Amiri"."""
    start, end = name.start, name.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        if not (doc[end + 1].text[:1].isupper() or (doc[end + 1].text.islower() and _is_particle(doc[end - 1]))):
            break
        if name.label != EntityLabel.PERSON and not _is_particle(doc[end - 1]):
            break
        end += 2
    if name.label == EntityLabel.PERSON:
        end = _over_particle(end, doc)
        while start - 2 >= floor and doc[start - 1].text == "-" and _is_particle(doc[start - 2]):
            start -= 2
            if start > floor and doc[start - 1].text[:1].isupper() and doc[start - 1].ent_type_ == "PERSON":
                start -= 1
    return replace(name, start=start, end=end)


def _over_particle(end: int, doc: Doc) -> int:
    """The end of "Hadi" when "al-Amiri" follows."""
    if end + 2 < len(doc) and _is_particle(doc[end]) and doc[end + 1].text == "-" and doc[end + 2].text[:1].isupper():
        return end + 3
    return end


def _is_particle(token: Token) -> bool:
    return token.lower_ in NAME_PARTICLES


def _with_titles(name: Name, doc: Doc) -> Name:
    return replace(name, titles=title_words_before(name.start, doc))


def title_words_before(start: int, doc: Doc) -> tuple[str, ...]:
    """The title words that stand right before token ``start``, in lower case and in text order."""
    titles: list[str] = []
    place = start - 1
    while place >= 0 and len(titles) < 6 and not doc[place].is_sent_end:
        word = doc[place].text
        if word != ".":
            if not is_title_word(word):
                break
            titles.insert(0, folded(word))
        place -= 1
    return tuple(titles)
