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
    """acknowledge add admit advise affirm agree allege announce answer argue assert assure attest aver bemoan blog
    boast brag cable caution charge claim clarify comment complain concede conclude concur confess confide confirm
    contend counter declare decree demand deny disagree disclose divulge e-mail elaborate email emphasise emphasize
    estimate exclaim explain forecast grumble hint imply indicate inform insinuate insist interject intimate intone
    joke lament
    maintain mention muse narrate note notify object observe opine pledge point predict proclaim profess proffer
    promise pronounce prophesy protest quip reaffirm reason recall reckon recount reflect reiterate rejoin relate
    remark remind reply report respond restate retort reveal rumor say signal speculate state stipulate stress submit
    suggest surmise swear tease telegraph tell testify threaten thunder tweet twitter underline underscore utter
    venture volunteer vouch vow warn whine write"""
)
_DIRECT_ONLY = word_set(
    """apologize ask bark bawl beg begin bellow blurt boom chant cheer chime chuckle command coo continue croak crow
    cry deadpan deliver echo enquire enthuse exhort explain fume grin gripe groan growl gush hammer hiss holler howl
    moan plead posit rage regret sob splutter stammer storm theorize vent wail weep implore inquire interrupt intone
    jeer laugh marvel mumble murmur mutter observe order parrot ponder post preach prod pronounce query rant read
    recite remark repeat retweet riff roar scoff scream shout shrug sigh sing smile snap snarl sneer sniff snipe snort
    spit summarize taunt text thank title tut urge warble whisper wonder yell"""
)
_ASKED = word_set("""ask debate discuss enquire examine explore inquire ponder query question weigh wonder""")
#: What is to be, in the subjunctive: "recommended that the tip *be* kept open".
_PROPOSED = word_set("recommend propose request urge")
#: To hold that something is not so: "disputes that there is a link".
_DOUBTED = word_set("dispute refute question")
#: To come to hold something (VerbNet's "conjecture"), or to lay it down.
_CONCLUDED = word_set(
    """accept assume bet calculate continue decide deduce deem determine figure gather guess highlight hypothesize infer
    posit postulate prove reason repeat rule theorize establish ascertain project"""
)
_TOLD = word_set(
    """advise ask assure brief caution convince email inform notify persuade promise remind tell text thank warn"""
)
_THOUGHT = word_set(
    """anticipate believe conclude contemplate discover doubt dream envision expect fear feel foresee hear hope
    know learn presume see realise realize recognise recognize regret suppose suspect think understand wonder
    worry"""
)
#: Thoughts that may stand behind what is thought: "The plan, she *believes*, will fail".
_TAGGED = word_set("believe fear feel hear hope learn project reason recall suspect think")
_SHOWN = word_set(
    """allege argue claim conclude confirm declare demonstrate describe detail disclose estimate find illustrate
    imply indicate note point report reveal say show state stipulate suggest warn"""
)
_INTENDED = word_set(
    """agree aim aspire claim consent decide decline expect hope intend offer plan pledge prefer promise propose refuse
    resolve seek swear threaten vote vow want wish yearn"""
)
_REQUESTED = word_set(
    """advise ask beg call challenge command counsel dare encourage exhort expect implore instruct direct order persuade
    press pressure tell urge want warn"""
)
_STANCE = word_set(
    """abhor accuse acknowledge admire admit advise affirm allege announce anticipate applaud appreciate approve
    ascribe attribute maintain assail assert bash belittle bemoan berate blame blast castigate chastise cite
    commend compare concede condemn confess confirm consider contemplate contest credit criticise criticize decry defend
    demand denounce deny deplore
    deride describe despise detest disavow disclose discuss dismiss disown disparage dispute doubt echo emphasise
    emphasize endorse envisage envision equate excoriate explain express extol fault forecast foresee fume hail
    imagine lambaste lament laud liken loathe mention mock mourn mull oppose outline overturn pitch plug ponder praise
    predict proclaim propose protest question quote reaffirm rebuke rebut recall recommend refute regret reiterate
    reject renounce repeat repudiate debunk flay rubbish rescind resent retract reveal ridicule salute scold scorn
    slam stipulate stress tease tout trash trumpet uphold urge veto vilify vouch weigh welcome"""
)
#: To hold somebody or something dear, or the reverse (VerbNet's "admire" and "prefer").
_ADMIRED = word_set(
    """abhor admire adore appreciate cherish despise detest disdain dislike distrust esteem favor favour hate like
    loathe love mistrust oppose prefer prize relish resent respect revere support trust value venerate worship back"""
)
#: To praise or to blame to somebody's face (VerbNet's "judgement"), and what headlines say for it.
_JUDGED = word_set(
    """attack bash chide compliment congratulate hammer honor lash pan pillory rap rate reprimand rip savage skewer
    thank upbraid grill quiz"""
)
#: To put something into words (VerbNet's "transfer of a message" and "illustrate").
_TOLD_OF = word_set(
    """address cite describe detail disclose highlight invoke note outline reference reveal spotlight tout underline
    underscore chronicle recount document"""
)
#: To want something, to hold it true, to make it known: what a noun phrase says for them is as good as a clause.
_WANTED = word_set(
    """want declare report tweet list advocate champion challenge believe expect promise pledge vow recognize downplay
    recite order claim allege warn state indicate argue predict fear doubt rebuff shun"""
)
_COMPLEMENT = word_set(
    """blast brand call cast characterise characterize cite condemn criticize decry deem denounce depict deride
    describe dismiss dub hail identify label mock name paint portray praise proclaim pronounce refer regard remember
    ridicule see slam term tout view"""
)
_RUMORED = word_set(
    """allege believe consider declare deem estimate expect forecast know predict project report rumor say suppose think
    understand"""
)
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
    "admit": "to",
    "confess": "to",
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
    allow(_ASKED | _CONCLUDED | _DOUBTED | _PROPOSED, Use.CLAUSE)
    allow(frozenset(["put"]), Use.TAG | Use.DIRECT | Use.OBJECT)  # as she put it; puts the toll at 40
    allow(_TAGGED, Use.TAG)
    allow(_TOLD, Use.TOLD | Use.CLAUSE)
    allow(frozenset(["tell"]), Use.TAG)
    allow(_THOUGHT, Use.CLAUSE)
    allow(_THOUGHT - _SPEECH, Use.THOUGHT)
    allow(_SHOWN, Use.CLAUSE | Use.TAG | Use.SHOW)
    allow(_INTENDED, Use.INFINITIVE)
    allow(_REQUESTED, Use.REQUEST)
    allow(_STANCE | _ADMIRED | _JUDGED | _TOLD_OF | _WANTED, Use.OBJECT)
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


