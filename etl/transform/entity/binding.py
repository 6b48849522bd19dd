"""What the syntax of a sentence says of a name and a pronoun: that they must, may or cannot be the same.

Names and pronouns are given by the words that head them.
"""

from __future__ import annotations

from typing import Final

from etl.transform.entity.anaphor import SPEAKING
from etl.transform.entity.nouns import BODY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set
from etl.transform.singular import singular
from etl.transform.word import Word, Words, written

_SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass"))
_PARTS: Final = frozenset(("appos", "flat", "nmod:desc", "compound"))
#: What is read out.
_WRITINGS: Final = word_set("document report letter memo memorandum email e-mail study paper dossier leaflet diary")
_ACCOUNTS: Final = word_set("account feed page profile website statement post tweet")
_REACH: Final = 60
_DEEPEST: Final = 8
_MARKS: Final = frozenset(('"', "”", "’", "'", "''"))
_OWNERS: Final = frozenset(("nmod", "nmod:poss"))
_INDEFINITE: Final = word_set("a an another one some")
_LEADERS: Final = word_set("head chief authorities")
_NOUNS_OF: Final = {"m": MALE_NOUNS, "f": FEMALE_NOUNS}


def _top(name: Word) -> Word:
    """The noun that a name hangs on, as part of it or beside it."""
    while name.dep in _PARTS and name.head.i != name.i:
        name = name.head
    return name


def height_of(token: Word) -> int:
    """How high a name stands in its clause, with its title ("*Sergeant* Roe left")."""
    if _stands_for_subject(token):
        return 20
    token = _top(token)
    if token.dep == "nsubj":
        return 20
    if token.dep == "nsubj:pass":
        return 14
    if token.dep in ("obj", "iobj", "obl:agent"):
        return 6
    return -6 if token.dep in ("nmod", "nmod:poss", "compound", "appos") else 0


def _stands_for_subject(name: Word) -> bool:
    """Whether a name behind a comma is followed by a verb without a subject: "to the firm, the aide, *Lind*, wrote"."""
    if name.dep != "appos":
        return False
    after = name.right_edge.after
    verb = after.after if after is not None and after.text == "," else after
    if verb is None or verb.tag not in ("VBD", "VBZ") or verb.pos != "VERB":
        return False
    return not any(child.dep in _SUBJECTS for child in verb.children)


def says_of_itself(name: Word, pronoun: Word) -> bool:
    """ "Smith said he would come": who says something of "he" mostly means himself."""
    name = _top(name)
    clause = pronoun.head
    if clause.dep != "ccomp" or pronoun.dep not in _SUBJECTS or name.paragraph is not pronoun.paragraph:
        return False
    verb = clause.head
    if verb.lemma not in SPEAKING:
        return False
    if verb.tag == "VBG" and verb.dep in ("advcl", "xcomp"):  # "lost the left by saying he …"
        verb = _verb_above(verb)
    while verb.dep == "conj" and not any(child.dep in _SUBJECTS for child in verb.lefts):
        verb = verb.head  # "Smith said no, and *said* he would …"
    return name.dep == "nsubj" and name.head.i == verb.i


def tells_of(name: Word, other: Word) -> bool:
    """Whether who is named tells what ``other`` stands in: in "Smith said the man had left", *the man* is not Smith."""
    name = _top(name)
    if name.dep not in _SUBJECTS or name.head.lemma not in SPEAKING or name.paragraph is not other.paragraph:
        return False
    above = other
    for _ in range(_DEEPEST):
        if above.dep == "ROOT":
            return False
        above = above.head
        if above.i == name.head.i:
            return True
    return False


def _verb_above(saying: Word) -> Word:
    """What a participle goes with: behind a comma the verb of who speaks, "*said* that Lee had left, adding …"."""
    before = saying.before
    verb = saying.head
    if before is None or before.text != ",":
        return verb
    for _ in range(_DEEPEST):
        if verb.lemma in SPEAKING and any(child.dep in _SUBJECTS for child in verb.lefts):
            return verb
        verb = verb.head
    return saying.head


