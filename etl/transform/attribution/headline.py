"""What a headline puts in somebody's mouth: Olsen: harbor is safe · Olsen says … · …, Olsen says · Olsen slams plan.

A headline is not parsed: its capitals and the words that it leaves out mislead a parser of sentences. Its words alone
decide, and only a source that the article names, or a noun for people, bodies and papers, is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from etl.records import Paragraph, ParagraphRole
from etl.transform.attribution.describing import Describer
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.inflection import Form
from etl.transform.attribution.phrase import Source
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import SURE_FORMS, VERBS, Use, Verb
from etl.transform.entity.nouns import BODY_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from etl.transform.lexicon import word_set
from etl.transform.outlets import known_outlet
from etl.transform.parsed import ParsedArticle, without_parse
from etl.transform.quotation import find_quotations
from etl.transform.singular import singular

_TOKEN: Final = re.compile(r"\s+|[^\W_]+(?:['’.-][^\W_]+)*|.", re.DOTALL)
_SOURCES: Final = (
    PERSON_NOUNS | BODY_NOUNS | OUTLET_NOUNS | word_set("poll survey study report analysis source expert everyone")
)
_LONGEST_SOURCE: Final = 8  # tokens
_LEAST: Final = 2  # words that say something
_ABOUT: Final = frozenset(["on", "to", "about", "in", "at", "after", "for", "of", "with", "from", "as", "by", "over"])
_OPENERS: Final = word_set("after amid as at before despite during for from in on while when with without")
#: What may stand inside a name: "Rep. Olsen", "teachers' union".
_JOINTS: Final = frozenset([".", "'", "’", "-", "&"])
_MARKS: Final = frozenset("\"”’'")
#: What a statement in a headline happened at, or why.
_CIRCUMSTANCES: Final = word_set("during after amid while before when ahead following")
_ENDS: Final = frozenset([",", ";", ":", "—", "–", "?", "!", "|"])
#: What is told opens so, behind who hears it.
_CLAUSE_OPENERS: Final = word_set("that he she they it we i you there his her their its our my the a an no this these")
_TELLING: Final = word_set("tell remind assure")
_TAGS: Final = word_set("says say said warns warn finds find shows show reports claims insists suggests hears heard")
_PHRASAL: Final = Use.OBJECT | Use.COMPLEMENT | Use.REQUEST


def find_headline(article: ParsedArticle, describer: Describer) -> Iterator[Draft]:
    """The statement of each headline, if it makes one."""
    if not article.parsed:
        return
    for ordinal, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.role is ParagraphRole.HEADLINE:
            tree = _read(article.text, ordinal, paragraph)
            draft = _Headline(tree, describer).read()
            if draft is not None and draft.content[0][1] > draft.content[0][0]:
                start, end = draft.content[0]
                marked = find_quotations(article.text, [Paragraph(start, end, ParagraphRole.BODY)])
                draft.marked.extend(each for each in marked if each.parent is None)
                yield draft


def _read(text: str, ordinal: int, paragraph: Paragraph) -> Tree:
    """A headline's words without a parse."""
    words = _TOKEN.findall(text, paragraph.start_char, paragraph.end_char)
    return Tree(without_parse(ordinal, words, paragraph.start_char), ())


