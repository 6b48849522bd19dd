"""Which organization a source is that an article does not name: "police", "the ministry", "a company spokeswoman".

"Police said" in one paper and "the NYPD said" in another are one source of a story. What tells is the article's own
names, then a fuller description in it, then who speaks by name in the other articles. Where two fit, none is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from etl.link.claim.stem import canonical
from etl.link.entity.known import canonical_name
from etl.link.entity.name import fold_name
from etl.link.lexicon import word_set
from etl.link.origin.evidence import NamedBody, Saying, Story
from etl.link.words import fold_words
from etl.records import SourceKind

_EMPTY = word_set("the a an of for and s local this that")
_OWNED = word_set("his her its their our my your")
_SAME = {"cop": "police", "cops": "police", "policemen": "police"}
#: Nouns that alone are enough to know a body by, as a story seldom has two of the kind. "The union" and "the board"
#: are not: the European Union is in stories of strikes.
_ENOUGH = word_set("police ministry hospital university airport army navy coastguard constabulary")
#: Nouns that are enough in an article that names one body of the kind: "the department" for the Department of Justice.
_ENOUGH_HERE = _ENOUGH | word_set(
    """department agency commission committee institute bureau authority service force club association federation
    foundation charity bank"""
)
#: Nouns for firms, whose names seldom say that they are: the one body that its name makes nothing else of is meant.
_FIRMS = word_set("company firm corporation manufacturer maker retailer chain carmaker automaker drugmaker startup")
_KINDS = _ENOUGH_HERE | word_set(
    """union state court senate house congress parliament party government administration office board council
    university college school church team league army guard fund center centre society group trust"""
)
#: What a police force may be called besides: "Police Department"; a "Police Federation" is none.
_HEADS = {
    "police": word_set("police department service force constabulary"),
    "force": word_set("police force constabulary"),
}
#: Words of names that no police force goes by in English.
_POLICE = word_set("constabulary gendarmerie carabinieri garda gardai polizei policia psni rcmp")
_POLICE_INITIALS = re.compile(r"[A-Z]{1,4}PD")
_OF = re.compile(r"\s+(?:of|for)\s+")
_CANONICAL_FIRMS = frozenset(map(canonical, _FIRMS))
_CANONICAL_KINDS = frozenset(map(canonical, _KINDS))
_INITIALLED = frozenset(map(canonical, ("police", "force", "department")))
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """Who an unnamed source is: the mention that names it in the story, or the fullest words that it is given."""

    name: str
    entity_id: int | None = None
    mention_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Described:
    """An unnamed body as an article describes it: its telling words, and the words as written."""

    article_id: int
    words: frozenset[str]
    written: str


def asks_for_name(saying: Saying) -> bool:
    """Whether a source is a body that the article does not name there, or speaks for one."""
    return saying.entity_id is None and _description(saying) is not None


def find_bodies(story: Story) -> dict[int, Body]:
    """Who the unnamed bodies of a story are, by attribution; what nothing tells more of keeps its own words."""
    reader = _Bodies(story)
    found = {}
    for saying in story.sayings:
        if asks_for_name(saying):
            description = _description(saying)
            assert description is not None
            found[saying.attribution_id] = reader.read(saying.article_id, description)
    return found


class _Bodies:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._named: dict[int, list[NamedBody]] = defaultdict(list)
        for body in story.bodies:
            self._named[body.article_id].append(body)
        self._described: dict[int, list[_Described]] = defaultdict(list)
        for saying in story.sayings:
            written = _description(saying) if saying.entity_id is None else None
            if written is not None and (words := _telling(written)):
                self._described[saying.article_id].append(_Described(saying.article_id, words, written))

    def read(self, article_id: int, written: str) -> Body:
        words = _telling(written)
        if not words:
            return Body(written)
        here = self._fitting(words, self._named[article_id], _ENOUGH_HERE)
        if len(here) == 1:
            return here[0]
        if here:
            return Body(_plain(written))
        fuller = _fuller(words, self._described[article_id])
        if fuller is not None:
            words, written = fuller.words, fuller.written
            here = self._fitting(words, self._named[article_id])
        elsewhere = here or self._fitting(words, self._speaking)
        everywhere = [each for group in self._described.values() for each in group]
        is_rivalled = any(words < each.words and not self._fitting(each.words, self._speaking) for each in everywhere)
        if len(elsewhere) == 1 and (here or not is_rivalled):
            return elsewhere[0]
        fullest = _fuller(words, everywhere) if not elsewhere else None
        if fullest is not None:
            words = fullest.words
        same = [each.written for each in everywhere if each.words == words]
        return Body(min(map(_plain, same), key=lambda each: (len(each), each), default=_plain(written)))

    @cached_property
    def _speaking(self) -> Sequence[NamedBody]:
        """The bodies that speak by name somewhere in the story, or for whom somebody speaks."""
        speaking = {saying.entity_id for saying in self._story.sayings if saying.entity_id is not None}
        for saying in self._story.sayings:
            if saying.institution is not None and saying.entity_id is None:
                words = _telling(saying.institution)
                speaking |= {body.entity_id for body in self._named[saying.article_id] if words & _words_of(body)}
        return [body for bodies in self._named.values() for body in bodies if body.entity_id in speaking]

    def _fitting(
        self, words: frozenset[str], bodies: Iterable[NamedBody], enough: frozenset[str] = _ENOUGH
    ) -> list[Body]:
        """The named bodies that a description can mean, one row an entity."""
        fitting: dict[int, NamedBody] = {}
        for body in bodies:
            if _fits(words, body, enough):
                known = fitting.setdefault(body.entity_id, body)
                if body.mention_id < known.mention_id:
                    fitting[body.entity_id] = body
        exact = {key: body for key, body in fitting.items() if any(_telling(name) == words for name in body.names)}
        return [Body(body.names[0], key, body.mention_id) for key, body in sorted((exact or fitting).items())]


def _description(saying: Saying) -> str | None:
    """The words for the body that a saying is of; none where it is of a person, or of what he does not speak for."""
    written = saying.source
    if saying.kind == SourceKind.ORGANIZATION or (saying.kind == SourceKind.GROUP and _telling(written) == {"police"}):
        first, *_ = written.lower().split() or [""]
        return None if first in _OWNED else written
    if saying.kind == SourceKind.ANONYMOUS and _SPOKESPERSON.search(f"{saying.role or ''} {written}"):
        return saying.institution or None
    return None


def _plain(written: str) -> str:
    """The words without the article before them."""
    first, _, rest = written.partition(" ")
    return rest if rest and first.lower() in _EMPTY else written


def _telling(written: str) -> frozenset[str]:
    """The words by which a body is known, in canonical form: "Morocco's" is "Moroccan"."""
    words = (_SAME.get(word, word) for word in fold_words(written))
    return frozenset(canonical(word) for word in words if word not in _EMPTY)


def _words_of(body: NamedBody) -> frozenset[str]:
    return frozenset().union(*map(_name_words, body.names))


def _name_words(name: str) -> frozenset[str]:
    folded = fold_name(name, "ORG")
    words = _telling(name) | _telling(canonical_name("ORG", folded))
    if _POLICE_INITIALS.fullmatch(name) or words & _POLICE:
        words |= _telling("police department")
    return words


def _fits(words: frozenset[str], body: NamedBody, enough: frozenset[str]) -> bool:
    if len(words) > 1:
        return words <= _words_of(body)
    (noun,) = words
    if noun in _CANONICAL_FIRMS and enough is _ENOUGH_HERE:
        return not _words_of(body) & _CANONICAL_KINDS
    if noun not in {canonical(word) for word in enough}:
        return any(_telling(name) == words for name in body.names)
    heads = {canonical(word) for word in _HEADS.get(noun, ())} | {noun}
    if noun == canonical("police") and noun not in _words_of(body):
        return False
    if noun in _INITIALLED and any(_POLICE_INITIALS.fullmatch(name) for name in body.names):
        return True
    return any(_head(name) in heads for name in _all_names(body))


def _all_names(body: NamedBody) -> set[str]:
    return {*body.names, *(canonical_name("ORG", fold_name(name, "ORG")) for name in body.names)}


def _head(name: str) -> str:
    """The noun of a name: the last word, or the last one before "of" or "for"."""
    words = fold_words(_OF.split(name, maxsplit=1)[0])
    return canonical(words[-1]) if words else ""


def _fuller(words: frozenset[str], described: Iterable[_Described]) -> _Described | None:
    """The one description that says all that ``words`` say, and more; none where two do that differ."""
    fuller = {each.words: each for each in described if words < each.words}
    most = {each for each in fuller if not any(each < other for other in fuller)}
    return fuller[most.pop()] if len(most) == 1 else None
