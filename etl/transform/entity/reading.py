"""Names as the pipeline marks them, trimmed to the name and cut or joined where it marked them wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.records import EntityLabel
from etl.transform.entity.firms import with_firms
from etl.transform.entity.given_names import is_given_name, is_sure_given_name
from etl.transform.entity.heads import THING_HEADS
from etl.transform.entity.name import STORMS, Name, is_determiner, is_possessive, text_of
from etl.transform.entity.nouns import PERSON_NOUNS
from etl.transform.entity.titles import NAME_PARTICLES, SURE_TITLES, folded, is_title_word
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedParagraph
from etl.transform.singular import singular
from etl.transform.word import Word, Words, written

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
_SHORT_TITLES = word_set("gen lt col maj capt sgt adm sen rep gov prof dr rev mr mrs ms")
_LENGTHENED = frozenset((EntityLabel.GPE.value, EntityLabel.NORP.value, EntityLabel.LOC.value, EntityLabel.ORG.value))
_HEADS_WITH_OF = word_set(
    """league bank university ministry department council board bureau house institute chamber federation union house
    college school academy church army party movement front brigade brigades alliance association order office"""
)
_OFFICE_HEADS = word_set("secretary")
#: Not names, though a model takes them for bodies: "the former *CFO*".
_INITIALS_OF_OFFICE = word_set("ceo cfo coo cto cio mp mps mep meps phd edt est pdt pst cdt cst gmt utc bst cet ist")
#: Common words that open a sentence, and adjectives with a capital: "the *Federal* government".
_COMMON_TAGS = frozenset(("JJ", "JJR", "RB", "DT", "IN", "VBG", "VBN", "WRB", "PRP"))
_ADJECTIVES = word_set("federal central allied national regional state northern southern eastern western")
#: What a company is by law, as it stands behind its name.
_LEGAL_FORMS = word_set("Inc Inc. Corp Corp. Ltd Ltd. LLC LLP plc PLC AG GmbH NV SA AB ASA AS Oyj SpA Pty")
#: First words of Arabic names that a model leaves outside: "*Umm* Khaled".
_BEFORE_NAMES = frozenset(("Umm", "Um", "Abu", "Abou", "Ould", "Bint"))
_GENERATIONS = word_set("jr sr ii iii iv")
_ADDRESS = re.compile(r"https?:|www\.|@\w|\w@|\.(?:com|org|net|html?)\b|[{}<>\\|=_]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def read_names(paragraphs: Sequence[ParsedParagraph]) -> list[Name]:
    """Every name of every paragraph, in text order, none overlapping another."""
    return [
        name
        for place, paragraph in enumerate(paragraphs)
        for name in with_firms(list(_of_paragraph(place, paragraph)), place, paragraph.words)
    ]


def _of_paragraph(place: int, paragraph: ParsedParagraph) -> Iterator[Name]:
    words = paragraph.words
    held: Name | None = None
    last_end = 0
    for marked in paragraph.names:
        if marked.label not in _NAME_LABELS or marked.end <= last_end:
            continue
        whole = Name(place, max(marked.start, last_end), marked.end, marked.label)
        for piece in _pieces(whole, words):
            name = _behind_title(lengthened(join_pieces(_trimmed(piece, words), words, last_end), words), words)
            if name.start < last_end or not is_name(name, words):
                continue
            last_end = name.end
            if held is not None and _are_one(held, name, words):
                held = held.within(held.start, name.end)
                continue
            if held is not None:
                yield held
            held = replace(name, titles=title_words_before(name.start, words))
    if held is not None:
        yield held


def _are_one(first: Name, second: Name, words: Words) -> bool:
    """Whether two persons side by side are one name that was cut: "Ali Wazir" "Shamary"."""
    is_close = first.end == second.start
    are_persons = first.label == second.label == EntityLabel.PERSON
    return is_close and are_persons and second.end - first.start <= 5 and not is_title_word(words[second.start].text)


def is_name(name: Name, words: Words) -> bool:
    """Whether the tokens can be a name at all: letters, a capital, no address, no word of a web page."""
    if name.end <= name.start:
        return False
    text = text_of(name, words)
    parts = text.split()
    if not _LETTER.search(text) or _ADDRESS.search(text) or len(parts) > 12:
        return False
    if not any(char.isupper() or (char.isalpha() and not char.islower()) for char in text):
        return False
    if name.label == EntityLabel.PERSON and len(parts) == 1 and is_title_word(parts[0]):
        return False
    if len(parts) == 1 and (folded(parts[0]) in _INITIALS_OF_OFFICE or _is_common(name, words)):
        return False
    return not all(folded(word) in _DEBRIS or folded(word) in _CALENDAR for word in parts)


def _is_common(name: Name, words: Words) -> bool:
    """Whether one word is a name only by the capital that its place or office gives it: "*Little* was left of it"."""
    word = words[name.start]
    if word.lower in _ADJECTIVES:
        return name.end < len(words) and words[name.end].text.islower() and words[name.end].text.isalpha()
    if not word.is_sent_start or not word.text[1:].islower() or not word.text.isalpha():
        return False
    after = words[name.end] if name.end < len(words) else None
    is_modifier = word.dep in ("compound", "amod") and after is not None and after.text.islower()
    is_noun = word.tag in ("NN", "NNS") and is_modifier  # "*State* sentencing is due in July"
    if name.label == EntityLabel.PERSON and word.tag.startswith("VB"):
        return False  # "*Felt* insisted on it"
    return name.label != EntityLabel.NORP and (is_noun or (word.tag in _COMMON_TAGS and not _opens_office(after)))


def _opens_office(after: Word | None) -> bool:
    """Whether a title follows: "*Philippine* President"."""
    return after is not None and after.text[:1].isupper()


def _pieces(name: Name, words: Words) -> Iterator[Name]:
    """Cut at line breaks, at titles inside ("Iraqi Prime Minister Haider al-Abadi") and before a person at the end."""
    start = name.start
    for place in range(name.start, name.end):
        if words[place].is_space and "\n" in words[place].text:
            if place > start:
                yield from _cut_at_titles(name.within(start, place), words)
            start = place + 1
    if start < name.end:
        yield from _cut_at_titles(name.within(start, name.end), words)


def _cut_at_titles(name: Name, words: Words) -> Iterator[Name]:
    if name.label != EntityLabel.PERSON:
        yield from _cut_before_person(name, words)
        return
    inside = [place for place in range(name.start, name.end - 1) if folded(words[place].text) in SURE_TITLES]
    if not inside or inside[0] == name.start:
        yield name
        return
    first = inside[0]
    while first > name.start and is_title_word(words[first - 1].text):
        first -= 1
    if first > name.start:
        before = EntityLabel.ORG if first - name.start > 1 else EntityLabel.NORP
        yield replace(name, end=first, label=before.value)
    yield name.within(inside[-1] + 1, name.end)


def _cut_before_person(name: Name, words: Words) -> Iterator[Name]:
    """ "National Intelligence James Clapper", marked as one body, is a body and a person."""
    last = words[name.end - 1]
    given = words[name.end - 2] if name.end - name.start > 2 else None
    if (
        given is None
        or name.label not in (EntityLabel.ORG, EntityLabel.GPE, EntityLabel.LOC, EntityLabel.FAC)
        or not is_sure_given_name(given.text)
        or last.lower in THING_HEADS
        or is_given_name(words[name.end - 3].text)
        or not words[name.end - 3].text[:1].isupper()
    ):
        yield name
        return
    yield name.within(name.start, name.end - 2)
    yield replace(name, start=name.end - 2, label=EntityLabel.PERSON.value)


def _trimmed(name: Name, words: Words) -> Name:
    start, end = name.start, name.end
    while start < end and (is_determiner(words[start].text) or not _is_word(words[start])):
        start += 1
    if start < end and _opens_sentence_as_noun(words[start]):
        start += 1  # "*Rivals* Micron and Samsung cut output", "*Astronomers* saw it"
    while end > start and (is_possessive(words[end - 1].text) or not _is_word(words[end - 1])):
        mark = words[end - 1]
        if mark.text in (".", ")") and end - start > 1 and _belongs(mark, written(words[start : end - 1])):
            break
        end -= 1
    if end - start > 1 and end < len(words) and words[end - 1].text == "District" and is_title_word(words[end].text):
        end -= 1 + (words[end - 2].text == "Federal" and end - start > 2)  # "*U.S.* District Judge"
    if name.label != EntityLabel.PERSON:  # "U.S. Air Force Gen." before a name
        while end - start > 1 and (words[end - 1].text == "." or folded(words[end - 1].text) in _SHORT_TITLES):
            if words[end - 1].text == "." and folded(words[end - 2].text) not in _SHORT_TITLES:
                break
            end -= 1
    else:
        while start < end - 1 and is_title_word(words[start].text) and words[start].text[:1].isupper():
            if folded(words[start].text) not in SURE_TITLES and end - start <= 2:
                break  # "Grant Shapps", "Judge Reinhold": a name can begin with a word for a title
            start += 1
    return name.within(start, end)


def _opens_sentence_as_noun(token: Word) -> bool:
    """Whether a word has its capital only from its place: a plural noun for people that opens a sentence."""
    if not token.is_sent_start or token.tag != "NNS":
        return False
    return token.text[1:].islower() and singular(token.text).lower() in PERSON_NOUNS


def _is_word(token: Word) -> bool:
    return bool(_LETTER.search(token.text)) or token.text.isdigit()


def _belongs(mark: Word, before: str) -> bool:
    """Whether a closing mark is part of the name: the stop of an abbreviation, a parenthesis opened inside."""
    return "(" in before if mark.text == ")" else before[-2:-1] in (".", " ") or before.endswith(("Jr", "Sr", "Inc"))


def join_pieces(name: Name, words: Words, floor: int = 0) -> Name:
    """Take in the rest of a hyphenated or particled name that the model cut: "Hadi" + "al" "-" "Amiri"."""
    start, end = name.start, name.end
    while end + 1 < len(words) and words[end].text == "-" and not words[end - 1].has_space and not words[end].has_space:
        if not (words[end + 1].text[:1].isupper() or (words[end + 1].text.islower() and _is_particle(words[end - 1]))):
            break
        is_compound = words[end - 1].text.isupper() and words[end + 1].text.isupper()  # "AFL-CIO"
        if name.label != EntityLabel.PERSON and not _is_particle(words[end - 1]) and not is_compound:
            break
        end += 2
    if name.label == EntityLabel.PERSON:
        end = _over_suffix(_over_particle(_over_initial(end, words), words), words)
        if start > floor and words[start - 1].text in _BEFORE_NAMES and not words[start - 1].label:
            start -= 1
        while start - 2 >= floor and words[start - 1].text == "-" and _is_particle(words[start - 2]):
            start -= 2
            if start > floor and words[start - 1].text[:1].isupper() and words[start - 1].label == "PERSON":
                start -= 1
    return name.within(start, end)


def lengthened(name: Name, words: Words) -> Name:
    """Take in the noun that makes a place's or people's name a body's ("Israel" + "Project"), and what "of" adds."""
    if name.end < len(words) and words[name.end].text in _LEGAL_FORMS and name.label != EntityLabel.NORP:
        return replace(name, end=name.end + 1, label=EntityLabel.ORG.value)
    if name.start and words[name.start - 1].text.istitle() and words[name.start - 1].lower in STORMS:
        return replace(name, start=name.start - 1, label=EntityLabel.EVENT.value)
    end = name.end
    while end < len(words) and end - name.end < 3 and words[end].text[:1].isupper() and not words[end].is_sent_start:
        end += 1
        if _is_of_office(end - 1, words):
            return name  # "White House Press *Secretary*", "U.S. *District* Judge"
        if words[end - 1].lower in THING_HEADS and not words[end - 1].text.isupper() and name.label in _LENGTHENED:
            return replace(name, end=end, label=EntityLabel.ORG.value)
    if name.label == EntityLabel.ORG and words[name.end - 1].lower in _HEADS_WITH_OF:
        end = name.end
        if end + 1 < len(words) and words[end].lower == "of":
            end += 1 + (words[end + 1].lower == "the")
            first = end
            while end < len(words) and words[end].text[:1].isupper() and end - first < 4:
                end += 1
            if end > first:
                return name.within(name.start, end)
    return name


