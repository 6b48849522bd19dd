"""What a name's own words say of its kind, whatever the recognizer made of it.

"Malcolm Smith Motorsports" is no person and "North Korea" no organization; "report.pdf" is no name at all. Only
words that leave no doubt stand here: what may be either is left to the recognizer, which sees the sentence.
"""

from __future__ import annotations

import re
import unicodedata

from etl.language.names import listed
from etl.language.word_lists import words_of

# The last word of an organization's name, or the first one before "of" or "for".
_LAST_WORDS = frozenset(
    words_of(
        """
Inc Inc. Corp Corp. Ltd Ltd. LLC PLC GmbH Company Corporation Incorporated Limited Holdings Motorsports Industries
Enterprises Airlines Airways Bancorp Insurance Pharmaceuticals Technologies Systems Partners Associates Ministry
Department Agency Bureau Commission Committee Subcommittee Council Authority Administration Association Federation
Confederation Union Alliance Coalition League Foundation Institute University Academy Society Organization
Organisation Movement Party Front Army Brigade Brigades Battalion Militia Forces Guards Parliament Tribunal Group
"""
    )
)
_FIRST_WORDS = frozenset(
    words_of(
        """
Ministry Department Bureau Commission Committee Council Association Federation Confederation Institute University
Academy Organization Organisation Party Movement Society Union Front Court Bank Office Board
"""
    )
)
# At the end of what a recognizer took for a person: "Brandt Delmore Capital", "James Webb Space Telescope".
_NO_SURNAMES = frozenset(
    words_of(
        """
Capital Management Ventures Semiconductor Laboratories Labs Orchestra Telescope Observatory Logistics Energy Media
Entertainment Studios Trust Fund Consulting Analytics Solutions Rovers Wanderers FC CF SC Hotspur Athletic
"""
    )
)
# At the beginning of clubs' names: "Olympique Lyonnais".
_CLUBS = frozenset(
    words_of("FC AC AS SC CD Olympique Borussia Dynamo Dinamo Atlético Atletico Eintracht Hapoel Maccabi")
)
# Places whose names end or begin like those of bodies.
_PLACES_TOO = frozenset(words_of("Union Front Commission Alliance Authority League Academy Council Court Bank Society"))
_COUNTRIES = """
Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium
|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi
|Cambodia|Cameroon|Canada|Cape Verde|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic
|Denmark|Djibouti|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Ethiopia|Fiji|Finland
|France|Gabon|Gambia|Germany|Ghana|Greece|Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary|Iceland|India|Indonesia
|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia
|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta
|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal
|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay
|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|Serbia|Seychelles
|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain
|Sri Lanka|Sudan|Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga
|Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States
|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|U.S.|U.K.|USA|UAE
"""
_COUNTRY_NAMES = frozenset(listed(_COUNTRIES))
# Alone they tell whom somebody belongs to, not a body: "Islamic clerics", "the Democratic candidate".
_ADJECTIVES = frozenset(words_of("Democratic Islamic Islamist Orthodox Evangelical Jihadi Jihadist Anglo"))
#: No person and no place ends with one: "He left Abidjan Wednesday".
WEEKDAYS = frozenset(words_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
_ADDRESS = re.compile(
    r"https?:|www\.|\S+@\S+\.\w|\S+\.(?:pdf|docx?|xlsx?|pptx?|html?|txt|jpe?g|png|gif|zip|csv)\b", re.I
)


def kind_of(words: tuple[str, ...], label: str) -> str | None:
    """The label of a name's words, `label` where they say nothing of it, None where they are no name."""
    if any(_ADDRESS.match(word) for word in words) or not any(c.isalnum() for word in words for c in word):
        return None
    if any(unicodedata.category(c) == "Lo" and c not in "ªº" for word in words for c in word):
        return None  # letters without capitals: a quotation in Hindi, of which the recognizer knows nothing
    if label in {"PERSON", "ORG", "GPE"} and len(words) == 1 and words[0] in _ADJECTIVES:
        return "NORP"
    if label in {"PERSON", "ORG"} and words in _COUNTRY_NAMES:
        return "GPE"
    if label in {"PERSON", "GPE", "LOC"} and len(words) > 1 and _is_body(words, label):
        return "ORG"
    return label


def _is_body(words: tuple[str, ...], label: str) -> bool:
    unsure = _PLACES_TOO if label != "PERSON" else frozenset()
    if words[-1] in _LAST_WORDS - unsure:
        return True
    if label == "PERSON" and (words[-1] in _NO_SURNAMES or words[0] in _CLUBS):
        return True
    return len(words) > 2 and words[1] in {"of", "for"} and words[0] in _FIRST_WORDS - unsure
