"""The reporting verbs, and the constructions that each allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import Final

from etl.transform.attribution.inflection import Form, forms
from etl.transform.lexicon import word_set


class Use(Flag):
    """How a verb takes its content."""

    NONE = 0
    DIRECT = auto()  # "…," she said
    CLAUSE = auto()  # said (that) …, wondered whether …
    TAG = auto()  # …, she said: without marks
    OBJECT = auto()  # criticized the deal for …
    COMPLEMENT = auto()  # called him a liar, described it as unfair
    INFINITIVE = auto()  # promised to leave
    REQUEST = auto()  # urged them to leave
    TOLD = auto()  # the object is the addressee: told him that …
    SHOW = auto()  # a document or poll as its subject is a source: the report shows …
    THOUGHT = auto()  # an attitude, not an utterance
    PREPOSITION = auto()  # called for a vote
    RUMOR = auto()  # is expected to …: nobody says by whom


@dataclass(frozen=True, slots=True)
class Verb:
    """``prepositions`` that introduce content: called *for* …, warned *of* …."""

    lemma: str
    use: Use
    prepositions: frozenset[str] = frozenset()


_SPEECH = word_set(
    """acknowledge add admit affirm allege announce answer argue assert attest aver bemoan blog boast brag caution
    charge claim clarify complain concede conclude concur confess confide confirm contend counter declare demand
    deny disclose divulge elaborate email e-mail emphasize emphasise exclaim explain grumble hint imply indicate
    inform insinuate insist interject joke lament maintain mention muse note object observe opine pledge point
    predict proclaim profess proffer promise pronounce prophesy protest quip reaffirm reason recall recount
    reflect reiterate rejoin relate remark reply report respond restate retort reveal say state stipulate stress
    submit suggest surmise swear tell tease telegraph testify threaten thunder tweet twitter underline
    underscore utter venture vouch vow volunteer warn whine write assure remind notify advise forecast speculate
    estimate reckon decree rumor agree disagree signal intone cable"""
)
_DIRECT_ONLY = word_set(
    """ask inquire enquire query wonder shout yell scream cry chant bellow bark chime continue crow deadpan gripe groan
    growl gush howl intone laugh mutter murmur mumble parrot preach rant read riff roar scoff shrug sigh smile snap
    snarl sneer sniff snort text thank tut urge whisper begin marvel enthuse fume cheer echo chuckle grin repeat recite
    sing riff boom hiss holler retweet title blurt spit warble jeer deliver hammer snipe pronounce implore exhort beg interrupt apologize taunt order command prod ponder remark summarize observe explain"""
)
_ASKED = word_set("ask inquire enquire query wonder question")
_TOLD = word_set(
    "tell assure remind inform notify warn advise convince persuade promise brief ask caution text email thank"
)
_THOUGHT = word_set(
    """think believe feel know hope fear expect suspect doubt presume suppose realize realise recognize recognise
    understand foresee anticipate worry regret dream envision learn discover hear conclude wonder contemplate"""
)
_SHOWN = word_set(
    """show suggest indicate find reveal demonstrate confirm conclude estimate note say state report imply
    illustrate detail describe warn point argue allege claim stipulate declare disclose"""
)
_INTENDED = word_set(
    """hope plan intend promise vow threaten seek refuse decline agree decide wish aim expect offer propose prefer
    swear yearn aspire resolve consent pledge"""
)
_REQUESTED = word_set(
    """urge ask tell order want expect encourage advise beg implore instruct command press persuade challenge warn
    exhort counsel pressure call"""
)
_STANCE = word_set(
    """advise deny criticize criticise praise defend endorse oppose condemn denounce reject dismiss blast slam announce propose
    describe discuss mention acknowledge question blame accuse applaud welcome ridicule mock reiterate demand
    dispute disavow repudiate decry deride bash rebuke chastise assail lambaste tout hail commend salute laud
    admire outline emphasize emphasise stress cite explain express reveal disclose confirm admit concede recall
    predict forecast foresee anticipate consider urge recommend protest lament bemoan regret mourn appreciate
    resent despise loathe doubt ban approve veto overturn uphold fault credit excoriate scold berate vilify
    disparage belittle tease detest abhor fume envision envisage imagine contemplate ponder weigh assert allege
    proclaim stipulate affirm confess retract rescind rebut refute contest echo repeat quote pitch plug vouch
    deplore castigate scorn trash disown renounce mull compare liken equate extol trumpet deny reaffirm"""
)
_COMPLEMENT = word_set(
    """call describe label brand dub term deem portray depict characterize characterise denounce dismiss decry
    deride condemn hail tout praise ridicule cast cite regard view see paint pronounce refer proclaim name mock
    slam blast criticize identify"""
)
_RUMORED = word_set("expect believe say report know think rumor consider suppose understand allege estimate")
_PREPOSITIONS: Final = {
    "call": "for on",
    "talk": "about of up",
    "speak": "about of against for",
    "warn": "of about against",
    "complain": "about of",
    "refer": "to",
    "point": "to",
    "allude": "to",
    "comment": "on about",
    "argue": "for against about over",
    "push": "for",
    "press": "for",
    "appeal": "for to",
    "ask": "for about",
    "worry": "about over",
    "hope": "for",
    "wish": "for",
    "care": "about",
    "think": "about of",
    "know": "about of",
    "agree": "with on to",
    "disagree": "with",
    "believe": "in",
    "object": "to",
    "apologize": "for",
    "boast": "about of",
    "brag": "about of",
    "joke": "about",
    "rail": "against",
    "lash": "out at",
    "rant": "about",
    "elaborate": "on",
    "focus": "on",
    "insist": "on",
    "speculate": "about on",
    "wonder": "about",
    "write": "about of",
    "inquire": "about",
    "plead": "for",
    "advocate": "for",
    "lobby": "for against",
    "testify": "about to",
    "reflect": "on",
    "dream": "of about",
    "approve": "of",
    "disapprove": "of",
    "conceive": "of",
    "hint": "at of",
    "vote": "for against",
    "campaign": "for against",
    "protest": "against",
    "plan": "on for",
    "remark": "on",
    "respond": "to",
    "react": "to",
    "tweet": "about",
    "learn": "about of",
    "hear": "about of",
    "ponder": "over",
    "look": "for",
    "long": "for",
    "concentrate": "on",
    "expound": "on",
    "decide": "on against",
    "demur": "on",
    "gush": "about over",
    "fret": "about over",
    "fume": "about over at",
    "bristle": "at",
    "scoff": "at",
    "balk": "at",
    "marvel": "at",
    "stand": "by",
    "sympathize": "with",
    "side": "with",
    "nod": "to",
    "subscribe": "to",
    "swear": "by",
}


def _lexicon() -> dict[str, Verb]:
    uses: dict[str, Use] = {}

    def allow(lemmas: frozenset[str], use: Use) -> None:
        for lemma in lemmas:
            uses[lemma] = uses.get(lemma, Use.NONE) | use

    allow(_SPEECH, Use.DIRECT | Use.CLAUSE | Use.TAG)
    allow(_DIRECT_ONLY, Use.DIRECT)
    allow(_ASKED, Use.CLAUSE)
    allow(_TOLD, Use.TOLD | Use.CLAUSE)
    allow(_THOUGHT, Use.CLAUSE)
    allow(_THOUGHT - _SPEECH, Use.THOUGHT)
    allow(_SHOWN, Use.CLAUSE | Use.TAG | Use.SHOW)
    allow(_INTENDED, Use.INFINITIVE)
    allow(_REQUESTED, Use.REQUEST)
    allow(_STANCE, Use.OBJECT)
    allow(_COMPLEMENT, Use.COMPLEMENT)
    allow(frozenset(_PREPOSITIONS), Use.PREPOSITION)
    allow(_RUMORED, Use.RUMOR)
    return {
        lemma: Verb(lemma, use, frozenset(_PREPOSITIONS.get(lemma, "").split())) for lemma, use in sorted(uses.items())
    }


def _by_form(lexicon: dict[str, Verb]) -> dict[str, tuple[Verb, Form]]:
    found: dict[str, tuple[Verb, Form]] = {}
    for lemma, verb in lexicon.items():
        for written, form in forms(lemma):
            # a form of two verbs ("found", "felt") belongs to the one listed: only one of them reports
            found.setdefault(written, (verb, form))
    return found


#: Form in lower case -> verb and form.
VERBS: Final = _by_form(_lexicon())
#: These are cues whatever the tagger makes of them.
SURE_FORMS: Final = word_set("said says told tells wrote writes tweeted")
