"""A story told in plain sentences, for a terminal; every sentence puts rows of the views into words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from etl.report.differences import tell_differences
from etl.report.story import MOST_NAMED, Card, Claim, Origin, Source, Step, Story
from etl.report.words import UNKNOWN_FIRST, count, in_brief, listing, lower_opening, moment, sentence, spell

#: How many items of a kind are told; the views have the rest.
_TOLD = 8
#: ... and how many articles, where each has an item.
_ARTICLES = 12
#: Characters of what shows a step; the page has it whole.
_EVIDENCE = 240
#: Sources of a claim that are named.
_SOURCES = 4
_OMISSIONS = 4
_EXCLUSIVES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, with a list under it."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its items."""

    heading: str
    items: tuple[Item, ...]


def tell_story(story: Story) -> Iterator[Section]:
    """The story in sections; those with nothing to say are left out."""
    parts: tuple[tuple[str, Callable[[Story], Iterator[str | Item]]], ...] = (
        ("The articles", _tell_articles),
        ("What happened", _tell_claims),
        ("Who says so", _tell_speakers),
        ("Where it came from", _tell_origins),
        ("Who took it from whom", _tell_copying),
        ("What differs", _tell_differences),
        ("What was left out", _tell_omissions),
        ("What only one had", _tell_exclusives),
    )
    for heading, tell in parts:
        items = tuple(item if isinstance(item, Item) else Item(item) for item in tell(story))
        if items:
            yield Section(heading, items)


def summarize_story(story: Story) -> str:
    """One sentence on the size of the story."""
    parts = [f"{count(story.articles, 'article')} from {count(story.outlets, 'outlet')}"]
    parts.append(f"{count(story.claim_count, 'claim')} and {count(story.quote_count, 'quote')}")
    told = sentence(" with ".join(parts))
    if story.first_published_at is None:
        return f"{told} None of them is dated."
    dated = story.articles - story.undated_articles
    first = next((card for card in story.cards if card.published_at == story.first_published_at), None)
    when = moment(story.first_published_at, first.published_precision if first else "minute")
    undated = (
        f"; {spell(story.undated_articles)} of {spell(story.articles)} not dated" if dated < story.articles else ""
    )
    return f"{told} The earliest known date is {when}{undated}."


def _tell_articles(story: Story) -> Iterator[str]:
    for card in story.cards[:_ARTICLES]:
        headline = f"“{card.headline}”" if card.headline else "no headline"
        own = "" if card.originality is None else f"; {card.originality:.0%} of its {card.words:,} words are its own"
        yield f"[{card.article_id}] {headline}, {card.outlet}, {describe_when(card)}{own}"
    yield from _more(story, story.articles - min(_ARTICLES, len(story.cards)), "more article", "articles")


def _more(story: Story, number: int, what: str, view: str) -> Iterator[str]:
    """That there are more, and which view has them."""
    if number > 0:
        yield f"and {count(number, what)}: newstrace report {view} --story {story.story_id}"


def describe_when(card: Card) -> str:
    """When an article came out, as exactly as it is known."""
    return "not dated" if card.published_at is None else moment(card.published_at, card.published_precision)


def _tell_claims(story: Story) -> Iterator[str]:
    for claim in story.shared_claims[:_TOLD]:
        yield f"{sentence(claim.claim)} {describe_support(story, claim)}"
    if len(story.shared_claims) > _TOLD:
        more = len(story.shared_claims) - _TOLD
        yield (
            f"{sentence(count(more, 'more claim is', 'more claims are'))[:-1]} in two articles or more: "
            f"newstrace report claim_support --story {story.story_id}"
        )


def describe_support(story: Story, claim: Claim) -> str:
    """How many articles carry a claim, on how many sources, and who contradicts it."""
    every = claim.articles == story.articles
    told = f"In all {spell(claim.articles)} articles" if every else f"In {_part(claim.articles, story.articles)}"
    if claim.independent_sources:
        told += f", resting on {count(claim.independent_sources, 'independent source')}"
        if claim.sources:
            told += f": {_tell_sources(claim.sources)}"
    against = sorted({p.article_id for p in claim.printings if p.stance == "contradicts"})
    if against:
        told += f". Contradicted by {story.names(against)}"
    return sentence(told)


def _part(number: int, articles: int) -> str:
    return f"{spell(number)} of {count(articles, 'article')}"


