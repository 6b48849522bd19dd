"""Words to make sentences of, and names that nobody bears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from random import Random


def _split(words: str) -> list[str]:
    return words.split()


NOUNS = _split("""
agreement airport ambulance archive bakery bank barracks barrier border bridge budget building canal candidate
ceasefire cemetery clinic coalition committee company complaint convoy corridor council court cove curfew dam
deadline debt delegation depot dispute district dock document dormitory driver election embassy engine estate
evacuation exchange factory farm ferry festival fine fleet flight flood forecast forest fortress fuel fund
garage glacier grain grant harbour harvest hearing highway hospital hostel hotel household incident inquiry
inspector invoice island journal judge jury kitchen laboratory lake landslide lawsuit lease library licence
lighthouse loan machine mansion market meadow merger mine minister monastery motorway museum negotiation network
observatory office orchard order outbreak palace parade patent pension permit petition pier pilot pipeline plant
platform police port power prison programme project protest quarry railway rally ranch refinery reform refuge
register reservoir resort road rocket rumour sanction school seminar server settlement shareholder ship shipyard
signal smelter stadium station storm strike studio subsidy summit supplier survey tanker tariff tax teacher
telescope theatre ticket tower tractor train treaty tribunal tunnel turbine union vaccine valley verdict vessel
village vineyard virus visa volcano vote voucher wage warehouse well windmill winter
""")
ADJECTIVES = _split("""
abandoned ageing ambitious ancient annual armed bankrupt bitter brief broken central civilian closed coastal
controversial costly crowded damaged delayed disputed distant eastern emergency empty experimental failed
federal final flooded foreign former fragile frozen heavy hidden illegal independent industrial joint large
leaking local long mobile municipal narrow national new nightly northern nuclear old overdue peaceful planned
popular private proposed provincial public quiet rapid recent regional remote restored rival rural secret sealed
sharp small southern state steep stolen strategic sudden temporary unfinished unpaid upper urban vacant vast
western wooden
""")
#: Base form and past form of verbs that take an object.
VERBS = [
    (base, past)
    for base, past in (
        pair.split("/")
        for pair in _split("""
approve/approved attack/attacked auction/auctioned back/backed ban/banned block/blocked buy/bought
cancel/cancelled challenge/challenged close/closed condemn/condemned damage/damaged defend/defended
delay/delayed destroy/destroyed dismiss/dismissed dissolve/dissolved evacuate/evacuated expand/expanded
extend/extended finance/financed fine/fined flood/flooded guard/guarded halt/halted inspect/inspected
investigate/investigated lease/leased open/opened oppose/opposed overturn/overturned postpone/postponed
privatise/privatised question/questioned raid/raided rebuild/rebuilt reject/rejected relocate/relocated
rename/renamed reopen/reopened repair/repaired replace/replaced rescue/rescued restore/restored review/reviewed
scrap/scrapped search/searched seize/seized sell/sold settle/settled shut/shut sign/signed storm/stormed
strengthen/strengthened support/supported survey/surveyed suspend/suspended test/tested tighten/tightened
veto/vetoed
""")
    )
]
COUNTED = _split(
    "soldiers workers residents passengers patients students migrants prisoners officers homes vehicles tonnes"
)
ROLES = [
    *("mayor", "defence minister", "spokeswoman", "police chief", "union leader", "chief executive", "prosecutor"),
    *("senator", "governor", "hospital director", "opposition leader", "ambassador", "economist", "fire chief"),
]
FIRST_NAMES = _split("""
Ada Alma Anselm Arno Basil Beata Benno Bruna Cassia Cleo Conrad Dalia Dario Edda Elio Emeric Enid Esko Fabia
Falk Flora Gero Gilda Hanno Hedda Hugo Ilka Imre Ines Ivo Jalil Jana Jorun Juno Kai Karim Kira Lale Lars Leda
Lino Lotte Malin Marek Mila Nadia Nestor Nora Odo Olga Omar Orla Otto Petra Quirin Ragna Remo Rosa Runa Samir
Selma Sven Tamar Thea Tilo Ugo Ulla Vera Viggo Wanda Xenia Yara Yusuf Zeno Zora
""")
_ONSETS = _split("b br d dr f g gr h k kl kr l m n p pr r s sh st t tr v w z")
_VOWELS = _split("a e i o u a e o ai au ei")
_CODAS = ["", "l", "n", "r", "s", "m", "k", "nd", "rt", "sk"]
_PERSON_ENDINGS = ["", "", "ov", "ic", "sen", "man", "ez", "ani", "escu", "wala"]
_PLACE_ENDINGS = ["", "burg", "stad", "ville", "abad", "grad", "mouth", "haven", "dal", "ia"]
_ORGANIZATIONS = ["Group", "Energy", "Railways", "Foundation", "Institute", "Union", "Front", "Shipping", "Council"]


def make_stem(random: Random) -> str:
    """Two syllables, capitalised."""
    syllables = (random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS) for _ in range(2))
    return "".join(syllables).capitalize()


def make_person(random: Random) -> str:
    return f"{random.choice(FIRST_NAMES)} {make_stem(random)}{random.choice(_PERSON_ENDINGS)}"


def make_place(random: Random) -> str:
    return make_stem(random) + random.choice(_PLACE_ENDINGS)


def make_organization(random: Random) -> str:
    return f"{make_stem(random)} {random.choice(_ORGANIZATIONS)}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The nouns and adjectives that a subject is written about with."""

    nouns: Sequence[str]
    adjectives: Sequence[str]


