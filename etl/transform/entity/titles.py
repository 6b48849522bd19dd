"""Words that stand before a name and are no part of it: "President", "Lt. Col.", "Grand Ayatollah"."""

from __future__ import annotations

from etl.transform.lexicon import word_set

#: Forms of address, which tell a gender.
MALE_TITLES = word_set(
    """mr mister sir lord king prince duke baron count emperor sultan father brother sheikh sheik shri alhaji thiru
    malam mallam"""
)
FEMALE_TITLES = word_set(
    """mrs ms miss madam madame dame lady queen princess duchess baroness countess empress sister
    smt alhaja hajiya hajia thirumathi"""
)

_CIVIL = """president vice-president vp premier chancellor minister secretary undersecretary senator sen
    representative rep congressman congresswoman congressperson governor gov lieutenant-governor mayor speaker
    ambassador envoy consul commissioner councilman councilwoman councillor councilor alderman delegate mp mep msp mla
    mlc mca chairman chairwoman chair chairperson treasurer comptroller sheriff constable judge justice magistrate
    attorney solicitor prosecutor prime deputy assistant acting former ex retired incoming outgoing late then interim
    special senior junior chief attorney-general director administrator coordinator leader whip taoiseach first second
    third majority minority opposition house senate state republican democratic democrat democratic-candidate gop
    nominee candidate president-elect governor-elect president-designate premier-designate press defense defence
    foreign interior finance labor labour education health treasury homeland justice"""
_MILITARY = """general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt
    flt sqn ldr cdr admiral adm rear commodore commander cmdr brigadier brig marshal field staff petty officer warrant
    ensign specialist spc airman seaman lance commandant"""
_ACADEMIC = "professor prof doctor dr dean provost rector emeritus fellow"
_RELIGIOUS = """pope cardinal archbishop bishop reverend rev pastor rabbi imam ayatollah grand mullah monsignor msgr
    monseñor monsenor father fr sister brother deacon archdeacon canon vicar saint st maulana sheikh sheik hojatoleslam
    patriarch mufti chaplain elder"""
_ROYAL = """king queen prince princess duke duchess earl count countess baron baroness viscount lord lady sir dame
    emperor empress emir sultan shah crown tsar czar kaiser sultana infanta majesty highness"""
_TRADE = """mr mrs ms miss mx mister madam madame mme monsieur señor señora herr frau coach manager detective inspector
    superintendent agent analyst spokesman spokeswoman spokesperson adviser advisor aide strategist economist
    reporter correspondent columnist editor author actor actress singer director producer ceo cfo cto founder
    co-founder cofounder executive lawyer researcher historian scientist engineer journalist activist counsel pollster
    shri smt thiru thirumathi alhaji alhaja hajiya hajia haji malam mallam otunba mwalimu comrade barrister barr
    advocate adv engr coun cllr wpc acp dcp dsp
    host anchor billionaire businessman businesswoman mogul tycoon star rapper comedian filmmaker photographer"""

#: Every word that may belong to a title, in lower case and without its full stop.
TITLE_WORDS = word_set(_CIVIL, _MILITARY, _ACADEMIC, _RELIGIOUS, _ROYAL, _TRADE)

#: Title words that on their own, with a capital and right before a name, are a title for certain.
SURE_TITLES = word_set(
    _MILITARY,
    _ACADEMIC,
    _RELIGIOUS,
    _ROYAL,
    """president premier chancellor minister secretary undersecretary senator sen representative rep congressman
    congresswoman governor gov mayor ambassador judge justice sheriff councilman councilwoman councillor mr mrs ms miss
    mx mister madam madame mme chairman chairwoman speaker shri smt alhaji alhaja hajiya haji comrade barr engr
    coun cllr mla mca""",
) - word_set("field staff petty rear warrant private st canon grand count fellow lance elder crown general")

#: After a name: "Martin Luther King Jr.", "Dr Smith, MP".
NAME_SUFFIXES = word_set("jr sr ii iii iv esq phd md mp qc kc obe mbe cbe ret jnr snr")

#: Inside a name, and small: "Ursula von der Leyen", "Hadi al-Amiri".
NAME_PARTICLES = word_set(
    """von van der den de del della di da dos das la le el al bin ibn bint abu ben ter ten zu af av du des st y e o al-
    el- ul-"""
)


def folded(word: str) -> str:
    """``word`` as the lexicons here write it: lower case, without a full stop."""
    return word.lower().rstrip(".")


def is_title_word(word: str) -> bool:
    return folded(word) in TITLE_WORDS