def is_of_itself(name: Word, pronoun: Word) -> bool:
    """ "Smith called himself a liberal"."""
    name = _top(name)
    is_reflexive = pronoun.lower.endswith("self") and name.paragraph is pronoun.paragraph
    return is_reflexive and name.dep in _SUBJECTS and name.head.i == pronoun.head.i


def goes_on(name: Word, pronoun: Word) -> bool:
    """ "Smith fell, but he stood up": the subject of the clause before goes on as the subject."""
    if pronoun.dep not in _SUBJECTS or pronoun.paragraph is not name.paragraph:
        return False
    name = _top(name)
    clause = pronoun.head
    while clause.dep == "conj":
        clause = clause.head
        if name.dep in _SUBJECTS and name.head.i == clause.i:
            return True
    return False


def speaks(name: Word) -> bool:
    """Whether a name is that of who speaks; inside the speech "he" is then somebody else."""
    name = _top(name)
    return name.dep == "nsubj" and name.head.lemma in SPEAKING


def takes_over(name: Word, pronoun: Word) -> bool:
    """ "**Smith** called it late. *He* added …": the named subject of a sentence mostly speaks in the next."""
    name = _top(name)
    is_subject = name.dep in _SUBJECTS and name.head.dep == "ROOT"
    return is_subject and pronoun.dep in _SUBJECTS and pronoun.head.lemma in SPEAKING


def heads(name: Word) -> bool:
    """Whether a name is the subject of its sentence's own verb, or of one joined to it."""
    name = _top(name)
    verb = name.head
    while verb.dep == "conj" and verb.head.i < verb.i:
        verb = verb.head
    return name.dep in _SUBJECTS and verb.dep == "ROOT"


def is_said_of(name: Word) -> bool:
    """Whether a name stands in what somebody says of it: "Smith said *Jones* had left"."""
    clause = _top(name).head
    for _ in range(_DEEPEST):
        if clause.dep == "ccomp" and clause.head.lemma in SPEAKING:
            return True
        if clause.head.i == clause.i:
            return False
        clause = clause.head
    return False


def tags_what_is_said(pronoun: Word) -> bool:
    """ "Jones had left, *he* said": what stands before a tag is said by another than whom it names.

    Not behind an opening that tells when or of whom: "*When Jones left*, he said, …".
    """
    before, after = pronoun.before, pronoun.head.after
    if not speaks_tag(pronoun) or before is None or before.text != "," or pronoun.head.i < pronoun.i:
        return False
    if before.before is not None and before.before.text in _MARKS:
        return False
    is_closed = after is None or after.text in (",", ".") or after.is_sent_start or after.pos == "ADP"
    first = pronoun.sent_start
    return is_closed and first.pos not in ("SCONJ", "ADP", "ADV") and first.tag not in ("VBG", "VBN")


def modifies_person(name: Word) -> bool:
    """ "Former *AMA* president Jones": a body that only says what somebody is."""
    return name.dep == "compound" and (name.head.lower in PERSON_NOUNS or is_title_word(name.head.text))


def is_of_writing(name: Word) -> bool:
    """Whether a name only tells whose a text or account is: "a statement on his *Twitter* account"."""
    noun = name
    for _ in range(_DEEPEST):
        if noun.dep not in ("compound", "nmod", "nmod:poss", "obl", "acl", "amod") or noun.head.i == noun.i:
            return False
        noun = noun.head
        if noun.lower in _WRITINGS | _ACCOUNTS:
            return True
    return False


def body_before(pronoun: Word) -> Word | None:
    """ "The department denies this. "…," *it* said": the body that is the last subject before, and has no name."""
    if not speaks_tag(pronoun):
        return None
    for word in reversed(pronoun.words[max(0, pronoun.i - _REACH) : pronoun.i]):
        if pronoun.head.tag == "VBZ" and word.lower in _WRITINGS and not word.label:
            return word  # "has seen the report. "…," *it* says"
        is_body = word.lower in BODY_NOUNS or (word.pos == "NOUN" and speaks(word))  # "its *operator* has announced"
        if word.dep in _SUBJECTS and (word.label or is_body):
            return None if word.label else word
    return None


def is_behind(name: Word, noun: Word) -> bool:
    """Whether a name stands in a noun's paragraph, at it or after it."""
    return name.paragraph is noun.paragraph and name.i >= noun.i


