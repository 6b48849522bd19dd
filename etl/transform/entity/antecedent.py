"""Which name a pronoun or role noun stands for.

A hand-made salience model in the manner of Lappin and Leass (1994): the nearer, the more often named and the higher
in its clause a name stands, the more likely it is meant. Gender, number, role and quotation marks rule names out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from etl.records import EntityLabel, MentionKind
from etl.transform.entity.anaphor import Anaphor
from etl.transform.entity.binding import (
    are_arguments_of_one,
    are_several,
    body_before,
    goes_on,
    heads,
    height_of,
    is_according_to,
    is_behind,
    is_indefinite,
    is_of_itself,
    is_of_writing,
    is_said_of,
    labels_turn,
    modifies_person,
    says_of_itself,
    speaks,
    speaks_of_another,
    speaks_tag,
    tags_what_is_said,
    takes_over,
    tells_of,
    unnamed_speaker_before,
)
from etl.transform.entity.chain import Chain
from etl.transform.entity.epithet import EPITHETS, introduced, last_subject
from etl.transform.entity.known import COUNTRIES
from etl.transform.entity.name import Name
from etl.transform.entity.nouns import BODY_NOUNS, OUTLET_NOUNS, SURE_OUTLET_NOUNS
from etl.transform.entity.role import alike
from etl.transform.entity.traits import clashes, depths_of, fits, is_paper, known_roles
from etl.transform.lexicon import word_set
from etl.transform.parsed import ParsedArticle
from etl.transform.word import Word, root_of

#: How far back to look, in sentences, and how many names at most (so that time stays linear).
_SENTENCES: Final = 5
_NAMES: Final = 60
_THRESHOLD: Final = 40
#: Mentions so far that make an outlet more than one that is only credited.
_SUBJECT_OF_ARTICLE = 3
_SAYS_SO: Final = 20
_OTHER_GENDER: Final = 25
_HIMSELF: Final = 60
_NEW_SUBJECT: Final = 15
_DEEPEST: Final = 1_000_000
_NEAR: Final = 3
#: Characters between a quotation and the pronoun of its tag, at most.
_TAG: Final = 20
_BODIES_AT_LARGE: Final = word_set(
    """company group organization organisation firm agency party network union charity club department ministry bureau
    institute foundation university hospital airline bank league team"""
)
_TOWNS: Final = word_set("city town village")
_SPOKEN_OF: Final = {"m": word_set("he him"), "f": word_set("she her")}
_PEOPLE_AT_LARGE: Final = word_set("man woman boy girl")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention that was passed: of which chain, in which sentence, in which part of its clause."""

    chain: int
    sentence: int
    token: Word
    depth: int  # of the quotations around it
    weight: int


