"""Variants of training text: capitals, marks, spaces, and other names in the same sentences."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.language.gazetteer import NORP_WORDS, TITLES
from etl.language.names import COMPANIES, FORCES, MEDIA, PLACES, TRADES, listed
from etl.language.offices import BEFORE, office_phrases
from etl.language.recipe.annotated import Annotated
from etl.language.recipe.detokenize import guess_spaces
from etl.language.word_lists import words_of

Names = tuple[dict[str, list[str]], dict[str, list[str]]]
Entity = tuple[int, int, str]

# Countries whose papers' names the corpora hold least; drawn as often as all others together.
MIDDLE_EAST = ("IQ", "IR", "SY", "LB", "EG", "SA", "JO", "PS", "YE", "AE", "KW", "QA", "OM", "BH",
               "LY", "TN", "DZ", "MA", "SD", "TR", "AF", "PK", "IL")  # fmt: skip
# Family names in the forms that newspapers print; countries above have few in the lists.
FAMILIES = words_of(
    """
al-Abadi al-Maliki al-Sadr al-Hakim al-Sistani al-Jaafari al-Amiri al-Muhandis al-Khazali
al-Assad al-Baghdadi al-Zawahiri al-Zarqawi al-Sisi al-Bashir al-Thani al-Saud al-Jubeir
al-Faisal Barzani Talabani Allawi Chalabi Hashimi Nujaifi Jabouri Zebari Khamenei Rouhani Zarif
Larijani Soleimani Rafsanjani Ahmadinejad Mousavi Karroubi Nasrallah Hariri Aoun Jumblatt Geagea
Gemayel Berri Abbas Haniyeh Meshaal Sinwar Erekat Ashrawi Barghouti Netanyahu Lieberman Livni
Bennett Lapid Herzog Gantz Yaalon Erdogan Gulen Davutoglu Demirtas Kilicdaroglu Karzai Ghani
Abdullah Haqqani Hekmatyar Sharif Bhutto Musharraf Khan Zardari Mubarak Morsi ElBaradei Haftar
Serraj Essebsi Ghannouchi Bouteflika Hadi Saleh Houthi Shamkhani Jafari Vahidi Salehi Araghchi
Velayati Mottaki Fallahian Shamary Dulaimi Hassan
"""
)  # fmt: skip


# Drawn as often as all the others together.
_FREQUENT = frozenset(
    tuple(phrase.split())
    for phrase in (
        "Secretary of State", "Minister of State", "Under Secretary of State", "Foreign Secretary", "Home Secretary",
        "Foreign Minister", "Prime Minister", "Defense Secretary", "Defence Minister", "Vice President",
        "Attorney General", "Chief of Staff", "Chancellor of the Exchequer", "Director of National Intelligence",
        "Speaker of the House", "House Speaker", "National Security Adviser", "Press Secretary", "Shadow Chancellor",
        "Chief Justice", "Majority Leader", "Secretary of Defense", "Treasury Secretary",
    )
)  # fmt: skip
_POSTS = words_of(
    """