def speaks_tag(pronoun: Word) -> bool:
    """Whether a pronoun is the subject of a verb of saying: "…," *he* said."""
    return pronoun.dep == "nsubj" and pronoun.head.lemma in SPEAKING


def are_arguments_of_one(name: Word, pronoun: Word) -> bool:
    """ "Smith saw him": two arguments of one verb are two people."""
    if name.paragraph is not pronoun.paragraph or pronoun.lower.endswith("self"):
        return False
    name = _top(name)
    is_argument = name.dep in ("nsubj", "obj", "iobj", "nsubj:pass", "obl")
    return name.head.i == pronoun.head.i and is_argument and pronoun.dep not in ("nmod:poss",)


def is_according_to(token: Word) -> bool:
    return any(child.lower == "according" for child in token.lefts)


def are_several(they: Word) -> bool:
    """Whether the subject of its sentence before it is several: "Prosecutors charged the suspect, they said"."""
    return any(each.tag == "NNS" and each.dep in _SUBJECTS for each in _before(they))


def unnamed_speaker_before(pronoun: Word) -> Word | None:
    """Who spoke in the sentence before and has no name: *A guard* said it was late. **She** added …"""
    clause = pronoun.head
    if pronoun.dep not in _SUBJECTS or clause.lemma not in SPEAKING or clause.head.i != clause.i:
        return None
    first = pronoun.sent_start
    root = next(
        (each for each in reversed(first.words[: first.i]) if each.head.i == each.i and each.pos == "VERB"), None
    )
    if (
        root is None
        or root.lemma not in SPEAKING
        or first.before is None
        or root.sent_start.i != first.before.sent_start.i
    ):
        return None
    noun = next((child for child in root.lefts if child.dep in _SUBJECTS), None)
    if noun is None or noun.pos != "NOUN" or _is_named(noun):
        return None
    is_several = noun.tag == "NNS"
    # "the senator" is mostly one who was named; "a guard", "the head of the office", "Roe's lawyer" is not
    is_new = is_several or any(child.lower in _INDEFINITE or child.dep in _OWNERS for child in noun.children)
    is_somebody = is_new and (singular(noun.lower) in PERSON_NOUNS or noun.lower in _LEADERS)
    return noun if is_somebody and is_several == (pronoun.lower == "they") else None


def _is_named(noun: Word) -> bool:
    """Whether a noun's words name who it is, and not only whose: "Moe's *lawyer*" is nobody named."""
    own = [child for child in noun.children if child.dep != "nmod:poss"]
    named = [each for child in own for each in child.subtree if each.label == "PERSON"]
    is_owner = len({each.head.i for each in named}) == 1 and named[0].dep == "nmod"  # "a spokesman for *Moe*"
    return noun.label == "PERSON" or (bool(named) and not is_owner)


def is_indefinite(noun: Word) -> bool:
    """Whether a noun brings in somebody new: "a man", but not "Roe, a man of means" nor "Roe is a man"."""
    is_of_a_name = noun.dep == "appos" or any(child.dep == "cop" for child in noun.lefts)
    return not is_of_a_name and any(child.lower in _INDEFINITE for child in noun.lefts)


def speaks_of_another(pronoun: Word, gender: str | None) -> bool:
    """Whether its sentence names nobody before it but "a woman": *A woman, a niece of Smith*, said she was ill."""
    nouns = _NOUNS_OF.get(gender or "", frozenset())
    return any(
        each.lower in nouns and any(child.lower in _INDEFINITE for child in each.lefts) for each in _before(pronoun)
    )


def labels_turn(name: Words) -> bool:
    """Whether a name that begins a paragraph only says who speaks it: "Roe: She is my sister."."""
    words = name[0].words
    first, end = name[0].i, name[-1].i + 1
    before = written(words[:first]).strip()
    after = written(words[end : end + 2]).strip().lstrip(")*_")
    return not before.strip("(*_") and (after.startswith(":") or (bool(before) and not after))


def _before(word: Word) -> Words:
    """The words of its sentence before it."""
    return word.words[word.sent_start.i : word.i]
