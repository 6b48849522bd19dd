"""All the rules over all the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Iterator

from etl.records import QuotationEnd
from etl.transform.attribution.accord import find_accords
from etl.transform.attribution.clause import find_clauses
from etl.transform.attribution.continuation import continue_speech, last_statement
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.scene import Quoted, Scene
from etl.transform.attribution.speech import find_speech
from etl.transform.attribution.stance import find_stances
from etl.transform.attribution.tree import Tree
from etl.transform.parsed import ParsedArticle, ParsedParagraph
from etl.transform.quotation import Quotation


def find_drafts(article: ParsedArticle) -> list[Draft]:
    drafts: list[Draft] = []
    outermost = _outermost(article)
    before: Draft | None = None
    for paragraph in article.parsed:
        scene = _scene(article.text, paragraph, outermost.get(paragraph.ordinal, []))
        find_speech(scene)
        find_clauses(scene)
        find_accords(scene)
        find_stances(scene)
        continue_speech(scene, before)
        before = last_statement(scene)
        drafts.extend(scene.drafts)
    return drafts


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
    tree = Tree(paragraph, quotations)
    return Scene(text, tree, list(_quoted(tree, quotations)))


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
