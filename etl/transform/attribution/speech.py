"""Quotations with a speech tag: "…," she said · said Jones: "…" · "…," he said, "…"."""

from __future__ import annotations

import re

from etl.records import QuotationEnd
from etl.transform.attribution.boundary import sentence_end
from etl.transform.attribution.colon import label_before
from etl.transform.attribution.draft import Chars, Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.phrase import NOMINAL, TIMES, Source, phrase_after, subject_beside
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.source import (
    agent_of,
    controller_of,
    is_passive,
    quoted_by,
    subject_of,
    subject_of_participle,
)
from etl.transform.attribution.verbs import SAME_PAST, SURE_FORMS, Use
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set

_LONGEST_SIGNATURE = 120  # characters
_SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*((?:[A-Z][^\s.,;:!?]*\.?)(?:[ ,]+[^\s;:!?“\"]+){0,12}?)\s*\.?\s*$")
_REACH = 45  # tokens that a tag may be long
_NOT_A_TAG = word_set(
    """and but or nor when while after before which that because although though if so yet since until unless whose
    whom where even then for to"""
)
_RELATIVE = frozenset(["who", "which", "that", "whose", "where", "when", "whom"])
_FINITE = frozenset(["VBD", "VBP", "VBZ"])
_LONGEST_NAME = 12  # tokens of a title or a chant
_CLAUSE_OPENERS = word_set("if because although though that whether unless so while")


def find_speech(scene: Scene, owners: dict[int, Draft], waiting: dict[int, Quoted]) -> None:
    """Drafts for every quotation that a reporting verb beside it introduces or tags.

    ``owners`` maps quotations of the article to their drafts, ``waiting`` holds those that reopen in the next
    paragraph and have no tag yet; both are kept up to date here.
    """
    for quoted in scene.quoted:
        before = quoted.quotation.continues
        owner = owners.get(before) if before is not None else None
        found = _tag_before(scene, quoted) if owner is not None and owner.tree is scene.tree else None
        if owner is not None and _is_of_another(scene, quoted, owner):
            owner = None  # a mark was left out, and somebody else begins
        if owner is not None and (found is None or found.head == owner.head):
            owner.content.append(quoted.chars)
            owner.quotations.append(quoted.ordinal)
            scene.placed.add(quoted.ordinal)
            owners[quoted.ordinal] = owner
            continue
        for read in (_tag_after, _tag_before, _signature, _labelled):
            found = found or read(scene, quoted)
        if found is not None:
            _take_waiting(found, before, waiting)
            scene.add(found)
            owners[quoted.ordinal] = found
        elif quoted.quotation.end is QuotationEnd.REOPENED:
            waiting[quoted.ordinal] = quoted


def _is_of_another(scene: Scene, quoted: Quoted, owner: Draft) -> bool:
    """Whether a quotation that seems to go on from the paragraph before is tagged with another name."""
    if owner.tree is scene.tree or owner.source is None:
        return False
    tagged = _tag_after(scene, quoted)
    if tagged is None or tagged.source is None or scene.tree.pos[tagged.source.head] != "PROPN":
        return False
    is_named = owner.source.tree.pos[owner.source.head] == "PROPN"
    return is_named and not _name_words(tagged.source) & _name_words(owner.source)


def _name_words(source: Source) -> set[str]:
    words = source.tree.text[source.start : source.end]
    return {word.lower() for word in words if word.isalpha() and not is_title_word(word)}


def _take_waiting(draft: Draft, before: int | None, waiting: dict[int, Quoted]) -> None:
    while before is not None and before in waiting:
        earlier = waiting.pop(before)
        draft.content.insert(0, earlier.chars)
        draft.quotations.append(earlier.ordinal)
        before = earlier.quotation.continues


def _signature(scene: Scene, quoted: Quoted) -> Draft | None:
    """ "…" — Jane Jones: a quotation signed after a dash, at the end of its paragraph."""
    tree = scene.tree
    if not quoted.quotation.is_speech:
        return None
    last = tree.skip_left(tree.size, ".")
    limit = quoted.quotation.end_char + _LONGEST_SIGNATURE
    signed = _SIGNED.match(scene.text, quoted.quotation.end_char, min(tree.ends[-1], limit))
    if signed is None or last < 0 or signed.end() < tree.ends[last]:
        return None
    tokens = [
        i for i in range(quoted.end - 1, tree.size) if tree.starts[i] < signed.end(1) and tree.ends[i] > signed.start(1)
    ]
    if not tokens or any(tree.tag[i] in _FINITE for i in tokens):
        return None
    comma = next((i for i in tokens if tree.text[i] == ","), tokens[-1] + 1)
    head = max(tokens[0], comma - 1)
    return Draft(tree, "signed", None, None, [quoted.chars], Source(tree, tokens[0], tokens[-1] + 1, head, head))


def _labelled(scene: Scene, quoted: Quoted) -> Draft | None:
    """Jones: "…" """
    tree = scene.tree
    colon = tree.skip_left(quoted.start, "")
    if colon < 1 or tree.text[colon] != ":" or tree.quote[colon] or not quoted.quotation.is_speech:
        return None
    source = label_before(scene, colon)
    return Draft(tree, "label", (colon, colon + 1), None, [quoted.chars], source) if source is not None else None


def _tag_after(scene: Scene, quoted: Quoted) -> Draft | None:
    tree = scene.tree
    start = tree.skip_right(quoted.end, ",—–-")
    if start >= tree.size or tree.lower[start] in _NOT_A_TAG or tree.quote[start]:
        return None
    verb = _verb_after(scene, start) if _invites_tag(scene, quoted, start) else None
    if verb is None or _is_adverbial(scene, quoted) or (verb > start and _introduces(scene, verb, quoted)):
        return None
    source = _source_after(scene, verb, start)
    if source is None or _is_called(scene, quoted):
        return None
    draft = _draft(scene, quoted, verb, source, "speech-tag-after")
    draft.content = [_with_lead(scene, quoted)]
    rest = _rest_after(scene, max(verb + 1, source.end))
    if rest is not None:
        draft.content.append(rest)
    return draft


def _is_called(scene: Scene, quoted: Quoted) -> bool:
    """Whether the word before a quotation takes it as its object: under what she called “the old model,” the club …"""
    before = scene.tree.skip_left(quoted.start, "")
    return before > 0 and not scene.tree.quote[before] and scene.verb(before, Use.COMPLEMENT) is not None


def _is_adverbial(scene: Scene, quoted: Quoted) -> bool:
    """Whether a quotation only belongs to a phrase before the sentence: On “This Week,” she said it was late."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if (
        before < 0
        or tree.text[before][-1] in ".?!:;"
        or tree.quote[before]
        or quoted.end - quoted.start > _LONGEST_NAME
    ):
        return False
    first = tree.skip_right(tree.sentence[before][0], "")
    if tree.tag[first] not in ("IN", "VBG") or tree.lower[first] in _CLAUSE_OPENERS:
        return False
    return not any(tree.tag[i] in _FINITE or tree.tag[i] == "MD" for i in range(first, quoted.end))


def _rest_after(scene: Scene, after: int) -> Chars | None:
    """What goes on with a sentence after its tag, where it holds more quoted words: “…,” she said, but “…”."""
    tree = scene.tree
    if after >= tree.size:
        return None
    end = sentence_end(scene, after)
    comma = next((i for i in range(after, end) if tree.text[i] == "," and not tree.quote[i]), end)
    first = comma + 1
    if (
        first >= end
        or tree.quote[first]
        or tree.pos[first] not in ("CCONJ", "SCONJ")
        or tree.sentence[first] != tree.sentence[after]
    ):
        return None
    if not any(tree.quote[i] for i in range(first, end)) or any(tree.quote[i] for i in range(after, comma)):
        return None
    for i in range(first, end):
        if tree.quote[i]:
            break
        if scene.verb(i, Use.DIRECT) is not None or tree.tag[i] in ("VBD",):
            return None
    return scene.chars(first, end)


def _verb_after(scene: Scene, start: int) -> int | None:
    """The reporting verb of a tag that begins at a token; another finite verb before it means that it is no tag."""
    tree = scene.tree
    aside: int | None = None
    for verb in range(start, min(start + _REACH, tree.size)):
        if tree.is_stop(verb) or tree.quote[verb] or tree.text[verb] == ":":
            return aside
        entry = scene.verb(verb, Use.DIRECT | Use.TOLD)
        is_past = entry is not None and (
            entry[1] is not Form.BASE or (entry[0].lemma in SAME_PAST and (verb == start or tree.tag[verb] == "VBD"))
        )
        if entry is not None and verb not in scene.taken and is_past:
            if _is_in_open_relative(scene, verb, start):  # "a diplomat, who *asked* not to be named, told Politico"
                aside = aside or verb
            elif entry[1] is not Form.ING or verb == start or tree.dep[verb] != "amod":
                return verb
        elif tree.tag[verb] in _FINITE and not _is_in_relative(scene, verb, start) and not _is_quoted(scene, verb):
            return aside
    return aside


def _is_quoted(scene: Scene, verb: int) -> bool:
    """Whether an auxiliary belongs to "*was* quoted as saying"."""
    tree = scene.tree
    quoted = verb + 2 if tree.pos[verb + 1 : verb + 2] == ["ADV"] else verb + 1
    return tree.lower[quoted + 1 : quoted + 3] == ["as", "saying"]


def _invites_tag(scene: Scene, quoted: Quoted, after: int) -> bool:
    last = scene.text[quoted.quotation.inner_start : quoted.quotation.inner_end].rstrip("\"'”’» ")[-1:]
    if last in ",;?!—–-…" or scene.tree.text[quoted.end : quoted.end + 1] == [","]:
        return quoted.quotation.is_speech or last in ",?!"
    if last == "." and quoted.quotation.is_speech:
        return scene.tree.text[after][0].islower() or scene.verb(after, Use.DIRECT) is not None
    return quoted.quotation.is_speech and _is_bare_tag(scene, after)


def _is_bare_tag(scene: Scene, start: int) -> bool:
    """ "…" Jones said. — a tag after a quotation that no comma sets off."""
    tree = scene.tree
    if tree.lower[start] in SURE_FORMS and phrase_after(tree, start + 1, min(start + 16, tree.size)) is not None:
        return tree.lower[start + 1] != "that"  # "…" said Jones
    for verb in range(start + 1, min(start + 4, tree.size)):
        if scene.verb(verb, Use.DIRECT) and tree.lower[verb] in SURE_FORMS:
            return all(tree.pos[i] in ("PROPN", "PRON", "DET", "NOUN") for i in range(start, verb))
    return False


def _introduces(scene: Scene, verb: int, quoted: Quoted) -> bool:
    """Whether what is said follows the verb after all: "On “This Week,” she said that …"."""
    tree = scene.tree
    following = tree.skip_right(verb + 1, "")
    if following < tree.size and tree.lower[following] == "that" and tree.tag[following] == "IN":
        return True
    opens = tree.skip_left(quoted.start, "")
    if (following < tree.size and tree.text[following] in ",.:") or opens < 0 or tree.text[opens] in ".?!:":
        return False
    for child in tree.all_children(verb, "ccomp"):
        if child > verb and not tree.quote[child] and tree.is_finite(child):
            subject = tree.child(child, "nsubj", "nsubj:pass")
            if subject is not None and verb < subject < child:
                return True
    return False


def _with_lead(scene: Scene, quoted: Quoted) -> Chars:
    """A quotation with the words of its sentence before it: "The plan is “a disaster,” he said"."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before < 0 or tree.text[before][-1] in ".?!:;" or tree.quote[before]:
        return quoted.chars
    first = tree.sentence[before][0]
    while first <= before and any(tree.is_stop(i) for i in range(first, before)):
        first += 1
    while first < before and (tree.is_space[first] or tree.pos[first] == "PUNCT"):
        first += 1
    # what another cue governs already is not this one's
    last = max(
        (each.head for each in scene.drafts if each.head is not None and first <= each.head <= before), default=-1
    )
    if last >= 0 or tree.text[before] == ",":
        return quoted.chars
    return min(scene.chars(first, before + 1)[0], quoted.chars[0]), quoted.chars[1]


def _is_in_relative(scene: Scene, verb: int, start: int) -> bool:
    return any(scene.tree.lower[i] in _RELATIVE for i in range(max(start, verb - 8), verb))


def _is_in_open_relative(scene: Scene, verb: int, start: int) -> bool:
    """Whether no comma has closed the relative clause that a verb may stand in."""
    tree = scene.tree
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if tree.text[i] == ",":
            return False
        if tree.lower[i] in _RELATIVE:
            return True
    return False


def _source_after(scene: Scene, verb: int, start: int) -> Source | None:
    """The subject of a tag that follows its quotation: "said Jones" or "Jones said"."""
    tree = scene.tree
    quoted = quoted_by(tree, verb)
    if quoted is not None:
        return quoted[0]
    if is_passive(tree, verb):
        agent = agent_of(tree, verb)
        return agent or (controller_of(tree, verb) if tree.tag[verb] == "VBG" else None)
    own = controller_of(tree, verb)
    leading = all(tree.pos[i] in ("ADV", "AUX", "PART") for i in range(start, verb))
    if own is not None and own.start >= start and not tree.quote[own.head] and (leading or own.end <= verb):
        return own
    if leading:
        after = tree.skip_right(verb + 1, "")
        found = phrase_after(tree, after, min(after + 15, tree.size)) if after < tree.size else None
        return None if found is not None and tree.lower[found.head] in TIMES else found  # "began last May"
    return subject_beside(tree, verb, start)


def _tag_before(scene: Scene, quoted: Quoted) -> Draft | None:
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if before < 0 or tree.quote[before] or not _invites_words(scene, quoted, before):
        return None
    verb = _verb_before(scene, before)
    entry = scene.verb(verb, Use.DIRECT | Use.TOLD) if verb is not None else None
    if verb is None or entry is None:
        return None
    if _goes_on(scene, quoted, before):
        return None
    takes_other = not entry[0].use & Use.TOLD and tree.child(verb, "obj") is not None
    if tree.text[before] == "," and takes_other:
        return None
    source = subject_of(tree, verb)
    if source is None or tree.quote[source.head]:
        source = _source_before(scene, verb, entry[1])
    is_inverted = tree.text[before] == ":" or (tree.text[before] == "," and verb == tree.sentence[verb][0])
    if source is None and is_inverted and verb < before:
        behind = phrase_after(tree, verb + 1, before)  # "Said Jones: “…”"
        source = behind if behind is not None and behind.end == before else None
    if source is None and tree.text[before] != ":" and verb != before:
        return None
    draft = _draft(scene, quoted, verb, source, "speech-tag-before")
    clause = _clause_before(scene, verb, before) if tree.text[before] == ":" else None
    if clause is not None:
        draft.content.insert(0, clause)
    if tree.text[before] == "," and before - 1 > verb and tree.lower[before - 1] == "that":
        draft.content = [(scene.chars(before - 1, before)[0], quoted.chars[1])]  # "confirmed that, “…”"
    elif tree.text[before] == "," and source is not None:
        draft.content = _around_tag(scene, quoted, source, verb)
    return draft


def _clause_before(scene: Scene, verb: int, colon: int) -> Chars | None:
    """What was said in other words before a colon: told them *it was over*: “We are going home.”"""
    tree = scene.tree
    for clause in tree.all_children(verb, "ccomp"):
        left = max(tree.left[clause], verb + 1)
        if verb < clause < colon and left < clause and tree.child(clause, "nsubj", "nsubj:pass") is not None:
            return scene.chars(left, colon)
    return None


def _around_tag(scene: Scene, quoted: Quoted, source: Source, verb: int) -> list[Chars]:
    """The content of a tag in the middle of it: *The plan*, she said, *“is a start” for all of them*."""
    tree = scene.tree
    first = tree.sentence[verb][0]
    opening = tree.text[min(quoted.start + 1, tree.size - 1)]
    if not opening[0].islower() or source.start <= first or tree.text[source.start - 1] != "," or source.end > verb:
        return [quoted.chars]
    end = sentence_end(scene, quoted.end - 1)
    after = min(quoted.end, end)
    goes_on = after < end and tree.pos[after] in ("ADP", "SCONJ", "PART")
    if all(tree.pos[i] in ("ADV", "CCONJ", "PUNCT") for i in range(first, source.start)):
        return [quoted.chars]  # "*However*, she added, “…”"
    lead = scene.chars(first, source.start - 1)
    last = (quoted.chars[0], scene.chars(quoted.start, end)[1]) if goes_on else quoted.chars
    return [lead, last] if lead[1] > lead[0] else [last]


def _goes_on(scene: Scene, quoted: Quoted, before: int) -> bool:
    """Whether a few quoted words after the verb only begin a reported clause: said “reforms” would pay for it."""
    tree = scene.tree
    if quoted.quotation.is_speech or tree.text[before] == ",":
        return False
    after = tree.skip_right(quoted.end, "")
    if tree.text[before] == ":":  # "… the name: “X” is to replace it"
        return after < tree.size and tree.tag[after] in (*_FINITE, "MD")
    return after < tree.size and tree.pos[after] in ("AUX", "VERB", "CCONJ", "ADP", "NOUN")


def _invites_words(scene: Scene, quoted: Quoted, before: int) -> bool:
    """Whether a colon, a comma or the verb itself stands before a quotation; before a few words the comma must
    follow the verb."""
    tree = scene.tree
    if tree.text[before] == ":" or scene.verb(before, Use.DIRECT):
        return True
    if tree.pos[before] in NOMINAL and quoted.quotation.is_speech:
        return _is_told(scene, before)
    if tree.text[before] != ",":
        return False
    nearest = tree.skip_left(before, "")
    return quoted.quotation.is_speech or (nearest >= 0 and scene.verb(nearest, Use.DIRECT) is not None)


def _is_told(scene: Scene, listener: int) -> bool:
    """Whether a quotation stands right behind who heard it: told the reporters “…”"""
    tree = scene.tree
    i = listener
    while i > max(0, listener - _LONGEST_NAME) and tree.pos[i] in NOMINAL and not tree.quote[i]:
        i -= 1
    return tree.lower[i] in ("told", "tells", "tell", "telling") and tree.text[listener] != ","


def _verb_before(scene: Scene, before: int) -> int | None:
    tree = scene.tree
    is_colon = tree.text[before] == ":"
    for verb in range(before, max(-1, before - _REACH), -1):
        if tree.quote[verb] or tree.is_stop(verb):
            return None
        if scene.verb(verb, Use.DIRECT | Use.TOLD) is not None and verb not in scene.taken:
            return verb
        is_auxiliary = is_colon and tree.pos[verb] == "AUX"
        if tree.tag[verb] in _FINITE and not is_auxiliary and not _is_in_relative(scene, verb, 0):
            return None
    return None


def _source_before(scene: Scene, verb: int, form: Form) -> Source | None:
    tree = scene.tree
    if is_passive(tree, verb):
        return None
    limit = tree.sentence[verb][0]
    if form is Form.ING:
        return subject_of_participle(tree, verb, limit)
    return subject_beside(tree, verb, limit)


def _draft(scene: Scene, quoted: Quoted, verb: int, source: Source | None, rule: str) -> Draft:
    entry = scene.verb(verb, Use.DIRECT | Use.TOLD)
    lemma = entry[0].lemma if entry else None
    return Draft(scene.tree, rule, (verb, verb + 1), lemma, [quoted.chars], source, head=verb)
