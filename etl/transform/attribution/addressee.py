"""To whom it was said: told *Bloomberg*, said to *reporters*."""

from __future__ import annotations

from etl.transform.attribution.draft import Draft
from etl.transform.attribution.opening import who_answers
from etl.transform.attribution.phrase import NOMINAL, Source, noun_phrase, phrase_after, without_time
from etl.transform.attribution.source import is_passive, subject_of
from etl.transform.attribution.tag import hears
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import VERBS, Use, Verb
from etl.transform.entity.nouns import BODY_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: Verbs whose "to" phrase is a listener.
_TO = word_set(
    """say explain admit confide write speak announce confirm add suggest reveal complain remark report relate disclose
    describe whisper signal respond reply indicate declare insist comment put"""
)
_NOISES = word_set("applause laughter cheers jeers groans boos silence loud")
_TALKS = word_set("interview chat call conversation")
_TOLD = word_set("told tells tell telling")
_TALKING = word_set("speaking talking chatting")
#: Listeners whom a place only gathers: "reporters *outside the town hall*", not "members *of the board*".
_GATHERED = word_set(
    """reporters journalists correspondents newsmen mediapersons media press crowd crowds supporters audience onlookers
    worshippers"""
)
_WHERE = word_set("outside inside near at in on after before during aboard following")
#: Requests that are said to whom they ask; "expected voters to come" is said to nobody.
_BIDDING = word_set(
    """advise ask beg beseech call command counsel direct encourage exhort implore instruct invite order remind tell
    urge warn appeal dare plead"""
)
_THINGS = word_set("it this that what which")
_DETERMINERS = word_set("the a an")


def find_addressee(draft: Draft) -> Source | None:
    """The listener that the verb names: its object, its passive subject, or its "to" phrase."""
    entry = VERBS.get(draft.tree.lower[draft.head]) if draft.head is not None else None
    if entry is None or draft.head is None:
        return None
    if draft.rule == "requested" and entry[0].lemma in _BIDDING:
        return _asked(draft, draft.head)
    if entry[0].lemma == "hear":
        return _who_hears(draft, draft.head)
    answering = who_answers(draft.tree, draft.head)
    if answering is not None:
        return answering
    return _named_by(draft, entry[0]) or _spoken_to(draft, draft.head)


def _who_hears(draft: Draft, head: int) -> Source | None:
    """The court that is told something: "*An inquest* heard that …"."""
    heard = subject_of(draft.tree, head) if draft.source is None else None
    return heard if heard is not None and hears(heard) and not draft.covers(draft.tree.starts[heard.head]) else None


def _asked(draft: Draft, head: int) -> Source | None:
    """Who is asked, though the request names them as part of it: urged *the court* to rule, called on *Lund* to go."""
    tree = draft.tree
    cases = (
        ("obl",) if tree.lower[head].startswith("call") else ("obj", "iobj", "obl")
    )  # "called *a meeting* to decide"
    for child in tree.all_children(head, *cases):
        is_object = tree.dep[child] != "obl" or tree.case(child) in ("on", "upon", "to")
        if child > head and is_object and tree.pos[child] in NOMINAL and tree.lower[child] not in _THINGS:
            found = noun_phrase(tree, child)
            to = next((i for i in range(found.head + 1, found.end) if tree.tag[i] == "TO"), found.end)
            return Source(tree, found.start, to, found.head, found.referent)
    return None


def _spoken_to(draft: Draft, head: int) -> Source | None:
    """ "*Speaking to* the paper, she said …", "Addressing *reporters*, …": a participle in the sentence of the cue."""
    tree = draft.tree
    first, end = tree.sentence[head]
    for i in range(first, end - 1):
        is_opener = i == first or tree.text[i - 1] == "," or tree.pos[i - 1] in ("SCONJ", "ADV")
        if not is_opener or tree.tag[i] != "VBG" or tree.quote[i] != tree.quote[head] or draft.covers(tree.starts[i]):
            continue
        if tree.lower[i] == "addressing":
            return _listener_at(draft, i + 1, end)
        if tree.lower[i] in _TALKING:
            to = next((j for j in range(i + 1, min(i + 5, end)) if tree.lower[j] in ("to", "with")), None)
            return _listener_at(draft, to + 1, end) if to is not None else None
    return None


