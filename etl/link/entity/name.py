"""Names taken apart: what class of thing they name, folded for comparison, with transliterations alike.

Two spellings of one sound in a foreign script ("Hezbollah", "Hizbullah"; "Gaddafi", "Qadhafi") have the same
:func:`sound`. It is coarse on purpose: it proposes, and the other parts of the name decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.link.entity.surnames import COMMON
from etl.link.lexicon import word_set
from etl.link.words import fold
from etl.records import EntityLabel

#: Labels that are confused with each other, and so are compared with each other.
_CLASSES = {
    EntityLabel.GPE: "PLACE",
    EntityLabel.LOC: "PLACE",
    EntityLabel.FAC: "PLACE",
}

#: Small words before a last name that writers put in or leave out.
#: What follows "Ben" in last names of the Maghreb, the Levant and Israel.
_BEHIND_BEN = word_set(
    """ali ami ammar amor arfa arous attar barka bella brik dor dov eliezer eliyahu gal gharbia gurion gvir haim hur
    jaafar jedid jelloun jemaa khedher laden mhenni mustafa nasr netanel porat romdhane saadi said salah salem salman
    shabbat simon tov ur yahia yahya yair yedder yehuda yishai yosef youssef zion zvi"""
)
#: English last names; what stands behind the article "al" is none.
_BEHIND_AL = (
    COMMON
    | word_set("gore franken sharpton capone pacino roker jarreau unser yankovic michaels jolson morrison zeidler")
) - word_set(
    """khan ahmed ali hussain hussein hassan mohamed mohammed muhammad abdullah ibrahim ahmad mahmoud rahman shah said
    khalil cohen levy may"""
)
PARTICLES = word_set(
    """al el as ash ad ar az an at de del della di da do dos du la le van von der den ter bin ibn ben"""
)
_ARABIC_ARTICLES = word_set("""al el as ash ad ar az an at""")
#: British honours behind a person's name.
_SUFFIXES = word_set("""kc qc mp msp mep obe mbe cbe phd""")
#: Which of a family: father and son of one name are two.
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_TITLES = word_set(
    """mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative congressman
    congresswoman gov governor president minister premier chancellor gen general col colonel lt lieutenant maj
    major capt captain sgt adm admiral cmdr commander judge justice ayatollah sheikh shaykh imam king queen
    prince princess pope bishop archbishop cardinal rabbi father rev reverend secretary ambassador mayor
    sheriff detective officer"""
)
_PARTS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`][^\W_]+)*", re.UNICODE)

#: Given names that are written in many ways; what they share is their sound.
_GIVEN = {
    variant: group[0]
    for group in (
        words.split()
        for words in (
            "muhammad mohammed mohammad mohamed mohamad muhammed mehmet muhamad mohamud",
            "ahmad ahmed ahmet",
            "husayn hussein hussain husain hossein hosein husein",
            "hasan hassan",
            "yusuf youssef yousef yusef yosef joussef youssouf yusif",
            "usama osama",
            "umar omar omer",
            "uthman othman osman",
            "khalid khaled halid",
            "qasim qassem qasem kassem qasim ghasem ghassem kassim qassim kasim qassam",
            "ibrahim ebrahim ibraheem brahim",
            "ismail ismael esmail ismaeel esmaeil",
            "mahmud mahmoud mahmood mehmood",
            "mustafa mostafa moustafa mustapha",
            "sulayman suleiman soleiman suleyman sulaiman solomon",
            "abdullah abdallah abdulla abdollah",
            "jafar jaafar jaffar ja'far djafar",
            "haydar haider haidar heydar hayder",
            "said saeed sayeed saied syed",
            "nuri nouri noori",
            "jawad javad",
            "mahdi mehdi",
            "ali aly",
            "sergei sergey serguei",
            "aleksandr alexander aleksander oleksandr alexandr",
            "aleksei alexei alexey aleksey",
            "dmitri dmitry dmitriy dimitri dmitrii",
            "yevgeny evgeny yevgeni evgeni evgenii yevgeniy",
            "yuri yury iouri yuriy",
            "andrei andrey andriy",
            "nikolai nikolay",
            "mikhail mikhael",
            "vladimir volodymyr wladimir",
            "iosif joseph",
            "muammar moammar moamer muamar moammer",
            "binyamin benjamin binjamin",
            "avigdor avigdo",
        )
    )
    for variant in group
}

#: Short forms of given names that are said for the full one.
_NICKNAMES = {
    nickname: full
    for full, nicknames in {
        "william": "bill will billy willie",
        "robert": "bob rob bobby",
        "richard": "rick dick rich ricky",
        "james": "jim jimmy jamie",
        "john": "johnny",
        "jonathan": "jon",
        "joseph": "joe joey",
        "thomas": "tom tommy",
        "michael": "mike mickey",
        "david": "dave",
        "daniel": "dan danny",
        "charles": "charlie chuck",
        "edward": "ed eddie ted",
        "theodore": "teddy",
        "anthony": "tony",
        "andrew": "andy drew",
        "benjamin": "ben",
        "bernard": "bernie",
        "christopher": "chris",
        "christine": "chris chrissy",
        "donald": "don donny",
        "douglas": "doug",
        "elizabeth": "liz beth betsy",
        "frederick": "fred",
        "gerald": "gerry jerry",
        "gregory": "greg",
        "jeffrey": "jeff",
        "katherine": "kate kathy katie",
        "kathleen": "kathy",
        "kenneth": "ken",
        "lawrence": "larry",
        "leonard": "len lenny",
        "margaret": "maggie peggy",
        "matthew": "matt",
        "nicholas": "nick",
        "patrick": "pat",
        "patricia": "pat patty",
        "peter": "pete",
        "philip": "phil",
        "phillip": "phil",
        "raymond": "ray",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve",
        "steven": "steve",
        "susan": "sue",
        "timothy": "tim",
        "victoria": "vicky",
        "vincent": "vince",
        "walter": "walt",
        "rafael": "rafa",
        "mitchell": "mitch",
        "newton": "newt",
        "rudolph": "rudy",
        "alexander": "alex sasha",
        "rebecca": "becky",
        "deborah": "debbie deb",
        "jacob": "jake",
        "nathaniel": "nate",
        "zachary": "zach zack",
        "joshua": "josh",
        "maximilian": "max",
    }.items()
    for nickname in nicknames.split()
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded. ``last`` is empty for no name at all, ``given`` for a last name alone."""

    given: tuple[str, ...]
    last: str
    generation: str = ""  # "jr", "sr", "iii"

    @property
    def is_bare(self) -> bool:
        return not self.given