def _is_of_office(place: int, words: Words) -> bool:
    """Whether the word at ``place`` belongs to an office, and to no body's name."""
    if words[place].lower in _OFFICE_HEADS:
        return True
    is_followed = place + 1 < len(words) and is_title_word(words[place + 1].text)
    return words[place].text == "District" and is_followed


def _behind_title(name: Name, words: Words) -> Name:
    """The whole of a name behind a title, where the model marked its beginning: "General Ali Wazir" + "Shamary"."""
    if name.start and is_sure_title(words[name.start - 1]) and name.label != EntityLabel.NORP:
        return name.within(name.start, max(name.end, end_of_run(name.start, words)))
    return name


def is_sure_title(token: Word) -> bool:
    """Whether a name must follow: "Senator", "Lt", but not the end of a title as in "the Secretary of State"."""
    after = token.after
    if not token.text[:1].isupper() or after is None or after.is_sent_start:
        return False
    if folded(token.text) in ("general", "gen"):  # "General Assembly", "General Motors"
        return is_given_name(after.text) or after.label == "PERSON"
    return folded(token.text) in SURE_TITLES and after.lower not in THING_HEADS


def end_of_run(start: int, words: Words) -> int:
    """The end of the run of capitalised words, particles between them, that begins at ``start``; at most five."""
    end = start + 1
    while end < len(words) and end - start < 7:
        token = words[end]
        following = words[end + 1] if end + 1 < len(words) else None
        is_cap = token.text[:1].isupper() and token.text[1:].islower() and token.pos in ("PROPN", "NOUN", "ADJ", "")
        is_link = (token.text == "-" or _is_particle(token)) and following is not None
        if (is_cap and not token.is_sent_start) or (
            is_link and following is not None and (following.text[:1].isupper() or following.text == "-")
        ):
            end += 1
        else:
            break
    while end > start + 1 and not words[end - 1].text[:1].isupper():
        end -= 1
    return end


