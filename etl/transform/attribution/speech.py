"""Quotations with a speech tag: "…," she said · said Jones: "…" · "…," he said, "…"."""

from __future__ import annotations

import re

from etl.records import QuotationEnd
from etl.transform.arcs import FINITE
from etl.transform.attribution.colon import announced_before, label_before
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.tag_after import tag_after
from etl.transform.attribution.tag_before import tag_before
from etl.transform.entity.titles import is_title_word

_LONGEST_SIGNATURE = 120  # characters
_SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*((?:[A-Z][^\s.,;:!?]*\.?)(?:[ ,]+[^\s;:!?“\"]+){0,12}?)\s*\.?\s*$")


def find_speech(scene: Scene, owners: dict[int, Draft], waiting: dict[int, Quoted]) -> None:
    """Drafts for every quotation that a reporting verb beside it introduces or tags.

    ``owners`` maps quotations of the article to their drafts, ``waiting`` holds those that reopen in the next
    paragraph and have no tag yet; both are kept up to date here.
    """
    for quoted in scene.quoted:
        before = quoted.quotation.continues
        owner = owners.get(before) if before is not None else None
        found = tag_before(scene, quoted) if owner is not None and owner.tree is scene.tree else None
        if owner is not None and _is_of_another(scene, quoted, owner):
            owner = None  # a mark was left out, and somebody else begins
        if owner is not None and (found is None or found.head == owner.head):
            owner.content.append(quoted.chars)
            owner.quotations.append(quoted.ordinal)
            scene.placed.add(quoted.ordinal)
            owners[quoted.ordinal] = owner
            continue
        if found is None and (tagged := _tagged_before(scene, quoted)) is not None:
            tagged.content.append(quoted.chars)
            tagged.quotations.append(quoted.ordinal)
            scene.placed.add(quoted.ordinal)
            continue
        for read in (tag_after, tag_before, _signature, _labelled, _announced):
            found = found or read(scene, quoted)
        if found is not None:
            _take_waiting(found, before, waiting)
            scene.add(found)
            owners[quoted.ordinal] = found
        elif quoted.quotation.end is QuotationEnd.REOPENED:
            waiting[quoted.ordinal] = quoted


def _tagged_before(scene: Scene, quoted: Quoted) -> Draft | None:
    """The statement whose tag ends right before a quotation that goes on in small letters: “We are,” said Jones “*sure
    of it*”."""
    tree = scene.tree
    before = tree.skip_left(quoted.start, "")
    if not scene.text[quoted.quotation.inner_start : quoted.quotation.inner_start + 1].islower():
        return None
    for draft in scene.drafts:
        end = max(draft.source.end, draft.cue[1]) if draft.source is not None and draft.cue is not None else -1
        if draft.rule == "speech-tag-after" and before == end - 1 and before > 0:
            return draft
    return None


def _is_of_another(scene: Scene, quoted: Quoted, owner: Draft) -> bool:
    """Whether a quotation that seems to go on from the paragraph before is tagged with another name."""
    if owner.tree is scene.tree or owner.source is None:
        return False
    tagged = tag_after(scene, quoted)
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
    if not tokens or any(tree.tag[i] in FINITE for i in tokens):
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


def _announced(scene: Scene, quoted: Quoted) -> Draft | None:
    """ "The ministry made the following *announcement*: “…”" """
    tree = scene.tree
    colon = tree.skip_left(quoted.start, "")
    if colon < 2 or tree.text[colon] != ":" or tree.quote[colon]:
        return None
    source = announced_before(scene, colon)
    return Draft(tree, "label", (colon - 1, colon), None, [quoted.chars], source) if source is not None else None
