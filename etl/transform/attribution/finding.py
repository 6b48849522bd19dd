"""All the rules over all the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from etl.records import ParagraphRole, QuotationEnd, SourceKind
from etl.transform.attribution.accord import find_accords
from etl.transform.attribution.citing import find_cited
from etl.transform.attribution.clause import find_clauses
from etl.transform.attribution.colon import add_block, add_introduced, ends_with_cue, introduction
from etl.transform.attribution.continuation import asks_back, continue_speech, last_statement
from etl.transform.attribution.describing import Describer
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.fragment import find_fragments
from etl.transform.attribution.heading import announced_by
from etl.transform.attribution.headline import find_headline
from etl.transform.attribution.inner import find_inner
from etl.transform.attribution.left_open import find_left_open
from etl.transform.attribution.medium import part_medium
from etl.transform.attribution.noun import find_nouns
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.soundness import is_sound
from etl.transform.attribution.speech import find_speech
from etl.transform.attribution.stance import find_stances
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.turn import add_turn, turn_labels
from etl.transform.attribution.uncued import find_uncued, is_quotation, may_go_on, settle_uncued, signature_of
from etl.transform.attribution.weighing import THRESHOLD, weigh
from etl.transform.parsed import ParsedArticle, ParsedParagraph
from etl.transform.quotation import Quotation


def find_drafts(article: ParsedArticle, describer: Describer) -> list[Draft]:
    """The article's statements in the order of their paragraphs; each has content."""
    reader = _Reader(article, describer)
    for paragraph in article.parsed:
        reader.read(paragraph)
    reader.drafts.extend(find_headline(article, describer))
    for draft in reader.drafts:
        draft.confidence = weigh(draft, describer.describe(draft.source)[0])
    told = (draft for draft in reader.drafts if draft.content and draft.confidence >= THRESHOLD)
    kept = (draft for draft in told if is_sound(draft, describer))
    return sorted(kept, key=lambda draft: (draft.start, draft.end))


class _Reader:
    """Goes through an article paragraph by paragraph and carries what one leaves open to the next."""

    def __init__(self, article: ParsedArticle, describer: Describer) -> None:
        self.drafts: list[Draft] = []
        self._text = article.text
        self._turns = turn_labels(article, describer)
        self._fresh = _behind_headings(article)
        self._headings = _announcing(article, self._fresh, describer)
        self._outermost = _outermost(article)
        self._blocks = {
            each.paragraph: (ordinal, each)
            for ordinal, each in enumerate(article.quotations, 1)
            if each.end is QuotationEnd.BLOCK
        }
        self._before: Draft | None = None  # the statement that the paragraph before ended with
        self._introduced: Draft | None = None  # by the colon that ended it
        self._in_block: Draft | None = None  # the statement whose block quotation goes on
        self._spoken: Draft | None = None  # the last statement of the paragraphs before
        self._uncued: list[Draft] = []  # quotations behind it whose speaker is not known
        self._describer = describer
        self._owners: dict[int, Draft] = {}
        self._waiting: dict[int, Quoted] = {}

    def read(self, paragraph: ParsedParagraph) -> None:
        scene = _scene(self._text, paragraph, self._outermost.get(paragraph.ordinal, []))
        if paragraph.ordinal in self._fresh and paragraph.ordinal not in self._blocks:
            self._begin_anew()
        self._take_block(paragraph.ordinal)
        add_turn(scene, self._turns)
        find_speech(scene, self._owners, self._waiting)
        if self._introduced is not None and self._in_block is None:
            add_introduced(scene, self._introduced, self._owners)
        find_clauses(scene)
        find_accords(scene)
        find_cited(scene)
        find_stances(scene)
        find_nouns(scene)
        continue_speech(scene, self._before)
        find_fragments(scene)
        find_left_open(scene)
        self._own_reopened(scene)
        _part_nested(scene.drafts)
        for draft in scene.drafts:
            part_medium(draft)
        is_question = self._before is not None and asks_back(scene, self._before)
        self._take_uncued(scene, is_question=is_question)
        self._before = None if is_question else last_statement(scene)
        self._introduced = introduction(scene)
        if self._introduced is not None and self._introduced not in scene.drafts:
            scene.drafts.append(self._introduced)
        self.drafts.extend(scene.drafts)
        self.drafts.extend(find_inner(scene))

    def _begin_anew(self) -> None:
        """Behind a heading nobody goes on speaking from before it."""
        self._before = self._introduced = self._in_block = self._spoken = None
        self._uncued.clear()

    def _own_reopened(self, scene: Scene) -> None:
        """Keeps whose a quotation is that goes on in the next paragraph, whichever rule found it."""
        open_ = {each.ordinal for each in scene.quoted if each.quotation.end is QuotationEnd.REOPENED}
        for draft in scene.drafts:
            if draft.rule != "turn":
                self._owners.update((ordinal, draft) for ordinal in open_.intersection(draft.quotations))

    def _take_uncued(self, scene: Scene, *, is_question: bool) -> None:
        """A paragraph that is only a quotation, and the ones before that wait for the statement behind them."""
        is_open = self._in_block is None and is_quotation(scene)
        found = find_uncued(scene, None if is_question else self._going_on()) if is_open else None
        if self._uncued and not scene.drafts and (signed := signature_of(scene)) is not None:
            self._uncued[-1].source, self._uncued[-1].rule = signed, "signed"
            self._uncued.clear()
        elif found is not None and found.source is None and (heading := self._headings.get(scene.tree.ordinal)):
            found.source, found.rule = heading, "heading"
        elif found is not None and found.source is None and not is_question:
            self._uncued.append(found)
        elif scene.drafts:
            first = min(scene.drafts, key=lambda draft: draft.start)
            for draft in self._uncued:
                settle_uncued(draft, self._spoken, first, self._speaks)
            self._uncued.clear()
        if found is None and scene.drafts:
            self._spoken = max(scene.drafts, key=lambda draft: draft.end)

    def _going_on(self) -> Draft | None:
        """The statement before, if it is one of a person who may well go on in the next paragraph."""
        before = self._before
        if before is None or before.source is None or not may_go_on(before):
            return None
        return before if self._describer.describe(before.source)[0] is SourceKind.PERSON else None

    def _speaks(self, source: Source) -> int | None:
        """The chain of who a source is."""
        return self._describer.chain_of(source)

    def _take_block(self, paragraph: int) -> None:
        """Gives a block quotation's paragraph to who introduced the block."""
        block = self._blocks.get(paragraph)
        if block is None:
            self._in_block = None
            return
        if self._in_block is not None and self._introduced is not None and ends_with_cue(self._introduced):
            self._in_block = (
                self._introduced
            )  # what is quoted quotes on: "…, and adds:" at the end of a block's paragraph
        self._in_block = self._in_block or self._introduced or self._before
        if self._in_block is not None:
            ordinal, quotation = block
            add_block(self._in_block, (quotation.start_char, quotation.end_char), ordinal)