def _over_particle(end: int, words: Words) -> int:
    """The end of "Hadi" when "al-Amiri" follows."""
    if end + 2 >= len(words):
        return end
    particle, hyphen, rest = words[end : end + 3]
    return end + 3 if _is_particle(particle) and hyphen.text == "-" and rest.text[:1].isupper() else end


def _over_initial(end: int, words: Words) -> int:
    """The end of "William S." when "Saturn" follows."""
    if end >= len(words) or len(words[end - 1].text) != 2 or words[end - 1].text[1] != ".":
        return end
    after = words[end]
    is_name = after.text[:1].isupper() and after.text[1:2].islower() and after.pos == "PROPN" and not after.label
    return end + 1 if is_name and words[end - 1].has_space else end


def _over_suffix(end: int, words: Words) -> int:
    """The end of "Donald Trump" when "Jr." follows, a comma before it or none."""
    place = end + (end < len(words) and words[end].text == ",")
    if place >= len(words) or folded(words[place].text) not in _GENERATIONS or not words[place].text[:1].isupper():
        return end
    has_stop = place + 1 < len(words) and words[place + 1].text == "." and not words[place].has_space
    return place + 1 + (has_stop and not words[place + 1].is_sent_end)


def _is_particle(token: Word) -> bool:
    return token.lower in NAME_PARTICLES


def title_words_before(start: int, words: Words) -> tuple[str, ...]:
    """The title words that stand right before token ``start``, in lower case and in text order."""
    titles: list[str] = []
    place = start - 1
    while place >= 0 and len(titles) < 6 and not words[place].is_sent_end:
        word = words[place].text
        if word != ".":
            if not is_title_word(word):
                break
            titles.insert(0, folded(word))
        place -= 1
    return tuple(titles)