def _tell_sources(sources: Sequence[Source]) -> str:
    """The first sources of a claim: who says it, and then the outlets that tell it as their own knowledge."""
    first = sources[:_SOURCES]
    told = [_describe_source(source) for source in first if source.source_kind != "outlet"]
    outlets = [source.source for source in first if source.source_kind == "outlet"]
    if outlets:
        told.append(f"the reporting of {listing(outlets)}")
    if len(sources) > _SOURCES:
        told.append(f"{spell(len(sources) - _SOURCES)} more")
    return listing(told)


def _describe_source(source: Source) -> str:
    """A source with what is known of it."""
    told = lower_opening(source.source)
    known = ["unnamed"] if source.source_kind in ("anonymous", "group") else []
    known += [f"through {source.through}"] if source.through and source.through != source.source else []
    return f"{told} ({', '.join(known)})" if known else told


_UNRESOLVED = {
    "person": "a person who could not be resolved",
    "document": "a document that could not be resolved",
    "organization": "a body that could not be resolved",
    "outlet": "an outlet that could not be resolved",
}


def _tell_speakers(story: Story) -> Iterator[str]:
    for speaker in story.speakers[:_TOLD]:
        name = speaker.speaker or _UNRESOLVED.get(speaker.speaker_kind, "somebody who could not be resolved")
        unnamed = ", unnamed," if speaker.speaker_kind in ("anonymous", "group") else ""
        written = f" ({in_brief(speaker.as_written, 80)})" if speaker.as_written else ""
        told = f"{name}{written}{unnamed} is quoted in {count(speaker.articles, 'article')}"
        yield sentence(f"{told}: {speaker.words:,} words, {speaker.share:.0%} of all that is quoted")
    said = sum(card.attributions for card in story.cards)
    anonymous = sum(card.anonymous for card in story.cards)
    if said:
        who = "the articles attribute" if story.articles > 1 else "the article attributes"
        some = spell(anonymous) if anonymous else "none"
        told = f"{some} of the {said:,} statements that {who} {_have(anonymous)} an unnamed source"
        yield sentence(told if said > 1 else f"{who} one statement{', to an unnamed source' if anonymous else ''}")


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _tell_origins(story: Story) -> Iterator[Item]:
    alone = [origin for origin in story.origins if _is_alone(origin)] if story.articles > 1 else []
    for origin in story.origins:
        if origin in alone:
            continue
        loaded = "" if origin.is_in_corpus else ", which is not among the loaded articles"
        where = story.name(origin.origin_article_id) if origin.origin_article_id else origin.origin
        every = origin.articles_tracing == story.articles > 1
        part = f"all {spell(story.articles)} articles" if every else _part(origin.articles_tracing, story.articles)
        if story.articles == 1:
            part = "the article"
        told = f"{part} {'traces' if origin.articles_tracing == 1 else 'trace'} to {where}{loaded}"
        if story.articles == 1 and origin.origin_article_id in story.card:
            told = "no origin is known but the article itself"
        evidence = sentence(in_brief(name_articles(story, origin.evidence), _EVIDENCE))
        yield Item(sentence(told), (evidence,) if evidence else ())
    if alone:
        names = [story.name(origin.origin_article_id) for origin in alone[:_ARTICLES] if origin.origin_article_id]
        names += [f"{spell(len(alone) - len(names))} more"] if len(alone) > len(names) else []
        stand = "stands by itself" if len(alone) == 1 else "stand by themselves"
        yield Item(f"{sentence(listing(names))[:-1]} {stand}: no credit and no shared words lead further back.")


def _is_alone(origin: Origin) -> bool:
    """Whether the origin is an article from which no other comes."""
    return origin.is_in_corpus and origin.articles_tracing == 1


def _tell_copying(story: Story) -> Iterator[str]:
    steps = story.told_steps[:_ARTICLES]
    for step in steps:
        yield _tell_step(story, step)
    yield from _more(story, len(story.steps) - len(steps), "more step", "article_lineage")
    prose = [passage for passage in story.passages if not passage.is_quotation]
    pairs: dict[tuple[int, int, str], int] = defaultdict(int)
    told = {frozenset((step.article_id, step.derived_from_article_id)) for step in steps if _SHARES in step.evidence}
    for passage in prose:
        if frozenset((passage.article_id, passage.other_article_id)) not in told:
            pairs[passage.article_id, passage.other_article_id, passage.direction] += passage.words
    for (article_id, other_id, direction), words in sorted(pairs.items(), key=lambda each: -each[1])[:_TOLD]:
        first, second = story.name(article_id), story.name(other_id)
        who = describe_direction(direction, first, second)
        yield sentence(f"{first} and {second} share {count(words, 'word')} outside quotations; {who}")