class Resolver:
    """Goes through an article's names and anaphors in text order and says which chain each anaphor belongs to."""

    def __init__(self, article: ParsedArticle, names: Sequence[Name], chains: Sequence[Chain]) -> None:
        self._article = article
        self._names = names
        self._chains = chains
        self._paragraphs = [paragraph.words for paragraph in article.parsed]
        self._chain_of = {place: number for number, chain in enumerate(chains) for place in chain.names}
        self._roles = [known_roles(chain, names, self._paragraphs) for chain in chains]
        self._outlets = [is_paper(chain, names, self._paragraphs) for chain in chains]
        self._introduced = introduced(self._paragraphs)
        self._places = [(name.paragraph, name.start) for name in names]
        self._counts: Counter[int] = Counter()
        #: How many pronouns of a gender were resolved to the chain.
        self._pronouns: Counter[tuple[int, str | None]] = Counter()
        self._seen: deque[_Seen] = deque(maxlen=_NAMES)
        self._turn: tuple[int, int] | None = None  # the last paragraph of an interview with a label, and whose it is
        self._depths = depths_of((each.start_char, each.end_char) for each in article.quotations if each.is_speech)
        self._sentence_starts = [sentence.start_char for sentence in article.sentences]

    def resolve(self, anaphors: Iterable[Anaphor]) -> Mapping[Anaphor, int]:
        """The number of the chain of each anaphor that can be resolved."""
        found: dict[Anaphor, int] = {}
        items: list[tuple[int, int, int, int]] = []
        each_anaphor = list(anaphors)
        items += [(name.paragraph, name.start, 0, place) for place, name in enumerate(self._names)]
        items += [(each.paragraph, each.start, 1, place) for place, each in enumerate(each_anaphor)]
        for _, _, is_anaphor, place in sorted(items):
            if not is_anaphor:
                name = self._names[place]
                if labels_turn(self._paragraphs[name.paragraph][name.start : name.end]):
                    self._turn = name.paragraph, self._chain_of[place]
                else:
                    self._pass(self._chain_of[place], self._root(name), 0)
                continue
            anaphor = each_anaphor[place]
            chain = self._chain_for(anaphor)
            if chain is not None:
                found[anaphor] = chain
                if anaphor.gender is not None:
                    self._pronouns[chain, anaphor.gender] += 1
                self._pass(chain, self._root(anaphor), -2)
        return found

    def _root(self, mention: Name | Anaphor) -> Word:
        return root_of(self._paragraphs[mention.paragraph][mention.start : mention.end])

    def _pass(self, chain: int, token: Word, weight: int) -> None:
        start = _start_of(token)
        self._counts[chain] += 1
        seen = _Seen(chain, self._sentence(start), token, self._depth(start), weight + height_of(token))
        self._seen.append(seen)

    def _sentence(self, char: int) -> int:
        return bisect_right(self._sentence_starts, char)

    def _depth(self, char: int) -> int:
        """How many quotations stand around a character: a speech inside a block quotation is two deep."""
        return self._depths[bisect_right(self._depths, (char, _DEEPEST)) - 1][1]

    def _chain_for(self, anaphor: Anaphor) -> int | None:
        if anaphor.kind is MentionKind.NOMINAL:
            return self._chain_of_noun(anaphor)
        speaker = unnamed_speaker_before(self._root(anaphor))
        if speaker is not None and all(seen.token is not speaker for seen in self._seen):
            return None  # "A guard said it was late. *She* added that …"
        if anaphor.gender is not None:
            return self._best(anaphor, EntityLabel.PERSON)
        if anaphor.head == "they" and are_several(self._root(anaphor)):
            return None
        return self._best(anaphor, EntityLabel.ORG) if anaphor.head in ("it", "they") else None

    def _chain_of_noun(self, anaphor: Anaphor) -> int | None:
        if anaphor.head in SURE_OUTLET_NOUNS or (anaphor.head in OUTLET_NOUNS and anaphor.speaks):
            paper = self._publication()
            if paper is not None:
                return paper
        noun = alike(anaphor.head)
        if anaphor.is_varied:
            return self._varied(anaphor)
        for seen in reversed(self._seen):
            chain = self._chains[seen.chain]
            is_one = noun in self._roles[seen.chain] and fits(chain.label, anaphor.label)
            if is_one and not clashes(chain, anaphor):
                return None if self._is_of_another(anaphor, seen.chain) else seen.chain
        return self._at_large(anaphor)

    def _at_large(self, anaphor: Anaphor) -> int | None:
        """Whom a noun stands for that the text gives to nobody: by what kind of noun it is."""
        if anaphor.head in _PEOPLE_AT_LARGE:
            return self._only_one(anaphor)
        if anaphor.head in _TOWNS:
            return self._town()
        if anaphor.head in EPITHETS:
            return self._varied(anaphor)
        return self._best(anaphor, EntityLabel.ORG) if anaphor.head in _BODIES_AT_LARGE else None

    def _varied(self, anaphor: Anaphor) -> int | None:
        """ "Doyle lost his temper. *The manager* said …": the subject of the sentence before, said in other words."""
        start = _start_of(self._paragraphs[anaphor.paragraph][anaphor.start])
        person = EntityLabel.PERSON
        seen = (
            (each.chain, each.sentence, each.depth, self._chains[each.chain].label == person and heads(each.token))
            for each in reversed(self._seen)
        )
        found = last_subject(seen, self._sentence(start), self._depth(start))
        if found is None or anaphor.head in self._introduced or self._cannot_be(found, anaphor):
            return None
        here = {each.chain for each in self._seen if each.sentence == self._sentence(start)}
        if any(self._chains[chain].label == person for chain in here - {found}):
            return None  # "his praise of Roe came after the candidate had paid"
        noun = alike(anaphor.head)
        is_said_of_another = any(noun in roles for roles in self._roles) and noun not in self._roles[found]
        return None if is_said_of_another else found

    def _town(self) -> int | None:
        """ "The city": the last place named that is no country."""
        for seen in reversed(self._seen):
            chain = self._chains[seen.chain]
            if chain.label == EntityLabel.GPE and not any(" ".join(words) in COUNTRIES for words in chain.words):
                return seen.chain
        return None

    def _only_one(self, anaphor: Anaphor) -> int | None:
        """ "The woman": the one person named of late who is known to be a woman; nobody where there are two."""
        start = _start_of(self._paragraphs[anaphor.paragraph][anaphor.start])
        earliest = self._sentence(start) - _NEAR
        near = {seen.chain for seen in self._seen if seen.sentence >= earliest}
        people = {each for each in near if self._chains[each].label == EntityLabel.PERSON}
        fitting = {each for each in people if not clashes(self._chains[each], anaphor)}
        known = {each for each in fitting if self._chains[each].gender == anaphor.gender}
        one = next(iter(known)) if len(fitting) == 1 and known else None
        return None if one is None or self._is_of_another(anaphor, one) else one

    def _is_of_another(self, anaphor: Anaphor, chain: int) -> bool:
        """Whether "the man" may be another one, who came up in a sentence that names the first: "*a man* whom Roe had
        hit"."""
        if anaphor.head not in _PEOPLE_AT_LARGE:
            return False
        named = [seen.token for seen in self._seen if seen.chain == chain]
        if any(tells_of(token, self._root(anaphor)) for token in named):
            return True
        sentences = {(token.paragraph.offset, token.sent_start.i) for token in named}
        here = (anaphor.paragraph, anaphor.start)
        for place in range(max(anaphor.paragraph - _NEAR, 0), anaphor.paragraph + 1):
            for word in self._paragraphs[place]:
                is_same = word.lower == anaphor.head and (place, word.i) < here and is_indefinite(word)
                if is_same and (word.paragraph.offset, word.sent_start.i) in sentences:
                    return True
        return False

    def _may_be(self, chain: int, noun: str) -> bool:
        """Whether a body's name does not say that it is another kind of body: "the Senate Committee" is no company.

        Nor is an outlet that is only credited now and then.
        """
        if self._chains[chain].label == EntityLabel.GPE:
            return False
        if self._outlets[chain] and noun not in OUTLET_NOUNS and self._counts[chain] < _SUBJECT_OF_ARTICLE:
            return False
        kinds = self._roles[chain] & (BODY_NOUNS - _BODIES_AT_LARGE)
        return not kinds or alike(noun) in kinds

    def _publication(self) -> int | None:
        """ "The paper": the outlet that reported something, rather than one that somebody spoke to."""
        outlets = [seen for seen in self._seen if self._outlets[seen.chain]]
        reporting = [seen for seen in outlets if seen.token.dep == "nsubj" or is_according_to(seen.token)]
        last = next(reversed(reporting or outlets), None)
        return None if last is None else last.chain

    def _cannot_be(self, chain: int, anaphor: Anaphor) -> bool:
        """Whether a chain is of the other gender, as far as known, or is who speaks the paragraph."""
        is_speaker = self._turn == (anaphor.paragraph, chain)
        return is_speaker or clashes(self._chains[chain], anaphor) or self._others(chain, anaphor) > 1

    def _others(self, chain: int, anaphor: Anaphor) -> int:
        """How many pronouns of the other gender stood for the chain so far, if none of this gender did."""
        if self._pronouns[chain, anaphor.gender]:
            return 0
        return self._pronouns[chain, {"m": "f", "f": "m"}.get(anaphor.gender or "")]

    def _named_behind(self, anaphor: Anaphor, token: Word) -> frozenset[int]:
        """Whom the clause that a pronoun heads names behind it: none of them is meant ("*He* said Smith had left")."""
        if token.dep not in ("nsubj", "nsubj:pass"):
            return frozenset()
        end = token.head.right_edge.i
        at = bisect_right(self._places, (anaphor.paragraph, token.i))
        found: set[int] = set()
        while at < len(self._places) and self._places[at] <= (anaphor.paragraph, end):
            found.add(self._chain_of[at])
            at += 1
        return frozenset(found)

    def _named_before(self, start: int, gender: str | None) -> frozenset[int]:
        """Whom a quotation right before a character names: none of them speaks it ("Smith fled," *he* said)."""
        at = bisect_right(self._depths, (start, _DEEPEST)) - 1
        begin = at - 1
        while begin >= 0 and self._depths[begin][1] > 1:
            begin -= 1
        if begin < 0 or self._depths[begin][1] <= self._depths[at][1] or start - self._depths[at][0] > _TAG:
            return frozenset()
        quoted = range(self._depths[begin][0], self._depths[at][0])
        inside = (seen for seen in self._seen if _start_of(seen.token) in quoted)
        return frozenset(seen.chain for seen in inside if _is_spoken_of(seen.token, gender))

    def _best(self, anaphor: Anaphor, label: EntityLabel) -> int | None:
        token = self._root(anaphor)
        start = _start_of(token)
        sentence, depth = self._sentence(start), self._depth(start)
        others = self._named_behind(anaphor, token)
        body = body_before(token) if anaphor.head in ("it", "they") else None
        if speaks_tag(token):
            others |= self._named_before(start, anaphor.gender)
        if anaphor.gender is not None and tags_what_is_said(token):
            others |= {seen.chain for seen in self._seen if seen.sentence == sentence and seen.token.pos == "PROPN"}
        scores: dict[int, float] = {}
        sure: set[int] = set()
        is_last = True  # whether no other subject came since
        for seen in reversed(self._seen):
            back = sentence - seen.sentence
            if back > _SENTENCES:
                break
            chain = self._chains[seen.chain]
            if not fits(chain.label, label) or are_arguments_of_one(seen.token, token):
                continue
            if anaphor.gender is not None and self._cannot_be(seen.chain, anaphor):
                continue
            if anaphor.gender is None and is_of_writing(seen.token):
                continue
            if seen.chain in others or (body is not None and not is_behind(seen.token, body)):
                continue
            is_noun = anaphor.kind is MentionKind.NOMINAL
            if is_noun and (not self._may_be(seen.chain, anaphor.head) or modifies_person(seen.token)):
                continue
            score = 100 - 14 * back + seen.weight
            score -= 30 * (seen.depth > depth) + 10 * (depth > seen.depth)
            score += 8 * (anaphor.gender is not None and chain.gender == anaphor.gender)
            score += 10 * bool(self._pronouns[seen.chain, anaphor.gender])
            score -= _OTHER_GENDER * self._others(seen.chain, anaphor)
            score -= 40 * (depth > seen.depth and back <= 1 and speaks(seen.token))
            score += 3 * min(self._counts[seen.chain], 4)
            if anaphor.gender is not None and (says_of_itself(seen.token, token) or goes_on(seen.token, token)):
                score += _SAYS_SO
                sure.add(seen.chain)
            score += _HIMSELF * is_of_itself(seen.token, token)
            score += _NEW_SUBJECT * (is_last and back == 1 and takes_over(seen.token, token))
            if seen.depth <= depth and not is_said_of(seen.token):
                is_last = is_last and back > 0 and seen.token.dep not in ("nsubj", "nsubj:pass")
            scores[seen.chain] = max(score, scores.get(seen.chain, 0))
        best = max(scores, key=lambda chain: (scores[chain], -chain), default=None)
        if best is None or scores[best] < (_THRESHOLD if label is EntityLabel.PERSON else 2 * _THRESHOLD):
            return None
        is_tag = tags_what_is_said(token)  # "A woman lost her savings, *she* said": another tells of her
        return None if best not in sure and not is_tag and speaks_of_another(token, anaphor.gender) else best


def _start_of(token: Word) -> int:
    return token.paragraph.offset + token.start_char


def _is_spoken_of(token: Word, gender: str | None) -> bool:
    """Whether a mention, a name or "he" of that gender, is spoken of, and neither addressed nor a pronoun of the
    speaker."""
    is_of_gender = gender is not None and token.lower in _SPOKEN_OF[gender]
    return (token.pos == "PROPN" or is_of_gender) and token.dep not in ("vocative", "discourse")