def _listener_at(draft: Draft, start: int, end: int) -> Source | None:
    found = phrase_after(draft.tree, start, min(start + 10, end)) if start < end else None
    return _outside(draft, found) if found is not None else None


def _named_by(draft: Draft, verb: Verb) -> Source | None:
    assert draft.head is not None
    if verb.use & (Use.TOLD | Use.REQUEST):
        told = _told(draft, draft.head)
        source = draft.source
        is_source = told is not None and source is not None and source.start < told.end and told.start < source.end
        return None if is_source else told  # "…?" asked Jones
    if verb.lemma in _TO:
        for child in draft.tree.all_children(draft.head, "obl"):
            if draft.tree.case(child) == "to" and draft.tree.lower[child] not in _NOISES:
                return _outside(draft, noun_phrase(draft.tree, child))
    return None


def _told(draft: Draft, verb: int) -> Source | None:
    tree = draft.tree
    if is_passive(tree, verb):
        subject = tree.child(verb, "nsubj:pass")
        return _outside(draft, noun_phrase(tree, subject)) if subject is not None else None
    held = (each for each in tree.all_children(verb, "obj", "iobj") if each > verb)
    listeners = (_outside(draft, without_time(noun_phrase(tree, each))) for each in held)
    found = next((each for each in listeners if each is not None), None) or _between(draft, verb)
    return found or (_right_behind(draft, verb) if tree.lower[verb] in _TOLD else None)


def _right_behind(draft: Draft, verb: int) -> Source | None:
    """Who stands behind "told" in a tag, whatever the parse makes of them: "…," she told *broadcaster TV Syd*."""
    tree = draft.tree
    if verb + 1 >= tree.size or tree.pos[verb + 1] not in NOMINAL or tree.quote[verb + 1] != tree.quote[verb]:
        return None
    found = phrase_after(tree, verb + 1, min(verb + 10, tree.size))
    return _outside(draft, found) if found is not None else None


def _between(draft: Draft, verb: int) -> Source | None:
    """Who stands between the verb and what is said, whatever the parse makes of them."""
    tree = draft.tree
    end = verb + 1
    while end < tree.size and not draft.covers(tree.starts[end]):
        end += 1
    found = phrase_after(tree, verb + 1, end) if verb + 1 < end < tree.size else None
    return without_time(found) if found is not None and found.end == end else None


def find_recipient(draft: Draft, after: int) -> Source | None:
    """To whom a letter went, from the words after it: "in a letter **to senators**"."""
    tree = draft.tree
    wanted = ("to", "with") if tree.lower[after - 1] in _TALKS else ("to",)
    if after + 1 >= tree.size or tree.lower[after] not in wanted or tree.tag[after + 1] == "VB":
        return None
    found = phrase_after(tree, after + 1, min(tree.size, after + 12))
    return _outside(draft, without_time(found)) if found is not None else None


def _outside(draft: Draft, found: Source) -> Source | None:
    """Not what is said: the addressee stands outside the content."""
    tree = draft.tree
    end = found.end
    for i in range(found.start, found.end):
        if draft.covers(tree.starts[i]):
            end = i
            break
    if tree.words[found.head].label == "PERSON":  # told *Stroud*, now a pundit, …
        end = next((i for i in range(found.head + 1, end) if tree.text[i] == ","), end)
    end = next((i - 1 for i in range(found.head + 2, end) if tree.text[i - 1] == "," and _begins_aside(tree, i)), end)
    if tree.lower[found.head] in _GATHERED:
        end = next((i for i in range(found.head + 1, end) if tree.lower[i] in _WHERE), end)
    if end <= found.head or draft.covers(tree.starts[found.head]):
        return None
    return Source(tree, found.start, end, found.head, found.referent)


def _begins_aside(tree: Tree, i: int) -> bool:
    """Whether an article and a thing follow a listener's comma: told the paper*, a choice that cost her*."""
    noun = i
    while noun < tree.size - 1 and tree.pos[noun] in ("DET", "ADJ"):
        noun += 1
    word = singular(tree.lower[noun])
    return noun > i and tree.pos[noun] == "NOUN" and word not in PERSON_NOUNS | BODY_NOUNS | OUTLET_NOUNS


def first_word(found: Source) -> int:
    """The first token that is no article."""
    start = found.start
    while start < found.end - 1 and found.tree.lower[start] in _DETERMINERS:
        start += 1
    return start