@lru_cache(maxsize=1)
def everyday() -> Lexicon:
    """Some 15,000 words of middling frequency; what part of speech they are does not matter to what is measured."""
    table = files("etl.link.background").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    words = [word for word, rate in rows if 2.9 < float(rate) < 80 and len(word) > 4 and word.isascii()]
    return Lexicon([*NOUNS, *words[::2]], [*ADJECTIVES, *words[1::2]])


def make_lexicon(random: Random) -> Lexicon:
    """The words of one event."""
    pool = everyday()
    return Lexicon(random.sample(pool.nouns, 60), random.sample(pool.adjectives, 40))


def make_thing(random: Random, lexicon: Lexicon) -> str:
    """A noun phrase without article: 'disputed harbour licence'."""
    return f"{random.choice(lexicon.adjectives)} {random.choice(lexicon.nouns)} {random.choice(lexicon.nouns)}"


_DETERMINERS = ["the", "the", "a", "this", "its", "their", "every", "no", "another"]
_PREPOSITIONS = ["near", "under", "against", "without", "behind", "beyond", "for", "on", "with", "despite"]
_LINKS = ["because", "although", "after", "before", "while", "unless", "until", "and", "but", "so"]
_MODALS = ["may", "must", "will", "cannot", "should", "could"]


def make_phrase(random: Random, lexicon: Lexicon) -> str:
    """A noun phrase: 'the vacant harbour of another council'."""
    phrase = f"{random.choice(_DETERMINERS)} {random.choice(lexicon.adjectives)} {random.choice(lexicon.nouns)}"
    if random.random() < 0.3:
        phrase += f" of {random.choice(_DETERMINERS)} {random.choice(lexicon.nouns)}"
    return phrase


def make_clause(random: Random, lexicon: Lexicon, subject: str = "") -> str:
    """Somebody did, or may do, something to something; no two clauses have many words in common."""
    base, past = random.choice(VERBS)
    verb = past if random.random() < 0.6 else f"{random.choice(_MODALS)} {base}"
    clause = f"{subject or make_phrase(random, lexicon)} {verb} {make_phrase(random, lexicon)}"
    if random.random() < 0.5:
        clause += f" {random.choice(_PREPOSITIONS)} {make_phrase(random, lexicon)}"
    return clause


def make_sentence(random: Random, lexicon: Lexicon, subject: str = "") -> str:
    """One or two clauses, capitalised, without full stop."""
    sentence = make_clause(random, lexicon, subject)
    if random.random() < 0.6:
        sentence += f" {random.choice(_LINKS)} {make_clause(random, lexicon)}"
    return sentence[0].upper() + sentence[1:]