#: Verbs that say something only with a particle.
_PARTICLES: Final = {
    "lay": "out",
    "spell": "out",
    "rule": "out",
    "call": "out",
    "single": "out",
    "play": "down up",
    "shrug": "off",
    "brush": "off aside",
    "laugh": "off",
    "write": "off",
    "talk": "up down",
    "sum": "up",
}


def _phrasal() -> dict[str, dict[str, Verb]]:
    found: dict[str, dict[str, Verb]] = {}
    for lemma, particles in _PARTICLES.items():
        verbs = {particle: Verb(f"{lemma} {particle}", Use.OBJECT) for particle in particles.split()}
        found.update(dict.fromkeys((written for written, _ in forms(lemma)), verbs))
    return found


#: What one does with words and a particle, and says something by: “…,” she *shot back*.
_SPOKEN_WITH: Final = {
    "shoot": ("back", ("shoots", "shot")),
    "fire": ("back", ("fires", "fired")),
    "hit": ("back", ("hits", "hit")),
    "call": ("out", ("calls", "called")),
    "cut": ("in", ("cuts", "cut")),
    "break": ("in", ("breaks", "broke")),
    "pipe": ("up", ("pipes", "piped")),
    "speak": ("up", ("speaks", "spoke")),
    "weigh": ("in", ("weighs", "weighed")),
    "burst": ("out", ("bursts", "burst")),
}
#: Form -> particle, verb and form.
SPOKEN_WITH: Final = {
    written: (particle, (Verb(lemma, Use.DIRECT | Use.CLAUSE), Form.THIRD if written.endswith("s") else Form.PAST))
    for lemma, (particle, forms_of) in _SPOKEN_WITH.items()
    for written in forms_of
}
#: Form in lower case -> particle -> verb.
PHRASAL: Final = _phrasal()
#: Form in lower case -> verb and form.
VERBS: Final = _by_form(_lexicon())
#: Their past is written as their base form.
SAME_PAST: Final = word_set("read put")
#: Forms that are past and base form both: "said that it looks good and *cut* the price".
SAME_FORMS: Final = word_set("bet burst cast cost cut hit hurt let put quit read set shed shut split spread")
#: These are cues whatever the tagger makes of them.
SURE_FORMS: Final = word_set("said says told tells wrote writes tweeted")