def _part_nested(drafts: Sequence[Draft]) -> None:
    """Ends what is said within what is said before the cue around it: "he found *that it had cracked*, she said"."""
    held = [draft for draft in drafts if draft.cue is not None and draft.content]
    for inner in held:
        assert inner.cue is not None
        at = inner.tree.starts[inner.cue[0]]
        for outer in held:
            if outer is inner or outer.cue is None or not outer.covers(at):
                continue
            cue = outer.tree.starts[outer.cue[0]]
            end = next((last for first, last in outer.content if first <= at < last), 0)
            if outer.start < inner.start < end <= cue and inner.covers(cue):
                inner.content = [(first, min(last, end)) for first, last in inner.content if first < end]


def _behind_headings(article: ParsedArticle) -> frozenset[int]:
    """The ordinals of the first paragraphs behind headings."""
    found: set[int] = set()
    is_behind = False
    for ordinal, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.role is ParagraphRole.HEADING:
            is_behind = True
        elif paragraph.role.is_prose:
            if is_behind:
                found.add(ordinal)
            is_behind = False
    return frozenset(found)


def _announcing(article: ParsedArticle, fresh: frozenset[int], describer: Describer) -> dict[int, Source]:
    """Who a heading says is about to speak, by the ordinal of the paragraph behind it."""
    found: dict[int, Source] = {}
    for ordinal in fresh:
        heading = article.paragraphs[ordinal - 2]
        if heading.role is ParagraphRole.HEADING:
            source = announced_by(article.text, ordinal - 1, heading, describer)
            if source is not None:
                found[ordinal] = source
    return found


def _outermost(article: ParsedArticle) -> dict[int, list[tuple[int, Quotation]]]:
    found: dict[int, list[tuple[int, Quotation]]] = {}
    for ordinal, each in enumerate(article.quotations, 1):
        if each.end is QuotationEnd.BLOCK:
            continue
        parent = article.quotations[each.parent - 1] if each.parent else None
        if parent is None or parent.end is QuotationEnd.BLOCK:
            found.setdefault(each.paragraph, []).append((ordinal, each))
    return found


def _scene(text: str, paragraph: ParsedParagraph, quotations: list[tuple[int, Quotation]]) -> Scene:
    # a very long paragraph comes in several pieces, each with its own part of the quotations
    first = bisect_right(quotations, paragraph.offset, key=lambda pair: pair[1].end_char)
    end = paragraph.offset + len(paragraph.text)
    last = bisect_right(quotations, end, key=lambda pair: pair[1].start_char)
    inside = quotations[first:last]
    tree = Tree(paragraph, inside)
    return Scene(text, tree, list(_quoted(tree, inside)))


def _quoted(tree: Tree, quotations: list[tuple[int, Quotation]]) -> Iterator[Quoted]:
    i = 0
    for ordinal, each in quotations:
        while i < tree.size and tree.ends[i] <= each.start_char:
            i += 1
        start = i
        while i < tree.size and tree.starts[i] < each.end_char:
            i += 1
        if i > start:
            yield Quoted(ordinal, each, start, i)
