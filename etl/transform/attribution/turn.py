"""Turns of a talk, each a paragraph that opens with who speaks: "WALLACE: …" · "Okafor: …" · "Q: …" · "JD: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from etl.records import EntityLabel, MentionKind, ParagraphRole
from etl.transform.attribution.describing import Describer
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.tree import Tree
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedArticle

_NAME: Final = r"(?:[^\W\d_][\w.’'-]*)(?: [^\W\d_][\w.’'-]*){0,3}"
#: "Okafor: …", "Q. …", and "((Okafor)) …" as some interviews have it.
_LABEL: Final = re.compile(
    rf"^(?:[\"“‘']?({_NAME})(?::|(?<=^[QA])\.)|\(\(({_NAME})\)\)\s*:?)[^\S\n]*(?=(\S[^\n]*))", re.MULTILINE
)
#: "JD It was …" · "Jan Dahl It was …": beside the brackets of who asks, nothing may mark who answers.
_BARE: Final = re.compile(r"^((?:[A-Z][\w’'-]* ){1,2}[A-Z][\w’'-]*|[A-Z]{2,3})(?=[^\S\n]+([A-Z][^\n]*))", re.MULTILINE)
_LETTERS: Final = frozenset(["Q", "A"])
_NO_NAMES: Final = word_set(
    "photo photos image video read watch related more update note source credit file via text also"
)
#: Who takes part in a talk without a name.
_ROLES: Final = word_set(
    """reporter host interviewer moderator question answer journalist presenter caller audience anchor correspondent
    questioner operator"""
)
#: What a transcript says somebody does, in brackets; in others an editor adds a word.
_BRACKETS: Final = {"[": "]", "(": ")"}
_DIRECTIONS: Final = word_set(
    """applause chuckles chuckling coughs crosstalk gestures grins grinning inaudible laughing laughs laughter nods
    pause pauses points shrugs sighs sighing smiles smiling winks"""
)
_LONGEST_DIRECTION: Final = 6
_MARKS: Final = frozenset(['"', "“", "”", "''", "’", "'"])
#: A paper is a body, or is taken for a work.
_ASKING: Final = frozenset([EntityLabel.ORG, EntityLabel.WORK_OF_ART])
#: A turn is a sentence: "Lund: 12 votes" is a row of a table.
_LEAST_WORDS: Final = 3
_ENDS: Final = ("!", "…", "—", "–", "-", '"', "”", "’", "'", ")")


def turn_labels(article: ParsedArticle, describer: Describer) -> Mapping[str, int | None]:
    """The labels that open turns of a talk in a text, with the mention of who is meant; ``None`` for nobody named.

    A name in capitals does if it opens two lines. Any other label must be the name of somebody of whom the text
    speaks elsewhere, the initials of one, or a part in a talk; and two such lines make a talk. A label that nothing
    but a space sets off ends in it.
    """
    matches = list(_LABEL.finditer(article.text))
    lines = [(match.group(1) or match.group(2), match.group(3)) for match in matches]
    bracketed = {match.group(2) for match in matches if match.group(2)}
    said = Counter(label for label, words in lines if _is_sentence(words))
    if not said:
        return {}
    persons = _persons(article)
    _add_writers(article, persons)
    bodies = _bodies(article)
    found: dict[str, int | None] = {}
    for label, number in said.items():
        if _NO_NAMES & set(label.lower().split()):
            continue
        speaker = persons.get(label.lower()) or _by_initials(label, persons)
        speaker = speaker or bodies.get(label.lower().removeprefix("the ")) or _by_initials(label, bodies)
        is_shouted = label.isupper() and label not in _LETTERS and number > 1
        # nothing but a turn stands in two brackets
        is_part = label.lower() in _ROLES or label.startswith("UNIDENTIFIED ")
        if speaker is not None or is_shouted or is_part or label in bracketed:
            found[label] = speaker if speaker is not None else describer.named(label)
    for label in said:
        last = label.rpartition(" ")[2]
        if label.isupper() and " " in label and label not in found and last in found:
            found[label] = found[last]  # "DAVID OKORO:" once, then "OKORO:"
    if bracketed:
        _add_bare(article, persons, found, said)
    if said.keys() >= _LETTERS:
        found.update({"Q": None, "A": _only(persons)})
    return found if sum(said[label] for label in found) > 1 else {}


def _add_bare(
    article: ParsedArticle, persons: Mapping[str, int], found: dict[str, int | None], said: Counter[str]
) -> None:
    for match in _BARE.finditer(article.text):
        label, words = match.groups()
        speaker = persons.get(label.lower()) or _by_initials(label, persons)
        if speaker is not None and _is_sentence(words):
            found[label + " "] = speaker
            said[label + " "] += 1


def _is_sentence(words: str) -> bool:
    words = words.rstrip()
    return words.endswith((".", "?")) or (len(words.split()) >= _LEAST_WORDS and words.endswith(_ENDS))


def _persons(article: ParsedArticle) -> dict[str, int]:
    """Names of persons, and their last words, in lower case, to a mention that does not open its line."""
    names: dict[str, int] = {}
    for ordinal, mention in enumerate(article.mentions, 1):
        if mention.kind is not MentionKind.NAME or mention.label is not EntityLabel.PERSON:
            continue
        if article.text[mention.span.end_char : mention.span.end_char + 1] == ":":
            continue
        name = mention.name.lower()
        names.setdefault(name, ordinal)
        names.setdefault(name.rpartition(" ")[2], ordinal)
    return names


def _bodies(article: ParsedArticle) -> dict[str, int]:
    """Names of bodies of two words and more, in lower case and without "the": a paper may ask the questions."""
    names: dict[str, int] = {}
    for ordinal, mention in enumerate(article.mentions, 1):
        is_label = article.text[mention.span.end_char : mention.span.end_char + 1] == ":"
        is_body = mention.label in _ASKING and mention.kind is MentionKind.NAME
        if is_body and not is_label and " " in mention.name:
            names.setdefault(mention.name.lower().removeprefix("the "), ordinal)
    return names


def _add_writers(article: ParsedArticle, persons: dict[str, int]) -> None:
    """Adds who signs the article and asks the questions in it, whom the text may name nowhere else."""
    signed = " ".join(
        article.text[each.start_char : each.end_char].lower()
        for each in article.paragraphs
        if each.role is ParagraphRole.BYLINE
    )
    for ordinal, mention in enumerate(article.mentions, 1):
        name = mention.name.lower()
        if " " in name and mention.label is EntityLabel.PERSON and name in signed:
            persons.setdefault(name, ordinal)
            persons.setdefault(name.rpartition(" ")[2], ordinal)


def _by_initials(label: str, persons: Mapping[str, int]) -> int | None:
    letters = label.replace(".", "").lower()
    if not (label.isupper() and 2 <= len(letters) <= 3):
        return None
    return next((at for name, at in persons.items() if "".join(word[0] for word in name.split()) == letters), None)


def _only(persons: Mapping[str, int]) -> int | None:
    """The one person of whom a text speaks: who is interviewed."""
    surnames = {name.rpartition(" ")[2] for name in persons}
    return min(persons.values()) if len(surnames) == 1 else None


def _behind_direction(tree: Tree, start: int, end: int) -> int:
    """Past what a transcript says somebody did before they spoke: "HALE: *[Laughs]* The senator is a poet"."""
    closing = _BRACKETS.get(tree.text[start])
    if closing is None or not _DIRECTIONS & set(tree.lower[start + 1 : start + 3]):
        return start
    behind = next((i + 1 for i in range(start, min(start + _LONGEST_DIRECTION, end)) if tree.text[i] == closing), start)
    return tree.skip_right(behind, ".") if behind < end - 1 else start


def add_turn(scene: Scene, labels: Mapping[str, int | None]) -> None:
    """The turn that a paragraph prints: "WALLACE: Let's start …"."""
    tree = scene.tree
    turn = _LABEL.match(scene.text, tree.starts[0]) if labels and tree.size else None
    label = turn.group(1) or turn.group(2) if turn is not None else ""
    if turn is None or label not in labels:
        turn = _BARE.match(scene.text, tree.starts[0]) if labels and tree.size else None
        if turn is None or turn.group(1) + " " not in labels:
            return
        label = turn.group(1) + " "
    first, end = turn.span(1) if turn.group(1) else turn.span(2)
    name = [i for i in range(tree.size) if tree.starts[i] < end and tree.ends[i] > first]
    colon = max((i for i in range(tree.size) if tree.starts[i] < turn.end()), default=tree.size)
    last = tree.size
    while last > colon + 1 and (tree.is_space[last - 1] or tree.text[last - 1] in _MARKS):
        last -= 1
    if not name or last <= colon + 1:
        return
    source = Source(tree, name[0], name[-1] + 1, name[-1], name[-1], labels[label])
    start, end = tree.phrase(_behind_direction(tree, tree.skip_right(colon + 1, ""), last), last)
    if end > start:
        scene.add(Draft(tree, "turn", (colon, colon + 1), None, [(start, end)], source, head=colon))
