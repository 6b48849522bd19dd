"""Where the articles of a story disagree, in sentences."""

from __future__ import annotations

from etl.report.story import Number, Printing, Quote, Quoting, Story, Toll, Variant
from etl.report.words import count, differing_toll, in_brief, listing, lower_opening, sentence

#: What shows a statement: rows with an article and a range.
Place = Quoting | Printing | Toll


def tell_differences(story: Story) -> list[tuple[str, tuple[Place, ...]]]:
    """Where the articles disagree, a sentence each, with the places that show it."""
    told: list[tuple[str, tuple[Place, ...]]] = []
    for quote in story.quotes:
        for aspect, variants in quote.conflicts.items():
            told.append((_tell_conflict(quote, aspect, variants), quote.printings))
    for group in story.numbers:
        values = _tell_values(story, group)
        printings = _printings(story, group[0].claim_id, {each.example_article_id for each in group})
        told.append((f"{sentence(group[0].claim)} The numbers differ: {values}.", printings))
    told += [(_tell_tolls(story, group), group) for group in story.tolls]
    for claim in story.claims:
        against = tuple(printing for printing in claim.printings if printing.stance == "contradicts")
        for printing in against[:2]:
            told.append((f"{sentence(claim.claim)} {_tell_other_version(story, printing)}", (printing,)))
    return told


def _tell_values(story: Story, group: tuple[Number, ...]) -> str:
    """The numbers with their articles, and what each counts where they do not count the same."""
    differ = len({each.counted for each in group}) > 1
    told = []
    for each in group:
        counted = f"{each.counted}; " if differ and each.counted else ""
        told.append(f"{each.value_as_written} ({counted}{story.name(each.example_article_id)})")
    return listing(told)


def _tell_other_version(story: Story, printing: Printing) -> str:
    """What an article says instead, on whose word, with what its words leave to those around them."""
    attributed = printing.voice == "attributed" and printing.asserted_by
    word = f" on the word of {lower_opening(str(printing.asserted_by))}" if attributed else ""
    return f"{story.name(printing.article_id)} has it otherwise{word}: “{printing.statement}”."


def _tell_tolls(story: Story, group: tuple[Toll, ...]) -> str:
    """The numbers in the order in which they came, each with the articles that have it."""
    articles: dict[str, list[int]] = {}
    for toll in group:
        articles.setdefault(toll.value_as_written.lower(), []).append(toll.article_id)
    return differing_toll(group[0].outcome, [f"{value} ({story.names(ids)})" for value, ids in articles.items()])


def _printings(story: Story, claim_id: int, article_ids: set[int]) -> tuple[Printing, ...]:
    claim = next((claim for claim in story.claims if claim.claim_id == claim_id), None)
    return tuple(each for each in claim.printings if each.article_id in article_ids) if claim else ()


def _tell_conflict(quote: Quote, aspect: str, variants: tuple[Variant, ...]) -> str:
    if aspect == "wording":
        versions = "; ".join(f"“{in_brief(v.variant, 160)}” ({count(v.articles, 'article')})" for v in variants)
        return f"The same quote in other words: {versions}."
    asked = {"speaker": "Who said", "addressee": "To whom was it said:"}[aspect]
    versions = ", or ".join(f"{each.variant} ({count(each.articles, 'article')})" for each in variants)
    return f"{asked} “{in_brief(quote.quote, 90).rstrip(' ,.')}”? {versions}."
