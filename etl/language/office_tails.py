"""Cuts an office's last words off a person's name: "State Condoleezza Rice" behind "Secretary of".

The recognizer reads "Secretary of State Condoleezza Rice" as it reads "State Bank of India". What stands behind a
whole office and is written as a person's name is a person; an office's own words are nobody's name.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from etl.language.gazetteer import FACILITY_HEADS, TITLES, is_norp
from etl.language.names import PLACES, listed
from etl.language.offices import BEFORE, BODIES, office_phrases
from etl.language.word_lists import words_of

# Behind an office these go on with something that is no person: "Secretary of State Department".
_NO_PERSONS = FACILITY_HEADS | frozenset(
    words_of(
        """
department ministry office agency bureau committee council commission university school college institute party
board court bank company association federation union corps force forces army navy service services group team
report act bill policy staff nominee candidate designate general elect press affairs news times post
"""
    )
)
# First words of places of two words: "Mayor of New York".
_FIRST_OF_PLACE = frozenset(words_of("New San Santa Los Las St. St Saint North South East West El Cape Fort Port Salt"))
_PARTICLES = frozenset(words_of("al el bin ibn ben de da del della der den di du la le van von ter abu - . ' ’"))
_PLACE_NAMES = frozenset(name[name[0] == "the" :] for name in listed(PLACES))


class OfficeTails:
    """Finds offices in a document and corrects the names that run into them."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.matcher.add("OFFICE", [Doc(nlp.vocab, words=list(phrase)) for phrase in office_phrases()])

    def settle(self, doc: Doc) -> list[Span]:
        """Set the document's names anew where an office runs into one; returns the offices."""
        offices = filter_spans(self.matcher(doc, as_spans=True))
        names = list(doc.ents)
        settled: list[Span] = []
        for name in names:
            office = next((o for o in offices if o.start < name.end and name.start < o.end), None)
            settled += _behind_of(doc, name) if office is None else _apart(doc, name, office)
        if settled != names:
            doc.set_ents(_joined(doc, settled))
        return offices


def _apart(doc: Doc, name: Span, office: Span) -> list[Span]:
    """What is left of a name that shares words with an office: nothing, the person behind it, or the name."""
    if name.end <= office.end:
        if name.start < office.start:
            return _owner(doc, name, office)
        return [] if name.text not in BODIES else [name]
    if not _is_person(name.label_, doc[office.end : name.end]):
        return [name]
    kept = [Span(doc, office.end, name.end, label="PERSON")]
    before = doc[name.start : office.start] if name.start < office.start else None
    if before is not None and tuple(t.text for t in before) in _PLACE_NAMES:
        kept.insert(0, Span(doc, before.start, before.end, label="GPE"))
    elif before is not None and not all(t.lower_ in BEFORE or is_norp((t.text,)) for t in before):
        return [name]
    return kept


def _owner(doc: Doc, name: Span, office: Span) -> list[Span]:
    """What stands before the office that a name ends with: "US" of "US Secretary", "Justice Department"."""
    if name.label_ == "PERSON" or doc[office.start - 1].is_lower:  # "Office of the Attorney General"
        return [name]
    words = tuple(t.text for t in doc[name.start : office.start])
    label = "GPE" if words in _PLACE_NAMES else "NORP" if is_norp(words) else name.label_
    return [Span(doc, name.start, office.start, label=label)]


def _behind_of(doc: Doc, name: Span) -> list[Span]:
    """The place and the person in "Mayor of London Sadiq Khan": behind "of" stands what an office is of."""
    if name.label_ != "PERSON" or name.start < 2 or doc[name.start - 1].lower_ != "of":
        return [name]
    place = name.start + (2 if name[0].text in _FIRST_OF_PLACE else 1)
    if doc[name.start - 2].lower_ not in TITLES or name.end - place < 2 or not doc[place].text[0].isupper():
        return [name]
    return [Span(doc, name.start, place, label="GPE"), Span(doc, place, name.end, label="PERSON")]


def _is_person(label: str, tail: Span) -> bool:
    """Whether words behind an office are written as a person's name."""
    words = [t for t in tail if t.text not in _PARTICLES]
    if not words or not tail[0].text[0].isupper() or any(t.lower_ in _NO_PERSONS for t in words):
        return False
    if label == "PERSON":
        return True
    is_written = all(t.text[0].isupper() or t.nbor(-1).text == "-" or (t.is_lower and len(t) < 4) for t in words)
    return is_written and len(tail) < 8 and tuple(t.text for t in tail) not in _PLACE_NAMES


def _joined(doc: Doc, names: list[Span]) -> list[Span]:
    """Two people side by side without a mark between them were one name, cut by mistake."""
    joined: list[Span] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and last.end == name.start and last.label_ == name.label_ == "PERSON":
            joined[-1] = Span(doc, last.start, name.end, label="PERSON")
        else:
            joined.append(name)
    return joined