Director director Chief chief Chairman chairman Chairwoman President president Secretary spokesman spokeswoman
spokesperson leader commander Commissioner analyst correspondent editor founder CEO lawyer official
"""
)


def vary(items: Iterable[Annotated], rng: random.Random, *, share: float = 0.3) -> Iterator[Annotated]:
    """Every item, and for a `share` of them a variant in writing after it."""
    for item in items:
        yield item
        if rng.random() < share:
            yield rng.choices(
                (curly_marks, capitals, small_letters, title_case, double_space, without_end),
                weights=(5, 2, 2, 1, 2, 1),
            )[0](item, rng)


def curly_marks(item: Annotated, rng: random.Random) -> Annotated:
    """Plain marks as typographic ones: a mark opens after a space, else it closes."""
    words = list(item.words)
    opens = True
    for i, word in enumerate(words):
        before_space = i == 0 or item.spaces[i - 1]
        if word in {'"', "``", "''"}:
            opens = before_space and not (i + 1 == len(words) or item.spaces[i])
            words[i] = "“" if opens else "”"
        elif word == "'":
            words[i] = "‘" if before_space and not item.spaces[i] else "’"
        elif "'" in word:
            words[i] = word.replace("'", "’")
    return replace(item, words=tuple(words))


def capitals(item: Annotated, rng: random.Random) -> Annotated:
    return replace(item, words=tuple(w.upper() for w in item.words))


def small_letters(item: Annotated, rng: random.Random) -> Annotated:
    """As people write in comments and chats."""
    return replace(item, words=tuple(w.lower() for w in item.words))


def title_case(item: Annotated, rng: random.Random) -> Annotated:
    words = (w[0].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(item.words))
    return replace(item, words=tuple(words))


def without_end(item: Annotated, rng: random.Random) -> Annotated:
    """A headline has no full stop; only where the last token hangs on nothing below it."""
    last = len(item.words) - 1
    if last < 2 or item.words[last] != "." or (item.heads and last in item.heads[:last]):
        return item
    if item.sentence_starts and item.sentence_starts[last]:
        return item

    def cut(values: tuple | None) -> tuple | None:  # type: ignore[type-arg]
        return None if values is None else values[:last]

    return replace(
        item,
        words=item.words[:last],
        spaces=(*item.spaces[: last - 1], False),
        sentence_starts=cut(item.sentence_starts),
        tags=cut(item.tags),
        pos=cut(item.pos),
        morphs=cut(item.morphs),
        lemmas=cut(item.lemmas),
        heads=cut(item.heads),
        deps=cut(item.deps),
        entities=None
        if item.entities is None
        else tuple((s, min(e, last), x) for s, e, x in item.entities if s < last),
    )


def double_space(item: Annotated, rng: random.Random) -> Annotated:
    """A second space after one token, which spaCy makes a token of its own."""
    places = [i for i, s in enumerate(item.spaces[:-1]) if s]
    if not places:
        return item
    at = rng.choice(places) + 1

    def put(values: tuple | None, new: object) -> tuple | None:  # type: ignore[type-arg]
        return None if values is None else (*values[:at], new, *values[at:])

    heads = item.heads and tuple(h + (h >= at) for h in item.heads)
    return replace(
        item,
        words=(*item.words[:at], " ", *item.words[at:]),
        spaces=(*item.spaces[:at], False, *item.spaces[at:]),
        sentence_starts=put(item.sentence_starts, False),
        tags=put(item.tags, "_SP"),
        pos=put(item.pos, "SPACE"),
        morphs=put(item.morphs, ""),
        lemmas=put(item.lemmas, " "),
        heads=put(heads, at - 1),
        deps=put(item.deps, "dep"),
        entities=None
        if item.entities is None
        else tuple((s + (s >= at), e + (e > at), x) for s, e, x in item.entities),
    )


class Swapper:
    """Puts other names where a corpus has a person, an organization or a place."""

    def __init__(self, names: Names, rng: random.Random) -> None:
        self.forenames, self.surnames = names
        self.rng = rng
        self.countries = [c for c in self.forenames if c in self.surnames]
        self.eastern = [c for c in MIDDLE_EAST if c in self.forenames]
        self.media, self.forces, self.companies = listed(MEDIA), listed(FORCES), listed(COMPANIES)
        self.trades, self.places = listed(TRADES), listed(PLACES)
        phrases = office_phrases()
        # The products of heads and fields are thousands; the offices that stand alone are as frequent in the news.
        self.offices = [
            *phrases,
            *[p for p in phrases if p in _FREQUENT for _ in range(len(phrases) // len(_FREQUENT))],
        ]
        self.peoples, self.before = sorted(w for w in NORP_WORDS if w[-1] in "nhe"), sorted(BEFORE - {"the"})

    def swap(self, item: Annotated) -> Annotated:
        """The item with about half its names replaced, the same name by the same name."""
        assert item.entities is not None
        chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
        words: list[str] = []
        entities: list[Entity] = []
        at = 0
        for start, end, label in item.entities:
            words += item.words[at:start]
            old = item.words[start:end]
            new = chosen.get(old)
            if new is None:
                new = (
                    self._other(old, label, item.words[start - 1] if start else "") if self.rng.random() < 0.6 else old
                )
                chosen[old] = new
            if label == "PERSON" and self._takes_office(new, words):
                office, marked = self._office()
                entities += [(len(words) + s, len(words) + e, x) for s, e, x in marked]
                words += office
            entities.append((len(words), len(words) + len(new), label))
            words += new
            at = end
        words += item.words[at:]
        kept = tuple(words)
        return Annotated(words=kept, spaces=guess_spaces(kept), entities=tuple(entities), source=item.source)

    def _takes_office(self, name: tuple[str, ...], before: list[str]) -> bool:
        """Whether an office may stand before a name: a full one, behind no title and no other name."""
        last = before[-1] if before else ""
        is_free = not last[:1].isupper() and last not in {"a", "an", "the", "-"}
        return len(name) > 1 and is_free and last.rstrip(".").lower() not in TITLES and self.rng.random() < 0.3

    def _office(self) -> tuple[tuple[str, ...], tuple[Entity, ...]]:
        """An office ("then U.S. Secretary of State", "CIA Director") and the names that stand before it."""
        rng = self.rng
        words: list[str] = []
        marked: list[Entity] = []
        if rng.random() < 0.25:
            words.append(rng.choice(self.before))
        land = rng.random()
        owner: tuple[str, ...] = ()
        if land < 0.2:
            owner, label = (rng.choice(self.peoples),), "NORP"
        elif land < 0.35:
            owner, label = rng.choice((("U.S.",), ("US",), ("UK",), ("U.K.",), ("EU",))), "GPE"
            label = "ORG" if owner == ("EU",) else label
        elif land < 0.45:
            owner, label = self._bare(rng.choice(self.places)), "GPE"
        elif land < 0.6:
            owner, label = self._bare(self._organization()), "ORG"
        if owner:
            marked.append((len(words), len(words) + len(owner), label))
            words += owner
            if label == "GPE" and land >= 0.35:
                words.append("'s")
        phrase = rng.choice(self.offices) if not owner or label != "ORG" else (rng.choice(_POSTS),)
        if rng.random() < 0.15:
            phrase = tuple(w.lower() for w in phrase)
        words += phrase
        if rng.random() < 0.05:
            words.append(",")
        return tuple(words), tuple(marked)

    def _bare(self, name: tuple[str, ...]) -> tuple[str, ...]:
        return name[1:] if name[0].lower() == "the" else name

    def _other(self, old: tuple[str, ...], label: str, before: str) -> tuple[str, ...]:
        if label == "PERSON":
            return self._person(len(old))
        if label == "ORG":
            name = self._organization()
        elif label == "GPE":
            name = self.rng.choice(self.places)
        else:
            return old
        # An article that stands before the name stays where it is, and outside of it.
        return name[1:] if name[0] == "the" else name

    def _organization(self) -> tuple[str, ...]:
        rng = self.rng
        if rng.random() < 0.05:
            owner = rng.choice(self.surnames[rng.choice(self.countries)])
            return (*_name_tokens(owner), *(("'s",) if rng.random() < 0.6 else ()), *rng.choice(self.trades))
        kinds = (self.media, self.forces, self.companies)
        return rng.choice(rng.choices(kinds, weights=(3, 4, 3))[0])

    def _person(self, size: int) -> tuple[str, ...]:
        rng = self.rng
        if rng.random() < 0.5:
            first = rng.choice(self.forenames[rng.choice(self.eastern)])
            family = rng.choice(FAMILIES)
            if rng.random() < 0.1:
                first = f"Abu {first}"
        else:
            country = rng.choice(self.countries)
            first = rng.choice(self.forenames[country])
            family = rng.choice(self.surnames[country])
        if size == 1:
            return _name_tokens(family.removeprefix("al-"))
        middle = f" {rng.choice('ABCDEFGHJKLMPRSTW')}." if size > 2 and rng.random() < 0.4 else ""
        return _name_tokens(f"{first}{middle} {family}")


def _name_tokens(name: str) -> tuple[str, ...]:
    tokens: list[str] = []
    for word in name.split():
        for i, part in enumerate(word.split("-")):
            tokens += ["-"] * (i > 0) + [part]
    return tuple(t for t in tokens if t)
