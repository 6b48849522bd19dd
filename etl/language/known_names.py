"""Names of media outlets and armed or political bodies that the recognizer must not get wrong.

Whoever asks who carried a story can't do with "WSJ" missed or "Al Jazeera" taken for a person. A
name of the list becomes ORG where the recognizer found nothing, or found the same words under
another label; longer names that hold it ("Reuters Institute") are left alone.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from etl.language.gazetteer import is_norp
from etl.language.name_kinds import WEEKDAYS, kind_of
from etl.language.names import COMPANIES, FORCES, MEDIA, listed
from etl.language.office_tails import OfficeTails
from etl.language.offices import BODIES
from etl.language.word_lists import words_of

FACTORY = "newstrace_known_names"

# Words that more often mean something else.
_AMBIGUOUS = frozenset(
    words_of(
        """
Time TIME Slate Salon Vox Petra Fars Mehr Kan Bild Forbes AP FT RT WAM SANA Spiegel Sputnik Jane's
Axios IS Labour Congress Parliament Basij Wagner Apple Amazon Uber Tesla BP ISI DIA PMU FSA Fatah
Taliban Houthis GOP Likud EU UN YouTube Twitter Facebook
"""
    )
)
_FURNITURE = frozenset(
    [
        "Photo",
        "Photos",
        "Archive Photo",
        "File Photo",
        "Image",
        "Images",
        "Video",
        "Print",
        "Email",
        "E-mail",
        "PDF",
        "Share",
        "Comments",
        "Advertisement",
        "Related",
        "Read More",
        "Subscribe",
        "Responses",
    ]
)
# Diseases and creeds have names, but do nothing that is reported of a person, a body or a place.
_NO_NAMES = frozenset(
    words_of(
        """
covid covid-19 coronavirus sars sars-cov-2 mers ebola zika hiv aids hiv/aids influenza h1n1 h5n1 malaria measles
cholera polio tuberculosis mpox
islam christianity catholicism protestantism judaism buddhism hinduism sikhism communism socialism capitalism
zionism islamism fascism nazism marxism
"""
    )
)
_HEADS_OF_FIELDS = frozenset(words_of("Committee Subcommittee Commission Council"))
_DAYS_AND_MONTHS = WEEKDAYS | frozenset(
    words_of("January February March April May June July August September October November December")
)
#: What is written behind people's names with a hyphen: "the Bush-era law".
_JOINED_ON = frozenset(words_of("led era run like style born held owned made free aged type class level ism ist"))
_PREFIXES = frozenset(words_of("Anti Pro Ex Non Post Pre Neo"))
_RELABELLED = frozenset({"PERSON", "GPE", "LOC", "FAC", "NORP", "EVENT"})


class KnownNames:
    labels = ("ORG", "NORP", "GPE")

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        names = {
            " ".join(n).replace(" - ", "-").replace(" 's", "'s").removeprefix("the ") for n in listed(MEDIA + FORCES)
        }
        # Of companies those of several words: a single one ("Target", "Gap") mostly means something else.
        companies = (" ".join(name).removeprefix("the ") for name in listed(COMPANIES))
        names |= {name for name in companies if " " in name and name.replace(" ", "").isalpha()}
        self.offices = OfficeTails(nlp)
        self.matcher.add("ORG", [nlp.make_doc(n) for n in sorted(names) if n not in _AMBIGUOUS])

    def __call__(self, doc: Doc) -> Doc:
        inside = {t.i for office in self.offices.settle(doc) for t in office if t.text not in BODIES}
        _settle(doc)
        found = self.matcher(doc, as_spans=True)
        added = [s for s in found if self._is_free(s) or self._is_same(doc, s)]
        added = [s for s in added if not inside.issuperset(range(s.start, s.end))]
        groups = [t for t in doc if t.text == "IS" and not t.ent_type_ and _is_unshouted(t)]
        if added or groups:
            taken = {i for s in added for i in range(s.start, s.end)}
            kept = [e for e in doc.ents if not taken.intersection(range(e.start, e.end))]
            names = [Span(doc, s.start, s.end, label="ORG") for s in _longest(added)]
            names += [Span(doc, t.i, t.i + 1, label="ORG") for t in groups if t.i not in taken]
            doc.set_ents([*kept, *names])
        return doc

    def _is_free(self, span: Span) -> bool:
        return not any(token.ent_type_ for token in span)

    def _is_same(self, doc: Doc, span: Span) -> bool:
        inside = {t.ent_type_ for t in span}
        before = doc[span.start].ent_iob_ == "B"
        after = span.end == len(doc) or doc[span.end].ent_iob_ != "I"
        return before and after and len(inside) == 1 and inside <= _RELABELLED


def _settle(doc: Doc) -> None:
    """What needs no context: no space and no article at a name's ends, no page furniture, peoples are NORP."""
    settled: list[Span] = []
    changed = False
    for span in doc.ents:
        start, end = _trimmed(doc, span)
        label = span.label_
        words = tuple(t.text for t in doc[start:end])
        if not words or " ".join(words) in _FURNITURE or " ".join(words).lower() in _NO_NAMES:
            changed = True
            continue
        kind = kind_of(words, label)
        if kind is None or _are_common(doc[start:end]):
            changed = True
            continue
        label = kind
        if len(words) == 1 and label != "NORP" and is_norp(words):
            label = "NORP"
        elif words == ("America",):
            label = "GPE"
        if (start, end, label) != (span.start, span.end, span.label_):
            changed = True
        settled.append(Span(doc, start, end, label=label))
    for token in doc:
        if not token.ent_type_ and is_norp((token.text,)):
            settled.append(Span(doc, token.i, token.i + 1, label="NORP"))
            changed = True
    if changed:
        doc.set_ents(settled)


