"""Which outlet of a house is meant: the section that neighbours name, where an article names the house alone.

"Bloomberg reported" and "BloombergView reported", of the same words in the same story, are one origin: the section,
for it says more. Without a neighbour that names the section, the house stays the house.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from etl.link.origin.evidence import Story


def close_neighbours(story: Story) -> dict[int, set[int]]:
    """The articles that share words with each article: a passage, or a quote."""
    near: dict[int, set[int]] = defaultdict(set)
    for shared in story.shared:
        near[shared.article_id].add(shared.other_id)
        near[shared.other_id].add(shared.article_id)
    printed: dict[int, set[int]] = defaultdict(set)
    for saying in story.sayings:
        if saying.quote_id is not None:
            printed[saying.quote_id].add(saying.article_id)
    for articles in printed.values():
        for one in articles:
            near[one] |= articles - {one}
    claimed: dict[int, set[int]] = defaultdict(set)
    for printing in story.printings:
        claimed[printing.claim_id].add(printing.article_id)
    together = Counter(
        (one, two) for articles in claimed.values() for one in articles for two in articles if one != two
    )
    for (one, two), claims in together.items():
        if claims >= 2:
            near[one].add(two)
    return near


def read_sections(story: Story, near: dict[int, set[int]]) -> dict[tuple[int, int], int]:
    """The outlet meant by each credit of an article to a house: (article, outlet) to the section that is meant."""
    credited: dict[int, Counter[int]] = defaultdict(Counter)
    for credit in story.credits:
        credited[credit.article_id][credit.outlet_id] += 1
    meant: dict[tuple[int, int], int] = {}
    for article, outlets in credited.items():
        for outlet in outlets:
            sections: Counter[int] = Counter()
            for other in near.get(article, set()) | {article}:
                for candidate in credited.get(other, ()):
                    if candidate != outlet and _is_section(story, candidate, outlet):
                        sections[candidate] += 1
            if len(sections) == 1:
                meant[article, outlet] = next(iter(sections))
    return meant


def _is_section(story: Story, section: int, outlet: int) -> bool:
    seen = {section}
    parent = story.outlets[section].parent
    while parent is not None and parent in story.outlets and parent not in seen:
        if parent == outlet:
            return True
        seen.add(parent)
        parent = story.outlets[parent].parent
    return False