class _Headline:
    def __init__(self, tree: Tree, describer: Describer) -> None:
        self._tree = tree
        self._describer = describer
        self._words = [i for i in range(tree.size) if not tree.is_space[i]]
        while self._words and tree.text[self._words[-1]] in ".;":
            self._words.pop()

    def read(self) -> Draft | None:
        words, text = self._words, self._tree.text
        colon = next((place for place, i in enumerate(words[: _LONGEST_SOURCE + 1]) if text[i] == ":"), None)
        first = 0
        if colon is not None:
            draft = self._label(words[:colon], words[colon], words[colon + 1 :])
            if draft is not None:
                return draft
            first = colon + 1  # "The Latest: Olsen says …"
        words = words[first:]
        found = self._tag(words) or self._inverted_tag(words) or self._sentence(words)
        comma = next((place for place, i in enumerate(words) if text[i] == ","), None)
        opens = bool(words) and (self._tree.lower[words[0]] in _OPENERS or self._tree.lower[words[0]].endswith("ing"))
        if found is None and comma is not None and opens:
            return self._sentence(words[comma + 1 :])  # "After the flood, Olsen vows to …"
        return found

    def _label(self, before: Sequence[int], colon: int, after: Sequence[int]) -> Draft | None:
        """Olsen: harbor is safe · Olsen on the harbor: …"""
        about = next((place for place, i in enumerate(before) if self._tree.lower[i] in _ABOUT), len(before))
        if len(after) <= _LEAST or not self._speaks(before[:about]):
            return None
        return self._draft("headline-label", (colon, colon + 1), None, before[:about], after)

    def _tag(self, words: Sequence[int]) -> Draft | None:
        """…, Olsen says"""
        lower, text = self._tree.lower, self._tree.text
        if not words or lower[words[-1]] not in _TAGS:
            return None
        comma = next((place for place in range(len(words) - 2, 0, -1) if text[words[place]] in (",", ";")), 0)
        source = words[comma + 1 : -1]
        if comma <= _LEAST or not self._speaks(source):
            return None
        verb = words[-1]
        return self._draft("headline-said", (verb, verb + 1), VERBS[lower[verb]][0].lemma, source, words[:comma])

    def _inverted_tag(self, words: Sequence[int]) -> Draft | None:
        """…, say scientists"""
        lower, text = self._tree.lower, self._tree.text
        comma = next((place for place in range(len(words) - 3, 0, -1) if text[words[place]] == ","), 0)
        if comma <= _LEAST or lower[words[comma + 1]] not in ("say", "says", "said"):
            return None
        verb, source = words[comma + 1], words[comma + 2 :]
        return (
            self._draft("headline-said", (verb, verb + 1), "say", source, words[:comma])
            if self._speaks(source)
            else None
        )

    def _sentence(self, words: Sequence[int]) -> Draft | None:
        """Olsen says … · Olsen slams … · Olsen urges … to …"""
        for place in range(1, min(len(words) - 1, _LONGEST_SOURCE + 1)):
            verb = words[place]
            if self._tree.text[verb] in _ENDS:
                return None
            entry = VERBS.get(self._tree.lower[verb])
            if entry is None or not self._agrees(words[place - 1], *entry) or not self._speaks(words[:place]):
                continue
            return self._reported(entry[0], words[:place], verb, words[place + 1 :])
        return None

    def _reported(self, entry: Verb, source: Sequence[int], verb: int, after: Sequence[int]) -> Draft | None:
        lower = self._tree.lower
        following = lower[after[0]]
        if following in entry.prepositions and Use.PREPOSITION in entry.use:
            return self._draft("headline-stance", (verb, after[0] + 1), entry.lemma, source, self._cut(after[1:]))
        if entry.lemma in _TELLING and (said := self._behind_listener(after)) is not None:
            return self._draft("headline-said", (verb, verb + 1), entry.lemma, source, said)
        is_clause = Use.CLAUSE in entry.use and not Use.TOLD & entry.use
        if is_clause and following not in _ABOUT:
            said = self._before_then(after[1:] if following == "that" else after)
            return self._draft("headline-said", (verb, verb + 1), entry.lemma, source, said)
        if following == "to" and Use.INFINITIVE in entry.use:
            return self._draft("headline-stance", (verb, verb + 1), entry.lemma, source, self._cut(after))
        if entry.use & _PHRASAL and following not in _ABOUT:
            return self._draft("headline-stance", (verb, verb + 1), entry.lemma, source, self._cut(after))
        return None

    def _behind_listener(self, words: Sequence[int]) -> Sequence[int] | None:
        """What is told, behind who hears it: tells jury *he saw the papers*."""
        lower = self._tree.lower
        if len(words) <= _LEAST + 1 or not self._speaks(words[:1]) or lower[words[1]] not in _CLAUSE_OPENERS:
            return None
        return words[2:] if lower[words[1]] == "that" else words[1:]

    def _cut(self, words: Sequence[int]) -> Sequence[int]:
        """Without what tells when or why: calls the plan a failure *during a visit*."""
        for place, i in enumerate(words):
            is_in_marks = self._tree.text[i] == "," and self._tree.text[words[min(place + 1, len(words) - 1)]] in _MARKS
            ends = self._tree.text[i] in _ENDS and not is_in_marks
            if place and (ends or self._tree.lower[i] in _CIRCUMSTANCES):
                return words[:place]
        return words

    def _before_then(self, words: Sequence[int]) -> Sequence[int]:
        """Without what somebody did next: rules the law is void*, then delays it*."""
        for place, i in enumerate(words[:-1]):
            if place and self._tree.text[i] == "," and self._tree.lower[words[place + 1]] == "then":
                return words[:place]
        return words

    def _agrees(self, before: int, verb: Verb, form: Form) -> bool:
        """Whether a word that may be a noun is a verb here: "Olsen *plans*", "lawmakers *slam*"."""
        noun = self._tree.lower[before]
        if noun.endswith(("'s", "’s", "'", "’")) or noun in _ABOUT:
            return False
        is_plural = singular(noun) != noun
        return form is Form.THIRD or (form is Form.BASE and is_plural) or (form is Form.PAST and verb.lemma in _PAST)

    def _speaks(self, words: Sequence[int]) -> bool:
        return may_speak(self._tree, self._describer, words)

    def _draft(
        self, rule: str, cue: tuple[int, int], lemma: str | None, source: Sequence[int], content: Sequence[int]
    ) -> Draft | None:
        length = sum(self._tree.text[i][0].isalnum() for i in content)
        is_one = length == len(content) == 1 and rule == "headline-stance"
        if length < _LEAST and not (is_one and _knows(self._tree, self._describer, content[0])):
            return None
        head = source[-1]
        said = self._tree.phrase(content[0], content[-1] + 1)
        named = Source(self._tree, source[0], head + 1, head, head)
        return Draft(self._tree, rule, cue, lemma, [said], named, head=cue[0] if lemma else None)


_PAST: Final = word_set("say tell")


def may_speak(tree: Tree, describer: Describer, words: Sequence[int]) -> bool:
    """Whether words name somebody of whom the article speaks, or are a noun for people, bodies or papers."""
    if not 0 < len(words) <= _LONGEST_SOURCE or tree.text[words[0]] in _JOINTS or tree.text[words[-1]] in _JOINTS:
        return False
    if any(not tree.text[i][0].isalnum() and tree.text[i] not in _JOINTS for i in words):
        return False
    if any(tree.lower[i] in _ABOUT or tree.lower[i] in SURE_FORMS for i in words):
        return False
    last = singular(tree.lower[words[-1]])
    if last in _SOURCES or _knows(tree, describer, words[-1]):
        return True
    start, end = tree.phrase(words[0], words[-1] + 1)
    return known_outlet("".join(tree.text)[start - tree.offset : end - tree.offset]) is not None


def _knows(tree: Tree, describer: Describer, word: int) -> bool:
    return any(describer.knows(form) for form in (tree.text[word], singular(tree.text[word])))