def _are_common(words: Span) -> bool:
    """Whether words in small letters are tagged as no name ("a *realigning* election") in a text that has capitals."""
    if any(not word.is_lower or word.pos_ in ("", "PROPN", "X") for word in words):
        return False
    return sum(word.text[0].isupper() for word in words.doc) > 1


def _trimmed(doc: Doc, span: Span) -> tuple[int, int]:
    """First and last + 1 word of a name without spaces and an article, and of a person or place without a weekday."""
    start, end = span.start, span.end
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end - start > 1 and doc[start].text == "the":
        start += 1
    if end - start > 1 and span.label_ in {"PERSON", "GPE", "LOC"} and doc[end - 1].text in WEEKDAYS:
        end -= 1
    if span.label_ == "ORG" and end > start and doc[end - 1].text in _HEADS_OF_FIELDS:
        end = _with_field(doc, end)
    if span.label_ == "PERSON" and start < end:
        start, end = _with_hyphens(doc, start, end)
    return start, end


def _with_hyphens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A person's name with the halves of a given name that hyphens join to it: "*Man-*kei Tam", "Park Won*-soon*"."""
    if start > 1 and _is_joint(doc, start - 1) and doc[start - 2].is_title and not doc[start - 2].ent_type_:
        start -= 2 * (doc[start - 2].text not in _PREFIXES)
    if end + 1 < len(doc) and _is_joint(doc, end) and not doc[end + 1].ent_type_:
        half, other = doc[end - 1].text, doc[end + 1].text
        if len(half) < 5 and other.isalpha() and other.islower() and len(other) < 6 and other not in _JOINED_ON:
            end += 2
    return start, end


def _is_joint(doc: Doc, place: int) -> bool:
    return doc[place].text == "-" and not doc[place].whitespace_ and not doc[place - 1].whitespace_


def _with_field(doc: Doc, end: int) -> int:
    """Where a body's name ends with what it is for: "Senate Committee *on Armed Services*", but not "on Tuesday"."""
    place = end
    while place < len(doc) and (doc[place].is_space or (place == end and doc[place].lower_ == "on")):
        place += 1
    if place == end or doc[end].lower_ != "on" or place == len(doc) or doc[place].text in _DAYS_AND_MONTHS:
        return end
    last = end
    while place < len(doc) and not doc[place].ent_type_:
        if doc[place].text[0].isupper() and doc[place].is_alpha:
            last = place + 1
        elif not (doc[place].is_space or doc[place].lower_ in ("and", "&")):
            break
        place += 1
    return last


def _is_unshouted(token: Token) -> bool:
    """ "IS" between words in small letters is the group; in a headline in capitals it is a verb."""
    return any(t.is_lower for t in token.doc[max(0, token.i - 2) : token.i])


def _longest(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    return kept


@Language.factory(FACTORY, assigns=["doc.ents"], requires=["doc.ents"])
def create_known_names(nlp: Language, name: str) -> KnownNames:
    return KnownNames(nlp)