def _tell_step(story: Story, step: Step) -> str:
    evidence = in_brief(name_articles(story, step.evidence), _EVIDENCE)
    if step.evidence.endswith(UNKNOWN_FIRST):
        return sentence(f"{story.name(step.article_id)} {evidence}")
    return f"{sentence(describe_step(story, step))} {sentence(evidence)}"


def describe_step(story: Story, step: Step) -> str:
    """Who took it from whom."""
    loaded = step.derived_from_article_id
    source = story.name(loaded) if loaded else step.derived_from_outlet or "an unknown source"
    verb = "shares words with" if step.evidence.endswith(UNKNOWN_FIRST) else _VERBS[step.prov_type]
    return f"{story.name(step.article_id)} {verb} {source}"


def name_articles(story: Story, evidence: str) -> str:
    """Evidence with the articles by name, which it calls by their keys."""
    return _ARTICLE.sub(lambda found: story.name(int(found[1])), evidence)


_ARTICLE = re.compile(r"\barticle (\d+)\b")
#: What the evidence of a step says where articles have words in common.
_SHARES = " of prose with article "
_VERBS = {
    "wasQuotedFrom": "quotes or credits",
    "hadPrimarySource": "draws on",
    "wasRevisionOf": "is a later version of",
    "wasDerivedFrom": "comes from",
}


def describe_direction(direction: str, first: str, second: str) -> str:
    """Which of two articles had shared words first."""
    return _DIRECTIONS[direction].format(first, second)


_DIRECTIONS = {
    "article_first": "{0} had them first",
    "other_first": "{1} had them first",
    "common_origin": "both have them from a third",
    "unknown": "who had them first is not known",
}


def _tell_differences(story: Story) -> Iterator[str]:
    every = [told for told, _places in tell_differences(story)]
    yield from every[:_ARTICLES]
    if len(every) > _ARTICLES:
        more = count(len(every) - _ARTICLES, "more difference")
        yield f"and {more}: newstrace report story {story.story_id} --html FILE"


def _tell_omissions(story: Story) -> Iterator[Item]:
    lacking = [(card, missing) for card in story.cards if (missing := story.omissions(card.article_id))]
    for card, missing in lacking[:_ARTICLES]:
        told = [_brief(claim) for claim in missing[:_OMISSIONS]]
        yield _itemize(f"{card.name} leaves out {count(len(missing), 'claim')} that others share:", told, missing)
    yield from map(Item, _more(story, len(lacking) - _ARTICLES, "more article", "story_omissions"))
    if lacking and story.near:
        yield Item(
            "What an article may tell in other words is not listed here: "
            f"newstrace report near_claims --story {story.story_id}"
        )


def _tell_exclusives(story: Story) -> Iterator[Item]:
    if story.articles < 2:
        return
    having = [(card, alone) for card in story.cards if (alone := story.exclusives(card.article_id))]
    for card, alone in having[:_ARTICLES]:
        first = sorted(alone, key=lambda claim: (-claim.checkworthiness, claim.claim_id))[:_EXCLUSIVES]
        told = [in_brief(claim.claim, 150) for claim in first]
        yield _itemize(f"{card.name} alone has {count(len(alone), 'claim')}:", told, alone)
    yield from map(Item, _more(story, len(having) - _ARTICLES, "more article", "exclusive_claims"))


def _brief(claim: Claim) -> str:
    carriers = sorted({printing.article_id for printing in claim.printings})
    more = f" and {len(carriers) - MOST_NAMED:,} more" if len(carriers) > MOST_NAMED else ""
    return f"{in_brief(claim.claim, 150)} [{', '.join(map(str, carriers[:MOST_NAMED]))}{more}]"


def _itemize(text: str, told: Sequence[str], every: Sequence[Claim]) -> Item:
    more = len(every) - len(told)
    opened = f"{sentence(text[:-1])[:-1]}:"
    return Item(opened, (*told, f"and {more:,} more") if more else tuple(told))