def class_of(label: str) -> str:
    """The class of names that ``label``'s are compared within."""
    return _CLASSES.get(EntityLabel(label), label)


def split_name(name: str) -> list[str]:
    """The words of a name, folded: ``Hadi al-Amiri's`` gives hadi, al, amiri."""
    return [folded for part in _PARTS.findall(name) if (folded := fold(part))]


def fold_name(name: str, name_class: str) -> str:
    """The name by which a node is known: no case, accents, marks; for persons no titles and suffixes."""
    words = split_name(name)
    if name_class == "PERSON":
        words = _bare_of_titles(words)
    elif len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _bare_of_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    # "Keith Dobson of Aslef"; but "Joan of Arc".
    if "of" in words[2:-1]:
        words = words[: words.index("of", 2)]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return [*words[:-1], _GENERATIONS.get(words[-1], words[-1])] if len(words) > 1 else words


@lru_cache(maxsize=1 << 14)
def read_person(node: str) -> PersonName:
    """The parts of a folded person's name: particles go with the last name and do not count."""
    words = node.split()
    if not words:
        return PersonName((), "")
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else ""
    given = [word for i, word in enumerate(words[:-1]) if word not in PARTICLES or (i == 0 and _is_given(*words))]
    return PersonName(tuple(given), words[-1], generation)


def _is_given(first: str, second: str, *_: str) -> bool:
    """Whether the first word is a given name that looks like a particle: Ben Carson and Al Gore, but not Ben Gurion."""
    if first == "ben":
        return second not in _BEHIND_BEN
    return first in ("al", "van") and second in _BEHIND_AL


_SOUNDS = (
    (re.compile(r"ou|oo|w(?=[bcdfghjklmnpqrstvxz])"), "u"),
    (re.compile(r"ee|ie(?!$)|iy|yi"), "i"),
    (re.compile(r"e[iy]|a[iy]"), "ai"),
    (re.compile(r"(?:sk)(?:y{1,2}|iy|i|ij|yi)$"), "ski"),
    (re.compile(r"[qc]k?(?=[aoulrn]|$)|ck"), "k"),
    (re.compile(r"q"), "k"),
    (re.compile(r"gh|^g(?=h?a[dt])"), "k"),
    (re.compile(r"dh|th"), "d"),
    (re.compile(r"kh"), "x"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch|tsch"), "c"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"zh"), "j"),
    (re.compile(r"y(?=[aeou])"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?:iev|yev|jev)$"), "ev"),
    (re.compile(r"[ae]h$"), "a"),
    (re.compile(r"o"), "u"),
    (re.compile(r"e"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What transliterations of one foreign word have in common."""
    word = _GIVEN.get(word, word)
    for pattern, sound_of in _SOUNDS:
        word = pattern.sub(sound_of, word)
    return word


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of :func:`sound`, for finding what may be the same: a first vowel counts as one of any kind."""
    sounded = sound(word)
    rest = re.sub(r"[aeiu]", "", sounded[1:]).removesuffix("h")
    first = "a" if sounded[:1] in "aeiu" else sounded[:1]
    return first + re.sub(r"(.)\1+", r"\1", rest)


def full_given(word: str) -> str:
    """The given name that a nickname stands for, itself otherwise."""
    return _NICKNAMES.get(word, word)


def initials_of(words: list[str]) -> str:
    """The first letters of the words of a name that an acronym is made of."""
    small = {"of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "du", "des", "la", "le"}
    return "".join(word[0] for word in words if word not in small)
